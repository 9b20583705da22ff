"""What is known of pairs from before saves work and changes nothing."""

from dataclasses import replace

import numpy as np
import pytest

from transforms.known_results import DamagedResultsError
from transforms.stories import explain_pair, known_scores
from transforms.stories.known_scores import KnownScores, MentionHashes, pair_key, pair_keys
from transforms.stories.resolve_stories import Resolution, resolve_stories

SIDES = ("Norland", "Sudonia")
ARTICLES = ("first", "second", "third", "fourth")


@pytest.fixture
def talks(world):
    """Four articles on talks, each with a mention or two."""
    for number, name in enumerate(ARTICLES):
        world.article(name, f"2025-04-1{number}")
        world.mention(name, f"The sides met in Geneva on April 10, round {number}.", actors=SIDES, place="Geneva",
                      date_edtf="2025-04-10" if number % 2 else None)  # fmt: skip
        world.mention(name, f"They had met on February 27, said {name}.", actors=SIDES, date_edtf="2025-02-27")
    return world


@pytest.fixture
def explained(monkeypatch):
    """The pairs that are worked out, one after the other."""
    pairs = []
    explain = explain_pair.PairExplainer.explain

    def noted(self, one, other, *profiles):
        pairs.append(frozenset((one.mention_id, other.mention_id)))
        return explain(self, one, other, *profiles)

    monkeypatch.setattr(explain_pair.PairExplainer, "explain", noted)
    return pairs


def resolve(world, names=ARTICLES, **given) -> Resolution:
    """The articles of these names alone resolved."""
    articles = [world.articles[name] for name in names]
    ids = {article.article_id for article in articles}
    events = [event for event in world.events if event.article_id in ids]
    entities, entity_of = world._entities()
    return resolve_stories(
        articles, entities | given.pop("entities", {}), entity_of, events, (), world.sentences, **given
    )


def rows(resolution):
    return resolution.events, resolution.event_mentions, resolution.event_claims


@pytest.mark.parametrize("before", [ARTICLES[:1], ARTICLES[:3], ARTICLES[1:], ARTICLES])
def test_rows_are_those_from_scratch_whatever_was_resolved_before(talks, before):
    known = resolve(talks, before).scores
    assert rows(resolve(talks, known=known)) == rows(resolve(talks))


def test_only_pairs_with_a_new_mention_are_worked_out(talks, explained):
    known = resolve(talks, ARTICLES[:3]).scores
    explained.clear()
    again = resolve(talks, known=known)
    old = {event.mention_id for event in talks.events if event.article_id != talks.articles["fourth"].article_id}
    assert explained
    assert not [pair for pair in explained if pair <= old]
    explained.clear()
    resolve(talks, known=again.scores)
    assert not explained


def test_what_changed_of_an_entity_is_worked_out_anew(talks, explained):
    before = resolve(talks)
    entities, _ = talks._entities()
    changed = {key: replace(one, country=None) for key, one in entities.items() if one.name == "Sudonia"}
    counted = {key: replace(one, mention_count=one.mention_count + 1) for key, one in entities.items()}
    explained.clear()
    resolve(talks, known=before.scores, entities=counted)
    assert not explained
    assert rows(resolve(talks, known=before.scores, entities=changed)) == rows(resolve(talks, entities=changed))
    assert explained


def test_links_between_articles_belong_to_what_a_score_rests_on(talks):
    known = resolve(talks).scores
    talks.link("second", "first")
    linked = [talks.events, talks.links, talks.sentences]
    articles = list(talks.articles.values())
    fresh = resolve_stories(articles, *talks._entities(), *linked)
    assert rows(resolve_stories(articles, *talks._entities(), *linked, known)) == rows(fresh)


def test_a_pair_has_one_key_in_either_order(talks):
    hashes = np.array([MentionHashes()(mention) for mention in talks.look_up()], np.uint64)
    assert len(set(hashes.tolist())) == len(hashes)
    linked = np.array([True, False] * 4)
    keys = pair_keys(hashes, hashes[::-1], linked)
    assert keys.tolist() == pair_keys(hashes[::-1], hashes, linked).tolist()
    assert keys.tolist() == [
        pair_key(one, other, is_linked=flag)
        for one, other, flag in zip(hashes.tolist(), hashes[::-1].tolist(), linked.tolist(), strict=True)
    ]


def test_what_is_hashed_as_it_is_shown_is_shown_alike_in_every_process(talks):
    """A set is not: its order is another in each process."""
    shown = [value for mention in talks.look_up() for value in known_scores._own_values(mention)]
    assert not [value for value in shown if isinstance(value, (set, frozenset))]


def test_the_people_of_its_article_belong_to_what_a_score_rests_on(talks):
    mention = talks.look_up()[0]
    hashes = {MentionHashes()(replace(mention, cast=frozenset(cast))) for cast in ((), ("en_a",), ("en_a", "en_b"))}
    assert len(hashes) == 3


def test_packed_scores_come_back_and_other_bytes_do_not():
    known = KnownScores.of(np.array([9, 4], np.uint64), np.array([1.5, np.nan]), {7: float("-inf"), 9: 2.5})
    back = KnownScores.unpack(known.pack())
    assert (back.keys.tolist(), back.get(9), back.get(7), back.get(4), back.get(5)) == (
        [4, 7, 9], 2.5, float("-inf"), None, None,
    )  # fmt: skip
    for damaged in (b"", b"other", known.pack()[:-3]):
        with pytest.raises(DamagedResultsError):
            KnownScores.unpack(damaged)
