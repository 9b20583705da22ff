"""The types of events in short sentences: the breadth of the lexicon."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from schemas.plover import EVENT_TYPES

if TYPE_CHECKING:
    from conftest import Told

_HERE = Path(__file__).parent
_SENTENCES = yaml.safe_load((_HERE / "types.yaml").read_text(encoding="utf-8"))
_OTHER = yaml.safe_load((_HERE / "other_senses.yaml").read_text(encoding="utf-8"))


def test_all_types_have_sentences() -> None:
    assert set(_SENTENCES) == set(EVENT_TYPES)


@pytest.mark.parametrize("event_type", sorted(_SENTENCES))
def test_sentences_tell_their_type(tell_each: Callable[[Sequence[str]], list["Told"]], event_type: str) -> None:
    sentences = _SENTENCES[event_type]
    types = [{event.event_type for event in told.events} for told in tell_each(sentences)]
    assert [(text, found) for text, found in zip(sentences, types, strict=True) if event_type not in found] == []


def test_words_of_events_in_other_senses(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    found = [
        [(event.event_type, event.text) for event in told.events if event.event_type] for told in tell_each(_OTHER)
    ]
    assert [(text, events) for text, events in zip(_OTHER, found, strict=True) if events] == []


def test_a_threat_of_workers_to_strike_is_none_of_violence(tell_each: Callable[[Sequence[str]], list["Told"]]) -> None:
    [told] = tell_each(["Nurses threatened to strike in April."])
    assert [event.mode for event in told.events if event.event_type == "THREATEN"] == [None]
