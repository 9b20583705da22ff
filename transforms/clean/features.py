"""What the cleaner looks at: a row of numbers for each block, the same for markup and for plain lines."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from transforms.clean.furniture import line_key
from transforms.clean.line_features import LINE_NAMES, line_features, vocabulary
from transforms.clean.recurrence import TOPIC_NAMES, TWIN_NAMES, topic_features, twin_features
from transforms.clean.regions import (
    core,
    indents_of,
    main_path,
    mass_of,
    places_of,
    shared_share,
    shared_steps,
    threads,
)
from transforms.clean.words import words_of
from transforms.read.document import Block, Document

Matrix = NDArray[np.float32]

_LONG = 12
_FAR = 60.0
_MOST_MARKS = 20

_STEP_GROUPS = (
    "good_steps",
    "furniture_steps",
    "footer_steps",
    "aside_steps",
    "comment_steps",
    "related_steps",
    "social_steps",
    "author_steps",
    "caption_steps",
)
_LOCAL_NAMES = (
    *LINE_NAMES,
    "link_share",
    "hint",
    "heading",
    "paragraph",
    "item",
    "cell",
    "container",
    "button",
    *_STEP_GROUPS,
    "depth",
    "gap_before",
    "gap_after",
    "indent",
    "mass",
    "repeats",
    "headline_overlap",
    "shared_path",
    "in_comments",
)
_WINDOWED = (
    "words", "link_share", "terminal", "hint", "long", "function_share", "heading", "prompt", "reply", "title_share",
    "date", "comment_share", "mass", "colon", "bullet", "rule",
)  # fmt: skip
_WINDOWS = ((1, 0), (0, 1), (3, 0), (0, 3), (8, 8), (25, 25))
FEATURES: tuple[str, ...] = (
    *_LOCAL_NAMES,
    "position", "words_before", "words_after", "to_long_before", "to_long_after", "after_comments",
    "after_related", "since_heading", "in_core", "above_core", "below_core", "core_share",
    "page_blocks", "page_long_share", "page_hint", "page_markup", "page_long",
    "rules_till_core", "rules_since_core", "related_till_core", "related_since_core", "prompts_till_core",
    "prompts_since_core", "to_rule_before", "to_rule_after",
    *TWIN_NAMES, *TOPIC_NAMES,
    *(f"{name}_{before}_{after}" for before, after in _WINDOWS for name in _WINDOWED),
)  # fmt: skip


def block_features(document: Document, headline: str | None) -> Matrix:
    """One row for each block, one column for each of `FEATURES`."""
    lines = [document.text[block.char_start : block.char_end] for block in document.blocks]
    local = _local(document, lines, headline)
    column = dict(zip(_LOCAL_NAMES, local.T, strict=True))
    words = np.expm1(column["words"])
    runs = (words >= _LONG) & (column["terminal"] > 0) & (column["link_share"] < 0.5)  # noqa: PLR2004
    long = (runs & (column["in_comments"] == 0)).astype(np.float32)
    first, last = core((words * long).tolist())
    context = _context(column, words, long, first, last)
    in_core = (np.arange(len(lines)) >= first) & (np.arange(len(lines)) <= last)
    recurring = (twin_features(lines, long > 0, in_core), topic_features(lines, long > 0, in_core))
    windowed = {**column, "long": long}
    windows = _windows(np.column_stack([windowed[name] for name in _WINDOWED]))
    rows: Matrix = np.column_stack([local, context, *recurring, *windows]).astype(np.float32)
    return rows


def _local(document: Document, lines: Sequence[str], headline: str | None) -> Matrix:
    blocks = document.blocks
    keys = [line_key(line) for line in lines]
    repeats = Counter(keys)
    in_threads = threads(blocks, lines)
    main = main_path(blocks, lines, in_threads)
    places = places_of(document.text, blocks)
    mass = mass_of(lines, places, in_threads)
    title = frozenset(words_of(headline or ""))
    indents = indents_of(document.text, blocks)
    gaps = _gaps(document.text, blocks)
    hints = {None: 0.0, "kept": 1.0, "dropped": -1.0}
    rows = []
    for number, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        rows.append(
            (
                *line_features(line),
                block.link_share,
                hints[block.hint],
                *_tag_features(block.tag),
                *_path_features(*_branch(block.path, main)),
                gaps[number],
                gaps[number + 1],
                indents[number],
                mass[number],
                min(repeats[keys[number]], 5) - 1,
                _overlap(line, title),
                shared_share(block.path, main),
                in_threads[number],
            )
        )
    return np.array(rows, dtype=np.float32)


@cache
def _tag_features(tag: str) -> tuple[float, ...]:
    heading = float(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0.0  # noqa: PLR2004
    return (
        heading,
        tag in ("p", "blockquote", "pre"),
        tag in ("li", "dt", "dd"),
        tag in ("td", "th"),
        tag in ("div", "line"),
        tag in ("button", "summary", "legend", "address"),
    )


@lru_cache(maxsize=8192)
def _path_features(branch: str, depth: int) -> tuple[float, ...]:
    listed = vocabulary()
    return (*(min(4.0, len(listed[group].findall(branch))) for group in _STEP_GROUPS), float(depth))


def _branch(path: str, main: Sequence[str]) -> tuple[str, int]:
    """What of a path lies off the way to the main container, lower case, and the depth of the whole path."""
    if not path:
        return "", 0
    steps = path.split(" ")
    shared = shared_steps(steps, main)
    return " ".join(steps[shared:]).lower(), len(steps) - 1


def _gaps(text: str, blocks: Sequence[Block]) -> list[float]:
    """How many line ends, at most four, are above each block and below the last."""
    starts, ends = [0, *(block.char_end for block in blocks)], [*(block.char_start for block in blocks), len(text)]
    return [float(min(4, text.count("\n", start, end))) for start, end in zip(starts, ends, strict=True)]


def _overlap(line: str, title: frozenset[str]) -> float:
    if not title or len(line) > 300:  # noqa: PLR2004
        return 0.0
    tokens = set(words_of(line))
    return len(tokens & title) / max(1, len(tokens | title))


def _context(column: dict[str, Matrix], words: Matrix, long: Matrix, first: int, last: int) -> Matrix:
    count = len(words)
    places = np.arange(count, dtype=np.float32)
    total = max(1.0, float((words * long).sum()))
    before = np.cumsum(words * long) - words * long
    marks = long > 0
    page = np.ones(count, dtype=np.float32)
    rules = column["rule"] > 0
    return np.column_stack(
        [
            places / max(1, count - 1),
            before / total,
            (total - before - words * long) / total,
            _since(marks),
            _since(marks[::-1])[::-1],
            _after(column["comment_head"], np.cumsum(long)),
            _since(column["related_head"] > 0),
            _since(column["heading"] > 0),
            (places >= first) & (places <= last),
            np.clip(first - places, 0, _FAR),
            np.clip(places - last, 0, _FAR),
            page * float((words * long)[first : last + 1].sum()) / total,
            page * np.log1p(count),
            page * long.mean(),
            page * (column["hint"] != 0).any(),
            page * (column["depth"] > 0).any(),
            page * np.log1p(long.sum()),
            *_towards_core(rules, first, last),
            *_towards_core(column["related_head"] > 0, first, last),
            *_towards_core(column["prompt"] > 0, first, last),
            _since(rules),
            _since(rules[::-1])[::-1],
        ]
    )


def _towards_core(marks: NDArray[np.bool_], first: int, last: int) -> tuple[Matrix, Matrix]:
    """How many marks stand between a block and the core: for blocks above it, and for blocks below it."""
    places = np.arange(len(marks))
    sums = np.concatenate([[0], np.cumsum(marks)])
    above = np.where(places < first, sums[first] - sums[1:], 0)
    below = np.where(places > last, sums[:-1] - sums[last + 1], 0)
    return np.minimum(above, _MOST_MARKS).astype(np.float32), np.minimum(below, _MOST_MARKS).astype(np.float32)


def _since(marks: NDArray[np.bool_]) -> Matrix:
    """How many blocks ago the last mark stood (0 at a mark itself), at most `_FAR`."""
    places = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, places, -1000))
    return np.minimum(places - last, _FAR).astype(np.float32)


def _after(heads: Matrix, paragraphs: Matrix) -> Matrix:
    """How many comment headings have passed since the article got under way."""
    return np.minimum(np.cumsum((heads > 0) & (paragraphs > 2)), 3).astype(np.float32)  # noqa: PLR2004


def _windows(values: Matrix) -> list[Matrix]:
    """For each window the means of all columns over `before` rows above and `after` below, the row itself left out."""
    count, width = values.shape
    above = max(before for before, _ in _WINDOWS)
    below = max(after for _, after in _WINDOWS)
    sums = np.cumsum(np.concatenate([np.zeros((above + 1, width)), values, np.zeros((below, width))]), axis=0)
    means = []
    for before, after in _WINDOWS:
        last = above + 1 + after
        around = sums[last : last + count] - sums[above - before : above - before + count]
        means.append((around - values) / (before + after))
    return means
