"""Files of records: a JSON article, an array or a container of them, several values in a row, or one a line."""

import codecs
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from transforms.read.build import MAX_ARTICLE_BYTES, Reading, decoded, document_of, page_of, rejection_of
from transforms.read.decode import tidy, unescaped
from transforms.read.document import Document, Metadata, Rejection
from transforms.read.fields import merged, record_metadata
from transforms.read.read_html import looks_like_html
from transforms.read.read_json import article_text, contained_articles, split_array, split_values
from transforms.read.read_text import text_blocks
from transforms.read.rejected import RejectedError, too_large

_LONGEST_OPENING = 200


def json_file(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    """The articles of a file of JSON: an article, a container or an array of them, or several values one after another."""
    text = decoded(raw, None).strip()
    try:
        if text.startswith("["):
            yield from _json_items(file_name, split_array(text), stated)
            return
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if "\n" in text and text.startswith("{") and _is_object(text.split("\n", 1)[0]):
            yield from json_lines(file_name, raw, stated)
        elif not text.startswith("[") and _begins_with_value(text):
            yield from _values_in_a_row(file_name, text, stated)
        else:
            raise RejectedError("broken JSON", f"{error}.", "Export the file again as valid JSON.") from error
        return
    articles = contained_articles(value)
    if not articles:
        raise no_article_in(value)
    for article in articles:
        own = raw if article is value else _canonical(article)
        yield from _guarded(file_name, own, article, stated)


def json_lines(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    """The articles of a file with one JSON value a line; a file whose values are spread over lines is read as well."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raw = decoded(raw, None).encode()
    if _is_spread(raw):
        yield from json_file(file_name, raw, stated)
        return
    start, number = 0, 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        line = raw[start:end].strip()
        start, number = end + 1, number + 1
        if not line:
            continue
        try:
            for item in _json_line(file_name, line, stated):
                yield replace(item, detail=f"Line {number}: {item.detail}") if isinstance(item, Rejection) else item
        except RejectedError as rejected:
            rejected.detail = f"Line {number}: {rejected.detail}"
            yield rejection_of(file_name, rejected)


def _is_spread(raw: bytes) -> bool:
    """Whether the first line is only the beginning of a value."""
    first = raw.lstrip()[:_LONGEST_OPENING].split(b"\n", 1)[0].strip()
    return first in (b"{", b"[") and _begins_with_value(decoded(raw, None).strip())


def _begins_with_value(text: str) -> bool:
    try:
        return next(split_values(text), None) is not None
    except (ValueError, RecursionError):
        return False


def _values_in_a_row(file_name: str, text: str, stated: Metadata) -> Reading:
    try:
        yield from _json_items(file_name, split_values(text), stated)
    except (ValueError, RecursionError) as error:
        raise RejectedError("broken JSON", f"{error}.", "Export the file again as valid JSON.") from error


def _json_items(file_name: str, items: Iterable[tuple[str, Any]], stated: Metadata) -> Reading:
    found = False
    for own, item in items:
        articles = contained_articles(item)
        found = found or bool(articles)
        for article in articles:
            yield from _guarded(
                file_name,
                own.encode("utf-8", "surrogatepass") if article is item else _canonical(article),
                article,
                stated,
            )
        if isinstance(item, dict) and not articles:
            found = True
            yield rejection_of(file_name, no_article_in(item))
    if not found:
        raise no_article_in([])


def _json_line(file_name: str, line: bytes, stated: Metadata) -> Reading:
    if len(line) > MAX_ARTICLE_BYTES:
        raise too_large(len(line), MAX_ARTICLE_BYTES)
    try:
        value = json.loads(decoded(line, None), strict=False)
    except (ValueError, RecursionError) as error:
        raise RejectedError(
            "broken JSON line", f"{error}.", "Export this record again as one line of valid JSON."
        ) from error
    articles = contained_articles(value)
    if not articles:
        raise no_article_in(value)
    for article in articles:
        yield from _guarded(file_name, line if article is value else _canonical(article), article, stated)


def _guarded(file_name: str, own: bytes, article: dict[str, Any], stated: Metadata) -> Reading:
    try:
        yield _record_document(file_name, own, article, stated)
    except RejectedError as rejected:
        yield rejection_of(file_name, rejected)


def _record_document(file_name: str, own: bytes, article: dict[str, Any], stated: Metadata) -> Document:
    said = record_metadata(article)
    content = article_text(article) or ""
    if len(content) > MAX_ARTICLE_BYTES:
        raise too_large(len(content), MAX_ARTICLE_BYTES)
    if looks_like_html(content):
        text, blocks, page = page_of(content)
        return document_of(file_name, own, "json", text, blocks, merged(said, stated, page))
    text = unescaped(tidy(content))
    blocks, head = text_blocks(text)
    return document_of(file_name, own, "json", text, blocks, merged(said, stated, head))


def no_article_in(value: Any) -> RejectedError:
    """Why a JSON value is no article: the fields that it has, and those that it lacks."""
    kind = "array" if isinstance(value, list) else "object" if isinstance(value, dict) else "value"
    keys = f" with the fields {', '.join(sorted(map(str, value))[:8])}" if isinstance(value, dict) and value else ""
    detail = f"The JSON {kind}{keys} has no text field (text, maintext, articleBody, body, content, …)."
    return RejectedError("no article text", detail, "Export the articles with their text, one object each.")


def _canonical(article: dict[str, Any]) -> bytes:
    return json.dumps(article, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False
