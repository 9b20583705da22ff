"""What keeps mentions apart, and what brings them together, on hand-made mentions."""

from dataclasses import replace

import pytest
from tellings import STATES, statuses, tell


def test_places_far_apart_are_two_events(world):
    tell(world, "a", "Holt met Lund in Geneva.", actors=("Mira Holt", "Ida Lund"), place="Geneva")
    tell(world, "b", "Holt met Lund in Vienna.", actors=("Mira Holt", "Ida Lund"), place="Vienna")
    assert sorted(event.place for event in world.resolve().events) == ["Geneva", "Vienna"]


def test_who_acts_in_one_is_not_acted_upon_in_the_other(world):
    """Expulsions in reply: one kind, one pair of states, one week."""
    expulsion = {"event_type": "SANCTION", "trigger": "expel", "mode": "expel", "topic": ("diplomat", "embassy")}
    tell(world, "a", "Norland expelled four diplomats of Sudonia.", actors=("Norland",), recipients=("Sudonia",),
         **expulsion)  # fmt: skip
    tell(world, "b", "Sudonia expelled four diplomats of Norland.", actors=("Sudonia",), recipients=("Norland",),
         **expulsion)  # fmt: skip
    assert len(world.resolve().events) == 2


def test_mentions_of_the_same_round_are_one(world):
    for name, published, date_edtf in (("a", "2025-02-20", "2025-03-10"), ("b", "2025-02-25", None)):
        tell(world, name, f"A third round is planned, says {name}.", published, trigger="round", actors=STATES,
             round=3, date_edtf=date_edtf, status="planned")  # fmt: skip
    (event,) = world.resolve().events
    assert event.date_edtf == "2025-03-10"


def test_described_people_belong_where_they_protest(world):
    """Who marches in Vienna is of the country that Vienna lies in, unless an article tells otherwise."""
    tell(world, "a", "Workers marched in Vienna.", event_type="PROTEST", trigger="march", mode="demo",
         actors=("delegations",), place="Vienna")  # fmt: skip
    resolution = world.resolve()
    (event,) = resolution.events
    assert event.actor_countries == ("AUT",)
    assert [one.rule for one in resolution.event_claims if one.field == "actor_countries"] == [
        "where it happened: no article tells of which other country these people are"
    ]


def test_an_unplaced_mention_does_not_bring_two_places_together(world):
    for name, place in (("a", "Geneva"), ("b", None), ("c", "Vienna"), ("d", None)):
        tell(world, name, f"Holt met Lund, says {name}.", actors=("Mira Holt", "Ida Lund"), place=place,
             date_edtf="2025-03-01")  # fmt: skip
    resolution = world.resolve()
    for event in resolution.events:
        places = {row.place for row in resolution.event_mentions if row.event_id == event.event_id}
        assert len(places - {None}) <= 1


def test_neighbouring_places_can_be_a_mistake_of_one_reporter(world):
    shelling = {"event_type": "ASSAULT", "trigger": "shell", "actors": ("Norland",), "recipients": ("Sudonia",),
                "date_edtf": "2025-03-05", "topic": ("harbour", "artillery", "night")}  # fmt: skip
    tell(world, "a", "Norland shelled the harbour of Port Salla.", place="Port Salla", **shelling)
    tell(world, "b", "Norland shelled the harbour of Port Salla at night.", place="Port Salla", **shelling)
    tell(world, "c", "Norland shelled the harbour of Old Salla.", place="Old Salla", **shelling)
    resolution = world.resolve()
    (event,) = resolution.events
    assert event.place == "Port Salla"
    assert ("Old Salla", False) in {(one.value, one.chosen) for one in resolution.event_claims if one.field == "place"}


def test_other_people_arrested_for_the_like_are_two_events(world):
    arrest = {"event_type": "COERCE", "trigger": "arrest", "mode": "arrest", "topic": ("drunk", "driving", "suspicion")}
    tell(world, "a", "Mira Holt was arrested on suspicion of drunk driving.", recipients=("Mira Holt",), **arrest)
    tell(world, "b", "Anton Brask was arrested on suspicion of drunk driving.", recipients=("Anton Brask",), **arrest)
    assert len(world.resolve().events) == 2


@pytest.mark.parametrize(("one", "other", "events"), [("23", "23", 1), ("23", "26", 2)])
def test_what_is_counted_tells_events_apart(world, one, other, events):
    seizure = {"event_type": "COERCE", "trigger": "seize", "actors": ("Norland",)}
    tell(world, "a", f"Norland's navy seized {one} smugglers in boats off the coast.", **seizure)
    tell(world, "b", f"Norland's navy seized {other} smugglers in boats at sea.", **seizure)
    assert len(world.resolve().events) == events


def test_states_and_word_alone_do_not_make_two_talks_one(world):
    tell(world, "a", "They held talks about the river.", trigger="talk", actors=STATES)
    tell(world, "b", "Talks between the neighbours on pensions ended.", trigger="talk", actors=STATES)
    assert len(world.resolve().events) == 2


