"""Reported speech that phrases attribute: `according to X`, `in X's view`, `as X put it`, `as noted by X`."""

from collections.abc import Iterator, Sequence

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import (
    FINITE,
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    edges,
    is_passive,
    speaker_span,
    viewer_of,
)
from transforms.quotes.content import enclosing
from transforms.quotes.cues import Cues, cues
from transforms.quotes.media_names import relay_name
from transforms.quotes.named_media import past_source
from transforms.quotes.relay import teller_of
from transforms.quotes.subjects import subject_of, wording_of
from transforms.quotes.unnamed import by_hearing

_DASHES = frozenset(("-", "–", "—", "--"))
_CITES = frozenset(("cite", "quote"))
_OPENING = frozenset(("“", '"', "‘", "«", "''"))
_CLOSING = frozenset(("”", '"', "’", "»", "''"))
_NEAR = 8  # tokens


def by_phrase(token: Token, words: Cues) -> Iterator[Attribution]:
    """`according to X`, `as X put it`, `the court heard that …`."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.lemma_ == "hear":
        yield from by_hearing(token, words)
    elif wording_of(token) is not None:
        yield from by_wording(token)
    elif token.lemma_ == "put":
        yield from _by_count(token, words)


def _by_count(verb: Token, words: Cues) -> Iterator[Attribution]:
    """`Police put the death toll at 12`."""
    counted = next((child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in words.counts), None)
    at = next((child for child in verb.rights if child.lower_ == "at"), None)
    source = subject_of(verb)
    if counted is not None and at is not None and source is not None and at.i > counted.i and not is_passive(verb):
        start, end = char_span(verb.doc, counted.left_edge.i, at.right_edge.i + 1)
        yield Attribution(start, end, speaker_span(source), verb.doc[verb.i : verb.i + 1])


def is_as_told_by(verb: Token) -> bool:
    """`As noted by X, …`, `As Interfax was told at X, …`."""
    if not any(child.lower_ == "as" for child in verb.lefts):
        return False
    if verb.lemma_ in _CITES and verb.head.dep_ in SUBJECTS:
        return False  # "the mayor, as quoted by TASS, said …"
    return _teller_behind(verb) is not None


def _teller_behind(verb: Token) -> Token | None:
    """Who speaks behind a verb without a subject: `as noted by X`, `as Interfax was told at X`, `as informed the mayor`."""
    found = agent_of(verb) or teller_of(verb)
    if found is not None or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return found
    noun = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    is_last = noun is not None and noun.right_edge.i + 1 < len(verb.doc) and noun.right_edge.nbor().text == ","
    return noun if is_last else None


def _according(token: Token) -> Iterator[Attribution]:
    """`according to X`: the clause that it modifies."""
    to = next((child for child in token.children if child.dep_ == "prep"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None or (relay_name(source) is not None and _is_told(token.head)):
        return  # "She said it fell, according to TASS": what she said came through it
    start, end = char_span(token.doc, *_modified(token))
    if end > start:
        yield Attribution(start, end, speaker_span(source), token.doc[token.i : to.i + 1])


def _is_told(clause: Token) -> bool:
    """Whether a clause is what somebody named is said to say."""
    teller = clause.head
    is_told = clause.dep_ == "ccomp" and clause.i > teller.i and "statement" in cues().verb(teller.lemma_)
    return is_told and any(child.dep_ in SUBJECTS for child in teller.lefts)


def by_view(noun: Token) -> Iterator[Attribution]:
    """`In X's view, …`, `…, in the words of X`: the clause that it modifies."""
    source = viewer_of(noun)
    if source is None:
        return
    start, end = char_span(noun.doc, *_modified(noun.head))
    if end > start:
        yield Attribution(start, end, speaker_span(source), noun.doc[noun.i : noun.i + 1])


def by_poll(noun: Token, words: Cues) -> Iterator[Attribution]:
    """`In the latest poll, Ruiz leads`: what the clause tells that it opens, but where this tells who said so."""
    preposition = noun.head
    verb = preposition.head
    opens = preposition.lower_ == "in" and preposition.i == preposition.sent.start
    if not opens or verb.tag_[0] != "V" or words.verb(verb.lemma_) or is_passive(verb):
        return
    start, end = char_span(noun.doc, *_modified(preposition))
    if end > start:
        yield Attribution(start, end, speaker_span(noun), noun.doc[preposition.i : preposition.i + 1])


def _modified(phrase: Token) -> tuple[int, int]:
    """The tokens of the clause that a phrase at its start or end modifies, without the phrase."""
    head = phrase.head
    while head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.lefts):
        head = head.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    first, last = edges(head)
    own_first, own_last = edges(phrase)
    own_last = past_source(phrase.doc, own_last, last)
    if own_first <= first or _is_dateline(phrase.doc.tokens[first:own_first]):
        first = own_last
    elif own_last >= last or all(t.is_punct or t.is_space for t in phrase.doc.tokens[own_last:last]):
        last = own_first
    return first, last


def _is_dateline(before: Sequence[Token]) -> bool:
    """Whether nothing of a clause stands before a phrase that opens it: marks, or a place and a date before a dash."""
    if all(token.is_punct or token.is_space or token.pos_ in ("ADV", "CCONJ") for token in before):
        return True  # "Thus, according to …"
    return before[-1].text in _DASHES and not any(token.tag_ in FINITE for token in before)


def by_wording(verb: Token) -> Iterator[Attribution]:
    """`As X put it, …`, `As noted by X, …`."""
    source, content = _teller_behind(verb) or subject_of(verb), _put(verb) or enclosing(verb)
    if source is None or content is None:
        return
    start, end = char_span(verb.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), verb.doc[verb.i : verb.i + 1])


def _put(verb: Token) -> tuple[int, int] | None:
    """The words in marks behind `as X put it, “…”`, which alone X put so."""
    if wording_of(verb) is None:
        return None
    tokens = verb.doc.tokens[verb.i + 2 : verb.sent.end]
    opening = next((k for k, token in enumerate(tokens[:_NEAR]) if token.text in _OPENING), 0)
    if not opening or tokens[opening - 1].text != ",":
        return None
    closing = next((token.i for token in tokens[opening + 1 :] if token.text in _CLOSING), None)
    return (tokens[opening].i, closing + 1) if closing is not None else None
