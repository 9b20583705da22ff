"""Where one paragraph names something: spaCy's entities repaired, and what gazetteers and capitals add."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from transforms.entities.capital_runs import (
    awards,
    cued_names,
    datelines,
    name_words,
    quoted_titles,
    titles,
    uncued_names,
)
from transforms.entities.gazetteer import (
    NEXT_LETTERS,
    KnownName,
    context_words,
    country_first_words,
    first_word,
    given_names,
    is_large_place,
    known_country,
    known_names,
    names_by_opening,
    peoples,
)
from transforms.entities.name_kinds import (
    CUE_WORD,
    DOUBTFUL,
    GUESS,
    LABEL,
    is_called_with_article,
    is_no_name,
    is_person_word,
    kind_of,
)
from transforms.entities.offices import is_head, is_honorific, is_modifier, is_regnal, office_before, set_phrases
from transforms.entities.repair_label import parts, repaired
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import agent_nouns
from transforms.places.actors import describe_actor

_LONGEST_COUNTRY = 6  # words
_SURE = 10.0
# Bodies of one name that many states have.
_IN_EVERY_STATE = frozenset(("PTY", "LEG", "JUD", "COP", "GOV", "MIL", "SPY", "LAB", "OPP"))
_FIRMS = frozenset(("BUS", "MNC"))
_LONGEST_PRODUCT = 3  # words after the firm's name
_MISTAGGED = frozenset(("NN", "NNS", "JJ", "VB", "FW", "UH"))
_MISTAGGED_INSIDE = frozenset(("NN", "NNS", "JJ", "FW"))
_ROMAN = re.compile(r"[IVX]+")
_CAPITALIZED = re.compile(r"[A-Z][A-Za-z\d&-]+")


@dataclass(slots=True)
class Name:
    """A named span: tokens `[start, end)` of a paragraph, the kind it seems to be, the weight of that evidence.

    Never changed; it is not frozen because many are made, and a frozen one takes four times as long.
    """

    start: int
    end: int
    kind: str
    weight: float
    known: KnownName | None = None


def find_names(doc: Doc) -> list[Name]:
    """The names of a paragraph in order, none overlapping another."""
    capitals = doc.capitals
    positions = name_words(doc)
    candidates = [
        *_gazetteer_names(doc),
        *_country_names(doc, capitals),
        *_model_names(doc),
        *_cued(doc, positions),
        *_datelines(doc),
        *_titles(doc, capitals),
        *_parties(doc),
    ]
    offices = {position for start, end in set_phrases(doc) for position in range(start, end)}
    candidates = [
        name
        for name in candidates
        if (not offices or name.known is not None or offices.isdisjoint(range(name.start, name.end)))
        and not _crosses_sentences(doc, name)
    ]
    chosen = _extended(doc, _without_overlaps(candidates))
    names = [*chosen, *_left_over(doc, chosen, capitals, positions)]
    taken = _taken(doc, names)
    return sorted((_with_regnal(doc, name, taken) for name in names), key=lambda name: name.start)


def _gazetteer_names(doc: Doc) -> Iterator[Name]:
    index = names_by_opening()
    text = doc.text
    ends: dict[int, int] = {}
    for token in doc.tokens:
        word = token.text
        if not word.isalpha():
            word = first_word(word)
        if word not in index:
            continue
        openings = index[word]
        rest = token.idx + len(word)
        for spelling in (*openings.get(text[rest : rest + NEXT_LETTERS], ()), *openings.get("", ())):
            if not text.startswith(spelling, token.idx):
                continue
            if not ends:
                ends.update({other.idx + len(other.text): other.i + 1 for other in doc.tokens})
            end = ends.get(token.idx + len(spelling))
            if end is not None:
                known = known_names()[spelling]
                is_another = known.sector in _IN_EVERY_STATE and _owner(doc, token.i) not in (None, known.country)
                yield Name(token.i, end, known.kind, _SURE, None if is_another else known)
                break


def _owner(doc: Doc, start: int) -> str | None:
    """The state named directly before a name: "Swedish Social Democrats", "Peru's Supreme Court"."""
    tokens = doc.tokens
    before = start - 1
    if before > 0 and tokens[before].tag_ == "POS":
        before -= 1
    if before < tokens[start].sent.start or not tokens[before].text[:1].isupper():
        return None
    state = known_country(tokens[before].text)
    return state.country if state else None


def _country_names(doc: Doc, capitals: Sequence[Token]) -> Iterator[Name]:
    first_words = country_first_words()
    done = 0
    for token in capitals:
        if token.i < done or token.tag_ == "DT" or first_word(token.lower_) not in first_words:
            continue
        end = _country_end(doc, token.i)
        if end is not None:
            yield Name(token.i, end, "PLACE", _SURE, known_country(words_text(doc, token.i, end)))
            done = end


def _country_end(doc: Doc, start: int) -> int | None:
    tokens = doc.tokens
    for end in range(min(len(tokens), start + _LONGEST_COUNTRY), start, -1):
        if tokens[end - 1].text[:1].isupper() and known_country(words_text(doc, start, end)) is not None:
            return end
    return None


def _model_names(doc: Doc) -> Iterator[Name]:
    for ent in doc.ents:
        for start, end, label in repaired(ent):
            yield Name(start, end, *kind_of(doc, start, end, label))


def _cued(doc: Doc, positions: Sequence[int]) -> Iterator[Name]:
    for run_start, run_end, kind in cued_names(doc, positions):
        for start, end, label in parts(doc, run_start, run_end, kind):
            yield Name(start, end, *kind_of(doc, start, end, label))


def _datelines(doc: Doc) -> Iterator[Name]:
    for start, end in datelines(doc):
        yield Name(start, end, "PLACE", _SURE)


def _titles(doc: Doc, capitals: Sequence[Token]) -> Iterator[Name]:
    for start, end in chain(titles(doc, capitals), quoted_titles(doc), awards(doc, capitals)):
        yield Name(start, end, "OTHER", LABEL)


def _parties(doc: Doc) -> Iterator[Name]:
    """Parties that an article writes with a small letter: "the Labour party", "Social Democratic party"."""
    tokens = doc.tokens
    words = context_words("parties")
    for token in doc if " party" in doc.text else ():
        if token.text != "party":
            continue
        start = token.i
        while start > token.sent.start and tokens[start - 1].text.istitle() and tokens[start - 1].lower_ in words:
            start -= 1
        if start < token.i:
            yield Name(start, token.i + 1, "ORG", CUE_WORD)


def _left_over(doc: Doc, names: Sequence[Name], capitals: Sequence[Token], positions: Sequence[int]) -> Iterator[Name]:
    """Names that neither the model nor a gazetteer nor a cue word has."""
    tokens = doc.tokens
    taken = _taken(doc, names)
    for name in names:
        office = office_before(doc, name.start) if name.kind == "PERSON" else None
        if office is not None:
            taken[office.start : office.end] = [True] * (office.end - office.start)
    for start, end in uncued_names(doc, positions, taken):
        kind, weight = kind_of(doc, start, end, "OTHER")
        if kind == "OTHER" and _follows_office(doc, start, end):
            kind, weight = "PERSON", LABEL
        if end - start == 1 and (kind == "OTHER" or tokens[start].is_sent_start) and weight < _SURE:
            kind, weight = _single_word(tokens[start], kind, weight)
        yield Name(start, end, kind, weight)
    yield from _mistagged_openings(doc, taken)
    yield from _mistagged_inside(doc, capitals, taken)


def _mistagged_openings(doc: Doc, taken: Sequence[bool]) -> Iterator[Name]:
    """Capitalized words that open a sentence and that the tagger takes for common ones: doubtful names."""
    for sentence in doc.sents:
        token = doc.tokens[sentence.start]
        if not taken[token.i] and token.tag_ in _MISTAGGED and token.text.istitle() and not is_no_name(token):
            yield Name(token.i, token.i + 1, *_plural_name(token))


def _plural_name(token: Token) -> tuple[str, float]:
    """The kind and weight of a word that opens a sentence: sure of a people or a body known in the plural ("Naxalites")."""
    if token.tag_ != "NNS" or token.lower_ in agent_nouns():
        return "OTHER", DOUBTFUL
    if token.text in peoples():
        return "GROUP", LABEL
    return ("ORG", LABEL) if describe_actor(token.text).name is not None else ("OTHER", DOUBTFUL)


def _crosses_sentences(doc: Doc, name: Name) -> bool:
    return doc.tokens[name.start].sent.end < name.end


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
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.tag_ not in ("VBD", "VBZ"):
        return kind, DOUBTFUL if token.is_sent_start else weight
    if kind == "OTHER":
        is_town = (
            is_large_place(token.text)
            and token.head.lemma_ not in context_words("speaking")
            and describe_actor(token.text).name is None
        )
        is_body = token.text.isupper() or is_called_with_article(token.doc, token.i, token.i + 1)
        kind = "PLACE" if is_town else "ORG" if is_body else "PERSON"
    return kind, GUESS


def _follows_office(doc: Doc, start: int, end: int) -> bool:
    """As in "Director of the Asian Department Ann Lee"."""
    if not 1 < end - start <= 3 or not all(is_person_word(token) for token in doc.tokens[start:end]):  # noqa: PLR2004
        return False
    office = office_before(doc, start)
    return office is not None and office.end == start


def _extended(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Persons with the given name or surname that the model cut off."""
    tokens = doc.tokens
    taken = _taken(doc, names)
    extended = []
    for cut in names:
        name = _with_given_name(doc, _with_product(doc, cut, taken), taken)
        start, end = name.start, name.end
        if name.kind == "PERSON" and name.known is None:
            while (
                start > 0
                and not taken[start - 1]
                and is_person_word(tokens[start - 1])
                and not tokens[start].is_sent_start
            ):
                start -= 1
            while end < len(tokens) and not taken[end] and _goes_on(doc, end):
                surname = end + _particles(doc, end)
                if surname >= len(tokens) or taken[surname] or not is_person_word(tokens[surname]):
                    break
                end = surname + 1
        taken[start:end] = [True] * (end - start)
        extended.append(Name(start, end, name.kind, name.weight, name.known))
    return extended


