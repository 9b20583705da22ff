"""Rules for dates that name a day, month, season, quarter or year of the calendar: EDTF never finer than the words."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from transforms.dates.reading import OPEN, Reading, Resolved, real_day, year_text

_LEAP_YEAR = 2000

# Parts of a month (days) and of a year (months), as wide as news means them.
_DAYS_OF_PART = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "first days": (1, 7), "first week": (1, 7),
    "mid": (10, 20), "middle": (10, 20), "first half": (1, 15), "second half": (15, 31),
    "late": (20, 31), "end": (20, 31), "last days": (22, 31), "final days": (22, 31), "last week": (22, 31),
}  # fmt: skip
_MONTHS_OF_PART = {
    "early": (1, 4), "beginning": (1, 4), "start": (1, 4), "first half": (1, 6),
    "mid": (5, 8), "middle": (5, 8), "second half": (7, 12), "late": (9, 12), "end": (9, 12),
}  # fmt: skip


def day(reading: Reading) -> Resolved:
    """A day of a month, with or without its year: `April 10, 2025`, `Nov. 14`."""
    month = reading.number("month_number") or reading.month()
    number = reading.number("day") or 0
    year = reading.number("year")
    if real_day(year or _LEAP_YEAR, month, number) is None:
        return OPEN
    if year:
        return Resolved(f"{year:04d}-{month:02d}-{number:02d}")
    return _weekday_checked(reading, month, number) or reading.yearless(
        lambda year: f"{year_text(year)}-{month:02d}-{number:02d}", lambda year: real_day(year, month, number)
    )


def _weekday_checked(reading: Reading, month: int, number: int) -> Resolved | None:
    """The one year next to publication in which the day falls on the weekday that stands before it."""
    if reading.anchor is None or not reading.part("weekday"):
        return None
    near = [real_day(reading.anchor.year + offset, month, number) for offset in (-1, 0, 1)]
    fitting = [day for day in near if day and day.weekday() == reading.weekday()]
    return Resolved(fitting[0].isoformat(), from_publication=True) if len(fitting) == 1 else None


def numeric(reading: Reading) -> Resolved:
    """`14/11/2022`: the day where one order alone is possible, or dots put the day first; else the year."""
    first, second, year = reading.number("first") or 0, reading.number("second") or 0, reading.number("year") or 0
    days = [real_day(year, second, first)]
    if reading.part("separator") != ".":
        days.append(real_day(year, first, second))
    possible = {day for day in days if day}
    return Resolved(possible.pop().isoformat() if len(possible) == 1 else year_text(year)) if possible else OPEN


def day_of_year(reading: Reading) -> Resolved:
    """`Nov. 14 last year`."""
    month, number = reading.month(), reading.number("day") or 0
    if real_day(_LEAP_YEAR, month, number) is None:
        return OPEN
    year = _told_year(reading)
    return Resolved(f"{year_text(year)}-{month:02d}-{number:02d}", from_publication=year > 0)


def month_of_year(reading: Reading) -> Resolved:
    """`November last year`."""
    year = _told_year(reading)
    return Resolved(f"{year_text(year)}-{reading.month():02d}", from_publication=year > 0)


def _told_year(reading: Reading) -> int:
    """The year of `last year`, or of `that year`; 0 where the date is not known that it is told from."""
    if reading.anchor is None:
        return 0
    return reading.anchor.year + (reading.which_told() if reading.part("told") else reading.which())


def day_span(reading: Reading) -> Resolved:
    """`April 10-12, 2025`, `March 30 to April 2`."""
    month = reading.month()
    last_month = reading.month("month2") if reading.part("month2") else month
    first, last, year = reading.number("day") or 0, reading.number("day2") or 0, reading.number("year")
    if not (real_day(_LEAP_YEAR, month, first) and real_day(_LEAP_YEAR, last_month, last)):
        return OPEN

    def span(year: int) -> str:
        later = year + 1 if year and (last_month, last) < (month, first) else year
        return f"{year_text(year)}-{month:02d}-{first:02d}/{year_text(later)}-{last_month:02d}-{last:02d}"

    if year:
        wraps = (last_month, last) < (month, first)
        return Resolved(span(year - 1 if wraps else year))
    return reading.yearless(span, lambda year: real_day(year, month, first))


def full_span(reading: Reading) -> Resolved:
    """`December 29, 2018 to January 3, 2019`: each end with its own year."""
    first = real_day(reading.number("year") or 0, reading.month(), reading.number("day") or 0)
    last = real_day(reading.number("year2") or 0, reading.month("month2"), reading.number("day2") or 0)
    return Resolved(f"{first}/{last}") if first and last and first <= last else OPEN


def month_span(reading: Reading) -> Resolved:
    """`March to May 2022`; the year may stand at both ends."""
    month, last_month, last_year = reading.month(), reading.month("month2"), reading.number("year2") or 0
    year = reading.number("year") or (last_year - 1 if last_month < month else last_year)
    return Resolved(f"{year:04d}-{month:02d}/{last_year:04d}-{last_month:02d}")


def year_span(reading: Reading) -> Resolved:
    """`2016-2018`, `2016-18`; `2016-05` is a month where it cannot be a span."""
    year, end = reading.number("year") or 0, reading.parts["year2"]
    if len(end) == 4:  # noqa: PLR2004 - a whole year
        return Resolved(f"{year:04d}/{end}") if int(end) > year else OPEN
    last = year - year % 100 + int(end)
    if last > year:
        return Resolved(f"{year:04d}/{last:04d}")
    return Resolved(f"{year:04d}-{end}") if 1 <= int(end) <= 12 else OPEN  # noqa: PLR2004 - months


def month(reading: Reading) -> Resolved:
    """A month, with or without its year."""
    return _month(reading, reading.month())


def _month(reading: Reading, number: int) -> Resolved:
    year = reading.number("year")
    if year:
        return Resolved(f"{year:04d}-{number:02d}")
    if reading.tense == "future" and reading.anchor and reading.anchor.month == number:
        return Resolved(f"{reading.anchor.year:04d}-{number:02d}", from_publication=True)
    return reading.yearless(lambda year: f"{year_text(year)}-{number:02d}", lambda year: date(year, number, 1))


def month_of_which(reading: Reading) -> Resolved:
    """`last November`: the nearest one before the month of publication; `next`: after it; `this`: of the same year."""
    number = reading.month()
    if reading.anchor is None:
        return Resolved(f"XXXX-{number:02d}")
    here, which = reading.anchor.month, reading.which()
    offset = {-1: -1 if number >= here else 0, 0: 0, 1: 1 if number <= here else 0}[which]
    return Resolved(f"{reading.anchor.year + offset:04d}-{number:02d}", from_publication=True)


def part_of_month(reading: Reading) -> Resolved:
    """`late November`: an interval of days where the year is known, else no finer than the month."""
    month = _month(reading, reading.month())
    if month.edtf is None or month.edtf.startswith("XXXX"):
        return month
    first, last = _DAYS_OF_PART[reading.part("part") or reading.part("part2")]
    end = monthrange(int(month.edtf[:4]), reading.month())[1]
    return Resolved(f"{month.edtf}-{first:02d}/{month.edtf}-{min(last, end):02d}", month.from_publication)


def part_of_year(reading: Reading) -> Resolved:
    """`early 2022`, `the end of 2022`: an interval of months."""
    return Resolved(months_of_part(reading.number("year") or 0, reading.part("part") or reading.part("part2")))


def months_of_part(year: int, part: str) -> str:
    """The months that "early", "mid", "late" and the like leave of a year."""
    first, last = _MONTHS_OF_PART[part]
    return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def quarter(reading: Reading) -> Resolved:
    """`the third quarter of 2022`, `Q3`: an interval of months; without a year the nearest one on the tense's side."""
    number = reading.number("quarter_number") or int(reading.words["ordinals"][reading.part("ordinal") or "first"])
    return _months(reading, 4 if number < 0 else number, 3)


