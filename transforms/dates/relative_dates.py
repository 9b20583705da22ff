"""Rules for dates told from the day of publication; without it each of them leaves the date open."""

from calendar import monthrange
from datetime import date, timedelta

from transforms.dates.calendar_dates import months_of_part
from transforms.dates.reading import OPEN, Reading, Resolved, real_day

PARTS_OF_DAY = ("day", "night", "morning", "afternoon", "evening")
_WEEK = 7
_DAYS_OF_WEEK_PART = {
    "early": (0, 2), "beginning": (0, 2), "start": (0, 2), "first half": (0, 3),
    "mid": (1, 3), "middle": (1, 3), "second half": (3, 6), "late": (3, 6), "end": (4, 6),
}  # fmt: skip
_DAYS_OF_MONTH_PART = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "first half": (1, 15),
    "mid": (10, 20), "middle": (10, 20), "second half": (15, 31), "late": (20, 31), "end": (20, 31),
}  # fmt: skip
# "a few", "several": from two to seven of the unit.
_FEW = (2, 7)
_JUST_PAST = 2  # days


def day_word(reading: Reading) -> Resolved:
    """`yesterday`, `tonight`."""
    if reading.anchor is None:
        return OPEN
    return _day(reading.anchor + timedelta(days=int(reading.words["day_words"][reading.part("day_word")])))


def weekday(reading: Reading) -> Resolved:
    """`Friday`: the nearest one, publication day included, before it or (future tense) after it.

    What was to be is told of before its day, or a day or two after it.
    """
    if reading.anchor is None:
        return OPEN
    ahead = (reading.weekday() - reading.anchor.weekday()) % _WEEK
    is_ahead = reading.tense == "future" or (reading.tense == "either" and _WEEK - ahead > _JUST_PAST)
    return _day(reading.anchor + timedelta(days=ahead if is_ahead or ahead == 0 else ahead - _WEEK))


def day_of_month(reading: Reading) -> Resolved:
    """`the 24th`, where no month has been told of: the nearest one before the day of publication or (future tense) after it."""
    number = reading.number("day") or 0
    if reading.anchor is None:
        return OPEN
    is_ahead = reading.tense == "future"
    for offset in (0, 1, 2) if is_ahead else (0, -1, -2):
        month = month_text(reading.anchor, offset)
        found = real_day(int(month[:4]), int(month[5:]), number)
        if found and (found >= reading.anchor if is_ahead else found <= reading.anchor):
            return _day(found)
    return OPEN


def weekday_of_which(reading: Reading) -> Resolved:
    """`last Friday` lies before the day of publication, `next Friday` after it, `this Friday` in its week.

    Nobody calls yesterday "last Friday", or tomorrow "next Friday": then it is the one a week off.
    """
    if reading.anchor is None:
        return OPEN
    which = reading.which()
    if which == 0:
        return _day(monday_of(reading.anchor) + timedelta(days=reading.weekday()))
    ahead = (reading.weekday() - reading.anchor.weekday()) % _WEEK or _WEEK
    away = ahead if which > 0 else (ahead - _WEEK or -_WEEK)
    return _day(reading.anchor + timedelta(days=away + _WEEK * which if abs(away) == 1 else away))


def weekday_of_which_week(reading: Reading) -> Resolved:
    """`Friday last week`, `last week's Friday`."""
    if reading.anchor is None:
        return OPEN
    return _day(monday_of(reading.anchor) + timedelta(days=_WEEK * reading.which() + reading.weekday()))


def weekend(reading: Reading) -> Resolved:
    """`last weekend`: Saturday and Sunday."""
    if reading.anchor is None:
        return OPEN
    saturday = monday_of(reading.anchor) + timedelta(days=5)
    which, word = reading.which(), reading.part("which")
    begun = reading.anchor >= saturday
    if which < 0 or (word == "the" and reading.tense not in ("future", "either") and not begun):
        saturday -= timedelta(days=_WEEK)
    elif which > 0 and (begun or word == "next"):
        saturday += timedelta(days=_WEEK)
    return _days(saturday, saturday + timedelta(days=1))


def ago(reading: Reading) -> Resolved:
    """`three days ago` is a day; of longer units, about so much: `two months ago` is a month marked `~`.

    `a month ago today` is a day again.
    """
    if reading.anchor is None:
        return OPEN
    day = reading.part("to_the_day")
    if not day or reading.part("vague"):
        return away(reading, reading.anchor, -1)
    return _to_the_day(reading.anchor - timedelta(days=day == "yesterday"), _count(reading), reading.part("unit"))


