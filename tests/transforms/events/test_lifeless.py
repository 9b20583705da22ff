"""Things and states of things do nothing of their own will; people, bodies and their texts do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Told

_THINGS = [
    "The shortage forced Norway to wait.",
    "The app supported Norway and Chad.",
    "His response threatens Norway.",
    "Farmers in Chad were forced from their homes by the floods.",
    "This requires Norway to act.",
    "Lower costs helped Norway.",
    "Norway's weather station suspended its work.",
]
_ABLE = {
    "The general forced Norway to wait.": "COERCE",
    "A letter condemned Norway.": "ACCUSE",
    "The summit urged Norway to act.": "REQUEST",
    "The bomb killed two soldiers in Chad.": "ASSAULT",
    "Norway said that the claims by Chad were false.": "REJECT",
    "The speechwriter implored Norway to act.": "REQUEST",
    "Norway closed its border with Chad.": "COERCE",
    "The airport refused a Norwegian plane permission to land.": "REJECT",
}


def test_things_do_nothing(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    found = [
        [(event.event_type, event.text) for event in told.events if event.event_type] for told in tell_each(_THINGS)
    ]
    assert [(text, events) for text, events in zip(_THINGS, found, strict=True) if events] == []


def test_who_can_act(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    found = [{event.event_type for event in told.events} for told in tell_each(list(_ABLE))]
    assert [(text, types) for (text, kind), types in zip(_ABLE.items(), found, strict=True) if kind not in types] == []
