"""Where one paragraph names something: spaCy's entities repaired, and what gazetteers and capitals add."""

from collections.abc import Iterator, Sequence
from itertools import chain

from transforms.entities.capital_runs import cued_names, datelines, name_words
from transforms.entities.extend_names import extended, with_opening
from transforms.entities.gazetteer import (
    NEXT_LETTERS,
    context_words,
    country_openings,
    first_word,
    given_names,
    known_country,
    known_names,
    names_by_opening,
    small_names,
)
from transforms.entities.left_over_names import left_over_names
from transforms.entities.name_kinds import kind_of
from transforms.entities.name_parts import parts
from transforms.entities.names import Name, taken_tokens, without_overlaps
from transforms.entities.nicknames import nicknamed
from transforms.entities.offices import is_head, is_modifier, set_phrases
from transforms.entities.place_signs import is_known_place
from transforms.entities.repair_label import repaired
from transforms.entities.titles_of_works import awards, quoted_titles, titles
from transforms.entities.weights import CUE_WORD, DATELINE, DOUBTFUL, LABEL
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.countries import demonym_country

_LONGEST_COUNTRY = 6  # words
_SURE = 10.0
# Bodies of one name that many states have.
_IN_EVERY_STATE = frozenset(("PTY", "LEG", "JUD", "COP", "GOV", "MIL", "SPY", "LAB", "OPP"))


def find_names(doc: Doc) -> list[Name]:
    """The names of a paragraph in order, none overlapping another."""
    capitals = doc.capitals
    positions = name_words(doc)
    candidates = [
        *_gazetteer_names(doc, capitals),
        *_country_names(doc, capitals),
        *_model_names(doc),
        *_cued(doc, positions),
        *_datelines(doc),
        *_titles(doc, capitals),
        *(Name(start, end, "PERSON", CUE_WORD) for start, end in nicknamed(doc)),
        *_parties(doc),
        *_network_x(doc, capitals),
    ]
    offices = {position for start, end in set_phrases(doc) for position in range(start, end)}
    candidates = [
        name
        for name in candidates
        if (not offices or name.known is not None or offices.isdisjoint(range(name.start, name.end)))
        and not _crosses_sentences(doc, name)
        and not (name.known is None and _is_portfolio(doc, name))
    ]
    chosen = extended(doc, without_overlaps(_without_joint(candidates)))
    names = [*chosen, *left_over_names(doc, chosen, capitals, positions)]
    taken = taken_tokens(doc, names)
    return sorted((with_opening(doc, name, taken) for name in names), key=lambda name: name.start)


def _gazetteer_names(doc: Doc, capitals: Sequence[Token]) -> Iterator[Name]:
    text = doc.text
    ends: dict[int, int] = {}
    index = names_by_opening()
    has_small = any(map(text.__contains__, small_names()))
    for token in doc.tokens if has_small else capitals:
        word = token.text
        if word not in index:
            if word.isalpha():
                continue
            word = first_word(word)
        openings = index.get(word)
        if openings is None:
            continue
        rest = token.idx + len(word)
        for spelling in (*openings.get(text[rest : rest + NEXT_LETTERS], ()), *openings.get("", ())):
            if not text.startswith(spelling, token.idx):
                continue
            if not ends:
                ends.update({other.idx + len(other.text): other.i + 1 for other in doc.tokens})
            end = ends.get(token.idx + len(spelling))
            if end is not None:
                known = known_names()[spelling]
                if known.kind == "EVENT" and _is_town_behind_preposition(doc, token.i, spelling):
                    continue
                is_another = known.sector in _IN_EVERY_STATE and _owner(doc, token.i) not in (None, known.country)
                yield Name(token.i, end, known.kind, _SURE, None if is_another else known)
                break


def _is_town_behind_preposition(doc: Doc, start: int, spelling: str) -> bool:
    """As in "drove home from Woodstock": the town, not the festival."""
    before = doc.tokens[start - 1].lower_ if start else ""
    return before in context_words("locatives") and is_known_place(spelling)


