"""Names that neither the model nor a gazetteer nor a cue word has: what capitals alone tell."""

import re
from collections.abc import Iterator, Sequence

from transforms.entities.called_names import is_called_with_article
from transforms.entities.capital_runs import uncued_names
from transforms.entities.gazetteer import context_words, is_large_place, peoples
from transforms.entities.name_kinds import kind_of
from transforms.entities.name_parts import parts
from transforms.entities.name_words import is_no_name, is_person_word
from transforms.entities.names import Name, taken_tokens
from transforms.entities.offices import is_head, is_honorific, is_modifier, office_before
from transforms.entities.weights import CUE_WORD, DOUBTFUL, GUESS, LABEL
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import agent_nouns
from transforms.places.actors import describe_actor
from transforms.places.states_of_parts import is_renowned_town

_MISTAGGED = frozenset(("NN", "NNS", "JJ", "VB", "FW", "UH"))
_MISTAGGED_INSIDE = frozenset(("NN", "NNS", "JJ", "FW"))
_CAPITALIZED = re.compile(r"[A-Z][A-Za-z\d&-]+")
_LONGEST_INITIALISM = 5  # letters


def left_over_names(
    doc: Doc, names: Sequence[Name], capitals: Sequence[Token], positions: Sequence[int]
) -> Iterator[Name]:
    """Names that neither the model nor a gazetteer nor a cue word has."""
    tokens = doc.tokens
    taken = taken_tokens(doc, names)
    for name in names:
        office = office_before(doc, name.start) if name.kind == "PERSON" else None
        if office is not None:
            start = office.start + (_is_initialism(tokens[office.start]) and office.start < office.role_start)
            taken[start : office.end] = [True] * (office.end - start)  # but "DUP" of "DUP MLA Ann Roe"
    runs = uncued_names(doc, positions, taken)
    for start, end, label in (part for run in runs for part in parts(doc, *run, "OTHER")):
        kind, weight = kind_of(doc, start, end, label)
        if kind == "OTHER" and _follows_office(doc, start, end):
            kind, weight = "PERSON", LABEL
        if end - start == 1 and (kind == "OTHER" or tokens[start].is_sent_start) and weight < CUE_WORD:
            kind, weight = _single_word(tokens[start], kind, weight)
        yield Name(start, end, kind, weight)
    yield from _mistagged_openings(doc, taken)
    yield from _mistagged_inside(doc, capitals, taken)


def _mistagged_openings(doc: Doc, taken: Sequence[bool]) -> Iterator[Name]:
    """Capitalized words that open a sentence and that the tagger takes for common ones: doubtful names."""
    for sentence in doc.sents:
        token = doc.tokens[sentence.start]
        if not taken[token.i] and token.tag_ in _MISTAGGED and token.text.istitle() and not is_no_name(token):
            yield Name(token.i, token.i + 1, *_opening_name(token))


def _opening_name(token: Token) -> tuple[str, float]:
    """The kind and weight of a word that opens a sentence: sure of a large town, and of known plurals ("Naxalites")."""
    if token.dep_ in ("nsubj", "nsubjpass") and is_renowned_town(token.text):
        return "PLACE", LABEL
    if token.tag_ != "NNS" or token.lower_ in agent_nouns():
        return "OTHER", DOUBTFUL
    if token.text in peoples():
        return "GROUP", LABEL
    return ("ORG", LABEL) if describe_actor(token.text).name is not None else ("OTHER", DOUBTFUL)


def _mistagged_inside(doc: Doc, capitals: Sequence[Token], taken: Sequence[bool]) -> Iterator[Name]:
    """Words with a capital that follow a small word or a comma, and that the tagger takes for common ones."""
    for token in capitals:
        if (
            token.tag_ in _MISTAGGED_INSIDE
            and not taken[token.i]
            and not token.is_sent_start
            and _CAPITALIZED.fullmatch(token.text)
            and (token.nbor(-1).text.islower() or token.nbor(-1).text == ",")
            and not (is_no_name(token) or is_head(token) or is_modifier(token) or is_honorific(token))
            and not _is_written_large(doc, token)
        ):
            yield Name(token.i, token.i + 1, "OTHER", GUESS)


def _is_written_large(doc: Doc, token: Token) -> bool:
    """Whether a neighbour has capitals too, as in a title or in words that are stressed."""
    tokens = doc.tokens
    return token.i + 1 < len(tokens) and tokens[token.i + 1].text[:1].isupper()


def _single_word(token: Token, kind: str, weight: float) -> tuple[str, float]:
    """A single capitalized word that acts is an actor; one that opens a sentence and does not act is doubtful."""
    if not _acts(token):
        return kind, DOUBTFUL if token.is_sent_start and not _is_initialism(token) else weight
    if kind == "OTHER":
        is_town = (
            is_large_place(token.text)
            and token.head.lemma_ not in context_words("speaking")
            and describe_actor(token.text).name is None
        )
        is_body = token.text.isupper() or is_called_with_article(token.doc, token.i, token.i + 1)
        kind = "PLACE" if is_town else "ORG" if is_body else "PERSON"
    return kind, GUESS


def _acts(token: Token) -> bool:
    """As in "Kudrin resigned", "Kudrin has resigned", and of a club that is called by its town: "Chelsea have won"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    is_finite = verb.tag_ in ("VBD", "VBZ") or any(
        child.dep_ == "aux" and child.lemma_ == "have" and child.tag_ != "VB" for child in verb.lefts
    )
    return is_finite or (token.tag_ == "NNP" and verb.tag_ in ("VBP", "VBN") and is_large_place(token.text))


def _is_initialism(token: Token) -> bool:
    """As in "BP boss Ann Roe", "DUP MLA Ann Roe": capitals among small letters or before an office, which no sentence lends."""
    if not (1 < len(token) <= _LONGEST_INITIALISM and token.text.isupper() and token.text.isalpha()):
        return False
    after = token.doc[token.i + 1 : token.i + 2]
    return after.text.islower() or any(map(is_head, after))


def _follows_office(doc: Doc, start: int, end: int) -> bool:
    """As in "Director of the Asian Department Ann Lee"."""
    if not 1 < end - start <= 3 or not all(is_person_word(token) for token in doc.tokens[start:end]):  # noqa: PLR2004
        return False
    office = office_before(doc, start)
    return office is not None and office.end == start
