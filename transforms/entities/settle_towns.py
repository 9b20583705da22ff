"""Towns that were taken for people: those in a list of places, those of the article's own state, and those that all know."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from transforms.entities.called_names import is_where
from transforms.entities.gazetteer import context_words, given_names, is_large_place, peoples
from transforms.entities.name_words import NAME_TAGS, has_age
from transforms.entities.names import Name
from transforms.entities.offices import is_head
from transforms.entities.place_signs import is_known_place
from transforms.entities.settle_names import Found
from transforms.entities.weights import CUE_WORD, DOUBTFUL, LABEL
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.countries import demonym_country
from transforms.places.gazetteer import demonym_regions, find_counties, find_regions, find_towns
from transforms.places.home_evidence import institution_words
from transforms.places.states_of_parts import is_renowned_town

_State: TypeAlias = tuple[str | None, str]

_MISREAD = frozenset(("ORG", "OTHER", "PERSON"))
_JOINING = frozenset(("and", "or"))
_LONGEST_TOWN = 3  # words
_FEWEST_PLACES = 2  # in a list with what no table has
_FEWEST_AT_HOME = 3  # names
_MOST_MISREAD = 2  # mentions of a town that are all taken for a person
_AT_HOME = 0.5  # share of names


def settle_towns(found: Found) -> Found:
    """The names with those made places that a list of places or the article's home tells, unless a person has them."""
    surnames = {
        paragraph.doc.tokens[name.end - 1].text
        for paragraph, names in found
        for name in names
        if name.kind == "PERSON" and name.end - name.start > 1 and not _is_place(paragraph.doc, name)
    }
    home = _home(found)
    may_be = home is not None or any(_is_renowned(paragraph.doc, name) for paragraph, names in found for name in names)
    people = _people(found) if may_be else set()
    return [
        (paragraph, list(_listed(paragraph.doc, list(_towns(paragraph.doc, names, home, people)), surnames)))
        for paragraph, names in found
    ]


def _people(found: Found) -> set[str]:
    """Words that may be somebody's surname: those behind another name, and those taken for a person again and again."""
    persons = Counter(
        words_text(paragraph.doc, name.start, name.end)
        for paragraph, names in found
        for name in names
        if name.kind == "PERSON"
    )
    seconds = {word for paragraph, _ in found for word in _second_words(paragraph.doc)}
    return seconds | {name for name, count in persons.items() if count > _MOST_MISREAD}


def _second_words(doc: Doc) -> Iterator[str]:
    """The capitalized words right behind another one, which may be surnames."""
    for before, token in pairwise(doc.capitals):
        if before.i + 1 == token.i and before.tag_ in NAME_TAGS:
            yield token.text


def _towns(doc: Doc, names: Sequence[Name], home: _State | None, people: set[str]) -> Iterator[Name]:
    """The names with the towns of the article's own state and the large towns abroad made places."""
    for name in names:
        is_town = (home is not None and _is_at_home(doc, name, home, people)) or (
            _is_renowned(doc, name) and (name.end - name.start > 1 or doc.tokens[name.start].text not in people)
        )
        yield replace(name, kind="PLACE", weight=LABEL) if is_town else name


def _is_renowned(doc: Doc, name: Name) -> bool:
    """Whether what was taken for a person is the name of a large town and of nobody that we know: "Bologna", "Da Nang"."""
    if name.kind != "PERSON" or name.known is not None or name.weight > LABEL:
        return False
    first = doc.tokens[name.start]
    if first.text in given_names() or not is_renowned_town(words_text(doc, name.start, name.end)):
        return False
    before = doc.tokens[name.start - 1] if not first.is_sent_start else None
    if before is not None and (before.text[:1].isupper() or is_head(before)):
        return False
    return not _speaks(doc[name.start : name.end].root) and not has_age(doc, name.end)


def _speaks(root: Token) -> bool:
    return root.dep_ == "nsubj" and root.head.lemma_ in context_words("speaking")


def _home(found: Found) -> _State | None:
    """The country and state in which most places of the article may lie."""
    names = {
        words_text(paragraph.doc, name.start, name.end)
        for paragraph, names in found
        for name in names
        if name.kind == "PLACE" and name.weight >= LABEL
    }
    located = [found_in for name in names if (found_in := _states(name))]
    states = Counter(state for found_in in located for state in found_in)
    home = max(states, key=lambda state: (states[state], state[0] or "", state[1]), default=None)
    is_home = home is not None and states[home] >= max(_FEWEST_AT_HOME, _AT_HOME * len(located))
    return home if is_home else None


