"""Verbs of speech that are deeds as often: whether one says anything, `called it a sham`, or not, `called the police`."""

from transforms.parsing.tokens import Token
from transforms.quotes.cues import Cues
from transforms.quotes.marks import DOUBLE
from transforms.quotes.subjects import subject_of

# What a verb of naming takes: "compared it to …"; what tells that a verb is about words: "attacked the bill as …".
_CALLED = frozenset(("as", "to", "with"))
_LIKENED = frozenset(("compare", "liken"))
_REASONS = frozenset(("as", "for", "over"))
_PERSONS = frozenset(("he", "i", "she", "who"))


def is_deed(verb: Token, words: Cues) -> bool:
    """Whether a verb with a noun phrase does what it tells and says nothing: `recalled the cars`, `called the police`."""
    if verb.lemma_ in words.naming:
        objects = [child for child in verb.rights if child.dep_ == "dobj"]
        parts = (*verb.rights, *(part for thing in objects for part in thing.rights if verb.lemma_ in _LIKENED))
        named = any(child.dep_ == "oprd" or child.lower_ in _CALLED for child in parts)
        return len(objects) <= 1 and not named and not any(_is_named_beside(thing, verb) for thing in objects)
    if _is_touch(verb, words):
        return True
    if verb.lemma_ not in words.deeds or any(
        token.text in DOUBLE for token in verb.doc.tokens[verb.i + 1 : verb.i + 3]
    ):
        return False
    if any(child.lower_ in _REASONS or _is_said(child, words) for child in verb.rights):
        return False
    if any(child.dep_ == "prep" and child.lower_ == "with" for child in verb.rights):
        return True
    source = subject_of(verb)
    if source is None or source.lemma_.lower() in words.debaters:
        return source is None
    return source.ent_type_ != "PERSON" and source.lower_ not in _PERSONS


def _is_said(child: Token, words: Cues) -> bool:
    """Whether the object is words itself: `dismissed calls for a truce`."""
    return child.dep_ == "dobj" and (child.lemma_ in words.answered or child.lemma_ in words.nouns)


def _is_touch(verb: Token, words: Cues) -> bool:
    """Whether a verb is done to what one can touch, or is a greeting or the like of somebody: `embraced the men`."""
    if verb.lemma_ not in words.physical and verb.lemma_ not in words.greeting:
        return False
    touched = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if touched is None or any(child.lower_ == "as" for child in verb.rights):
        return False
    behind = verb.doc.tokens[touched.i + 1 : touched.i + 2]
    if behind and behind[0].tag_ == "POS":
        return False  # a phrase that the parse broke: "welcomed the mayor's plan"
    noun = touched.lemma_.lower()
    if verb.lemma_ in words.greeting and (
        touched.tag_ == "PRP" or touched.ent_type_ == "PERSON" or noun in words.somebody
    ):
        return True
    return verb.lemma_ in words.physical and noun in words.things


def _is_named_beside(target: Token, verb: Token) -> bool:
    """Whether what something is called stands in marks behind it, or the parse takes it for an apposition of it."""
    behind = target.right_edge.i + 1
    if behind < verb.sent.end and target.doc.tokens[behind].text in DOUBLE:
        return True
    if any(child.dep_ == "amod" or child.text in DOUBLE for child in target.rights):
        return True
    named = next((part for part in target.subtree if part.dep_ == "appos"), None)
    if named is None or named.left_edge.nbor(-1).text == ",":
        return False
    first = named.left_edge
    return first.text in DOUBLE or first.nbor(-1).text in DOUBLE or first.lower_ in ("a", "an")