def test_a_meeting_of_two_people_is_not_the_round_of_talks_told_beside_it(world):
    world.article("a")
    world.mention("a", "Norland and Sudonia held talks.", trigger="talk", actors=STATES)
    world.mention("a", "Meanwhile Holt met Lund.", actors=("Mira Holt", "Ida Lund"))
    assert len(world.resolve().events) == 2


def test_types_of_one_family_are_one_event_only_in_akin_words(world):
    raid = {"actors": ("Norland",), "recipients": ("Sudonia",), "date_edtf": "2025-03-05", "place": "Port Salla"}
    tell(world, "a", "Norland captured the crew.", event_type="ASSAULT", trigger="capture", **raid)
    tell(world, "b", "Norland arrested the crew.", event_type="COERCE", trigger="arrest", **raid)
    tell(world, "c", "Norland's troops were deployed.", event_type="MOBILIZE", trigger="deploy", **raid)
    resolution = world.resolve()
    assert sorted(event.article_count for event in resolution.events) == [1, 2]


def test_a_weekday_is_the_day_that_it_fits(world):
    strike = {"event_type": "PROTEST", "trigger": "strike", "mode": "strike", "actors": ("Norland",)}
    tell(world, "a", "Dockers in Norland went on strike on Monday.", date_edtf="2025-03-03", **strike)
    tell(world, "b", "Norland's dockers are on strike since Monday.", date_text="Monday", **strike)
    tell(world, "c", "Norland's dockers went on strike on Friday.", date_text="Friday", **strike)
    assert sorted(event.article_count for event in world.resolve().events) == [1, 2]


def test_happenings_are_joined_by_the_words_that_are_used_of_one(world):
    accident = {"event_type": None, "mode": "accident"}
    one, other = "crash", "collision"
    tell(world, "a", f"The {one} near Port Salla on the coast road left four dead.", trigger=one, **accident)
    tell(world, "b", f"The {other} near Port Salla left four people dead, police said.", trigger=other, **accident)
    assert len(world.resolve().events) == 1


def test_happenings_of_two_classes_are_two_events(world):
    tell(world, "a", "A fire on the Salla bridge.", event_type=None, mode="fire", trigger="fire")
    tell(world, "b", "A fire on the Salla bridge.", event_type=None, mode="launch", trigger="fire")
    assert len(world.resolve().events) == 2


_ONE_STORY = "Ferry crews of the coast argue with the harbour office over winter timetables, pilots and fuel stations"


def tell_alike(world, sentences, **mention):
    """One mention each in two articles of one subject."""
    for name, sentence in zip(("a", "b"), sentences, strict=True):
        world.article(name, "2025-03-05", body=f"{_ONE_STORY}. {sentence}")
        world.mention(name, sentence, **mention)


@pytest.mark.parametrize(
    ("sentences", "events"),
    [
        (("Drivers asked for a ramp.", "The mayor was asked to keep the stamps."), 2),
        (("Drivers asked the harbour office for a ramp.", "The harbour office was asked for a ramp by drivers."), 1),
    ],
)
def test_requests_that_have_no_word_in_common_are_two(world, sentences, events):
    tell_alike(world, sentences, event_type="REQUEST", trigger="ask", actors=("Norland",))
    assert len(world.resolve().events) == events


def test_a_request_of_one_person_may_be_told_in_other_words(world):
    tell_alike(world, ("Holt asked for a ramp.", "It was she who wanted easier boarding."), event_type="REQUEST",
               trigger="ask", actors=("Mira Holt",))  # fmt: skip
    assert len(world.resolve().events) == 1


def test_a_demand_of_one_state_on_another_may_be_told_in_other_words(world):
    tell_alike(world, ("Norland told Sudonia to free sailors.", "They should let crews go, its envoy said."),
               event_type="REQUEST", trigger="tell", actors=("Norland",), recipients=("Sudonia",))  # fmt: skip
    assert len(world.resolve().events) == 1


def test_an_accusation_that_is_taken_up_needs_no_word_of_it(world):
    tell_alike(world, ("Norland is accused of fraud.", "Its envoy rejected the accusation."), event_type="ACCUSE",
               trigger="accusation", recipients=("Norland",))  # fmt: skip
    assert len(world.resolve().events) == 1


def test_those_who_meet_are_other_states(world):
    world.article("a")
    world.mention("a", "Norland and Sudonia met in Geneva.", actors=STATES, place="Geneva")
    world.mention("a", "Holt then met Westria in Geneva.", actors=("Mira Holt", "Westria"), place="Geneva")
    assert len(world.resolve().events) == 2


def test_a_meeting_is_not_the_meetings(world):
    world.article("a")
    world.mention("a", "The meeting took two hours.", trigger="meeting", actors=STATES)
    world.mention("a", "Such meetings are rare.", trigger="meeting", actors=STATES)
    assert len(world.resolve().events) == 1
    world.events[1] = replace(world.events[1], text="meetings")
    assert len(world.resolve().events) == 2


