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
        (
            "Chad and Niger met on Friday, a day after rebels attacked Zinder, but clashes began on Monday.",
            "attacked",
            "2024-02-01",
        ),
        ("In 2014, Chad and Niger signed a pact in Oslo on October 22.", "signed", "2014-10-22"),
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
        (
            "Chad signed the pact on 12 January. On the night after the signing, crowds stormed the port.",
            "stormed",
            "2024-01-13",
        ),
        ("Chad signed the pact on 12 January. On the night after the coup, crowds stormed the port.", "stormed", None),
        ("In 2018, rebels attacked Niamey, and Chad closed its embassy on 23 April.", "closed", "2018-04-23"),
        ("In May 1980 rebels attacked Niamey. On 18 May Chad closed its embassy.", "closed", "1980-05-18"),
        ("In 2018, rebels attacked Niamey. On 23 April Chad closed its embassy.", "closed", "2023-04-23"),
        ("Chad, which joined the pact in 2018, closed its embassy on 23 April.", "closed", "2023-04-23"),
        ("Chad freed the men six days after thousands marched in the largest rally since May 2014.", "marched", None),
        ("It was the first visit to Chad by a minister of Niger since July 2011.", "visit", None),
        ("On 3 January Chad and Niger signed a treaty.", "signed", "2024-01-03"),
        ("Chad today closed its embassy, and barred the rebels from entry.", "barred", "2024-02-07"),
        ("Chad welcomed the decision of Niger on Sunday.", "welcomed", "2024-02-04"),
        ("Talks will begin on Friday and the rebels are to leave the town.", "leave", None),
        ("The minister rejected the offer made on Monday. Two days later police arrested nine men.", "arrested", None),
        (
            "Chad, whose premier met rebels in Oslo on 12 January, called the talks off. He left two days later.",
            "called",
            None,
        ),
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
        ("Niger invaded from the north.", "ASSAULT"),
        ("The minister rang his counterpart on Monday.", "CONSULT"),
        ("Niger plans to bring aid to Chad on Monday.", "AID"),
        ("Niger will send two ships with fuel and food to Chad.", "AID"),
        ("Niger called for the ban to be lifted.", "REQUEST"),
        ("A cessation of hostilities in Chad took effect.", "RETREAT"),
        ("Niger plans to reconvene peace talks on Monday.", "CONSULT"),
        ("The house was set on fire.", None),
        ("It was the worst raid since last May, when rebels killed nine soldiers.", "ASSAULT"),
    ],
)
def test_types(tell: Tell, sentence: str, event_type: str | None) -> None:
    assert event_type in [event.event_type for event in tell(sentence).events]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Gunmen crossed into Chad from Niger.", "ASSAULT"),
        ("Norway revoked the visas of nine officials.", "CONCEDE"),
        ("Norway will bring its soldiers home from Chad.", "MOBILIZE"),
        ("The rebels cut the supply line to Niamey.", "SANCTION"),
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


def test_a_visit_that_fell_through(tell: Tell) -> None:
    assert tell("A visit to Chad by a minister of Niger fell through.").the("CONSULT").status == "cancelled"


def test_a_clause_before_a_semicolon_is_not_what_the_next_one_rejects(tell: Tell) -> None:
    told = tell("Chad has deployed four warplanes to the base; its minister on Thursday rejected any truce.")
    assert told.the("MOBILIZE").status == "occurred"
