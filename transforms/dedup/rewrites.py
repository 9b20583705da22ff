"""Rewrites: articles that share no phrases, but tell the same facts in the same order, from one agency text.

Two reporters at one event write the same names and dates; only a text that was reworked keeps sentence after sentence
of the other's facts in its order. So sentences are aligned by the content words, names and numbers they share, and
what counts is the share of the shorter article that is retold in sequence.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain

from transforms.number_words import WORD_CHARACTER

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Co|Ltd)\.$"
)
_LONGEST_ABBREVIATION = 8  # characters, with the point
_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
WORD_PATTERN = f"{WORD_CHARACTER}+(?:[.,]{WORD_CHARACTER}+)*"
"""The same, for the regular expressions of polars."""
_STEM = 5
_MOST_WORDS = 1 << 17
ANCHOR_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of the shorter of two articles the other retells in the same order, and in how many sentences."""

    share: float
    sentences: int


@dataclass(frozen=True)
class Outline:
    """An article as its sentences' facts: in each the stems of its content words with their weight.

    Names and numbers weigh more; what many sentences of the article name is its subject, tells no sentence from
    another, and weighs less.
    """

    facts: tuple[dict[str, float], ...]

    @cached_property
    def sentences(self) -> tuple[dict[str, float], ...]:
        """The facts of each sentence with what they weigh in the article."""
        held = Counter(chain.from_iterable(self.facts))
        return tuple({stem: weight / held[stem] for stem, weight in facts.items()} for facts in self.facts)

    @property
    def anchors(self) -> Iterator[list[str]]:
        """The stems of the names and numbers of each sentence."""
        return ([stem for stem, weight in facts.items() if weight == ANCHOR_WEIGHT] for facts in self.facts)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each sentence."""
        return tuple(sum(facts.values()) for facts in self.sentences)

    @cached_property
    def weight(self) -> float:
        """The weight of all sentences."""
        return sum(self.weights)

    @cached_property
    def size(self) -> int:
        """How many facts it holds, each once a sentence."""
        return sum(map(len, self.facts))

    @cached_property
    def stems(self) -> dict[str, float]:
        """The weight of each stem in all sentences together."""
        found: dict[str, float] = {}
        for facts in self.sentences:
            for stem, weight in facts.items():
                found[stem] = found.get(stem, 0.0) + weight
        return found

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """The positions of the sentences in which each stem stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for position, facts in enumerate(self.sentences):
            for stem in facts:
                found[stem].append(position)
        return dict(found)


@cache
def common_words() -> frozenset[str]:
    """Words that articles on any subject share, lower case."""
    lines = files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def outline(text: str) -> Outline:
    """The facts of each sentence of `text` that has any."""
    return Outline(tuple(facts for facts in map(facts_of, split_sentences(text)) if facts))


def facts_of(sentence: str) -> dict[str, float]:
    """The stems of the content words of a text, each with its weight.

    Names and numbers count more, common words not at all.
    """
    found = [fact for fact in map(_KNOWN_WORDS.__getitem__, _WORD.findall(sentence)) if fact]
    facts = dict(found)
    facts.update([fact for fact in found if fact[1] == ANCHOR_WEIGHT])
    return facts


class _KnownWords(dict[str, "tuple[str, float] | None"]):
    """The fact that each word is, found once; a plain dict, for it is asked for every word of every article."""

    def __missing__(self, word: str) -> tuple[str, float] | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        fact = self[word] = fact_of(word)
        return fact


_KNOWN_WORDS = _KnownWords()


def fact_of(word: str) -> tuple[str, float] | None:
    """The stem and the weight of a word; None for a common one."""
    lower = word.lower()
    is_number = word[0].isdigit()
    is_anchor = is_number or word[0].isupper()
    if (lower in common_words() and not is_number) or (len(lower) <= 1 and not is_anchor):
        return None
    return lower if is_number or "." in lower else lower[:_STEM], ANCHOR_WEIGHT if is_anchor else 1.0


def split_sentences(text: str) -> list[str]:
    """A rough division into sentences, good enough to align two texts."""
    parts: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if parts and _ABBREVIATION.search(parts[-1], max(0, len(parts[-1]) - _LONGEST_ABBREVIATION)):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return [part for part in parts if part.strip()]


def most_retold(left: Outline, right: Outline) -> float:
    """What `retelling` can give as the share at most: that of the words which stand in both. Cheap."""
    short, long = (left, right) if left.weight <= right.weight else (right, left)
    common = sum([weight for stem, weight in short.stems.items() if stem in long.stems])
    return common / (short.weight or 1.0)


def retelling(left: Outline, right: Outline, least_overlap: float, least_words: int) -> Retelling:
    """How much of the shorter article stands, sentence by sentence and in order, in the longer one.

    A sentence is retold where at least `least_words` content words and `least_overlap` of its weight (or of the
    other's, where that is lighter) are shared.
    """
    short, long = sorted((left, right), key=lambda one: one.weight)
    matches = [_best_match(facts, long, least_overlap, least_words) for facts in short.sentences]
    found = [match for match in matches if match is not None]
    kept = _longest_increasing([position for position, _ in found])
    return Retelling(sum(found[index][1] for index in kept) / (short.weight or 1.0), len(kept))


def _best_match(
    facts: dict[str, float], other: Outline, least_overlap: float, least_words: int
) -> tuple[int, float] | None:
    """The position of the sentence of `other` that shares most with `facts`, and the weight of what is shared."""
    holders = other.holders
    shared = Counter(chain.from_iterable([holders[stem] for stem in facts if stem in holders]))
    best, best_overlap = None, 0.0
    own = sum(facts.values())
    for position in sorted(position for position, number in shared.items() if number >= least_words):
        there = other.sentences[position]
        common = sum([min(weight, there[stem]) for stem, weight in facts.items() if stem in there])
        overlap = common / min(own, other.weights[position])
        if overlap >= least_overlap and overlap > best_overlap:
            best, best_overlap = (position, common), overlap
    return best


def _longest_increasing(positions: Sequence[int]) -> list[int]:
    """Indices of the longest run of positions that only grow: patience sorting."""
    tails: list[int] = []
    tail_index: list[int] = []
    previous: list[int | None] = []
    for index, position in enumerate(positions):
        at = bisect_left(tails, position)
        previous.append(tail_index[at - 1] if at else None)
        tails[at : at + 1] = [position]
        tail_index[at : at + 1] = [index]
    kept: list[int] = []
    step = tail_index[-1] if tail_index else None
    while step is not None:
        kept.append(step)
        step = previous[step]
    return kept[::-1]
