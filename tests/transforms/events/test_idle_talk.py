"""What is told of nobody or only thought of is no event; the same acts by somebody are."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Told

_IDLE = [
    "The harvest was taken for granted.",
    "Training a dog takes patience, and encouraging children to help is hard.",
    "The fund was meant to help repair roofs.",
    "Volunteers could help at weekends.",
    "Norway should embrace the change.",
    "Visitors are required to register.",
    "The firm offers repairs and allows returns.",
    "Oslo wants to please tourists.",
    "Nobody can blame Norway.",
    "A meeting helps.",
    "The sessions were long.",
    "Phone calls sounded clear.",
    "They sat down to plan the garden.",
]
_TOLD = {
    "Norway helped Chad to repair roofs.": "AID",
    "Norway urged Chad to embrace the change.": "REQUEST",
    "Norway allows Chad to return the ships.": "CONCEDE",
    "Norway could help Chad.": "AID",
    "The talks ended without a deal.": "AGREE",
    "The two sides ironed out their differences.": "AGREE",
    "An inquiry into the fire opened on Monday.": "ACCUSE",
    "The meeting opened in Oslo on Monday.": "CONSULT",
    "A curfew was imposed at dusk.": "COERCE",
    "Ida Berg was the first to condemn the coup in Chad.": "ACCUSE",
}


def test_acts_of_nobody(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    found = [[(event.event_type, event.text) for event in told.events if event.event_type] for told in tell_each(_IDLE)]
    assert [(text, events) for text, events in zip(_IDLE, found, strict=True) if events] == []


def test_acts_of_somebody(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    found = [{event.event_type for event in told.events} for told in tell_each(list(_TOLD))]
    assert [(text, types) for (text, kind), types in zip(_TOLD.items(), found, strict=True) if kind not in types] == []
