"""What kind of thing a name is, as far as the name and the words beside it tell."""

from itertools import pairwise

from transforms.entities.called_names import (
    called,
    has_officer,
    is_called_with_article,
    is_where,
    kind_in_tables,
    speaks,
)
from transforms.entities.gazetteer import (
    context_words,
    given_names,
    is_large_place,
    is_region,
    name_cues,
    parts_of_states,
)
from transforms.entities.name_words import has_age
from transforms.entities.offices import is_head, is_honorific, is_regnal
from transforms.entities.place_signs import is_known_place, place_weight
from transforms.entities.weights import AFTER_HONORIFIC, AFTER_OFFICE, CUE_WORD, GUESS, LABEL, REGION
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token

_LONGEST_PERSON = 4
_LONGEST_HAMLET = 2  # words


def kind_of(doc: Doc, start: int, end: int, label: str) -> tuple[str, float]:
    """The kind of the name in tokens `[start, end)` and the weight of the evidence; `label` is a first guess."""
    before = None if doc.tokens[start].is_sent_start else doc.tokens[start - 1]
    if (before is not None and is_honorific(before)) or (label in ("ORG", "PLACE") and _is_noble(doc, start, end)):
        return "PERSON", AFTER_HONORIFIC
    if words_text(doc, start, end) in parts_of_states():
        return "PLACE", CUE_WORD
    if label in ("PERSON", "PLACE", "OTHER") and is_called_with_article(doc, start, end):
        label = "ORG"
    if label == "PERSON" and _is_short_for_body(doc, start, end):
        label = "ORG"
    given = _is_given_and_surname(doc, start, end)
    found = _kind_as_called(doc, start, end, label, given=given)
    if found is None and not given:
        found = _kind_of_place(doc, start, end, label, before)
    if found is not None:
        return found
    if given or (before is not None and is_head(before) and label != "PERSON" and end - start <= _LONGEST_PERSON):
        return "PERSON", AFTER_OFFICE
    if label in ("ORG", "OTHER", "PERSON") and end - start <= _LONGEST_HAMLET and is_where(doc, start, end):
        return "PLACE", LABEL
    return _relabelled(doc, start, end, label)


def _is_noble(doc: Doc, start: int, end: int) -> bool:
    """As in "Duchess of Kent"."""
    return is_regnal(doc.tokens[start]) and doc[start + 1 : end].text.startswith("of ")


def _kind_as_called(doc: Doc, start: int, end: int, label: str, *, given: bool) -> tuple[str, float] | None:
    """What a name's own words or those beside it call it; `given` where it looks like a given name and a surname."""
    cue = cue_of(doc, start, end)
    if cue == "PLACE" and _is_bearer(doc, start, end):
        return "PERSON", AFTER_OFFICE
    kind = cue if cue is not None and not given else called(doc, start, end, label)
    return (kind, CUE_WORD) if kind is not None else None


def _kind_of_place(doc: Doc, start: int, end: int, label: str, before: Token | None) -> tuple[str, float] | None:
    """The kind and weight of what the tables of places have, where the words beside it do not speak for another thing."""
    text = words_text(doc, start, end)
    is_body = label == "ORG" and end - start == 1 and kind_in_tables(text) == "ORG" and not _may_be_in(before, text)
    if label not in ("EVENT", "LAW") and not is_body and is_known_place(text):
        weight = place_weight(doc, start, end, label)
        if weight is not None:
            return "PLACE", weight
    is_part = label in ("PERSON", "ORG", "GROUP", "OTHER") and is_region(text)
    return ("PLACE", REGION) if is_part else None


def _may_be_in(before: Token | None, name: str) -> bool:
    """Whether a preposition stands before a name that is a large town's too."""
    return before is not None and before.tag_ in ("IN", "TO") and is_large_place(name)


def _relabelled(doc: Doc, start: int, end: int, label: str) -> tuple[str, float]:
    """The label, or what the actors' tables or the word's speaking tell against it."""
    tokens = doc.tokens
    text = words_text(doc, start, end)
    told = kind_in_tables(text) if end - start == 1 and label in ("OTHER", "PERSON", "PLACE") else None
    if told is not None and (
        label == "OTHER"
        or (told == "PERSON" and label == "PLACE" and not is_known_place(text))
        or (told == "ORG" and (label == "PERSON" or _reports(tokens[start]) or _is_no_town(tokens[start])))
    ):
        return told, LABEL
    if label == "PLACE" and not is_known_place(text) and has_officer(doc, end):
        return "ORG", LABEL
    if label == "PLACE" and not is_known_place(text) and speaks(doc, start, end):
        return "PERSON" if end - start > 1 else "ORG", LABEL  # one who speaks by a surname has a full name elsewhere
    return label, LABEL if label != "OTHER" else GUESS


def cue_of(doc: Doc, start: int, end: int) -> str | None:
    """The kind that the words of a name of several words tell: "Harbor County", "Ministry of Health"."""
    if end - start < 2:  # noqa: PLR2004 - a cue word alone is no name
        return None
    cues = name_cues()
    words = [token.text for token in doc.tokens[start:end]]
    if words[0] == "Operation":
        return "EVENT"
    if words[-2] == "-":
        return cues.first.get(words[0])  # "Ann Waller-Bridge" is no bridge
    for before, word in pairwise(words):
        if word in ("of", "for") and (before in cues.last or before in cues.first):
            told = cues.first.get(before) or cues.last[before]
            return "ORG" if told == "PLACE" and cues.last.get(words[-1]) == "ORG" else told  # "City of Bath Council"
    return cues.last.get(f"{words[-2]} {words[-1]}") or cues.last.get(words[-1]) or cues.first.get(words[0])


def _is_given_and_surname(doc: Doc, start: int, end: int) -> bool:
    words = doc.tokens[start:end]
    return (
        1 < len(words) <= _LONGEST_PERSON
        and words[0].text in given_names()
        and (words[-1].text not in name_cues().last or words[-2].text == "-")
        and all(
            token.text[:1].isupper() or token.text == "-" or token.text in context_words("particles") for token in words
        )
    )


def _is_bearer(doc: Doc, start: int, end: int) -> bool:
    """As in "said Ann Hill", "Brian Lake, 34": a given name and a surname like a landform's who speaks or has an age."""
    words = doc.tokens[start:end]
    return (
        len(words) == 2  # noqa: PLR2004 - two names
        and words[0].text in given_names()
        and words[0].lower_ not in context_words("given_places")
        and (speaks(doc, start, end) or has_age(doc, end))
    )


def _is_short_for_body(doc: Doc, start: int, end: int) -> bool:
    """As in "JSQM", among words that are no capitals."""
    tokens = doc.tokens
    text = tokens[start].text
    around = (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])
    return (
        end - start == 1
        and text.isupper()
        and text.isalpha()
        and 2 < len(text) < 7  # noqa: PLR2004 - "JD" is a given name, a longer word one that is stressed
        and not any(token.text.isupper() and token.text.isalpha() for token in around)
    )


def _is_no_town(token: Token) -> bool:
    """Whether a body that shares its name with a hamlet at most does something."""
    return token.dep_ in ("nsubj", "nsubjpass") and not is_large_place(token.text)


def _reports(token: Token) -> bool:
    """Whether the token is who reports, or whom a report rests on: "Unian wrote", "citing Unian", "according to Unian"."""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in context_words("reporting")
    return token.head.lemma_ == "cite" or (token.dep_ == "pobj" and token.head.head.lower_ in ("according", "saying"))
