"""Rules for dates told from a date that stands before them in the text; without one they leave the date, or its year, open."""

from datetime import date, timedelta

from transforms.dates.reading import OPEN, Reading, Resolved, real_day
from transforms.dates.relative_dates import PARTS_OF_DAY, away, month_text, unit_beside

_WEEK = 7
_BESIDE = ("previous", "preceding", "following", "next")
_BACK = ("earlier", "before", "prior", "previously")


def later(reading: Reading) -> Resolved:
    """`ten days later`, `a year earlier`."""
    if reading.anchor is None:
        return OPEN
    return away(reading, reading.anchor, -1 if reading.part("way") in _BACK else 1)


def unit_of_text(reading: Reading) -> Resolved:
    """`that day`, `the next morning`, `the same week`, `the previous year`."""
    if reading.anchor is None:
        return OPEN
    which, unit = reading.which_told(), reading.part("unit")
    if unit in PARTS_OF_DAY:
        return Resolved((reading.anchor + timedelta(days=which)).isoformat(), from_publication=True)
    return unit_beside(reading.anchor, which, unit)


def weekday_of_text(reading: Reading) -> Resolved:
    """`the following Monday`, `the same Friday`."""
    if reading.anchor is None:
        return OPEN
    which = reading.which_told()
    ahead = (reading.weekday() - reading.anchor.weekday()) % _WEEK
    if which == 0:
        ahead = reading.weekday() - reading.anchor.weekday()
    elif which > 0:
        ahead = ahead or _WEEK
    else:
        ahead -= _WEEK
    return Resolved((reading.anchor + timedelta(days=ahead)).isoformat(), from_publication=True)


def is_that_day(parts: dict[str, str | None]) -> bool:
    """Whether an expression takes up the very date it is told from: "the same day", "that evening"."""
    words, unit = parts.get("told") or parts.get("told2"), parts.get("unit")
    return bool(words and unit) and str(unit).lower() in PARTS_OF_DAY and not str(words).lower().endswith(_BESIDE)


def day_of_text(reading: Reading) -> Resolved:
    """`the 24th`: of the month that was told of last."""
    if reading.anchor is None:
        return OPEN
    found = real_day(reading.anchor.year, reading.anchor.month, reading.number("day") or 0)
    return Resolved(found.isoformat(), from_publication=True) if found else OPEN


def month_of_text(reading: Reading) -> Resolved:
    """`the following January`, `the same May`."""
    month = reading.month()
    if reading.anchor is None:
        return Resolved(f"XXXX-{month:02d}")
    which, first = reading.which_told(), date(reading.anchor.year, month, 1)
    offset = 0
    if which > 0 and month <= reading.anchor.month:
        offset = 12
    elif which < 0 and month >= reading.anchor.month:
        offset = -12
    return Resolved(month_text(first, offset), from_publication=True)
