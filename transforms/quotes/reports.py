"""Whether an article is a report. Advice, reviews, offers, columns and lessons are none: little that they tell is news.

A report speaks of others and of what has happened. Where many sentences outside of quotation marks say "you" or "I", or few
stand in the past, what is told is what is so, what one does or what one should do.
"""

from collections.abc import Iterable, Sequence

from schemas.quotes import Quote
from transforms.entities.article_entities import ArticleEntities
from transforms.parsing.parse import ParsedArticle
from transforms.parsing.tokens import Span
from transforms.quotes.clauses import FINITE
from transforms.quotes.cues import cues
from transforms.quotes.persons import is_person
from transforms.quotes.speech import Speech

_PERSONS = frozenset(("I", "me", "my", "My", "you", "You", "your", "Your"))
_PRONOUN_TAGS = ("PRP", "PRP$")
_MANY_PERSONAL = 0.1  # of the sentences; of some 4,000 news articles one in a hundred has as many
_FEW_PAST = 0.2  # of the sentences with a finite verb; as rare in news
_FEWEST = 10  # sentences: a shorter text does not show what it is
_FEWEST_PERSONAL = 3
_ANYBODY = ("you", "it", "one", "anyone", "anybody", "someone", "somebody", "this", "that", "which", "everything")
_SHARES = ("%", "all", "few", "many", "most", "others", "percent", "some")  # of those who were asked, or of all people


def is_report(article: ParsedArticle, quotes: Iterable[Quote]) -> bool:
    """Whether an article tells, outside of its direct quotes, of others and in the past; a short one is believed to."""
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


def is_attributable(quote: Quote, speech: Speech, entities: ArticleEntities) -> bool:
    """Whether reported speech in an article that is no report is somebody's: not what "you want", or "the app offers"."""
    if not (speech.cue and speech.speaker):
        return False
    speaker = speech.speaker.root
    if speaker.pos_ == "PRON":
        return speaker.lower_ not in _ANYBODY
    known = entities.by_id[quote.speaker_id] if quote.speaker_id else None
    is_document = speaker.lemma_.lower() in cues().documents
    if not speech.cue.text[0].isalpha():  # a label: "Poll: …", not "Pinot Noir: …"
        return is_document or (known is not None and known.kind == "PERSON")
    if known is not None and known.kind == "ORG":
        return "intention" not in cues().verb(speech.cue.root.lemma_)  # what a firm offers, it does not say
    is_somebody = (
        known is not None or is_person(speaker) or speaker.tag_ in ("CD", "NNP", "NNPS") or speaker.text == "%"
    )
    return is_somebody or speaker.lemma_.lower() in cues().documents


def _is_within(span: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in quoted)


def _is_personal(sentence: Span) -> bool:
    doc, start, end = sentence.doc, sentence.start, sentence.end
    words = zip(doc.texts[start:end], doc.tags[start:end], strict=True)
    return any(word in _PERSONS and tag in _PRONOUN_TAGS for word, tag in words)
