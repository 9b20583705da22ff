"""One row for each thing that happened: event mentions put together across articles, with every claim kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.articles import Article
from schemas.entities import Entity
from schemas.event_mentions import EventMention, ExtractedEvent
from schemas.events import ArticleLink, Event, EventClaim
from transforms.dedup.find_links import source_groups
from transforms.dedup.rewrites import facts_of
from transforms.stories.block_mentions import candidate_pairs
from transforms.stories.choose_claims import Sources
from transforms.stories.closeness import Closeness
from transforms.stories.cluster_mentions import cluster_mentions
from transforms.stories.corrections import mark_withdrawn
from transforms.stories.known_scores import KnownScores
from transforms.stories.mention import look_up
from transforms.stories.publish_event import publish_event
from transforms.stories.score_pair import NOTHING_KNOWN, PairScorer
from transforms.stories.twins import split_twins


@dataclass(frozen=True, slots=True)
class Resolution:
    """The published rows: events in order of their ids, their mentions by article and position, and their claims.

    `scores` are those of the pairs that were compared, for the next time.
    """

    events: tuple[Event, ...]
    event_mentions: tuple[EventMention, ...]
    event_claims: tuple[EventClaim, ...]
    scores: KnownScores


def resolve_stories(
    articles: Sequence[Article],
    entities: Mapping[str, Entity],
    entity_of: Mapping[str, str],
    events: Sequence[ExtractedEvent],
    links: Sequence[ArticleLink],
    sentences: Mapping[str, str],
    known: KnownScores = NOTHING_KNOWN,
) -> Resolution:
    """Put mentions of one event together and decide what is published of it.

    `articles` come in the recorded order of arrival, which only decides an event's id (that of its first-arrived
    mention): which mentions belong together and which values are published does not depend on it. `entities` are by
    entity_id, `entity_of` maps local ids to them, `sentences` are texts by sentence_id. A list column has one claim
    for each of its items. `known` are the scores of an earlier resolution: they save time and change nothing.
    """
    found = mark_withdrawn(look_up(articles, entities, entity_of, events, sentences))
    mentions, twins = split_twins(found)
    closeness = Closeness([facts_of(f"{article.headline or ''}\n{article.body}") for article in articles])
    group_of = source_groups(links)
    scorer = PairScorer(closeness, group_of, known)
    clusters = cluster_mentions(mentions, candidate_pairs(mentions, closeness), scorer)
    published = [publish_event(cluster, twins, Sources(group_of)) for cluster in clusters]
    position = {mention.mention_id: mention.arrival for mention in found}
    return Resolution(
        events=tuple(sorted((one.event for one in published), key=lambda event: event.event_id)),
        event_mentions=tuple(
            sorted((row for one in published for row in one.mentions), key=lambda row: position[row.mention_id])
        ),
        event_claims=tuple(
            sorted(
                (claim for one in published for claim in one.claims),
                key=lambda claim: (claim.event_id, claim.field, not claim.chosen, claim.value, claim.mention_id),
            )
        ),
        scores=scorer.known,
    )
