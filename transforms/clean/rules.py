"""Named rules for lines that are unmistakably furniture, read from `phrases.yaml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from transforms.clean.fold_case import fold_case, folded_pattern
from transforms.clean.words import words_of
from transforms.load_yaml import load_yaml

_LONGEST_SEARCHED = 600
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's forms: those for a line's beginning or all of it, and those for anywhere in a line with a word or sign."""

    name: str
    anchored: re.Pattern[str]
    searched: re.Pattern[str]
    words: frozenset[str]
    signs: tuple[str, ...]


@cache
def _rules() -> tuple[_Rule, ...]:
    groups = load_yaml(resources.files(__package__).joinpath("phrases.yaml").read_text("utf-8"))
    return tuple(
        _Rule(
            name,
            _anchored([f"(?:{form})\\Z" for form in forms.get("whole", ())] + list(forms.get("start", ()))),
            re.compile(_any_of(forms["search"]), re.IGNORECASE) if "search" in forms else _NEVER,
            frozenset(forms.get("words", "").split()),
            tuple(forms.get("signs", ())),
        )
        for name, forms in groups.items()
    )


@cache
def _any_rule() -> _Rule:
    """What any rule's anchored forms match, and the words and signs of all: most lines have none and need not ask each."""
    forms = [rule.anchored.pattern for rule in _rules() if rule.anchored is not _NEVER]
    words = frozenset(word for rule in _rules() for word in rule.words)
    return _Rule("any", _anchored(forms), _NEVER, words, tuple(sign for rule in _rules() for sign in rule.signs))


def _anchored(forms: list[str]) -> re.Pattern[str]:
    return folded_pattern(_any_of(forms)) if forms else _NEVER


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(f"(?:{form})" for form in forms)


@lru_cache(maxsize=8192)
def furniture_rule(line: str) -> str | None:
    """The rule that recognizes the line as furniture, if one does.

    >>> furniture_rule("Back to top button")
    'continue_reading'
    """
    if len(line) > _LONGEST_SEARCHED:
        return None
    folded = fold_case(line)
    any_rule = _any_rule()
    begins = any_rule.anchored.match(folded) is not None
    words = words_of(line)
    if not begins and any_rule.words.isdisjoint(words) and not has_any(any_rule.signs, line):
        return None
    for rule in _rules():
        if begins and rule.anchored.match(folded):
            return rule.name
        if (has_any(rule.signs, line) or not rule.words.isdisjoint(words)) and rule.searched.search(line):
            return rule.name
    return None


def has_any(signs: tuple[str, ...], line: str) -> bool:
    """Whether one of the signs stands in the line."""
    for sign in signs:  # noqa: SIM110 - a plain loop is faster, and this is asked of every line
        if sign in line:
            return True
    return False
