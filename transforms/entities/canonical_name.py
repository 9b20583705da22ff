"""Canonical names by rule: "Peru's Foreign Ministry" → "Peruvian Ministry of Foreign Affairs"."""

import re
from collections.abc import Sequence
from functools import cache

from transforms.entities.found import Found
from transforms.entities.gazetteer import known_names, read_yaml
from transforms.places.actors import describe_actor
from transforms.places.countries import country_of, demonym_country
from transforms.places.gazetteer import demonym_region
from transforms.places.read_tables import read_table

_SMALL = ("of", "for", "the", "and")
_OWNER = r"(?:(?P<owner>.+?)(?:['’]s?)?\s+)?"
_SHORT = re.compile(_OWNER + r"(?P<portfolio>[A-Z]\w+(?: Affairs)?) Ministry")
_LONG = re.compile(
    _OWNER + r"(?:Ministry of|Ministry for) (?P<portfolio>(?:the )?[A-Z]\w+(?: Affairs| Relations)?)"
    r"(?: of (?:the )?(?P<of>[A-Z].+))?"
)


def ministry_name(found: Sequence[Found]) -> str | None:
    """The canonical name of a ministry from its mentions and the possessors beside them; None for other bodies."""
    for mention in found:
        for text in (mention.phrase, mention.text):
            if "inistry" not in text:  # a search for the word alone is much faster
                continue
            if "Ministry" not in text:
                text = _with_capitals(text)  # noqa: PLW2901 - the same words
            match = _SHORT.fullmatch(text) or _LONG.fullmatch(text)
            portfolio = _portfolio(match["portfolio"]) if match else None
            if match is None or portfolio is None:
                continue
            owner = match["owner"] or match.groupdict().get("of")
            if owner is None and text == mention.text:
                return f"Ministry of {portfolio}"
            alpha3 = _state(owner) if owner else None
            if alpha3 is not None:
                return f"{_adjectives()[alpha3]} Ministry of {portfolio}"
    return None


def adjective_of(alpha3: str) -> str:
    """The adjective of a state, or its name where it has none: "Philippine"."""
    return _adjectives()[alpha3]


def name_without_state(name: str) -> str | None:
    """The canonical name of a body that is told with its state: "Department of the Treasury of the United States"."""
    bare, _, state = name.rpartition(" of ")
    alpha3 = country_of(state.removeprefix("the ")) if bare else None
    described = describe_actor(bare) if alpha3 is not None else None
    is_theirs = described is not None and described.name is not None and described.country == alpha3
    return canonical_name(described.name) if described is not None and described.name and is_theirs else None


def canonical_name(name: str) -> str:
    """The name of a body of the actors' table as the table of names has it: "U.S. Senate" for "United States Senate"."""
    known = known_names().get(name)
    return known.name if known is not None and known.kind == "ORG" else name


def _with_capitals(text: str) -> str:
    """As in "Russian foreign ministry", "Kenya's ministry of defence": written like the names of ministries."""
    return " ".join(
        word if word in _SMALL or not word.isalpha() else word[0].upper() + word[1:] for word in text.split()
    )


def _portfolio(words: str) -> str | None:
    portfolios = read_portfolios()
    return portfolios.get(words)


def _state(owner: str) -> str | None:
    words = owner.removeprefix("the ").removeprefix("The ")
    return country_of(words) or (None if demonym_region(words) else demonym_country(words))


@cache
def read_portfolios() -> dict[str, str]:
    """Canonical portfolios by every spelling."""
    table = read_yaml("ministries.yaml")
    full = {name: name for name in table["portfolios"].values()}
    return {**full, **table["portfolios"], **table["same"]}


@cache
def _adjectives() -> dict[str, str]:
    """The adjective of each state, where it has one; otherwise its name."""
    return {row["alpha3"]: row["demonyms"].split("|")[0] or row["name"] for row in read_table("countries.tsv")} | {
        "USA": "U.S.",
        "GBR": "British",
    }
