"""Direct speech inside one paragraph: the stretches that are utterances, the cue that attributes each, who speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.clauses import speaker_span, subject_of
from transforms.quotes.cues import cues
from transforms.quotes.marks import Stretch

_ENDS_UTTERANCE = re.compile(r"(?:[,.?!…]|--|[—–-])['’)\]]*\s*$")
_ENDS_SENTENCE = re.compile(r"[.?!…:][)\]”\"’']*\s*$")
_FULL_STOP = re.compile(r"(?<!\.)\.['’)\]]*\s*$")
_RESUMES = re.compile(r"(?:[.?!…:][)\]”\"’']*|,|—|-|\b(?:and|but|that|because))\s*$")
# The article goes on in its own words behind the sentence of the cue.
_NEW_SENTENCE = re.compile(r"(?<![A-Z.])[a-z]{2}[.?!][)\]”\"’']*\s+[A-Z“\"]\w+ .*\w")
# What stands there is a name, a motto or a part of the clause: "talked about “…”", "on the station's “…”".
_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:about|of|for|in|on|with|by|from|a|an|the|his|her|their|its)|\w['’]s)$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_FAR = 45  # tokens between a quote and its cue
_TAIL = 40  # characters before a quote, or at its end: more than what tells its kind takes
_GAP = 500  # characters of a cue that interrupts an utterance
_SHORT_CUE = 12  # words
_SPEECH = frozenset(
    ("statement", "report", "manner", "request", "judgement", "belief", "finding", "intention", "prepositional")
)


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A paragraph's parse, its text (which a parse would join anew each time it is asked) and its quoted stretches."""

    doc: Doc
    text: str
    stretches: tuple[Stretch, ...]


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
        after = _cue_after(part, index)
        cue = after or _cue_before(part, index) or _cue_of_sentence_before(part, index)
        last = _last_part(part, index, after) if cue else index
        found.append(
            Utterance(
                start=part.stretches[index].start,
                end=part.stretches[last].end,
                first=index,
                last=last,
                speaker=_speaker(part, cue, index) if cue is not None else None,
                cue=part.doc[cue.i : cue.i + 1 + _is_according(cue)] if cue is not None else None,
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
    tail = before[-_TAIL:]
    named = cues().names_follow.search(tail.rstrip(",")) is not None
    if not words or not _ends(text, stretch) or named or _AFTER_PREPOSITION.search(tail):
        return False
    follows_quote = index > 0 and part.stretches[index - 1].outer_end >= len(before)
    if not before or follows_quote or _ENDS_SENTENCE.search(tail):
        return words > 1 or _cue_after(part, index) is not None
    starts = content.lstrip("'‘[(…. ")[:1].isupper()
    if before.endswith((",", ":", "—", "–", "-", "―")) and starts:
        return words > 1
    if content.rstrip()[-1] in "?!" and (words > 1 or starts):
        return _is_right_before(_cue_before(part, index), stretch)
    return starts and words > 3 and _cue_before(part, index) is not None  # noqa: PLR2004


def _is_right_before(cue: Token | None, stretch: Stretch) -> bool:
    """`the crowd chanted “Open it!”`: a word of speech stands against the marks, with no comma."""
    return cue is not None and 0 <= stretch.outer_start - (cue.idx + len(cue)) <= 1


def _ends(text: str, stretch: Stretch) -> bool:
    return not stretch.closed or bool(_ENDS_UTTERANCE.search(text, _tail(stretch), stretch.end))


def _tail(stretch: Stretch) -> int:
    return max(stretch.start, stretch.end - _TAIL)


def _cue_after(part: QuotedText, index: int) -> Token | None:
    """`"…," said X` or `"…," X said`: the first cue verb after the quote, in the same sentence."""
    stretch, words = part.stretches[index], cues()
    tokens = _tokens_after(part, index)
    if not tokens or not _ENDS_UTTERANCE.search(part.text, _tail(stretch), stretch.end):
        return None
    if _FULL_STOP.search(part.text, _tail(stretch), stretch.end) and not tokens[0].text[:1].islower():
        return None
    if tokens[0].lower_ in ("and", "but", "or"):
        return None
    for token in tokens[:_FAR]:
        if token.text in (".", ";", "?", "!"):
            return None
        if _is_according(token):
            return token
        if token.tag_[0] == "V" and token.tag_ != "VBG" and words.verb(token.lemma_) & _SPEECH:
            return token
    return None


def _tokens_after(part: QuotedText, index: int) -> list[Token]:
    limit = part.stretches[index + 1].outer_start if index + 1 < len(part.stretches) else len(part.text)
    return _tokens_between(part.doc, part.stretches[index].outer_end, limit)


def _cue_before(part: QuotedText, index: int) -> Token | None:
    """`X said: "…"`, `X told reporters, "…"`: the last cue verb, or noun with a colon, before the quote in its sentence."""
    stretch, words = part.stretches[index], cues()
    start = part.stretches[index - 1].outer_end if index else 0
    tokens = _tokens_between(part.doc, start, stretch.outer_start)
    before = part.text[: stretch.outer_start].rstrip()
    if not tokens or not before or before[-1] in ".?!":
        return None
    for token in reversed(tokens[-_FAR:]):
        if token.text in (".", "?", "!"):
            return None
        if _is_according(token):
            return token
        if before[-1] == ":" and token.tag_[0] == "N" and token.lemma_ in words.nouns and token.head.tag_[0] == "V":
            return token.head  # "she left one message: “…”"
        participle = token.tag_ == "VBN" and token.dep_ in ("acl", "amod")
        if token.tag_[0] == "V" and not participle and words.verb(token.lemma_) & _SPEECH:
            return token
    return None


def _is_according(token: Token) -> bool:
    return (
        token.lower_ == "according"
        and token.i + 1 < len(token.doc.tokens)
        and token.doc.tokens[token.i + 1].lower_ == "to"
    )


def _cue_of_sentence_before(part: QuotedText, index: int) -> Token | None:
    """The cue that ends the sentence before, which a quote ended too: `… because “it is late,” X said. “…”`."""
    if not index:
        return None
    gap = part.text[part.stretches[index - 1].outer_end : part.stretches[index].outer_start]
    if not _ENDS_SENTENCE.search(gap) or len(gap.split()) > _SHORT_CUE:
        return None
    return _cue_after(part, index - 1)


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
        if not _ends(part.text, part.stretches[position]):
            continue  # a title or a name inside the cue
        if not _RESUMES.search(gap):
            continue
        if _NEW_SENTENCE.search(gap):
            break
        if _cue_after(part, position) is not None or _has_own_cue(part, position, cue):
            break
        last = position
    return last


def _has_own_cue(part: QuotedText, index: int, other: Token) -> bool:
    """`…," X said, adding: "…"`: the second part has a cue of its own."""
    own = _cue_before(part, index)
    if own is None or own.i == other.i:
        return False
    return own.tag_ != "VBG" or bool(cues().verb(own.lemma_) & {"statement", "report"})


def _speaker(part: QuotedText, cue: Token, index: int) -> Span | None:
    """The subject of the cue, or the noun phrase beside it where the parse, led astray by the quote, gives none."""
    stretch = part.stretches[index]
    if _is_according(cue):
        return _noun_phrase(list(part.doc.tokens[cue.i + 2 : cue.sent.end]))
    subject = subject_of(cue)
    inside = subject is not None and stretch.start <= subject.idx < stretch.end
    if subject is not None and not inside:
        return speaker_span(subject)
    if cue.idx < stretch.start:
        after = _tokens_between(part.doc, cue.idx, stretch.outer_start)
        return _noun_phrase(after) if part.doc.tokens[cue.i].is_sent_start else None
    tokens = _tokens_after(part, index)
    left = [token for token in tokens if token.i < cue.i and not token.is_punct]
    return _noun_phrase(left) or _noun_phrase([token for token in tokens if token.i > cue.i][:12])


def _noun_phrase(tokens: Sequence[Token]) -> Span | None:
    for token in tokens:
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ != "compound":
            return speaker_span(token)
    return None


def _tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return [token for token in span if not token.is_space] if span is not None else []
