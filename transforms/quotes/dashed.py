"""Paragraphs that a dash opens as one turn of a dialogue: `- We will wait, - answered Ruiz. - It is early.`."""

import re
from itertools import takewhile

from transforms.parsing.tokens import Token
from transforms.quotes.cues import cues
from transforms.quotes.direct_speakers import noun_phrase
from transforms.quotes.speech import ParagraphQuotes, Speech

_DASHED = re.compile(r"\s*[-–—]\s+(?P<said>[^\W\d_].{8,}?[,.?!…])\s+[-–—]\s+(?=[a-z])")
_GOES_ON = re.compile(r"[.,]\s+[-–—]\s+(?=[^\W\d_])")
_NEAR = 6  # tokens from the dash to the cue


def dashed(current: ParagraphQuotes) -> Speech | None:
    """The turn that a paragraph is, from its first word to its last; the cue that it must have may stand inside."""
    match = _DASHED.match(current.text) if not current.utterances else None
    if match is None:
        return None
    doc, text = current.paragraph.doc, current.text
    behind = list(
        takewhile(lambda token: token.text not in (".", ","), (t for t in doc.tokens if t.idx >= match.end()))
    )
    cue = next((token for token in behind[:_NEAR] if _tells(token)), None)
    others = [token for token in behind if token is not cue]
    name = next((doc[token.i : token.i + 1] for token in others if token.is_title), None)  # taken for an adjective
    speaker = (noun_phrase(others) or name) if cue is not None else None
    if cue is None or speaker is None:
        return None
    goes_on = _GOES_ON.search(text, cue.idx)
    end = len(text.rstrip()) if goes_on is not None else match.end("said")
    offset = current.paragraph.char_start
    start = offset + match.start("said")
    return Speech(start, offset + end, current.paragraph, speaker, doc[cue.i : cue.i + 1], verbatim=True)


def _tells(token: Token) -> bool:
    """Whether a word has the form of a verb of speech, which the parse may take for a noun between dashes."""
    return token.lower_ in cues().finite_forms
