"""How close two articles are: the cosine of their content words, names and numbers counting more.

The weights are fixed, not counted over the collection, so that two articles are as close today as when a thousand
others have joined.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.dedup.fact_columns import FactColumns
from transforms.shared_pairs import Ints, count_shared, to_pairs

_MOST_HOLDERS = 80
"""A word that more articles than this hold brings none of them together."""
_LEAST_SHARED = 2
_SHORT = 70.0
"""Two articles so short that the product of their lengths, as vectors, is less name little: one word will do."""


class Closeness:
    """The closeness of articles, or sentences, by position; each pair is computed once."""

    def __init__(self, facts: FactColumns) -> None:
        """`facts` are those of each."""
        self._facts = facts
        sums = np.concatenate(([0.0], np.cumsum(facts.weights**2)))
        norms = np.sqrt(sums[facts.starts[1:]] - sums[facts.starts[:-1]])
        self._norms = np.where(norms, norms, 1.0)
        self._known: dict[int, float] = {}
        self._weights: dict[int, dict[int, float]] = {}

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

    def close_pairs(self, among: Sequence[int], floor: float) -> list[tuple[int, int]]:
        """The pairs (i < j) of articles `among` all that share some rarer words and are at least as close as `floor`."""
        facts, number = self._facts, len(self._facts)
        is_among = np.zeros(number, np.bool_)
        is_among[list(among)] = True
        rarer = (facts.weights > 1) & is_among[facts.owners]
        codes, counts = count_shared(facts.stems[rarer], facts.owners[rarer], number, _MOST_HOLDERS)
        left, right = np.divmod(codes, max(number, 1))
        codes = codes[(counts >= _LEAST_SHARED) | (self._norms[left] * self._norms[right] < _SHORT)]
        return to_pairs(codes[self.measure(codes) >= floor], number)

    def measure(self, codes: Ints) -> NDArray[np.float64]:
        """The cosines of many pairs (i < j), given in order as i times the number of articles plus j."""
        stems, weights, starts = self._facts.stems, self._facts.weights, self._facts.starts
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
        values /= self._norms[left] * self._norms[right]
        return values

    def remember(self, codes: Ints) -> NDArray[np.float64]:
        """Measure many pairs at once, so that asking for one of them costs nothing."""
        values = self.measure(codes)
        self._known.update(zip(codes.tolist(), values.tolist(), strict=True))
        return values

    def _cosine(self, i: int, j: int) -> float:
        small, large = self._weights_of(i), self._weights_of(j)
        if len(small) > len(large):
            small, large = large, small
        common = sum([weight * large[stem] for stem, weight in small.items() if stem in large])
        return common / float(self._norms[i] * self._norms[j])

    def _weights_of(self, i: int) -> dict[int, float]:
        known = self._weights.get(i)
        if known is None:
            own = slice(*self._facts.starts[i : i + 2].tolist())
            stems, weights = self._facts.stems[own].tolist(), self._facts.weights[own].tolist()
            known = self._weights[i] = dict(zip(stems, weights, strict=True))
        return known
