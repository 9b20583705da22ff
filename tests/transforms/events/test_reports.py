"""Advice, columns and lessons tell few events, reports that quote such talk tell theirs."""

from typing import TYPE_CHECKING

import pytest
from spacy.language import Language

from transforms.entities.find_entities import find_entities
from transforms.events.reports import is_report
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts
from transforms.quotes.find_quotes import find_quotes

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
_QUOTED = " ".join(f'"I told you that boat {number} is mine, and you know it," said Ida Berg.' for number in range(9))
_REPORT = f"The boats sank off Oslo. {_QUOTED} The mayor left. He was tired."


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


def test_what_is_quoted_does_not_make_a_report_personal(nlp: Language) -> None:
    article = ParsedArticle(
        "ar_0123456789abcdef", _REPORT, None, None, None, None, (Paragraph(0, "body", *parse_texts(nlp, [_REPORT])),)
    )
    quotes = find_quotes(article, find_entities(article))
    assert is_report(article, quotes)
    assert not is_report(article, ())
