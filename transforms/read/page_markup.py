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
_DATED, _CARD, _UPDATE = 4, 5, 6
_LONGEST_WORD = 60
_HEADLINE_WORDS = 5
_AUTHOR_CLASSES = frozenset(("author_name", "byline", "author", "of_author"))
_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Found:
    """The elements that speak of author and date, by rank: 0 the most trustworthy."""

    authors: dict[int, list[lxml_html.HtmlElement]] = field(default_factory=dict)
    dates: dict[int, list[lxml_html.HtmlElement]] = field(default_factory=dict)


def markup_metadata(tree: lxml_html.HtmlElement) -> Metadata:
    """Author and date as the markup names them."""
    found = _Found()
    for element in tree.xpath(_speaking()):
        _sort_in(found, element)
    for element in tree.iter("time"):
        if not element.get("datetime") and not element.get("class"):
            rank = _rank_of_time(element)
            if rank is not None:
                found.dates.setdefault(rank, []).append(element)
    tags = {"byline": "author's markup", "published": "time markup"}
    return Metadata(byline=_author(found), published=_date(found), tags=tags)


@cache
def _speaking() -> str:
    named = ("rel", "itemprop", "property", "class", "data-testid", "data-qa", *_listed()["date_attributes"][:-2])
    return f"//*[{' or '.join(f'@{name}' for name in named if name != 'content')} or self::abbr]"


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
    if words.isdisjoint(_AUTHOR_CLASSES) or _is_among_others(element):
        return None
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
    if "published" in words or element.get("pubdate") is not None:
        return None if _is_elsewhere(element) else 1
    if element.get("datetime") or element.tag == "time":
        return _rank_of_time(element)
    is_dated = not _data_attributes().isdisjoint(element.keys())
    is_titled = element.tag == "abbr" or "dated" in words
    if is_dated or (is_titled and (element.get("title") or element.get("aria-label"))):
        rank = _rank_of_time(element)
        return _DATED if rank is not None and rank < _CARD else None
    return None


def _rank_of_time(element: lxml_html.HtmlElement) -> int | None:
    """2 in the article that has the headline, 3 in no article; around it or in another `_CARD`; among others' teasers None."""
    if _is_in_teaser(element) or _is_among_others(element):
        return None
    for up in element.iterancestors():
        if up.tag in _listed()["elsewhere"]:
            return _CARD
        if "updated" in _means(_words(up)):
            return _UPDATE
        if up.tag == "article":
            return 2 if next(up.iter("h1"), None) is not None else _CARD
    return 3


def _is_among_others(element: lxml_html.HtmlElement) -> bool:
    """Whether a container of other articles or comments, without the headline in it, is around an element."""
    return any("apart" in _means(_words(up)) and next(up.iter("h1"), None) is None for up in element.iterancestors())


def _is_in_teaser(element: lxml_html.HtmlElement) -> bool:
    """Whether a link as long as a headline stands beside a date."""
    parent = element.getparent()
    return parent is not None and any(
        len(link.text_content().split()) >= _HEADLINE_WORDS for link in parent.iterchildren("a", "h2", "h3", "h4")
    )


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


def is_of_others(words: list[str]) -> bool:
    """Whether the words of a container's classes say that it holds other articles or comments."""
    return "apart" in _means(words)


def _is_elsewhere(element: lxml_html.HtmlElement) -> bool:
    return any(up.tag in _listed()["elsewhere"] for up in element.iterancestors())


@cache
def _data_attributes() -> frozenset[str]:
    return frozenset(name for name in _listed()["date_attributes"] if name.startswith("data-"))


@cache
def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = load_yaml(resources.files(__package__).joinpath("markup.yaml").read_text("utf-8"))
    return listed


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form, re.IGNORECASE) for name, form in _listed().items() if isinstance(form, str)}
