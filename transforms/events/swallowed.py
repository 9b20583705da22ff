"""Verbs of sentences that the parser took for modifiers of their objects: "Turkey hosted negotiators from Sweden."."""

from collections.abc import Iterator

from transforms.events.grammar import Frame, add_prepositions, verb_frame
from transforms.events.passives import is_in_headline
from transforms.parsing.tokens import Token
from transforms.quotes.clauses import FINITE

_BEFORE = ("nsubj", "nmod", "compound", "npadvmod", "poss")
_MODIFIERS = ("amod", "nmod", "compound")
_CLAUSES = ("relcl", "advcl", "acl", "ccomp")


def swallowed_frame(verb: Token) -> Frame | None:
    """The frame of a verb that stands as a modifier before its object; None for any other word.

    A participle is one where the sentence has no other verb.
    """
    noun = verb.head
    if verb.dep_ in _MODIFIERS and verb.tag_ in FINITE and any(child.dep_ == "nsubj" for child in verb.lefts):
        return _frame(verb, [])  # "North Korea fires ballistic missile"
    if verb.dep_ != "amod" or verb.tag_ not in ("VBD", "VBN") or noun.dep_ != "ROOT" or noun.pos_ != "NOUN":
        return None
    before = [one for one in (*noun.lefts, *verb.lefts) if one.dep_ in _BEFORE and one.right_edge.i == verb.i - 1]
    if not before or is_in_headline(noun) or any(word.tag_ in FINITE and word != verb for word in _own_words(noun)):
        return None
    return _frame(verb, before)


def _frame(verb: Token, subjects: list[Token]) -> Frame:
    frame = verb_frame(verb)
    frame.subjects, frame.objects = subjects or frame.subjects, [verb.head]
    add_prepositions(frame.prepositions, verb.head)
    frame.contexts[verb.i] = {token.lemma_.lower() for token in verb.head.subtree}
    return frame


def _own_words(head: Token) -> Iterator[Token]:
    """The words of a clause that are in no clause below it."""
    yield head
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            yield from _own_words(child)
