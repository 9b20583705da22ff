"""The types of events in short sentences: the breadth of the lexicon."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from schemas.plover import EVENT_TYPES

if TYPE_CHECKING:
    from conftest import Told

_SENTENCES = yaml.safe_load((Path(__file__).parent / "types.yaml").read_text(encoding="utf-8"))


def test_all_types_have_sentences() -> None:
    assert set(_SENTENCES) == set(EVENT_TYPES)


@pytest.mark.parametrize("event_type", sorted(_SENTENCES))
def test_sentences_tell_their_type(tell_each: Callable[[Sequence[str]], list["Told"]], event_type: str) -> None:
    sentences = _SENTENCES[event_type]
    types = [{event.event_type for event in told.events} for told in tell_each(sentences)]
    assert [(text, found) for text, found in zip(sentences, types, strict=True) if event_type not in found] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Roe wants to be mayor of Lima.",
        "The bank is expected to cut its lending rate on Monday.",
        "The price of oil dropped in on-line trade in Norway.",
        "Moves had been taken in this direction by Chad.",
        "Traders enter the government bond market in Oslo.",
        "Ana Roe wants her daughter to be a surgeon.",
        "A yellow bulldozer pushed the mound to make room.",
        "The battle over the cigarette tax in Oslo could end this month.",
        "Ben Roe managed to wipe out much of his weight.",
    ],
)
def test_words_of_events_in_other_senses(tell: Callable[..., "Told"], sentence: str) -> None:
    assert [(event.event_type, event.text) for event in tell(sentence).events if event.event_type] == []
