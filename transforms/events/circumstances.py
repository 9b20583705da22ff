"""Where and when an event is said to be, which round it is, and what it is about: modifiers of its own clause."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schemas.entities import LocalEntity
from schemas.record import record
from transforms.datelines import dateline_end
from transforms.dates.find_dates import DateExpression, find_dates
from transforms.dates.reading import Tense
from transforms.entities.article_entities import ArticleEntities
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.noun_frames import relative_verbs
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span, Token
from transforms.places.countries import capital_country, country_of

_LOCATIVE = ("in", "at", "near", "inside", "outside", "across", "around", "throughout", "on", "off", "within")
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
_INSIDE = ("in", "inside", "across", "throughout", "at", "near")
_SHORTEST_TOPIC = 3  # letters
_INHERITING = ("xcomp", "advcl", "conj", "pcomp")
ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_DIGIT_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


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
        self._found: dict[Tense, list[tuple[DateExpression, Token]]] = {}

    def of(self, trigger: Trigger, status: str) -> EventDate:
        """The date expression that modifies the trigger or the verb that carries it; none where there is no such one."""
        ahead = status in ("planned", "hypothetical") and not _is_charge(trigger.anchor)
        # What is called off can lie on either side: the talks that had been set for next week, or were dropped last month.
        dates = self._expressions("future" if ahead else "unknown" if status == "cancelled" else "past")
        if not dates:
            return EventDate()
        invited = _invited_to(trigger)
        for head in _clause_heads(trigger):
            own = [
                expression
                for expression, token in dates
                if token != head
                and not _is_after(token, invited)
                and self._modifies(token, head, trigger.pattern.event_type)
            ]
            # "two years after A invaded B in March": what opens the clause dates another event.
            for one in sorted(own, key=lambda expression: expression.edtf is None)[:1]:
                return EventDate(one.text, one.edtf, one.earliest, one.latest, one.basis)
        return EventDate()

    def tokens(self) -> set[int]:
        """The tokens of the sentence that are part of a date."""
        found: set[int] = set()
        for expression, token in self._expressions("past"):
            end = self._sentence.start_char + expression.char_end
            found.update(other.i for other in self._sentence[token.i - self._sentence.start :] if other.idx < end)
        return found

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


def _invited_to(trigger: Trigger) -> Token | None:
    """What an invitation or an offer is for: a day told after it is that of the meeting, not of the invitation."""
    if trigger.token.pos_ != "NOUN" or governor_effect(trigger.token) != "planned":
        return None
    words = lexicon()
    waiting = [token for name in ("for", "to") for token in trigger.frame.prepositions.get(name, ())]
    return next((token for token in waiting if token.lemma_.lower() in words.money_talk | words.group_head), None)


def _is_after(token: Token, noun: Token | None) -> bool:
    return noun is not None and token.i > noun.i


def find_place(trigger: Trigger, paragraph: Paragraph, entities: ArticleEntities, taken: Sequence[str]) -> str | None:
    """The local id of the place where the event is said to be, by its locative modifiers.

    Parties (`taken`) are no places, unless what happens in them happens to them.
    """
    noun = trigger.token
    if noun.pos_ == "NOUN":
        for child in noun.children:
            if child.dep_ in ("compound", "nmod", "amod"):
                entity = entities.covering(*paragraph.span(child))
                if entity and entity.kind == "PLACE" and child.tag_ != "JJ" and country_of(entity.name) is None:
                    return entity.local_id
    for head in _clause_heads(trigger):
        for token in _locatives(head, inside=trigger.pattern.event_type != "CONSULT"):
            entity = _capital(token, paragraph, entities) or entities.covering(*paragraph.span(token))
            inside = trigger.pattern.is_territorial and token.head.lower_ in _INSIDE
            if entity and entity.kind == "PLACE" and (inside or entity.local_id not in taken):
                return entity.local_id
    return None


def _capital(token: Token, paragraph: Paragraph, entities: ArticleEntities) -> LocalEntity | None:
    """The city meant by "the Kenyan capital", where the article names it."""
    if token.lemma_.lower() != "capital":
        return None
    owners = [entities.covering(*paragraph.span(child)) for child in token.lefts]
    countries = {owner.country for owner in owners if owner and owner.country}
    for entity in entities.entities:
        if entity.kind == "PLACE" and capital_country(entity.name) in countries:
            return entity
    return None


def find_round(trigger: Trigger) -> int | None:
    """The ordinal of a round in a series: "the second round of talks", "their third meeting"."""
    noun = trigger.token
    candidates = [noun]
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "round":
        candidates.append(noun.head.head)
    for candidate in candidates:
        for child in candidate.children:
            word = child.lower_
            if word in ORDINALS:
                return ORDINALS[word]
            digits = _DIGIT_ORDINAL.fullmatch(word)
            if digits and child.dep_ == "amod":
                return int(digits[1]) or None
    return None


def find_topic(trigger: Trigger, paragraph: Paragraph, entities: ArticleEntities, skip: set[int]) -> tuple[str, ...]:
    """The lemmas of the content words in the event's own clause, sorted; names and dates are told elsewhere."""
    words = lexicon()
    found: set[str] = set()
    for token in _own_clause(trigger.anchor):
        if token.i in skip or token == trigger.token or token.pos_ not in ("NOUN", "VERB", "ADJ", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if token.is_stop or lemma in words.light or lemma in words.reporting or len(lemma) < _SHORTEST_TOPIC:
            continue
        entity = entities.covering(*paragraph.span(token))
        if entity is None or entity.kind in ("LAW", "EVENT", "OTHER"):
            found.add(lemma)
    return tuple(sorted(found))


def _own_clause(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if (
            child.dep_ not in ("ccomp", "advcl", "relcl", "conj", "parataxis", "acl")
            or (child.dep_ in ("conj", "acl") and child.pos_ in ("NOUN", "VERB") and head.pos_ == "NOUN")
            or (child.dep_ == "advcl" and child.tag_ == "VB")
        ):
            if child.children:
                yield from _own_clause(child)
            else:
                yield child


def _clause_heads(trigger: Trigger) -> Iterator[Token]:
    """The words whose modifiers are the event's: itself, its verb, and the verbs that it shares time and place with."""
    word = trigger.token
    yield word
    nominal = word.pos_ not in ("VERB", "AUX")
    if nominal:
        yield from relative_verbs(word)
        if word.dep_ == "pobj" and word.head.head.lemma_ in lexicon().group_head:
            word = word.head.head
            yield word
            yield from relative_verbs(word)
    elif trigger.pattern.mode == "meet":
        for meeting in _meetings(trigger):
            yield meeting
            yield from relative_verbs(meeting)
    if nominal and word.dep_ == "nsubj" and word.head.lemma_ == "be":
        yield from _predicate(word.head)
    if word.dep_ == "dobj" and word.head.lemma_ in lexicon().following:
        yield word.head
    # The day of "on Monday they called off the meeting" is not the day on which it was due.
    called_off = word.dep_ == "dobj" and governor_effect(trigger.anchor) == "cancelled"
    if trigger.anchor != trigger.token and trigger.anchor.lemma_ not in lexicon().following and not called_off:
        yield trigger.anchor
        word = trigger.anchor
    yield from _verbs_above(word)
    if "attempt" in trigger.pattern.needs:
        yield from _when(trigger.anchor)


def _predicate(verb: Token) -> Iterator[Token]:
    """What is said of a subject: in "talks are due to begin on Sunday" `due` and `begin`."""
    for child in verb.children:
        if child.dep_ in ("acomp", "xcomp"):
            yield child
            yield from _predicate(child)


def _verbs_above(word: Token) -> Iterator[Token]:
    """The verbs above a verb whose time and place it shares: not those of a report, a charge, a plan or a condition."""
    while word.pos_ in ("VERB", "AUX") and word.dep_ in _INHERITING and word.head != word and not _is_apart(word):
        is_complement = word.dep_ in ("xcomp", "pcomp")
        if _is_charge(word):
            return
        word = word.head.head if word.dep_ == "pcomp" else word.head
        if word.pos_ not in ("VERB", "AUX") or word.lemma_ in lexicon().reporting:
            return
        if is_complement and governor_effect(word) in ("planned", "hypothetical"):
            return  # the day and place of "agreed on Monday in A to send" are those of the promise
        yield word


def _is_charge(verb: Token) -> bool:
    """Whether a verb tells what someone is charged with or thanked for: "accused A of shelling", "praised A for sending"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for")


def _meetings(trigger: Trigger) -> Iterator[Token]:
    """The meeting that a refusal to meet names, as object or after a preposition: "pulled out of talks in Oslo"."""
    waiting = [*trigger.frame.objects, *(token for found in trigger.frame.prepositions.values() for token in found)]
    yield from (token for token in waiting if token.lemma_.lower() in lexicon().money_talk)


def _is_apart(verb: Token) -> bool:
    """Whether a clause tells of another time than the one above it: "they met … since A invaded B"."""
    if verb.dep_ != "advcl" or verb.tag_ in ("VB", "VBG"):
        return False
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in lexicon().apart for child in verb.lefts)


def _when(verb: Token) -> Iterator[Token]:
    """The verbs of "when A refused to open the gate at B", which tells how an attempt failed, and so where."""
    for clause in (child for token in verb.subtree for child in token.children if child.dep_ in ("advcl", "relcl")):
        if any(child.lower_ == "when" for child in clause.lefts):
            yield clause
            yield from (child for child in clause.children if child.dep_ == "xcomp")


def _locatives(head: Token, *, inside: bool) -> Iterator[Token]:
    """The places under a word's locative prepositions, and with `inside` under those of what it acts on."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _LOCATIVE:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield grand
                    yield from (great for great in grand.children if great.dep_ in ("appos", "compound", "nmod"))
                    yield from _locatives(grand, inside=inside)
        elif child.dep_ in ("dobj", "nsubjpass") and (inside or child.pos_ == "PROPN"):
            yield from _locatives(child, inside=inside)
        elif child.dep_ == "prep":
            # "met with B in A": a name needs no place to tell it from others
            names = (grand for grand in child.children if grand.dep_ == "pobj" and grand.pos_ == "PROPN")
            yield from (place for name in names for place in _locatives(name, inside=inside))


def _token_at(sentence: Span, offset: int) -> Token:
    """The syntactic head among a date's words: the one that hangs on a word outside; here, the token at its start, climbed."""
    found = sentence[0]
    for token in sentence:
        if token.idx > offset:
            break
        found = token
    return found
