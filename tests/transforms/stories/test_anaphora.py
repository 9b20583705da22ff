"""Mentions that only take up what their article has just told belong to that event, and to no other."""

from dataclasses import replace

import pytest

from transforms.stories.anaphora import split_anaphora

ATTACK = {"event_type": "ASSAULT", "trigger": "raid"}


def sentences_taken_up(world):
    """What each sentence that is taken up is taken up by."""
    mentions = {mention.mention_id: mention for mention in world.look_up()}
    _, taken_up = split_anaphora(list(mentions.values()))
    return {mentions[told].sentence: [one.sentence for one in found] for told, found in taken_up.items()}


def test_the_last_one_told_is_taken_up(world):
    world.article("a")
    world.mention("a", "Norland made a raid in May.", date_edtf="2025-05-02", actors=("Norland",), **ATTACK)
    world.mention("a", "Norland made a raid in June.", date_edtf="2025-06-02", actors=("Norland",), **ATTACK)
    world.mention("a", "Nobody was hurt in the raid.", **ATTACK)
    assert sentences_taken_up(world) == {"Norland made a raid in June.": ["Nobody was hurt in the raid."]}
    assert sorted(event.date_edtf for event in world.resolve().events) == ["2025-05-02", "2025-06-02"]
    assert len(world.resolve().event_mentions) == 3


def test_another_word_of_one_family_takes_up_too(world):
    world.article("a")
    told = world.mention("a", "Holt resigned.", "RETREAT", "resign", mode="resign", actors=("Mira Holt",))
    world.mention("a", "Nobody mourned the departure.", None, "departure", mode="departure")
    (event,) = world.resolve().events
    assert {row.event_id for row in world.resolve().event_mentions} == {event.event_id}
    assert told in {row.mention_id for row in world.resolve().event_mentions}


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("Nobody was hurt in the raid on Friday.", {"date_text": "Friday"}),
        ("Nobody was hurt in the raid by Sudonia.", {"actors": ("Sudonia",)}),
        ("Nobody was hurt in the raid in Vienna.", {"place": "Vienna"}),
        ("Nobody expects the raid.", {"status": "planned"}),
        ("Nobody was hurt in another raid.", {}),
    ],
)
def test_what_tells_something_of_its_own_takes_nothing_up(world, sentence, more):
    world.article("a")
    world.mention("a", "Norland made a raid in June.", date_edtf="2025-06-02", actors=("Norland",), **ATTACK)
    world.mention("a", sentence, **ATTACK, **more)
    assert sentences_taken_up(world) == {}


def test_the_disaster_is_what_was_told_of(world):
    world.article("a")
    world.mention("a", "A landslide hit Port Salla.", None, "landslide", mode="disaster", place="Port Salla")
    world.mention("a", "She lost her parents in the disaster.", None, "disaster", mode="disaster")
    assert list(sentences_taken_up(world)) == ["A landslide hit Port Salla."]


@pytest.mark.parametrize(
    ("sentence", "text", "takes_up"),
    [
        ("Nobody was hurt in that raid.", "raid", True),
        ("A quake followed that raided no town.", "raided", False),
        ("Nobody was hurt in those raids.", "raids", True),
    ],
)
def test_that_points_back_before_a_noun_and_not_before_a_verb(world, sentence, text, takes_up):
    world.article("a")
    world.mention("a", sentence, **ATTACK)
    world.events[0] = replace(world.events[0], text=text)
    (mention,) = world.look_up()
    assert mention.takes_up == takes_up
