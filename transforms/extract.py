"""From a cleaned article and its parsed paragraphs to everything that is found in that article alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.articles import Article
from schemas.entities import EntityMention, EntityRole, LocalEntity
from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from schemas.sentences import Sentence
from transforms.entities.find_entities import find_entities
from transforms.events.find_events import find_events
from transforms.paragraph_span import ParagraphSpan
from transforms.parse import Paragraph, ParsedArticle
from transforms.quotes.find_quotes import find_quotes
from transforms.tokens import Doc


@dataclass(frozen=True, slots=True)
class Extraction:
    """All rows that one article gives on its own; entity ids in them are the article's local ids."""

    sentences: tuple[Sentence, ...]
    entities: tuple[LocalEntity, ...]
    mentions: tuple[EntityMention, ...]
    roles: tuple[EntityRole, ...]
    quotes: tuple[Quote, ...]
    events: tuple[ExtractedEvent, ...]


def extract_article(article: Article, spans: Sequence[ParagraphSpan], docs: Sequence[Doc]) -> Extraction:
    """Everything found in one article; `docs` are the parses of `spans`, one each, in order."""
    paragraphs = tuple(Paragraph(span.char_start, span.kind, doc) for span, doc in zip(spans, docs, strict=True))
    parsed = ParsedArticle(
        article_id=article.article_id,
        text=article.text,
        source=article.source,
        published_edtf=article.published_edtf,
        published_earliest=article.published_earliest,
        published_latest=article.published_latest,
        paragraphs=paragraphs,
    )
    entities = find_entities(parsed)
    quotes = find_quotes(parsed, entities)
    events = find_events(parsed, entities, quotes)
    parties = (party for event in events for party in (*event.actor_ids, *event.recipient_ids, event.place_id))
    # People who have no name, do nothing and say nothing ("victims", "a few students") are no entities.
    entities = entities.without_bystanders({*(quote.speaker_id for quote in quotes), *parties})
    return Extraction(parsed.sentences, entities.entities, entities.mentions, entities.roles, quotes, events)
