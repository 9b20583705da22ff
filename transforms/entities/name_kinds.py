"""What kind of thing a name is, as far as the name and the words beside it tell."""

from functools import lru_cache
from itertools import pairwise

from transforms.entities.gazetteer import (
    context_words,
    given_names,
    is_large_place,
    is_place_name,
    is_region,
    is_region_name,
    name_cues,
    parts_of_states,
)
from transforms.entities.offices import is_head, is_honorific, is_modifier
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import find_known, known_organizations, known_people
from transforms.places.gazetteer import find_features

_PREPOSITIONS = frozenset(("to", "of", "at", "between"))
NAME_TAGS = frozenset(("NNP", "NNPS"))  # the tags of a name's words
_LONGEST_PERSON = 4
_LONGEST_DATELINE = 14  # tokens before the agency's name
_MONTH_SURNAMES = frozenset(("April", "May", "June", "August"))

# How much a piece of evidence weighs against spaCy's label; the evidence of all mentions of a name is added up.
LABEL = 1.5
GUESS = 0.5
DOUBTFUL = 0.0
_AFTER_OFFICE = 2.5
_PLACE_PREPOSITION = 2.0
_REGION = 2.0
CUE_WORD = 4.0
_BEFORE_REGION = 5.0
_AFTER_HONORIFIC = 6.0


def kind_of(doc: Doc, start: int, end: int, label: str) -> tuple[str, float]:
    """The kind of the name in tokens `[start, end)` and the weight of the evidence; `label` is a first guess."""
    text = words_text(doc, start, end)
    before = None if doc.tokens[start].is_sent_start else doc.tokens[start - 1]
    if before is not None and is_honorific(before):
        return "PERSON", _AFTER_HONORIFIC
    if text in parts_of_states():
        return "PLACE", CUE_WORD
    if is_called_with_article(doc, start, end) and label in ("PERSON", "PLACE", "OTHER"):
        label = "ORG"
    if label == "PERSON" and _is_short_for_body(doc, start, end):
        label = "ORG"
    given = _is_given_and_surname(doc, start, end)
    cue = cue_of(doc, start, end)
    called = cue if cue is not None and not given else _called(doc, start, end, label)
    if called is not None:
        return called, CUE_WORD
    is_body = label == "ORG" and end - start == 1 and _kind_in_tables(text) == "ORG" and not is_large_place(text)
    if label not in ("EVENT", "LAW") and not given and not is_body and is_known_place(text):
        weight = _place_weight(doc, start, end, label)
        if weight is not None:
            return "PLACE", weight
    if not given and label in ("PERSON", "ORG", "GROUP", "OTHER") and is_region(text):
        return "PLACE", _REGION
    if given or (before is not None and is_head(before) and label != "PERSON" and end - start <= _LONGEST_PERSON):
        return "PERSON", _AFTER_OFFICE
    return _relabelled(doc, start, end, label)


def _relabelled(doc: Doc, start: int, end: int, label: str) -> tuple[str, float]:
    """The label, or what the actors' tables or the word's speaking tell against it."""
    tokens = doc.tokens
    text = words_text(doc, start, end)
    told = _kind_in_tables(text) if end - start == 1 and label in ("OTHER", "PERSON", "PLACE") else None
    if told is not None and (
        label == "OTHER"
        or (told == "PERSON" and label == "PLACE" and not is_known_place(text))
        or (told == "ORG" and (_reports(tokens[start]) or _is_no_town(tokens[start])))
    ):
        return told, LABEL
    if label == "PLACE" and not is_known_place(text) and _speaks(doc, start, end):
        return "PERSON", LABEL
    return label, LABEL if label != "OTHER" else GUESS


def is_called_with_article(doc: Doc, start: int, end: int) -> bool:
    """As in "the Courier reported": who speaks and has an article is a paper or a body, no person and no place."""
    tokens = doc.tokens
    last = tokens[end - 1]
    if tokens[start].is_sent_start or tokens[start - 1].lower_ != "the" or last.tag_ != "NNP":
        return False
    if last.dep_ in ("dobj", "dative") and last.head.lemma_ == "tell":
        return True  # "told the Courier"
    return last.dep_ == "nsubj" and last.head.lemma_ in context_words("reporting")


