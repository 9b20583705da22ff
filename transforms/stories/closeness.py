"""How close two articles are: the cosine of their content words, names and numbers counting more.

The weights are fixed, not counted over the collection, so that two articles are as close today as when a thousand
others have joined.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from transforms.dedup.rewrites import facts_of

_MOST_HOLDERS = 80
"""A word that more articles than this hold brings none of them together."""
_LEAST_SHARED = 3


class Closeness:
    """The closeness of articles by position in `texts`; each pair is computed once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._facts = [facts_of(text) for text in texts]
        self._norms = [sqrt(sum(weight * weight for weight in facts.values())) or 1.0 for facts in self._facts]
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, i: int, j: int) -> float:
        """The cosine of two articles, 0 to 1."""
        pair = (i, j) if i < j else (j, i)
        value = self._known.get(pair)
        if value is None:
            value = self._known[pair] = self._cosine(*pair)
        return value

    def close_pairs(self, floor: float) -> list[tuple[int, int]]:
        """The pairs (i < j) of articles that share some rarer words and are at least as close as `floor`."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for position, facts in enumerate(self._facts):
            for stem, weight in facts.items():
                if weight > 1:
                    holders[stem].append(position)
        shared: Counter[tuple[int, int]] = Counter()
        for group in _informative(holders.values()):
            shared.update(combinations(group, 2))
        return sorted(pair for pair, count in shared.items() if count >= _LEAST_SHARED and self(*pair) >= floor)

    def _cosine(self, i: int, j: int) -> float:
        small, large = self._facts[i], self._facts[j]
        if len(small) > len(large):
            small, large = large, small
        common = sum([weight * large[stem] for stem, weight in small.items() if stem in large])
        return common / (self._norms[i] * self._norms[j])


def _informative(groups: Iterable[list[int]]) -> list[list[int]]:
    return [group for group in groups if 1 < len(group) <= _MOST_HOLDERS]
