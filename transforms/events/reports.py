"""Whether an article is a report. Advice, reviews, offers, diaries and lessons are none, and little that they tell is news.

A report speaks of others and of what has happened. Where many sentences outside of quotes say "you" or "I", or few stand in
the past, what is told is what is so, or what one does or should do. What happened is told in the past there as well, with a
name, a day or a place.
"""

from collections.abc import Sequence

from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from transforms.events.parties import PartyFinder
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import FINITE

_PERSONS = frozenset(("I", "me", "my", "My", "you", "You", "your", "Your"))
_PRONOUN_TAGS = ("PRP", "PRP$")
_MANY_PERSONAL = 0.1  # of the sentences; of some 4,000 news articles one in a hundred has as many
_FEW_PAST = 0.2  # of the sentences with a finite verb; as rare in news
_FEWEST = 10  # sentences: a shorter text does not show what it is
_FEWEST_PERSONAL = 3


def is_report(article: ParsedArticle, quotes: Sequence[Quote]) -> bool:
    """Whether an article tells, outside of what it quotes, of others and in the past; a short one is believed to."""
    quoted = [(quote.char_start, quote.char_end) for quote in quotes if quote.is_direct]
    told = personal = past = 0
    for paragraph in article.paragraphs:
        if paragraph.kind != "body":
            continue
        has_persons = not _PERSONS.isdisjoint(paragraph.doc.words)
        for sentence in paragraph.doc.sents:
            tags = paragraph.doc.tags[sentence.start : sentence.end]
            if FINITE.isdisjoint(tags) or _is_within(paragraph.span(sentence), quoted):
                continue
            told += 1
            personal += has_persons and _is_personal(sentence)
            past += "VBD" in tags
    is_personal = personal >= max(_FEWEST_PERSONAL, _MANY_PERSONAL * told)
    return told < _FEWEST or (not is_personal and past >= _FEW_PAST * told)


def is_news(mention: ExtractedEvent, trigger: Trigger, paragraph: Paragraph, finder: PartyFinder) -> bool:
    """Whether a mention in an article that is no report tells what was done by or to somebody, somewhere or on a day."""
    named = any(map(finder.is_known, (*mention.actor_ids, *mention.recipient_ids)))
    pinned = mention.date_text is not None or mention.place_id is not None
    if trigger.token.pos_ in ("NOUN", "PROPN") and trigger.role is None:
        return named and pinned
    if _is_past(trigger.anchor):
        return named or pinned
    return named and (mention.date_text is not None or (paragraph.kind == "headline" and trigger.anchor.tag_ == "VBZ"))


def _is_within(span: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in quoted)


def _is_personal(sentence: Span) -> bool:
    doc, start, end = sentence.doc, sentence.start, sentence.end
    words = zip(doc.texts[start:end], doc.tags[start:end], strict=True)
    return any(word in _PERSONS and tag in _PRONOUN_TAGS for word, tag in words)


def _is_past(verb: Token) -> bool:
    """Whether a clause is told in the past or the perfect; a participle is told as the clause that it hangs on."""
    while True:
        auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        finite = next((one for one in (*auxiliaries, verb) if one.tag_ in FINITE), None)
        if finite is not None:
            return finite.tag_ == "VBD" or (finite.lemma_ == "have" and finite is not verb)
        if verb.tag_ == "VB" or verb.head is verb:
            return False
        verb = verb.head
