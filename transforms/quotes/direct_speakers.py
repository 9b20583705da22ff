"""Who speaks the words in marks that a cue tells, or that none does."""

from collections.abc import Sequence

from transforms.datelines import dateline_end
from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import agent_of, noun_holder, speaker_span, told_in, viewer_of
from transforms.quotes.direct_cues import is_according, is_somebody, label_of, person_told_of
from transforms.quotes.labels import labelled_behind
from transforms.quotes.marks import Stretch
from transforms.quotes.openings import is_dash
from transforms.quotes.quoted_text import FULL_STOP, QuotedText, tokens_after, tokens_before, tokens_between
from transforms.quotes.relay import quoted_by_relay
from transforms.quotes.subjects import subject_of

_IN_NAMES = frozenset(("PROPN", "PRON", "NOUN", "DET", "ADJ", "NUM"))
_STOPS = frozenset((".", "?"))
_SHOWN = frozenset(("of", "with"))
_SOMEBODY = frozenset(("one", "another", "others", "some", "many"))


def cue_span(cue: Token) -> Span:
    """The cue as it stands: one word, or "according to"."""
    return cue.doc[cue.i : cue.i + 1 + is_according(cue)]


def speaker_of(part: QuotedText, cue: Token, index: int) -> Span | None:
    """The subject of the cue, or the noun phrase beside it where the parse, led astray by the quote, gives none."""
    stretch = part.stretches[index]
    if is_according(cue):
        return noun_phrase(list(part.doc.tokens[cue.i + 2 : cue.sent.end]))
    if cue.tag_[0] == "N":
        holder = viewer_of(cue) or noun_holder(cue)
        return speaker_span(holder) if holder is not None else _name_before(part, cue, stretch)
    if cue.text == ":" and cue.idx >= stretch.end:
        return labelled_behind(tokens_after(part, index), part.text[stretch.start : stretch.end])
    if cue.text == ":" or is_dash(cue):
        tokens = tokens_before(part, index)
        person = person_told_of(tokens)
        return label_of(part, index, tokens) or (speaker_span(person) if person is not None else None)
    subject = quoted_by_relay(cue) or _shown(cue) or told_in(cue) or agent_of(cue) or subject_of(cue)
    inside = subject is not None and (subject.is_punct or _is_quoted(part, subject))
    if subject is not None and not inside and subject.idx >= dateline_end(part.text):
        return speaker_span(subject)
    if cue.idx < stretch.start:
        return _speaker_before(part, cue, stretch)
    tokens = tokens_after(part, index)
    left = [token for token in tokens if token.i < cue.i and not token.is_punct]
    return noun_phrase(left) or noun_phrase([token for token in tokens if token.i > cue.i][:12])


def speaker_before(part: QuotedText, index: int) -> Span | None:
    """The person of whom the sentence before a quote tells that ends its paragraph: `Ruiz has lived here long. “I stay.”`."""
    stretch, tokens = part.stretches[index], tokens_before(part, index)
    ends_text = not part.text[stretch.outer_end :].strip() and FULL_STOP.search(part.text, stretch.start, stretch.end)
    return person_of_sentence(tokens) if ends_text else None


def person_of_sentence(tokens: Sequence[Token]) -> Span | None:
    """The person that the sentence tells of whose stop is the last of `tokens` and which begins among them."""
    last = next((token for token in reversed(tokens) if not token.is_space), None)
    if last is None or last.text not in _STOPS:
        return None
    root = last.sent.root
    doer = subject_of(root) if root.tag_[0] == "V" and root.i >= tokens[0].i else None
    return speaker_span(doer) if doer is not None and is_somebody(doer) else None


def _is_quoted(part: QuotedText, token: Token) -> bool:
    return any(stretch.start <= token.idx < stretch.outer_end for stretch in part.stretches)


def _speaker_before(part: QuotedText, cue: Token, stretch: Stretch) -> Span | None:
    """For a cue before the quote: the noun behind one that opens the sentence, and the "one" in `with one saying: “…”`."""
    if cue.is_sent_start:
        return noun_phrase(tokens_between(part.doc, cue.idx, stretch.outer_start))
    if cue.nbor(-1).lower_ in _SOMEBODY:
        return part.doc[cue.i - 1 : cue.i]
    if cue.tag_ != "VBG":
        return None
    before = [token for token in part.doc.tokens[cue.sent.start : cue.i] if not _is_quoted(part, token)]
    subject = next((token for token in reversed(before) if token.dep_ == "nsubj" and token.tag_[0] != "W"), None)
    return speaker_span(subject) if subject is not None else noun_phrase(before)


def _shown(cue: Token) -> Token | None:
    """Who is shown speaking: `footage of Ruiz saying: “…”`."""
    if cue.tag_ != "VBG" or cue.i == 0:
        return None
    name = cue.nbor(-1)
    return name if name.pos_ == "PROPN" and name.dep_ == "pobj" and name.head.lower_ in _SHOWN else None


def _name_before(part: QuotedText, cue: Token, stretch: Stretch) -> Span | None:
    """The words between a quote, a stop or the sentence's start and a cue that the parser took for a noun."""
    before = part.doc.tokens[cue.sent.start : cue.i]
    if cue.idx < stretch.start and before and all(_is_in_name(token) or token.pos_ == "ADP" for token in before):
        return part.doc[cue.sent.start : cue.i]  # "A sign at the gate read/NN: “…”"
    start = cue.i
    while start > 0 and _is_in_name(part.doc.tokens[start - 1]) and not part.doc.tokens[start].is_sent_start:
        start -= 1
    is_inside = part.doc.tokens[start].idx < stretch.end and stretch.start < cue.idx
    return None if is_inside or start == cue.i else part.doc[start : cue.i]


def _is_in_name(token: Token) -> bool:
    return token.pos_ in _IN_NAMES or token.tag_ == "HYPH"


def noun_phrase(tokens: Sequence[Token]) -> Span | None:
    """The first noun of `tokens` with what belongs to it, as a speaker."""
    for token in tokens:
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ != "compound":
            return speaker_span(token)
    return None
