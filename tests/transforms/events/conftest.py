from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from spacy.language import Language

from schemas.event_mentions import ExtractedEvent
from transforms.clean.published import enclosing_days
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.find_entities import find_entities
from transforms.events.find_events import find_events
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts
from transforms.parsing.tokens import Doc


@dataclass(frozen=True)
class Told:
    """What an article tells, with names for ids."""

    events: tuple[ExtractedEvent, ...]
    entities: ArticleEntities

    def the(self, event_type: str, text: str | None = None) -> ExtractedEvent:
        """The first mention of a type, told by a word if one is given."""
        return next(one for one in self.events if one.event_type == event_type and text in (None, one.text))

    def actors(self, event: ExtractedEvent) -> list[str]:
        return sorted(self.entities.by_id[local_id].name for local_id in event.actor_ids)

    def recipients(self, event: ExtractedEvent) -> list[str]:
        return sorted(self.entities.by_id[local_id].name for local_id in event.recipient_ids)

    def place(self, event: ExtractedEvent) -> str | None:
        return self.entities.by_id[event.place_id].name if event.place_id else None


@pytest.fixture(scope="session")
def tell(nlp: Language) -> Callable[..., Told]:
    def tell(*paragraphs: str, published: str | None = None) -> Told:
        return _told(paragraphs, parse_texts(nlp, paragraphs), published)

    return tell


@pytest.fixture(scope="session")
def tell_each(nlp: Language) -> Callable[[Sequence[str]], list[Told]]:
    """What each of several articles of one paragraph tells; they are parsed together, which is much faster."""

    def tell_each(texts: Sequence[str]) -> list[Told]:
        return [_told([text], [doc]) for text, doc in zip(texts, parse_texts(nlp, texts), strict=True)]

    return tell_each


def _told(paragraphs: Sequence[str], docs: Sequence[Doc], published: str | None = None) -> Told:
    starts = [sum(len(part) + 2 for part in paragraphs[:number]) for number in range(len(paragraphs))]
    parsed = tuple(Paragraph(start, "body", doc) for start, doc in zip(starts, docs, strict=True))
    text = "\n\n".join(paragraphs)
    article = ParsedArticle("ar_0123456789abcdef", text, None, published, *enclosing_days(published), parsed)
    entities = find_entities(article)
    return Told(find_events(article, entities, ()), entities)
