"""Names that were cut: the given name or surname, the title of a monarch, the product of a firm."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from transforms.entities.gazetteer import context_words, given_names, is_large_place
from transforms.entities.name_words import is_particle, is_person_word
from transforms.entities.names import Name, taken_tokens
from transforms.entities.offices import is_head, is_honorific, is_regnal
from transforms.entities.repair_label import opens_with_noun
from transforms.entities.weights import LABEL
from transforms.parsing.tokens import Doc, Token
from transforms.places.actors import describe_actor

_LONGEST_PRODUCT = 3  # words after the firm's name
_FIRMS = frozenset(("BUS", "MNC"))
_ROMAN = re.compile(r"[IVX]+")


def extended(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Persons with the given name or surname that the model cut off."""
    tokens = doc.tokens
    taken = taken_tokens(doc, names)
    whole = []
    for cut in names:
        name = _with_given_name(doc, _with_product(doc, cut, taken), taken)
        start, end = name.start, name.end
        if name.kind == "PERSON" and name.known is None:
            while (
                start > 0
                and not taken[start - 1]
                and is_person_word(tokens[start - 1])
                and not tokens[start].is_sent_start
                and not opens_with_noun(doc, start - 1, end)
            ):
                start -= 1
            if _is_joined(doc, start, taken):  # "Jean-Pierre Roe"
                start -= 2
            while end < len(tokens) and not taken[end] and _goes_on(doc, end):
                surname = end + _particles(doc, end)
                if surname >= len(tokens) or taken[surname] or not is_person_word(tokens[surname]):
                    break
                end = surname + 1
        taken[start:end] = [True] * (end - start)
        whole.append(Name(start, end, name.kind, name.weight, name.known))
    return whole


def with_opening(doc: Doc, name: Name, taken: Sequence[bool]) -> Name:
    """As in "Prince" + "Harry", "King" + "Abdullah II": the given name alone would say nothing; "van den" + "Berg"."""
    tokens = doc.tokens
    start, size = name.start, name.end - name.start
    if name.known is not None or start == 0 or taken[start - 1] or tokens[start].is_sent_start:
        return name
    if (
        size == 1
        and name.kind in ("PERSON", "OTHER")
        and (first := surname_start(doc, start, taken.__getitem__)) < start
    ):
        return replace(name, start=first, kind="PERSON")
    if name.kind != "PERSON":
        return name
    is_given = size == 1 or (size == 2 and _ROMAN.fullmatch(tokens[name.end - 1].text) is not None)  # noqa: PLR2004 - name and number
    return replace(name, start=start - 1) if is_given and is_regnal(tokens[start - 1]) else name


def surname_start(doc: Doc, start: int, taken: Callable[[int], bool]) -> int:
    """Where a surname begins that stands alone with its small words: "Van den Berg said"."""
    tokens = doc.tokens
    first = start
    while first > 0 and tokens[first - 1].lower_ in context_words("sure_particles") and not tokens[first].is_sent_start:
        first -= 1
    return start if first > 0 and taken(first - 1) else first


def _with_product(doc: Doc, name: Name, taken: Sequence[bool]) -> Name:
    """What a known firm sells or owns, named after it: "Amazon Prime Video", "Toyota Corolla"."""
    tokens = doc.tokens
    firm = tokens[name.end - 1]
    end = firm.head.i + 1
    if (
        firm.dep_ != "compound"
        or not name.end < end <= name.end + _LONGEST_PRODUCT
        or name.end - name.start > 1
        or name.kind not in ("ORG", "PLACE")
        or any(taken[name.end : end])
        or not all(_may_be_product(token) for token in doc.tokens[name.end : end])
        or (end < len(tokens) and tokens[end].text[:1].isupper())
        or (described := describe_actor(firm.text)).name is None
        or described.sector not in _FIRMS
    ):
        return name
    return Name(name.start, end, "ORG", LABEL)


def _may_be_product(token: Token) -> bool:
    return (
        token.tag_ in ("NNP", "NNPS")
        and token.text[:1].isupper()
        and not token.is_sent_start
        and not ((is_head(token) and token.text != "Prime") or is_honorific(token) or token.text in given_names())
    )


def _with_given_name(doc: Doc, name: Name, taken: Sequence[bool]) -> Name:
    """A person where the model cut the given name off a surname and took the rest for a body or a place."""
    tokens = doc.tokens
    surname = tokens[name.start]
    if name.known is not None or name.end - name.start > 1 or name.kind not in ("ORG", "PLACE") or name.start == 0:
        return name
    given = tokens[name.start - 1]
    if (
        given.text not in given_names()
        or taken[given.i]
        or given.dep_ != "compound"
        or given.head != surname
        or is_large_place(given.text)
        or not is_person_word(surname)
        or doc[name.start - 1 : name.end].sent.start > given.i
    ):
        return name
    return Name(given.i, name.end, "PERSON", LABEL)


def _is_joined(doc: Doc, start: int, taken: Sequence[bool]) -> bool:
    """Whether a hyphen without spaces joins a given name to the one that begins here."""
    tokens = doc.tokens
    if start < 2 or tokens[start - 1].text != "-" or taken[start - 2] or tokens[start].is_sent_start:  # noqa: PLR2004 - name and hyphen
        return False
    given, hyphen = tokens[start - 2], tokens[start - 1]
    is_glued = given.idx + len(given) == hyphen.idx and hyphen.idx + 1 == tokens[start].idx
    return is_glued and given.text in given_names() and tokens[start].text in given_names()


def _particles(doc: Doc, start: int) -> int:
    """How many small words of a surname stand here: two in "von der Leyen"."""
    tokens = doc.tokens
    end = start
    while end < min(len(tokens), start + 2) and is_particle(tokens[end].text):
        end += 1
    return end - start


def _goes_on(doc: Doc, position: int) -> bool:
    """Whether the sentence goes on; after an initial ("John M.") the parser often ends it wrongly."""
    tokens = doc.tokens
    before = tokens[position - 1].text
    return not tokens[position].is_sent_start or (len(before) == 2 and before.endswith("."))  # noqa: PLR2004 - a letter and a point
