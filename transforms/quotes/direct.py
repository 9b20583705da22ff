"""Direct speech inside one paragraph: the stretches that are utterances, with the cue and the speaker of each."""

import re
from dataclasses import dataclass

from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import cue_verb
from transforms.quotes.cues import SPOKEN, cues
from transforms.quotes.direct_cues import cue_after, cue_before, cue_of_sentence_before, cue_of_sentence_behind
from transforms.quotes.direct_speakers import cue_span, speaker_before, speaker_of
from transforms.quotes.labels import is_work
from transforms.quotes.marks import Stretch
from transforms.quotes.quoted_text import ENDS_SENTENCE, FULL_STOP, TAIL, QuotedText, is_ended, is_ended_outside

_RESUMES = re.compile(r"(?:[.?!…:;][)\]”\"’']*|,|—|-|\b(?:and|but|that|because))\s*$")
# The article goes on in its own words behind the sentence of the cue.
_NEW_SENTENCE = re.compile(r"(?<![A-Z.])[a-z]{2}[.?!][)\]”\"’']*\s+[A-Z“\"]\w+,? .*\w")
# What stands there is a name, a motto or a part of the clause: "talked about “…”", "on the station's “…”".
_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:about|of|for|in|on|with|by|from|a|an|the|his|her|their|its)|\w['’]s)$", re.IGNORECASE
)
_ADDS = frozenset(("adding", "continuing", "going"))
_AND = re.compile(r",? (?:and|or|but)(?:,? \w+){0,4},\s*$")
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
        cue = cue or cue_of_sentence_behind(part, index)
        last = _last_part(part, index, after) if cue else index
        found.append(
            Utterance(
                start=part.stretches[index].start,
                end=part.stretches[last].end,
                first=index,
                last=last,
                speaker=speaker_of(part, cue, index) if cue is not None else speaker_before(part, index),
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
    is_whole = is_ended(part, index) or _is_behind_colon(part, index, before) or _is_right_behind_cue(part, index)
    if not words or not is_whole or _is_name(part, index) or _AFTER_PREPOSITION.search(tail):
        return False
    if before.endswith(",") and (_is_listed(part, index) or _names(cue_before(part, index))):
        return False  # "called it “cruel” and, in one case, “A joke,” …"
    if is_work(content) and _tells_clause(cue_after(part, index)):
        return False  # "A study, “The Long Road,” concluded that …"
    follows_quote = index > 0 and part.stretches[index - 1].outer_end >= len(before)
    goes_on = before.endswith(";") and (index > 0 or cue_after(part, index) is not None)  # "… said so; "…," he added"
    starts = content.lstrip("'‘[(…. ")[:1].isupper()
    if (not before or follows_quote or goes_on or ENDS_SENTENCE.search(tail)) and not before.endswith(":"):
        return words > 1 or cue_after(part, index) is not None
    if before.endswith(":") and words > 1:
        return True
    if before.endswith((",", ":", "—", "–", "-", "―")) and starts:
        return words > 1 or (content[-1] in ".?!" and _is_spoken(cue_before(part, index)))
    if content.rstrip()[-1] in "?!" and (words > 1 or starts):
        return _is_right_before(cue_before(part, index), stretch)
    return starts and words > 3 and _is_spoken(cue_before(part, index))  # noqa: PLR2004


def _is_listed(part: QuotedText, index: int) -> bool:
    """Whether marks hold the next part of a list whose part before opens no sentence."""
    before = part.stretches[index - 1] if index else None
    if before is None or not part.text[before.start].islower():
        return False
    return _AND.match(part.text, before.outer_end, part.stretches[index].outer_start) is not None


def _names(cue: Token | None) -> bool:
    return cue is not None and cue.lemma_ in cues().naming and "statement" not in cues().verb(cue.lemma_)


def _tells_clause(cue: Token | None) -> bool:
    return cue is not None and any(child.dep_ == "ccomp" for child in cue.rights)


def _is_name(part: QuotedText, index: int) -> bool:
    """Whether a word before the marks tells that they hold a name or a motto: `in his memoir, “The Long Road.”`."""
    tail = part.text[: part.stretches[index].outer_start].rstrip()[-TAIL:]
    return cues().names_follow.search(tail.rstrip(",")) is not None


def _is_behind_colon(part: QuotedText, index: int, before: str) -> bool:
    """Whether words in marks are those of one who stands before their colon: `The mayor: “it is late”.`.

    They end their sentence, unless a headline goes on: `Mayor: “It is late” as waters rise`.
    """
    if not before.endswith(":"):
        return False
    stretch, cue = part.stretches[index], cue_before(part, index)
    if cue is None or not (cue.text == ":" or part.text[stretch.start].isupper()):
        return False
    is_last = part.text[stretch.outer_end : stretch.outer_end + 1] in ("", "\n", ".", "!", "?")
    return is_last or (cue.text == ":" and not FULL_STOP.search(part.text[-TAIL:]))


def _is_right_behind_cue(part: QuotedText, index: int) -> bool:
    """Whether words with a capital stand right behind their cue and end its sentence: `A sign read “All is shut now”.`."""
    stretch, text = part.stretches[index], part.text
    ends_all = text[stretch.outer_end : stretch.outer_end + 1] in (".", "!", "?")
    return ends_all and text[stretch.start].isupper() and _is_right_before(cue_before(part, index), stretch)


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
        is_speech = is_ended(part, position) or is_ended_outside(part.text, stretch)
        if not is_speech or _is_name(part, position):
            continue  # a title or a name inside the cue
        if not _RESUMES.search(gap):
            continue
        if _NEW_SENTENCE.search(gap) or (ENDS_SENTENCE.search(gap) and _is_told_apart(part, index, cue)):
            break
        if cue_after(part, position) is not None or _has_own_cue(part, position, cue):
            break
        last = position
    return last


def _is_told_apart(part: QuotedText, index: int, cue: Token) -> bool:
    """Whether a new sentence in marks is another utterance than that before its cue.

    So where this has a cue before it too, `Ruiz was blunt: “…” she said. “…”`, and where the cue's clause goes on to
    tell of another: `“…” she said, adding that it fell. “…”`.
    """
    if part.text[: part.stretches[index].outer_start].rstrip().endswith(":") and cue_before(part, index) is not None:
        return True
    return any(
        child.lower_ in _ADDS and child.dep_ == "advcl" and child.nbor(-1).text == "," and _has_clause(child)
        for child in cue.rights
    )


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)


def _has_own_cue(part: QuotedText, index: int, other: Token) -> bool:
    """`…," X said, adding: "…"`: the second part has a cue of its own."""
    own, text = cue_before(part, index), part.text
    if own is None or own.i == other.i:
        return False
    stretch = part.stretches[index]
    goes_on = text[stretch.start].islower() and text[: stretch.outer_start].rstrip().endswith(",")
    if goes_on and own.tag_ == "VBG" and not own.nbor().is_punct:
        return False  # "…," she said, pointing at the foam, "should drink from it."
    return own.tag_ != "VBG" or bool(cues().verb(own.lemma_) & {"statement", "report"})