def test_talks_are_one_meeting(world):
    world.article("a")
    world.mention("a", "Norland and Sudonia held talks in Geneva.", trigger="talk", actors=STATES, place="Geneva")
    world.mention("a", "The talks of Norland and Sudonia were short.", trigger="talk", actors=STATES)
    world.events[0] = replace(world.events[0], text="talks")
    assert len(world.resolve().events) == 1


def test_the_police_of_two_towns_share_no_name(world):
    """Who is called no more than "police" may be that of any country."""
    arrest = {"event_type": "COERCE", "trigger": "arrest", "mode": "arrest", "actors": ("police",)}
    tell(world, "a", "Police arrested a foreman of the mill.", recipients=("foreman",), **arrest)
    tell(world, "b", "The police arrested 40 of our members.", **arrest)
    assert len(world.resolve().events) == 2


def test_summits_of_one_day_in_two_towns_with_another_guest_are_two(world):
    summit = {"trigger": "summit", "date_edtf": "2025-07-14"}
    tell(world, "a", "Norland called off a summit with Sudonia.", "2025-06-10", actors=STATES, place="Geneva",
         status="cancelled", **summit)  # fmt: skip
    tell(world, "b", "Norland and Brazil will hold a summit.", "2025-06-11", actors=("Norland", "Brazil"), place="Vienna",
         status="planned", **summit)  # fmt: skip
    assert statuses(world.resolve()) == ["cancelled", "planned"]


def test_the_place_of_a_meeting_is_its_own_though_the_refusal_stands_nearer(world):
    sentence = "The meeting that had been set for March in Geneva was cancelled."
    world.article("paper", body=sentence)
    world.mention(
        "paper", sentence, trigger="meeting", status="cancelled", place="Geneva", start=sentence.index("meeting")
    )
    world.mention("paper", sentence, event_type="REJECT", mode="meet", trigger="cancelled", place="Geneva",
                  start=sentence.index("cancelled"))  # fmt: skip
    meeting = next(event for event in world.resolve().events if event.event_type == "CONSULT")
    assert meeting.place == "Geneva"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"event_type": "CONSULT", "mode": "phone", "trigger": "call"},
            {"event_type": "CONSULT", "mode": "visit", "trigger": "visit"},
        ),
        ({"event_type": "AGREE", "trigger": "sign"}, {"event_type": "AGREE", "trigger": "ratify"}),
    ],
)
def test_one_act_is_not_told_in_words_for_another(world, one, other):
    tell(world, "a", "Holt and Lund did the one thing for the harbour.", actors=("Mira Holt", "Ida Lund"), **one)
    tell(world, "b", "Holt did the other thing for the harbour.", actors=("Mira Holt",), **other)
    assert len(world.resolve().events) == 2


@pytest.mark.parametrize("actors", [(), ("Norland",)])
def test_who_is_asked_is_not_who_asks(world, actors):
    tell(world, "a", "The court summoned Mira Holt.", event_type="REQUEST", trigger="summon", actors=actors,
         recipients=("Mira Holt",))  # fmt: skip
    tell(world, "b", "Mira Holt asked for asylum.", event_type="REQUEST", trigger="ask", actors=("Mira Holt",))
    assert len(world.resolve().events) == 2


DEATHS = {"event_type": None, "mode": "death", "recipients": ("students",)}


def test_so_many_people_are_those_that_the_other_counts(world):
    tell(world, "a", "Eleven were killed at sea.", trigger="kill", **DEATHS)
    tell(world, "b", "The wave left 11 dead.", trigger="die", **DEATHS)
    tell(world, "c", "Nineteen dead in storm.", trigger="die", **DEATHS)
    assert sorted(event.article_count for event in world.resolve().events) == [1, 2]


def test_towns_and_people_of_both_articles_pin_what_neither_dates(world):
    tell(world, "a", "Some students died.", trigger="die", **DEATHS)
    tell(world, "b", "Nobody knew why they had died.", trigger="die", **DEATHS)
    assert len(world.resolve().events) == 2
    world.names = ("Port Salla", "Nora Dahl")
    assert len(world.resolve().events) == 1


def test_who_was_pulled_out_was_rescued(world):
    tell(world, "a", "They pulled the students from the sea.", event_type="AID", trigger="pull",
         recipients=("students",), date_edtf="2025-03-05")  # fmt: skip
    tell(world, "b", "The students were rescued.", event_type=None, mode="search", trigger="rescue",
         recipients=("students",), date_edtf="2025-03-05")  # fmt: skip
    assert len(world.resolve().events) == 1


@pytest.mark.parametrize(("published", "events"), [("2025-03-12", 1), ("2026-09-12", 2)])
def test_what_news_does_not_date_is_not_of_long_ago(world, published, events):
    sinking = {"event_type": None, "mode": "accident", "trigger": "sink", "place": "Port Salla"}
    tell(world, "a", "A ferry sank in March.", date_edtf="2025-03-05", **sinking)
    tell(world, "b", "Nobody saw it.", published, **sinking)
    assert len(world.resolve().events) == events
