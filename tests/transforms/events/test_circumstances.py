"""Where events are said to be, in sentences of our own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Told

Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "event_type", "place"),
    [
        ("The Norwegian minister met his Finnish counterpart in Riga.", "CONSULT", "Riga"),
        ("The Norwegian minister will hold talks with his Finnish counterpart in Riga.", "CONSULT", "Riga"),
        ("Miners marched through Riga on Monday.", "PROTEST", "Riga"),
        ("The Norwegian minister met the mayor of Riga.", "CONSULT", None),
    ],
)
def test_where_people_meet_and_march(tell: Tell, sentence: str, event_type: str, place: str | None) -> None:
    told = tell(sentence)
    assert told.place(told.the(event_type)) == place
