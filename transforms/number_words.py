"""The words of many texts as numbers, so that texts are compared by whole arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import polars as pl
from numpy.typing import NDArray

from transforms.shared_pairs import Ints

Numbers = NDArray[np.uint32]

WORD_CHARACTER = r"[\p{L}\p{N}]"
"""What Python calls alphanumeric, for the regular expressions of polars."""


@dataclass(frozen=True, slots=True)
class NumberedWords:
    """`words` by their numbers; the `numbers` of text i stand from `starts[i]` up to `starts[i + 1]`."""

    words: Sequence[str]
    numbers: Numbers
    starts: Ints

    @property
    def owners(self) -> Ints:
        """The text of each word."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def by_text(self) -> list[Numbers]:
        """The numbers of each text."""
        return [self.numbers[start:stop] for start, stop in pairwise(self.starts.tolist())]


def number_words(texts: Sequence[str], pattern: str, *, lower: bool = False) -> NumberedWords:
    """The matches of `pattern` (of the regex crate) in each text; those that are the same have the same number.

    With `lower` in lower case. The numbers are in order of first appearance.
    """
    column = pl.Series(texts, dtype=pl.String())
    found = (column.str.to_lowercase() if lower else column).str.extract_all(pattern)
    every = found.explode(empty_as_null=False)
    words = every.unique(maintain_order=True)
    numbers = every.cast(pl.Enum(words)).to_physical().cast(pl.UInt32()).to_numpy()
    return NumberedWords(
        words.to_list(), numbers, np.concatenate(([0], np.cumsum(found.list.len().to_numpy(), dtype=np.int64)))
    )
