"""Resolve: all current articles together give entities, who repeats whom, and one row for each thing that happened."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import polars as pl

from flows.counted import counted
from flows.rows import Rejected, admit
from flows.run_state import RunState
from schemas.articles import Article
from schemas.catalog import TABLES
from schemas.entities import Entity
from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from schemas.render.frames import from_frame, to_frame
from transforms.dedup.find_links import find_links
from transforms.dedup.find_rewrites import NOTHING_COMPARED, KnownRewrites, RewriteFinder
from transforms.entities.link_entities import link_entities
from transforms.known_results import DamagedResultsError, result_key
from transforms.stories.cluster_mentions import NOTHING_MERGED
from transforms.stories.known_events import KnownEvents
from transforms.stories.known_merges import KnownMerges
from transforms.stories.known_scores import KnownScores
from transforms.stories.resolve_stories import NOTHING_PUBLISHED, resolve_stories
from transforms.stories.score_pair import NOTHING_KNOWN

_REWRITES, _SCORES, _MERGES, _EVENTS = "rewrites", "scores", "merges", "events"
K = TypeVar("K")


def resolve(run: RunState) -> None:
    """Derive the resolved tables anew from what the store holds; `counts` gets entities, events and event_mentions."""
    with run.stage("resolve") as note, _uncollected():
        articles = run.store.records(Article, "current_articles")
        local = run.store.frame("current_local_entities")
        links = link_entities(local)
        events = run.store.records(ExtractedEvent, "current_extracted_events")
        quotes = run.store.records(Quote, "current_relayed_quotes")
        rewrites = RewriteFinder(_known(run, _REWRITES, KnownRewrites.unpack, NOTHING_COMPARED))
        repeats = find_links(articles, quotes, rewrites)
        sentences = dict(run.store.frame("current_sentences").iter_rows())
        entities = {entity.entity_id: entity for entity in from_frame(Entity, links.entities)}
        entity_of = dict(links.links.iter_rows())
        scores = _known(run, _SCORES, KnownScores.unpack, NOTHING_KNOWN)
        published = _known(run, _EVENTS, KnownEvents.unpack, NOTHING_PUBLISHED)
        merges = _known(run, _MERGES, KnownMerges.unpack, NOTHING_MERGED)
        named_in = _named_in(local, links.links)
        known = scores, published, merges
        stories = resolve_stories(articles, entities, entity_of, events, repeats, sentences, *known, named_in=named_in)
        frames = {
            "entities": links.entities,
            "entity_links": links.links,
            "article_links": to_frame(TABLES["article_links"], repeats),
            **stories.published.frames,
        }
        good, rejected = admit(frames, max((article.first_seen_at.date() for article in articles), default=None))
        run.note_row_checks(frames, rejected)
        _quarantine(run, rejected)
        run.store.replace(good)
        _keep(run, _REWRITES, rewrites.known.pack())
        _keep(run, _SCORES, stories.scores.pack())
        _keep(run, _MERGES, stories.merges.pack())
        _keep(run, _EVENTS, stories.published.pack())
        run.counts["entities"] = len(links.entities)
        run.counts["events"] = len(frames["events"])
        note.message = (
            f"{len(links.entities)} entities, {len(frames['events'])} events, {counted(len(repeats), 'repeat')}"
        )


def _named_in(local: pl.DataFrame, links: pl.DataFrame) -> dict[str, list[str]]:
    """The ids of the entities that each article names."""
    named = local.select("article_id", "local_id").join(links, on="local_id")
    return dict(named.group_by("article_id").agg("entity_id").iter_rows())


def _known(run: RunState, name: str, unpack: Callable[[bytes], K], nothing: K) -> K:
    """What the last resolution by the same rules has kept under a name."""
    places = run.cache.find({result_key(run.stamps.stories, name)})
    for packed in run.cache.read({number for number, _ in places.values()}).values():
        with suppress(DamagedResultsError):
            return unpack(packed)
    return nothing


def _keep(run: RunState, name: str, packed: bytes) -> None:
    stamp = run.stamps.stories
    run.cache.put((stamp, [result_key(stamp, name)], packed), run.stamps.all)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: there are millions of small values, none of them in a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _quarantine(run: RunState, rejected: Sequence[Rejected]) -> None:
    for one in rejected:
        article_id = one.row.get("article_id")
        run.quarantine(
            file_name=one.table_name,
            article_id=str(article_id) if article_id else None,
            stage="resolve",
            reason=f"row of {one.table_name} does not fit its declaration",
            detail=f"{'; '.join(one.reasons)}: {one.excerpt}",
            fix="Report it: this is a defect of the resolution, and only this row is held back.",
        )
