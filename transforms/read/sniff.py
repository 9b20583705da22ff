"""What a file holds where its name misleads: a page named .txt, a record named .html, text named .html, Markdown named .txt."""

import codecs
import json

from transforms.read.decode import UnreadableError, decode
from transforms.read.read_json import contained_articles

_START = 512
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<?xml")
_HEADING = b"# "
_MOST_RECORD_BYTES = 16 * 1024 * 1024


def reader_for(named: str, raw: bytes) -> str:
    """The reader that the content asks for: the one that the name asks for unless the content is plainly another's."""
    start = raw[:_START].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if named in ("text", "markdown", "json") and start.startswith(_PAGE_STARTS):
        return "html"
    if named == "text" and start.startswith(_HEADING):
        return "markdown"
    if named in ("text", "markdown", "html") and start[:1] in (b"{", b"[") and _is_record(raw):
        return "json"
    return "text" if named == "html" and b"<" not in raw else named


def _is_record(raw: bytes) -> bool:
    if len(raw) > _MOST_RECORD_BYTES:
        return False
    try:
        return bool(contained_articles(json.loads(decode(raw), strict=False)))
    except (ValueError, RecursionError, UnreadableError):
        return False
