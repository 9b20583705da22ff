"""Dates that are told from one before them in the text: the words and that date in, EDTF out."""

import pytest

from transforms.dates.find_dates import find_dates, told_from
from transforms.dates.reading import Tense


@pytest.mark.parametrize(
    ("words", "told", "edtf"),
    [
        ("ten days later", "2019-05-25", "2019-06-04"),
        ("Ten days earlier", "XXXX-05-25", "XXXX-05-15"),
        ("the day after", "2019-12-31", "2020-01-01"),
        ("the next morning", "2019-05-25", "2019-05-26"),
        ("that evening", "2019-05-25", "2019-05-25"),
        ("the same day", "2019", "2019"),
        ("a few days later", "2019-05-25", "2019-05-27/2019-06-01"),
        ("three weeks later", "2019-05-25", "2019-06-12/2019-06-18"),
        ("two months earlier", "2019-05-25", "2019-03~"),
        ("five years later", "2019", "2024~"),
        ("the following week", "2019-05-25", "2019-05-27/2019-06-02"),
        ("later that month", "2019-05-25", "2019-05"),
        ("the previous year", "2019-05", "2018"),
        ("the following January", "2019-05", "2020-01"),
        ("the previous August", "2019-05-25", "2018-08"),
        ("the following Monday", "2019-05-25", "2019-05-27"),
        ("on the 28th.", "2019-05-25", "2019-05-28"),
        ("in March of that year", "2019-05-25", "2019-03"),
        ("on 4 March the following year", "2019", "2020-03-04"),
        ("the next day", "XXXX-12-31", None),
        ("that year", "XXXX-05-25", None),
        ("two months later", "XXXX-05-25", "XXXX-07~"),
        ("the next day", "202X", None),
    ],
)
def test_told_from_a_date_before(words: str, told: str, edtf: str | None) -> None:
    (found,) = find_dates(words, "2022-02-02")
    assert found.is_told
    dated = told_from(words, found, told, "stated")
    assert dated.edtf == edtf
    assert (dated.basis == "stated") == (edtf is not None)


@pytest.mark.parametrize(("tense", "edtf"), [("past", "2022-01-28"), ("future", "2022-02-28")])
def test_a_day_of_no_month_is_the_nearest_one(tense: Tense, edtf: str) -> None:
    (found,) = find_dates("on the 28th.", "2022-02-02", tense)
    assert (found.edtf, found.basis) == (edtf, "publication")


def test_what_it_is_told_from_lies_on_the_other_side() -> None:
    (found,) = find_dates("freed a day after the vote", None)
    assert told_from("freed a day after the vote", found, "2019-05-25", "stated", is_of_cause=True).edtf == "2019-05-24"


@pytest.mark.parametrize(
    "text", ["over the next year", "during the coming week", "said that Monday was too late", "on the 28th floor"]
)
def test_what_is_told_from_no_date(text: str) -> None:
    assert not any(found.is_told for found in find_dates(text, "2022-02-02"))
