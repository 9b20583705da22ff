"""One row for each thing that happened, on hand-made mentions."""

from dataclasses import replace
from itertools import permutations

import pytest

from transforms.stories.choose_claims import SUPERSEDED

NORLAND_AND_SUDONIA = ("Norland", "Sudonia")
VISAS = ("visa", "embassy", "staff", "bilateral")


def only(resolution):
    (event,) = resolution.events
    return event


def tell_three_rounds(world):
    """A first round told without a year, a first and a second told with it, an undated earlier one told on a Friday."""
    world.article("dated", "2025-04-13")
    world.article("yearless")
    world.article("weekday")
    return [
        world.mention("dated", "The second round was on April 10.", trigger="talk", actors=NORLAND_AND_SUDONIA,
                      place="Geneva", date_edtf="2025-04-10", round=2),
        world.mention("dated", "It followed a meeting on February 27.", actors=NORLAND_AND_SUDONIA, place="Geneva",
                      date_edtf="2025-02-27"),
        world.mention("yearless", "The sides met in Geneva on 27 February.", actors=NORLAND_AND_SUDONIA,
                      place="Geneva", date_edtf="XXXX-02-27"),
        world.mention("weekday", "They met in Geneva on Friday.", actors=NORLAND_AND_SUDONIA, place="Geneva",
                      date_text="Friday"),
    ]  # fmt: skip


def test_only_the_date_tells_rounds_apart(world, together):
    second, first, yearless, friday = tell_three_rounds(world)
    assert together(world.resolve()) == {
        frozenset({second}),
        frozenset({first, yearless}),
        frozenset({friday}),
    }


def test_a_missing_year_is_borrowed_with_the_claim_that_gave_it(world):
    _, first, yearless, _ = tell_three_rounds(world)
    resolution = world.resolve()
    row = next(row for row in resolution.event_mentions if row.mention_id == yearless)
    assert (row.date_edtf, row.date_basis) == ("2025-02-27", "borrowed")
    event = next(event for event in resolution.events if event.event_id == row.event_id)
    assert event.date_edtf == "2025-02-27"
    given = {
        (claim.value, claim.mention_id, claim.chosen)
        for claim in resolution.event_claims
        if claim.event_id == event.event_id and claim.field == "date_edtf"
    }
    assert given == {("2025-02-27", first, True), ("XXXX-02-27", yearless, False)}


def test_a_weekday_without_a_date_of_publication_stays_undated(world):
    *_, friday = tell_three_rounds(world)
    resolution = world.resolve()
    row = next(row for row in resolution.event_mentions if row.mention_id == friday)
    event = next(event for event in resolution.events if event.event_id == row.event_id)
    assert (row.date_text, row.date_edtf, event.date_edtf) == ("Friday", None, None)


@pytest.mark.parametrize("order", list(permutations(["dated", "yearless", "weekday"])))
def test_clusters_and_values_do_not_depend_on_the_order_of_arrival(world, together, order):
    tell_three_rounds(world)
    first, other = world.resolve(), world.resolve(list(order))
    assert together(first) == together(other)

    def values(resolution):
        blank = {event.event_id: "" for event in resolution.events}
        rows = [tuple(blank.get(value, value) for value in vars_of(event)) for event in resolution.events]
        return sorted(rows, key=repr)

    assert values(first) == values(other)


def vars_of(row):
    return tuple(getattr(row, name) for name in row.__dataclass_fields__)


def test_an_event_keeps_its_id_as_articles_join(world):
    tell_three_rounds(world)
    before = {event.event_id for event in world.resolve().events}
    world.article("late", "2025-05-01")
    world.mention("late", "They had met in Geneva on 27 February 2025.", actors=NORLAND_AND_SUDONIA, place="Geneva",
                  date_edtf="2025-02-27")  # fmt: skip
    assert {event.event_id for event in world.resolve().events} == before


