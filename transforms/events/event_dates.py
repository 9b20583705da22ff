"""When an event is said to be: the date that modifies it, told from the day of publication on the side where it lies."""

from collections.abc import Sequence
from datetime import date, timedelta

from schemas.plover import HAPPENED
from schemas.record import record
from transforms.datelines import dateline_end
from transforms.dates.edtf_range import edtf_range
from transforms.dates.find_dates import DateExpression, find_dates
from transforms.dates.reading import Tense
from transforms.events.clause_heads import clause_heads, is_charge, is_refusal, refusal_above
from transforms.events.grammar import is_in_headline
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.triggers import Trigger
from transforms.events.verb_status import FUTURE, MODALS
from transforms.parsing.tokens import Span, Token

# Whose dates may be those of what is asked or promised: "agreed a new date, 12 December", told in October.
_OF_WHAT_IS_TO_BE = ("AGREE", "REQUEST", "REJECT", "THREATEN")
_A_WEEK = timedelta(days=7)
_BACK_OR_NEAR: tuple[Tense, Tense] = ("past", "either")
_TOWARDS = ("to", "until", "till")
_ADJUNCTS = (
    "prep",
    "npadvmod",
    "pobj",
    "pcomp",
    "compound",
    "poss",
    "nummod",
    "amod",
    "appos",
    "advmod",
    "nmod",
    "punct",
    "dep",
    "det",
)


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

    def __init__(self, sentence: Span, published: str | None, triggers: Sequence[Trigger] = ()) -> None:
        self._sentence = sentence
        self._types = {trigger.token.i: trigger.pattern.event_type for trigger in triggers}
        self._published = published
        self._told = edtf_range(published)[1] if published else None
        self._found: dict[Tense, list[tuple[DateExpression, Token]]] = {}

    def of(self, trigger: Trigger, status: str) -> EventDate:
        """The date expression that modifies the trigger or the verb that carries it; none where there is no such one."""
        tense = _tense(trigger, status)
        if not self._expressions(tense):
            return EventDate()
        for head in clause_heads(trigger, refused=False):
            own = self._beside(head, trigger, tense)
            if own or (head == trigger.token and tense != "future" and is_refusal(head)):
                return _event_date(own)
        refusal = refusal_above(trigger) if status != "occurred" else None
        return self._of_refused(trigger, refusal) if refusal else EventDate()

    def _beside(self, head: Token, trigger: Trigger, tense: Tense) -> list[DateExpression]:
        """The dates that modify one of the words that tell of the event."""
        is_own, invited = head == trigger.token, _invited_to(trigger)
        if tense == "past" and not is_own and head.lemma_ in lexicon().due and head.dep_ != "advcl":
            tense = "either"  # when an event was to be may lie ahead, whatever became of it
        found = [
            one
            for one, token in (
                self._not_yet() if tense == "either" and _has_refused(trigger) else self._expressions(tense)
            )
            if not _is_after(token, invited) and self._dates(one, token, head, trigger)
        ]
        speaks_of_plan = tense == "past" and trigger.pattern.event_type in _OF_WHAT_IS_TO_BE
        if is_own and tense != "future" and is_refusal(head):
            return [one for one in found if not self._is_ahead(one)]
        return [one for one in found if not (speaks_of_plan and one.basis == "publication" and self._is_ahead(one))]

    def _not_yet(self) -> list[tuple[DateExpression, Token]]:
        """The dates of what was to be and has just been called off: the nearest ones, but of the days of the week the next."""
        pairs = zip(self._expressions("either"), self._expressions("future"), strict=True)
        return [later if _lie_a_week_apart(near[0], later[0]) else near for near, later in pairs]

    def _of_refused(self, trigger: Trigger, refusal: Token) -> EventDate:
        """The date beside a refusal that is that of what is refused: "cancelled the talks on 3 July", told in June.

        The day beside it is that of the refusal where it has passed; in "was cancelled in May" it is the month of both.
        """
        is_subject = trigger.token.dep_ == "nsubjpass"
        return _event_date(
            [
                one
                for one, token in self._expressions("either")
                if self._dates(one, token, refusal, trigger)
                and (self._is_ahead(one) or (is_subject and one.earliest != one.latest))
            ]
        )

    def tokens(self) -> set[int]:
        """The tokens of the sentence that are part of a date."""
        found: set[int] = set()
        for expression, token in self._expressions("past"):
            end = self._sentence.start_char + expression.char_end
            found.update(other.i for other in self._sentence[token.i - self._sentence.start :] if other.idx < end)
        return found

    def _dates(self, expression: DateExpression, token: Token, head: Token, trigger: Trigger) -> bool:
        """Whether a date is of what `head` tells of the trigger; for or until when an act is meant dates no act."""
        if token == head or not self._modifies(token, head, trigger.pattern.event_type):
            return False
        above = token
        while above.head != head:
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
            next(one for one, _ in self._expressions(tense) if one.char_start == expression.char_start)
            for tense in _BACK_OR_NEAR
        )
        if not (self._told and past.earliest and nearest.earliest) or nearest.earliest <= self._told:
            return False
        return past == nearest or nearest.earliest - past.earliest > _A_WEEK

    def _modifies(self, token: Token, head: Token, event_type: str | None) -> bool:
        """Whether a date hangs on `head` through adjuncts alone, and not on an event of another type between."""
        while token != head:
            is_adjunct = token.dep_ in _ADJUNCTS or (token.dep_ == "dobj" and token.pos_ == "PROPN")
            if not is_adjunct or token.head == token or token.pos_ in ("VERB", "AUX"):
                return False
            if token.pos_ == "NOUN" and self._is_of_another_type(token, event_type):
                return False
            token = token.head
        return True

    def _is_of_another_type(self, noun: Token, event_type: str | None) -> bool:
        if noun.i in self._types:
            return self._types[noun.i] != event_type
        others = lexicon().plover.nouns.get(noun.lemma_.lower(), ())
        return bool(others) and all(pattern.event_type != event_type for pattern in others)

    def _expressions(self, tense: Tense) -> list[tuple[DateExpression, Token]]:
        if tense not in self._found:
            text = self._sentence.text
            expressions = find_dates(text, self._published, tense)
            body_start = dateline_end(self._sentence.doc.text)
            self._found[tense] = [
                (expression, token)
                for expression in expressions
                if expression.relation in (None, "since")
                and self._sentence.start_char + expression.char_start >= body_start
                for token in [_token_at(self._sentence, self._sentence.start_char + expression.char_start)]
            ]
        return self._found[tense]


