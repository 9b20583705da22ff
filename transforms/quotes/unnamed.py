"""Reported speech that names no source: `the vote is expected to fail`, `the court heard that …`, `were accused of …`."""

from collections.abc import Iterator

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import Attribution, char_span, edges
from transforms.quotes.content import content_of
from transforms.quotes.cues import Cues, cues
from transforms.quotes.inverted import misread
from transforms.quotes.subjects import subject_of

GROUNDS = frozenset(("of", "for", "as"))
_HELD = frozenset(("statement", "report", "finding", "belief"))


def by_nobody_named(verb: Token, classes: frozenset[str], words: Cues) -> Iterator[Attribution]:
    """What a passive without an agent tells: what is held, what something is called, whom one blames for what."""
    if verb.lemma_ in words.naming:
        yield from _called_by_nobody(verb)
    elif classes & _HELD:
        yield from _held_by_nobody(verb, is_finite="request" in classes)
    elif "judgement" in classes:
        yield from _blamed_by_nobody(verb)


def _held_by_nobody(verb: Token, *, is_finite: bool) -> Iterator[Attribution]:
    """A passive that names no source: `the vote is expected to fail`, `they were told that it failed`.

    With `is_finite` only a finite clause is content, as an order is none: `they were told to wait`. It may stand before
    a court's: `It fell, the jury was told`.
    """
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    clause = next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")), None)
    if clause is None and subject is not None and {subject.lower_, subject.lemma_} & cues().hearers:
        clause = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if subject is None or clause is None or verb.dep_ in ("relcl", "acl") or (is_finite and clause.dep_ == "xcomp"):
        return
    first, last = edges(clause)
    first = subject.left_edge.i if clause.dep_ == "xcomp" else first + (verb.doc.tokens[first].lower_ == "that")
    start, end = char_span(verb.doc, first, last)
    if end > start:
        yield Attribution(start, end, None, verb.doc[verb.i : verb.i + 1])


def _called_by_nobody(verb: Token) -> Iterator[Attribution]:
    """What something is called by nobody named: `the claim was labeled false`, `it has been described as a failure`."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    called = next((child for child in verb.rights if child.dep_ == "oprd" or child.lower_ == "as"), None)
    if subject is None or called is None or verb.dep_ in ("relcl", "acl"):
        return
    start, end = char_span(verb.doc, subject.left_edge.i, called.right_edge.i + 1)
    if end > start:
        yield Attribution(start, end, None, verb.doc[verb.i : verb.i + 1])


def by_hearing(verb: Token, words: Cues) -> Iterator[Attribution]:
    """`The court heard that …`, `…, an inquest heard`: what somebody said before those who hear it."""
    apart = misread(verb)  # "It fell, an inquest heard on Monday."
    hearer = apart or subject_of(verb)
    if hearer is None or not {hearer.lower_, hearer.lemma_.lower()} & words.hearers:
        return
    if apart is not None:
        content: tuple[int, int] | None = (verb.sent.start, apart.left_edge.i)
    else:
        content = content_of(verb, frozenset(("statement",)), words)
    start, end = char_span(verb.doc, *content) if content is not None else (0, 0)
    if end > start:
        yield Attribution(start, end, None, verb.doc[verb.i : verb.i + 1])


def _blamed_by_nobody(verb: Token) -> Iterator[Attribution]:
    """Praise or blame that names no source but its grounds: `the police were accused of shooting first`."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    grounds = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in GROUNDS), None)
    if subject is None or grounds is None or verb.dep_ in ("relcl", "acl") or verb.lemma_ == "forgive":
        return  # "readers may be forgiven for wondering"
    start, end = char_span(verb.doc, subject.left_edge.i, grounds.right_edge.i + 1)
    if end > start:
        yield Attribution(start, end, None, verb.doc[verb.i : verb.i + 1])
