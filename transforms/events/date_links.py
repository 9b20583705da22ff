"""Which word of a sentence a date belongs to: what it hangs on through adjuncts, and what the parser puts between."""

from collections.abc import Iterator, Mapping

from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.events.reckoned_dates import SentenceDate
from transforms.events.verb_status import FUTURE
from transforms.parsing.tokens import Token

_ATTRIBUTES = ("poss", "compound", "nummod", "nmod", "amod")
_SAID = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "AID")
_DURING = ("at", "during")
_WHILE = ("in", "on", "after")
_ADJUNCTS = (
    "prep",
    "dative",
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

Types = Mapping[int, str | None]  # of the events of a sentence, by the positions of their words


def modifies(one: SentenceDate, head: Token, event_type: str | None, types: Types) -> bool:
    """Whether a date hangs on `head` through adjuncts alone, and not on an event of another type between."""
    below = token = one.token
    clause = _clause_before(token)
    if clause:
        return head == clause
    if one.expression.relation == "since" and any(map(_is_unlike_others, _around(token, head))):
        return False
    while token != head:
        is_adjunct = token.dep_ in _ADJUNCTS or (token.dep_ == "dobj" and token.pos_ == "PROPN")
        is_beside = _is_beside(below, token)
        if not (is_adjunct or is_beside) or token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        if token.pos_ == "NOUN" and not (is_beside or (token.dep_ == "pobj" and token.head.lower_ in _DURING)):
            is_own = _is_its_own(below, token) or (one.expression.is_told and _is_apart(below, token))
            if is_own or _is_of_another_type(token, event_type, types):
                return False
        below, token = token, token.head
    return True


def _clause_before(date: Token) -> Token | None:
    """The verb of a clause on a noun that a date closes, though the parse has it on the next verb.

    As in "a storm that hit A last week killed …".
    """
    while date.dep_ in _ATTRIBUTES:
        date = date.head
    if date.dep_ != "npadvmod" or date.i > date.head.i or not date.left_edge.i:
        return None
    before = date.doc.tokens[date.left_edge.i - 1]
    while before.dep_ not in ("relcl", "acl"):
        if before in (date.head, before.head):
            return None
        before = before.head
    return before


def _around(token: Token, head: Token) -> Iterator[Token]:
    """The words that a date may hang on: up to `head`, and the one before its "since"."""
    yield head
    if token.i > 1:
        yield token.doc[token.i - 2]
    while token not in (head, token.head):
        yield token
        token = token.head


def _is_unlike_others(noun: Token) -> bool:
    """Whether a noun is measured by what was before: "the first visit since 2011", "the largest march since May"."""
    return any(child.lower_ in ("first", "second", "only") or child.tag_ == "JJS" for child in noun.lefts)


def _is_of_another_type(noun: Token, event_type: str | None, types: Types) -> bool:
    if noun.i in types:
        return types[noun.i] != event_type
    words, lemma = lexicon(), noun.lemma_.lower()
    if lemma in words.aid or (lemma == "consultation" and noun.head.lower_ == "for"):
        return False  # "recalled its envoy for consultations on Monday"
    others = words.plover.nouns.get(lemma, ())
    return bool(others) and all(pattern.event_type != event_type for pattern in others)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _is_beside(below: Token, noun: Token) -> bool:
    """Whether a date that the parser hangs on a subject or an object is the verb's: "a court in A on Friday jailed B".

    Not that of an object that is an event itself: "welcomed the vote on Sunday".
    """
    if noun.dep_ in SUBJECTS and below.dep_ in _ATTRIBUTES and below.left_edge.i:
        before = below.doc[below.left_edge.i - 1]
        return before.lower_ in ("on", "in") and before.head == noun.head  # "On 3 May Chad signed", without a comma
    if below.lower_ not in ("on", "in") or below.dep_ != "prep":
        return noun.dep_ == "dobj" and _is_set_off(below)
    if noun.dep_ in SUBJECTS:
        return below.lower_ == "on" and below.i == noun.children[-1].i and noun.i < noun.head.i
    return noun.dep_ == "dobj" and not _has_its_day(noun.lemma_.lower())


def _is_set_off(date: Token) -> bool:
    """Whether a date stands alone behind a comma at the end: "Mayors open a bridge, 6 November 2026." under a picture."""
    first, last = date.left_edge.i, date.right_edge.i
    tokens, end = date.doc.tokens, date.sent.end
    return (
        date.dep_ in ("npadvmod", "appos")
        and tokens[first - 1].lower_ == ","
        and all(token.is_punct for token in tokens[last + 1 : end])
    )


def _has_its_day(lemma: str) -> bool:
    """Whether a noun names what people do on a day rather than what they say or agree: "vote", "raid", not "deal"."""
    words = lexicon()
    if lemma in words.gathering or lemma in words.happenings.nouns:
        return True
    return any(pattern.event_type not in _SAID for pattern in words.plover.nouns.get(lemma, ()))


def is_told_apart(verb: Token, head: Token) -> bool:
    """Whether a plan with a subject of its own follows on `head`, whose date after it is not that of both."""
    while verb not in (head, verb.head):
        if verb.dep_ == "conj" and has_subject(verb) and _is_to_come(verb):
            return True
        verb = verb.head
    return False


def _is_to_come(verb: Token) -> bool:
    """As in "will leave", "are to leave"."""
    return any(child.lower_ in FUTURE for child in verb.lefts) or (
        verb.lemma_ == "be" and any(child.dep_ == "xcomp" for child in verb.rights)
    )


def _is_apart(date: Token, noun: Token) -> bool:
    """Whether a date told from another one is that of a noun which does not tell when: "over the shots a day earlier"."""
    is_object = noun.dep_ == "pobj" and noun.lemma_ not in lexicon().time_noun and date.dep_ == "npadvmod"
    return is_object and noun.head.lower_ not in (*_DURING, *_WHILE)


def _is_its_own(date: Token, noun: Token) -> bool:
    """Whether a date is that of a thing, not of what is done about it: "the price rise of 3 May", "from the 2015 deal"."""
    if date == noun or noun.lemma_ in lexicon().time_noun:
        return False
    if date.dep_ == "prep":
        return date.lower_ == "of" and any(child.dep_ == "pobj" and child.pos_ != "NOUN" for child in date.children)
    return date.dep_ in _ATTRIBUTES and noun.dep_ == "pobj" and noun.head.lower_ not in _WHILE
