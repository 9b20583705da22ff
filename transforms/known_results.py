"""Results that were made before, by what they were made from: what a cache keeps, and what is given to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

_KEY_BYTES = 16


class DamagedResultsError(ValueError):
    """Bytes that are not what was packed."""


@dataclass(frozen=True, slots=True)
class KnownResults:
    """Packed chunks of results by their number, and by the key of a result the number of its chunk and its position."""

    chunks: Mapping[int, bytes] = field(default_factory=dict)
    places: Mapping[bytes, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewResults:
    """Results that were made, packed, and their keys in order; `stamp` says what made them."""

    stamp: str
    keys: tuple[bytes, ...]
    packed: bytes


def result_key(stamp: str, *content: object) -> bytes:
    """What a result is known by: what makes it and what it is made from."""
    text = "\x1f".join((stamp, *map(str, content)))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()
