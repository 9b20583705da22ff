"""Direct speech inside one paragraph: the stretches that are utterances, with the cue and the speaker of each."""

import re
from dataclasses import dataclass

from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import cue_verb
from transforms.quotes.cues import SPOKEN, cues
from transforms.quotes.direct_cues import (
    ENDS_SENTENCE,
    TAIL,
    QuotedText,
    cue_after,
    cue_before,
    cue_of_sentence_before,
    cue_span,
    ends,
    is_ended,
    is_ended_outside,
    speaker_of,
)
from transforms.quotes.marks import Stretch

_RESUMES = re.compile(r"(?:[.?!…:;][)\]”\"’']*|,|—|-|\b(?:and|but|that|because))\s*$")
# The article goes on in its own words behind the sentence of the cue.
_NEW_SENTENCE = re.compile(r"(?<![A-Z.])[a-z]{2}[.?!][)\]”\"’']*\s+[A-Z“\"]\w+ .*\w")
# What stands there is a name, a motto or a part of the clause: "talked about “…”", "on the station's “…”".
_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:about|of|for|in|on|with|by|from|a|an|the|his|her|their|its)|\w['’]s)$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_GAP = 500  # characters of a cue that interrupts an utterance


@dataclass(frozen=True, slots=True)
class Utterance:
    """An utterance: `[start, end)` is its content in the paragraph, `first` to `last` its stretches."""

    start: int
    end: int
    first: int
    last: int
    speaker: Span | None
    cue: Span | None


def find_utterances(part: QuotedText) -> list[Utterance]:
    """The utterances of a paragraph, in order; `cue` is None where the paragraph holds none for it."""
    found: list[Utterance] = []
    index = 0
    while index < len(part.stretches):
        if not _is_utterance(part, index):
            index += 1
            continue
        after = cue_after(part, index)
        cue = after or cue_before(part, index) or cue_of_sentence_before(part, index)
        last = _last_part(part, index, after) if cue else index
        found.append(
            Utterance(
                start=part.stretches[index].start,
                end=part.stretches[last].end,
                first=index,
                last=last,
                speaker=speaker_of(part, cue, index) if cue is not None else None,
                cue=cue_span(cue) if cue is not None else None,
            )
        )
        index = last + 1
    return found


def _is_utterance(part: QuotedText, index: int) -> bool:
    """Whether a stretch is speech of its own, and no name, motto or part of a clause."""
    stretch, text = part.stretches[index], part.text
    before = text[: stretch.outer_start].rstrip()
    content = text[stretch.start : stretch.end]
    words = len(_WORD.findall(content))
    tail = before[-TAIL:]
    named = cues().names_follow.search(tail.rstrip(",")) is not None
    if not words or not is_ended(part, index) or named or _AFTER_PREPOSITION.search(tail):
        return False
    follows_quote = index > 0 and part.stretches[index - 1].outer_end >= len(before)
    goes_on = before.endswith(";") and (index > 0 or cue_after(part, index) is not None)  # "… said so; "…," he added"
    if not before or follows_quote or goes_on or ENDS_SENTENCE.search(tail):
        return words > 1 or cue_after(part, index) is not None
    starts = content.lstrip("'‘[(…. ")[:1].isupper()
    if before.endswith((",", ":", "—", "–", "-", "―")) and starts:
        return words > 1
    if content.rstrip()[-1] in "?!" and (words > 1 or starts):
        return _is_right_before(cue_before(part, index), stretch)
    return starts and words > 3 and _is_spoken(cue_before(part, index))  # noqa: PLR2004


def _is_spoken(cue: Token | None) -> bool:
    """Whether a cue tells what is said aloud, not what is known or wished: `she knows that “All is well.”`."""
    if cue is None:
        return False
    classes = cues().verb(cue_verb(cue))
    return not classes or bool(classes & SPOKEN)


def _is_right_before(cue: Token | None, stretch: Stretch) -> bool:
    """`the crowd chanted “Open it!”`: a word of speech stands against the marks, with no comma."""
    return cue is not None and 0 <= stretch.outer_start - (cue.idx + len(cue)) <= 1


def _last_part(part: QuotedText, index: int, cue: Token | None) -> int:
    """The last stretch of an utterance that its cue or nothing interrupts: `"…," X said. "…"`."""
    last = index
    for position in range(index + 1, len(part.stretches)):
        gap = part.text[part.stretches[last].outer_end : part.stretches[position].outer_start]
        if not gap.strip():
            last = position
            continue
        if cue is None or last != index or len(gap) > _GAP:
            break
        stretch = part.stretches[position]
        if not ends(part.text, stretch) and not is_ended_outside(part.text, stretch):
            continue  # a title or a name inside the cue
        if not _RESUMES.search(gap):
            continue
        if _NEW_SENTENCE.search(gap):
            break
        if cue_after(part, position) is not None or _has_own_cue(part, position, cue):
            break
        last = position
    return last


def _has_own_cue(part: QuotedText, index: int, other: Token) -> bool:
    """`…," X said, adding: "…"`: the second part has a cue of its own."""
    own = cue_before(part, index)
    if own is None or own.i == other.i:
        return False
    return own.tag_ != "VBG" or bool(cues().verb(own.lemma_) & {"statement", "report"})
