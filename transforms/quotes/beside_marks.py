"""Words in marks that a cue beside them tells though the parse gives it no content: `said “little doubt” remained`."""

from collections.abc import Iterator, Sequence

from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import FINITE, Attribution, speaker_span
from transforms.quotes.cues import cues
from transforms.quotes.direct_cues import cue_after, is_somebody
from transforms.quotes.labels import is_title
from transforms.quotes.quoted_text import ENDS_SENTENCE, TAIL, QuotedText, tokens_after
from transforms.quotes.subjects import subject_of

_FEWEST = 2  # words in marks; one is a name or a term
_USES = frozenset(("coin", "employ", "invoke", "repeat", "use", "utter"))
_BEHIND = frozenset(("ccomp", "dobj", "xcomp"))


def beside_marks(part: QuotedText, told: Sequence[Attribution]) -> Iterator[Attribution]:
    """What cues tell of the stretches that no attribution of `told` touches and that open no sentence."""
    for index, stretch in enumerate(part.stretches):
        before = part.text[: stretch.outer_start].rstrip()
        words = part.text[stretch.start : stretch.end].split()
        if len(words) < _FEWEST or not before or ENDS_SENTENCE.search(before[-TAIL:]):
            continue
        if any(found.start < stretch.end and stretch.start < found.end for found in told):
            continue
        found = _told_after(part, index, told) or _told_right_before(part, index, told)
        if found is not None:
            yield found


def _told_right_before(part: QuotedText, index: int, told: Sequence[Attribution]) -> Attribution | None:
    """`The envoy said “little doubt that …”`, `Ruiz has used the phrase “law and disorder”`."""
    stretch = part.stretches[index]
    opening = _opening(part, index)
    if opening is None or not opening.start:
        return None
    before = part.doc.tokens[opening.start - 1]
    verb = before.head if before.dep_ == "dobj" and before.lemma_ in cues().mentions else before
    is_said = verb is before and verb.tag_ in FINITE and "statement" in cues().verb(verb.lemma_)
    is_used = verb is not before and verb.lemma_ in _USES
    doer = subject_of(verb) if is_said or is_used else None
    if doer is None or doer.i > verb.i or (is_used and not is_somebody(doer)) or _is_cue(verb, told):
        return None
    return Attribution(stretch.start, stretch.end, speaker_span(doer), part.doc[verb.i : verb.i + 1])


def _told_after(part: QuotedText, index: int, told: Sequence[Attribution]) -> Attribution | None:
    """A sentence whose end in marks a cue follows: `It fell "because nobody cared," she says.`."""
    stretch = part.stretches[index]
    said = part.text[stretch.start : stretch.end]
    if said[-1:] not in (",", "?", "!") or is_title(said):
        return None
    cue = cue_after(part, index)
    if (
        cue is None
        or cue.tag_ not in FINITE
        or _is_cue(cue, told)
        or any(child.dep_ in _BEHIND for child in cue.rights)
    ):
        return None
    behind = tokens_after(part, index)
    doer = subject_of(cue)
    if doer is None or not behind or behind[0] not in (cue, doer.left_edge):
        return None
    opening = _opening(part, index)
    start = part.doc.tokens[opening.root.sent.start].idx if opening is not None else stretch.outer_start
    return Attribution(start, stretch.end, speaker_span(doer), part.doc[cue.i : cue.i + 1])


def _opening(part: QuotedText, index: int) -> Span | None:
    start = part.stretches[index].outer_start
    return part.doc.char_span(start, start + 1, alignment_mode="expand")


def _is_cue(verb: Token, told: Sequence[Attribution]) -> bool:
    return any(found.cue.start == verb.i for found in told)
