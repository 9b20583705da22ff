"""Steps of one matter, kinds that tell of one happening, and articles that have nothing in common."""

import numpy as np
import pytest
from tellings import tell

from transforms.dedup.fact_columns import FactColumns
from transforms.stories.block_mentions import candidate_pairs
from transforms.stories.closeness import Closeness

DAY = "2025-03-05"


@pytest.mark.parametrize(
    ("event_type", "mode", "words"),
    [
        ("ASSAULT", None, ("stab", "kill")),
        ("ASSAULT", None, ("bomb", "wound")),
        ("SANCTION", "convict", ("convict", "sentence")),
        ("COERCE", "arrest", ("arrest", "book")),
    ],
)
@pytest.mark.parametrize(("told_in_a", "events"), [(1, 1), (2, 2)])
def test_two_steps_of_a_matter_are_two_where_an_article_tells_both(world, event_type, mode, words, told_in_a, events):
    for article, told in (("a", words[:told_in_a]), ("b", words[1:])):
        world.article(article)
        for word in told:
            world.mention(article, f"Of Dahl says {article}: {word}.", event_type, word, mode=mode,
                          recipients=("Nora Dahl",))  # fmt: skip
    assert len(world.resolve().events) == events


def test_victims_without_a_name_are_the_toll_of_the_attack(world):
    for article in "ab":
        world.article(article)
        world.mention(
            article, f"Drones struck the quay, says {article}.", "ASSAULT", "strike", place="Geneva", date_edtf=DAY
        )
        world.mention(article, f"Two students were killed, says {article}.", "ASSAULT", "kill", place="Geneva", date_edtf=DAY,
                      recipients=("students",))  # fmt: skip
    assert len(world.resolve().events) == 1


def test_who_died_is_told_beside_the_attack(world):
    """What became of an attack may be told as another kind."""
    tell(world, "a", "Gunmen raided Geneva.", event_type="ASSAULT", trigger="raid", place="Geneva", date_edtf=DAY)
    world.mention("a", "Two died.", None, "die", mode="death")
    tell(world, "b", "Two were killed in Geneva.", event_type="ASSAULT", trigger="kill", place="Geneva", date_edtf=DAY)
    raid, death, killed = sorted(world.look_up(), key=lambda one: one.arrival)
    assert raid.tells_steps
    assert not killed.tells_steps
    assert death.akin & killed.akin


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        (("ASSAULT", None, "kill"), (None, "death", "claim"), 1),
        ((None, "trial", "verdict"), ("SANCTION", "convict", "convict"), 1),
        ((None, "trial", "charge"), ("ACCUSE", "allege", "charge"), 1),
        (("AGREE", None, "sign"), (None, "appointment", "join"), 1),
        ((None, "fire", "blaze"), (None, "disaster", "wildfire"), 1),
        ((None, "fire", "blaze"), (None, "disaster", "flood"), 2),
        (("ACCUSE", "allege", "charge"), ("COERCE", "arrest", "arrest"), 2),
        ((None, "trial", "verdict"), ("SANCTION", "convict", "sentence"), 2),
    ],
)
def test_words_of_two_kinds_that_are_used_of_one_happening(world, one, other, events):
    for name, (event_type, mode, word) in (("a", one), ("b", other)):
        tell(world, name, f"Of Dahl says {name}.", event_type=event_type, mode=mode, trigger=word, date_edtf=DAY,
             place="Geneva", recipients=("Nora Dahl",))  # fmt: skip
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(
    ("event_type", "one", "other", "are_like"),
    [
        ("REJECT", "reject", "cancel", False),
        ("REJECT", "cancel", "scrap", True),
        ("ACCUSE", "accuse", "summon", False),
        ("ACCUSE", "accuse", "blame", True),
    ],
)
def test_acts_of_speech_of_one_type_have_words_of_their_own(world, event_type, one, other, are_like):
    world.article("a")
    for word in (one, other):
        world.mention("a", f"So it was: {word}.", event_type, word)
    here, there = world.look_up()
    assert (here.word == there.word) == are_like


@pytest.mark.parametrize(("other", "events"), [("The crane of Port Salla fell on the quay.", 1), ("Rye is cheap.", 2)])
def test_one_day_does_not_make_one_event_of_what_articles_that_have_nothing_in_common_tell(world, other, events):
    world.article("a", "2025-03-06", "The crane of Port Salla fell on the quay.")
    world.article("b", "2025-03-06", other)
    for name in "ab":
        world.mention(name, f"So it was, says {name}.", "ASSAULT", "kill", date_edtf=DAY)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(
    ("event_type", "mode", "word", "pairs"),
    [
        ("ASSAULT", None, "bomb", 1),
        (None, "death", "die", 1),
        (None, "injury", "limp", 0),
        (None, "legislation", "pass", 0),
    ],
)
def test_mentions_in_words_that_are_used_of_nothing_the_same_are_not_compared(world, event_type, mode, word, pairs):
    world.article("a")
    world.mention("a", "Two were killed.", "ASSAULT", "kill")
    world.mention("a", "So it was.", event_type, word, mode=mode)
    mentions = world.look_up()
    closeness = Closeness(FactColumns.of_texts([article.body for article in world.articles.values()]))
    found = candidate_pairs(mentions, closeness)
    assert found.dtype == np.int64
    assert len(found) == pairs
