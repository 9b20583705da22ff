"""Date expressions in, EDTF out; 2023-06-14 is a Wednesday. None: the words leave the date open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.edtf_range import edtf_range
from transforms.dates.find_dates import find_dates

STATED = [
    ("They met on March 3, 2021.", "March 3, 2021", "2021-03-03"),
    ("They met on 3 March 2021.", "3 March 2021", "2021-03-03"),
    ("They met on the 3rd of March 2021.", "3rd of March 2021", "2021-03-03"),
    ("They met on Wednesday, March 3, 2021, at 10:30.", "Wednesday, March 3, 2021", "2021-03-03"),
    ("The talks of 2021-03-03 failed.", "2021-03-03", "2021-03-03"),
    ("The talks of 2021/03/03 failed.", "2021/03/03", "2021-03-03"),
    ("Signed 23/09/2020 in Lima.", "23/09/2020", "2020-09-23"),
    ("Signed 09/23/2020 in Lima.", "09/23/2020", "2020-09-23"),
    ("Signed 07/07/2020 in Lima.", "07/07/2020", "2020-07-07"),
    ("Signed 05/06/2020 in Lima.", "05/06/2020", "2020"),
    ("Signed 05.06.2020 in Lima.", "05.06.2020", "2020-06-05"),
    ("LIMA, OCT 7 - Ministers met.", "OCT 7", "XXXX-10-07"),
    ("They met on Sept. 9.", "Sept. 9", "XXXX-09-09"),
    ("They met on Aug 21st.", "Aug 21st", "XXXX-08-21"),
    ("They met on 9 September.", "9 September", "XXXX-09-09"),
    ("Talks ran January 12-15, 2022.", "January 12-15, 2022", "2022-01-12/2022-01-15"),
    ("Talks ran 12-15 January 2022.", "12-15 January 2022", "2022-01-12/2022-01-15"),
    ("Talks ran from January 30 to February 2, 2022.", "January 30 to February 2, 2022", "2022-01-30/2022-02-02"),
    ("Talks ran from May to July 2022.", "May to July 2022", "2022-05/2022-07"),
    ("It was built in 2004-2006.", "2004-2006", "2004/2006"),
    ("It was built in 2004-06.", "2004-06", "2004/2006"),
    ("It was built between 2004 and 2006.", "2004 and 2006", "2004/2006"),
    ("It opened in August 2019.", "August 2019", "2019-08"),
    ("It opened in August of 2019.", "August of 2019", "2019-08"),
    ("It opened in August.", "August", "XXXX-08"),
    ("It opened in May.", "May", "XXXX-05"),
    ("It opened in late August.", "late August", "XXXX-08"),
    ("It opened at the end of August.", "the end of August", "XXXX-08"),
    ("It opened in late August 2019.", "late August 2019", "2019-08-20/2019-08-31"),
    ("It opened in early February 2020.", "early February 2020", "2020-02-01/2020-02-10"),
    ("It opened at the end of February 2020.", "the end of February 2020", "2020-02-20/2020-02-29"),
    ("It opened in mid-March 2020.", "mid-March 2020", "2020-03-10/2020-03-20"),
    ("It opened in 2016.", "2016", "2016"),
    ("The 2016 summit failed.", "2016", "2016"),
    ("It opened in early 2016.", "early 2016", "2016-01/2016-04"),
    ("It opened in the first half of 2016.", "the first half of 2016", "2016-01/2016-06"),
    ("It opened in the third quarter of 2016.", "the third quarter of 2016", "2016-07/2016-09"),
    ("It opened in the summer of 2016.", "the summer of 2016", "2016-22"),
    ("It opened in winter 2016.", "winter 2016", "2016-24"),
    ("It opened in the 1990s.", "the 1990s", "199X"),
    ("It stood there in the 19th century.", "the 19th century", "18XX"),
    ("It opened on Christmas Eve.", "Christmas Eve", "XXXX-12-24"),
    ("It has stood since April.", "April", "XXXX-04"),
]

TOLD_FROM_PUBLICATION = [
    ("They met today.", "today", "2023-06-14"),
    ("They met yesterday.", "yesterday", "2023-06-13"),
    ("They met the day before yesterday.", "the day before yesterday", "2023-06-12"),
    ("They spoke last night.", "last night", "2023-06-13"),
    ("They met on Monday.", "Monday", "2023-06-12"),
    ("They met on Wednesday.", "Wednesday", "2023-06-14"),
    ("They met on Thursday.", "Thursday", "2023-06-08"),
    ("They met last Monday.", "last Monday", "2023-06-12"),
    ("They met last Tuesday.", "last Tuesday", "2023-06-06"),
    ("They meet next Thursday.", "next Thursday", "2023-06-22"),
    ("They met this Monday.", "this Monday", "2023-06-12"),
    ("They met on Thursday last week.", "Thursday last week", "2023-06-08"),
    ("They met last week.", "last week", "2023-06-05/2023-06-11"),
    ("They met last month.", "last month", "2023-05"),
    ("They met last year.", "last year", "2022"),
    ("They met this month.", "this month", "2023-06"),
    ("They met earlier this month.", "earlier this month", "2023-06"),
    ("They met earlier this year.", "earlier this year", "2023"),
    ("They met late last month.", "late last month", "2023-05-20/2023-05-31"),
    ("They met late last year.", "late last year", "2022-09/2022-12"),
    ("They met over the weekend.", "the weekend", "2023-06-10/2023-06-11"),
    ("They met last weekend.", "last weekend", "2023-06-10/2023-06-11"),
    ("They met three days ago.", "three days ago", "2023-06-11"),
    ("They met 10 days ago.", "10 days ago", "2023-06-04"),
    ("They met two weeks ago.", "two weeks ago", "2023-05-28/2023-06-03"),
    ("They met a month ago.", "a month ago", "2023-05~"),
    ("They met five years ago.", "five years ago", "2018~"),
    ("They met several days ago.", "several days ago", "2023-06-07/2023-06-12"),
    ("They met in March.", "March", "2023-03"),
    ("They met in November.", "November", "2022-11"),
    ("They met on Nov. 14.", "Nov. 14", "2022-11-14"),
    ("They met on June 2.", "June 2", "2023-06-02"),
    ("They met on June 15.", "June 15", "2023-06-15"),
    ("They met in late November.", "late November", "2022-11-20/2022-11-30"),
    ("They met in November last year.", "November last year", "2022-11"),
    ("They met on Nov. 14 last year.", "Nov. 14 last year", "2022-11-14"),
    ("They met last November.", "last November", "2022-11"),
    ("They met last summer.", "last summer", "2022-22"),
    ("They met on New Year's Eve.", "New Year's Eve", "2022-12-31"),
    ("They met on Friday, June 9.", "Friday, June 9", "2023-06-09"),
    ("Talks ran May 30 to June 2.", "May 30 to June 2", "2023-05-30/2023-06-02"),
]

AHEAD = [
    ("They will meet on Friday.", "Friday", "2023-06-16"),
    ("They will meet on Wednesday.", "Wednesday", "2023-06-14"),
    ("They will meet next Friday.", "next Friday", "2023-06-16"),
    ("They will meet tomorrow.", "tomorrow", "2023-06-15"),
    ("They will meet next week.", "next week", "2023-06-19/2023-06-25"),
    ("They will meet next month.", "next month", "2023-07"),
    ("They will meet next year.", "next year", "2024"),
    ("They will meet in March.", "March", "2024-03"),
    ("They will meet on June 2.", "June 2", "2024-06-02"),
    ("They will meet on July 2.", "July 2", "2023-07-02"),
    ("They will meet two weeks from now.", "two weeks from now", "2023-06-25/2023-07-01"),
    ("They will meet this weekend.", "this weekend", "2023-06-17/2023-06-18"),
    ("They will meet by the end of the year.", "the end of the year", "2023-09/2023-12"),
]

NO_DATES = [
    "The talks lasted five and a half hours.",
    "Relations have cooled in recent years.",
    "They have met every Friday since then.",
    "Mondays are quiet here.",
    "The minister is 45 years old.",
    "Prices rose over the last three months.",
    "In the past two weeks nothing moved.",
    "May said that she would go.",
    "They march through the town.",
    "They may sign it.",
    "About 2000 soldiers stayed behind, and 1,950 left.",
    "The fall of the city took a day.",
    "It costs 3.5 million a year.",
    "August Meyer resigned.",
    "The vote was 12-15.",
]

ANAPHORIC = ["They left the same day.", "Two days later they left.", "He resigned the following month."]


def found(text: str, published: str | None, tense: str = "unknown") -> list[tuple[str, str | None, str]]:
    return [(date.text, date.edtf, date.basis) for date in find_dates(text, published, tense)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "words", "edtf"), STATED)
def test_the_words_alone_give_the_date(text: str, words: str, edtf: str) -> None:
    assert found(text, None) == [(words, edtf, "stated")]


@pytest.mark.parametrize(("text", "words", "edtf"), TOLD_FROM_PUBLICATION)
def test_the_publication_date_gives_the_rest(text: str, words: str, edtf: str) -> None:
    assert found(text, "2023-06-14", "past") == [(words, edtf, "publication")]


@pytest.mark.parametrize(("text", "words", "edtf"), AHEAD)
def test_a_future_clause_looks_ahead(text: str, words: str, edtf: str) -> None:
    assert found(text, "2023-06-14", "future") == [(words, edtf, "publication")]


@pytest.mark.parametrize("text", [text for text, _, _ in (*TOLD_FROM_PUBLICATION, *AHEAD)])
def test_without_a_publication_date_no_year_is_made_up(text: str) -> None:
    (date,) = find_dates(text, None)
    assert date.edtf is None or date.edtf.startswith("XXXX-")
    assert (date.earliest, date.latest) == (None, None)
    assert date.basis == ("none" if date.edtf is None else "stated")


@pytest.mark.parametrize("text", NO_DATES)
def test_durations_names_and_repetition_are_no_dates(text: str) -> None:
    assert find_dates(text, "2023-06-14") == ()


@pytest.mark.parametrize("text", ANAPHORIC)
def test_a_date_told_from_another_stays_open(text: str) -> None:
    assert [(edtf, basis) for _, edtf, basis in found(text, "2023-06-14")] == [(None, "none")]


@pytest.mark.parametrize("text", [text for text, _, _ in (*STATED, *TOLD_FROM_PUBLICATION, *AHEAD)])
@pytest.mark.parametrize("published", [None, "2023", "2023-06", "2023-06-14"])
def test_spans_slice_to_their_text_and_ranges_enclose(text: str, published: str | None) -> None:
    for date in find_dates(text, published):
        assert text[date.char_start : date.char_end] == date.text
        if date.edtf is not None:
            assert (date.earliest, date.latest) == edtf_range(date.edtf)


def test_a_publication_month_is_not_taken_for_a_day() -> None:
    assert found("They met yesterday.", "2023-06") == [("yesterday", "2023-05-31/2023-06-29", "publication")]
    assert found("They met last month.", "2023-06") == [("last month", "2023-05", "publication")]
    assert found("They met on Nov. 14.", "2023") == [("Nov. 14", "XXXX-11-14", "stated")]


def test_with_no_tense_a_date_just_ahead_is_not_a_year_old() -> None:
    assert found("The vote is on July 2.", "2023-06-14") == [("July 2", "2023-07-02", "publication")]
    assert found("The vote was on Feb. 2.", "2023-06-14") == [("Feb. 2", "2023-02-02", "publication")]
    assert found("The vote was on Dec. 2.", "2023-06-14") == [("Dec. 2", "2022-12-02", "publication")]


def test_two_dates_share_the_year_that_follows_them() -> None:
    assert [edtf for _, edtf, _ in found("Rounds were held on April 3 and May 5, 2022.", None)] == [
        "2022-04-03",
        "2022-05-05",
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Closed since February.", "since"),
        ("Open until February.", "until"),
        ("Due by February.", "by"),
        ("Lost before February.", "before"),
        ("Found after February.", "after"),
        ("Found in February.", None),
    ],
)
def test_the_relation_to_the_date_is_kept(text: str, relation: str | None) -> None:
    assert [date.relation for date in find_dates(text, None)] == [relation]


@pytest.mark.parametrize("text", ["Due February 30.", "Held January 30 to February 29, 2021.", "Held 31/31/2021."])
def test_a_day_in_no_calendar_is_left_open(text: str) -> None:
    assert [date.edtf for date in find_dates(text, "2023-06-14")] in ([None], [])


WORDS = st.sampled_from(
    [
        "January",
        "Feb.",
        "29",
        "30",
        "31",
        "1",
        "2021",
        "2020",
        "99",
        "last",
        "next",
        "this",
        "the",
        "of",
        "early",
        "late",
        "end",
        "year",
        "month",
        "week",
        "day",
        "days",
        "ago",
        "Friday",
        "to",
        "-",
        "/",
        "and",
        ",",
        "century",
        "decade",
        "500",
        "summer",
        "fall",
        "quarter",
        "third",
        "half",
        "in",
        "since",
        "until",
        "tomorrow",
        "weekend",
        "May",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from([None, "2023", "2024-02-29", "2023-06"]))
def test_any_words_give_dates_in_order_without_overlap(text: str, published: str | None) -> None:
    dates = find_dates(text, published)
    ends = [0]
    for date in dates:
        assert date.char_start >= ends[-1]
        assert text[date.char_start : date.char_end] == date.text
        assert (date.edtf is None) == (date.basis == "none")
        ends.append(date.char_end)
