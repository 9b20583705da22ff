from datetime import date

import pytest

from transforms.clean.published import enclosing_days, find_date, to_edtf, url_date


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Thứ Ba, 05/03/2024, 07:15 (GMT+7)", "2024-03-05"),
        ("martes, 05/03/2024", "2024-03-05"),
        ("05/03/2024", "2024"),
        ("05.03.2024", "2024-03-05"),
        ("Cuma, 08/03", "XXXX-03-08"),
        ("Page 08/03", None),
        ("25/03/2024", "2024-03-25"),
        ("5 de marzo de 2024", "2024-03-05"),
        ("Tue Mar 05 09:12:00 GMT 2024", "2024-03-05"),
        ("5/Mar/2024", "2024-03-05"),
        ("Mar/05/2024", "2024-03-05"),
        ("5. 3. 2024", "2024-03-05"),
        ("Mar 5, '24", "2024-03-05"),
        ("5 Mar 24 | 09:12", "2024-03-05"),
        ("5 Mar 24 boats", None),
        ("05. Mrz 2024", "2024-03-05"),
        ("03.15.24 - 08:30 am", "2024-03-15"),
        ("03/05/24", None),
        ("15-3-10", None),
        ("5. ožujka 2024.", "2024-03-05"),
        ("5 берез. 2024", "2024-03-05"),
        ("2024. gada 5. marts", "2024-03-05"),
        ("2024 m. kovo 5 d.", "2024-03-05"),
        ("5 במרץ 2024", "2024-03-05"),
        ("৫ মার্চ ২০২৪", "2024-03-05"),
        ("5 फ़रवरी 2024", "2024-02-05"),
        ("5 มี.ค. 2567", "2024-03-05"),
        ("5 มีนาคม พ.ศ. 2567", "2024-03-05"),
    ],
)
def test_the_language_of_the_weekday_tells_the_order(printed: str, edtf: str | None) -> None:
    assert to_edtf(printed) == edtf


def test_day_without_a_year_encloses_nothing() -> None:
    assert enclosing_days("XXXX-03-08") == (None, None)
    assert enclosing_days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))


def test_month_may_be_spelled_in_a_url() -> None:
    assert url_date("https://post.example/news/2024/march/05/bridge") == "2024-03-05"


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://post.example/2024/3/5/bridge", "2024-03-05"),
        ("https://post.example/202403/t20240305_12345.html", "2024-03-05"),
        ("https://post.example/2024/13/45/bridge", None),
        ("https://post.example/bridge?day=2024-03-05", None),
    ],
)
def test_day_in_a_url(url: str, edtf: str | None) -> None:
    assert url_date(url) == edtf


def test_label_that_is_glued_to_a_date_does_not_hide_it() -> None:
    assert find_date("World newsMARCH 5, 2024Updated: MARCH 9, 2024") == ("2024-03-05", 10, 23)
    assert find_date("Dismay 5, 2024") is None
