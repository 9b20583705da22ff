import pytest

from transforms.clean.relative_dates import relative_day

FETCHED = "2024-03-05T10:30:00+02:00"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted 3 hours ago", "2024-03-05"),
        ("an hour ago", "2024-03-05"),
        ("12 hours ago", "2024-03-04"),
        ("8 hours ago", None),
        ("5 min ago", "2024-03-05"),
        ("vor 2 Stunden", "2024-03-05"),
        ("il y a 3 heures", "2024-03-05"),
        ("2 часа назад", "2024-03-05"),
        ("منذ 3 ساعات", "2024-03-05"),
        ("3小时前", "2024-03-05"),
        ("Yesterday at 14:05", "2024-03-04"),
        ("Gestern, 14:05 Uhr", "2024-03-04"),
        ("Published today, 09:12", "2024-03-05"),
        ("Yesterday", None),
        ("2 days ago", None),
    ],
)
def test_day_that_is_told_from_when_the_page_was_fetched(line: str, day: str | None) -> None:
    found = relative_day(line, FETCHED)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize("fetched", [None, "2024-03-05", "yesterday"])
def test_nothing_is_told_without_a_moment(fetched: str | None) -> None:
    assert relative_day("3 hours ago", fetched) is None