def _called(doc: Doc, start: int, end: int, label: str) -> str | None:
    """What the words beside a name call it."""
    if _is_relative(doc, start) and label in ("ORG", "OTHER", "PLACE"):
        return "PERSON"
    if _is_agency(doc, start, end) or _is_called_body(doc, start, end):
        return "ORG"
    if _is_called_place(doc, start) or _is_landform(doc, start, end):
        return "PLACE"
    if label == "PERSON" and _is_printed_in(doc, start):
        return "ORG"
    return "OTHER" if label in ("PERSON", "ORG", "OTHER") and _is_vessel(doc, start) else None


def _is_printed_in(doc: Doc, start: int) -> bool:
    """As in "first appeared in Harbor Courier": what a text stands in is a paper."""
    before = doc.tokens[start - 1] if start else None
    return before is not None and before.lower_ == "in" and before.head.lemma_ in context_words("printing")


def _is_landform(doc: Doc, start: int, end: int) -> bool:
    """As in "the Mtkvari river", "the Nile": a name that modifies the common noun for what it is, or of a known feature."""
    tokens = doc.tokens
    if start and tokens[start - 1].lower_ == "the" and find_features(words_text(doc, start, end)):
        return True
    return (
        end < len(tokens)
        and tokens[end].text in context_words("landforms")
        and tokens[end - 1].dep_ in ("compound", "nmod")
        and tokens[end - 1].head.i == end
    )


def _is_agency(doc: Doc, start: int, end: int) -> bool:
    """As in "LIMA, May 3 (Harbor Wire) - …": what a dateline has in brackets."""
    tokens = doc.tokens
    return (
        0 < start < _LONGEST_DATELINE
        and end + 1 < len(tokens)
        and (tokens[start - 1].text, tokens[end].text) == ("(", ")")
        and tokens[end + 1].text in ("-", "–", "—", "--")
        and tokens[0].text.isupper()
    )


def _is_called_body(doc: Doc, start: int, end: int) -> bool:
    """As in "the opposition party Waddani", "the Fano militia"; not as in "told the agency Ann Roe had left"."""
    tokens = doc.tokens
    before = tokens[start - 1] if start and not tokens[start].is_sent_start else None
    if before is not None and before.text in context_words("body_nouns"):
        root = doc[start:end].root
        return before.tag_ == "NN" and (before.head == root or root.head == before)
    return (
        end < len(tokens)
        and tokens[end].text in context_words("armed_bodies")
        and doc[start:end].root.head == tokens[end]
        and _kind_in_tables(words_text(doc, start, end)) == "ORG"
    )


def _is_relative(doc: Doc, start: int) -> bool:
    """As in "her cousin Ana Roe"."""
    before = doc.tokens[start - 1] if start and not doc.tokens[start].is_sent_start else None
    return before is not None and before.text in context_words("relatives")


def _is_vessel(doc: Doc, start: int) -> bool:
    """As in "the tanker Harbor Star", "the crew of the Harbor Star", "aboard the Ann Roe"."""
    tokens = doc.tokens
    if start > tokens[start].sent.start and tokens[start - 1].text in context_words("vessels"):
        return True
    if start < 2 or tokens[start - 1].lower_ != "the":  # noqa: PLR2004 - two words before
        return False
    before = tokens[start - 2]
    return before.lower_ in ("aboard", "onboard") or (
        start > 2 and before.lower_ == "of" and tokens[start - 3].lower_ in context_words("sailing")  # noqa: PLR2004
    )


def _is_called_place(doc: Doc, start: int) -> bool:
    """As in "the southern town of Mais", "the village Dvani"."""
    tokens = doc.tokens
    if start - tokens[start].sent.start < 2:  # noqa: PLR2004 - two words before
        return False
    before = tokens[start - 1].lower_
    root = doc[start : start + 1].root
    first = root.head if root.dep_ == "conj" else root
    if first.dep_ == "appos" and first.head.lower_ in context_words("place_heads") and first.i == first.head.i + 1:
        return True
    return before == "village" or (before == "of" and tokens[start - 2].lower_ in context_words("place_nouns"))


