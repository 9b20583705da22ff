"""Passives, with their auxiliary and without it, as headlines and clauses after a noun have them."""

from collections.abc import Sequence

from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Token

_WHEN_OR_HOW_MUCH = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL")
_FULL_STOPS = '.!?”"'


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive participle: with an auxiliary, or alone after its noun or as a headline's verb."""
    labels = [child.dep_ for child in verb.children]
    if "auxpass" in labels or "nsubjpass" in labels:
        return True
    if verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBN") and _is_clipped(verb, labels):
        return True
    if verb.tag_ == "VBD" and "agent" in labels and "dobj" not in labels:
        return True  # "Statue handed back to A by B"
    if verb.tag_ != "VBN" or "aux" in labels:
        return False
    if verb.dep_ == "acl":
        return not is_main_verb(verb)
    if any(label in ("dobj", "nsubj", "ccomp", "xcomp") for label in labels):
        return "agent" in labels
    shares_subject = verb.dep_ == "conj" or (verb.dep_ == "xcomp" and verb.head.lemma_ == "find")
    if shares_subject and is_passive(verb.head):
        return True  # "was arrested and later released", "was found shot dead"
    return "agent" in labels or verb.dep_ == "advcl"  # "was remanded, charged with murder"


def far_agent(verb: Token) -> list[Token]:
    """By whom, where the parse hangs that elsewhere: "was denied access by the junta", "banned from football by FIFA"."""
    words = lexicon()
    around = [verb, *(one for child in verb.rights for one in (child, *child.rights) if one.dep_ in ("dobj", "pobj"))]
    for by in (child for head in around for child in head.rights if child.lower_ == "by" and child.dep_ == "prep"):
        for head in by.rights:
            is_someone = head.pos_ == "PROPN" or head.lemma_ in words.agents or head.lemma_ in words.people
            if is_someone and head.dep_ == "pobj" and head.ent_type_ not in _WHEN_OR_HOW_MUCH:
                return [head]
    return []


def is_in_headline(word: Token) -> bool:
    """Whether its sentence has no full stop, as headlines have none."""
    return word.sent.text.rstrip()[-1:] not in _FULL_STOPS


def _is_clipped(verb: Token, labels: Sequence[str]) -> bool:
    """Whether a headline's verb lacks its auxiliary: "Coach charged with fraud", "Three hurt in Lima"."""
    return (
        "nsubj" in labels
        and _is_said_clipped(verb)
        and not any(label in ("dobj", "ccomp", "xcomp", "aux", "oprd", "dative") for label in labels)
        and is_in_headline(verb)
    )


def _is_said_clipped(verb: Token) -> bool:
    """Whether headlines leave out the auxiliary of a verb, by itself or with its particle: "Strike called off"."""
    clipped = lexicon().clipped
    return verb.lemma_ in clipped or any(
        f"{verb.lemma_}+{child.lower_}" in clipped for child in verb.rights if child.dep_ in ("prt", "advmod")
    )


def is_main_verb(participle: Token) -> bool:
    """Whether the parser took the verb of a sentence for a participle after its subject: "A report called for talks."."""
    if participle.head.dep_ != "ROOT" or is_in_headline(participle):
        return False
    if any(child.dep_ in ("dobj", "ccomp", "xcomp", "oprd") for child in participle.children):
        return True
    return participle.lemma_ in lexicon().intransitive and any(child.dep_ == "prep" for child in participle.children)
