"""Which things share keys: the inverted index behind every blocking step, over whole arrays at once."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

N = TypeVar("N", np.int64, np.uint64)
Ints = NDArray[np.int64]
Codes = NDArray[np.int64] | NDArray[np.uint64]

# Odd numbers without a pattern in their bits (those of xxHash64), by which the two ends of a pair are told apart.
_LOW, _HIGH = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
_MASK = (1 << 64) - 1


def pair_hashes(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash of each pair of hashes, the same in either order."""
    with np.errstate(over="ignore"):
        mixed: NDArray[np.uint64] = np.minimum(left, right) * np.uint64(_LOW) ^ np.maximum(left, right) * np.uint64(
            _HIGH
        )
    return mixed


def pair_hash(left: int, right: int) -> int:
    """The same of one pair."""
    return (min(left, right) * _LOW & _MASK) ^ (max(left, right) * _HIGH & _MASK)


def count_shared(keys: Codes, holders: Ints, number: int, most: int) -> tuple[Ints, Ints]:
    """The codes i * number + j, in order, of the pairs of `number` holders that share keys, and how many each shares.

    `keys` and `holders` run side by side, the holders of a key ascending and each once. Keys that more than `most` hold
    are passed over.
    """
    codes, counts = np.unique(_pair_codes(keys, holders, most, number), return_counts=True)
    return codes, counts


def sharing_codes(keys: Codes, holders: Ints, number: int, most: int, least: int) -> Ints:
    """The codes of the pairs that share at least `least` keys, all as in `count_shared`."""
    codes, counts = count_shared(keys, holders, number, most)
    shared: Ints = codes[counts >= least]
    return shared


def distinct(values: NDArray[N]) -> NDArray[N]:
    """The distinct numbers in order; a sort of millions is far faster than np.unique, which hashes them."""
    found = np.sort(values)
    return found[_is_new(found)]


def _is_new(ascending: Codes) -> NDArray[np.bool_]:
    """Whether each is another number than the one before it."""
    found = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=found[1:])
    return found


def to_pairs(codes: Ints, number: int) -> list[tuple[int, int]]:
    """The pairs that the codes stand for."""
    first, second = np.divmod(codes, max(number, 1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


def group_codes(groups: Iterable[Sequence[int]], number: int) -> Ints:
    """The codes of all pairs inside each group; the positions in a group ascend."""
    by_size: dict[int, list[Sequence[int]]] = {}
    for group in groups:
        by_size.setdefault(len(group), []).append(group)
    return _joined([_codes_of(np.array(same, np.int64), number) for size, same in by_size.items() if size > 1])


def _pair_codes(keys: Codes, holders: Ints, most: int, number: int) -> Ints:
    order = np.argsort(keys, kind="stable")  # holders of one key stay in order
    holders = holders[order]
    starts = np.flatnonzero(_is_new(keys[order]))
    sizes = np.diff(starts, append=len(order))
    parts = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]).tolist():
        groups = holders[starts[sizes == size][:, None] + np.arange(size)]
        parts.append(_codes_of(groups, number))
    return _joined(parts)


def _codes_of(groups: Ints, number: int) -> Ints:
    """The codes of all pairs inside each row."""
    left, right = np.triu_indices(groups.shape[1], 1)
    codes: Ints = (groups[:, left] * number + groups[:, right]).ravel()
    return codes


def _joined(parts: Sequence[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
