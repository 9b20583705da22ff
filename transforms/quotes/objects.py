"""What is said as a phrase: the target of praise or blame, what is called for, what a report is about."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import edges

# Prepositional phrases that time an act of praise or blame and are no part of its target.
_TIMES = frozenset(("during", "after", "before", "since", "until", "amid", "while"))
# Who can be praised or blamed though only a pronoun names them, and what says for what: "blasted him for paying no tax".
_BLAMED = frozenset(("him", "her", "them", "us", "me", "you"))
_GROUNDS = frozenset(("as", "of", "for", "to", "about", "over", "against"))


def prepositional(verb: Token, prepositions: frozenset[str]) -> tuple[int, int] | None:
    """What follows the verb's own preposition: `called for talks`, `accused him of lying`."""
    for child in verb.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in prepositions:
            inner = next((part for part in child.children if part.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return edges(inner)
    return None


def object_phrase(verb: Token) -> tuple[int, int] | None:
    """The noun phrase that a verb of praise, blame or report takes, and what it is called: `called the vote a sham`."""
    target = next((child for child in verb.rights if child.dep_ in ("dobj", "oprd")), None)
    if target is None or (target.pos_ == "PRON" and target.lower_ not in _BLAMED):
        return None
    first, last = target.left_edge.i, target.i + 1
    for child in target.rights:
        aside = child.dep_ in ("relcl", "appos", "acl") and verb.doc[child.left_edge.i - 1].text == ","
        if aside or (child.dep_ == "prep" and child.lower_ in _TIMES):
            break
        if child.dep_ != "punct":
            last = child.right_edge.i + 1
    for child in verb.rights:
        if child.i > target.i and (child.dep_ == "oprd" or child.lower_ in _GROUNDS):
            last = max(last, child.right_edge.i + 1)
    return first, last
