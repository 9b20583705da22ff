"""What an EDTF value can mean: its enclosing days, whether two values agree, and the finer of two that do.

EDTF is ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/). The part written here: year, month and day, unknown
digits (`XXXX-11-14`, `202X`), seasons (`2022-21`), intervals (open ends as `..`) and the marks `~`, `?` and `%`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[~?%]?)")

# First and last (month, day) of the seasons of EDTF, level 1: those of the northern hemisphere, enclosing both the
# meteorological and the astronomical one. Winter begins in the year before and may end in the year after.
_SEASONS = {21: ((3, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 22))}
_WINTER = 24

# "About" has no width in the standard. A few days for a day, half a month for a month, a year for a year.
_SLACK = {"day": timedelta(days=3), "month": timedelta(days=15), "year": timedelta(days=366)}


@dataclass(frozen=True, slots=True)
class _Point:
    """One side of an interval, or a whole value that is none. `month` and `day` are None where not stated."""

    year: str
    month: int | None
    day: int | None
    approximate: bool

    @property
    def finest(self) -> str:
        return "day" if self.day else "month" if self.month else "year"


@lru_cache(maxsize=4096)
def edtf_range(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day that `edtf` can mean; None for a side that is open or has no known year.

    Raises ValueError for a string that is not the EDTF described above, or a day that is in no calendar.
    """
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return (None if first in ("", "..") else edtf_range(first)[0]), (
            None if last in ("", "..") else edtf_range(last)[1]
        )
    point = _point(edtf)
    years = _years(point.year)
    if years is None:
        return None, None
    first_day, last_day = _first_day(years[0], point), _last_day(years[1], point)
    if point.approximate:
        slack = _SLACK[point.finest]
        return first_day - slack, last_day + slack
    return first_day, last_day


@lru_cache(maxsize=4096)
def compatible(a: str | None, b: str | None) -> bool:
    """Whether `a` and `b` can mean the same day. An unknown date (None) agrees with every date."""
    if a is None or b is None:
        return True
    (a_first, a_last), (b_first, b_last) = edtf_range(a), edtf_range(b)
    if a_first and b_last and a_first > b_last:
        return False
    if b_first and a_last and b_first > a_last:
        return False
    return bool(_days_of_year(a) & _days_of_year(b))


@lru_cache(maxsize=4096)
def combine(a: str | None, b: str | None) -> str | None:
    """The finest value that both allow: `XXXX-11-14` and `2022` give `2022-11-14`. None where `a` and `b` disagree."""
    if a is None or b is None:
        return a or b
    if not compatible(a, b):
        return None
    for known, other in ((a, b), (b, a)):
        dated = _with_year_of(known, other)
        if dated is not None:
            return dated
    return min((a, b), key=_width)


def _with_year_of(yearless: str, other: str) -> str | None:
    """`yearless` in the one year in which it falls into `other`; None where it has a year or no single one fits."""
    first, last = edtf_range(other)
    if "/" in yearless or not yearless.startswith("XXXX-") or first is None or last is None:
        return None
    candidates = [f"{year:04d}{yearless[4:]}" for year in range(first.year, last.year + 1)]
    fitting = [value for value in candidates if _is_date(value) and compatible(value, other)]
    if len(fitting) != 1:
        return None
    return min((fitting[0], other), key=_width)


def _width(edtf: str) -> tuple[int, int, str]:
    """How much `edtf` leaves open: days enclosed where the year is known, else days of the year; ties by certainty."""
    first, last = edtf_range(edtf)
    days = (last - first).days if first and last else 400 * 366 + len(_days_of_year(edtf))
    return days, len(edtf), edtf


def _point(edtf: str) -> _Point:
    match = _POINT.fullmatch(edtf)
    if not match:
        raise ValueError(f"{edtf!r} is not EDTF as it is written here")
    month, day = match["month"], match["day"]
    return _Point(
        year=match["year"],
        month=int(month) if month and "X" not in month else None,
        day=int(day) if day and "X" not in day else None,
        approximate=bool(match["mark"]) and match["mark"] != "?",
    )


def _years(digits: str) -> tuple[int, int] | None:
    """First and last year that fit the digits; None for no digit at all, and for what `date` cannot hold."""
    if digits == "XXXX":
        return None
    return max(1, int(digits.replace("X", "0"))), int(digits.replace("X", "9"))


def _first_day(year: int, point: _Point) -> date:
    if point.month is None:
        return date(year, 1, 1)
    if point.month in _SEASONS:
        return date(year, *_SEASONS[point.month][0])
    if point.month == _WINTER:
        return date(year - 1, 12, 1)
    return date(year, point.month, point.day or 1)


def _last_day(year: int, point: _Point) -> date:
    if point.month is None:
        return date(year, 12, 31)
    if point.month in _SEASONS:
        return date(year, *_SEASONS[point.month][1])
    if point.month == _WINTER:
        return date(year + 1, 3, 21)
    return date(year, point.month, point.day or monthrange(year, point.month)[1])


_LEAP_YEAR = 2000
_ALL_DAYS = frozenset(range(1, 367))


@lru_cache(maxsize=4096)
def _days_of_year(edtf: str) -> frozenset[int]:
    """The days of a (leap) year on which `edtf` can fall, whatever its year: 1 is 1 January, 366 is 31 December."""
    if "/" not in edtf:
        point = _point(edtf)
        if point.year != "XXXX" or point.month is None:
            return _within_year(*edtf_range(edtf)) if point.year != "XXXX" else _ALL_DAYS
        return _within_year(*edtf_range(f"{_LEAP_YEAR}{edtf[4:]}"))
    first, last = edtf_range(edtf)
    if first and last:
        return _within_year(first, last)
    start, end = edtf.split("/", 1)
    if not (start.startswith("XXXX-") and end.startswith("XXXX-")):
        return _ALL_DAYS
    from_day = edtf_range(f"{_LEAP_YEAR}{start[4:]}")[0]
    to_day = edtf_range(f"{_LEAP_YEAR}{end[4:]}")[1]
    if from_day and to_day and from_day > to_day:
        to_day = to_day.replace(year=_LEAP_YEAR + 1)
    return _within_year(from_day, to_day)


def _within_year(first: date | None, last: date | None) -> frozenset[int]:
    if first is None or last is None or (last - first).days >= 365:  # noqa: PLR2004 - a year
        return _ALL_DAYS
    days = range((last - first).days + 1)
    return frozenset(_day_of_leap_year(first + timedelta(days=day)) for day in days)


def _day_of_leap_year(day: date) -> int:
    return (date(_LEAP_YEAR, day.month, day.day) - date(_LEAP_YEAR, 1, 1)).days + 1


def _is_date(edtf: str) -> bool:
    try:
        edtf_range(edtf)
    except ValueError:
        return False
    return True
