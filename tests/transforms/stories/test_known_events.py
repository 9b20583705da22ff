"""Rows that were published before are taken over where nothing that they rest on has changed, and nowhere else."""

from dataclasses import replace

import polars as pl
import pytest

from transforms.known_results import DamagedResultsError
from transforms.stories import resolve_stories as resolving
from transforms.stories.known_events import KnownEvents

TALKS = ("first", "second", "third")
TABLES = ("events", "event_mentions", "event_claims")


@pytest.fixture
def talks(world):
    """Three articles on two meetings, and one on something else."""
    for number, name in enumerate(TALKS):
        world.article(name, f"2025-04-1{number}")
        world.mention(name, "Norland and Sudonia met in Geneva on April 10.", actors=("Norland", "Sudonia"),
                      place="Geneva", date_edtf="2025-04-10")  # fmt: skip
    world.article("fourth", "2025-06-02")
    world.mention("fourth", "Norland and Sudonia met on May 27.", actors=("Norland", "Sudonia"), date_edtf="2025-05-27")
    return world


@pytest.fixture
def published(monkeypatch):
    """The mentions of each cluster that is published, one after the other."""
    clusters = []
    publish = resolving.publish_event

    def noted(cluster, *given):
        clusters.append({mention.mention_id for mention in cluster})
        return publish(cluster, *given)

    monkeypatch.setattr(resolving, "publish_event", noted)
    return clusters


def resolve(world, names, known=resolving.NOTHING_PUBLISHED, **entities):
    """The articles of these names resolved; `entities` have another country."""
    articles = [world.articles[name] for name in names]
    ids = {article.article_id for article in articles}
    events = [event for event in world.events if event.article_id in ids]
    by_id, entity_of = world._entities()
    by_id = {key: replace(one, country=entities.get(one.name, one.country)) for key, one in by_id.items()}
    links = [link for link in world.links if {link.article_id, link.related_article_id} <= ids]
    return resolving.resolve_stories(
        articles, by_id, entity_of, events, links, world.sentences, published=known
    ).published


def rows(known):
    return {name: frame.sort(pl.all()).rows() for name, frame in known.frames.items()}


@pytest.mark.parametrize("before", [(), ("fourth",), TALKS, TALKS[::-1], (*TALKS, "fourth")])
@pytest.mark.parametrize("now", [("first", "fourth"), TALKS, ("fourth", *TALKS[::-1]), ()])
def test_rows_are_those_from_scratch_whatever_was_published_before(talks, before, now):
    known = resolve(talks, before)
    assert rows(resolve(talks, now, known)) == rows(resolve(talks, now))


def test_only_events_with_a_new_mention_are_published_anew(talks, published):
    known = resolve(talks, ("first", "second", "fourth"))
    published.clear()
    again = resolve(talks, ("first", "second", "fourth", "third"), known)
    assert published == [{event.mention_id for event in talks.events[:3]}]
    published.clear()
    assert rows(resolve(talks, ("first", "second", "fourth", "third"), again)) == rows(again)
    assert not published


def test_what_rows_rest_on_is_published_anew(talks, published):
    known = resolve(talks, TALKS)
    for change in ({"Sudonia": "NOR"}, {"Geneva": "FRA"}):
        published.clear()
        assert rows(resolve(talks, TALKS, known, **change)) == rows(resolve(talks, TALKS, **change)) != rows(known)
        assert len(published) == 2
    talks.link("second", "first")
    linked = resolve(talks, TALKS, known)
    assert rows(linked) == rows(resolve(talks, TALKS))
    assert linked.frames["events"]["independent_source_count"].to_list() == [2]


def test_packed_events_come_back_and_other_bytes_do_not(talks):
    known = resolve(talks, (*TALKS, "fourth"))
    back = KnownEvents.unpack(known.pack())
    assert len(back.event_ids) == 2
    assert (back.event_ids, rows(back)) == (known.event_ids, rows(known))
    nothing = KnownEvents.unpack(KnownEvents().pack())
    assert (nothing.event_ids, rows(nothing)) == ({}, {name: [] for name in TABLES})
    for damaged in (b"", b"other", known.pack()[:-300], known.pack()[:100]):
        with pytest.raises(DamagedResultsError):
            KnownEvents.unpack(damaged)
