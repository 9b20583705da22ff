"""Capitals that stand for their state's government: "Moscow blamed Washington", but not "talks in Moscow"."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.entities.gazetteer import context_words, known_country, read_yaml
from transforms.entities.names import Name
from transforms.entities.weights import DATELINE
from transforms.entities.words_text import words_text
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Doc, Token
from transforms.places.countries import capital_country, country_name

_LOCATIVE = frozenset(
    ("in", "at", "near", "from", "into", "around", "outside", "inside", "through", "via", "across", "throughout", "of")
)
_ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "iobj", "dative", "agent", "poss"))
_PARTNER = frozenset(("by", "with", "between", "against", "on", "for", "toward", "towards", "among"))


def resolve_metonyms(names: Sequence[tuple[Paragraph, list[Name]]]) -> list[tuple[Paragraph, list[Name]]]:
    """The names with acting capitals turned into mentions of their state.

    Where the article does not name the state itself, the city may be meant, unless the verb is one that states act by.
    """
    stated = {
        name.known.country for _, found in names for name in found if name.known is not None and name.kind == "PLACE"
    }
    return [(paragraph, [_resolved(paragraph.doc, name, stated) for name in found]) for paragraph, found in names]


def _resolved(doc: Doc, name: Name, stated: set[str | None]) -> Name:
    if name.known is not None or name.kind not in ("PLACE", "ORG", "OTHER", "PERSON") or name.end - name.start > 2:  # noqa: PLR2004
        return name
    if name.weight >= DATELINE:
        return name
    alpha3 = capital_country(words_text(doc, name.start, name.end))
    if alpha3 is None:
        return name
    if _acts(doc, name) and (alpha3 in stated or _acts_as_state(doc[name.start : name.end].root)):
        return replace(name, kind="PLACE", weight=3.0, known=known_country(country_name(alpha3)))
    return replace(name, kind="PLACE", weight=3.0)


def _acts(doc: Doc, name: Name) -> bool:
    head = doc[name.start : name.end].root
    before = doc.tokens[name.start - 1].lower_ if name.start > 0 else ""
    if before in _LOCATIVE or _is_inside_named_place(doc, name.end):
        return False
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj":
        return bool(head.head.lower_ in _PARTNER)
    if head.dep_ == "dobj" and head.head.lemma_ in context_words("reaching"):
        return False  # "visited Lima"
    return bool(head.dep_ in _ACTING)


def _acts_as_state(head: Token) -> bool:
    verbs = read_yaml("state_acts.yaml")
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj":
        return head.head.dep_ == "agent" and head.head.head.lemma_ in (*verbs["subjects"], *verbs["objects"])
    if head.dep_ == "nsubj":
        return head.head.lemma_ in verbs["subjects"]
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in verbs["objects"]


def _is_inside_named_place(doc: Doc, end: int) -> bool:
    """Whether a comma and a further name follow, as in "Athens, Georgia"."""
    return doc[end : end + 1].text == "," and doc[end + 1 : end + 2].text[:1].isupper()
