"""A small world to resolve: hand-made articles, entities and event mentions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from schemas.articles import Article
from schemas.entities import Entity
from schemas.event_mentions import ExtractedEvent
from schemas.events import ArticleLink, Event, EventClaim
from transforms.dates.edtf_range import edtf_range
from transforms.ids import content_id
from transforms.stories.mention import Mention, look_up
from transforms.stories.resolve_stories import Resolution, resolve_stories

ENTITIES = {
    "Norland": ("PLACE", "NOR"),
    "Sudonia": ("PLACE", "SWE"),
    "Westria": ("PLACE", "DNK"),
    "Mira Holt": ("PERSON", "NOR"),
    "Anton Brask": ("PERSON", "NOR"),
    "Norland Foreign Ministry": ("ORG", "NOR"),
    "Ida Lund": ("PERSON", "SWE"),
    "Geneva": ("PLACE", "CHE"),
    "Switzerland": ("PLACE", "CHE"),
    "Vienna": ("PLACE", "AUT"),
    "Port Salla": ("PLACE", "SWE"),
    "Old Salla": ("PLACE", "SWE"),
    "delegations": ("GROUP", None),
    "police": ("GROUP", None),
    "officers": ("GROUP", None),
    "students": ("GROUP", None),
    "Salla woman": ("GROUP", "SWE"),
    "Nora Dahl": ("PERSON", "NOR"),
}
PRIVATE = ("Nora Dahl",)
_IN_ALL = "crane rope lamp tar"  # so that no two articles have nothing in common, nor are close
LATITUDES = {"Vienna": 48.2, "Port Salla": 59.0, "Old Salla": 59.3}


def make_entity(name: str) -> Entity:
    kind, country = ENTITIES[name]
    return Entity(
        entity_id=content_id("en", kind, name),
        name=name,
        kind=kind,
        country=country,
        sector="GOV" if kind == "PERSON" and name not in PRIVATE else None,
        geonames_id=len(name) if kind == "PLACE" else None,
        wikidata_id=None,
        latitude=LATITUDES.get(name, 46.2) if kind == "PLACE" else None,
        longitude=6.1 if kind == "PLACE" else None,
        mention_count=1,
        article_count=1,
    )


@pytest.fixture
def entity() -> Callable[[str], Entity]:
    return make_entity


@dataclass
class World:
    """Collects articles and mentions; `resolve` puts them through the stage in a given order of arrival."""

    articles: dict[str, Article] = field(default_factory=dict)
    events: list[ExtractedEvent] = field(default_factory=list)
    sentences: dict[str, str] = field(default_factory=dict)
    links: list[ArticleLink] = field(default_factory=list)
    names: tuple[str, ...] = ()  # of every article

    def article(
        self,
        name: str,
        published: str | None = None,
        body: str | None = None,
        *,
        source: str | None = None,
        headline: str | None = None,
        url: str | None = None,
    ) -> str:
        day = date.fromisoformat(published) if published else None
        article_id = content_id("ar", name)
        text = body or " ".join((_IN_ALL, *(content_id("ar", name, part) for part in range(12))))
        self.articles[name] = Article(
            article_id=article_id,
            file_name=f"{name}.txt",
            source=source or name,
            url=url,
            headline=headline,
            byline=None,
            section=None,
            language="en",
            published_edtf=published,
            published_earliest=day,
            published_latest=day,
            text=text,
            body=text,
            word_count=len(text.split()),
            first_seen_at=datetime(2025, 1, 1),
        )
        return name

    def mention(
        self,
        article: str,
        sentence: str,
        event_type: str | None = "CONSULT",
        trigger: str = "meet",
        *,
        status: str = "occurred",
        actors: tuple[str, ...] = (),
        recipients: tuple[str, ...] = (),
        place: str | None = None,
        date_text: str | None = None,
        date_edtf: str | None = None,
        topic: tuple[str, ...] = (),
        round: int | None = None,
        mode: str | None = None,
        start: int | None = None,
        attributed_to: str | None = None,
    ) -> str:
        article_id = self.articles[article].article_id
        start = 100 * len(self.events) if start is None else start
        mention_id = content_id("em", article_id, sentence, event_type or mode, trigger)
        sentence_id = content_id("se", article_id, sentence)
        self.sentences[sentence_id] = sentence
        earliest, latest = edtf_range(date_edtf) if date_edtf else (None, None)
        self.events.append(
            ExtractedEvent(
                mention_id=mention_id,
                article_id=article_id,
                sentence_id=sentence_id,
                char_start=start,
                char_end=start + len(trigger),
                text=trigger,
                trigger=trigger,
                event_type=event_type,
                mode=mode,
                status=status,
                actor_ids=tuple(f"{article_id}/{name}" for name in actors),
                recipient_ids=tuple(f"{article_id}/{name}" for name in recipients),
                place_id=f"{article_id}/{place}" if place else None,
                date_text=date_text or date_edtf,
                date_edtf=date_edtf,
                date_earliest=earliest,
                date_latest=latest,
                date_basis="stated" if date_edtf else "none",
                attributed_to=attributed_to,
                topic=tuple(sorted(topic)),
                round=round,
                confidence=0.8,
            )
        )
        return mention_id

    def link(self, article: str, related: str, kind: str = "rewrite") -> None:
        self.links.append(
            ArticleLink(
                article_id=self.articles[article].article_id,
                related_article_id=self.articles[related].article_id,
                kind=kind,
                score=0.5,
            )
        )

    def _entities(self) -> tuple[dict[str, Entity], dict[str, str]]:
        """The entities by id, and the id of each local one."""
        known = {name: make_entity(name) for name in ENTITIES}
        entity_of = {
            f"{article.article_id}/{name}": one.entity_id
            for article in self.articles.values()
            for name, one in known.items()
        }
        return {one.entity_id: one for one in known.values()}, entity_of

    def look_up(self, names_of: Mapping[str, Sequence[str]] | None = None) -> list[Mention]:
        """The mentions; `names_of` are the names that articles, by theirs, have anywhere."""
        named_in = {
            self.articles[article].article_id: [make_entity(name).entity_id for name in names]
            for article, names in (names_of or {}).items()
        }
        return look_up(list(self.articles.values()), *self._entities(), self.events, self.sentences, named_in)

    def resolve(self, order: list[str] | None = None) -> Resolution:
        articles = [self.articles[name] for name in order or list(self.articles)]
        named = [make_entity(name).entity_id for name in self.names]
        return resolve_stories(
            articles,
            *self._entities(),
            self.events,
            self.links,
            self.sentences,
            named_in={article.article_id: named for article in articles},
        )


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def together() -> Callable[[Resolution], set[frozenset[str]]]:
    """The mentions of each event, as sets: the clusters without their ids."""

    def clusters(resolution: Resolution) -> set[frozenset[str]]:
        found: dict[str, set[str]] = {}
        for row in resolution.event_mentions:
            found.setdefault(row.event_id, set()).add(row.mention_id)
        return {frozenset(group) for group in found.values()}

    return clusters


@pytest.fixture
def chosen() -> Callable[[Resolution, Event, str], list[EventClaim]]:
    """The chosen claims of one field of an event."""

    def claims(resolution: Resolution, event: Event, field_name: str) -> list[EventClaim]:
        return [
            claim
            for claim in resolution.event_claims
            if claim.event_id == event.event_id and claim.field == field_name and claim.chosen
        ]

    return claims
