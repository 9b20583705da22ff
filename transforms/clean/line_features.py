"""What a single line tells: its length, its end, its words and signs, as numbers."""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from transforms.clean.fold_case import fold_case, folded_pattern
from transforms.clean.rules import furniture_rule
from transforms.clean.words import tokens_of
from transforms.load_yaml import load_yaml

_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-ÞА-Я]")
_BULLET = re.compile(r"[*+•·▪◦‣o–—-]\s|\d{1,3}[.)]\s")
_LINKISH = re.compile(r"https?://|www\.|\S@\S|\.com\b")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[|•·»›→/]")
_ENDING = 12
_MOST_SIGNS = 4
_TELLING = (
    *("comment_words", "we_words", "third_words", "author_words", "reference_words", "notice_words"),
    *("date_signs", "money_signs", "prompt_signs"),
)


@cache
def vocabulary() -> dict[str, Any]:
    """`vocabulary.yaml`: word lists as sets, marks of containers as patterns, patterns of lines by their names."""
    listed = load_yaml(resources.files(__package__).joinpath("vocabulary.yaml").read_text("utf-8"))
    lines = {name: folded_pattern(form) for name, form in listed.pop("line_patterns").items()}
    words = {name: frozenset(value.split()) for name, value in listed.items() if isinstance(value, str)}
    steps = {
        name: re.compile("|".join(map(re.escape, value))) for name, value in listed.items() if isinstance(value, list)
    }
    telling = frozenset[str]().union(*(words[name] for name in _TELLING))
    return {**words, **steps, "line_patterns": lines, "telling": telling}


LINE_NAMES = (
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
    "we_share",
    "third_share",
    "author_words",
    "reference_words",
    "notice_words",
    "offer",
)


@lru_cache(maxsize=4096)
def line_features(line: str) -> tuple[float, ...]:
    """The numbers of `LINE_NAMES` for a line that is not empty."""
    tokens, lowered = tokens_of(line)
    count = max(1, len(tokens))
    listed = vocabulary()
    lines = listed["line_patterns"]
    capitals = len([token for token in tokens if token[0].isupper()])
    short = len(tokens) < 40  # noqa: PLR2004
    head, folded = line[:300], fold_case(line)
    digits = len(_DIGIT.findall(line))
    words = listed["telling"].intersection(lowered)  # of these alone is asked below, and most lines have few
    dated, priced, prompted = (
        not listed["date_signs"].isdisjoint(words),
        not listed["money_signs"].isdisjoint(words),
        not listed["prompt_signs"].isdisjoint(words),
    )
    linkish = "@" in head or "://" in head or "www." in head or ".com" in head
    return (
        math.log1p(len(tokens)),
        len("".join(tokens)) / count,
        bool(_TERMINAL.search(line[-_ENDING:])),
        min(10, len(_SENTENCE_BREAK.findall(line))),
        line.count(",") / count,
        sum(map(listed["function_words"].__contains__, lowered)) / count,
        _share(listed["comment_words"], words, lowered),
        capitals / count,
        digits / len(line),
        line.isupper(),
        bool(_BULLET.match(line)),
        line.endswith(":"),
        linkish and bool(_LINKISH.search(head)),
        min(5, len(_SEPARATORS.findall(head))),
        short and (digits > 0 or dated) and bool(lines["date"].search(folded)),
        short and bool(lines["by"].match(folded)),
        (digits > 0 or priced) and bool(lines["money"].search(folded[:300])),
        len(lines["prompt"].findall(folded[:300])) / count if prompted else 0.0,
        short and bool(lines["reply"].match(folded)),
        short and bool(lines["comment_head"].match(folded)),
        short and bool(lines["related_head"].match(folded)),
        furniture_rule(line) is not None,
        line.endswith("?"),
        line[0].isupper(),
        line[0] in '"“‘«„',
        _share(listed["we_words"], words, lowered),
        _share(listed["third_words"], words, lowered),
        min(_MOST_SIGNS, len(words & listed["author_words"])),
        min(_MOST_SIGNS, len(words & listed["reference_words"])),
        min(_MOST_SIGNS, len(words & listed["notice_words"])),
        bool(lowered) and lowered[0] in listed["offer_verbs"],
    )


def _share(listed: frozenset[str], words: set[str], lowered: Sequence[str]) -> float:
    """The share of a line's words that are listed; most lines have none."""
    return 0.0 if listed.isdisjoint(words) else sum(map(listed.__contains__, lowered)) / len(lowered)
