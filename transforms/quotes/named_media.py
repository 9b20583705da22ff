"""The media that a clause names beside what is said, which are no part of it."""

from transforms.parsing.tokens import Doc, Token
from transforms.quotes.relay import CITING, CREDITING, credited, named_by


def before_credit(verb: Token, first: int, last: int) -> tuple[int, int]:
    """Content without the medium that is credited behind it: `X said it fell, reports AFP`."""
    for token in verb.doc.tokens[max(first, verb.i + 1) : last]:
        medium = credited(token) if token.lemma_ in CREDITING else None
        if medium is not None:
            return first + (verb.doc.tokens[first].dep_ == "mark"), min(token.i, medium.left_edge.i)
    return first, last


def past_citing(doc: Doc, first: int, last: int) -> int:
    """Where a clause begins behind whom its medium cites: `TASS reported, citing X, that …`."""
    if doc.tokens[first].lower_ in CITING and doc.tokens[first].right_edge.i + 1 < last:
        first = doc.tokens[first].right_edge.i + 1
    if doc.tokens[first].text != ",":
        return first
    first += 1
    return first + (first < last and doc.tokens[first].lower_ == "that" and doc.tokens[first].dep_ == "mark")


def past_source(doc: Doc, end: int, last: int) -> int:
    """The end of a phrase that ends at `end` with whom its medium cites: `According to TASS, citing X, …`."""
    place = end
    while place < last and (doc.tokens[place].text == "," or doc.tokens[place].lower_ == "with"):
        place += 1
    if place == end or place >= last or doc.tokens[place].lower_ not in CITING or named_by(doc.tokens[place]) is None:
        return end
    return doc.tokens[place].right_edge.i + 1
