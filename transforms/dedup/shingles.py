"""Near copies by word 5-grams: an exact set-similarity join, so that no pair is missed by chance.

Prefix filtering (Chaudhuri et al. 2006; Bayardo et al. 2007, "Scaling up all pairs similarity search"): order every
text's shingles from the rarest to the commonest. Two sets with Jaccard similarity t or more share at least one
shingle among the first n - ceil(t n) + 1 of each, so only texts that share such a rare shingle are compared. Unlike
MinHash this loses nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

import numpy as np
from numpy.typing import NDArray

from transforms.number_words import WORD_CHARACTER, Numbers, number_words
from transforms.shared_pairs import distinct

SHINGLE_WORDS = 5
_BUCKETS = 2  # for each shingle at least, twice as many at most
_WORD = re.compile(r"\w+")
Hashes = NDArray[np.uint64]

_MIX = np.uint64(0x9E3779B97F4A7C15)


def words(text: str) -> list[str]:
    """The words of a text as copies are compared: runs of letters, digits and underscores, lower case."""
    return _WORD.findall(text.lower())


def words_of_texts(texts: Sequence[str]) -> list[Numbers]:
    """The words of each text, as numbers that all the texts share."""
    return number_words(texts, f"(?:{WORD_CHARACTER}|_)+", lower=True).by_text()


def shingle_sets(texts: Sequence[Numbers]) -> list[Hashes]:
    """The sorted 64-bit hashes of the 5-grams of each text's numbered words, each once; a shorter text has none."""
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    numbers = np.concatenate(texts) if texts else np.empty(0, np.uint32)
    rolled = _rolling(_scramble(numbers.astype(np.uint64) + np.uint64(1)))
    ends = np.cumsum(sizes)
    spans = zip((ends - sizes).tolist(), (ends - SHINGLE_WORDS + 1).tolist(), strict=True)
    return [distinct(rolled[start : max(start, stop)]) for start, stop in spans]


def jaccard(left: Hashes, right: Hashes) -> float:
    """Shared share of two sorted sets of hashes, 0 to 1."""
    shared = len(np.intersect1d(left, right, assume_unique=True))
    union = len(left) + len(right) - shared
    return shared / union if union else 0.0


def similar_pairs(sets: Sequence[Hashes], threshold: float) -> Iterator[tuple[int, int, float]]:
    """Every pair of positions (i < j) whose sets have at least `threshold` Jaccard similarity, with it."""
    sharing = _sharing(sets, threshold)
    for a, b in sorted(_candidates([sets[position] for position in sharing], threshold)):
        i, j = sharing[a], sharing[b]
        small, large = sorted((len(sets[i]), len(sets[j])))
        if small >= threshold * large:
            score = jaccard(sets[i], sets[j])
            if score >= threshold:
                yield i, j, score


def _sharing(sets: Sequence[Hashes], threshold: float) -> list[int]:
    """The positions of the sets of which so much may stand in others that they can be similar to one.

    What has a bucket to itself stands in no other; that a bucket is shared is no proof, so no set is lost.
    """
    sizes = np.fromiter(map(len, sets), np.int64, len(sets))
    total = int(sizes.sum())
    if not total:
        return []
    buckets = np.concatenate(sets) & np.uint64((1 << (_BUCKETS * total).bit_length()) - 1)
    order = np.arange(total, dtype=np.uint32)
    last = np.empty(int(buckets.max()) + 1, np.uint32)
    last[buckets] = order
    is_shared = np.zeros(len(last), np.bool_)
    is_shared[buckets[last[buckets] != order]] = True
    held = np.concatenate(([0], np.cumsum(is_shared[buckets])))
    ends = np.cumsum(sizes)
    return np.flatnonzero((sizes > 0) & (held[ends] - held[ends - sizes] >= threshold * sizes)).tolist()


def _candidates(sets: Sequence[Hashes], threshold: float) -> set[tuple[int, int]]:
    if not sets:
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


def _scramble(values: Hashes) -> Hashes:
    """The finalizer of SplitMix64: neighbouring numbers get unrelated hashes."""
    with np.errstate(over="ignore"):
        mixed = values * _MIX
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _rolling(hashes: Hashes) -> Hashes:
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
