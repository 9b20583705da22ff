"""Dates that a text tells from one before them: "two days later", "the following January", "a day after the arrest"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from schemas.record import record
from transforms.dates.find_dates import DateExpression, told_from
from transforms.dates.told_dates import PARTS_OF_DAY
from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Span, Token

_APART = ("relcl", "acl", "advcl")
_SAME = frozenset(("that", "same"))
_PARTS_OF_DAY = frozenset(PARTS_OF_DAY)
_SUBORDINATE = 2


@record()
class SentenceDate:
    """A date of a sentence with its first word, and with what it is told from, which it then dates in place of its clause."""

    expression: DateExpression
    token: Token
    cause: Token | None = None


class TellsBefore(Protocol):
    """Gives the date that the text has told before the sentence; for "that year" it may be some way back."""

    def __call__(self, *, is_far: bool) -> DateExpression | None:
        """The date told last, `is_far` for one that may be some sentences back."""


def reckon(
    sentence: Span, dates: Sequence[SentenceDate], own: Sequence[SentenceDate], told_before: TellsBefore
) -> list[SentenceDate]:
    """The dates of a sentence, with those reckoned that it tells from another one, or from one of the text before it.

    `own` are the same dates, those on whose side of publication the main clause lies.
    """
    found: list[SentenceDate] = []
    for one in dates:
        if not one.expression.is_told:
            found.append(one)
            continue
        cause = _cause(sentence, one.expression)
        if cause:
            outside = [other for other in own if not cause.left_edge.i <= other.token.i <= cause.right_edge.i]
            base = _main([other for other in outside if not other.expression.is_told])
            found.append(SentenceDate(_told_from(sentence, one, base, is_of_cause=True), one.token, cause))
        else:
            before = [other for other in own if other.cause is None and other.token.i < one.token.i]
            above = [other for other in before if _rank(other.token) < _SUBORDINATE]
            base = _main(above) or told_before(is_far=_is_far(one.expression)) or _main(before)
            found.append(replace(one, expression=_told_from(sentence, one, base)))
    return found


def _is_far(expression: DateExpression) -> bool:
    """Whether it takes up a longer time, which may have been told of some way back: "that year", "the same month"."""
    words = expression.text.lower().split()
    return not _SAME.isdisjoint(words) and _PARTS_OF_DAY.isdisjoint(words)


def last_told(dates: Sequence[SentenceDate]) -> DateExpression | None:
    """The date that the next sentence goes on from."""
    return _main([one for one in dates if one.cause is None])


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
            if token.dep_ == "mark":
                return token.head
            return next((child for child in token.rights if child.dep_ in ("pobj", "pcomp")), None)
    return None


def _main(dates: Sequence[SentenceDate]) -> DateExpression | None:
    """The last date of the main clause, else one of its things, else of any clause."""
    known = [one for one in dates if one.expression.edtf]
    return min(reversed(known), key=lambda one: _rank(one.token)).expression if known else None


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
