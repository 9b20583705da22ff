"""Decisions that were made before on whether two clusters are one, so that a new batch decides only on what it touches.

A decision is known by all mentions of both clusters and by which of their articles are linked. Whatever of that changes
gives another key.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from transforms.known_results import DamagedResultsError

_KEY = np.dtype(np.uint64).itemsize


@dataclass(frozen=True)
class KnownMerges:
    """By the keys of pairs of clusters whether they became one."""

    decided: Mapping[int, bool] = field(default_factory=dict)

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """What `pack` gave. Raises DamagedResultsError for other bytes."""
        try:
            raw = zlib.decompress(packed)
            number, rest = divmod(len(raw), _KEY + 1)
            if rest:
                raise DamagedResultsError(f"{len(raw)} bytes are no whole number of decisions")
            keys = np.frombuffer(raw, np.uint64, number)
            are_one = np.frombuffer(raw, np.bool_, number, number * _KEY)
        except (zlib.error, ValueError) as error:
            raise DamagedResultsError(str(error)) from error
        return cls(dict(zip(keys.tolist(), are_one.tolist(), strict=True)))

    def pack(self) -> bytes:
        """All of it as bytes."""
        number = len(self.decided)
        keys, are_one = (
            np.fromiter(self.decided, np.uint64, number),
            np.fromiter(self.decided.values(), np.bool_, number),
        )
        return zlib.compress(keys.tobytes() + are_one.tobytes(), 1)
