"""Finds the places of a name: towns, US counties, and what `known_towns.tsv`, `regions.tsv` and `features.tsv` list."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from schemas.record import record
from transforms.places.countries import alpha3_of_alpha2
from transforms.places.place_key import place_key, without_marks
from transforms.places.read_tables import read_table

_REGION_POPULATION = 2_000_000  # a typical one; the table has none
_STANDING_ALONE = frozenset(("NSW", "NWT", "NYC", "PEI", "QLD"))  # abbreviations that are no other word
_BLOCK_LINES = 64  # of the table of towns, which are searched together once the block is known
_FEATURE_POPULATION = (
    100_000  # a feature or a town that is known for what befell it is as well known as a city of that size
)


@record()
class Candidate:
    """One place that a name can mean.

    `admin1` is GeoNames' code of the state or province ("GA" in the US) and `population` 0 where it is unknown.
    `is_main_name` is false for a former name or one in another language.
    """

    name: str
    kind: str  # city, region, county, country, feature or facility
    geonames_id: int | None
    latitude: float
    longitude: float
    country: str | None
    admin1: str
    population: int
    is_main_name: bool = True
    is_capital: bool = False


def find_cities(name: str) -> tuple[Candidate, ...]:
    """The cities, towns and villages of that name, the known ones first, without those that have but a post office."""
    return tuple(town for town in find_towns(name) if town.geonames_id is not None or town.population)


@lru_cache(maxsize=20_000)
def find_towns(name: str) -> tuple[Candidate, ...]:
    """The cities of that name and the places in the US that have it as their post office, the known ones first."""
    table = _table()
    key = place_key(name)
    prefix = key.encode() + b"\t"
    starts = _line_starts()
    found = list(_known_towns().get(key, ()))
    known = {town.geonames_id for town in found}
    block = bisect_left(_block_openings(), prefix)  # the lines sought begin in the block before this one
    line = bisect_left(
        starts,
        prefix,
        lo=max(0, (block - 1) * _BLOCK_LINES),
        hi=min(len(starts), block * _BLOCK_LINES),
        key=lambda start: table[start : start + len(prefix)],
    )
    while line < len(starts) and table.startswith(prefix, starts[line]):
        end = table.find(b"\n", starts[line])
        town = _candidate(table[starts[line] : end].decode())
        if town.geonames_id is None or town.geonames_id not in known:
            found.append(town)
        line += 1
    return tuple(found)


def find_known_towns(name: str) -> tuple[Candidate, ...]:
    """The towns of that name in `known_towns.tsv`."""
    return _known_towns().get(place_key(name), ())


def find_regions(name: str, *, in_address: bool = False) -> tuple[Candidate, ...]:
    """The regions of that name. Abbreviations ("Ga.", "GA") count only in an address, that is after a comma, but for some."""
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    names, abbreviations = _regions()
    stands_alone = in_address or bare in _STANDING_ALONE
    return names.get(place_key(bare), ()) or (abbreviations.get(bare, ()) if stands_alone else ())


def begins_region(word: str) -> bool:
    """Whether the name of a region of several words may begin with the word, an article before it or not."""
    key = place_key(f"{word} of")  # "St." is "saint" before another word
    return key.partition(" ")[0] in _first_words() or word.lower() == "the"


@cache
def _first_words() -> frozenset[str]:
    names, _ = _regions()
    return frozenset(name.partition(" ")[0] for name in names)


def find_features(name: str) -> tuple[Candidate, ...]:
    """The rivers, lakes, mountains, islands and parks of that name."""
    return _features().get(place_key(name.removeprefix("the ").removeprefix("The ")), ())


def region_names() -> tuple[list[str], list[str]]:
    """The names of all parts of a country, with and without marks, and their abbreviations; no demonyms."""
    names: list[str] = []
    abbreviations: list[str] = []
    for row in read_table("regions.tsv"):
        if row["admin1"]:
            for name in _cells(row, "name", "aliases"):
                (abbreviations if _is_abbreviation(name) else names).append(name)
    return [*names, *(without_marks(name) for name in names if not name.isascii())], abbreviations


def demonym_region(word: str) -> Candidate | None:
    """The region whose people or adjective `word` is: "Texan", "Tigrayan"."""
    return demonym_regions().get(word)


@cache
def demonym_regions() -> dict[str, Candidate]:
    """The regions by the words for their people and the adjectives."""
    return {word: _region(row) for row in read_table("regions.tsv") for word in _cells(row, "demonyms")}


def _cells(row: Mapping[str, str], *columns: str) -> Iterator[str]:
    """What the columns list (|)."""
    return (name for column in columns for name in row[column].split("|") if name)


@lru_cache(maxsize=20_000)
def find_counties(name: str) -> tuple[Candidate, ...]:
    """The US counties, parishes and boroughs of that name ("Henry County"), one for each state that has it."""
    return tuple(
        Candidate(county, "county", None, float(latitude), float(longitude), "USA", state, int(population))
        for county, state, latitude, longitude, population in _counties().get(place_key(name), ())
    )


@cache
def _features() -> dict[str, tuple[Candidate, ...]]:
    return _listed("features.tsv", "feature")


@cache
def _known_towns() -> dict[str, tuple[Candidate, ...]]:
    return _listed("known_towns.tsv", "city")


def _listed(table: str, kind: str) -> dict[str, tuple[Candidate, ...]]:
    """The places of a table by the keys of their names."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for row in read_table(table):
        place = Candidate(
            name=row["name"],
            kind=kind,
            geonames_id=int(row["geonames_id"]) if row.get("geonames_id") else None,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=alpha3_of_alpha2().get(row["alpha2"]),
            admin1=row["admin1"],
            population=max(int(row.get("population") or 0), _FEATURE_POPULATION),
        )
        for name in _cells(row, "name", "aliases"):
            found[place_key(name)] = (*found.get(place_key(name), ()), place)
    return found


@cache
def _table() -> bytes:
    return files(__package__).joinpath("towns.tsv").read_bytes()


@cache
def _counties() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in files(__package__).joinpath("us_counties.tsv").read_text("utf-8").splitlines():
        key, *cells = line.split("\t")
        found.setdefault(key, []).append(cells)
    return found


@cache
def _line_starts() -> list[int]:
    starts, position = [], 0
    for line in _table().splitlines(keepends=True):
        starts.append(position)
        position += len(line)
    return starts


@cache
def _block_openings() -> list[bytes]:
    """The first line of each block of the table."""
    table, starts = _table(), _line_starts()
    return [table[start : table.find(b"\n", start)] for start in starts[::_BLOCK_LINES]]


def _candidate(line: str) -> Candidate:
    _, alternate, geonames_id, name, latitude, longitude, alpha2, admin1, population = line.split("\t")
    return Candidate(
        name=name,
        kind="city",
        geonames_id=int(geonames_id) if geonames_id else None,
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
        region = _region(row)
        for name in _cells(row, "name", "aliases", "demonyms"):
            index, key = (abbreviations, name) if _is_abbreviation(name) else (names, place_key(name))
            index[key] = (*index.get(key, ()), region)
    return names, abbreviations


def _region(row: Mapping[str, str]) -> Candidate:
    return Candidate(
        name=row["name"],
        kind="region",
        geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        country=alpha3_of_alpha2().get(row["alpha2"]),
        admin1=row["admin1"],
        population=_REGION_POPULATION,
    )


def _is_abbreviation(name: str) -> bool:
    return name.endswith(".") or name.isupper()
