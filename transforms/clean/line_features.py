"""What a single line tells: its length, its end, its words and signs, as numbers."""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from transforms.clean.rules import furniture_rule
from transforms.load_yaml import load_yaml

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-ÞА-Я]")
_BULLET = re.compile(r"[*+•·▪◦‣o–—-]\s|\d{1,3}[.)]\s")
_LINKISH = re.compile(r"https?://|www\.|\S@\S|\.com\b")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[|•·»›→/]")
_ENDING = 12
_MOST_SIGNS = 4


@cache
def vocabulary() -> dict[str, Any]:
    """`vocabulary.yaml`: word lists as sets, marks of containers as patterns, patterns of lines by their names."""
    listed = load_yaml(resources.files(__package__).joinpath("vocabulary.yaml").read_text("utf-8"))
    lines = {name: re.compile(form, re.IGNORECASE) for name, form in listed.pop("line_patterns").items()}
    words = {name: frozenset(value.split()) for name, value in listed.items() if isinstance(value, str)}
    steps = {
        name: re.compile("|".join(map(re.escape, value))) for name, value in listed.items() if isinstance(value, list)
    }
    return {**words, **steps, "line_patterns": lines}


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
def _joined(line: str) -> str:
    """The words of a line with spaces between them."""
    return " ".join(TOKEN.findall(line))


def words_of(line: str) -> list[str]:
    """The words of a line in lower case."""
    joined = _joined(line)
    return joined.lower().split(" ") if joined else []


@lru_cache(maxsize=4096)
def line_features(line: str) -> tuple[float, ...]:
    """The numbers of `LINE_NAMES` for a line that is not empty."""
    joined = _joined(line)
    tokens = joined.split(" ") if joined else []
    lowered = words_of(line)
    count = max(1, len(tokens))
    listed = vocabulary()
    lines = listed["line_patterns"]
    capitals = len([token for token in tokens if token[0].isupper()])
    short = len(tokens) < 40  # noqa: PLR2004
    head = line[:300]
    digits = len(_DIGIT.findall(line))
    words = set(lowered)
    signs = {name: not listed[name].isdisjoint(words) for name in ("date_signs", "money_signs", "prompt_signs")}
    linkish = "@" in head or "://" in head or "www." in head or ".com" in head
    return (
        math.log1p(len(tokens)),
        (len(joined) - len(tokens) + 1) / count if tokens else 0.0,
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
        _share(listed["we_words"], words, lowered),
        _share(listed["third_words"], words, lowered),
        *(min(_MOST_SIGNS, len(words & listed[name])) for name in ("author_words", "reference_words", "notice_words")),
        bool(lowered) and lowered[0] in listed["offer_verbs"],
    )


def _share(listed: frozenset[str], words: set[str], lowered: Sequence[str]) -> float:
    """The share of a line's words that are listed; most lines have none."""
    return 0.0 if listed.isdisjoint(words) else sum(map(listed.__contains__, lowered)) / len(lowered)
