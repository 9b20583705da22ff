"""Ids that depend on content alone, so that a rerun on the same input gives the same rows."""

from hashlib import sha256
from typing import Literal

Prefix = Literal["ar", "se", "en", "lo", "mt", "qu", "em", "ev", "qr", "rl"]


def content_id(prefix: Prefix, *parts: object) -> str:
    """`prefix`, an underscore and 16 hex digits of the SHA-256 of the parts, in order.

    >>> content_id("ev", "a", 1) == content_id("ev", "a", 1) != content_id("ev", "a1")
    True
    """
    joined = "\x1f".join(map(str, parts))
    return f"{prefix}_{sha256(joined.encode('utf-8', 'surrogatepass')).digest()[:8].hex()}"


def bytes_id(prefix: Prefix, raw: bytes) -> str:
    """The same for raw bytes: an article's id is that of its own bytes, whatever its file is called."""
    return f"{prefix}_{sha256(raw).hexdigest()[:16]}"
