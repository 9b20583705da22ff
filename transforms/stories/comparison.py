"""Comparisons that are made once for all pairs of mentions that say the same in one respect."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.shared_pairs import Ints
from transforms.stories.mention import Mention

_BITS = 32


class Comparison:
    """Compares mentions in one respect; `aspect_of` gives all that `compare` looks at in a mention."""

    def __init__(
        self,
        aspect_of: Callable[[Mention], Hashable],
        compare: Callable[[Mention, Mention], Mapping[str, float] | None],
    ) -> None:
        self._aspect_of = aspect_of
        self._compare = compare
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[int, Mapping[str, float] | None] = {}

    def number(self, mention: Mention) -> int:
        """The number of what the mention says in this respect."""
        return self._numbers.setdefault(self._aspect_of(mention), len(self._numbers))

    def compare(self, one: Mention, other: Mention, left: int, right: int) -> Mapping[str, float] | None:
        """The findings on both, whose numbers are `left` and `right`; None where they cannot be of one event."""
        key = left << _BITS | right if left < right else right << _BITS | left
        try:
            return self._known[key]
        except KeyError:
            found = self._known[key] = self._compare(one, other)
            return found

    def totals(
        self, mentions: Sequence[Mention], pairs: Ints, numbers: Ints, pins: frozenset[str]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """What each pair of positions counts in this respect, minus infinity for what cannot be, and whether it has a pin."""
        both = np.sort(numbers[pairs], axis=1)
        _, firsts, which = np.unique(both[:, 0] << _BITS | both[:, 1], return_index=True, return_inverse=True)
        found = [
            self.compare(mentions[i], mentions[j], int(numbers[i]), int(numbers[j])) for i, j in pairs[firsts].tolist()
        ]
        total = np.array([float("-inf") if one is None else sum(one.values()) for one in found])
        has_pin = np.array([one is not None and not pins.isdisjoint(one) for one in found])
        return total[which], has_pin[which]
