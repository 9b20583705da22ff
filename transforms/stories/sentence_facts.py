"""The content words, names and counts of a mention's sentence, ready to compare with those of another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import sqrt

from transforms.dates.patterns import grammar
from transforms.dedup.rewrites import ANCHOR_WEIGHT, common_words, facts_of
from transforms.stories.settings import settings

_COUNT = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d+)((?:\s+[^\W\d_]+){1,4})")
_COUNTED_WORDS = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_LARGE = 1000
_MOST_DIGITS = 12  # what is longer counts nothing, and Python refuses very long ones
_ROUND = 10
_FEW = 3  # fewer are counted in every other sentence
_TWENTY = 20  # from which words may only begin a number
_REACH = 4  # words within which a number counts people
_WORDS_AND_NUMBERS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?![\d.,]*%)|[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class Facts:
    """What a sentence names: the stems of its words with their weights."""

    sentence: str
    weights: Mapping[str, float]

    @cached_property
    def norm(self) -> float:
        """The length of the vector of weights."""
        return sqrt(sum([weight * weight for weight in self.weights.values()])) or 1.0

    @cached_property
    def counts(self) -> Mapping[str, frozenset[str]]:
        """What it counts, with the numbers: "23 pirates"."""
        return self._counted[0]

    @property
    def estimates(self) -> frozenset[str]:
        """The numbers of `counts` that are said to be no exact ones: "at least 23"."""
        return self._counted[1]

    @cached_property
    def _counted(self) -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
        counts: dict[str, set[str]] = {}
        estimates: set[str] = set()
        for match in _COUNT.finditer(self.sentence):
            if self.sentence.endswith(settings().estimating, 0, match.start()):
                estimates.add(match[1])
            for word in _COUNTED_WORDS.findall(match[2].lower()):
                if word not in common_words():
                    counts.setdefault(word[:_STEM], set()).add(match[1])
        return {stem: frozenset(numbers) for stem, numbers in counts.items()}, frozenset(estimates)

    @cached_property
    def people(self) -> frozenset[int]:
        """How many people it counts, where that is exact: "eleven were killed", "27 villagers"."""
        words = _WORDS_AND_NUMBERS.findall(self.sentence.lower())
        counted = settings().counted_people
        found = {
            number
            for position, word in enumerate(words)
            if (number := number_named(word)) and not counted.isdisjoint(words[position + 1 : position + _REACH])
        }
        return frozenset(number for number in found if number >= _FEW and (number % _ROUND or number < _LARGE))

    @property
    def anchors(self) -> Iterator[str]:
        """The stems of the names and numbers."""
        return (stem for stem, weight in self.weights.items() if weight == ANCHOR_WEIGHT)

    def closeness(self, other: "Facts") -> float:
        """The cosine of the two sentences, 0 to 1."""
        small, large = self.weights, other.weights
        if len(small) > len(large):
            small, large = large, small
        common = sum([weight * large[stem] for stem, weight in small.items() if stem in large])
        return common / (self.norm * other.norm)

    def shared(self, other: "Facts") -> int:
        """How many words stand in both."""
        return len(self.weights.keys() & other.weights.keys())

    def agreement_of_counts(self, other: "Facts") -> int:
        """1 where both count the same thing, or people, alike, -1 where they count it differently.

        0 where they count other things, or one of them gives an estimate.
        """
        if self.people & other.people:
            return 1
        both = self.counts.keys() & other.counts.keys()
        if not both:
            return 0
        if any(self.counts[stem] & other.counts[stem] for stem in both):
            return 1
        return -1 if any(self.is_exact(stem) and other.is_exact(stem) for stem in both) else 0

    def is_exact(self, stem: str) -> bool:
        """Whether it counts this exactly, not in round or large numbers, on which reporters differ: 3,000 or 5,000."""
        numbers = self.counts[stem]
        return self.estimates.isdisjoint(numbers) and all(
            value < _LARGE and value % _ROUND for value in (int(number.replace(",", "")) for number in numbers)
        )


def number_named(word: str) -> int | None:
    """The number that a word or its digits name."""
    plain = word.replace(",", "")
    if plain.isdecimal():  # "⑥" is a digit too, but no number to Python, and "1½" is not exact
        return int(plain) if len(plain) <= _MOST_DIGITS else None
    named = grammar().words["numbers"].get(word, _TWENTY)
    return named if named < _TWENTY else None  # "twenty-three" is no twenty


@lru_cache(maxsize=65536)
def sentence_facts(sentence: str) -> Facts:
    """The facts of a sentence."""
    return Facts(sentence, facts_of(sentence))
