"""Names that are known beforehand: organizations, treaties, named events, countries and what names look like.

The tables are in `data/`: `organizations.tsv` has one name a line with its aliases, `name_cues.yaml` the words that
tell what kind of thing a name is, `context.yaml` the small words in names and beside them, `offices.yaml` the words
for offices and forms of address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from schemas.record import record
from transforms.load_yaml import load_yaml
from transforms.places.countries import countries, country_of, demonym_country
from transforms.places.gazetteer import demonym_region, demonym_regions, find_cities, find_regions
from transforms.places.read_tables import read_table

_CAPITALIZED = re.compile(r"\b[A-Z\d]")  # "Barrio 18"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_LARGE = 20_000  # inhabitants
_LONGEST_ABBREVIATION = 6
NEXT_LETTERS = 3  # by which `names_by_opening` tells names of one first word apart


@record()
class KnownName:
    """What a gazetteer says of one name."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class NameCues:
    """Words that tell a name's kind: by its last word, by its first; and words that no name consists of.

    `credits` stand before a name in a credit; `foreign` begin the name of a body in another language, `ships` a ship's.
    A number follows the words of `numbered`; an ordinal before one of `streets` is part of the name, and so is the subject
    that one of `subjects` has after "on".
    """

    last: dict[str, str]
    first: dict[str, str]
    not_names: frozenset[str]
    credits: frozenset[str]
    foreign: frozenset[str]
    ships: frozenset[str]
    numbered: dict[str, str]
    streets: frozenset[str]
    subjects: frozenset[str]


@cache
def known_names() -> dict[str, KnownName]:
    """Every name and alias of `organizations.tsv`, and those of several words of the actors' table, as written."""
    found: dict[str, KnownName] = {}
    for name, kind, country, sector, aliases in _rows("organizations.tsv"):
        known = KnownName(name, kind, _cell(country), _cell(sector))
        for spelling in (name, *aliases.split("|")):
            if spelling != "-":
                found.setdefault(spelling, known)
    first = dict(found)
    for row in read_table("organizations.tsv"):
        is_state = row["sector"] == "PRE"
        same = first.get(row["name"])  # a body of both tables has one name
        known = (
            same
            if same is not None and same.kind == "ORG" and same.country == (row["country"] or None)
            else KnownName(row["name"], "PLACE" if is_state else "ORG", row["country"] or None, row["sector"] or None)
        )
        for spelling in (row["name"], *row["aliases"].split("|")):
            bare = spelling.removeprefix("The ").removeprefix("the ")
            # A single word may be anything, and so may what has no capitals but the first; the other names of states
            # that are not recognized are those of places.
            if len(_CAPITALIZED.findall(bare)) > 1 and (not is_state or "Republic" in bare):
                found.setdefault(bare, known)
    return found


@cache
def names_by_opening() -> dict[str, dict[str, tuple[str, ...]]]:
    """The aliases of `known_names` by the first word as a tokenizer cuts it, and by the next letters, longest first.

    A first word has up to hundreds of them ("National"), a first word with three letters more only a few. Those that go on
    for fewer letters are under "".
    """
    found: dict[str, dict[str, list[str]]] = {}
    for name in known_names():
        word = first_word(name)
        rest = name[len(word) : len(word) + NEXT_LETTERS]
        found.setdefault(word, {}).setdefault(rest if len(rest) == NEXT_LETTERS else "", []).append(name)
    return {
        word: {rest: tuple(sorted(names, key=len, reverse=True)) for rest, names in by_rest.items()}
        for word, by_rest in found.items()
    }


@cache
def small_names() -> tuple[str, ...]:
    """Those of `known_names` that do not begin with a capital: "9/11", "al-Shabaab"."""
    return tuple(name for name in known_names() if not name[0].isupper())


@lru_cache(maxsize=100_000)
def first_word(name: str) -> str:
    """The name up to its first space, hyphen, slash or apostrophe."""
    if name.isalpha():
        return name
    for position, char in enumerate(name):
        if char in " -/'’,+":
            return name[:position]
    return name


@lru_cache(maxsize=20_000)
def known_country(name: str) -> KnownName | None:
    """The state that `name` names by name, alias or demonym; None for parts of states and for what is no country.

    The adjective of a region names the region.

    >>> known_country("Türkiye").name, known_country("Nigerian").country, known_country("Scotland")
    ('Turkey', 'NGA', None)
    >>> known_country("Bavarian").name
    'Bavaria'
    """
    if name in parts_of_states() or name in peoples():
        return None
    if region := demonym_region(name):
        return KnownName(region.name, "PLACE", region.country, None, region.geonames_id)
    alpha3 = country_of(name) or demonym_country(name)
    if alpha3 is None:
        return None
    country = countries()[alpha3]
    return KnownName(country.name, "PLACE", alpha3, None, country.geonames_id)


