"""Gzip files of any number of members, whole or damaged, never unpacked beyond a limit."""

import zlib

from transforms.read.rejected import RejectedError, too_large

MAX_FILE_BYTES = 256 * 1024 * 1024
_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"


def is_packed(raw: bytes) -> bool:
    """Whether the bytes begin as a gzip file does, whatever its name."""
    return raw.startswith(_GZIP_MAGIC)


def unpacked(raw: bytes) -> tuple[bytes, RejectedError | None]:
    """The content of a gzip file (of any number of members), and what is wrong with it where it is broken or cut off.

    A file that is named .gz and is not packed (some clients unpack as they download) is its own content.
    """
    parts: list[bytes] = []
    size = 0
    rest = raw
    while rest.startswith(_GZIP_MAGIC):
        member = zlib.decompressobj(wbits=31)
        try:
            while rest and not member.eof:
                part = member.decompress(rest, _CHUNK)
                rest = member.unconsumed_tail
                parts.append(part)
                size += len(part)
                if size > MAX_FILE_BYTES:
                    raise too_large(size, MAX_FILE_BYTES)
        except zlib.error as error:
            detail = f"The file cannot be unpacked beyond {size:,} bytes: {error}."
            return b"".join(parts), RejectedError(
                "broken gzip", detail, "Download the file again, or unpack it and drop the content."
            )
        if not member.eof:
            detail = f"The gzip data ends early, after {size:,} unpacked bytes."
            return b"".join(parts), RejectedError(
                "truncated gzip", detail, "Download the file again: its end is missing."
            )
        rest = member.unused_data
    return b"".join(parts) if parts else raw, None
