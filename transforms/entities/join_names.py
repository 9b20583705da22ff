"""Names that the model cut, made whole: "A & B", "Ann M." + "Lee", "House" + "of" + "Songs"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.entities.gazetteer import context_words, given_names, is_large_place, name_cues
from transforms.entities.name_words import is_particle
from transforms.entities.names import Name
from transforms.entities.offices import is_head, is_modifier
from transforms.entities.place_signs import is_known_place
from transforms.entities.weights import CUE_WORD, DOUBTFUL, GUESS, LABEL
from transforms.entities.with_neighbours import with_neighbours
from transforms.parsing.tokens import Doc
from transforms.places.actors import describe_actor
from transforms.places.countries import country_of
from transforms.places.gazetteer import find_regions

_INITIAL = re.compile(r"[A-Z]\.")
_LONGEST_HEAD = 2  # words before "of"
_LONGEST_PERSON = 4  # words
_THINGS = ("ORG", "OTHER", "EVENT", "LAW")
_ENDS = (".", ",", ")", '"', "\N{RIGHT DOUBLE QUOTATION MARK}")


def join_names(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names in order, those that belong together as one."""
    joined: list[Name] = []
    for name in (with_neighbours(doc, name) for name in names):
        last = joined[-1] if joined else None
        if last is not None and last.end > name.start:
            continue
        kind = None
        if last is not None:
            kind = _kind_of_one(doc, last, name)
        if last is not None and _is_body_of_state(doc, last, name):
            joined[-1] = replace(name, start=last.start)
        elif last is not None and kind is not None:
            joined[-1] = Name(last.start, name.end, kind, max(last.weight, name.weight))
        else:
            joined.append(name)
    return joined


def _kind_of_one(doc: Doc, first: Name, second: Name) -> str | None:
    if _is_national_body(doc, first, second):
        return "ORG"
    if _is_hyphenated_place(doc, first, second):
        return second.kind if second.kind == "ORG" else "PLACE"
    return _joint_kind(doc, first, second)


def _joint_kind(doc: Doc, first: Name, second: Name) -> str | None:
    """The kind of two names that are one; None where they are two."""
    tokens = doc.tokens
    between = [token.text for token in tokens[first.end : second.start]]
    if len(between) > 2 or first.known is not None or tokens[first.start].sent is not tokens[second.start].sent:  # noqa: PLR2004
        return _split_after_initial(doc, first, second, between)
    persons = (_is_cut_at_particle, _is_cut_after_given_name, _is_double_surname)
    if any(is_cut(doc, first, second, between) for is_cut in persons):
        return "PERSON"
    if not between and _is_cut_in_two(doc, first, second):
        return _kind_of_halves(first, second)
    if between in (["of"], ["for"]) and _is_cut_at_of(doc, first, second):
        return second.kind if second.kind == "LAW" else first.kind
    if _is_hyphenated(doc, first, second, between):
        return first.kind
    if between == ["&"] or _is_cut_at_and(doc, first, second, between):
        return first.kind if first.kind == second.kind == "PLACE" else "ORG"
    if between in (["of"], ["of", "the"]) and second.kind not in ("GROUP", "PERSON") and _is_open(doc, first):
        return second.kind if second.weight >= CUE_WORD and second.known is None else first.kind
    return _split_after_initial(doc, first, second, between)


