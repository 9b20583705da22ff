"""WARC files: the HTTP responses (and resources) that hold a page, however their headers label what they hold."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from transforms.read.rejected import RejectedError
from transforms.read.unpack import MAX_FILE_BYTES, unpacked

_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "application/json", "application/ld+json")
_GZIP_MAGIC, _ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_PAGE_END = b"</html>"
_RECORD = b"WARC/1."
_LONGEST_CHUNK_HEADER = 100


@dataclass(frozen=True, slots=True)
class WarcPage:
    """One captured page: its payload without HTTP headers, chunking or compression."""

    url: str | None
    fetched_at: str | None
    media_type: str
    charset: str | None
    status: int | None
    payload: bytes


def warc_pages(raw: bytes) -> Iterator[WarcPage | RejectedError]:
    """The responses and resources of an unpacked WARC file; for a broken part its rejection, and then what follows it."""
    start = 0
    while 0 <= start < len(raw):
        last = start
        try:
            for record in _records(raw[start:]):
                last = start + record.stream_pos
                yield _page(record)
            break
        except (RuntimeError, ValueError, OSError, UnicodeError) as error:
            detail = f"{error or type(error).__name__}."
            yield RejectedError("broken WARC record", detail, "Crawl or copy the WARC file again.")
        start = raw.find(_RECORD, last + len(_RECORD))


def is_page(page: WarcPage) -> bool:
    """Whether the record can hold an article."""
    return page.media_type.startswith(_PAGE_TYPES) or not page.media_type


def _records(raw: bytes) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    yield from ArchiveIterator(io.BytesIO(raw), record_types=wanted, parse_http=True, auto_decode="none")


def _page(record: Any) -> WarcPage | RejectedError:
    headers = record.http_headers
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    media_type = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    try:
        payload = _decoded(record.reader.read(), headers)
    except RejectedError as rejected:
        rejected.detail = f"{url or 'a record without URL'}: {rejected.detail}"
        return rejected
    return WarcPage(
        url=url,
        fetched_at=record.headers.get("WARC-Date"),
        media_type=media_type,
        charset=record.http_charset,
        status=headers.status_code if headers is not None else None,
        payload=payload,
    )


def _decoded(payload: bytes, headers: Any) -> bytes:
    """The payload without chunking and compression: as its headers say where that is so, or as it is."""
    said = {name.lower(): value.lower() for name, value in headers} if headers is not None else {}
    if "chunked" in said.get("transfer-encoding", ""):
        payload = _unchunked(payload)
    codings = [coding.strip() for coding in said.get("content-encoding", "").split(",")]
    for coding in reversed(codings):
        payload = _unpacked(payload, coding)
    return payload


def _unchunked(payload: bytes) -> bytes:
    """The chunks put together; a payload that does not begin with one is whole, though its header says chunked."""
    parts: list[bytes] = []
    position = 0
    while position < len(payload):
        end = payload.find(b"\n", position, position + _LONGEST_CHUNK_HEADER)
        header = payload[position:end].split(b";")[0].strip() if end >= 0 else b"?"
        if not header and parts:
            position = end + 1
            continue
        try:
            size = int(header, 16)
        except ValueError:
            if not parts:
                return payload
            detail = f"The chunks of the payload break off after {sum(map(len, parts)):,} bytes."
            raise RejectedError("broken WARC record", detail, "Crawl or copy the WARC file again.") from None
        if size <= 0:
            break
        parts.append(payload[end + 1 : end + 1 + size])
        position = end + 1 + size
    return b"".join(parts)


def _unpacked(payload: bytes, coding: str) -> bytes:
    if payload.startswith(_GZIP_MAGIC):
        content, damage = unpacked(payload)
        if damage and not content.rstrip().lower().endswith(_PAGE_END):  # only the check sum is missing
            raise damage
        return content
    if coding == "deflate":
        return _inflated(payload)
    if coding == "zstd" and payload.startswith(_ZSTD_MAGIC):
        return _read(payload, "ZstdReader")
    if coding == "br":
        return _read(payload, "BrotliReader")
    return payload


def _inflated(payload: bytes) -> bytes:
    """Both kinds of what servers call deflate; a payload that is neither is not packed."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(payload, MAX_FILE_BYTES)
        except zlib.error:
            continue
    return payload


def _read(payload: bytes, reader: str) -> bytes:
    from fastwarc import stream_io

    try:
        content: bytes = getattr(stream_io, reader)(io.BytesIO(payload)).read(MAX_FILE_BYTES)
    except (OSError, ValueError, RuntimeError):
        return payload
    return content or payload
