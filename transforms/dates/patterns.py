"""The date expressions of expressions.yaml, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from transforms.load_yaml import load_yaml
from transforms.one_of import one_of

_ABBREVIATED = 4  # letters of the longest abbreviation of a month
_SHORT_MONTHS = ("May", "June", "July")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z_0-9]*)\}")


@dataclass(frozen=True, slots=True)
class Expression:
    """One way to write a date: its shape, the rule that resolves it, the kind of word it needs, and letters that it holds.

    A text with none of these runs of letters, which are in lower case, need not be searched where any are given.
    """

    rule: str
    needs: str
    holds: tuple[str, ...]
    regex: re.Pattern[str]


@dataclass(frozen=True)
class Grammar:
    """All expressions, in order of precedence, and the vocabularies that give their words a value.

    `triggers` finds the date words: month, weekday, unit, season, relative, named_day, year.
    """

    expressions: tuple[Expression, ...]
    words: dict[str, Any]
    triggers: re.Pattern[str]

    def expressions_for(self, text: str) -> tuple[Expression, ...]:
        """The expressions that need a kind of date word that `text` has, in order of precedence."""
        return _of_kinds(frozenset([match.lastgroup or "" for match in self.triggers.finditer(text)]))


@cache
def _of_kinds(kinds: frozenset[str]) -> tuple[Expression, ...]:
    return tuple(expression for expression in grammar().expressions if expression.needs in kinds)


@cache
def grammar() -> Grammar:
    """The grammar, read and compiled on first use."""
    data = load_yaml(files("transforms.dates").joinpath("expressions.yaml").read_text("utf-8"))
    words = data["words"]
    shapes = _shapes(words) | data["shapes"]
    expressions = tuple(
        Expression(line["as"], line["needs"], tuple(line.get("holds", ())), re.compile(_fill(line["regex"], shapes)))
        for line in data["expressions"]
    )
    return Grammar(expressions, words, _triggers(words))


def _shapes(words: dict[str, Any]) -> dict[str, str]:
    full = [name for name in words["months"] if len(name) > _ABBREVIATED or name in _SHORT_MONTHS]
    abbreviated = [name for name in words["months"] if name not in full]
    months = rf"(?:{_either(full, upper=True)}|{_either(abbreviated, upper=True)}(?![A-Za-z])\.?)"
    return {
        "month": rf"(?P<month>{months})",
        "month2": rf"(?P<month2>{months})",
        "full_month_names": _either(full),
        "plain_month_names": _either(words["plain_months"], upper=True),
        "month_contexts": _either(words["month_contexts"]),
        "weekday": rf"(?P<weekday>{_either(words['weekdays'])})",
        "weekday_names": _either(words["weekdays"]),
        "full_weekday_names": _either(words["full_weekdays"], upper=True),
        "season": rf"(?P<season>{_either(words['seasons'])})",
        "ordinal": rf"(?P<ordinal>{_either(words['ordinals'])})",
        "number": rf"(?P<number>{_either(words['numbers'])})",
        "vague_number": rf"(?P<vague>{_either(words['vague_numbers'])})",
        "unit": rf"(?P<unit>{_either(words['units'])})",
        "which": r"(?P<which>(?i:last|this past|this coming|this|next|the coming|past|coming))",
        "of_which": "(?:last|this|next)",
        "day_word": rf"(?P<day_word>{_either(words['day_words'])})",
        "named_day_names": _either(words["named_days"]),
        "counted": _either(words["counted"]),
    }


def _triggers(words: dict[str, Any]) -> re.Pattern[str]:
    kinds = {
        "month": _either(words["months"], upper=True),
        "weekday": _either(words["weekdays"], upper=True),
        "named_day": _either(words["named_days"]),
        "season": rf"(?i:{_either(words['seasons'])})",
        "relative": rf"(?i:{_either(words['day_words'])})",
        "unit": (
            r"(?i:(?:day|night|morning|afternoon|evening|week|weekend|fortnight|month|year|decade|quarter|hour)s?"
            r"|century|centuries|Q[1-4]|half)"
        ),
        "year": "(?:1[5-9]|20)[0-9]",
        "ordinal_day": "[0-3]?[0-9](?:st|nd|rd|th)",
    }
    # May Day also holds a month: the longer name comes first.
    order = ["named_day", "month", "weekday", "season", "relative", "unit", "ordinal_day", "year"]
    either = "|".join(rf"(?P<{kind}>{kinds[kind]})(?![A-Za-z])" for kind in order)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{either})")


def _either(words: Any, *, upper: bool = False) -> str:
    """A group of alternatives: `words`, longest first; with `upper`, also in capitals as datelines have them."""
    return one_of([*words, *(word.upper() for word in words)] if upper else words)


def _fill(regex: str, shapes: dict[str, str]) -> str:
    while _PLACEHOLDER.search(regex):
        regex = _PLACEHOLDER.sub(lambda match: shapes[match[1]], regex)
    return regex
