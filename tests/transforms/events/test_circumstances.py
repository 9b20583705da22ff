"""Where events are said to be, and what a dateline is no part of, in sentences of our own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from transforms.datelines import dateline_end

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


def test_place_and_day_of_an_act_are_not_those_of_the_accusation(tell: Tell) -> None:
    told = tell("Finland said that Norway had carried out the attack in Riga on Sunday.", published="2025-03-05")
    accusation = told.the("ACCUSE")
    assert told.place(accusation) is None
    assert accusation.date_edtf is None


def test_a_place_belongs_to_its_own_clause(tell: Tell) -> None:
    told = tell("Finland and Norway met in Riga on Monday, since Chad invaded Niger in March.")
    assert told.place(told.the("CONSULT")) == "Riga"
    assert told.place(told.the("ASSAULT")) is None


def test_a_dateline_is_no_party_date_or_place(tell: Tell) -> None:
    told = tell("RIGA, 3 May (BNN) - Finland and Norway signed a treaty.", published="2024-05-03")
    event = told.the("AGREE")
    assert told.actors(event) == ["Finland", "Norway"]
    assert (event.date_text, told.place(event), event.recipient_ids) == (None, None, ())


@pytest.mark.parametrize("text", ["UN: more aid needed.", "Finland - a country - agreed.", "1200 (about) - few."])
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_the_capital_of_a_country_is_the_city_that_the_article_names(tell: Tell) -> None:
    told = tell("Finland and Norway met in the Latvian capital.", "Snow fell in Riga that day.")
    assert told.place(told.the("CONSULT")) == "Riga"


def test_a_town_is_no_recipient_of_what_is_agreed_there(tell: Tell) -> None:
    told = tell("Finland and Norway signed an agreement in Stavanger.")
    event = told.the("AGREE")
    assert event.recipient_ids == ()
    assert told.place(event) == "Stavanger"


def test_a_dateline_is_no_part_of_the_sentence_behind_it(tell: Tell) -> None:
    for opening in ("ADDIS ABABA, July 5 - ", "ADDIS ABABA (Northline) -- ", "ADDIS ABABA: "):
        told = tell(f"{opening}Talks between Ethiopia and Eritrea opened on Monday.")
        assert told.actors(told.the("CONSULT")) == ["Eritrea", "Ethiopia"]
