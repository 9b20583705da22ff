"""Which of many articles are rewrites of one another; what was found of texts and pairs before is not worked out again.

All that is kept is known by the texts themselves, so it never has to be taken back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from io import BytesIO
from itertools import chain, combinations
from typing import Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from transforms.dedup.rewrites import Outline, most_retold, outline, retelling
from transforms.dedup.rules import rules
from transforms.known_results import DamagedResultsError
from transforms.shared_pairs import distinct, pair_hashes, sharing_codes, to_pairs

Hashes = NDArray[np.uint64]
Pair = tuple[int, int]

_BYTES = 8
_MOST_HOLDERS = 60
"""A pair of names that more articles than this set side by side points at a subject, not at one text."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """How many facts a text holds, each once a sentence, and the hashes of the pairs of names or numbers in its sentences."""

    size: int
    pairs: Hashes


@dataclass(frozen=True)
class KnownRewrites:
    """The anchors of texts by their hashes, and by the hashes of two texts how much is retold; 0 where they are none."""

    anchors: Mapping[int, Anchors] = field(default_factory=dict)
    shares: Mapping[Pair, float] = field(default_factory=dict)

    def pack(self) -> bytes:
        """All of it as bytes."""
        target = BytesIO()
        pairs = [one.pairs for one in self.anchors.values()]
        np.savez(
            target,
            texts=np.array(list(self.anchors), np.uint64),
            sizes=np.array([(one.size, len(one.pairs)) for one in self.anchors.values()], np.int64).reshape(-1, 2),
            pairs=np.concatenate(pairs) if pairs else np.empty(0, np.uint64),
            compared=np.array(list(self.shares), np.uint64).reshape(-1, 2),
            shares=np.array(list(self.shares.values())),
        )
        return target.getvalue()

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """What `pack` gave. Raises DamagedResultsError for other bytes."""
        try:
            with np.load(BytesIO(packed), allow_pickle=False) as kept:
                sizes = kept["sizes"]
                pairs = np.split(kept["pairs"], np.cumsum(sizes[:, 1])[:-1]) if len(sizes) else []
                anchors = map(Anchors, sizes[:, 0].tolist(), pairs)
                compared = map(tuple, kept["compared"].tolist())
                return cls(
                    dict(zip(kept["texts"].tolist(), anchors, strict=True)),
                    dict(zip(compared, kept["shares"].tolist(), strict=True)),
                )
        except (BadZipFile, EOFError, KeyError, OSError, TypeError, ValueError) as error:
            raise DamagedResultsError(str(error)) from error


NOTHING_COMPARED = KnownRewrites()


class RewriteFinder:
    """Finds rewrites; what is `known` afterwards is all that the next time may ask of the texts given."""

    def __init__(self, known: KnownRewrites = NOTHING_COMPARED) -> None:
        self.known = known
        self._rules = rules()["rewrite"]
        self._outlines: dict[int, Outline] = {}

    def find(self, texts: Sequence[str], may_be: Callable[[int, int], bool]) -> dict[Pair, float]:
        """The share retold of each pair (i < j) of positions that is a rewrite, of those that `may_be` one."""
        keys = [_hash(text) for text in texts]
        anchors = {key: self._anchors(key, text) for key, text in zip(keys, texts, strict=True)}
        shares: dict[Pair, float] = {}
        found: dict[Pair, float] = {}
        for i, j in self._candidates([anchors[key] for key in keys]):
            if may_be(i, j):
                pair = keys[i], keys[j]
                share = self.known.shares.get(pair)
                if share is None:
                    share = self._compare(self._outline(keys[i], texts[i]), self._outline(keys[j], texts[j]))
                shares[pair] = share
                if share:
                    found[i, j] = share
        self.known = KnownRewrites(anchors, shares)
        return found

    def _candidates(self, anchors: Sequence[Anchors]) -> list[Pair]:
        """The positions (i < j) of texts that are long enough and share enough pairs of names or numbers."""
        held = [one.pairs if one.size >= self._rules["facts"] else one.pairs[:0] for one in anchors]
        if not held:
            return []
        holders = np.repeat(np.arange(len(held)), [len(pairs) for pairs in held])
        codes = sharing_codes(np.concatenate(held), holders, len(held), _MOST_HOLDERS, self._rules["anchor_pairs"])
        return to_pairs(codes, len(held))

    def _compare(self, left: Outline, right: Outline) -> float:
        least = self._rules
        if most_retold(left, right) < least["share"]:
            return 0.0
        retold = retelling(left, right, least["sentence_overlap"], least["sentence_words"])
        return retold.share if retold.sentences >= least["sentences"] and retold.share >= least["share"] else 0.0

    def _anchors(self, key: int, text: str) -> Anchors:
        known = self.known.anchors.get(key)
        return known or anchors_of(self._outline(key, text))

    def _outline(self, key: int, text: str) -> Outline:
        known = self._outlines.get(key)
        if known is None:
            known = self._outlines[key] = outline(text)
        return known


def anchors_of(one: Outline) -> Anchors:
    """The anchors of a text."""
    pairs = (pair for anchors in one.anchors for pair in combinations(map(_hash_stem, anchors), 2))
    ends = np.fromiter(chain.from_iterable(pairs), np.uint64).reshape(-1, 2)
    return Anchors(one.size, distinct(pair_hashes(ends[:, 0], ends[:, 1])))


@cache
def _hash_stem(stem: str) -> int:
    return _hash(stem)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest(), "little")
