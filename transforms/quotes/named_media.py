"""The media that a clause names beside what is said, which are no part of it."""

from transforms.parsing.tokens import Doc, Token
from transforms.quotes.clauses import SUBJECTS
from transforms.quotes.cues import cues
from transforms.quotes.relay import CITING, credited, named_by


def before_credit(verb: Token, first: int, last: int) -> tuple[int, int]:
    """Content without the medium that is credited behind it: `X said it fell, reports AFP`."""
    crediting = cues().crediting
    lemmas, start = verb.doc.lemmas, max(first, verb.i + 1)
    for token in [verb.doc.tokens[i] for i in range(start, last) if lemmas[i] in crediting]:
        medium = credited(token)
        if medium is not None:
            last = min(token.i, medium.left_edge.i)
            return first + (verb.doc.tokens[first].dep_ == "mark"), _before_cue(verb, first, last)
    return first, last


def _before_cue(verb: Token, first: int, last: int) -> int:
    """Where content ends that its own cue follows: `It fell, the mayor said, writes AFP`."""
    clause = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.left_edge.i > first]
    is_behind = all(token.is_punct for token in verb.doc.tokens[verb.i + 1 : last])
    return clause[-1].left_edge.i if clause and is_behind else last


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