def _with_regnal(doc: Doc, name: Name, taken: Sequence[bool]) -> Name:
    """As in "Prince" + "Harry", "King" + "Abdullah II": the given name alone would say nothing."""
    tokens = doc.tokens
    start, size = name.start, name.end - name.start
    if name.kind != "PERSON" or name.known is not None or start == 0 or taken[start - 1] or tokens[start].is_sent_start:
        return name
    is_given = size == 1 or (size == 2 and _ROMAN.fullmatch(tokens[name.end - 1].text) is not None)  # noqa: PLR2004 - name and number
    return replace(name, start=start - 1) if is_given and is_regnal(tokens[start - 1]) else name


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


def _particles(doc: Doc, start: int) -> int:
    """How many small words of a surname stand here: two in "von der Leyen"."""
    tokens = doc.tokens
    end = start
    while end < min(len(tokens), start + 2) and tokens[end].text in context_words("particles"):
        end += 1
    return end - start


def _goes_on(doc: Doc, position: int) -> bool:
    """Whether the sentence goes on; after an initial ("John M.") the parser often ends it wrongly."""
    tokens = doc.tokens
    before = tokens[position - 1].text
    return not tokens[position].is_sent_start or (len(before) == 2 and before.endswith("."))  # noqa: PLR2004 - a letter and a point


def _without_overlaps(names: Sequence[Name]) -> list[Name]:
    """The longest of overlapping names; of equally long ones the surer."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(names, key=lambda name: (name.start - name.end, -name.weight, name.start)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.start)


def _taken(doc: Doc, names: Sequence[Name]) -> list[bool]:
    taken = [False] * len(doc.tokens)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    return taken
