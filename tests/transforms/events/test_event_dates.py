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
        ("A storm that hit the coast last week closed the port of Lome.", "hit", "2024-01-29/2024-02-04"),
        ("A storm that hit the coast in May killed nine people.", "storm", "2023-05"),
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
        ("Finland and Norway met in Riga in June\n2016.", "met", "2016-06"),
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


def test_what_goes_on_for_a_second_day_began_the_day_before(tell: Tell) -> None:
    told = tell("Farmers blocked the road for a second day on Thursday.", published="2025-03-06")
    blockade = told.the("PROTEST")
    assert (blockade.status, blockade.date_edtf) == ("ongoing", "2025-03-05")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Norway cancelled talks with Finland scheduled for 20 May.", "2026-05-20"),
        ("Norway cancelled talks with Finland set for 4 May.", "2026-05-04"),
    ],
)
def test_what_is_called_off_may_have_been_ahead(tell: Tell, sentence: str, day: str) -> None:
    talks = tell(sentence, published="2026-05-11").the("CONSULT")
    assert (talks.status, talks.date_edtf) == ("cancelled", day)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Finnish ministry sent out invitations for a third round of talks on 10 December.",
        "Finland issued an invitation to the summit on 10 December.",
    ],
)
def test_the_day_of_a_meeting_is_not_that_of_the_invitation(tell: Tell, sentence: str) -> None:
    assert tell(sentence, published="2026-10-29").the("REQUEST").date_text is None


def test_rounds_have_their_own_dates(tell: Tell) -> None:
    told = tell(
        "The second round of talks between Finland and Norway in Riga, which took place on 3 May 2024, "
        "followed a first meeting on 7 April 2024."
    )
    second, first = told.the("CONSULT", "talks"), told.the("CONSULT", "meeting")
    assert (second.date_edtf, second.round) == ("2024-05-03", 2)
    assert (first.date_edtf, first.round) == ("2024-04-07", 1)


@pytest.mark.parametrize(
    ("sentence", "trigger", "edtf"),
    [
        ("Finland, which joined the pact in 2023, accused Norway of fraud on Monday.", "accused", "2024-02-05"),
        ("Finland accused Norway on Monday after Chad invaded Niger in 2021.", "invaded", "2021"),
        ("Finland and Norway met on Tuesday, two years after Chad invaded Niger in March 2022.", "invaded", "2022-03"),
        ("Finland agreed on Monday in Riga to send aid to Norway.", "send", None),
        ("Finland will send troops to Norway in May, a minister said on Monday.", "send", "2024-05"),
        ("Finland said on Monday that Norway had attacked Riga.", "attacked", None),
        ("At the end of November Finland pulled out of talks with Norway.", "pulled", "2023-11-20/2023-11-30"),
        (
            "Norway freed eleven Finnish sailors who were arrested in late November.",
            "arrested",
            "2023-11-20/2023-11-30",
        ),
        ("Norway freed eleven Finnish sailors who were arrested in late November.", "freed", None),
        ("On Monday Finland called off the meeting with Norway.", "meeting", None),
        ("Finland and Norway, who last met in November, will meet again on 3 March.", "meet", "2024-03-03"),
        ("A previous attempt to bring the ministers together, in Riga in March, came to nothing.", "bring", "2023-03"),
        ("Ministers of both states met before the May talks between Finland and Norway.", "met", None),
        ("Finland and Norway sign a fishing accord, 5 February 2024.", "sign", "2024-02-05"),
    ],
)
def test_each_event_has_its_own_date(tell: Tell, sentence: str, trigger: str, edtf: str | None) -> None:
    events = [event for event in tell(sentence, published="2024-02-07").events if event.text == trigger]
    assert edtf in [event.date_edtf for event in events]


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "edtf"),
    [
        ("The speech comes ahead of talks between Finland and Norway tomorrow.", "talks", "planned", "2024-02-08"),
        ("They spoke ahead of the April summit of Finland and Norway.", "summit", "planned", "2024-04"),
        ("Norway called off its talks with Finland of next week.", "talks", "cancelled", "2024-02-12/2024-02-18"),
        ("She will ask for help when she visits Norway next month.", "visits", "planned", "2024-03"),
        ("Finland and Norway signed the treaty ahead of a vote tomorrow.", "signed", "occurred", None),
        ("Finland and Norway signed the treaty on 9 March 2025.", "signed", "occurred", "2025-03-09"),
        ("Finland and Norway signed the treaty yesterday.", "signed", "occurred", "2024-02-06"),
    ],
)
def test_nothing_has_happened_after_its_article(
    tell: Tell, sentence: str, trigger: str, status: str, edtf: str | None
) -> None:
    told = {
        (event.status, event.date_edtf)
        for event in tell(sentence, published="2024-02-07").events
        if event.text == trigger
    }
    assert (status, edtf) in told
