"""From a cleaned article and its parsed paragraphs to everything that is found in that article alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.articles import Article
from schemas.entities import EntityMention, EntityRole, LocalEntity
from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from schemas.sentences import Sentence
from transforms.events.event_words import event_words
from transforms.events.find_events import find_events
from transforms.findings import Findings, find_in, parsed_article
from transforms.found_events import FoundEvents
from transforms.paragraph_span import ParagraphSpan
from transforms.parsing.tokens import Doc


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article from before; it then need not be found again."""

    findings: Findings | None = None
    events: FoundEvents | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left to find, so that no parse is needed."""
        return self.findings is not None and self.events is not None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All rows that one article gives on its own; entity ids in them are the article's local ids.

    `findings` are what the rows were made from, with the people that are no entities; `event_words` what patterns of events
    were looked up by.
    """

    article_id: str
    sentences: tuple[Sentence, ...]
    entities: tuple[LocalEntity, ...]
    mentions: tuple[EntityMention, ...]
    roles: tuple[EntityRole, ...]
    quotes: tuple[Quote, ...]
    events: tuple[ExtractedEvent, ...]
    findings: Findings
    event_words: str


_NOTHING = Known()


def extract_article(
    article: Article, spans: Sequence[ParagraphSpan], docs: Sequence[Doc], known: Known = _NOTHING
) -> Extraction:
    """Everything found in one article; `docs` are the parses of `spans`, one each, in order; none where all is known."""
    findings, events = known.findings, known.events
    if findings is None or events is None:
        parsed = parsed_article(article, spans, docs)
        findings = findings or find_in(parsed)
        events = events or FoundEvents(find_events(parsed, findings.entities, findings.quotes), event_words(parsed))
    parties = (party for event in events.events for party in (*event.actor_ids, *event.recipient_ids, event.place_id))
    # People who have no name, do nothing and say nothing ("victims", "a few students") are no entities.
    engaged = {*(quote.speaker_id for quote in findings.quotes), *parties}
    entities = findings.entities.without_bystanders(engaged)
    return Extraction(
        article_id=article.article_id,
        sentences=findings.sentences,
        entities=entities.entities,
        mentions=entities.mentions,
        roles=entities.roles,
        quotes=findings.quotes,
        events=events.events,
        findings=findings,
        event_words=events.words,
    )
