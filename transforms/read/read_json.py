"""JSON articles: which objects of a file are articles, and the bytes that each of them is."""

import json
from collections.abc import Iterator
from typing import Any

from transforms.read.document import Metadata
from transforms.read.fields import field_names, plain, record_metadata

_DECODER = json.JSONDecoder(strict=False)
_SPACE = " \t\n\r"
_DEPTH_LIMIT = 4


class NoArticleError(ValueError):
    """A JSON value that is no article. `args` are reason, detail and fix."""


def split_array(text: str) -> Iterator[tuple[str, Any]]:
    """Each item of a JSON array with its own source text. Raises JSONDecodeError where the JSON breaks off."""
    position = _skip(text, text.index("[") + 1)
    while position < len(text) and text[position] != "]":
        item, end = _DECODER.raw_decode(text, position)
        yield text[position:end], item
        position = _skip(text, end)
        if position < len(text) and text[position] == ",":
            position = _skip(text, position + 1)
        elif position >= len(text) or text[position] != "]":
            raise json.JSONDecodeError("Expecting ',' or ']'", text, position)
    if position >= len(text):
        raise json.JSONDecodeError("The array is not closed", text, position)
    if _skip(text, position + 1) < len(text):
        raise json.JSONDecodeError("Extra data", text, position + 1)


def split_values(text: str) -> Iterator[tuple[str, Any]]:
    """Each of several JSON values that stand one after another, with its own source text. Raises as `split_array` does."""
    position = _skip(text, 0)
    while position < len(text):
        item, end = _DECODER.raw_decode(text, position)
        yield text[position:end], item
        position = _skip(text, end)


def contained_articles(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The article objects in a value: itself, or those in its containers (`articles`, `@graph`, `data`, …)."""
    if depth > _DEPTH_LIMIT:
        return []
    if isinstance(value, list):
        return [article for item in value for article in contained_articles(item, depth + 1)]
    if not isinstance(value, dict):
        return []
    if article_text(value):
        return [value]
    return [
        article
        for name in field_names()["containers"]
        if isinstance(value.get(name), list | dict)
        for article in contained_articles(value[name], depth + 1)
    ]


def article_text(record: dict[str, Any]) -> str | None:
    """The article's text or HTML, from the first field that has any; paragraphs are joined by blank lines."""
    for name in field_names()["json"]["text"]:
        text = _flowing(record.get(name))
        if text and text.strip():
            return text
    return None


def article_metadata(record: dict[str, Any]) -> Metadata:
    """What the record says about the article."""
    return record_metadata(record)


def _flowing(value: Any, depth: int = 0) -> str | None:
    if depth > _DEPTH_LIMIT:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        parts = [part for part in (_flowing(item, depth + 1) for item in value) if part and part.strip()]
        return "\n\n".join(parts) or None
    if isinstance(value, dict):
        # fundus: {"summary": […], "sections": [{"headline": […], "paragraphs": […]}]}; others: {"text": …}
        keys = ("summary", "headline", "sections", "paragraphs", "text", "content", "rendered", "html", "value")
        parts = [part for part in (_flowing(value.get(key), depth + 1) for key in keys) if part and part.strip()]
        return "\n\n".join(parts) or None
    return None


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position


__all__ = ["NoArticleError", "article_metadata", "article_text", "contained_articles", "plain", "split_array"]
