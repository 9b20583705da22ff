"""Every input format to documents: what a file holds, or why it holds no article. Nothing here raises on bad input."""

import json
from collections.abc import Iterator
from typing import Any

from transforms.ids import bytes_id
from transforms.read.decode import UnreadableError, decode, tidy
from transforms.read.document import Block, Document, Media, Metadata, Rejection
from transforms.read.fields import merged, record_metadata
from transforms.read.html_metadata import html_metadata
from transforms.read.read_html import declared_charset, looks_like_html, parse_html, visible_text
from transforms.read.read_json import article_text, contained_articles, split_array
from transforms.read.read_text import markdown_blocks, text_blocks
from transforms.read.read_warc import BrokenWarcError, WarcPage, is_page, warc_pages
from transforms.read.rejected import RejectedError, too_large
from transforms.read.unpack import MAX_FILE_BYTES, unpacked
from transforms.read.verdicts import with_verdicts

MAX_ARTICLE_BYTES = 16 * 1024 * 1024
MAX_ARTICLE_CHARS = 2_000_000
MAX_ARTICLE_BLOCKS = 20_000
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

Reading = Iterator[Document | Rejection]


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
            yield _rejection(file_name, rejected)
    try:
        yield from _read(file_name, raw, stated)
    except RejectedError as rejected:
        yield _rejection(file_name, rejected)


