from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.edtf_range import combine, compatible, edtf_range

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
VALUES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: f"XXXX{day.isoformat()[4:]}"),
    DAYS.map(lambda day: f"XXXX{day.isoformat()[4:7]}"),
    st.tuples(DAYS, DAYS).map(lambda pair: f"{min(pair)}/{max(pair)}"),
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-02-07", date(2021, 2, 7), date(2021, 2, 7)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2021-03-05/2021-03-09", date(2021, 3, 5), date(2021, 3, 9)),
        ("2021-03/2021-05", date(2021, 3, 1), date(2021, 5, 31)),
        ("2021-03/..", date(2021, 3, 1), None),
        ("2021-03-09~", date(2021, 3, 6), date(2021, 3, 12)),
        ("2021-21", date(2021, 3, 1), date(2021, 6, 21)),
        ("2021-24", date(2020, 12, 1), date(2022, 3, 21)),
        ("XXXX-03-09", None, None),
        ("XXXX-03", None, None),
    ],
)
def test_range(edtf: str, first: date | None, last: date | None) -> None:
    assert edtf_range(edtf) == (first, last)


@pytest.mark.parametrize("wrong", ["", "yesterday", "2021-13", "2021-02-30", "21-02-03"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf_range(wrong)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("XXXX-06-05", "2021-06-05", True),
        ("XXXX-06-05", "2021-06", True),
        ("XXXX-06-05", "2021", True),
        ("XXXX-06-05", "2021-07-05", False),
        ("XXXX-06", "XXXX-06-05", True),
        ("XXXX-06", "XXXX-07", False),
        ("2021-06-05", "2022-06-05", False),
        ("XXXX-06-05", "2021-06-20/2021-06-30", False),
        (None, "2021", True),
    ],
)
def test_compatible(a: str | None, b: str | None, *, agree: bool) -> None:
    assert compatible(a, b) is compatible(b, a) is agree


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("XXXX-06-05", "2021", "2021-06-05"),
        ("XXXX-06-05", "2021-06", "2021-06-05"),
        ("XXXX-06", "2021", "2021-06"),
        ("XXXX-06", "XXXX-06-05", "XXXX-06-05"),
        ("XXXX-06", "2021-06-20/2021-06-30", "2021-06-20/2021-06-30"),
        ("XXXX-02-29", "2021", None),
        ("2021", "2021-06", "2021-06"),
        ("2021-06-05", "2021-06-06", None),
        (None, "2021", "2021"),
        (None, None, None),
    ],
)
def test_combine(a: str | None, b: str | None, both: str | None) -> None:
    assert combine(a, b) == combine(b, a) == both


@given(VALUES, VALUES)
def test_combine_gives_a_value_exactly_where_both_agree(a: str, b: str) -> None:
    both = combine(a, b)
    assert (both is not None) == compatible(a, b)
    assert both is None or (compatible(both, a) and compatible(both, b))


@given(VALUES)
def test_a_value_agrees_with_itself(value: str) -> None:
    assert compatible(value, value)
    assert combine(value, value) == value
