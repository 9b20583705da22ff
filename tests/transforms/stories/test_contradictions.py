"""Which of several accounts is published: denials, cancellations, corrections, and who says so; on hand-made mentions."""

from dataclasses import replace
from itertools import permutations

import pytest
from tellings import STATES, statuses, talks, tell


def test_what_more_sources_deny_did_not_happen(world):
    for name, status in (("a", "occurred"), ("b", "negated"), ("c", "negated")):
        talks(world, name, status)
    assert statuses(world.resolve()) == ["negated"]


def test_a_cancellation_beats_one_report_that_speaks_as_if_it_had_been_held(world):
    for name, status in (("a", "planned"), ("b", "occurred"), ("c", "cancelled")):
        talks(world, name, status)
    assert statuses(world.resolve()) == ["cancelled"]


def correction(world, *, then: str = "2025-03-05", now: str = "2025-03-06"):
    """A report, an independent one, and the first publisher's correction of the day and the place."""
    raid = {"event_type": "ASSAULT", "trigger": "strike", "actors": ("Norland",), "recipients": ("Sudonia",)}
    world.article("a", "2025-03-06", source="Gazette")
    world.mention(
        "a", "Norland struck the quay of Port Salla on Wednesday.", place="Port Salla", date_edtf=then, **raid
    )
    shared = "Norland struck; the harbour burned for hours."
    world.article("b", "2025-03-06", shared, source="Wire")
    world.mention("b", "Norland struck the harbour on Thursday.", date_edtf=now, **raid)
    world.article("c", "2025-03-08", shared, source="Gazette", headline="Correction: the strike was on Geneva")
    world.mention("c", "An earlier version said that Norland struck the quay of Port Salla.", place="Port Salla",
                  date_edtf=then, **raid)  # fmt: skip
    world.mention("c", "Norland struck Geneva in the early hours of Thursday.", place="Geneva", date_edtf=now, **raid)


def test_what_a_correction_takes_back_is_one_event_with_what_it_says_instead(world):
    correction(world)
    resolution = world.resolve()
    (event,) = resolution.events
    assert (event.date_edtf, event.place, event.article_count) == ("2025-03-06", "Geneva", 3)
    lost = {(one.field, one.value, one.rule) for one in resolution.event_claims if not one.chosen}
    assert ("date_edtf", "2025-03-05", "the publisher has corrected it") in lost
    assert ("place", "Port Salla", "the publisher has corrected it") in lost


def test_a_correction_counts_in_every_order_of_arrival(world):
    correction(world)
    found = {(one.date_edtf, one.place) for order in permutations("abc") for one in world.resolve(list(order)).events}
    assert found == {("2025-03-06", "Geneva")}


def test_without_a_correction_two_days_are_two_events(world):
    correction(world)
    world.articles["c"] = replace(world.articles["c"], headline="More on the strike")
    assert len(world.resolve().events) == 2


@pytest.mark.parametrize(("denier", "status"), [("Mira Holt", "negated"), ("a waiter", "occurred")])
def test_an_official_denial_beats_what_is_only_relayed(world, denier, status):
    world.article("a", "2025-03-06")
    world.mention("a", "Envoys met in Geneva on March 5, three people said.", actors=STATES, place="Geneva",
                  date_edtf="2025-03-05", attributed_to="three people")  # fmt: skip
    world.article("b", "2025-03-07")
    world.mention("b", f"No meeting was held in Geneva on March 5, {denier} said.", status="negated", place="Geneva",
                  date_edtf="2025-03-05", attributed_to=denier)  # fmt: skip
    assert statuses(world.resolve()) == [status]


def test_a_report_of_its_own_knowledge_stands_against_one_official_denial(world):
    talks(world, "a", "occurred")
    world.article("b")
    world.mention("b", "No talks were held, Holt said.", trigger="talk", status="negated", actors=STATES,
                  place="Geneva", date_edtf="2025-03-05", attributed_to="Mira Holt")  # fmt: skip
    assert statuses(world.resolve()) == ["occurred"]


@pytest.mark.parametrize(("first", "second"), [("Mira Holt", "a waiter"), ("a waiter", "Mira Holt")])
def test_what_an_official_says_beats_what_is_only_relayed(world, first, second):
    """Where as many sources say one thing as the other, whichever was said last."""
    telling = {"event_type": "ACCUSE", "trigger": "accuse", "actors": ("Norland",), "recipients": ("Sudonia",),
               "date_edtf": "2025-03-05", "topic": ("fraud", "harbour")}  # fmt: skip
    tell(world, "a", "Norland accused Sudonia of fraud in its harbour.", "2025-03-06", mode="allege", attributed_to=first,
         **telling)  # fmt: skip
    tell(world, "b", "Norland accused Sudonia of fraud in its harbour.", "2025-03-07", mode="disapprove",
         attributed_to=second, **telling)  # fmt: skip
    resolution = world.resolve()
    (event,) = resolution.events
    assert event.mode == ("allege" if first == "Mira Holt" else "disapprove")
    (rule,) = {one.rule for one in resolution.event_claims if one.field == "mode" and one.chosen}
    assert rule == "said by an office or by the article itself, not only relayed, among equally many sources"


@pytest.mark.parametrize(
    ("sentence", "events"),
    [("Norland denied that its envoys had met Sudonian ones.", 1), ("The two states never met.", 2)],
)
def test_a_denial_joins_the_report_it_answers_though_it_names_no_day(world, sentence, events):
    body = "Norland and Sudonia are at odds over the harbour of Geneva, its cranes and its customs. " * 3
    world.article("a", "2025-03-06", body)
    world.article("b", "2025-03-07", body + "The harbour is closed.")
    world.mention("a", "Envoys of both states met on March 5.", actors=STATES, date_edtf="2025-03-05")
    world.mention("b", sentence, status="negated", actors=STATES)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(("accused", "events"), [("officers", 1), ("students", 2)])
def test_police_are_the_officers_of_whom_it_is_denied(world, accused, events):
    """In other words, of one mode: what was fired was used."""
    gas = {"event_type": "ASSAULT", "mode": "crowd-control", "place": "Port Salla", "topic": ("gas", "tear", "group")}
    tell(world, "a", "Police fired tear gas at a group near Port Salla.", trigger="fire", actors=("police",), **gas)
    denial = "Brask denied that tear gas had been used on a group near Port Salla."
    tell(world, "b", denial, trigger="use", actors=(accused,), status="negated", **gas)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(("day", "events"), [("2025-03-05", 1), (None, 2)])
def test_who_denies_what_is_told_of_that_day_and_place_may_call_it_otherwise(world, day, events):
    clash = {"event_type": "ASSAULT", "mode": "firearms", "place": "Port Salla"}
    tell(world, "a", "Norland and Sudonia shot at each other.", trigger="shoot", actors=STATES, date_edtf="2025-03-05",
         **clash)  # fmt: skip
    tell(world, "b", "Brask denied that officers had fired at anyone.", trigger="fire", actors=("officers",),
         recipients=("students",), status="negated", date_edtf=day, **clash)  # fmt: skip
    assert len(world.resolve().events) == events