@lru_cache(maxsize=20_000)
def _states(name: str) -> frozenset[_State]:
    """The states that have a town or county of that name, or that it names."""
    places = (*find_towns(name), *find_counties(name), *find_regions(name))
    return frozenset((place.country, place.admin1) for place in places if place.admin1)


def _is_at_home(doc: Doc, name: Name, home: _State, people: set[str]) -> bool:
    """Whether a name that was taken for another thing is that of a town of the article's own state, and nobody speaks."""
    if name.kind not in _MISREAD or name.known is not None or name.weight > LABEL:
        return False
    text = words_text(doc, name.start, name.end)
    if home not in _states(text) or text in institution_words()["no_town"] or text in given_names():
        return False
    root = doc[name.start : name.end].root
    if _speaks(root):
        return False
    if name.weight <= DOUBTFUL and not (root.tag_ in ("NN", "NNS") and is_large_place(text)):
        return False
    if name.end - name.start == 1 and (text in people or has_age(doc, name.end)):
        return False
    return _may_be_town(doc, name, set())


def _listed(doc: Doc, names: Sequence[Name], surnames: set[str]) -> Iterator[Name]:
    names = list(_parted(doc, names))
    for row in _rows(doc, names):
        end = row[-1].end
        is_counted = end < len(doc.tokens) and doc.tokens[end].text in context_words("place_plurals") and len(row) > 1
        are_places = [name.kind == "PLACE" and name.weight >= LABEL for name in row]
        is_list = len(row) > 2 or _is_joined(doc, row)  # noqa: PLR2004 - "In Lima, Roe said" is no list
        for before, name in zip((None, *row), row, strict=False):
            is_misread = name.kind in _MISREAD or (name.kind == "GROUP" and not _is_people(doc, name))
            if not is_misread or name.known is not None:
                yield name
            elif (
                (before is not None and before.kind == "PLACE" and _is_region(doc, name))
                or ((is_counted or sum(are_places) >= _FEWEST_PLACES) and _is_single(doc, name, surnames))
                or ((is_counted or (is_list and any(are_places))) and _may_be_town(doc, name, surnames))
            ):
                yield replace(name, kind="PLACE", weight=CUE_WORD)
            else:
                yield name


def _is_region(doc: Doc, name: Name) -> bool:
    """As in "Barrie, Ont.", "Ennis, Co. Clare": what holds the place before it, by its short form."""
    text = words_text(doc, name.start, name.end)
    return "." in text and any(place.kind == "region" for place in find_regions(text, in_address=True))


def _is_single(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """Whether a name is one word in small letters but the first, which may be a hamlet's that no table has."""
    word = doc.tokens[name.start].text
    if name.end - name.start > 1 or not word.istitle() or word in surnames or word in given_names():
        return False
    return not doc[name.end : name.end + 1].text[:1].isupper()  # "Mexico and Francophone African countries"


def _is_people(doc: Doc, name: Name) -> bool:
    text = words_text(doc, name.start, name.end)
    return demonym_country(text) is not None or text in peoples() or text in demonym_regions()


def _rows(doc: Doc, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The names in order, those together that only commas and "and" part."""
    row: list[Name] = []
    for name in names:
        if row and not _is_next(doc, row[-1].end, name.start):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _is_next(doc: Doc, end: int, start: int) -> bool:
    between = [token.text for token in doc.tokens[end:start]]
    return between in ([","], [",", "and"], [",", "or"]) or (len(between) == 1 and between[0] in _JOINING)


def _is_joined(doc: Doc, row: Sequence[Name]) -> bool:
    return len(row) > 1 and doc.tokens[row[-1].start - 1].text in _JOINING


def _may_be_town(doc: Doc, name: Name, surnames: set[str]) -> bool:
    tokens = doc.tokens
    first = tokens[name.start].text
    if name.end - name.start > _LONGEST_TOWN or tokens[name.end - 1].text in surnames:
        return False
    if name.kind == "PERSON" and name.end - name.start > 1 and first in given_names():
        return False
    return _is_place(doc, name)


def _is_place(doc: Doc, name: Name) -> bool:
    return is_known_place(words_text(doc, name.start, name.end))


def _parted(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Two towns that were taken for one name: "Niphad and Yeola"."""
    for name in names:
        joint = next((token.i for token in doc.tokens[name.start + 1 : name.end - 1] if token.text in _JOINING), None)
        halves = [(name.start, joint), (joint + 1, name.end)] if joint is not None else []
        if (
            halves
            and name.kind in _MISREAD
            and name.known is None
            and (
                all(is_known_place(words_text(doc, start, end)) for start, end in halves)
                or all(end - start == 1 and is_where(doc, start, end) for start, end in halves)
            )
        ):
            yield from (Name(start, end, "PLACE", LABEL) for start, end in halves)
        else:
            yield name