def _tense(trigger: Trigger, status: str) -> Tense:
    """On which side of publication an event with this status lies."""
    if status in HAPPENED or is_charge(trigger.anchor):
        return "either" if _is_present(trigger.anchor) else "past"
    if status == "cancelled":
        return "either"  # the talks that had been set for next week, or were dropped last month
    verb = trigger.anchor if trigger.anchor.pos_ in ("VERB", "AUX") else trigger.anchor.head
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "have" in auxiliaries and not auxiliaries.isdisjoint(MODALS):
        return "past"  # "may have met on Monday"
    if status in ("planned", "hypothetical"):
        return "either" if _had_planned(trigger.anchor) else "future"
    if status == "negated":
        if not auxiliaries.isdisjoint((*FUTURE, *MODALS)):
            return "future"  # "must not go ahead on 10 April"
        if refusal_above(trigger):
            return "either"
    return "past"


def _is_present(verb: Token) -> bool:
    """Whether a sentence tells it in the present, but no headline: then it may be of a day ahead, "who leaves on 2 May"."""
    is_simple = verb.tag_ in ("VBZ", "VBP") and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return is_simple and not is_in_headline(verb)


def _has_refused(trigger: Trigger) -> bool:
    """Whether the refusal is told in the present perfect: "has called off the talks"."""
    refusal = refusal_above(trigger)
    return refusal is not None and any(child.lower_ in ("has", "have") for child in refusal.children)


def _lie_a_week_apart(near: DateExpression, later: DateExpression) -> bool:
    return near.earliest is not None and later.earliest is not None and later.earliest - near.earliest == _A_WEEK


def _had_planned(verb: Token) -> bool:
    """Whether the plan is told as past: "had been due to meet"."""
    while verb.dep_ in ("xcomp", "acomp") and verb.head != verb:
        verb = verb.head
    return any(child.lower_ == "had" for child in verb.children)


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
    """The first of them that is not open, else the first; none of none."""
    for one in sorted(expressions, key=lambda expression: expression.edtf is None):
        return EventDate(one.text, one.edtf, one.earliest, one.latest, one.basis)
    return EventDate()


def _token_at(sentence: Span, offset: int) -> Token:
    """The syntactic head among a date's words: the one that hangs on a word outside; here, the token at its start, climbed."""
    found = sentence[0]
    for token in sentence:
        if token.idx > offset:
            break
        found = token
    return found
