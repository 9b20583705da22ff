"""How much the words beside a name that a place has speak for the place."""

from functools import lru_cache

from transforms.entities.gazetteer import context_words, given_names, is_large_place, is_place_name, is_region_name
from transforms.entities.offices import is_head
from transforms.entities.weights import BEFORE_REGION, CUE_WORD, LABEL, PLACE_PREPOSITION
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc

_PREPOSITIONS = frozenset(("to", "of", "at", "between"))


def place_weight(doc: Doc, start: int, end: int, label: str) -> float | None:
    """How much the words beside a name that a place has speak for the place; None where nothing does."""
    before = "" if doc.tokens[start].is_sent_start else doc.tokens[start - 1].lower_
    if _stands_before_region(doc, end):
        return BEFORE_REGION
    if before in context_words("locatives") or _is_reached(doc, start, end) or _is_far(doc, start, before):
        return CUE_WORD
    if label == "PLACE":
        return None
    is_single = end - start == 1
    if before == "for" and start > 1 and doc.tokens[start - 2].lemma_ in context_words("bound_for"):
        return PLACE_PREPOSITION
    if before in _PREPOSITIONS or (is_single and _modifies(doc, end)):
        return PLACE_PREPOSITION
    if before in ("with", "by") and is_single and is_large_place(text := words_text(doc, start, end)):
        return LABEL if text not in given_names() else None
    is_likely = is_large_place(words_text(doc, start, end)) if is_single else label in ("GROUP", "OTHER")
    return LABEL if is_likely and label != "PERSON" and (label == "ORG" or not is_single) else None


def _is_far(doc: Doc, start: int, before: str) -> bool:
    """As in "as far away as Perth"."""
    return before == "as" and any(token.lower_ == "far" for token in doc.tokens[max(0, start - 4) : start - 1])


def _is_reached(doc: Doc, start: int, end: int) -> bool:
    """As in "left Port Harcourt": a name of several words as the object of a verb of motion."""
    root = doc[start:end].root
    return end - start > 1 and root.dep_ == "dobj" and root.head.lemma_ in context_words("reaching")


def _modifies(doc: Doc, end: int) -> bool:
    """As in "Gainesville residents": a town before a noun; a surname hardly stands there."""
    tokens = doc.tokens
    return (
        end < len(tokens)
        and tokens[end].tag_ in ("NN", "NNS")
        and tokens[end - 1].dep_ in ("compound", "nmod", "amod")
        and not is_head(tokens[end])
    )


def _stands_before_region(doc: Doc, end: int) -> bool:
    tokens = doc.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "," or not tokens[end + 1].text[:1].isupper():
        return False
    return any(is_region_name(doc[end + 1 : stop].text) for stop in range(end + 2, min(end + 4, len(doc.tokens)) + 1))


@lru_cache(maxsize=50_000)
def is_known_place(name: str) -> bool:
    """True for a place name of the tables that is not also an initialism."""
    return not (name.isupper() and len(name) < 4) and is_place_name(name)  # noqa: PLR2004 - initialisms
