"""Every input format to documents: what a file holds, or why it holds no article. Nothing here raises on bad input."""

import json

from transforms.read.build import MAX_ARTICLE_BYTES, Reading, decoded, document_of, page_of, rejection_of
from transforms.read.decode import unescaped
from transforms.read.document import Document, Media, Metadata
from transforms.read.fields import merged, record_metadata
from transforms.read.read_html import declared_charset
from transforms.read.read_records import json_file, json_lines
from transforms.read.read_text import markdown_blocks, text_blocks
from transforms.read.read_warc import WarcPage, is_page, warc_pages
from transforms.read.rejected import RejectedError, too_large
from transforms.read.sniff import reader_for
from transforms.read.unpack import MAX_FILE_BYTES, is_packed, unpacked

_READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".warc": "warc",
}
_LIMITS = {"lines": MAX_FILE_BYTES, "warc": MAX_FILE_BYTES, "json": 64 * 1024 * 1024}
_SUPPORTED = ".txt .md .html .htm .json .jsonl .ndjson .warc (each also .gz)"
_HTTP_OK = range(200, 300)
_PACKED_AGAIN = 3  # times that one file may be packed over


def read_file(file_name: str, raw: bytes, sidecar: bytes | None = None) -> Reading:
    """The articles of one file, in order, with a rejection for each file or record that cannot be read.

    `raw` are the bytes as on disk; `sidecar` those of `NAME.meta.json` where there is one: it gives what the file
    lacks.
    """
    stated = Metadata()
    if sidecar is not None:
        try:
            stated = _sidecar_metadata(sidecar)
        except RejectedError as rejected:
            yield rejection_of(file_name, rejected)
    try:
        yield from _read(file_name, raw, stated)
    except RejectedError as rejected:
        yield rejection_of(file_name, rejected)


def _read(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    reader, raw, damage = _opened(file_name, raw)
    if reader == "lines":
        yield from json_lines(file_name, raw, stated)
    elif reader == "warc":
        yield from _warc(file_name, raw, stated)
    elif reader == "json":
        yield from json_file(file_name, raw, stated)
    elif reader == "html":
        yield _html_document(file_name, raw, stated)
    else:
        yield _text_document(file_name, raw, stated, markdown=reader == "markdown")
    if damage:
        raise damage


def _opened(file_name: str, raw: bytes) -> tuple[str, bytes, RejectedError | None]:
    """Which reader the name asks for, the unpacked bytes, and damage to the packing that leaves records whole."""
    name = file_name.lower()
    reader = next((kind for suffix, kind in _READERS.items() if name.removesuffix(".gz").endswith(suffix)), None)
    if reader is None:
        detail = f"The name {file_name!r} ends in none of {_SUPPORTED}."
        raise RejectedError("unsupported file type", detail, "Rename or convert the file to one of these types.")
    damage = None
    for _ in range(_PACKED_AGAIN):
        if damage or not is_packed(raw):
            break
        raw, damage = unpacked(raw)
    if damage and reader not in ("lines", "warc"):
        raise damage
    limit = _LIMITS.get(reader, MAX_ARTICLE_BYTES)
    if len(raw) > limit:
        raise too_large(len(raw), limit)
    if not raw.strip():
        detail = f"The file holds {len(raw)} bytes and no text."
        raise RejectedError("empty file", detail, "Fetch or export the article again.")
    return reader_for(reader, raw), raw, damage


def _text_document(
    file_name: str, raw: bytes, stated: Metadata, *, markdown: bool = False, charset: str | None = None
) -> Document:
    text = unescaped(decoded(raw, charset))
    media: Media = "markdown" if markdown else "text"
    blocks, front = markdown_blocks(text) if markdown else text_blocks(text)
    return document_of(file_name, raw, media, text, blocks, merged(front, stated))


def _html_document(
    file_name: str, raw: bytes, stated: Metadata, charset: str | None = None, media: Media = "html"
) -> Document:
    text, blocks, said = page_of(decoded(raw, charset or declared_charset(raw)))
    return document_of(file_name, raw, media, text, blocks, merged(said, stated))


def _warc(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    found = False
    for page in warc_pages(raw):
        found = True
        if isinstance(page, RejectedError):
            yield rejection_of(file_name, page)
            continue
        try:
            yield from _warc_documents(file_name, page, stated)
        except RejectedError as rejected:
            rejected.detail = f"{page.url or 'a record without URL'}: {rejected.detail}"
            yield rejection_of(file_name, rejected)
    if not found:
        raise RejectedError(
            "no article text",
            "The WARC file holds no response or resource record.",
            "Drop a WARC file with captured pages.",
        )


def _warc_documents(file_name: str, page: WarcPage, stated: Metadata) -> Reading:
    if page.status is not None and page.status not in _HTTP_OK:
        raise RejectedError(
            "not a page",
            f"The server answered with status {page.status}.",
            "Nothing, unless the page is wanted: then fetch it again.",
        )
    if not is_page(page):
        raise RejectedError(
            "not a page",
            f"The record is of type {page.media_type}.",
            "Nothing: only HTML, text and JSON records hold articles.",
        )
    if not page.payload.strip():
        raise RejectedError("no article text", "The record's payload is empty.", "Fetch the page again.")
    captured = merged(stated, Metadata(url=page.url, fetched_at=page.fetched_at))
    if page.media_type.endswith("json"):
        yield from json_file(file_name, page.payload, captured)
    elif page.media_type == "text/plain" and reader_for("text", page.payload) == "text":
        yield _text_document(file_name, page.payload, captured, charset=page.charset)
    else:
        charset = page.charset or declared_charset(page.payload)
        yield _html_document(file_name, page.payload, captured, charset=charset, media="warc")


def _sidecar_metadata(sidecar: bytes) -> Metadata:
    try:
        value = json.loads(decoded(sidecar, None), strict=False)
    except (ValueError, RecursionError) as error:
        raise RejectedError(
            "broken sidecar", f"The .meta.json file: {error}.", "Correct the JSON; the article was read without it."
        ) from error
    return record_metadata(value, "sidecar") if isinstance(value, dict) else Metadata()
