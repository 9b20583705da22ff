"""Days that an event shares with the words around it, or has from the word before it."""

import pytest

_PUBLISHED = "2025-05-14"  # a Wednesday


@pytest.mark.parametrize(
    ("sentence", "text", "day"),
    [
        ("Two men died when their bus plunged into a river on Monday.", "died", "2025-05-12"),
        ("In 2018 many people were killed when a quake devastated Pisco.", "quake", "2018"),
        ("In 2018 more than 90 people were killed in Pisco by soldiers.", "killed", "2018"),
        ("Two men died after their bus plunged into a river on Monday.", "died", None),
        ("The blast wrecked a hotel in Oslo on Monday.", "blast", "2025-05-12"),
        ("Norway agreed to look into Monday's bombing.", "bombing", "2025-05-12"),
        ("The town was quiet after Monday's raid.", "raid", "2025-05-12"),
        ("Two men were killed and a third was hurt in a raid on Monday.", "killed", "2025-05-12"),
        ("Three soldiers were killed and five wounded near Oslo on Monday.", "killed", "2025-05-12"),
        ("Police arrested two men and seized weapons in Lyon on Monday.", "arrested", "2025-05-12"),
        ("The minister was sacked and the army was called in on Monday.", "sacked", None),
        ("Some 300 people have been arrested since Monday.", "arrested", "2025-05-12/2025-05-14"),
        ("More than 300 people have been killed in Oslo since January.", "killed", "2025-01/2025-05-14"),
        ("Two reporters have been detained in Oslo since Monday.", "detained", "2025-05-12"),
        ("After Monday, the raid on Oslo went on.", "raid", None),
        ("The men were held for last week's raid.", "raid", "2025-05-05/2025-05-11"),
        ("It was put off after an ambush on Monday.", "ambush", "2025-05-12"),
    ],
)
def test_day(tell, sentence, text, day):
    assert {event.date_edtf for event in tell(sentence, published=_PUBLISHED).events if event.text == text} <= {day}
    assert day is None or any(event.text == text for event in tell(sentence, published=_PUBLISHED).events)


def test_who_talked_before_two_parties_signed(tell):
    told = tell("After talks in Geneva on Monday, the presidents of Chad and Sudan signed a protocol.")
    assert told.actors(told.the("CONSULT")) == ["Chad", "Sudan"]
    alone = tell("After talks in Geneva on Monday, the president of Chad signed a protocol.")
    assert all(event.event_type != "CONSULT" or not event.actor_ids for event in alone.events)


@pytest.mark.parametrize("verb", ["delayed", "pushed back", "postponed"])
def test_a_visit_that_is_put_off_is_cancelled(tell, verb):
    (visit,) = [event for event in tell(f"Norway on Monday {verb} a trip to Chad.").events if event.mode == "visit"]
    assert visit.status == "cancelled"


def test_who_is_behind_a_plan_does_what_it_is_for(tell):
    told = tell("The High Court of Kenya suspended a Turkish plan to send troops to Haiti.")
    assert told.actors(told.the("MOBILIZE")) == ["Turkey"]
    told = tell("The High Court of Kenya suspended a government plan to send troops to Haiti.")
    assert told.actors(told.the("MOBILIZE")) == []


def test_no_ordinal_that_stands_for_a_person_counts_rounds(tell):
    assert {event.round for event in tell("One man was killed and a third was hurt in Oslo.").events} == {None}
