"""The facts of many texts side by side, as arrays: what `facts_of` gives of each, one text after the other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Self

import numpy as np
from numpy.typing import NDArray

from transforms.dedup.rewrites import ANCHOR_WEIGHT, WORD_PATTERN, fact_of
from transforms.number_words import number_words
from transforms.shared_pairs import Ints, distinct

_BITS = 32


@dataclass(frozen=True, slots=True)
class FactColumns:
    """The numbers of stems with their weights; those of text i stand from `starts[i]` up to `starts[i + 1]`."""

    stems: Ints
    weights: NDArray[np.float64]
    starts: Ints

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.starts) - 1

    @property
    def owners(self) -> Ints:
        """The text of each."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @classmethod
    def of_texts(cls, texts: Sequence[str]) -> Self:
        """Those of texts; each distinct word is looked up once."""
        found = number_words(texts, WORD_PATTERN)
        codes = _codes_of_words(found.words)[found.numbers]
        owners = found.owners
        # Of a text's words of one stem, those with a capital come last and count.
        every = distinct((owners << _BITS | codes)[codes >= 0])
        is_last = np.ones(len(every), np.bool_)
        np.not_equal(every[1:] >> 1, every[:-1] >> 1, out=is_last[:-1])
        kept = every[is_last]
        return cls(
            (kept & ((1 << _BITS) - 1)) >> 1,
            np.where(kept & 1, ANCHOR_WEIGHT, 1.0),
            _starts(np.bincount(kept >> _BITS, minlength=len(texts))),
        )


def _codes_of_words(words: Sequence[str]) -> Ints:
    """For each word twice the number of its stem, and 1 more where it is a name or number; -1 for a common word."""
    stems: defaultdict[str, int] = defaultdict(count().__next__)
    facts = [fact_of(word) for word in words]
    return np.array([-1 if one is None else 2 * stems[one[0]] + (one[1] == ANCHOR_WEIGHT) for one in facts], np.int64)


def _starts(sizes: Sequence[int] | Ints) -> Ints:
    return np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
