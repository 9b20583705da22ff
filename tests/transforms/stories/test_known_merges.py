"""Decisions on clusters that were made before save work and change nothing."""

import pytest

from transforms.known_results import DamagedResultsError
from transforms.stories import cluster_mentions
from transforms.stories.known_merges import KnownMerges
from transforms.stories.resolve_stories import Resolution, resolve_stories

SIDES = ("Norland", "Sudonia")
TALKS = ("first", "second", "third")


@pytest.fixture
def talks(world):
    """Three articles on two rounds of talks, of which one tells of both, and one on a later round."""
    for number, name in enumerate(TALKS):
        world.article(name, f"2025-04-1{number}")
        world.mention(name, f"The sides met in Geneva on April 10, said {name}.", actors=SIDES, place="Geneva",
                      date_edtf="2025-04-10" if number else None)  # fmt: skip
        world.mention(name, f"They had met in Geneva in February, said {name}.", actors=SIDES, place="Geneva",
                      date_edtf="2025-02")  # fmt: skip
    world.article("fourth", "2025-06-02")
    world.mention("fourth", "Borland and Sudonia met on May 27.", actors=("Borland", "Sudonia"), date_edtf="2025-05-27")
    world.article("fifth", "2025-06-03")
    world.mention("fifth", "Borland and Sudonia met on May 27.", actors=("Borland", "Sudonia"), date_edtf="2025-05-27")
    return world


@pytest.fixture
def compared(monkeypatch):
    """The pairs of clusters that are compared, by the ids of their mentions, one after the other."""
    pairs = []
    linkage = cluster_mentions._linkage

    def noted(left, right, mentions, scorer):
        pairs.append({mentions[member].mention_id for member in (*left.members, *right.members)})
        return linkage(left, right, mentions, scorer)

    monkeypatch.setattr(cluster_mentions, "_linkage", noted)
    return pairs


def resolve(world, names, known: KnownMerges = cluster_mentions.NOTHING_MERGED) -> Resolution:
    """The articles of these names resolved, with the links among them."""
    articles = [world.articles[name] for name in names]
    ids = {article.article_id for article in articles}
    events = [event for event in world.events if event.article_id in ids]
    links = [link for link in world.links if {link.article_id, link.related_article_id} <= ids]
    return resolve_stories(articles, *world._entities(), events, links, world.sentences, merges=known)


def rows(resolution):
    return resolution.events, resolution.event_mentions, resolution.event_claims


@pytest.mark.parametrize("before", [(), TALKS[:2], TALKS[::-1], (*TALKS, "fourth", "fifth")])
@pytest.mark.parametrize("now", [TALKS, ("fifth", *TALKS[::-1], "fourth"), TALKS[1:]])
def test_rows_are_those_from_scratch_whatever_was_decided_before(talks, before, now):
    assert rows(resolve(talks, now, resolve(talks, before).merges)) == rows(resolve(talks, now))


def test_only_clusters_that_something_joins_are_compared_anew(talks, compared):
    known = resolve(talks, ("fourth", *TALKS)).merges
    compared.clear()
    assert resolve(talks, ("fourth", *TALKS), known).merges == known
    assert not compared
    resolve(talks, ("fourth", *TALKS, "fifth"), known)
    assert compared == [{event.mention_id for event in talks.events[-2:]}]


def test_clusters_whose_articles_are_linked_since_are_compared_anew(talks, compared):
    known = resolve(talks, TALKS).merges
    compared.clear()
    talks.link("third", "second")
    linked = resolve(talks, TALKS, known)
    assert compared
    assert rows(linked) == rows(resolve(talks, TALKS))


def test_packed_decisions_come_back_and_other_bytes_do_not():
    known = KnownMerges({7: True, (1 << 64) - 1: False, 3: True})
    assert KnownMerges.unpack(known.pack()) == known
    assert KnownMerges.unpack(KnownMerges().pack()) == KnownMerges()
    for damaged in (b"", b"other", known.pack()[:-3], KnownMerges({7: True}).pack()[:-1]):
        with pytest.raises(DamagedResultsError):
            KnownMerges.unpack(damaged)
