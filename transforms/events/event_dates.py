"""When an event is said to be: the date that modifies it, told from the day of publication on the side where it lies."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from schemas.record import record
from transforms.datelines import dateline_end, day_end
from transforms.dates.edtf_range import edtf_range
from transforms.dates.find_dates import DateExpression, find_dates
from transforms.dates.reading import Tense
from transforms.events.clause_heads import clause_heads, closing_verbs, is_perfect, is_refusal, refusal_above
from transforms.events.date_links import is_told_apart, modifies
from transforms.events.event_tense import event_tense
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.reckoned_dates import SentenceDate, joined, last_told, reckon, with_years
from transforms.events.triggers import Trigger
from transforms.events.verb_status import FUTURE
from transforms.parsing.tokens import Span, Token

# Whose dates may be those of what is asked or promised: "agreed a new date, 12 December", told in October.
_OF_WHAT_IS_TO_BE = ("AGREE", "REQUEST", "REJECT", "THREATEN")
_A_WEEK = timedelta(days=7)
_REACH = (
    3  # sentences back to a date that "that year" takes up; what is some days later is so than in the last sentence
)
_BACK_OR_NEAR: tuple[Tense, Tense] = ("past", "either")
_SAME_WORD = 4  # letters that a verb and its noun share
_TOWARDS = ("to", "until", "till")


@record()
class EventDate:
    """The date of one event as the table wants it."""

    text: str | None = None
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    basis: str = "none"


class SentenceDates:
    """The date expressions of one sentence with the tokens that they start at."""

    def __init__(
        self,
        sentence: Span,
        published: str | None,
        triggers: Sequence[Trigger] = (),
        before: Sequence["SentenceDates"] = (),
    ) -> None:
        """`before` are those of the sentences before it, from which it may tell its dates."""
        self._sentence = sentence
        self._before = before[-_REACH:]
        self._types = {trigger.token.i: trigger.pattern.event_type for trigger in triggers}
        self._published = published
        self._told = edtf_range(published)[1] if published else None
        self._found: dict[Tense, list[SentenceDate]] = {}

    def of(self, trigger: Trigger, status: str) -> EventDate:
        """The date expression that modifies the trigger or the verb that carries it; none where there is no such one."""
        tense = event_tense(trigger, status)
        if not self._expressions(tense):
            return EventDate()
        for head in clause_heads(trigger, refused=False):
            own = self._beside(head, trigger, tense) or self._when(head, tense)
            is_refused = head == trigger.token and tense != "future" and head.dep_ != "conj" and is_refusal(head)
            if own or is_refused:
                return self._adding_up(trigger, _event_date(own), own)
        of_next = self._of_next(trigger, tense) if status == "occurred" else []
        if of_next:
            return _event_date(of_next)
        refusal = refusal_above(trigger) if status != "occurred" else None
        return self._of_refused(trigger, refusal) if refusal else EventDate()

    def _adding_up(self, trigger: Trigger, when: EventDate, told: Sequence[DateExpression]) -> EventDate:
        """The date, from its first day to that of publication where it is that of all that happened since."""
        is_since = any(one.relation == "since" and one.text == when.text for one in told)
        verb = trigger.anchor
        if not is_since or not is_perfect(verb) or verb.lemma_ in lexicon().lasting:
            return when
        if not (when.edtf and when.earliest and self._told and when.earliest <= self._told):
            return EventDate(when.text)
        edtf = f"{when.edtf.split('/')[0]}/{self._published}"
        return EventDate(when.text, edtf, when.earliest, self._told, when.basis)

    def _beside(self, head: Token, trigger: Trigger, tense: Tense) -> list[DateExpression]:
        """The dates that modify one of the words that tell of the event."""
        is_own, invited = head == trigger.token, _invited_to(trigger)
        if tense == "past" and not is_own and head.lemma_ in lexicon().due and head.dep_ != "advcl":
            tense = "either"  # when an event was to be may lie ahead, whatever became of it
        dates = self._not_yet() if tense == "either" and _has_refused(trigger) else self._expressions(tense)
        dates = sorted(dates, key=lambda one: one.cause is not None)  # "two days after they met on Friday": on Friday
        found = [
            one.expression for one in dates if not _is_after(one.token, invited) and self._dates(one, head, trigger)
        ]
        speaks_of_plan = tense == "past" and trigger.pattern.event_type in _OF_WHAT_IS_TO_BE
        if is_own and tense != "future" and is_refusal(head):
            return [one for one in found if not self._is_ahead(one)]
        return [one for one in found if not (speaks_of_plan and one.basis == "publication" and self._is_ahead(one))]

    def _when(self, verb: Token, tense: Tense) -> list[DateExpression]:
        """The date that a clause on it tells of: "in June 2011, when thousands marched"."""
        when = next((child for child in verb.lefts if child.lower_ == "when"), None)
        start, text = self._sentence.start_char, self._sentence.text
        return [
            one.expression
            for one in self._expressions(tense)
            if when and text[one.expression.char_end : when.idx - start] in (" ", ", ")
        ]

    def _of_next(self, trigger: Trigger, tense: Tense) -> list[DateExpression]:
        """The one date of a sentence where a verb joined to the event's has it: "shut a road and burnt cars on Monday"."""
        if len(self._expressions(tense)) > 1:
            return []
        return next((self._beside(one, trigger, tense) for one in closing_verbs(trigger.anchor)), [])

    def _not_yet(self) -> list[SentenceDate]:
        """The dates of what was to be and has just been called off: the nearest ones, but of the days of the week the next."""
        pairs = zip(self._expressions("either"), self._expressions("future"), strict=True)
        return [later if _lie_a_week_apart(near.expression, later.expression) else near for near, later in pairs]

    def _of_refused(self, trigger: Trigger, refusal: Token) -> EventDate:
        """The date beside a refusal that is that of what is refused: "cancelled the talks on 3 July", told in June.

        The day beside it is that of the refusal where it has passed; in "was cancelled in May" it is the month of both.
        """
        is_subject = trigger.token.dep_ == "nsubjpass"
        return _event_date(
            [
                date
                for one in self._expressions("either")
                for date in [one.expression]
                if self._dates(one, refusal, trigger)
                and (self._is_ahead(date) or (is_subject and date.earliest != date.latest))
            ]
        )

    def tokens(self) -> set[int]:
        """The tokens of the sentence that are part of a date."""
        found: set[int] = set()
        for one in self._expressions("past"):
            end = self._sentence.start_char + one.expression.char_end
            found.update(other.i for other in self._sentence[one.token.i - self._sentence.start :] if other.idx < end)
        return found

    def last_told(self) -> DateExpression | None:
        """The date that the next sentence goes on from."""
        return last_told(self._expressions(self._own_tense))

    def names(self, noun: Token) -> bool:
        """Whether the sentence has a word for what a noun takes up: "signed" for "the signing"."""
        stem = noun.lemma_.lower()[:_SAME_WORD]
        return any(token.lemma_.lower()[:_SAME_WORD] == stem for token in self._sentence)

    def _told_before(self, *, is_far: bool = False, about: Token | None = None) -> DateExpression | None:
        """The last date told in the sentence before, or in one of those before that; `about` what that sentence names."""
        before = self._before if is_far else self._before[-1:]
        if about and not (before and before[-1].names(about)):
            return None
        return next(filter(None, (one.last_told() for one in reversed(before))), None)

    def _dates(self, one: SentenceDate, head: Token, trigger: Trigger) -> bool:
        """Whether a date is of what `head` tells of the trigger; for or until when an act is meant dates no act."""
        if one.cause:
            return head == one.cause
        token, expression = one.token, one.expression
        if token == head or not modifies(one, head, trigger.pattern.event_type, self._types):
            return False
        if token.i > head.i and is_told_apart(trigger.anchor, head):
            return False
        above = token
        while above.head not in (head, above):
            token, above = above, above.head
        start = self._sentence.start_char
        is_direct = start + expression.char_start <= token.idx < start + expression.char_end
        if head.pos_ != "VERB" or not is_direct:
            return True
        if above.lower_ == "for" and head == trigger.token:
            return False  # "called a strike for Monday"
        return not (above.lower_ in _TOWARDS and is_refusal(head))  # "was postponed to July"

    def _is_ahead(self, expression: DateExpression) -> bool:
        """Whether a date is after publication, or is most of a year before unless it is."""
        past, nearest = (
            next(
                one.expression for one in self._expressions(tense) if one.expression.char_start == expression.char_start
            )
            for tense in _BACK_OR_NEAR
        )
        if not (self._told and past.earliest and nearest.earliest) or nearest.earliest <= self._told:
            return False
        return past == nearest or nearest.earliest - past.earliest > _A_WEEK

    def _expressions(self, tense: Tense) -> list[SentenceDate]:
        if tense not in self._found:
            text = self._sentence.text
            expressions = find_dates(text, self._published, tense)
            body_start = self._body_start() if expressions else 0
            dates = [
                SentenceDate(expression, token)
                for expression in expressions
                if self._sentence.start_char + expression.char_start >= body_start
                for token in [_token_at(self._sentence, self._sentence.start_char + expression.char_start)]
                if expression.relation in (None, "since") or _is_attribute(token)
            ]
            if tense != "future" and dates:
                dates = with_years(dates, self._told_before)
            if any(expression.is_told for expression in expressions):
                own = dates if tense == self._own_tense else self._expressions(self._own_tense)
                dates = reckon(self._sentence, dates, own, self._told_before)
            self._found[tense] = joined(self._sentence, dates)
        return self._found[tense]

    @cached_property
    def _own_tense(self) -> Tense:
        """On which side of publication the main clause lies."""
        return "future" if any(child.lower_ in FUTURE for child in self._sentence.root.children) else "past"

    def _body_start(self) -> int:
        """Where the text begins after the dateline; a day alone before it is one where it is that of publication."""
        text = self._sentence.doc.text
        opened = day_end(text)
        stated = find_dates(text[:opened], None) if opened else ()
        return opened if stated and stated[0].edtf == self._published else dateline_end(text)


