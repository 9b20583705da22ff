"""Words in marks whose closing mark is missing: where they end."""

import re

from transforms.parsing.tokens import Doc, Token
from transforms.quotes.clauses import SUBJECTS, cue_verb
from transforms.quotes.cues import cues
from transforms.quotes.marks import Stretch
from transforms.quotes.persons import is_person

_SIGNED = re.compile(r"\s*(?:[―—–]|--)\s*[A-Z][^\n,.;?!―—–]{1,60}\.?\s*$")
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_OTHERS = frozenset(("he", "she", "they"))


def ended(doc: Doc, text: str, stretch: Stretch) -> Stretch:
    """An open stretch ended before its cue or before who signs it: `“It is late, said Ruiz.`, `“It is late. ― Ruiz`."""
    signature = _SIGNED.search(text, stretch.start)
    end = signature.start() if signature else _end_before_cue(doc, stretch.start)
    return stretch if end is None else Stretch(stretch.start, end, stretch.outer_start, end, closed=True)


def _end_before_cue(doc: Doc, start: int) -> int | None:
    """Where a comma parts what is said from the cue behind it, in characters."""
    for token in doc.tokens:
        if token.idx < start or token.tag_ not in _FINITE or "statement" not in cues().verb(cue_verb(token)):
            continue
        speaker = next((child for child in token.children if child.dep_ in SUBJECTS), None) or _behind(token)
        if speaker is None or not (speaker.lower_ in _OTHERS or speaker.pos_ == "PROPN" or is_person(speaker)):
            continue
        first = min(token.i, speaker.left_edge.i)
        comma = doc.tokens[first - 1]
        if comma.text == "," and any(child.dep_ == "ccomp" and child.i < first for child in token.lefts):
            return comma.idx + 1
    return None


def _behind(verb: Token) -> Token | None:
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)
