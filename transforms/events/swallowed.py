"""Verbs of sentences that the parser took for modifiers of their objects: "Turkey hosted negotiators from Sweden."."""

from collections.abc import Iterator

from transforms.events.grammar import Frame, add_prepositions, verb_frame
from transforms.events.passives import is_in_headline
from transforms.parsing.tokens import Token

_BEFORE = ("nsubj", "nmod", "compound", "npadvmod", "poss")
_CLAUSES = ("relcl", "advcl", "acl", "ccomp")
_FINITE = ("VBZ", "VBP", "VBD", "MD")


def swallowed_frame(verb: Token) -> Frame | None:
    """The frame of a participle before the noun that a sentence without another verb consists of; None for any other word."""
    noun = verb.head
    if verb.dep_ != "amod" or verb.tag_ not in ("VBD", "VBN") or noun.dep_ != "ROOT" or noun.pos_ != "NOUN":
        return None
    before = [one for one in (*noun.lefts, *verb.lefts) if one.dep_ in _BEFORE and one.right_edge.i == verb.i - 1]
    if not before or is_in_headline(noun) or any(word.tag_ in _FINITE and word != verb for word in _own_words(noun)):
        return None
    frame = verb_frame(verb)
    frame.subjects, frame.objects = before, [noun]
    add_prepositions(frame.prepositions, noun)
    return frame


def _own_words(head: Token) -> Iterator[Token]:
    """The words of a clause that are in no clause below it."""
    yield head
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            yield from _own_words(child)
