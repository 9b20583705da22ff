"""The dates that a sentence states, as EDTF that is never finer than its words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from transforms.dates import calendar_dates, relative_dates, told_dates
from transforms.dates.edtf_range import edtf_range
from transforms.dates.patterns import Expression, Grammar, grammar
from transforms.dates.reading import Reading, Resolved, Tense

Relation = Literal["since", "until", "by", "before", "after"]
Rule = Callable[[Reading], Resolved]
Anchors = tuple[date | None, date | None]
_UNKNOWN: Anchors = (None, None)

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
            """day_word weekday weekday_of_which weekday_of_which_week weekend ago from_now unit_of_which part_of_unit
            day_of_month""",
        ),
        (told_dates, "later unit_of_text weekday_of_text month_of_text day_of_text"),
    )
    for name in names.split()
}
_RELATIONS: dict[str, Relation] = {
    "since": "since", "from": "since", "starting": "since", "until": "until", "till": "until", "through": "until",
    "by": "by", "before": "before", "ahead of": "before", "prior to": "before", "after": "after", "following": "after",
}  # fmt: skip
_RELATION = re.compile(rf"(?i)\b({'|'.join(_RELATIONS)})(?: (?:the|early|late|mid|at least|around|about))?[ ]$")
_LONGEST_RELATION = 24
_TOLD = ("told", "told2", "way", "the_day")  # groups of expressions that are told from a date before them
_FROM_TOLD = {"day_of_month": "day_of_text"}  # the rule for what is told from a date before it where there is one
_OTHER_WAY = {"after": "before", "before": "after"}
_LONGEST_BASE = 366  # days that a date may leave open which others are told from
_SOME_YEAR = "2001"  # for reckoning from a date whose year is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """One date expression of a text: `text` is the text's slice from `char_start` to `char_end`.

    `edtf` is None where the words leave the date open; `earliest` and `latest` enclose it where its year is known.
    `basis` is `stated` where the words give it, `publication` where it took the publication date, `none` where it stays
    open. `relation` tells whether the words date something from, up to, before or after that date; None: on it.
    `is_told` says that they tell it from a date before them in the text.
    """

    char_start: int
    char_end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    basis: str
    relation: Relation | None
    is_told: bool = False


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
        _expression(match, expression, _resolved(parts, expression, rules, of, tense))
        for match, expression in matches
        for parts in [match.groupdict()]
        for of in [_UNKNOWN if _is_told(parts) and expression.rule not in _FROM_TOLD else anchors]
    )
    return tuple(sorted(found, key=lambda date_expression: date_expression.char_start))


def told_from(
    text: str, expression: DateExpression, told: str, basis: str, *, is_of_cause: bool = False
) -> DateExpression:
    """The expression of `text` reckoned from `told`, the EDTF of a date before it, which is known by `basis`.

    With `is_of_cause` the date of what it is told from: in "freed on Monday, a day after the arrest" that of the arrest.
    """
    match, rule = next(
        pair for pair in _matches(text) if _span(pair[0]) == (expression.char_start, expression.char_end)
    )
    parts = match.groupdict()
    if is_of_cause:
        parts["way"] = _OTHER_WAY.get((parts.get("way") or "").lower())
    edtf = told if told_dates.is_that_day(parts) else _reckoned(parts, rule, told)
    if edtf is None:
        return expression
    earliest, latest = edtf_range(edtf)
    return replace(expression, edtf=edtf, earliest=earliest, latest=latest, basis=basis)


def _reckoned(parts: dict[str, str | None], rule: Expression, told: str) -> str | None:
    """What the words make of a date before them; of one without a year a date without a year, if that is of the same one."""
    is_yearless = told.startswith("XXXX-")
    first, last = _anchors(told.replace("XXXX-", f"{_SOME_YEAR}-") if is_yearless else told)
    if first is None or last is None or (last - first).days > _LONGEST_BASE:
        return None
    rule = replace(rule, rule=_FROM_TOLD.get(rule.rule, rule.rule))
    edtf = _resolved(parts, rule, grammar(), (first, last), "past").edtf
    if edtf is None or not is_yearless:
        return edtf
    is_same_year = all(point.startswith(f"{_SOME_YEAR}-") for point in edtf.split("/"))
    return edtf.replace(f"{_SOME_YEAR}-", "XXXX-") if is_same_year else None


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
        if expression.holds and not any(letters in lower for letters in expression.holds):
            continue
        for match in expression.regex.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if expression.rule != "none":
                found.append((match, expression))
    return tuple(found)


def _is_told(parts: dict[str, str | None]) -> bool:
    return any(parts.get(name) for name in _TOLD)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("span") if "span" in match.re.groupindex and match["span"] else match.span()


def _anchors(published: str | None) -> Anchors:
    first, last = edtf_range(published) if published else (None, None)
    return (first, last) if first and last else (None, None)


def _expression(match: re.Match[str], expression: Expression, resolved: Resolved) -> DateExpression:
    text = match.string
    start, end = _span(match)
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
        is_told=_is_told(match.groupdict()),
    )


def _enclosed(resolved: Resolved) -> tuple[Resolved, Anchors]:
    """The value with its first and last day; a day that is in no calendar (29 February 2021) leaves the date open."""
    try:
        return resolved, edtf_range(resolved.edtf) if resolved.edtf else (None, None)
    except ValueError:
        return Resolved(None), (None, None)


def _resolved(
    groups: dict[str, str | None],
    expression: Expression,
    rules: Grammar,
    anchors: Anchors,
    tense: Tense,
) -> Resolved:
    """What the words mean, told from the first and the last day of publication; if they differ, all between."""
    parts = {name: words for name, words in groups.items() if words}
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
        "later",
        "unit_of_text",
        "month_of_text",
    ):
        earliest, latest = edtf_range(first.edtf)[0], edtf_range(last.edtf)[1]
        return Resolved(f"{earliest}/{latest}", from_publication=True)
    return rule(Reading(parts, rules.words, None, tense))