def test_copies_and_rewrites_count_as_one_source(world):
    for name in ("first", "second", "third"):
        world.article(name)
        world.mention(name, f"Holt met Lund in Vienna, {name} says.", actors=("Mira Holt", "Ida Lund"), place="Vienna",
                      date_edtf="XXXX-11-14")  # fmt: skip
    world.link("second", "first")
    event = only(world.resolve())
    assert (event.article_count, event.independent_source_count) == (3, 2)


def test_a_minister_the_ministry_and_the_state_are_one_party(world):
    for name, party in (("a", "Mira Holt"), ("b", "Norland Foreign Ministry"), ("c", "Norland")):
        world.article(name)
        world.mention(name, f"{party} met Sudonia in Geneva.", actors=(party, "Sudonia"), place="Geneva",
                      date_edtf="2025-03-01", topic=VISAS)  # fmt: skip
    event = only(world.resolve())
    assert event.actors == ("Mira Holt", "Sudonia")
    assert event.actor_countries == ("NOR", "SWE")


def test_two_deputy_ministers_are_two(world):
    world.article("a")
    world.article("b")
    world.mention("a", "Holt met Lund.", actors=("Mira Holt", "Ida Lund"), place="Geneva")
    world.mention("b", "Brask met Westria's envoy.", actors=("Anton Brask", "Westria"), place="Geneva")
    assert len(world.resolve().events) == 2


def test_a_city_is_in_its_country(world):
    world.article("a")
    world.article("b")
    world.mention("a", "They met in Geneva.", actors=NORLAND_AND_SUDONIA, place="Geneva", date_edtf="2025-03-01")
    world.mention("b", "They met in Switzerland.", actors=NORLAND_AND_SUDONIA, place="Switzerland",
                  date_edtf="2025-03-01")  # fmt: skip
    resolution = world.resolve()
    assert only(resolution).place == "Geneva"
    lost = next(claim for claim in resolution.event_claims if claim.value == "Switzerland")
    assert (lost.chosen, lost.rule) == (False, "contains the place published")


def test_plan_and_outcome_are_one_event_and_the_outcome_is_published(world):
    world.article("before", "2025-03-01")
    world.article("after", "2025-03-06")
    plan = {"actors": NORLAND_AND_SUDONIA, "place": "Geneva", "date_edtf": "2025-03-05", "topic": VISAS}
    world.mention("before", "They will meet on March 5.", status="planned", **plan)
    world.mention("after", "They met on March 5.", **plan)
    resolution = world.resolve()
    assert only(resolution).status == "occurred"
    assert {(claim.value, claim.chosen) for claim in resolution.event_claims if claim.field == "status"} == {
        ("occurred", True),
        ("planned", False),
    }


def test_a_cancellation_beats_the_plan(world):
    world.article("before", "2025-03-01")
    world.article("after", "2025-03-04")
    plan = {"actors": NORLAND_AND_SUDONIA, "place": "Geneva", "date_edtf": "2025-03-05", "topic": VISAS}
    world.mention("before", "They will meet on March 5.", status="planned", **plan)
    world.mention("after", "The meeting on March 5 is off.", status="cancelled", **plan)
    assert only(world.resolve()).status == "cancelled"


def test_the_next_meeting_is_not_the_one_that_was_held(world):
    world.article("a", "2025-03-06")
    world.mention("a", "They met on March 5.", actors=NORLAND_AND_SUDONIA, place="Geneva", date_edtf="2025-03-05")
    world.mention("a", "They agreed to meet again.", status="planned", actors=NORLAND_AND_SUDONIA)
    assert sorted(event.status for event in world.resolve().events) == ["occurred", "planned"]


def test_what_was_not_discussed_is_no_event_that_occurred(world):
    world.article("a")
    world.mention("a", "They met in Geneva on Friday.", actors=NORLAND_AND_SUDONIA, place="Geneva", date_text="Friday")
    world.mention("a", "The war was not discussed.", trigger="discuss", status="negated", topic=("war",),
                  actors=NORLAND_AND_SUDONIA)  # fmt: skip
    assert sorted(event.status for event in world.resolve().events) == ["negated", "occurred"]


