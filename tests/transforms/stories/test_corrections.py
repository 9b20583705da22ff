"""A correction and what it corrects are one event, with what the publisher says last."""

import pytest

STATES = ("Norland", "Sudonia")
ADDRESS = "https://gazette.example/talks"


def report(world, **about):
    world.article("report", "2025-03-06", source="Gazette", **about)
    world.mention("report", "Norland and Sudonia met in Geneva on Wednesday.", actors=STATES, place="Geneva",
                  date_text="Wednesday", date_edtf="2025-03-05")  # fmt: skip


def the_event(world):
    (event,) = world.resolve().events
    return event.status, event.date_edtf, event.place


def test_what_is_quoted_as_wrong_denies_nothing(world):
    report(world)
    world.article("correction", "2025-03-07", source="Gazette", headline="Correction: talks")
    world.mention("correction", "An earlier version of this article said that Norland and Sudonia met in Geneva.",
                  actors=STATES, place="Geneva", status="negated")  # fmt: skip
    world.mention("correction", "The meeting was in Vienna on Tuesday.", place="Vienna", date_edtf="2025-03-04")
    assert the_event(world) == ("occurred", "2025-03-04", "Vienna")


def test_a_number_that_was_wrong_makes_no_event(world):
    killed = {"event_type": "ASSAULT", "trigger": "kill"}
    note = "An earlier version of this story said that 12 people had been killed."
    world.article("revised", "2025-03-07", note, source="Gazette")
    world.mention(
        "revised", "A bomb killed 15 in Geneva on Thursday.", place="Geneva", date_edtf="2025-03-06", **killed
    )
    world.mention("revised", note, status="negated", **killed)
    assert the_event(world) == ("occurred", "2025-03-06", "Geneva")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("A report misstated where both met. They met in Vienna, not in Geneva.", [("2025-03-05", "Vienna")]),
        ("They met in Vienna.", [("2025-03-05", "Geneva"), (None, "Vienna")]),
    ],
)
def test_a_correction_puts_right_what_it_names(world, words, wanted):
    report(world)
    world.article("correction", "2025-03-07", words, source="Gazette", headline="Correction")
    world.mention("correction", words, actors=STATES, place="Vienna")
    found = {(event.date_edtf, event.place) for event in world.resolve().events}
    assert found == set(wanted)


@pytest.mark.parametrize(("url", "events"), [(ADDRESS, 1), (f"{ADDRESS}-again", 2)])
def test_what_a_later_version_tells_otherwise_is_one_event(world, url, events):
    report(world, url=ADDRESS)
    world.article("revised", "2025-03-07", source="Gazette", url=url)
    world.mention("revised", "Norland and Sudonia met in Vienna on Tuesday.", actors=STATES, place="Vienna",
                  date_edtf="2025-03-04")  # fmt: skip
    world.link("revised", "report", "version")
    resolution = world.resolve()
    assert len(resolution.events) == events
    if events == 1:
        (event,) = resolution.events
        assert (event.date_edtf, event.place, event.independent_source_count) == ("2025-03-04", "Vienna", 1)


def test_what_a_later_version_still_tells_is_not_taken_back(world):
    report(world, url=ADDRESS)
    world.article("revised", "2025-03-13", source="Gazette", url=ADDRESS)
    world.mention("revised", "Norland and Sudonia met in Vienna on Wednesday.", actors=STATES, place="Vienna",
                  date_edtf="2025-03-12")  # fmt: skip
    world.mention("revised", "A week ago they met in Geneva.", actors=STATES, place="Geneva", date_edtf="2025-03-05")
    world.link("revised", "report", "version")
    assert {event.place for event in world.resolve().events} == {"Geneva", "Vienna"}


@pytest.mark.parametrize(
    ("denier", "headline", "status"),
    [
        (None, "Correction: talks", "negated"),
        (None, "Talks", "occurred"),
        ("a waiter", "Correction: talks", "occurred"),
    ],
)
def test_a_publisher_that_takes_its_report_back_has_the_last_word(world, denier, headline, status):
    report(world)
    world.article("correction", "2025-03-07", source="Gazette", headline=headline)
    world.mention("correction", "Norland and Sudonia did not meet on Wednesday, as we wrongly reported.", actors=STATES,
                  place="Geneva", date_text="Wednesday", date_edtf="2025-03-05", status="negated",
                  attributed_to=denier)  # fmt: skip
    world.mention(
        "correction", "Norland wrote to Sudonia.", trigger="write", actors=("Norland",), recipients=("Sudonia",)
    )
    assert (status, "2025-03-05", "Geneva") in {
        (event.status, event.date_edtf, event.place) for event in world.resolve().events
    }
