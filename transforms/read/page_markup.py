"""Who signs and when, as a page's markup says: rel, microdata, RDFa, `time`, and the words of its classes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lxml import html as lxml_html

from transforms.load_yaml import load_yaml
from transforms.read.document import Metadata
from transforms.read.fields import signed_by

_LINK = re.compile(r"https?://|^/", re.IGNORECASE)
_DIGITS = re.compile(r"\d\d")
_DATE_SIGNS = re.compile(r"\d{4}|\d.*\d.*\d")
_LONGEST_NAME = 60
_LONGEST_DATE = 80
_TRIED = 3
_AUTHORS = 6
_CARD, _UPDATE = 4, 5
_LONGEST_WORD = 60
_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Found:
    """The elements that speak of author and date, by rank: 0 the most trustworthy."""

    authors: dict[int, list[lxml_html.HtmlElement]] = field(default_factory=dict)
    dates: dict[int, list[lxml_html.HtmlElement]] = field(default_factory=dict)


def markup_metadata(tree: lxml_html.HtmlElement) -> Metadata:
    """Author and date as the markup names them."""
    found = _Found()
    for element in tree.xpath("//*[@rel or @itemprop or @property or @class or @datetime or @data-testid or @data-qa]"):
        _sort_in(found, element)
    for element in tree.iter("time"):
        if not element.get("datetime") and not element.get("class"):
            found.dates.setdefault(_rank_of_time(element), []).append(element)
    tags = {"byline": "author's markup", "published": "time markup"}
    return Metadata(byline=_author(found), published=_date(found), tags=tags)


def _sort_in(found: _Found, element: lxml_html.HtmlElement) -> None:
    if element.tag in ("meta", "link", "body", "html") and not element.get("itemprop"):
        return
    words = _means(_words(element))
    author, date = _author_rank(element, words), _date_rank(element, words)
    if author is not None:
        found.authors.setdefault(author, []).append(element)
    if date is not None:
        found.dates.setdefault(date, []).append(element)


def _author_rank(element: lxml_html.HtmlElement, words: frozenset[str]) -> int | None:
    if "author" in (element.get("rel") or "").lower().split():
        return 0
    properties = _properties(element)
    if "name" in properties and any("author_property" in _means(_properties(up)) for up in element.iterancestors()):
        return 1
    if "author_property" in _means(properties):
        return 2
    for rank, name in enumerate(("author_name", "byline"), 3):
        if name in words:
            return rank
    for rank, name in enumerate(("author", "of_author"), 5):
        if name in words:
            return None if _is_elsewhere(element) else rank
    return None


def _date_rank(element: lxml_html.HtmlElement, words: frozenset[str]) -> int | None:
    properties = _means(_properties(element))
    if "published_property" in properties:
        return 0
    if "updated" in properties or "updated" in words:
        return _UPDATE if element.tag == "time" else None
    if "published" in words:
        return None if _is_elsewhere(element) else 1
    return _rank_of_time(element) if element.get("datetime") or element.tag == "time" else None


def _rank_of_time(element: lxml_html.HtmlElement) -> int:
    """2 in the article that has the headline, 3 in no article; in a card of another article or around it `_CARD`."""
    for up in element.iterancestors():
        if up.tag in _listed()["elsewhere"]:
            return _CARD
        if "updated" in _means(_words(up)):
            return _UPDATE
        if up.tag == "article":
            return 2 if next(up.iter("h1"), None) is not None else _CARD
    return 3


def _author(found: _Found) -> str | None:
    for rank in sorted(found.authors):
        elements = found.authors[rank]
        for number, element in enumerate(elements[:_TRIED]):
            name = _name(element)
            if name:
                beside = [name, *(_name(other) for other in elements[number + 1 :] if _is_beside(element, other))]
                return ", ".join(_distinct(beside))
    return None


def _name(element: lxml_html.HtmlElement) -> str | None:
    name = signed_by(element.get("content") or element.text_content())
    return name if name and len(name) < _LONGEST_NAME and not _LINK.match(name) and not _DIGITS.search(name) else None


def _is_beside(one: lxml_html.HtmlElement, other: lxml_html.HtmlElement) -> bool:
    """Whether another author's element stands in the same line of names."""
    ups = (one.getparent(), other.getparent())
    return ups[0] is ups[1] or (
        one.tag == other.tag and None not in ups and ups[0].getparent() is ups[1].getparent() is not None
    )


def _distinct(names: list[str | None]) -> list[str]:
    """The names, each once; one that is part of another (`By Ann Roe` beside `Ann Roe`) is not said again."""
    kept: list[str] = []
    for name in names[:_AUTHORS]:
        if name and not any(name in one or one in name for one in kept):
            kept.append(name)
    return kept


def _date(found: _Found) -> str | None:
    for rank in sorted(found.dates):
        for element in found.dates[rank][:_TRIED]:
            for said in _said_dates(element):
                if len(said) < _LONGEST_DATE and _DATE_SIGNS.search(said):
                    return said
    return None


def _said_dates(element: lxml_html.HtmlElement) -> Iterator[str]:
    for name in _listed()["date_attributes"]:
        said = element.get(name)
        if said:
            yield str(said)
    for inner in element.iter("time"):
        if inner is not element and inner.get("datetime"):
            yield str(inner.get("datetime"))
    yield " ".join(element.text_content().split())


def _properties(element: lxml_html.HtmlElement) -> list[str]:
    return [*(element.get("itemprop") or "").split(), *(element.get("property") or "").split()]


def _words(element: lxml_html.HtmlElement) -> list[str]:
    return [word for name in _listed()["word_attributes"] for word in (element.get(name) or "").split()]


def _means(words: list[str]) -> frozenset[str]:
    """What the words are known to say, by the names of `markup.yaml`."""
    return frozenset().union(*map(_meaning, words)) if words else _NOTHING


@lru_cache(maxsize=16384)
def _meaning(word: str) -> frozenset[str]:
    if len(word) > _LONGEST_WORD:
        return _NOTHING
    return frozenset(name for name, pattern in _patterns().items() if pattern.fullmatch(word))


def _is_elsewhere(element: lxml_html.HtmlElement) -> bool:
    return any(up.tag in _listed()["elsewhere"] for up in element.iterancestors())


@cache
def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = load_yaml(resources.files(__package__).joinpath("markup.yaml").read_text("utf-8"))
    return listed


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form, re.IGNORECASE) for name, form in _listed().items() if isinstance(form, str)}