@cache
def country_openings() -> dict[str, int]:
    """How many tokens, white space too, names of countries have at most, by their first words in lower case.

    The names are those of states with their aliases and demonyms, and the demonyms of regions.
    """
    columns = ("name", "aliases", "demonyms")
    names = [
        name for row in read_table("countries.tsv") for column in columns for name in row[column].split("|") if name
    ]
    longest: dict[str, int] = {}
    for name in (*names, *demonym_regions()):
        bare = name.removeprefix("the ").removeprefix("The ")
        word, tokens = first_word(bare).lower(), len(_TOKEN.findall(bare))
        longest[word] = max(longest.get(word, 0), 2 * tokens - 1)
    return longest


@cache
def parts_of_states() -> frozenset[str]:
    """Places that a country code covers but that are not the country."""
    return frozenset(read_yaml("places_within.yaml")["parts"])


@cache
def peoples() -> frozenset[str]:
    """Peoples without a state of their own name."""
    return frozenset(read_yaml("places_within.yaml")["peoples"])


@cache
def creeds() -> frozenset[str]:
    """Faiths, creeds and peoples as adjectives of the people who share them."""
    return frozenset(read_yaml("places_within.yaml")["creeds"])


@cache
def name_cues() -> NameCues:
    """The words of `name_cues.yaml`."""
    cues = read_yaml("name_cues.yaml")
    kinds = [
        kind
        for kind in cues
        if kind
        not in ("not_names", "credits", "foreign", "foreign_grounds", "ships", "numbered", "streets", "subjects")
    ]
    return NameCues(
        last={word: kind for kind in kinds for word in cues[kind]["last"]},
        first={word: kind for kind in kinds for word in cues[kind]["first"]}
        | dict.fromkeys(cues["foreign"], "ORG")
        | dict.fromkeys(cues["foreign_grounds"], "OTHER")
        | dict.fromkeys(cues["ships"], "OTHER"),
        not_names=frozenset(cues["not_names"]),
        credits=frozenset(cues["credits"]),
        foreign=frozenset((*cues["foreign"], *cues["foreign_grounds"])),
        ships=frozenset(cues["ships"]),
        numbered={word: kind for kind, words in cues["numbered"].items() for word in words},
        streets=frozenset(cues["streets"]),
        subjects=frozenset(cues["subjects"]),
    )


@cache
def context_words(name: str) -> frozenset[str]:
    """One list of `context.yaml`: words in names and beside them, in lower case."""
    return frozenset(read_yaml("context.yaml")[name])


@cache
def organs_of_state() -> frozenset[str]:
    """What is one body in one article though it has no name there: "the army"."""
    return frozenset(read_yaml("actor_nouns.yaml")["organs"])


@cache
def given_names() -> dict[str, str]:
    """Common given names with the gender that they tell: "male", "female", or "" for those of both."""
    names = read_yaml("given_names.yaml")
    both = set(names["male"]) & set(names["female"])
    return {name: "" if name in both else gender for gender in ("male", "female") for name in names[gender]}


def is_place_name(name: str) -> bool:
    """True for the name of a city, region or county that GeoNames knows."""
    return bool(find_cities(name) or find_regions(name))


@lru_cache(maxsize=50_000)
def is_large_place(name: str) -> bool:
    """True for a city whose name alone makes one think of it."""
    return any(city.population >= _LARGE and city.is_main_name for city in find_cities(name))


@lru_cache(maxsize=50_000)
def is_region(name: str) -> bool:
    """True for the name of a part of a country that is no given name too ("Virginia") and no word for its people."""
    return (
        name not in given_names()
        and name not in demonym_regions()
        and any(region.country and region.admin1 for region in find_regions(name))
    )


def is_region_name(name: str) -> bool:
    """True for what may stand after a town and a comma: "Texas", "Calif.", "France"."""
    return bool(find_regions(name, in_address=True)) or country_of(name) is not None


def is_abbreviated_region(name: str) -> bool:
    """True for "W.Va", "Calif" and the like, whose final point a tokenizer took for the sentence's."""
    return (
        not is_region_name(name)
        and len(name) <= _LONGEST_ABBREVIATION
        and bool(find_regions(f"{name}.", in_address=True))
    )


def read_yaml(name: str) -> Any:
    """A packaged YAML file of `data/`."""
    return load_yaml(files(__package__).joinpath("data", name).read_text("utf-8"))


def _rows(name: str) -> Iterator[list[str]]:
    for line in files(__package__).joinpath("data", name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _cell(value: str) -> str | None:
    return None if value == "-" else value
