"""One date expression being read: its parts, the day it is told from, and the direction it looks in."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from schemas.record import record

# `either` is for what was to be, and may have been meant to be before or after the day it is told on.
Tense = Literal["past", "future", "either", "unknown"]

# A story dated by New York can tell of what happened on the day after, in Tokyo.
_TIME_ZONES = timedelta(days=1)
# News leaves the year out for dates of the current year: one just ahead is not meant to be almost a year ago.
_AHEAD = 1 / 3
# What was called off had mostly been still to come.
_RATHER_AHEAD = 1.5


class Resolved(NamedTuple):
    """An EDTF value, or None where the words leave it open, and whether it took the publication date to get it."""

    edtf: str | None
    from_publication: bool = False


OPEN = Resolved(None)


@record()
class Reading:
    """The named groups of a match; `anchor` is the day of publication, or None."""

    parts: dict[str, str]
    words: dict[str, Any]
    anchor: date | None
    tense: Tense

    def part(self, name: str) -> str:
        """The words of a group, in lower case; empty where it did not match."""
        return self.parts.get(name, "").lower()

    def number(self, name: str) -> int | None:
        """The digits of a group as a number."""
        digits = "".join(character for character in self.parts.get(name, "") if character.isdecimal())
        return int(digits) if digits else None

    def month(self, name: str = "month") -> int:
        """The month that a group names: 1 to 12."""
        return int(self.words["months"][self.parts[name].rstrip(".").title()])

    def weekday(self) -> int:
        """The day of the week that the expression names: 0 is Monday."""
        return int(self.words["weekdays"][self.parts["weekday"].rstrip(".").title()])

    def which(self) -> int:
        """-1 for "last", 0 for "this", 1 for "next"."""
        word = self.part("which")
        if word in ("last", "this past", "past", "previous", "the previous"):
            return -1
        return 1 if word in ("next", "this coming", "coming", "the coming", "the following") else 0

    def which_told(self) -> int:
        """-1 for "the previous", 0 for "that" and "the same", 1 for "the following"."""
        words = self.part("told") or self.part("told2")
        if words.endswith(("previous", "preceding")):
            return -1
        return 1 if words.endswith(("following", "next")) else 0

    def yearless(self, edtf_of: Callable[[int], str | None], first_day_of: Callable[[int], date | None]) -> Resolved:
        """The year for a date that states none: of the nearest such day on the side where `tense` looks."""
        if self.anchor is None:
            return Resolved(edtf_of(0))
        days = [day for day in map(first_day_of, range(self.anchor.year - 8, self.anchor.year + 9)) if day]
        before = max(day for day in days if day <= self.anchor + _TIME_ZONES)
        after = min(day for day in days if day >= self.anchor)
        gap_before, gap_after = self.anchor - before, after - self.anchor
        ahead = {
            "past": False,
            "future": True,
            "either": gap_after < gap_before * _RATHER_AHEAD,
            "unknown": before.year < self.anchor.year and gap_after < gap_before * _AHEAD,
        }[self.tense]
        return Resolved(edtf_of((after if ahead else before).year), from_publication=True)


def year_text(year: int) -> str:
    """A year as EDTF writes it; 0 stands for a year that is not known."""
    return f"{year:04d}" if year else "XXXX"


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