def _read(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    reader, raw, damage = _opened(file_name, raw)
    if reader == "lines":
        yield from _json_lines(file_name, raw, stated)
    elif reader == "warc":
        yield from _warc(file_name, raw, stated)
    elif reader == "json":
        yield from _json(file_name, raw, stated)
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
    if name.endswith(".gz"):
        raw, damage = unpacked(raw)
    if damage and reader not in ("lines", "warc"):
        raise damage
    limit = _LIMITS.get(reader, MAX_ARTICLE_BYTES)
    if len(raw) > limit:
        raise too_large(len(raw), limit)
    if not raw.strip():
        detail = f"The file holds {len(raw)} bytes and no text."
        raise RejectedError("empty file", detail, "Fetch or export the article again.")
    return reader, raw, damage


def _text_document(
    file_name: str, raw: bytes, stated: Metadata, *, markdown: bool = False, charset: str | None = None
) -> Document:
    text = _decoded(raw, charset)
    media: Media = "markdown" if markdown else "text"
    blocks, front = markdown_blocks(text) if markdown else text_blocks(text)
    return _document(file_name, raw, media, text, blocks, merged(front, stated))


def _html_document(
    file_name: str, raw: bytes, stated: Metadata, charset: str | None = None, media: Media = "html"
) -> Document:
    text, blocks, said = _page(_decoded(raw, charset or declared_charset(raw)))
    return _document(file_name, raw, media, text, blocks, merged(said, stated))


def _page(markup: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """The visible text, blocks and metadata of a page."""
    tree = parse_html(markup)
    if tree is None:
        return "", (), Metadata()
    text, blocks = visible_text(tree)
    said = html_metadata(tree)
    return text, with_verdicts(text, blocks, tree), said


def _json(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    text = _decoded(raw, None).strip()
    try:
        if text.startswith("["):
            yield from _json_items(file_name, text, stated)
            return
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if "\n" in text and text.startswith("{") and _is_object(text.split("\n", 1)[0]):
            yield from _json_lines(file_name, raw, stated)
            return
        raise RejectedError("broken JSON", f"{error}.", "Export the file again as valid JSON.") from error
    articles = contained_articles(value)
    if not articles:
        raise _no_article_in(value)
    for article in articles:
        own = raw if article is value else _canonical(article)
        yield from _guarded(file_name, own, article, stated)


def _json_items(file_name: str, text: str, stated: Metadata) -> Reading:
    found = False
    for own, item in split_array(text):
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
            yield _rejection(file_name, _no_article_in(item))
    if not found:
        raise _no_article_in([])


def _json_lines(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    start, number = 0, 0
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = _decoded(raw, None).encode()
    while start < len(raw):
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        line = raw[start:end].strip()
        start, number = end + 1, number + 1
        if not line:
            continue
        try:
            yield from _json_line(file_name, line, stated)
        except RejectedError as rejected:
            rejected.detail = f"Line {number}: {rejected.detail}"
            yield _rejection(file_name, rejected)


def _json_line(file_name: str, line: bytes, stated: Metadata) -> Reading:
    if len(line) > MAX_ARTICLE_BYTES:
        raise too_large(len(line), MAX_ARTICLE_BYTES)
    try:
        value = json.loads(_decoded(line, None), strict=False)
    except (ValueError, RecursionError) as error:
        raise RejectedError(
            "broken JSON line", f"{error}.", "Export this record again as one line of valid JSON."
        ) from error
    articles = contained_articles(value)
    if not articles:
        raise _no_article_in(value)
    for article in articles:
        yield _record_document(file_name, line if article is value else _canonical(article), article, stated)


def _guarded(file_name: str, own: bytes, article: dict[str, Any], stated: Metadata) -> Reading:
    try:
        yield _record_document(file_name, own, article, stated)
    except RejectedError as rejected:
        yield _rejection(file_name, rejected)


def _record_document(file_name: str, own: bytes, article: dict[str, Any], stated: Metadata) -> Document:
    said = record_metadata(article)
    content = article_text(article) or ""
    if len(content) > MAX_ARTICLE_BYTES:
        raise too_large(len(content), MAX_ARTICLE_BYTES)
    if looks_like_html(content):
        text, blocks, page = _page(content)
        return _document(file_name, own, "json", text, blocks, merged(said, stated, page))
    text = tidy(content)
    blocks, head = text_blocks(text)
    return _document(file_name, own, "json", text, blocks, merged(said, stated, head))


def _warc(file_name: str, raw: bytes, stated: Metadata) -> Reading:
    found = False
    try:
        for page in warc_pages(raw):
            found = True
            try:
                yield _warc_document(file_name, page, stated)
            except RejectedError as rejected:
                rejected.detail = f"{page.url or 'a record without URL'}: {rejected.detail}"
                yield _rejection(file_name, rejected)
    except BrokenWarcError as error:
        raise RejectedError("broken WARC record", f"{error}.", "Crawl or copy the WARC file again.") from error
    if not found:
        raise RejectedError(
            "no article text",
            "The WARC file holds no response or resource record.",
            "Drop a WARC file with captured pages.",
        )


def _warc_document(file_name: str, page: WarcPage, stated: Metadata) -> Document:
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
    if page.media_type == "text/plain":
        return _text_document(file_name, page.payload, captured, charset=page.charset)
    if page.media_type.endswith("json"):
        documents = [item for item in _json(file_name, page.payload, captured) if isinstance(item, Document)]
        if not documents:
            raise _no_article_in({})
        return documents[0]
    charset = page.charset or declared_charset(page.payload)
    return _html_document(file_name, page.payload, captured, charset=charset, media="warc")


def _document(
    file_name: str, own: bytes, media: Media, text: str, blocks: tuple[Block, ...], said: Metadata
) -> Document:
    if not any(any(map(str.isalnum, text[block.char_start : block.char_end])) for block in blocks):
        raise RejectedError(
            "no article text", "No visible words were found.", "Fetch the page with its text, or leave it out."
        )
    if len(text) > MAX_ARTICLE_CHARS or len(blocks) > MAX_ARTICLE_BLOCKS:
        detail = f"{len(text):,} characters in {len(blocks):,} lines or paragraphs are too many for one article."
        raise RejectedError("too large", detail, "Split it into smaller files, one article each.")
    return Document(
        article_id=bytes_id("ar", own), file_name=file_name, media=media, text=text, blocks=blocks, metadata=said
    )


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return decode(raw, charset)
    except UnreadableError as error:
        raise RejectedError(
            "not text",
            f"The content is {error.args[0]}.",
            "Extract the article's text, or save it in a supported type.",
        ) from error


def _sidecar_metadata(sidecar: bytes) -> Metadata:
    try:
        value = json.loads(_decoded(sidecar, None), strict=False)
    except (ValueError, RecursionError) as error:
        raise RejectedError(
            "broken sidecar", f"The .meta.json file: {error}.", "Correct the JSON; the article was read without it."
        ) from error
    return record_metadata(value, "sidecar") if isinstance(value, dict) else Metadata()


def _no_article_in(value: Any) -> RejectedError:
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


def _rejection(file_name: str, rejected: RejectedError) -> Rejection:
    return Rejection(file_name=file_name, reason=rejected.reason, detail=rejected.detail, fix=rejected.fix)
