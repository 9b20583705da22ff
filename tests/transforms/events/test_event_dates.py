"""Dates of events that the rest of the text tells: of other clauses, of the sentence before, of the dateline."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Told

Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Chad recalled its envoy on Tuesday, a day after Niger arrested nine herders.", "arrested", "2024-02-05"),
        ("Chad recalled its envoy on Tuesday, a day after Niger arrested nine herders.", "recalled", "2024-02-06"),
        ("A day after Niger arrested nine herders, Chad recalled its envoy.", "arrested", None),
        ("Chad and Niger met on Friday, two days after an attack on a market in Niamey.", "attack", "2024-01-31"),
        ("Chad said on Tuesday that Niger had freed the prisoners a day earlier.", "freed", "2024-02-05"),
        ("Chad arrested nine herders on 12 January. It freed the men ten days later.", "freed", "2024-01-22"),
        ("Chad arrested nine herders on 12 January. Niger protested. It freed the men ten days later.", "freed", None),
        ("Rebels attacked Niamey in 2008. Chad and Niger met in November of that year.", "met", "2008-11"),
        (
            "Chad, which joined in 2009, met Niger on 3 May 2011. It accused Togo the following month.",
            "accused",
            "2011-06",
        ),
        ("Ties have been cold since 2008, when rebels attacked the port.", "attacked", "2008"),
        ("In June 2011, when thousands marched on the palace, Chad closed its embassy.", "marched", "2011-06"),
        ("The men were detained in raids on Saturday and Sunday.", "detained", "2024-02-03/2024-02-04"),
        ("A court in Niamey on Friday sentenced the minister to nine years in prison.", "sentenced", "2024-02-02"),
        ("The government voiced concern on Sunday over the sentence.", "voiced", "2024-02-04"),
        ("Students burned the consulate of Chad and blocked a road on Monday.", "burned", "2024-02-05"),
        ("The premier, who flew in on Monday, condemned the price rise of 18 January.", "condemned", None),
        ("Chad withdrew from the 2015 treaty.", "withdrew", None),
        ("Chad granted asylum to a former minister of Niger in mid-December.", "granted", "2023-12-10/2023-12-20"),
        ("In July, a riot forced the premier of Niger to resign.", "resign", "2023-07"),
        ("Chad recalled its ambassador for consultations on Monday.", "recalled", "2024-02-05"),
        ("The ministers are meeting in Oslo on Thursday.", "meeting", "2024-02-08"),
        ("An offensive against the rebels, which Chad launched last Friday, went on.", "offensive", "2024-02-02"),
        ("Two days of talks between Chad and Niger ended on Friday.", "talks", "2024-02-01/2024-02-02"),
        ("Chad ended a three-day visit to Niger on Friday.", "visit", "2024-01-31/2024-02-02"),
        ("Chad signed the pact on Monday, and Togo will meet Niger within weeks.", "meet", None),
    ],
)
def test_date(tell: Tell, text: str, trigger: str, edtf: str | None) -> None:
    events = [event for event in tell(text, published="2024-02-07").events if event.text == trigger]
    assert [event.date_edtf for event in events][-1:] == [edtf]


def test_a_date_told_from_one_without_a_year_has_none_either(tell: Tell) -> None:
    told = tell("Chad arrested nine herders on 12 January.", "Ten days later it freed the men.")
    assert told.the("RETREAT").date_edtf == "XXXX-01-22"


def test_the_day_before_an_article_is_no_date_of_what_it_tells(tell: Tell) -> None:
    told = tell("5 February 2024 - Police on Friday arrested a minister of Niger.", published="2024-02-05")
    assert told.the("COERCE").date_edtf == "2024-02-02"


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norway said no to the proposal of Chad.", "REJECT"),
        ("Norway gave the ambassador three days to leave.", "SANCTION"),
        ("Norway cut off gas to Chad for two weeks.", "SANCTION"),
        ("Norway revoked the visas of nine officials.", "COERCE"),
        ("Norway suspended $90 million in aid.", "SANCTION"),
        ("Soldiers beat nine policemen in Niamey.", "ASSAULT"),
        ("The group was handed over to the Red Cross.", "RETREAT"),
        ("Students walked out of lectures in Oslo.", "PROTEST"),
        ("Protesters set fire to the consulate.", "PROTEST"),
        ("Police used pepper spray against the crowd.", "ASSAULT"),
        ("Norway will bring its soldiers home from Chad.", "RETREAT"),
        ("Minister arrested in Oslo", "COERCE"),
        ("It was the worst raid since last May, when rebels killed nine soldiers.", "ASSAULT"),
    ],
)
def test_types(tell: Tell, sentence: str, event_type: str) -> None:
    assert event_type in [event.event_type for event in tell(sentence).events]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Gunmen crossed into Chad from Niger.", "ASSAULT"),
        ("Norway revoked the visas of nine officials.", "CONCEDE"),
        ("Norway will bring its soldiers home from Chad.", "MOBILIZE"),
    ],
)
def test_what_it_is_not(tell: Tell, sentence: str, event_type: str) -> None:
    assert event_type not in [event.event_type for event in tell(sentence).events]


def test_a_headline_names_the_one_who_was_arrested(tell: Tell) -> None:
    arrest = tell("Oslo: Minister Jan Berg arrested in bribery case").the("COERCE")
    assert arrest.actor_ids == ()


def test_a_visit_that_is_then_said_to_be_put_off(tell: Tell) -> None:
    told = tell(
        "Chad and Niger had been due to meet in Oslo next week, but an official said that the visit had been postponed."
    )
    assert told.the("CONSULT", "meet").status == "cancelled"
