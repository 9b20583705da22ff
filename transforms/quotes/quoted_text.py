"""A paragraph with its words in marks: where they end as utterances do, and what stands between them."""

import re
from dataclasses import dataclass

from transforms.parsing.tokens import Doc, Token
from transforms.quotes.marks import Stretch

ENDS_SENTENCE = re.compile(r"[.?!…:][)\]”\"’']*\s*$")
FULL_STOP = re.compile(r"(?<!\.)\.['’)\]]*\s*$")
TAIL = 40  # characters before a quote, or at its end: more than what tells its kind takes
_ENDS_UTTERANCE = re.compile(r"(?:[,.?!…]|--|[—–-])['’)\]]*\s*$")
# What ends an utterance behind its marks: `“We agree”, he said`, `“We agree” - said the mayor`.
_ENDS_BEHIND = re.compile(r"[,:?!.]|\s(?:--?|[–—])\s(?:[a-z]|@\w)")


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A paragraph's parse, its text (which a parse would join anew each time it is asked) and its quoted stretches."""

    doc: Doc
    text: str
    stretches: tuple[Stretch, ...]


def ends(text: str, stretch: Stretch) -> bool:
    """Whether a stretch ends as an utterance does, with a stop or a comma inside its marks."""
    tail = max(stretch.start, stretch.end - TAIL)
    return not stretch.closed or bool(_ENDS_UTTERANCE.search(text, tail, stretch.end))


def is_ended_outside(text: str, stretch: Stretch) -> bool:
    """Whether the full stop of an utterance that goes on stands behind its marks: `“We agree”, he said, “but not now”.`."""
    goes_on = text[stretch.start : stretch.start + 1].islower()
    return goes_on and text[stretch.outer_end : stretch.outer_end + 1] in (".", "!", "?")


def is_ended(part: QuotedText, index: int) -> bool:
    """Whether an utterance ends inside its marks, or opens a sentence and a comma follows them: `“We agree”, he said`."""
    stretch, text = part.stretches[index], part.text
    if ends(text, stretch):
        return True
    before = text[: stretch.outer_start].rstrip()
    opens = not before or ENDS_SENTENCE.search(before[-TAIL:]) is not None
    return opens and _ENDS_BEHIND.match(text, stretch.outer_end) is not None


def tokens_after(part: QuotedText, index: int) -> list[Token]:
    """The tokens from a stretch to the next one that is an utterance."""
    following = (other for other in range(index + 1, len(part.stretches)) if is_ended(part, other))
    place = next(following, None)  # a name in marks may stand in the clause of the cue
    limit = part.stretches[place].outer_start if place is not None else len(part.text)
    return tokens_between(part.doc, part.stretches[index].outer_end, limit)


def tokens_before(part: QuotedText, index: int) -> list[Token]:
    """The tokens between the utterance before and a stretch, past names and words in marks: `told “Libya Today”: “…”`."""
    before = index - 1
    while before >= 0 and not is_ended(part, before):
        before -= 1
    start = part.stretches[before].outer_end if before >= 0 else 0
    return tokens_between(part.doc, start, part.stretches[index].outer_start)


def tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`."""
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return [token for token in span if not token.is_space] if span is not None else []