def _is_attribute(token: Token) -> bool:
    """Whether a date belongs to the noun after it, so that no preposition before both is its own: "after Monday's raid"."""
    while token.dep_ in ("amod", "det", "nummod") and token.head.i > token.i:
        token = token.head
    return token.dep_ in ("poss", "nmod", "compound") and token.head.i > token.i


def _has_refused(trigger: Trigger) -> bool:
    """Whether the refusal is told in the present perfect: "has called off the talks"."""
    refusal = refusal_above(trigger)
    return refusal is not None and any(child.lower_ in ("has", "have") for child in refusal.children)


def _lie_a_week_apart(near: DateExpression, later: DateExpression) -> bool:
    return near.earliest is not None and later.earliest is not None and later.earliest - near.earliest == _A_WEEK


def _invited_to(trigger: Trigger) -> Token | None:
    """What an invitation or an offer is for: a day told after it is that of the meeting, not of the invitation."""
    if trigger.token.pos_ != "NOUN" or governor_effect(trigger.token) != "planned":
        return None
    words = lexicon()
    waiting = [token for name in ("for", "to") for token in trigger.frame.prepositions.get(name, ())]
    return next((token for token in waiting if token.lemma_.lower() in words.money_talk | words.group_head), None)


def _is_after(token: Token, noun: Token | None) -> bool:
    return noun is not None and token.i > noun.i


def _event_date(expressions: Sequence[DateExpression]) -> EventDate:
    """The first of them that is not open, or a day within it ("in 2014 … on 22 October"), else the first; none of none."""
    told = sorted(expressions, key=lambda expression: expression.edtf is None)
    if not told:
        return EventDate()
    one = next((other for other in told[1:] if _lies_within(other, told[0])), told[0])
    return EventDate(one.text, one.edtf, one.earliest, one.latest, one.basis)


def _lies_within(one: DateExpression, other: DateExpression) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest


def _token_at(sentence: Span, offset: int) -> Token:
    """The syntactic head among a date's words: the one that hangs on a word outside; here, the token at its start, climbed."""
    found = sentence[0]
    for token in sentence:
        if token.idx > offset:
            break
        found = token
    return found
