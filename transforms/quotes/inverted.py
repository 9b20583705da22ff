"""Speakers behind their verb that the parse makes its object, as in `The dam was full, reported TASS`."""

from collections.abc import Sequence

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import FINITE, SUBJECTS
from transforms.quotes.cues import cues
from transforms.quotes.media_names import relay_name
from transforms.quotes.persons import is_person
from transforms.quotes.subjects import is_behind_comma

_MORE = frozenset(("agent", "ccomp", "conj", "dobj", "xcomp"))
_INSIDE = frozenset(("amod", "appos", "compound", "conj", "pobj", "prep"))
_LOOSE = frozenset(("dep", "npadvmod"))
_PERSONS = frozenset(("he", "i", "she", "they", "we", "who"))


def inverted(verb: Token) -> Token | None:
    """Who speaks behind `verb`, which a comma parts from the clause that is told; None where it is a verb like any other."""
    if verb.lemma_ not in cues().inverting:
        return None
    speaker = misread(verb)
    if speaker is not None:
        return speaker if relay_name(speaker) is not None or is_person(speaker) else None
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i == verb.sent.start:
        return None
    if not is_behind_comma(verb) or any(child.dep_ in ("aux", "auxpass", "neg") for child in verb.lefts):
        return None
    if any(child.dep_ in ("conj", "cc", "ccomp") for child in verb.rights) or _has_subject(verb):
        return None
    speaker = _behind(verb)
    before = verb.doc.tokens[verb.sent.start : verb.i - 1]
    if speaker is None or not any(token.tag_ in FINITE for token in before):
        return None
    if relay_name(speaker) is not None or speaker.ent_type_ == "ORG":
        return speaker
    return speaker if is_person(speaker) and not (verb.head.tag_ == verb.tag_ and _has_rival(before)) else None


def _behind(verb: Token) -> Token | None:
    """The noun right behind a verb, or behind who is told: `told reporters the mayor`."""
    if verb.dep_ == "amod":  # a cue before a name that the parse takes for an adjective
        return verb.head if verb.tag_ != "VBN" and verb.head.left_edge.i == verb.i else None
    nouns = [child for child in verb.rights if child.pos_ in ("PROPN", "NOUN")]
    told = nouns[0] if len(nouns) > 1 and nouns[0].dep_ == "dative" and verb.lemma_ in cues().addressing else verb
    speaker = next((noun for noun in nouns if noun is not told), None)
    is_next = speaker is not None and speaker.left_edge.i == (told if told is verb else told.right_edge).i + 1
    return speaker if is_next else None


def _has_rival(before: Sequence[Token]) -> bool:
    """Whether the one of whom the clause before tells can have done what the verb says as well."""
    doer = next((token for token in before if token.dep_ in SUBJECTS), None)
    return doer is not None and (doer.lower_ in _PERSONS or is_person(doer))


def misread(verb: Token) -> Token | None:
    """Who speaks where the parse takes a cue for a participle, or joins it: `It fell, the Dora channel reported on Sunday`."""
    more = _MORE - {"dobj"} if verb.lemma_ == "tell" else _MORE
    if any(child.dep_ in more for child in verb.rights):
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        source = verb.head
    elif verb.dep_ == "relcl" and verb.head.dep_ in _LOOSE and not any(child.tag_[0] == "W" for child in verb.lefts):
        source = verb.head  # "…, the agency TASS reported"
    elif verb.dep_ == "parataxis" or (verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ") and not _has_subject(verb)):
        source = _apposed_before(verb)  # "It fell in Bath, a guard said"
    elif verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBD" and verb.left_edge is verb):
        source = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None) or _apposed_before(verb)
    else:
        return None
    before = verb.doc.tokens[verb.sent.start : source.left_edge.i]
    is_apart = len(before) > 1 and before[-1].text == "," and source.right_edge.i + 1 >= verb.i > source.i
    return source if is_apart and any(token.tag_ in FINITE for token in before) else None


def _apposed_before(verb: Token) -> Token:
    """The noun before a verb that the parse takes for an apposition: `The road is shut, the mayor told TASS`."""
    noun = verb.doc.tokens[verb.i - 1] if verb.i > verb.sent.start else verb
    while noun.dep_ in _INSIDE and noun.head.i < verb.i and noun.left_edge.i and noun.left_edge.nbor(-1).text != ",":
        noun = noun.head
    return noun if noun.dep_ in ("appos", "conj") else verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
