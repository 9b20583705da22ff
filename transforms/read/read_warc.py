"""WARC files: the HTTP responses (and resources) that hold a page."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "application/json", "application/ld+json")
_SKIPPED_TYPES = frozenset(("warcinfo", "request", "metadata", "revisit", "continuation", "conversion"))


@dataclass(frozen=True, slots=True)
class WarcPage:
    """One captured page: its payload without HTTP headers, chunking or compression."""

    url: str | None
    fetched_at: str | None
    media_type: str
    charset: str | None
    status: int | None
    payload: bytes


class BrokenWarcError(ValueError):
    """A WARC file, or a record of it, that cannot be read. `args[0]` says where and why."""


def warc_pages(raw: bytes) -> Iterator[WarcPage]:
    """The responses and resources of an unpacked WARC file. Raises BrokenWarcError at the first broken one."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(io.BytesIO(raw), record_types=wanted, parse_http=True, auto_decode="all"):
            headers = record.http_headers
            media_type = (
                (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
            )
            yield WarcPage(
                url=(record.headers.get("WARC-Target-URI") or "").strip("<>") or None,
                fetched_at=record.headers.get("WARC-Date"),
                media_type=media_type,
                charset=record.http_charset,
                status=headers.status_code if headers is not None else None,
                payload=record.reader.read(),
            )
    except (RuntimeError, ValueError, OSError, UnicodeError) as error:
        raise BrokenWarcError(str(error) or type(error).__name__) from error


def is_page(page: WarcPage) -> bool:
    """Whether the record can hold an article."""
    return page.media_type.startswith(_PAGE_TYPES) or not page.media_type
