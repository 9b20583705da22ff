"""Canonical names by rule: "Peru's Foreign Ministry" → "Peruvian Ministry of Foreign Affairs"."""

import re
from collections.abc import Sequence
from functools import cache

from transforms.entities.found import Found
from transforms.entities.gazetteer import read_yaml
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
