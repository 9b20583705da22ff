"""Countries by name, demonym and metonym. Codes are ISO 3166-1 alpha-3 (XKX, user-assigned, is Kosovo).

The names are in `countries.tsv`, one country a line. Names of parts of a state ("Scotland", "Crimea", "Somaliland")
lead to the state whose code is usual for them, which is no statement about sovereignty.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.places.read_tables import read_table

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own.

    Coordinates are the point that GeoNames gives for the whole country, in decimal degrees (WGS 84).
    """

    alpha3: str
    name: str
    geonames_id: int
    latitude: float
    longitude: float


def country_of(name: str) -> str | None:
    """The alpha-3 code of a country's name or alias, of a part of a state, or None.

    >>> country_of("the Netherlands"), country_of("Ivory Coast"), country_of("us")
    ('NLD', 'CIV', None)
    """
    return _lookup("aliases", name)


def demonym_country(word: str) -> str | None:
    """The alpha-3 code of the country whose people or adjective `word` is, or None.

    >>> demonym_country("Dutch"), demonym_country("Nigeriens"), demonym_country("polish")
    ('NLD', 'NER', None)
    """
    return _lookup("demonyms", word)


def capital_country(name: str) -> str | None:
    """The alpha-3 code of the state that a capital or seat of government ("Downing Street") stands for, or None."""
    return _lookup("metonyms", name)


def begins_country(word: str) -> bool:
    """Whether a name, demonym or metonym of several words may begin with the word, an article before it or not."""
    return word in _first_words() or _key(word) in _first_words() or word.lower() == "the"


def country_name(alpha3: str) -> str:
    """The short English name of a country. KeyError for an unknown code.

    >>> country_name("PRK")
    'North Korea'
    """
    return countries()[alpha3].name


@cache
def countries() -> dict[str, Country]:
    """All countries by alpha-3 code."""
    return {
        row["alpha3"]: Country(
            alpha3=row["alpha3"],
            name=row["name"],
            geonames_id=int(row["geonames_id"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in read_table("countries.tsv")
    }


@cache
def alpha3_of_alpha2() -> dict[str, str]:
    """Alpha-3 codes by alpha-2 code, which is what GeoNames uses."""
    return {row["alpha2"]: row["alpha3"] for row in read_table("countries.tsv")}


@cache
def _names(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_table("countries.tsv"):
        names = row[column].split("|") if row[column] else []
        if column == "aliases":
            names.append(row["name"])
        for name in names:
            # An acronym is kept as it is, so that "us" and "car" are no countries.
            found[name if name.isupper() else _key(name)] = row["alpha3"]
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(
        name.partition(" ")[0] for column in ("aliases", "demonyms", "metonyms") for name in _names(column)
    )


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).replace("\u2019", "'").casefold()


@lru_cache(maxsize=100_000)
def _lookup(column: str, name: str) -> str | None:
    forms = _forms(name)
    if forms is None:
        return None
    names = _names(column)
    return names.get(forms[0]) or names.get(forms[1])


@lru_cache(maxsize=50_000)
def _forms(name: str) -> tuple[str, str] | None:
    """A name without article and possessive, and its key; None without a capital. It is looked up in several columns."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split())))
    if not bare[:1].isupper() and not any(part[:1].isupper() for part in bare.split("-")):
        return None
    return bare, _key(bare)