def _without_joint(names: Sequence[Name]) -> list[Name]:
    """The names but those that are a state and a known body: "US FBI"."""
    states = {name.start: name.end for name in names if name.known is not None and name.kind == "PLACE"}
    bodies = {(name.start, name.end) for name in names if name.known is not None and name.kind == "ORG"}
    return [
        name for name in names if name.known is not None or (states.get(name.start, name.end), name.end) not in bodies
    ]


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
    openings = country_openings()
    done = 0
    for token in capitals:
        word = token.lower_
        longest = openings.get(word) or (0 if word.isalpha() else openings.get(first_word(word), 0))
        if not longest or token.i < done or token.tag_ == "DT":
            continue
        end = _country_end(doc, token.i, min(longest, _LONGEST_COUNTRY))
        if end is not None:
            yield Name(token.i, end, "PLACE", _SURE, known_country(words_text(doc, token.i, end)))
            done = end


def _country_end(doc: Doc, start: int, longest: int) -> int | None:
    tokens = doc.tokens
    for end in range(min(len(tokens), start + longest), start, -1):
        if not tokens[end - 1].text.islower() and known_country(words_text(doc, start, end)) is not None:
            return end
    return None


def _model_names(doc: Doc) -> Iterator[Name]:
    for ent in doc.ents:
        for start, end, label in repaired(ent):
            kind, weight = kind_of(doc, start, end, label)
            yield Name(start, end, kind, DOUBTFUL if _is_plain_opening(doc, start, end, kind) else weight)


def _is_plain_opening(doc: Doc, start: int, end: int, kind: str) -> bool:
    """Whether a single word has its capital from the sentence that it opens: "Lorry drivers", "Divisional forest officer"."""
    token = doc.tokens[start]
    return (
        end - start == 1
        and token.is_sent_start
        and (kind == "PERSON" or (kind == "ORG" and token.tag_ == "JJ" and token.text.istitle()))
        and token.dep_ in ("compound", "amod")
        and token.head.text.islower()
        and token.text not in given_names()
    )


def _cued(doc: Doc, positions: Sequence[int]) -> Iterator[Name]:
    for run_start, run_end, kind in cued_names(doc, positions):
        for start, end, label in parts(doc, run_start, run_end, kind):
            yield Name(start, end, *kind_of(doc, start, end, label))


def _datelines(doc: Doc) -> Iterator[Name]:
    for start, end in datelines(doc):
        yield Name(start, end, "PLACE", DATELINE)


def _titles(doc: Doc, capitals: Sequence[Token]) -> Iterator[Name]:
    for start, end in chain(titles(doc, capitals), quoted_titles(doc), awards(doc, capitals)):
        yield Name(start, end, "OTHER", LABEL)


def _network_x(doc: Doc, capitals: Sequence[Token]) -> Iterator[Name]:
    """The network that is called by one letter: "wrote on X"."""
    for token in capitals:
        if token.text in ("X", "X.") and token.i and token.nbor(-1).lower_ == "on":
            after = doc[token.i + 1 : token.i + 2].text
            if not (after[:1].isupper() or after in ("-", "'s")):
                yield Name(token.i, token.i + 1, "ORG", _SURE, known_names().get("Twitter"))


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


def _is_portfolio(doc: Doc, name: Name) -> bool:
    """Whether a name is what an office is for: "Social Welfare Secretary", "Secretary of Social Welfare"."""
    tokens = doc.tokens
    words = tokens[name.start : name.end]
    if len(words) > 1 and demonym_country(words[0].text):
        words = words[1:]  # "Philippine Foreign" + "Secretary"
    if name.kind not in ("ORG", "PERSON", "OTHER") or not all(is_modifier(token) for token in words):
        return False
    after = tokens[name.end] if name.end < len(tokens) else None
    if after is not None and after.text[:1].isupper() and is_head(after):
        return True
    if name.start < 2:  # noqa: PLR2004 - office and preposition
        return False
    head, preposition = tokens[name.start - 2 : name.start]
    return preposition.lower_ in ("of", "for") and head.text[:1].isupper() and is_head(head)


def _crosses_sentences(doc: Doc, name: Name) -> bool:
    return doc.tokens[name.start].sent.end < name.end