def away(reading: Reading, anchor: date, direction: int) -> Resolved:
    """The day, or about the time, so many units before (-1) or after (1) `anchor`."""
    unit = reading.part("unit")
    if reading.part("vague"):
        return _few_away(anchor, unit, direction)
    return _shifted(anchor, direction * _count(reading), unit)


def from_now(reading: Reading) -> Resolved:
    """`two weeks from now`."""
    return OPEN if reading.anchor is None else _shifted(reading.anchor, _count(reading), reading.part("unit"))


def _count(reading: Reading) -> int:
    words = reading.part("number")
    if words:
        return int(reading.words["numbers"][words])
    found = reading.number("digits")
    return found if found is not None else 1


def _shifted(anchor: date, count: int, unit: str) -> Resolved:
    if unit in PARTS_OF_DAY:
        return _day(anchor + timedelta(days=count))
    if unit in ("week", "fortnight"):
        middle = anchor + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        return _days(middle - timedelta(days=3), middle + timedelta(days=3))
    if unit == "month":
        return Resolved(f"{month_text(anchor, count)}~", from_publication=True)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    year = anchor.year + count * years
    return Resolved(f"{year:04d}~", from_publication=True) if year > 1 else OPEN


def _to_the_day(anchor: date, count: int, unit: str) -> Resolved:
    """The very day so many units before `anchor`; open where its month has no such day."""
    if unit in ("week", "fortnight"):
        return _day(anchor - timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return _day(anchor - timedelta(days=count))
    month = month_text(anchor, -count * months)
    found = real_day(int(month[:4]), int(month[5:]), anchor.day)
    return _day(found) if found else OPEN


def _few_away(anchor: date, unit: str, direction: int) -> Resolved:
    near, far = sorted(direction * number for number in _FEW)
    if unit in ("day", "week"):
        days = 1 if unit == "day" else _WEEK
        return _days(anchor + timedelta(days=near * days), anchor + timedelta(days=far * days))
    if unit == "month":
        return Resolved(f"{month_text(anchor, near)}/{month_text(anchor, far)}", from_publication=True)
    if unit == "year":
        return Resolved(f"{anchor.year + near:04d}/{anchor.year + far:04d}", from_publication=True)
    return OPEN


def unit_of_which(reading: Reading) -> Resolved:
    """`last week` (Monday to Sunday), `this month`, `next year`, `earlier this month`."""
    return OPEN if reading.anchor is None else unit_beside(reading.anchor, reading.which(), reading.part("unit"))


def unit_beside(anchor: date, which: int, unit: str) -> Resolved:
    """The week, month, quarter or longer time of `anchor`, or with `which` one beside it."""
    if unit == "week":
        monday = monday_of(anchor) + timedelta(weeks=which)
        return _days(monday, monday + timedelta(days=6))
    if unit == "month":
        return Resolved(month_text(anchor, which), from_publication=True)
    if unit == "quarter":
        first = date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1)
        start = month_text(first, 3 * which)
        return Resolved(f"{start}/{month_text(first, 3 * which + 2)}", from_publication=True)
    if unit == "year":
        return Resolved(f"{anchor.year + which:04d}", from_publication=True)
    digits = 1 if unit == "decade" else 2
    return Resolved(f"{anchor.year // 10**digits + which}{'X' * digits}", from_publication=True)


def part_of_unit(reading: Reading) -> Resolved:
    """`late last month`, `the end of the year`."""
    if reading.anchor is None:
        return OPEN
    anchor, which, unit = reading.anchor, reading.which(), reading.part("unit")
    part = reading.part("part") or reading.part("part2")
    if unit == "week":
        monday = monday_of(anchor) + timedelta(weeks=which)
        first, last = _DAYS_OF_WEEK_PART[part]
        return _days(monday + timedelta(days=first), monday + timedelta(days=last))
    if unit == "month":
        month = month_text(anchor, which)
        first, last = _DAYS_OF_MONTH_PART[part]
        end = min(last, monthrange(int(month[:4]), int(month[5:]))[1])
        return Resolved(f"{month}-{first:02d}/{month}-{end:02d}", from_publication=True)
    return Resolved(months_of_part(anchor.year + which, part), from_publication=True)


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def month_text(day: date, offset: int) -> str:
    """Its month as EDTF, or the one so many months later."""
    months = day.year * 12 + day.month - 1 + offset
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _day(day: date) -> Resolved:
    return Resolved(day.isoformat(), from_publication=True)


def _days(first: date, last: date) -> Resolved:
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", from_publication=True)
