"""Whether a page writes the day before the month in `03/04/2025`."""

import re
from functools import cache
from importlib import resources

from transforms.clean.published import month_names
from transforms.load_yaml import load_yaml
from transforms.one_of import one_of
from transforms.read.document import Document
from transforms.read.fields import domain_of

# What may not stand before it is looked at afterwards: a search that begins with a digit is much faster.
_NUMERIC = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(?:19|20)\d\d(?!\d)")
_NOT_BEFORE = re.compile(r"[\d/.]")
_MONTHS = 12
_OPENING = 2000  # characters
_CODE = (2, 3)  # letters in the code of a language; of a country, the first


def day_first(document: Document, body_language: str | None = None) -> bool | None:
    """As the page's other dates show it (`25/03/2024`), or else its country and language; None where nothing tells.

    The language of the body counts where the page states none.
    """
    text = document.text
    pairs = {
        (int(found[1]), int(found[3]))
        for found in _NUMERIC.finditer(text)
        if not _NOT_BEFORE.match(text[max(0, found.start() - 1) : found.start()])
    }
    printed = {_shown(*pair) for pair in pairs} - {None}
    if len(printed) == 1:
        return printed.pop()
    named = {_named(text, *pair) for pair in pairs} - {None}
    if len(named) == 1:
        return named.pop()
    language, _, region = (
        (document.metadata.language or body_language or "").strip().lower().replace("_", "-").partition("-")
    )
    lists = _lists()
    if len(language) in _CODE and language not in lists["undecided_languages"]:
        return True
    # Software writes `en-US` on pages of any country; where the domain names one, that one is meant.
    ending = (domain_of(document.metadata.url) or "").rsplit(".", 1)[-1]
    if ending in lists["american_domains"]:
        return False
    country = ending if len(ending) == _CODE[0] and ending not in lists["worldwide_domains"] else region[-2:]
    if not country or country in lists["undecided_countries"]:
        return None
    return country not in lists["month_first_countries"]


def _named(text: str, one: int, two: int) -> bool | None:
    """Whether the article names the day with its month beside it: `12/06/2026` above "HOLM, June 12"."""
    if one == two or not (0 < one <= _MONTHS and 0 < two <= _MONTHS):
        return None
    names = {number: one_of(sorted(names)) for number, names in month_names().items() if number in (one, two)}
    opening = text[:_OPENING]
    day_is_first, month_is_first = (
        bool(
            re.search(rf"\b{names[month]}\.?\s+{day}(?!\d)|(?<!\d){day}\.?\s+{names[month]}\b", opening, re.IGNORECASE)
        )
        for day, month in ((one, two), (two, one))
    )
    return day_is_first if day_is_first != month_is_first else None


def _shown(one: int, two: int) -> bool | None:
    if one > _MONTHS >= two:
        return True
    return False if two > _MONTHS >= one else None


@cache
def _lists() -> dict[str, frozenset[str]]:
    listed = load_yaml(resources.files(__package__).joinpath("date_orders.yaml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in listed.items()}
