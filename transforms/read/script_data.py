"""What a page's scripts say of its article: the state of Next.js, Nuxt and Arc pages, data layers, broken JSON-LD."""

import json
import re
from collections.abc import Iterator
from functools import cache

from lxml import html as lxml_html

from transforms.read.document import Metadata
from transforms.read.fields import field_names

_LARGEST = 3_000_000  # characters of all scripts
_NEAR_TITLE = 1500  # characters
_NAME = re.compile(r"[^\W\d_][^<>{}\[\]:/@\\]{2,60}\Z")
_SHORTEST_TITLE = 12
_SIGNS = ("ublish", "uthor", "yline", "Date", "_date")  # one of these is in every script that says something


def script_metadata(tree: lxml_html.HtmlElement, title: str | None) -> Metadata:
    """Date and author where the scripts name one, or name one beside the page's title."""
    text = "\n".join(_scripts(tree))[:_LARGEST]
    places = _places(text, title)
    published = _chosen(_dates().finditer(text), places)
    byline = _chosen((found for found in _authors().finditer(text) if _NAME.match(_said(found))), places)
    return Metadata(published=published, byline=byline, tags={"published": "script", "byline": "script"})


def _scripts(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        text = script.text or ""
        if any(sign in text for sign in _SIGNS):
            yield text


def _places(text: str, title: str | None) -> list[int]:
    """Where the page's title stands in the scripts, as it is or escaped."""
    if not title or len(title) < _SHORTEST_TITLE:
        return []
    forms = {title, json.dumps(title)[1:-1]}
    return [found.start() for form in forms for found in re.finditer(re.escape(form), text)]


def _chosen(found: Iterator[re.Match[str]], places: list[int]) -> str | None:
    """The value that all name, or of several the one that stands nearest behind or before the title."""
    said = [(match.start(), _said(match)) for match in found]
    if len({value[:10] for _, value in said}) == 1:
        return said[0][1]
    near = [(abs(at - place), value) for at, value in said for place in places]
    nearest = min(near, default=None)
    return nearest[1] if nearest and nearest[0] <= _NEAR_TITLE else None


def _said(found: re.Match[str]) -> str:
    raw = next(filter(None, found.groups()), "")
    try:
        return str(json.loads(f'"{raw}"')).strip()
    except ValueError:
        return raw.strip()


@cache
def _dates() -> re.Pattern[str]:
    keys = "|".join(field_names()["scripts"]["published"])
    day, seconds = r"(?:19|20)\d\d-?\d\d-?\d\d[T ]?[\d:.+Z-]*", r"1\d{9}(?:\d{3})?\b"
    return re.compile(rf"""["']?\b(?:{keys})\\?["']?\s*:\s*\\?["']?({day}|{seconds})""", re.IGNORECASE)


@cache
def _authors() -> re.Pattern[str]:
    keys = "|".join(field_names()["scripts"]["byline"])
    value = r"""\\?["']((?:[^"'\\]|\\u[0-9a-fA-F]{4}){3,60})\\?["']"""
    inside = r"""\\?["']?(?:author|authors|creator|by)\\?["']\s*:\s*\[?\s*\{[^{}]{0,300}?\\?["']name\\?["']\s*:\s*"""
    return re.compile(rf"""["']?\b(?:{keys})\\?["']?\s*:\s*{value}|{inside}{value}""", re.IGNORECASE)
