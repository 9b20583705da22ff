"""Near copies by word 5-grams: an exact set-similarity join, so that no pair is missed by chance.

Prefix filtering (Chaudhuri et al. 2006; Bayardo et al. 2007, "Scaling up all pairs similarity search"): order every
text's shingles from the rarest to the commonest. Two sets with Jaccard similarity t or more share at least one
shingle among the first n - ceil(t n) + 1 of each, so only texts that share such a rare shingle are compared. Unlike
MinHash this loses nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, count
from math import ceil

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 5
_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def words(text: str) -> list[str]:
    """The words of a text as copies are compared: runs of letters, digits and underscores, lower case."""
    return _WORD.findall(text.lower())


def shingle_sets(texts: Sequence[Sequence[str]]) -> list[NDArray[np.uint64]]:
    """The sorted 64-bit hashes of each text's word 5-grams, each once; a shorter text has none."""
    ids: defaultdict[str, int] = defaultdict(count(1).__next__)
    codes = [np.fromiter(map(ids.__getitem__, text), np.uint64, len(text)) for text in texts]
    return [np.unique(_rolling(_scramble(code))) for code in codes]


def jaccard(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> float:
    """Shared share of two sorted sets of hashes, 0 to 1."""
    shared = len(np.intersect1d(left, right, assume_unique=True))
    union = len(left) + len(right) - shared
    return shared / union if union else 0.0


def similar_pairs(sets: Sequence[NDArray[np.uint64]], threshold: float) -> Iterator[tuple[int, int, float]]:
    """Every pair of positions (i < j) whose sets have at least `threshold` Jaccard similarity, with it."""
    for i, j in sorted(_candidates(sets, threshold)):
        small, large = sorted((len(sets[i]), len(sets[j])))
        if small >= threshold * large:
            score = jaccard(sets[i], sets[j])
            if score >= threshold:
                yield i, j, score


def _candidates(sets: Sequence[NDArray[np.uint64]], threshold: float) -> set[tuple[int, int]]:
    if not sets or not any(len(one) for one in sets):
        return set()
    _, inverse, counts = np.unique(np.concatenate(sets), return_inverse=True, return_counts=True)
    frequency = counts[inverse]
    holders: dict[int, list[int]] = {}
    start = 0
    for position, one in enumerate(sets):
        stop = start + len(one)
        rare_first = np.lexsort((inverse[start:stop], frequency[start:stop]))
        prefix = rare_first[: len(one) - ceil(threshold * len(one)) + 1] + start
        for shingle in inverse[prefix[frequency[prefix] > 1]].tolist():
            holders.setdefault(shingle, []).append(position)
        start = stop
    return {pair for group in holders.values() for pair in combinations(group, 2)}


def _scramble(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finalizer of SplitMix64: neighbouring numbers get unrelated hashes."""
    with np.errstate(over="ignore"):
        mixed = values * _MIX
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _rolling(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One hash for each run of SHINGLE_WORDS hashes, depending on their order."""
    length = len(hashes) - SHINGLE_WORDS + 1
    if length < 1:
        return np.empty(0, np.uint64)
    rolled = np.zeros(length, np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(SHINGLE_WORDS):
            rolled = (rolled ^ hashes[offset : offset + length]) * _MIX
            rolled ^= rolled >> np.uint64(29)
    return rolled