def _is_cut_after_given_name(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> bool:
    """As in "Abdirahman" + "Mohamed Roe", "Jean" + "-" + "Pierre Roe": not the body that the model takes it for."""
    tokens = doc.tokens
    word = tokens[first.start]
    is_glued = between == ["-"] and tokens[second.start].idx == word.idx + len(word) + 1
    is_town = first.kind == "PLACE" and word.lower_ in context_words("given_places")
    is_surname = second.kind == "PERSON" or (is_town and second.kind == "OTHER" and second.end - second.start == 1)
    return (
        is_surname
        and (is_town or (first.kind in ("ORG", "GROUP", "OTHER") and word.text in given_names()))
        and second.known is None
        and first.end - first.start == 1
        and word.dep_ == "compound"
        and word.head.i < second.end
        and (is_glued or not between)
        and second.end - first.start <= _LONGEST_PERSON + len(between)
    )


def _kind_of_halves(first: Name, second: Name) -> str:
    if first.kind == "ORG" and second.kind == "PERSON":
        return "OTHER"
    return first.kind if second.kind == "OTHER" else second.kind


def _is_cut_in_two(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Harbor Spring" + "Cleanup", "Ruth Anna" + "Calloway": capitals in a row, each half of no known name."""
    tokens = doc.tokens
    if second.known is not None or tokens[first.end - 1].text[-1:] in _ENDS or tokens[second.start].is_sent_start:
        return False
    if first.kind == second.kind == "PERSON":
        is_rest = second.end - second.start == 1 or tokens[second.start].text in context_words("patronymics")
        return second.end - first.start <= _LONGEST_PERSON and is_rest
    if any(token.text == "-" for token in tokens[second.start : second.end + 1]):
        return False  # a product of the firm before it
    if first.kind == "PLACE" and second.kind == "PERSON":
        return _is_given_name(doc, first, second)
    if first.kind == "PLACE":
        return second.kind == "OTHER" and is_known_place(doc[first.start : second.end].text)
    if first.kind == "ORG" and first.known is None and _is_product(doc, first, second):
        return True
    is_half = "OTHER" in (first.kind, second.kind) and first.weight > DOUBTFUL
    return is_half and first.kind in _THINGS and second.kind in _THINGS and tokens[second.start].text[:1].isupper()


def _is_given_name(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Celestina" + "Roe Arce", where a village has that name too; "in Lima Ann Roe said" are two."""
    word = doc.tokens[first.start]
    return (
        first.end - first.start == 1
        and word.dep_ == "compound"
        and word.head.i < second.end
        and second.end - first.start <= _LONGEST_PERSON
        and not is_large_place(word.text)
        and not (word.i > 0 and doc.tokens[word.i - 1].lower_ in context_words("locatives"))
    )


def _is_product(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Sunhill" + "Clearview Max", a thing or what the model takes for a person, after a name without a cue word."""
    words = doc[second.start : second.end]
    return (
        second.kind in ("OTHER", "PERSON")
        and second.weight in (LABEL, GUESS)
        and doc.tokens[first.end - 1].text not in name_cues().last
        and not (second.kind == "PERSON" and words[0].text in given_names())
        and all(token.text.istitle() and token.tag_ in ("NNP", "NNPS") for token in words)
    )


def _is_cut_at_of(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Harbor Freedom" + "of" + "Assembly Act", "Sons" + "of" + "Harbor Unity": both of bodies, laws or things."""
    if second.known is not None or second.kind not in _THINGS:
        return False
    if second.kind == "LAW":
        return first.kind in (*_THINGS, "PERSON")
    return first.kind in ("ORG", "OTHER") and first.weight > DOUBTFUL and not is_head(doc.tokens[first.end - 1])


def _is_cut_at_and(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> bool:
    """As in "the Mine" + "and" + "Metal Workers Union": one word behind an article, and the rest of a body."""
    tokens = doc.tokens
    return (
        between == ["and"]
        and first.kind in ("OTHER", "ORG")
        and first.end - first.start == 1
        and tokens[first.start].text.istitle()
        and first.start > tokens[first.start].sent.start
        and tokens[first.start - 1].lower_ == "the"
        and second.kind == "ORG"
        and second.known is None
        and second.end - second.start > 1
        and tokens[second.end - 1].text in name_cues().last
    )


def _is_hyphenated(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> bool:
    """As in "Control" + "-" + "IQ", a thing; "Lima-Quito" are two places."""
    tokens = doc.tokens
    return (
        between == ["-"]
        and second.known is None
        and first.kind == second.kind == "OTHER"
        and tokens[second.start].idx - tokens[first.end - 1].idx - len(tokens[first.end - 1]) == 1
    )


def _is_hyphenated_place(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Harbor" + "-on-" + "Lake": small words between hyphens, and no space in it."""
    tokens = doc.tokens
    between = [token.text for token in tokens[first.end : second.start]]
    return (
        len(between) > 2  # noqa: PLR2004 - hyphen, word, hyphen
        and between[0] == between[-1] == "-"
        and all(word == "-" or word.islower() for word in between)
        and all(tokens[i].idx + len(tokens[i]) == tokens[i + 1].idx for i in range(first.end - 1, second.start))
    )


def _is_double_surname(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> bool:
    """As in "Ann Roe" + "-" + "Lee"; "Roe-Lee talks" are of two people."""
    tokens = doc.tokens
    return (
        between == ["-"]
        and first.kind == "PERSON"
        and first.end - first.start > 1
        and second.known is None
        and second.kind in ("PERSON", "OTHER", "PLACE")
        and second.end - second.start == 1
        and tokens[second.start].idx - tokens[first.end - 1].idx - len(tokens[first.end - 1]) == 1
    )


def _is_national_body(doc: Doc, first: Name, second: Name) -> bool:
    """As in "Harbor Watch" + "Kenya", "Tennis" + "Australia": a body with the name of its state behind it."""
    word = doc.tokens[first.end - 1]
    return (
        first.end == second.start
        and second.kind == "PLACE"
        and _is_state(doc[second.start : second.end].text)
        and (first.kind == "ORG" or (first.kind == "OTHER" and first.end - first.start == 1))
        and word.dep_ == "compound"
        and second.start <= word.head.i < second.end
        and not (is_head(word) or is_modifier(word) or word.text in context_words("eras"))
    )


def _is_body_of_state(doc: Doc, first: Name, second: Name) -> bool:
    """As in "U.S." + "Army Corps of Engineers": a known body behind the letters of its own state."""
    letters = doc[first.start : first.end].text.replace(".", "")
    return (
        first.end == second.start
        and first.known is not None
        and second.known is not None
        and second.end - second.start > 1
        and letters.isupper()
        and first.known.country == second.known.country is not None
    )


def _is_state(name: str) -> bool:
    return country_of(name) is not None or any(place.admin1 and place.kind == "region" for place in find_regions(name))


def _is_cut_at_particle(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> bool:
    """As in "Ursula von" + "der" + "Leyen"."""
    words = (doc.tokens[first.end - 1].text, *between)
    return (
        first.kind == "PERSON"
        and second.known is None
        and second.end - second.start == 1
        and is_particle(words[-1])
        and all(map(is_particle, between))
    )


def _split_after_initial(doc: Doc, first: Name, second: Name, between: Sequence[str]) -> str | None:
    is_one = (
        not between
        and first.kind == "PERSON"
        and second.known is None
        and second.end - second.start == 1
        and _INITIAL.fullmatch(doc.tokens[first.end - 1].text) is not None
    )
    return "PERSON" if is_one else None


def _is_open(doc: Doc, name: Name) -> bool:
    """Whether a name of no known kind may go on with "of": "Game of Thrones", but not "Director of the Mint"."""
    words = doc[name.start : name.end]
    return (
        name.kind == "OTHER"
        and name.weight <= GUESS
        and name.end - name.start <= _LONGEST_HEAD
        and all(token.tag_ in ("NNP", "NNPS") and token.text.istitle() for token in words)
        and describe_actor(words.text).name is None
        and not any(is_head(token) or is_modifier(token) or token.is_sent_start for token in words)
    )