def _place_weight(doc: Doc, start: int, end: int, label: str) -> float | None:
    """How much the words beside a name that a place has speak for the place; None where nothing does."""
    before = "" if doc.tokens[start].is_sent_start else doc.tokens[start - 1].lower_
    if _stands_before_region(doc, end):
        return _BEFORE_REGION
    if before in context_words("locatives") or _is_reached(doc, start, end):
        return CUE_WORD
    if label == "PLACE":
        return None
    is_single = end - start == 1
    if before in _PREPOSITIONS or (is_single and _modifies(doc, end)):
        return _PLACE_PREPOSITION
    if before in ("with", "by") and is_single and is_large_place(text := words_text(doc, start, end)):
        return LABEL if text not in given_names() else None
    is_likely = is_large_place(words_text(doc, start, end)) if is_single else label in ("GROUP", "OTHER")
    return LABEL if is_likely and label != "PERSON" and (label == "ORG" or not is_single) else None


def _is_reached(doc: Doc, start: int, end: int) -> bool:
    """As in "left Port Harcourt": a name of several words as the object of a verb of motion."""
    root = doc[start:end].root
    return end - start > 1 and root.dep_ == "dobj" and root.head.lemma_ in context_words("reaching")


def cue_of(doc: Doc, start: int, end: int) -> str | None:
    """The kind that the words of a name of several words tell: "Harbor County", "Ministry of Health"."""
    if end - start < 2:  # noqa: PLR2004 - a cue word alone is no name
        return None
    cues = name_cues()
    words = [token.text for token in doc.tokens[start:end]]
    for before, word in pairwise(words):
        if word in ("of", "for") and (before in cues.last or before in cues.first):
            return cues.first.get(before) or cues.last[before]
    return cues.last.get(f"{words[-2]} {words[-1]}") or cues.last.get(words[-1]) or cues.first.get(words[0])


def is_name_word(token: Token) -> bool:
    """True for a capitalized word that the tagger takes for part of a name, week days and the like excepted."""
    return token.tag_ in NAME_TAGS and token.text[:1].isupper() and not is_no_name(token)


def is_person_word(token: Token) -> bool:
    """True for a name word that can be part of a person's name."""
    return (
        is_name_word(token)
        and not (is_honorific(token) or is_head(token) or is_modifier(token))
        and token.text not in name_cues().last
        and not (token.text.isupper() and len(token) > 2)  # noqa: PLR2004 - but "JD" is a given name
    )


def is_no_name(token: Token) -> bool:
    """True for a week day, a month and other capitalized words that are nobody's name; "Theresa May" is somebody."""
    if (
        token.lower_ in context_words("time_zones")
        and token.i > 0
        and token.nbor(-1).lower_ in context_words("day_halves")
    ):
        return True
    if token.text not in name_cues().not_names:
        return False
    return not (token.text in _MONTH_SURNAMES and token.i > 0 and token.nbor(-1).text in given_names())


def _is_given_and_surname(doc: Doc, start: int, end: int) -> bool:
    words = doc.tokens[start:end]
    return (
        1 < len(words) <= _LONGEST_PERSON
        and words[0].text in given_names()
        and words[-1].text not in name_cues().last
        and all(token.text[:1].isupper() or token.text == "-" for token in words)
    )


def _modifies(doc: Doc, end: int) -> bool:
    """As in "Gainesville residents": a town before a noun; a surname hardly stands there."""
    tokens = doc.tokens
    return (
        end < len(tokens)
        and tokens[end].tag_ in ("NN", "NNS")
        and tokens[end - 1].dep_ in ("compound", "nmod", "amod")
        and not is_head(tokens[end])
    )


def _speaks(doc: Doc, start: int, end: int) -> bool:
    root = doc[start:end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in context_words("speaking")


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


@lru_cache(maxsize=50_000)
def _kind_in_tables(name: str) -> str | None:
    """PERSON or ORG for a name that one of the actors' tables has and the other has not."""
    is_person = find_known((name,), (known_people(),)) is not None
    is_body = find_known((name,), (known_organizations(),)) is not None
    return None if is_person == is_body else "PERSON" if is_person else "ORG"


def _stands_before_region(doc: Doc, end: int) -> bool:
    tokens = doc.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "," or not tokens[end + 1].text[:1].isupper():
        return False
    return any(is_region_name(doc[end + 1 : stop].text) for stop in range(end + 2, min(end + 4, len(doc.tokens)) + 1))


@lru_cache(maxsize=50_000)
def is_known_place(name: str) -> bool:
    """True for a place name of the tables that is not also an initialism."""
    return not (name.isupper() and len(name) < 4) and is_place_name(name)  # noqa: PLR2004 - initialisms
