"""What goes on for days: "for a second day on Thursday" tells of something that began on Wednesday."""

from dataclasses import replace
from datetime import timedelta

from transforms.events.circumstances import ORDINALS
from transforms.events.event_dates import EventDate
from transforms.events.triggers import Trigger


def day_reached(trigger: Trigger) -> int | None:
    """Which day an event has reached, 2 for "for a second day"; None where its clause does not count days."""
    for child in trigger.anchor.children:
        if child.dep_ == "prep" and child.lower_ == "for":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lower_ == "day":
                    return next((ORDINALS[word.lower_] for word in noun.lefts if word.lower_ in ORDINALS), None)
    return None


def dated_from_first(when: EventDate, reached: int | None) -> EventDate:
    """The date of the first day, where the date is that of the day reached."""
    if reached is None or when.earliest is None or when.earliest != when.latest:
        return when
    first = when.earliest - timedelta(days=reached - 1)
    return replace(when, edtf=first.isoformat(), earliest=first, latest=first)
