"""How close two articles are: the cosine of their content words, names and numbers counting more.

The weights are fixed, not counted over the collection, so that two articles are as close today as when a thousand
others have joined.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from transforms.shared_pairs import Ints, count_shared, to_pairs

_MOST_HOLDERS = 80
"""A word that more articles than this hold brings none of them together."""
_LEAST_SHARED = 3


class Closeness:
    """The closeness of articles, or sentences, by position; each pair is computed once."""

    def __init__(self, facts: Sequence[Mapping[str, float]]) -> None:
        """`facts` are those of each, as `facts_of` gives them."""
        self._facts = facts
        self._norms = [sqrt(sum(weight * weight for weight in facts.values())) or 1.0 for facts in self._facts]
        self._known: dict[int, float] = {}

    @property
    def articles(self) -> int:
        """How many there are."""
        return len(self._facts)

    def __call__(self, i: int, j: int) -> float:
        """The cosine of two articles, 0 to 1."""
        number = len(self._facts)
        code = i * number + j if i < j else j * number + i
        value = self._known.get(code)
        if value is None:
            value = self._known[code] = self._cosine(i, j)
        return value

    def close_pairs(self, floor: float) -> list[tuple[int, int]]:
        """The pairs (i < j) of articles that share some rarer words and are at least as close as `floor`."""
        rarer = ([stem for stem, weight in facts.items() if weight > 1] for facts in self._facts)
        codes, counts, number = count_shared(rarer, _MOST_HOLDERS)
        codes = codes[counts >= _LEAST_SHARED]
        return to_pairs(codes[self.measure(codes) >= floor], number)

    def measure(self, codes: Ints) -> NDArray[np.float64]:
        """The cosines of many pairs (i < j), given in order as i times the number of articles plus j."""
        stems, weights, starts = self._columns
        values = np.zeros(len(codes))
        left, right = np.divmod(codes, max(len(self._facts), 1))
        own = np.zeros(int(stems.max(initial=0)) + 1)
        firsts, begins, counts = np.unique(left, return_index=True, return_counts=True)
        for i, begin, count in zip(firsts.tolist(), begins.tolist(), counts.tolist(), strict=True):
            here = slice(starts[i], starts[i + 1])
            own[stems[here]] = weights[here]
            others = right[begin : begin + count]
            sizes = starts[others + 1] - starts[others]
            ends = np.cumsum(sizes)
            at = np.arange(ends[-1]) + np.repeat(starts[others] - ends + sizes, sizes)
            sums = np.concatenate(([0.0], np.cumsum(own[stems[at]] * weights[at])))
            values[begin : begin + count] = sums[ends] - sums[ends - sizes]
            own[stems[here]] = 0.0
        norms = np.array(self._norms)
        values /= norms[left] * norms[right]
        return values

    def remember(self, codes: Ints) -> NDArray[np.float64]:
        """Measure many pairs at once, so that asking for one of them costs nothing."""
        values = self.measure(codes)
        self._known.update(zip(codes.tolist(), values.tolist(), strict=True))
        return values

    @cached_property
    def _columns(self) -> tuple[Ints, NDArray[np.float64], Ints]:
        """The stems and weights of all articles one after the other, and where each article begins."""
        ids: dict[str, int] = {}
        stems = [ids.setdefault(stem, len(ids)) for facts in self._facts for stem in facts]
        weights = [weight for facts in self._facts for weight in facts.values()]
        starts = np.concatenate(([0], np.cumsum([len(facts) for facts in self._facts], dtype=np.int64)))
        return np.array(stems, np.int64), np.array(weights), starts

    def _cosine(self, i: int, j: int) -> float:
        small, large = self._facts[i], self._facts[j]
        if len(small) > len(large):
            small, large = large, small
        common = sum([weight * large[stem] for stem, weight in small.items() if stem in large])
        return common / (self._norms[i] * self._norms[j])
