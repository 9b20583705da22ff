"""The parties, place and summary that an event is published with, on hand-made mentions."""

from tellings import STATES, only, tell


def test_a_place_from_another_clause_is_not_published(world):
    body = "Holt met Lund in Geneva on Monday, the first time since Norland shelled Sudonia."
    world.article("a", body=body)
    meeting = world.mention("a", body, actors=("Mira Holt", "Ida Lund"), place="Geneva", start=body.index("met"))
    world.mention("a", body, "ASSAULT", "shell", actors=("Norland",), recipients=("Sudonia",), place="Geneva",
                  start=body.index("shelled"))  # fmt: skip
    resolution = world.resolve()
    places = {event.event_type: event.place for event in resolution.events}
    assert places == {"CONSULT": "Geneva", "ASSAULT": None}
    assert {one.mention_id for one in resolution.event_claims if one.field == "place" and one.chosen} == {meeting}


def test_who_is_only_described_stands_back_behind_who_is_named(world):
    meeting = {"place": "Geneva", "date_edtf": "2025-03-05"}
    tell(world, "a", "Norland and Sudonia met.", actors=STATES, **meeting)
    tell(world, "b", "The delegations met in Geneva.", actors=("delegations",), **meeting)
    assert only(world).actors == STATES


def test_who_one_of_many_sources_names_is_no_party(world):
    meeting = {"place": "Geneva", "date_edtf": "2025-03-05"}
    for name in "abc":
        tell(world, name, f"Norland and Sudonia met, says {name}.", actors=STATES, **meeting)
    tell(world, "d", "Norland, Sudonia and Westria met.", actors=(*STATES, "Westria"), **meeting)
    assert only(world).actors == STATES


def test_a_state_does_not_act_upon_itself(world):
    expulsion = {"event_type": "SANCTION", "trigger": "expel", "mode": "expel", "actors": ("Norland",)}
    tell(world, "a", "Norland expelled Sudonia's envoys from Norland.", recipients=STATES, **expulsion)
    event = only(world)
    assert (event.actors, event.recipients) == (("Norland",), ("Sudonia",))


def test_the_summary_is_the_sentence_without_dateline(world):
    tell(world, "a", "GENEVA, 5 March (NNA) - Norland and\n Sudonia  met.", actors=STATES)
    event = only(world)
    assert event.summary == "Norland and Sudonia met."


def test_a_long_summary_is_cut_between_words(world):
    tell(world, "a", "Norland met Sudonia " + "and spoke of rivers " * 40, actors=STATES)
    summary = only(world).summary
    assert len(summary) <= 300
    assert summary.endswith(("and…", "spoke…", "of…", "rivers…"))


def test_described_people_of_a_state_stand_before_those_of_whom_no_state_is_told(world):
    arrest = {
        "event_type": "COERCE",
        "trigger": "arrest",
        "mode": "arrest",
        "place": "Port Salla",
        "date_edtf": "2025-03-05",
    }
    tell(world, "a", "A Salla woman was arrested in Port Salla.", recipients=("Salla woman",), **arrest)
    tell(world, "b", "Students were arrested in Port Salla.", recipients=("students",), **arrest)
    assert only(world).recipients == ("Salla woman",)
