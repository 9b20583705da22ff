"""The dates that a sentence states, as EDTF that is never finer than its words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from transforms.dates import calendar_dates, relative_dates
from transforms.dates.edtf_range import edtf_range
from transforms.dates.patterns import Expression, Grammar, grammar
from transforms.dates.reading import Reading, Resolved, Tense

Relation = Literal["since", "until", "by", "before", "after"]
Rule = Callable[[Reading], Resolved]
Anchors = tuple[date | None, date | None]

_RULES: dict[str, Rule] = {
    name: getattr(module, name)
    for module, names in (
        (
            calendar_dates,
            """day numeric day_of_year month_of_year day_span full_span month_span year_span month month_of_which part_of_month
            part_of_year quarter half season season_of_which decade century named_day year""",
        ),
        (
            relative_dates,
            """unknown day_word weekday weekday_of_which weekday_of_which_week weekend ago from_now unit_of_which
            part_of_unit""",
        ),
    )
    for name in names.split()
}
_RELATIONS: dict[str, Relation] = {
    "since": "since", "from": "since", "starting": "since", "until": "until", "till": "until", "through": "until",
    "by": "by", "before": "before", "ahead of": "before", "prior to": "before", "after": "after", "following": "after",
}  # fmt: skip
_RELATION = re.compile(rf"(?i)\b({'|'.join(_RELATIONS)})(?: (?:the|early|late|mid|at least|around|about))?[ ]$")
_LONGEST_RELATION = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """One date expression of a text: `text` is the text's slice from `char_start` to `char_end`.

    `edtf` is None where the words leave the date open; `earliest` and `latest` enclose it where its year is known.
    `basis` is `stated` where the words give it, `publication` where it took the publication date, `none` where it stays
    open. `relation` tells whether the words date something from, up to, before or after that date; None: on it.
    """

    char_start: int
    char_end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    basis: str
    relation: Relation | None


def find_dates(text: str, published: str | None, tense: Tense = "unknown") -> tuple[DateExpression, ...]:
    """The date expressions of `text`, in order, without overlaps.

    `published` is the publication date as EDTF, of any precision, or None. Where only it can tell which "Friday" or
    which "Nov. 14" is meant, `tense` says on which side of it to look, as the clause's own tense has it. Where that is
    not known, weekdays lie in the past, and days and months where news would leave the year out.
    """
    matches = _matches(text)
    if not matches:
        return ()
    rules, anchors = grammar(), _anchors(published)
    found = (
        _expression(match, expression, _resolved(match, expression, rules, anchors, tense))
        for match, expression in matches
    )
    return tuple(sorted(found, key=lambda date_expression: date_expression.char_start))


@lru_cache(maxsize=64)  # a sentence is asked for its dates in each tense
def _matches(text: str) -> tuple[tuple[re.Match[str], Expression], ...]:
    """The date expressions of a text without overlaps, in order of precedence; those that are no dates left out."""
    expressions = grammar().expressions_for(text)
    if not expressions:
        return ()
    lower = text.lower()
    found: list[tuple[re.Match[str], Expression]] = []
    taken: list[tuple[int, int]] = []
    for expression in expressions:
        if expression.holds not in lower:
            continue
        for match in expression.regex.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if expression.rule != "none":
                found.append((match, expression))
    return tuple(found)


def _anchors(published: str | None) -> Anchors:
    first, last = edtf_range(published) if published else (None, None)
    return (first, last) if first and last else (None, None)


def _expression(match: re.Match[str], expression: Expression, resolved: Resolved) -> DateExpression:
    text = match.string
    start, end = match.span("span") if "span" in match.re.groupindex and match["span"] else match.span()
    resolved, (earliest, latest) = _enclosed(resolved)
    # "From March to May" is a span, not a time since March.
    spans = expression.rule.endswith("_span")
    relation = None if spans else _RELATION.search(text, max(0, start - _LONGEST_RELATION), start)
    return DateExpression(
        char_start=start,
        char_end=end,
        text=text[start:end],
        edtf=resolved.edtf,
        earliest=earliest,
        latest=latest,
        basis="none" if resolved.edtf is None else "publication" if resolved.from_publication else "stated",
        relation=_RELATIONS[relation[1].lower()] if relation else None,
    )


def _enclosed(resolved: Resolved) -> tuple[Resolved, Anchors]:
    """The value with its first and last day; a day that is in no calendar (29 February 2021) leaves the date open."""
    try:
        return resolved, edtf_range(resolved.edtf) if resolved.edtf else (None, None)
    except ValueError:
        return Resolved(None), (None, None)


def _resolved(
    match: re.Match[str],
    expression: Expression,
    rules: Grammar,
    anchors: Anchors,
    tense: Tense,
) -> Resolved:
    """What the words mean, told from the first and the last day of publication; if they differ, all between."""
    parts = {name: words for name, words in match.groupdict().items() if words}
    rule = _RULES[expression.rule]
    first, last = (rule(Reading(parts, rules.words, anchor, tense)) for anchor in anchors)
    if first == last:
        return first
    if first.edtf is None or last.edtf is None:
        return Resolved(None)
    if "weekday" in parts or expression.rule in (
        "day_word",
        "weekend",
        "ago",
        "from_now",
        "unit_of_which",
        "part_of_unit",
    ):
        earliest, latest = edtf_range(first.edtf)[0], edtf_range(last.edtf)[1]
        return Resolved(f"{earliest}/{latest}", from_publication=True)
    return rule(Reading(parts, rules.words, None, tense))
