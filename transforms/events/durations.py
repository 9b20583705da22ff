"""What goes on for days: "for a second day on Thursday" tells of something that began on Wednesday.

"Two days of talks ended on Thursday" and "a two-day visit ended on Thursday" tell of the days up to Thursday.
"""

from dataclasses import replace
from datetime import timedelta

from transforms.dates.patterns import grammar
from transforms.events.circumstances import ORDINALS
from transforms.events.event_dates import EventDate
from transforms.events.lexicon import lexicon
from transforms.events.noun_frames import counting_noun
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_LONGEST = 31  # days


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


def dated_to_last(when: EventDate, trigger: Trigger) -> EventDate:
    """The days of what lasted a number of days, where the date is that of its end."""
    ended = trigger.anchor != trigger.token and trigger.anchor.lemma_ in lexicon().ending
    if not ended or when.earliest is None or when.earliest != when.latest:
        return when
    days = _days_lasted(trigger.token)
    if not 1 < days <= _LONGEST:
        return when
    first = when.earliest - timedelta(days=days - 1)
    return replace(when, edtf=f"{first.isoformat()}/{when.earliest.isoformat()}", earliest=first)


def _days_lasted(noun: Token) -> int:
    """How many days: of "two days of talks", "two-day talks"; 0 where they are not counted."""
    counting = counting_noun(noun)
    for day in (counting, *noun.lefts):
        if day.lemma_ == "day" and day != noun:
            words = [child.lower_ for child in day.lefts if child.dep_ == "nummod"]
            return next((int(one) if one.isdecimal() else _number(one) for one in words), 0)
    return 0


def _number(word: str) -> int:
    return int(grammar().words["numbers"].get(word, 0))
