"""The cue of a quoted stretch: what stands before and behind the marks in the same sentence."""

from collections.abc import Sequence
from itertools import takewhile

from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import FINITE, cue_verb, noun_holder, viewer_of
from transforms.quotes.cues import cues
from transforms.quotes.labels import is_speech_label, labelled, labelled_behind
from transforms.quotes.openings import is_dash
from transforms.quotes.persons import is_person
from transforms.quotes.quoted_text import (
    ENDS_SENTENCE,
    FULL_STOP,
    TAIL,
    QuotedText,
    is_ended,
    tokens_after,
    tokens_before,
)
from transforms.quotes.subjects import subject_of, wording_of

_FAR = 45  # tokens between a quote and its cue
_NEAR = 8  # tokens between a quote and a cue that no parse confirms
_SHORT_CUE = 12  # words
_STOPS = frozenset((".", ";", "?", "!"))
_NAMES = frozenset(("PROPN", "PRON", "NOUN"))
# What begins a clause of the article's own behind a quote: "…," when Ruiz asked him.
_OTHER_CLAUSE = frozenset(
    ("and", "but", "or", "when", "while", "after", "before", "because", "if", "although", "though", "since", "until")
)
_CAUGHT = frozenset(("hear", "see", "catch", "record", "quote", "film"))  # "he could be heard saying"
_SUMS_UP = frozenset(("so", "such", "that", "these", "this", "those"))
_PERSONS = frozenset(("he", "i", "she", "we", "who"))
_SPEAKING = frozenset(("", "ORG", "PERSON"))  # the types of names that may speak, and none
_EXPRESSIONS = frozenset(("expression", "statement"))
_SPEECH = frozenset(
    ("statement", "report", "manner", "request", "judgement", "belief", "finding", "intention", "prepositional")
)


def cue_after(part: QuotedText, index: int) -> Token | None:
    """`"…," said X` or `"…," X said`: the first cue verb after the quote, in the same sentence."""
    stretch, words = part.stretches[index], cues()
    tokens = tokens_after(part, index)
    if len(tokens) > 1 and tokens[0].text in ("?", "!") and tokens[1].text[:1].islower():
        tokens = tokens[1:]  # "“Will they come”? asked a reporter."
    if not tokens or not stretch.closed or not is_ended(part, index):
        return None
    tail = max(stretch.start, stretch.end - TAIL)
    if FULL_STOP.search(part.text, tail, stretch.end) and not tokens[0].text[:1].islower():
        return _summed_up(tokens)
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
    return _misread_cue(tokens) or _feeling(tokens)


def _feeling(tokens: Sequence[Token]) -> Token | None:
    """The adjective that tells how somebody says it, right behind the marks: `"…!" the deputy was indignant.`."""
    tokens = tokens[1:] if tokens and tokens[0].text == "," else tokens
    near = takewhile(lambda token: not (token.is_punct or _ends_clause(token)), tokens[:_NEAR])
    found = next((token for token in near if token.lower_ in cues().adjectives and token.dep_ == "acomp"), None)
    if found is None or found.head.lemma_ != "be":
        return None
    doer = next((child for child in found.head.lefts if child.dep_ == "nsubj"), None)
    return found if doer is not None and doer.left_edge is tokens[0] and is_somebody(doer) else None


def _summed_up(tokens: Sequence[Token]) -> Token | None:
    """The cue of a sentence of its own behind a quote: `“…” So says Ruiz.`, `“…” That was the verdict of the auditor.`."""
    if tokens[0].lower_ not in _SUMS_UP or len(tokens) < _NEAR // 2:
        return None
    if tokens[0].lower_ == "so":
        return tokens[1] if "statement" in cues().verb(tokens[1].lemma_) and tokens[1].tag_ in FINITE else None
    verb, nouns = tokens[1], cues().speech_nouns | cues().views
    if verb.lemma_ != "be":
        return None
    summary = (token for token in verb.rights if {token.lemma_, token.lower_} & nouns)
    return next((noun for noun in summary if noun_holder(noun) is not None), None)


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


def cue_before(part: QuotedText, index: int) -> Token | None:
    """`X said: "…"`, `X told reporters, "…"`: the last cue verb, or noun with a colon, before the quote in its sentence."""
    tokens = tokens_before(part, index)
    before = part.text[: part.stretches[index].outer_start].rstrip()
    if not tokens or not before or before[-1] in ".?!":
        return None
    if before[-1] == ":" and label_of(part, index, tokens) is not None:
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
    is_led = tokens[-1].text == ":" or (is_dash(tokens[-1]) and part.text[part.stretches[index].start].isupper())
    tells = is_led and (person_told_of(tokens) is not None or is_speech_label(tokens))
    return tokens[-1] if tells else None


def _is_aside(cue: Token, tokens: Sequence[Token]) -> bool:
    """Whether a cue only stands in a clause about the subject of another verb: `An aide, who asked for time, was blunt:`."""
    clause = next((token for token in (cue, *cue.ancestors) if token.dep_ == "relcl"), None)
    return clause is not None and any(token.i > clause.right_edge.i and token.tag_ in FINITE for token in tokens)


def _is_unreal(cue: Token, tokens: Sequence[Token]) -> bool:
    """Whether a cue only tells what somebody wishes or imagines were said: `I hope the town says, “…”`."""
    wishes = cues().unreal
    return any(token.lemma_ in wishes and token.tag_[0] == "V" for token in tokens if cue.sent.start <= token.i < cue.i)


def label_of(part: QuotedText, index: int, tokens: Sequence[Token]) -> Span | None:
    """The speaker that stands alone before the colon of a quote."""
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
    if token.lemma_ == "use" and any(child.dep_ == "dobj" and child.lemma_ in _EXPRESSIONS for child in token.rights):
        return token  # "he used the expressions “…”"
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
            is_name = subject.pos_ == "PROPN" and subject.ent_type_ in _SPEAKING
            return subject if subject.lower_ in _PERSONS or is_name or is_person(subject) else None
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
    tokens = tokens_before(part, index)
    if not tokens or tokens[-1].text != ".":
        return None
    root = tokens[-1].sent.root
    is_gesture = root.lemma_ in cues().gestures and root.tag_ in ("VBD", "VBZ") and root.i >= tokens[0].i
    doer = subject_of(root) if is_gesture else None
    return root if doer is not None and is_somebody(doer) else None


def cue_of_sentence_behind(part: QuotedText, index: int) -> Token | None:
    """What the one who speaks does behind a quote, before the next: `“I stay.” Ruiz looked at the gate. “It is home.”`."""
    tokens = tokens_after(part, index)
    sentence = list(takewhile(lambda token: not _ends_clause(token), tokens[:_SHORT_CUE]))
    root = sentence[0].sent.root if sentence else None
    if root is None or root.tag_ not in ("VBD", "VBZ") or root not in sentence:
        return None
    doer = subject_of(root)
    if doer is None or doer.left_edge is not sentence[0] or doer.lower_ == "i" or not is_somebody(doer):
        return None
    is_next = len(sentence) + 1 == len(tokens) and index + 1 < len(part.stretches)
    return root if is_next or root.lemma_ in cues().gestures else None


def is_somebody(doer: Token) -> bool:
    """Whether a subject is one who can speak: a name, a person, "she"."""
    return doer.lower_ in _PERSONS or doer.pos_ == "PROPN" or is_person(doer)
