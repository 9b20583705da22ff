"""Weekdays as a constraint: "Friday" cannot be 10 April 2025, whatever the year of publication was."""

import re
from datetime import date

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = re.compile(rf"\b({'|'.join(_DAYS)})\b", re.IGNORECASE)
_A_WEEK = 7


def weekday_named(date_text: str | None) -> int | None:
    """The weekday that the words name, Monday is 0; None where they name none."""
    match = _NAMED.search(date_text or "")
    return _DAYS.index(match[1].lower()) if match else None


def weekday_fits(weekday: int | None, first: date | None, last: date | None) -> bool:
    """Whether a day from `first` to `last` can be that weekday."""
    if weekday is None or first is None or last is None:
        return True
    if (last - first).days + 1 >= _A_WEEK:
        return True
    return (weekday - first.weekday()) % _A_WEEK <= (last - first).days
