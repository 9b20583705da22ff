"""One act that counts as two types is one event."""

from dataclasses import replace

import pytest

from transforms.ids import content_id

SIDES = ("Norland", "Sudonia")


def as_another(world, event_type, **changes):
    """The last mention once more, under another type."""
    twin = replace(world.events[-1], mention_id=content_id("em", event_type), event_type=event_type, **changes)
    world.events.append(twin)
    return twin.mention_id


@pytest.mark.parametrize(
    ("event_type", "other", "of_event"), [("SUPPORT", "AGREE", "AGREE"), ("ACCUSE", "SANCTION", "SANCTION")]
)
def test_two_types_of_one_act_are_one_event_with_a_mention_of_each(world, event_type, other, of_event):
    world.article("paper", "2025-04-13")
    first = world.mention(
        "paper", "They signed an accord.", actors=SIDES, event_type=event_type, date_edtf="2025-04-12"
    )
    second = as_another(world, other)
    resolution = world.resolve()
    (event,) = resolution.events
    assert event.event_type == of_event
    assert {row.mention_id: (row.event_type, row.event_id) for row in resolution.event_mentions} == {
        first: (event_type, event.event_id),
        second: (other, event.event_id),
    }
    assert {claim.value for claim in resolution.event_claims if claim.field == "event_type"} == {of_event}


def test_what_was_agreed_and_not_yet_done_is_another_event(world):
    world.article("paper", "2025-04-13")
    world.mention("paper", "They agreed to send grain.", actors=SIDES, event_type="AGREE")
    as_another(world, "AID", status="planned")
    assert {(event.event_type, event.status) for event in world.resolve().events} == {
        ("AGREE", "occurred"),
        ("AID", "planned"),
    }


def test_who_is_to_meet_is_to_meet_and_not_to_agree(world):
    world.article("paper", "2025-04-13")
    world.mention("paper", "They will meet.", actors=SIDES, event_type="CONSULT", status="planned")
    as_another(world, "AGREE")
    (event,) = world.resolve().events
    assert (event.event_type, event.status) == ("CONSULT", "planned")


def test_what_is_to_be_signed_is_to_be_agreed(world):
    world.article("paper", "2025-04-13")
    world.mention("paper", "They will sign an accord.", actors=SIDES, event_type="AGREE", status="planned")
    as_another(world, "SUPPORT")
    assert [(event.event_type, event.status) for event in world.resolve().events] == [("AGREE", "planned")]


def test_who_failed_to_agree_has_not_refused_besides(world):
    world.article("paper", "2025-04-13")
    world.mention("paper", "They failed to agree.", actors=SIDES, event_type="AGREE", trigger="agree", status="negated")
    as_another(world, "REJECT", status="occurred")
    assert [(event.event_type, event.status) for event in world.resolve().events] == [("AGREE", "negated")]
