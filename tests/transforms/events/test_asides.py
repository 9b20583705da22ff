"""Advice and lessons tell few events."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Tell

_ADVICE = (
    "You need a good app for your trips. Wayfare offers Nordea a card. You can ask your bank to support it. "
    "I like the map, and Garmin helps drivers to find their way. You should meet your agent in Oslo. "
    "It lets you pay in Kenya. If you pay late, the bank may sue you. My trip to Peru was cheap. "
    "The app releases new maps each month. You will thank Garmin for it. Nokia bought Wayfare on 3 May 2024. "
    "I was glad that Norway had freed two drivers. You are safe."
)
_LESSON = (
    "A bank lends money to firms. Firms offer shares to savers. Regulators allow trading. Norway supports its savers. "
    "Courts protect rights. Traders meet in Oslo. Prices fall when banks cut loans. Peru helps Chad. "
    "Analysts expect growth. The fund asks Nokia for data. Savers win. Taxes are low."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_ADVICE, {"bought": None, "freed": "RETREAT"}),
        (_LESSON, {}),
        ("Norway supports Chad. You know that.", {"supports": "SUPPORT"}),
    ],
)
def test_little_is_news_in_what_is_no_report(tell: "Tell", text: str, told: dict[str, str | None]) -> None:
    assert {event.text: event.event_type for event in tell(text).events} == told
