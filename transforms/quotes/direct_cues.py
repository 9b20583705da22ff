"""The cue of a quoted stretch and who speaks: what stands before and behind the marks in the same sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from transforms.datelines import dateline_end
from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.clauses import cue_verb, noun_holder, speaker_span, subject_of, viewer_of, wording_of
from transforms.quotes.cues import cues
from transforms.quotes.labels import labelled, labelled_behind
from transforms.quotes.marks import Stretch
from transforms.quotes.persons import is_person
from transforms.quotes.relay import quoted_by_relay

ENDS_SENTENCE = re.compile(r"[.?!…:][)\]”\"’']*\s*$")
TAIL = 40  # characters before a quote, or at its end: more than what tells its kind takes
_ENDS_UTTERANCE = re.compile(r"(?:[,.?!…]|--|[—–-])['’)\]]*\s*$")
_FULL_STOP = re.compile(r"(?<!\.)\.['’)\]]*\s*$")
_FAR = 45  # tokens between a quote and its cue
_NEAR = 8  # tokens between a quote and a cue that no parse confirms
_SHORT_CUE = 12  # words
_STOPS = frozenset((".", ";", "?", "!"))
_NAMES = frozenset(("PROPN", "PRON", "NOUN"))
_IN_NAMES = frozenset((*_NAMES, "DET", "ADJ", "NUM"))
# What begins a clause of the article's own behind a quote: "…," when Ruiz asked him.
_OTHER_CLAUSE = frozenset(
    ("and", "but", "or", "when", "while", "after", "before", "because", "if", "although", "though", "since", "until")
)
_CAUGHT = frozenset(("hear", "see", "catch", "record", "quote", "film"))  # "he could be heard saying"
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SHOWN = frozenset(("of", "with"))
_PERSONS = frozenset(("he", "i", "she", "we", "who"))
_SOMEBODY = frozenset(("one", "another", "others", "some", "many"))
_SPEECH = frozenset(
    ("statement", "report", "manner", "request", "judgement", "belief", "finding", "intention", "prepositional")
)


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
    return opens and text[stretch.outer_end : stretch.outer_end + 1] in tuple(",:?!")


def cue_after(part: QuotedText, index: int) -> Token | None:
    """`"…," said X` or `"…," X said`: the first cue verb after the quote, in the same sentence."""
    stretch, words = part.stretches[index], cues()
    tokens = _tokens_after(part, index)
    if len(tokens) > 1 and tokens[0].text in ("?", "!") and tokens[1].text[:1].islower():
        tokens = tokens[1:]  # "“Will they come”? asked a reporter."
    if not tokens or not stretch.closed or not is_ended(part, index):
        return None
    tail = max(stretch.start, stretch.end - TAIL)
    if _FULL_STOP.search(part.text, tail, stretch.end) and not tokens[0].text[:1].islower():
        return None
    if tokens[0].lower_ in _OTHER_CLAUSE:
        return None
    if tokens[0].text == ":":
        return tokens[0] if labelled_behind(tokens, part.text[stretch.start : stretch.end]) is not None else None
    for token in tokens[:_FAR]:
        if _ends_clause(token):
            break
        kind = token.tag_[0]
        if kind in "NV" and _is_phrase(token):
            return token
        is_verb = kind == "V" and (token.tag_ != "VBG" or token.head.lemma_ in _CAUGHT)
        if is_verb and words.verb(cue_verb(token)) & _SPEECH:
            return token
    return _misread_cue(tokens)


def _misread_cue(tokens: Sequence[Token]) -> Token | None:
    """The verb right behind a name or a noun, `"…," Ruiz notes.`, that the parser took for a noun like it."""
    clause = list(takewhile(lambda token: not _ends_clause(token), tokens[:_NEAR]))
    if any(token.tag_[0] in "VM" for token in clause):
        return None
    return next((token for token in clause[1:] if _is_misread(token)), None)


def _is_misread(token: Token) -> bool:
    """Whether a noun has the form of a cue verb, one that a noun may have too (`notes`) only right behind a name."""
    if token.tag_[0] != "N" or token.lower_ not in cues().finite_forms:
        return False
    before = token.nbor(-1)
    return before.pos_ in _NAMES or before.text[:1].isupper() or token.lower_[-1] != "s"


def _ends_clause(token: Token) -> bool:
    """A full stop or the like; that of `Lt. Ruiz` ends nothing."""
    return token.text in _STOPS and token.tag_ != "NNP"


def _tokens_after(part: QuotedText, index: int) -> list[Token]:
    limit = part.stretches[index + 1].outer_start if index + 1 < len(part.stretches) else len(part.text)
    return _tokens_between(part.doc, part.stretches[index].outer_end, limit)


def _tokens_before(part: QuotedText, index: int) -> list[Token]:
    start = part.stretches[index - 1].outer_end if index else 0
    return _tokens_between(part.doc, start, part.stretches[index].outer_start)


def cue_before(part: QuotedText, index: int) -> Token | None:
    """`X said: "…"`, `X told reporters, "…"`: the last cue verb, or noun with a colon, before the quote in its sentence."""
    tokens = _tokens_before(part, index)
    before = part.text[: part.stretches[index].outer_start].rstrip()
    if not tokens or not before or before[-1] in ".?!":
        return None
    if before[-1] == ":" and _label_of(part, index, tokens) is not None:
        return tokens[-1]
    last = next((token for token in reversed(tokens) if not token.is_punct), None)
    if last is not None and last.i > tokens[0].i and before[-1] in ":," and _is_misread(last):
        return last  # "Ruiz notes: “…”"
    for token in reversed(tokens[-_FAR:]):
        if token.text != ";" and _ends_clause(token):
            break
        found = _introduces(token, has_colon=before[-1] == ":")
        if found is not None and not _is_aside(found, tokens):
            return None if _is_unreal(found, tokens) else found
    return tokens[-1] if tokens[-1].text == ":" and person_told_of(tokens) is not None else None


def _is_aside(cue: Token, tokens: Sequence[Token]) -> bool:
    """Whether a cue only stands in a clause about the subject of another verb: `An aide, who asked for time, was blunt:`."""
    clause = next((token for token in (cue, *cue.ancestors) if token.dep_ == "relcl"), None)
    return clause is not None and any(token.i > clause.right_edge.i and token.tag_ in _FINITE for token in tokens)


def _is_unreal(cue: Token, tokens: Sequence[Token]) -> bool:
    """Whether a cue only tells what somebody wishes or imagines were said: `I hope the town says, “…”`."""
    wishes = cues().unreal
    return any(token.lemma_ in wishes and token.tag_[0] == "V" for token in tokens if cue.sent.start <= token.i < cue.i)


def _label_of(part: QuotedText, index: int, tokens: Sequence[Token]) -> Span | None:
    return labelled(tokens, part.text[part.stretches[index].start : part.stretches[index].end])


def _introduces(token: Token, *, has_colon: bool) -> Token | None:
    """The cue that a word before a quote is, or belongs to: `she left one message: “…”`, `the mayor's reply: “…”`."""
    words, kind = cues(), token.tag_[0]
    if kind not in "NV":
        return None
    if _is_phrase(token):
        return token
    if has_colon and token.lemma_ in words.speech_nouns and noun_holder(token) is not None:
        return token
    if has_colon and kind == "N" and token.lemma_ in words.nouns and token.head.tag_[0] == "V":
        return token.head
    participle = token.tag_ == "VBN" and token.dep_ in ("acl", "amod")
    is_cue = kind == "V" and not participle and words.verb(cue_verb(token)) & _SPEECH
    return token if is_cue else None


def _is_phrase(token: Token) -> bool:
    """`according to X`, `in the words of X`, `as X put it`."""
    return is_according(token) or viewer_of(token) is not None or wording_of(token) is not None


def person_told_of(tokens: Sequence[Token]) -> Token | None:
    """The person that a sentence without a cue tells of, who speaks behind its colon: `Ruiz was blunt: “…”`."""
    start = max((place for place, token in enumerate(tokens[:-1], 1) if _ends_clause(token)), default=0)
    for subject in tokens[start:]:
        if subject.dep_ == "nsubj" and subject.head.i <= tokens[-1].i and subject.tag_ != "WP":
            return subject if subject.lower_ in _PERSONS or is_person(subject) else None
    return None


def is_according(token: Token) -> bool:
    """Whether `token` begins "according to"."""
    return (
        token.lower_ == "according"
        and token.i + 1 < len(token.doc.tokens)
        and token.doc.tokens[token.i + 1].lower_ == "to"
    )


def cue_of_sentence_before(part: QuotedText, index: int) -> Token | None:
    """The cue that ends the sentence before, which a quote ended too: `… because “it is late,” X said. “…”`."""
    gesture = _gesture_before(part, index)
    if gesture is not None or not index:
        return gesture
    gap = part.text[part.stretches[index - 1].outer_end : part.stretches[index].outer_start]
    if not ENDS_SENTENCE.search(gap) or len(gap.split()) > _SHORT_CUE:
        return None
    return cue_after(part, index - 1)


def _gesture_before(part: QuotedText, index: int) -> Token | None:
    """The look or gesture of the one who speaks, told in the sentence before: `Asked when, Ruiz smiled. “In May.”`."""
    tokens = _tokens_before(part, index)
    if not tokens or tokens[-1].text != ".":
        return None
    root = tokens[-1].sent.root
    is_gesture = root.lemma_ in cues().gestures and root.tag_ in ("VBD", "VBZ") and root.i >= tokens[0].i
    doer = subject_of(root) if is_gesture else None
    is_somebody = doer is not None and (doer.lower_ in _PERSONS or doer.pos_ == "PROPN" or is_person(doer))
    return root if is_somebody else None


def cue_span(cue: Token) -> Span:
    """The cue as it stands: one word, or "according to"."""
    return cue.doc[cue.i : cue.i + 1 + is_according(cue)]


def speaker_of(part: QuotedText, cue: Token, index: int) -> Span | None:
    """The subject of the cue, or the noun phrase beside it where the parse, led astray by the quote, gives none."""
    stretch = part.stretches[index]
    if is_according(cue):
        return _noun_phrase(list(part.doc.tokens[cue.i + 2 : cue.sent.end]))
    if cue.tag_[0] == "N":
        holder = viewer_of(cue) or noun_holder(cue)
        return speaker_span(holder) if holder is not None else _name_before(part, cue, stretch)
    if cue.text == ":" and cue.idx >= stretch.end:
        return labelled_behind(_tokens_after(part, index), part.text[stretch.start : stretch.end])
    if cue.text == ":":
        tokens = _tokens_before(part, index)
        person = person_told_of(tokens)
        return _label_of(part, index, tokens) or (speaker_span(person) if person is not None else None)
    subject = quoted_by_relay(cue) or _shown(cue) or subject_of(cue)
    inside = subject is not None and (stretch.start <= subject.idx < stretch.outer_end or subject.is_punct)
    if subject is not None and not inside and subject.idx >= dateline_end(part.text):
        return speaker_span(subject)
    if cue.idx < stretch.start:
        return _speaker_before(part, cue, stretch)
    tokens = _tokens_after(part, index)
    left = [token for token in tokens if token.i < cue.i and not token.is_punct]
    return _noun_phrase(left) or _noun_phrase([token for token in tokens if token.i > cue.i][:12])


def _speaker_before(part: QuotedText, cue: Token, stretch: Stretch) -> Span | None:
    """For a cue before the quote: the noun behind one that opens the sentence, and the "one" in `with one saying: “…”`."""
    if cue.is_sent_start:
        return _noun_phrase(_tokens_between(part.doc, cue.idx, stretch.outer_start))
    if cue.nbor(-1).lower_ in _SOMEBODY:
        return part.doc[cue.i - 1 : cue.i]
    before = part.doc.tokens[cue.sent.start : cue.i] if cue.tag_ == "VBG" else ()
    subject = next((token for token in reversed(before) if token.dep_ == "nsubj"), None)
    return speaker_span(subject) if subject is not None else None


def _shown(cue: Token) -> Token | None:
    """Who is shown speaking: `footage of Ruiz saying: “…”`."""
    if cue.tag_ != "VBG" or cue.i == 0:
        return None
    name = cue.nbor(-1)
    return name if name.pos_ == "PROPN" and name.dep_ == "pobj" and name.head.lower_ in _SHOWN else None


def _name_before(part: QuotedText, cue: Token, stretch: Stretch) -> Span | None:
    """The words between a quote, a stop or the sentence's start and a cue that the parser took for a noun."""
    start = cue.i
    while start > 0 and _is_in_name(part.doc.tokens[start - 1]) and not part.doc.tokens[start].is_sent_start:
        start -= 1
    is_inside = part.doc.tokens[start].idx < stretch.end and stretch.start < cue.idx
    return None if is_inside or start == cue.i else part.doc[start : cue.i]


def _is_in_name(token: Token) -> bool:
    return token.pos_ in _IN_NAMES or token.tag_ == "HYPH"


def _noun_phrase(tokens: Sequence[Token]) -> Span | None:
    for token in tokens:
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ != "compound":
            return speaker_span(token)
    return None


def _tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return [token for token in span if not token.is_space] if span is not None else []
