"""What the cleaner looks at: a row of numbers for each block, the same for markup and for plain lines."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.clean.furniture import line_key
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
from transforms.clean.rules import furniture_rule
from transforms.load_yaml import load_yaml
from transforms.read.document import Block, Document

Matrix = NDArray[np.float32]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-ÞА-Я]")
_BULLET = re.compile(r"[*+•·▪◦‣o–—-]\s|\d{1,3}[.)]\s")
_LINKISH = re.compile(r"https?://|www\.|\S@\S|\.com\b")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[|•·»›→/]")
_ENDING = 12
_LONG = 12
_FAR = 60.0


@cache
def _vocabulary() -> dict[str, Any]:
    listed = load_yaml(resources.files(__package__).joinpath("vocabulary.yaml").read_text("utf-8"))
    lines = {name: re.compile(form, re.IGNORECASE) for name, form in listed.pop("line_patterns").items()}
    words = {name: frozenset(value.split()) for name, value in listed.items() if isinstance(value, str)}
    steps = {
        name: re.compile("|".join(map(re.escape, value))) for name, value in listed.items() if isinstance(value, list)
    }
    return {**words, **steps, "line_patterns": lines}


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
_LINE_NAMES = (
    "words",
    "word_length",
    "terminal",
    "breaks",
    "commas",
    "function_share",
    "comment_share",
    "title_share",
    "digit_share",
    "all_caps",
    "bullet",
    "colon",
    "linkish",
    "separators",
    "date",
    "by",
    "money",
    "prompt",
    "reply",
    "comment_head",
    "related_head",
    "rule",
    "question",
    "first_upper",
    "quote",
)
_LOCAL_NAMES = (
    *_LINE_NAMES,
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
    context = _context(column, words, long)
    windowed = {**column, "long": long}
    windows = _windows(np.column_stack([windowed[name] for name in _WINDOWED]))
    rows: Matrix = np.column_stack([local, context, *windows]).astype(np.float32)
    return rows


def _local(document: Document, lines: Sequence[str], headline: str | None) -> Matrix:
    blocks = document.blocks
    keys = [line_key(line) for line in lines]
    repeats = Counter(keys)
    in_threads = threads(blocks, lines)
    main = main_path(blocks, lines, in_threads)
    places = places_of(document.text, blocks)
    mass = mass_of(lines, places, in_threads)
    title = frozenset(_TOKEN.findall((headline or "").lower()))
    indents = indents_of(document.text, blocks)
    gaps = [_gap(document.text, blocks, number) for number in range(len(blocks) + 1)]
    rows = []
    for number, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        rows.append(
            (
                *_line_features(line),
                block.link_share,
                {"kept": 1.0, "dropped": -1.0}.get(block.hint or "", 0.0),
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


@lru_cache(maxsize=4096)
def _line_features(line: str) -> tuple[float, ...]:
    tokens = _TOKEN.findall(line)
    joined = " ".join(tokens)
    lowered = joined.lower().split(" ") if tokens else []
    count = max(1, len(tokens))
    vocabulary = _vocabulary()
    lines = vocabulary["line_patterns"]
    capitals = len([token for token in tokens if token[0].isupper()])
    short = len(tokens) < 40  # noqa: PLR2004
    head = line[:300]
    digits = len(_DIGIT.findall(line))
    words = set(lowered)
    signs = {name: not vocabulary[name].isdisjoint(words) for name in ("date_signs", "money_signs", "prompt_signs")}
    comments = vocabulary["comment_words"]
    linkish = "@" in head or "://" in head or "www." in head or ".com" in head
    return (
        math.log1p(len(tokens)),
        (len(joined) - len(tokens) + 1) / count if tokens else 0.0,
        bool(_TERMINAL.search(line[-_ENDING:])),
        min(10, len(_SENTENCE_BREAK.findall(line))),
        line.count(",") / count,
        sum(map(vocabulary["function_words"].__contains__, lowered)) / count,
        0.0 if comments.isdisjoint(words) else sum(map(comments.__contains__, lowered)) / count,
        capitals / count,
        digits / len(line),
        line.isupper(),
        bool(_BULLET.match(line)),
        line.endswith(":"),
        linkish and bool(_LINKISH.search(head)),
        min(5, len(_SEPARATORS.findall(head))),
        short and (digits > 0 or signs["date_signs"]) and bool(lines["date"].search(line)),
        short and bool(lines["by"].match(line)),
        (digits > 0 or signs["money_signs"]) and bool(lines["money"].search(head)),
        len(lines["prompt"].findall(head)) / count if signs["prompt_signs"] else 0.0,
        short and bool(lines["reply"].match(line)),
        short and bool(lines["comment_head"].match(line)),
        short and bool(lines["related_head"].match(line)),
        furniture_rule(line) is not None,
        line.endswith("?"),
        line[0].isupper(),
        line[0] in '"“‘«„',
    )


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
    vocabulary = _vocabulary()
    return (*(min(4.0, len(vocabulary[group].findall(branch))) for group in _STEP_GROUPS), float(depth))


def _branch(path: str, main: Sequence[str]) -> tuple[str, int]:
    """What of a path lies off the way to the main container, lower case, and the depth of the whole path."""
    if not path:
        return "", 0
    steps = path.split(" ")
    shared = shared_steps(steps, main)
    return " ".join(steps[shared:]).lower(), len(steps) - 1


def _gap(text: str, blocks: Sequence[Block], number: int) -> float:
    start = blocks[number - 1].char_end if number else 0
    end = blocks[number].char_start if number < len(blocks) else len(text)
    return float(min(4, text.count("\n", start, end)))


def _overlap(line: str, title: frozenset[str]) -> float:
    if not title or len(line) > 300:  # noqa: PLR2004
        return 0.0
    tokens = set(_TOKEN.findall(line.lower()))
    return len(tokens & title) / max(1, len(tokens | title))


def _context(column: dict[str, Matrix], words: Matrix, long: Matrix) -> Matrix:
    count = len(words)
    places = np.arange(count, dtype=np.float32)
    total = max(1.0, float((words * long).sum()))
    before = np.cumsum(words * long) - words * long
    marks = long > 0
    page = np.ones(count, dtype=np.float32)
    first, last = core((words * long).tolist())
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
        ]
    )


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
