"""What a page says more than once: lines that stand in several places, and words that its running text shares."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from transforms.clean.line_features import vocabulary
from transforms.clean.words import words_of

Matrix = NDArray[np.float32]
Marks = NDArray[np.bool_]

_LIST_MARK = re.compile(r"(?:[*+•·▪◦‣o–—-]\s+|\(?\d{1,3}[.)]\s+|#\d+\.?\s+)+")
_STEM = 6  # letters; enough to tell words apart, few enough to join their endings
_SHORTEST = 3
_MOST = 6.0
_FAR = 60
_SURE = 1e-6

TWIN_NAMES = ("twins", "twin_in_core", "twin_heads", "twin_between", "twin_first", "twin_distance")
_ALONE = (0, False, False, False, -1, 0)  # the row of a line without twins
TOPIC_NAMES = ("topic_share", "topic_weight", "topic_most", "outside_share", "outside_weight")


def twins(lines: Sequence[str]) -> list[list[int]]:
    """The numbers of lines that say the same, whatever list marks stand before them; lines without a twin are in none."""
    return _twins(tuple(lines))


@lru_cache(maxsize=1)  # one page is asked for them twice in a row
def _twins(lines: tuple[str, ...]) -> list[list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        said = _said(line)
        if said:
            places[said].append(number)
    return [numbers for numbers in places.values() if len(numbers) > 1]


def agree(chances: NDArray[np.float64], lines: Sequence[str]) -> NDArray[np.float64]:
    """The chances, those of lines that say the same made one: the mean of their log odds."""
    agreed = chances.copy()
    for numbers in twins(lines):
        bounded = np.clip(chances[numbers], _SURE, 1 - _SURE)
        agreed[numbers] = 1 / (1 + np.exp(-np.log(bounded / (1 - bounded)).mean()))
    return agreed


def twin_features(lines: Sequence[str], runs: Marks, in_core: Marks) -> Matrix:
    """For each line where its twins stand: in the core, above a paragraph, between two; what it is among them.

    `runs` marks the paragraphs of running text.
    """
    count = len(lines)
    heads = np.append(runs[1:], False)
    below = np.concatenate([[False], runs[:-1]])
    near = heads | np.append(runs[2:], [False, False])[:count]
    between = near & below
    where = list(zip(in_core.tolist(), heads.tolist(), between.tolist(), strict=True))
    rows: list[tuple[float, ...]] = [_ALONE] * count
    for numbers in twins(lines):
        others = len(numbers) - 1
        cores, headings, mids = map(sum, zip(*(where[number] for number in numbers), strict=True))
        for number, before, after in zip(numbers, [-_FAR, *numbers], [*numbers[1:], count + _FAR], strict=False):
            is_core, is_heading, is_mid = where[number]
            rows[number] = (
                min(others, _MOST),
                cores > is_core,
                headings > is_heading,
                mids > is_mid,
                number == numbers[0],
                min(_FAR, number - before, after - number),
            )
    return np.array(rows, dtype=np.float32)


def topic_features(lines: Sequence[str], runs: Marks, in_core: Marks) -> Matrix:
    """For each line how many of its words recur in the article's paragraphs, and in the lines outside of the core."""
    stems = [_stems(line) for line in lines]
    prose = (runs & in_core).tolist()
    outside = (~in_core).tolist()
    in_prose = _Counts(own for own, is_prose in zip(stems, prose, strict=True) if is_prose)
    in_outside = _Counts(own for own, is_outside in zip(stems, outside, strict=True) if is_outside)
    paragraphs = max(1, sum(prose))
    rows = []
    for own, is_prose, is_outside in zip(stems, prose, outside, strict=True):
        if not own:
            rows.append((-1.0, -1.0, -1.0, -1.0, 0.0))
            continue
        here, there = in_prose.others(own, is_prose), in_outside.others(own, is_outside)
        count = len(own)
        rows.append(
            (
                len(here) / count,
                sum(map(math.log1p, here)) / count,
                max(here, default=0) / paragraphs,
                len(there) / count,
                sum(map(math.log1p, there)) / count,
            )
        )
    return np.array(rows, dtype=np.float32)


class _Counts:
    """In how many lines each word stands."""

    def __init__(self, lines: Iterable[frozenset[str]]) -> None:
        self._counts = dict(Counter(chain.from_iterable(lines)))  # a Counter's answers take ten times as long
        self._words = set(self._counts)
        self._more = {word for word, count in self._counts.items() if count > 1}

    def others(self, words: frozenset[str], is_counted: bool) -> list[int]:
        """For each word of a line that stands in other lines, in how many; the line itself may be one of those counted."""
        if is_counted:
            return [self._counts[word] - 1 for word in words & self._more]
        return [self._counts[word] for word in words & self._words]


@lru_cache(maxsize=4096)
def _said(line: str) -> str:
    """The letters and digits of a line without its list marks; those of the marks where there is nothing else."""
    mark = _LIST_MARK.match(line)
    words = words_of(line[mark.end() :] or line) if mark else words_of(line)
    return "".join(words).replace("'", "").replace("’", "")


@lru_cache(maxsize=4096)
def _stems(line: str) -> frozenset[str]:
    """The beginnings of a line's content words."""
    words = set(words_of(line)) - vocabulary()["function_words"]
    return frozenset([word[:_STEM] for word in words if len(word) >= _SHORTEST and not word.isdigit()])
