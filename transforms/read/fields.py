"""Which field of a record means what, and how nested values (publisher, author, graphs) are made plain."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from transforms.load_yaml import load_yaml
from transforms.read.document import Metadata

_NAME_KEYS = ("name", "legalName", "title", "@value", "#text", "text", "value", "url", "@id")
_DOMAIN = re.compile(r"(?:https?:)?//(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_LINK = re.compile(r"https?://", re.IGNORECASE)
_DEPTH_LIMIT = 6
_MAIL = re.compile(r"[(<\[]?\S+@\S+\.\w+[)>\]]?")
_BY = re.compile(r"\A(?:(?:(?:written|posted|words)\s+)?by|and|&)(?:[\s:]+|$)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE_SIGNS = re.compile(r"\d{4}|\d.*\d.*\d|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]{4}")
_DATE_KEYS = ("$date", "$numberLong", "@value", "value", "iso", "date", "datetime", "timestamp")
_UNSET_DATE = re.compile(r"\s*(?:0+\b|0001-|0000-|1970-01-01(?:\Z|[T ]00:00)|1969-12-31)")
_STATED = tuple(name for name in Metadata.__dataclass_fields__ if name != "tags")


@cache
def field_names() -> dict[str, Any]:
    """The lists of field names in `fields.yaml`."""
    return dict(load_yaml(resources.files(__package__).joinpath("fields.yaml").read_text("utf-8")))


def plain(value: Any, joiner: str = ", ", depth: int = 0) -> str | None:
    """A value as one line of text: names of nested objects, items of lists joined; None where nothing is said."""
    if depth > _DEPTH_LIMIT or isinstance(value, bool) or value is None:
        return None
    if isinstance(value, Mapping):
        found = (plain(value.get(key), joiner, depth + 1) for key in _NAME_KEYS)
        return next((name for name in found if name), None)
    if isinstance(value, list | tuple):
        names = [name for name in (plain(item, joiner, depth + 1) for item in value) if name]
        return joiner.join(dict.fromkeys(names)) or None
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - NaN is the one value unlike itself
        return None
    return " ".join(str(value).split()) or None


def signed_by(value: Any) -> str | None:
    """The names that a field for authors states, without mail addresses, `By` and what else stands between them.

    A number is no name, nor is what holds a year where others stand beside it.
    """
    items = value if isinstance(value, list | tuple) else [value]
    said = [plain(item) for item in items if not isinstance(item, int | float)]
    names = [name for one in said if one and (name := _BY.sub("", _MAIL.sub("", one).strip()).strip(" ,;"))]
    undated = [name for name in names if not _YEAR.search(name)]
    return ", ".join(dict.fromkeys(undated or names)) or None


def in_words(value: Any) -> str | None:
    """A value as `plain` reads it; a number is no title."""
    return None if isinstance(value, int | float) else plain(value)


def in_date(value: Any) -> str | None:
    """A value as one line where it can be a date; what a system has not filled in (1 January 1970) is none.

    >>> in_date({"$date": {"$numberLong": "1709629920000"}}), in_date([2024, 3, 5]), in_date("soon")
    ('1709629920000', '2024-03-05', None)
    """
    if isinstance(value, Mapping):
        inside = next((value[name] for name in _DATE_KEYS if name in value), None)
        return (
            in_date(inside) if inside is not None else in_date([value.get(name) for name in ("year", "month", "day")])
        )
    if isinstance(value, list | tuple) and all(isinstance(part, int) for part in value[:3]) and len(value) > 2:  # noqa: PLR2004
        value = "-".join(f"{part:02d}" for part in value[:3])
    said = plain(value)
    return said if said and _DATE_SIGNS.search(said) and not _UNSET_DATE.match(said) else None


def first(record: Mapping[str, Any], names: list[str]) -> str | None:
    """The first of the named fields that says something, whatever case and underscores its name is written with."""
    return first_named(record, names)[1]


def first_named(
    record: Mapping[str, Any], names: list[str], read: Callable[[Any], str | None] = plain
) -> tuple[str, str | None]:
    """The first of the named fields that says something, and what it says."""
    for name in names:
        if name in record:
            value = read(record[name])
            if value:
                return name, value
    return "", None


def domain_of(url: str | None) -> str | None:
    """The host of a URL without `www.`; None for what is no URL."""
    found = _DOMAIN.match(url) if url else None
    return found.group(1).lower() if found else None


def record_metadata(record: Mapping[str, Any], origin: str = "field") -> Metadata:
    """What a JSON article says of itself; `origin` is what its fields are called in `tags` (field, sidecar, JSON-LD)."""
    names = field_names()["json"]
    said = {
        "headline": first_named(record, names["headline"], in_words),
        "published": first_named(record, names["published"], in_date),
        "byline": first_named(record, names["byline"], signed_by),
    }
    url = next((link for link in _links(record, names["url"])), None)
    source = first({key: value for key, value in record.items() if not _is_link(value)}, names["source"])
    return Metadata(
        url=url,
        source=source or domain_of(first(record, names["source"])),
        headline=said["headline"][1],
        byline=said["byline"][1],
        section=first(record, names["section"]),
        language=first(record, names["language"]),
        published=said["published"][1],
        fetched_at=first(record, names["fetched_at"]),
        tags={name: f"{origin} {tag}" for name, (tag, value) in said.items() if value},
    )


def merged(*sources: Metadata) -> Metadata:
    """Each value from the first source that states it."""
    values: dict[str, Any] = {}
    tags: dict[str, str] = {}
    for name in _STATED:
        source = next((source for source in sources if getattr(source, name)), None)
        values[name] = getattr(source, name) if source else None
        if source and name in source.tags:
            tags[name] = source.tags[name]
    return Metadata(**values, tags=tags)


def _links(record: Mapping[str, Any], names: list[str]) -> Iterator[str]:
    for name in names:
        value = record.get(name)
        link = plain(value.get("@id") or value.get("url")) if isinstance(value, Mapping) else plain(value)
        if link and _LINK.match(link):
            yield link


def _is_link(value: Any) -> bool:
    return isinstance(value, str) and bool(_LINK.match(value))
