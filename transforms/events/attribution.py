"""Who alone says that an event happened: the speaker of the clause or of the quote that it stands in."""

from collections.abc import Sequence

from schemas.quotes import Quote
from transforms.datelines import dateline_end
from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token

_LEFT_OUT = ("relcl", "appos", "punct")


def find_attribution(trigger: Trigger, paragraph: Paragraph, quotes: Sequence[Quote]) -> str | None:
    """The speaker in the article's words, or None where the article says it itself."""
    start, end = paragraph.span(trigger.token)
    for quote in quotes:
        if quote.char_start <= start and end <= quote.char_end and quote.speaker_text:
            if _is_own_voice(quote.speaker_text):
                continue
            return quote.speaker_text
    return _reporting_subject(trigger.anchor) or _according_to(trigger.anchor)


def _reporting_subject(word: Token) -> str | None:
    reporting = lexicon().reporting
    while word.head != word:
        head = word.head
        if word.dep_ in ("ccomp", "parataxis") and head.lemma_ in reporting:
            return _subject_text(head)
        for child in word.children:
            # "…, the ministry said": the report hangs below what it reports.
            if (
                child.dep_ in ("parataxis", "ccomp")
                and child.lemma_ in reporting
                and child.i > word.i
                and not _has_clause(child)
            ):
                return _subject_text(child)
        word = head
    for child in word.children:
        if child.dep_ == "parataxis" and child.lemma_ in reporting:
            return _subject_text(child)
    return None


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ in ("ccomp", "dobj") for child in verb.children)


def _according_to(word: Token) -> str | None:
    sentence = word.sent
    for token in sentence:
        if token.lower_ == "according":
            for child in token.children:
                if child.lower_ == "to":
                    for grand in child.children:
                        if grand.dep_ == "pobj":
                            return phrase(grand)
    return None


def _subject_text(verb: Token) -> str | None:
    for child in verb.children:
        if child.lemma_.lower() in lexicon().own_voice:
            continue
        if child.dep_ in SUBJECTS and child.pos_ != "DET" and child.idx >= dateline_end(child.doc.text):
            return phrase(child)
        if child.dep_ == "agent":
            return next((phrase(grand) for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def _is_own_voice(speaker: str) -> bool:
    """Whether a "speaker" is the article itself: "Correction", "an earlier version of this report"."""
    return not lexicon().own_voice.isdisjoint(speaker.lower().split())


def phrase(head: Token) -> str:
    """The words of a noun phrase from its first word to its last, without clauses and appositions."""
    first, last = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in _LEFT_OUT:
            break
        last = max(last, child.right_edge.i)
    return head.doc[first : last + 1].text.strip()
