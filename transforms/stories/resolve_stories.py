"""One row for each thing that happened: event mentions put together across articles, with every claim kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl

from schemas.articles import Article
from schemas.entities import Entity
from schemas.event_mentions import EventMention, ExtractedEvent
from schemas.events import ArticleLink, Event, EventClaim
from schemas.render.frames import from_frame
from transforms.dedup.fact_columns import FactColumns
from transforms.dedup.find_links import source_groups
from transforms.dedup.versions import revisions
from transforms.stories.anaphora import split_anaphora, with_anaphora
from transforms.stories.block_mentions import candidate_pairs
from transforms.stories.choose_claims import Sources
from transforms.stories.closeness import Closeness
from transforms.stories.cluster_mentions import NOTHING_MERGED, cluster_mentions
from transforms.stories.corrections import mark_withdrawn
from transforms.stories.known_events import KnownEvents, cluster_key
from transforms.stories.known_merges import KnownMerges
from transforms.stories.known_scores import KnownScores
from transforms.stories.mention import look_up
from transforms.stories.publish_event import publish_event
from transforms.stories.score_pair import NOTHING_KNOWN, PairScorer
from transforms.stories.twins import split_twins

NOTHING_PUBLISHED = KnownEvents()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is published, as frames of rows in no order; `scores` are those of the pairs that were compared.

    All three are also what is known the next time.
    """

    published: KnownEvents
    scores: KnownScores
    merges: KnownMerges

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in order of their ids."""
        return tuple(from_frame(Event, self.published.frames["events"].sort("event_id")))

    @property
    def event_mentions(self) -> tuple[EventMention, ...]:
        """Their mentions by article and position."""
        order = ("article_id", "char_start", "mention_id")
        return tuple(from_frame(EventMention, self.published.frames["event_mentions"].sort(order)))

    @property
    def event_claims(self) -> tuple[EventClaim, ...]:
        """Their claims by event and field, what was chosen first."""
        claims = self.published.frames["event_claims"]
        order = (pl.col("event_id"), pl.col("field"), ~pl.col("chosen"), pl.col("value"), pl.col("mention_id"))
        return tuple(from_frame(EventClaim, claims.sort(order)))


def resolve_stories(
    articles: Sequence[Article],
    entities: Mapping[str, Entity],
    entity_of: Mapping[str, str],
    events: Sequence[ExtractedEvent],
    links: Sequence[ArticleLink],
    sentences: Mapping[str, str],
    known: KnownScores = NOTHING_KNOWN,
    published: KnownEvents = NOTHING_PUBLISHED,
    merges: KnownMerges = NOTHING_MERGED,
    *,
    named_in: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Resolution:
    """Put mentions of one event together and decide what is published of it.

    `articles` come in the recorded order of arrival, which only decides an event's id (that of its first-arrived
    mention): which mentions belong together and which values are published does not depend on it. `entities` are by
    entity_id, `entity_of` maps local ids to them, `sentences` are texts by sentence_id, `named_in`
    the ids of the entities that each article names. A list column has one claim for each of its items. `known` are the
    scores of an earlier resolution, `published` its events, `merges` its decisions on clusters: they save time and
    change nothing.
    """
    found = mark_withdrawn(
        look_up(articles, entities, entity_of, events, sentences, named_in), revisions(articles, links)
    )
    distinct, twins = split_twins(found)
    mentions, taken_up = split_anaphora(distinct)
    closeness = Closeness(FactColumns.of_texts([f"{article.headline or ''}\n{article.body}" for article in articles]))
    group_of = source_groups(links)
    scorer = PairScorer(closeness, group_of, known)
    clusters, decided = cluster_mentions(mentions, candidate_pairs(mentions, closeness), scorer, merges)
    sources = Sources(group_of)
    whole = [with_anaphora(cluster, taken_up) for cluster in clusters]
    by_key = {cluster_key(cluster, twins, sources, scorer.digest_of): cluster for cluster in whole}
    untouched = published.only(list(by_key))
    new = {
        key: publish_event(cluster, twins, sources) for key, cluster in by_key.items() if key not in untouched.event_ids
    }
    return Resolution(untouched.and_also(new), scorer.known, decided)
