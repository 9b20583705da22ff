"""Where an event is said to be, which round it is, and what it is about: modifiers of its own clause."""

import re
from collections.abc import Iterator, Sequence

from schemas.entities import LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.events.clause_heads import clause_heads, closing_verbs
from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token
from transforms.places.countries import capital_country, country_of

_LOCATIVE = (
    "in",
    "at",
    "near",
    "inside",
    "outside",
    "across",
    "through",
    "around",
    "throughout",
    "on",
    "off",
    "within",
)
_INSIDE = ("in", "inside", "across", "throughout", "at", "near")
_SHORTEST_TOPIC = 3  # letters
_OTHER_CLAUSES = frozenset(("ccomp", "advcl", "relcl", "conj", "parataxis", "acl"))
ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_DIGIT_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def find_place(trigger: Trigger, paragraph: Paragraph, entities: ArticleEntities, taken: Sequence[str]) -> str | None:
    """The local id of the place where the event is said to be, by its locative modifiers.

    Parties (`taken`) are no places, unless what happens in them happens to them.
    """
    noun = trigger.token
    if noun.pos_ == "NOUN":
        for child in noun.children:
            if child.dep_ in ("compound", "nmod", "amod"):
                entity = entities.covering(*paragraph.span(child))
                if entity and entity.kind == "PLACE" and child.tag_ != "JJ" and country_of(entity.name) is None:
                    return entity.local_id
    for head in (*clause_heads(trigger, refused=True), *closing_verbs(trigger.anchor)):
        for token in _locatives(head, inside=trigger.pattern.event_type != "CONSULT"):
            entity = _capital(token, paragraph, entities) or entities.covering(*paragraph.span(token))
            inside = trigger.pattern.is_territorial and token.head.lower_ in _INSIDE
            if entity and entity.kind == "PLACE" and (inside or entity.local_id not in taken):
                return entity.local_id
    return None


def _capital(token: Token, paragraph: Paragraph, entities: ArticleEntities) -> LocalEntity | None:
    """The city meant by "the Kenyan capital", where the article names it."""
    if token.lemma_.lower() != "capital":
        return None
    owners = [entities.covering(*paragraph.span(child)) for child in token.lefts]
    countries = {owner.country for owner in owners if owner and owner.country}
    for entity in entities.entities:
        if entity.kind == "PLACE" and capital_country(entity.name) in countries:
            return entity
    return None


def find_round(trigger: Trigger) -> int | None:
    """The ordinal of a round in a series: "the second round of talks", "their third meeting"."""
    noun = trigger.token
    candidates = [noun]
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "round":
        candidates.append(noun.head.head)
    for candidate in candidates:
        for child in candidate.children:
            word = child.lower_
            if word in ORDINALS and child.dep_ not in SUBJECTS:
                return ORDINALS[word]
            digits = _DIGIT_ORDINAL.fullmatch(word)
            if digits and child.dep_ == "amod":
                return int(digits[1]) or None
    return None


def find_topic(trigger: Trigger, paragraph: Paragraph, entities: ArticleEntities, skip: set[int]) -> tuple[str, ...]:
    """The lemmas of the content words in the event's own clause, sorted; names and dates are told elsewhere."""
    words = lexicon()
    found: set[str] = set()
    for token in _own_clause(trigger.anchor):
        if token.i in skip or token == trigger.token or token.pos_ not in ("NOUN", "VERB", "ADJ", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if token.is_stop or lemma in words.light or lemma in words.reporting or len(lemma) < _SHORTEST_TOPIC:
            continue
        entity = entities.covering(*paragraph.span(token))
        if entity is None or entity.kind in ("LAW", "EVENT", "OTHER"):
            found.add(lemma)
    return tuple(sorted(found))


def _own_clause(head: Token) -> list[Token]:
    found = [head]
    for above in found:  # it grows on the way
        found += [
            child
            for child in above.children
            if child.dep_ not in _OTHER_CLAUSES
            or (child.dep_ in ("conj", "acl") and child.pos_ in ("NOUN", "VERB") and above.pos_ == "NOUN")
            or (child.dep_ == "advcl" and child.tag_ == "VB")
        ]
    return found


def _locatives(head: Token, *, inside: bool) -> Iterator[Token]:
    """The places under a word's locative prepositions, and with `inside` under those of what it acts on."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _LOCATIVE:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield grand
                    yield from (great for great in grand.children if great.dep_ in ("appos", "compound", "nmod"))
                    yield from _locatives(grand, inside=inside)
        elif child.dep_ in ("dobj", "nsubjpass") and (inside or child.pos_ == "PROPN"):
            yield from _locatives(child, inside=inside)
        elif child.dep_ == "prep":
            # "met with B in A": a name needs no place to tell it from others
            names = (
                grand
                for grand in child.children
                if grand.dep_ == "pobj" and (grand.pos_ == "PROPN" or grand.lemma_ == "counterpart")
            )
            yield from (place for name in names for place in _locatives(name, inside=inside))