def test_a_denial_of_that_very_event_joins_it(world):
    shelling = {
        "event_type": "ASSAULT",
        "trigger": "shell",
        "actors": ("Norland",),
        "recipients": ("Sudonia",),
        "place": "Port Salla",
        "date_edtf": "2025-03-05",
        "topic": ("harbour", "artillery", "night"),
    }
    world.article("a", "2025-03-06")
    world.article("b", "2025-03-07")
    world.mention("a", "Norland shelled the harbour of Port Salla.", **shelling)
    world.mention("b", "Norland denied that it had shelled the harbour.", status="negated", **shelling)
    resolution = world.resolve()
    assert only(resolution).status == "occurred"
    assert {claim.value for claim in resolution.event_claims if claim.field == "status"} == {"occurred", "negated"}


def test_every_published_value_has_a_chosen_claim(world):
    tell_three_rounds(world)
    resolution = world.resolve()
    chosen = {(claim.event_id, claim.field, claim.value) for claim in resolution.event_claims if claim.chosen}
    counted = {"event_id", "article_count", "independent_source_count", "first_reported", "last_reported"}
    for event in resolution.events:
        for name in set(event.__dataclass_fields__) - counted:
            value = getattr(event, name)
            for item in value if isinstance(value, tuple) else () if value is None else (value,):
                assert (event.event_id, name, str(item)) in chosen


def test_nothing_makes_no_events(world):
    resolution = world.resolve()
    assert (resolution.events, resolution.event_mentions, resolution.event_claims) == ((), (), ())


def test_what_a_publisher_says_last_replaces_what_it_said_before(world):
    raid = {
        "event_type": "ASSAULT",
        "trigger": "raid",
        "actors": ("Norland",),
        "recipients": ("Sudonia",),
        "date_edtf": "2025-03-01",
    }
    for name, day in (("first", "2025-03-02"), ("second", "2025-03-03"), ("correction", "2025-03-05")):
        world.article(name, day)
        article = world.articles[name]
        world.articles[name] = replace(article, source="The Ledger" if name != "second" else "The Echo")
    world.mention("first", "Norland raided Port Salla.", place="Port Salla", **raid)
    world.mention("second", "Norland raided Port Salla again.", place="Port Salla", **raid)
    world.mention("correction", "Norland raided Old Salla, not Port Salla.", place="Old Salla", **raid)
    resolution = world.resolve()
    (event,) = resolution.events
    claims = {(claim.article_id, claim.value): claim for claim in resolution.event_claims if claim.field == "place"}
    assert claims[world.articles["first"].article_id, "Port Salla"].rule == SUPERSEDED
    assert event.place == "Old Salla"


def test_a_declared_meeting_is_planned_and_its_declaration_is_another_event(world, together):
    for name in ("first", "second"):
        world.article(name, "2025-04-01")
    plans, declarations = (
        [
            world.mention(name, f"{name}: they will meet in Geneva on 9 April.", event_type, actors=NORLAND_AND_SUDONIA,
                          start=40, **told)
            for name in ("first", "second")
        ]
        for event_type, told in (
            ("CONSULT", {"status": "planned", "place": "Geneva", "date_edtf": "2025-04-09"}),
            ("AGREE", {}),
        )
    )  # fmt: skip
    resolution = world.resolve()
    assert frozenset(plans) in together(resolution)
    assert all(cluster <= {*plans} or cluster <= {*declarations} for cluster in together(resolution))
    assert {(one.event_type, one.status) for one in resolution.events} == {
        ("CONSULT", "planned"),
        ("AGREE", "occurred"),
    }


def test_what_one_state_does_another_has_not_done(world, together):
    world.article("one", "2025-04-01")
    first = world.mention("one", "Norland condemned Westria.", "ACCUSE", "condemn", actors=("Norland",),
                          recipients=("Westria",))  # fmt: skip
    second = world.mention("one", "Sudonia condemned Westria.", "ACCUSE", "condemn", actors=("Sudonia",),
                           recipients=("Westria",))  # fmt: skip
    assert together(world.resolve()) == {frozenset({first}), frozenset({second})}
