"""Dates that a text tells from one before them: "two days later", "the following January", "a day after the arrest"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from schemas.record import record
from transforms.dates.edtf_range import edtf_range
from transforms.dates.find_dates import DateExpression, told_from
from transforms.dates.relative_dates import PARTS_OF_DAY
from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Span, Token

_APART = ("relcl", "acl", "advcl")
_SAME = frozenset(("that", "same"))
_PARTS_OF_DAY = frozenset(PARTS_OF_DAY)
_SUBORDINATE = 2
_YEARLESS = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?[A-Z][a-z]{2,8}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?")


@record()
class SentenceDate:
    """A date of a sentence with its first word, and with what it is told from, which it then dates in place of its clause."""

    expression: DateExpression
    token: Token
    cause: Token | None = None


class TellsBefore(Protocol):
    """Gives the date that the text has told before the sentence; for "that year" it may be some way back."""

    def __call__(self, *, is_far: bool = False, about: Token | None = None) -> DateExpression | None:
        """The date told last, `is_far` for one that may be some sentences back, `about` for one of what a noun takes up."""


def reckon(
    sentence: Span, dates: Sequence[SentenceDate], own: Sequence[SentenceDate], told_before: TellsBefore
) -> list[SentenceDate]:
    """The dates of a sentence, with those reckoned that it tells from another one, or from one of the text before it.

    `own` are the same dates, those on whose side of publication the main clause lies.
    """
    return [_reckoned(sentence, one, own, told_before) if one.expression.is_told else one for one in dates]


def _reckoned(sentence: Span, one: SentenceDate, own: Sequence[SentenceDate], told_before: TellsBefore) -> SentenceDate:
    cause = _cause(sentence, one.expression)
    if cause is None:
        before = [other for other in own if other.cause is None and other.token.i < one.token.i]
        above = [other for other in before if not _is_in_subject(other.token, _verb_above(one.token))]
        base = _main(above) or told_before(is_far=_is_far(one.expression)) or _main(before)
        return replace(one, expression=_told_from(sentence, one, base))
    outside = [other for other in own if not cause.left_edge.i <= other.token.i <= cause.right_edge.i]
    stated = [other for other in outside if not other.expression.is_told]
    base = _main([other for other in stated if other.token.i < one.token.i]) or _main(stated)
    of_cause = None if base or cause.pos_ != "NOUN" else told_before(about=cause)
    if of_cause:  # "On the night after the signing, crowds gathered", where the day of the signing has been told
        return replace(one, expression=_told_from(sentence, one, of_cause))
    return replace(one, expression=_told_from(sentence, one, base, is_of_cause=True), cause=cause)


def with_years(dates: Sequence[SentenceDate], told_before: TellsBefore) -> list[SentenceDate]:
    """The dates, with the year of a date before them for those of its time that state none: "In 2018 he led …; on 3 May …"."""
    found: list[SentenceDate] = []
    for one in dates:
        year = _year_before(one, found, told_before) if _is_yearless(one.expression) else None
        found.append(replace(one, expression=_of_year(one.expression, year)) if year else one)
    return found


def _is_yearless(date: DateExpression) -> bool:
    return date.edtf is not None and "/" not in date.edtf and _YEARLESS.fullmatch(date.text) is not None


def _year_before(one: SentenceDate, found: Sequence[SentenceDate], told_before: TellsBefore) -> str | None:
    """The year of the main clause before a date, or of the last sentence, if that told of the same month or the one before."""
    main = [other.expression for other in found if _rank(other.token) == 0]
    if main:
        return main[-1].edtf[:4] if _states_year(main[-1]) and main[-1].edtf else None
    last = told_before() if not found else None
    if last is None or not _states_year(last) or not (last.edtf and one.expression.edtf and "-" in last.edtf[:5]):
        return None
    months = int(one.expression.edtf[5:7]) - int(last.edtf[5:7])
    return last.edtf[:4] if months in (0, 1) else None


def _states_year(date: DateExpression) -> bool:
    return date.basis == "stated" and date.relation is None and (date.edtf or "X")[:4].isdigit()


def _of_year(date: DateExpression, year: str) -> DateExpression:
    edtf = f"{year}{(date.edtf or '')[4:]}"
    try:
        earliest, latest = edtf_range(edtf)
    except ValueError:
        return date  # 29 February
    return replace(date, edtf=edtf, earliest=earliest, latest=latest, basis="stated")


def _is_far(expression: DateExpression) -> bool:
    """Whether it takes up a longer time, which may have been told of some way back: "that year", "the same month"."""
    words = expression.text.lower().split()
    return not _SAME.isdisjoint(words) and _PARTS_OF_DAY.isdisjoint(words)


def last_told(dates: Sequence[SentenceDate]) -> DateExpression | None:
    """The date that the next sentence goes on from: none of a subordinate clause."""
    return _main([one for one in dates if one.cause is None and _rank(one.token) < _SUBORDINATE])


def _told_from(
    sentence: Span, one: SentenceDate, base: DateExpression | None, *, is_of_cause: bool = False
) -> DateExpression:
    if base is None or base.edtf is None:
        return one.expression
    return told_from(sentence.text, one.expression, base.edtf, base.basis, is_of_cause=is_of_cause)


def _cause(sentence: Span, expression: DateExpression) -> Token | None:
    """What a date is told from, where that is named: the verb of "a day after they met", the noun of "a day after talks"."""
    end = sentence.start_char + expression.char_end
    for token in sentence:
        if token.idx + len(token) == end:
            below = next((child for child in token.rights if child.dep_ in ("pobj", "pcomp")), None)
            return token.head if below is None and token.dep_ == "mark" else below
    return None


def _verb_above(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _is_in_subject(token: Token, verb: Token) -> bool:
    """Whether a date stands within the subject of a verb: "A, who was jailed in May, was freed …"."""
    return any(child.dep_ in SUBJECTS and child.left_edge.i <= token.i <= child.right_edge.i for child in verb.lefts)


def _main(dates: Sequence[SentenceDate]) -> DateExpression | None:
    """The last date of the main clause, else one of its things, else of any clause; it may be open."""
    return min(reversed(dates), key=lambda one: _rank(one.token)).expression if dates else None


def _rank(token: Token) -> int:
    """0 for a date of the main clause, or of what that reports, 1 for that of a thing in it, 2 for a subordinate clause."""
    is_of_thing = 0
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_ not in lexicon().time_noun:
            is_of_thing = 1
    while token.dep_ in ("ccomp", "xcomp", "conj") and token.head != token:
        token = token.head
    return _SUBORDINATE if token.dep_ in _APART else is_of_thing


def joined(sentence: Span, dates: Sequence[SentenceDate]) -> list[SentenceDate]:
    """The dates, with the days that "on Saturday and Sunday" names as one stretch at its first word."""
    found = list(dates)
    for position in reversed(range(len(found) - 1)):
        first, last = found[position], found[position + 1]
        if _is_coordinated(last.token, first, sentence) and (both := _both(first.expression, last.expression)):
            found[position] = replace(first, expression=both)
    return found


def _is_coordinated(token: Token, first: SentenceDate, sentence: Span) -> bool:
    while token.dep_ in ("nummod", "amod", "compound", "det"):
        token = token.head
    start = sentence.start_char
    return token.dep_ == "conj" and (
        start + first.expression.char_start <= token.head.idx < start + first.expression.char_end
    )


def _both(first: DateExpression, last: DateExpression) -> DateExpression | None:
    is_day = first.earliest is not None and first.earliest == first.latest and last.earliest == last.latest
    if not is_day or first.earliest is None or last.earliest is None or not first.earliest < last.earliest:
        return None
    return replace(first, edtf=f"{first.edtf}/{last.edtf}", latest=last.latest)