def half(reading: Reading) -> Resolved:
    """`the first half of 2022`."""
    number = int(reading.words["ordinals"][reading.part("ordinal")])
    return OPEN if number > 2 else _months(reading, 2 if number < 0 else number, 6)  # noqa: PLR2004 - two halves


def _months(reading: Reading, number: int, length: int) -> Resolved:
    first, last = (number - 1) * length + 1, number * length

    def months(year: int) -> str | None:
        return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}" if year else None

    year = reading.number("year")
    if year:
        return Resolved(months(year))
    if reading.part("which"):
        return Resolved(months(_told_year(reading)), from_publication=reading.anchor is not None)
    return reading.yearless(months, lambda year: date(year, first, 1))


def season(reading: Reading) -> Resolved:
    """`summer 2022` is `2022-22`; without a year the nearest one on the tense's side."""
    number, year = int(reading.words["seasons"][reading.part("season")]), reading.number("year")
    if year:
        return Resolved(f"{year:04d}-{number}")
    return reading.yearless(_season_of(number), _season_start(number))


def season_of_which(reading: Reading) -> Resolved:
    """`last summer`, `this spring`, `next winter`."""
    number = int(reading.words["seasons"][reading.part("season")])
    if reading.anchor is None:
        return Resolved(f"XXXX-{number}")
    here, start, which = reading.anchor, _season_start(number), reading.which()
    if which < 0:
        year = max(
            year for year in (here.year - 1, here.year) if year < here.year or start(year + 0) < _months_ago(here)
        )
    else:
        year = min(year for year in (here.year, here.year + 1) if year > here.year or not which or start(year) > here)
    return Resolved(f"{year:04d}-{number}", from_publication=True)


def _months_ago(day: date) -> date:
    """Three months earlier: a season that began later than that is still going on, and is not yet the last one."""
    return date(day.year if day.month > 3 else day.year - 1, (day.month - 4) % 12 + 1, 1)  # noqa: PLR2004


def _season_of(number: int) -> Callable[[int], str]:
    return lambda year: f"{year_text(year)}-{number}"


def _season_start(number: int) -> Callable[[int], date]:
    return lambda year: date(year, (number - 20) * 3, 1)


def decade(reading: Reading) -> Resolved:
    """`the 1990s` is `199X`."""
    return Resolved(f"{reading.parts['decade']}X")


def century(reading: Reading) -> Resolved:
    """`the 20th century` is `19XX`."""
    return Resolved(f"{(reading.number('century') or 0) - 1}XX")


def named_day(reading: Reading) -> Resolved:
    """A day with a name of its own, such as Christmas Eve."""
    month_day = str(reading.words["named_days"][reading.parts["named_day"]])
    month, number, year = int(month_day[:2]), int(month_day[3:]), reading.number("year")
    if year:
        return Resolved(f"{year:04d}-{month_day}")
    return reading.yearless(lambda year: f"{year_text(year)}-{month_day}", lambda year: real_day(year, month, number))


def year(reading: Reading) -> Resolved:
    """A year alone."""
    return Resolved(f"{reading.number('year'):04d}")
