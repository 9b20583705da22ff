"""Named rules for lines that are unmistakably furniture, read from `phrases.yaml`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from transforms.load_yaml import load_yaml

_LONGEST_SEARCHED = 600
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's forms: those for a line's beginning or all of it, and those for anywhere in a line with one of `signs`."""

    name: str
    anchored: re.Pattern[str]
    searched: re.Pattern[str]
    signs: tuple[str, ...]

    def holds(self, line: str, lowered: str) -> bool:
        return bool(self.anchored.match(line) or (_has_any(self.signs, lowered) and self.searched.search(line)))


@cache
def _rules() -> tuple[_Rule, ...]:
    groups = load_yaml(resources.files(__package__).joinpath("phrases.yaml").read_text("utf-8"))
    return tuple(
        _Rule(
            name,
            _compiled([f"(?:{form})\\Z" for form in forms.get("whole", ())] + list(forms.get("start", ()))),
            _compiled(forms.get("search", ())),
            tuple(forms.get("signs", ())),
        )
        for name, forms in groups.items()
    )


@cache
def _any_rule() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What any rule's anchored forms match, and the signs of all: most lines have neither and need not ask each rule."""
    forms = [rule.anchored.pattern for rule in _rules() if rule.anchored is not _NEVER]
    return _compiled(forms), tuple(dict.fromkeys(sign for rule in _rules() for sign in rule.signs))


def _compiled(forms: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE) if forms else _NEVER


@lru_cache(maxsize=8192)
def furniture_rule(line: str) -> str | None:
    """The rule that recognizes the line as furniture, if one does.

    >>> furniture_rule("Back to top button")
    'continue_reading'
    """
    if len(line) > _LONGEST_SEARCHED:
        return None
    lowered = line.lower()
    anchored, signs = _any_rule()
    if not anchored.match(line) and not _has_any(signs, lowered):
        return None
    return next((rule.name for rule in _rules() if rule.holds(line, lowered)), None)


def _has_any(signs: tuple[str, ...], lowered: str) -> bool:
    for sign in signs:  # noqa: SIM110 - a plain loop is faster, and this is asked of every line
        if sign in lowered:
            return True
    return False
