"""The day that `3 hours ago` means on a page of which is known when it was fetched."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib import resources

from transforms.load_yaml import load_yaml

_LONGEST = 80
_HOUR = timedelta(hours=1)
_TIME = re.compile(r"\d{1,2}[:.h]\d\d")


def relative_day(line: str, fetched_at: str | None) -> tuple[str, int, int] | None:
    """The day (UTC) that a line says relative to `fetched_at`, with its offsets; None where two days may be meant.

    >>> relative_day("Posted 3 hours ago", "2024-03-05T08:00:00Z")
    ('2024-03-05', 7, 18)
    """
    if not fetched_at or len(line) > _LONGEST:
        return None
    fetched = _moment(fetched_at)
    if fetched is None:
        return None
    for name, unit in (("minutes_ago", _HOUR / 60), ("hours_ago", _HOUR)):
        found = _patterns()[name].search(line)
        if found:
            number = next(filter(None, found.groupdict().values()), "1")
            latest = fetched - unit * (int(number) if number.isdecimal() else 1)
            earliest = latest - unit + timedelta(minutes=1)
            return (latest.date().isoformat(), *found.span()) if earliest.date() == latest.date() else None
    for name, days in (("today", 0), ("yesterday", 1)):
        found = _patterns()[name].fullmatch(line) if _TIME.search(line) else None
        if found:
            return (fetched - timedelta(days=days)).date().isoformat(), *found.span("day")
    return None


@lru_cache(maxsize=64)
def _moment(stated: str) -> datetime | None:
    """A moment as stated, in UTC; None for a day without a time."""
    try:
        moment = datetime.fromisoformat(stated.strip())
    except ValueError:
        return None
    if len(stated.strip()) <= len("2024-03-05"):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = load_yaml(resources.files(__package__).joinpath("relative_dates.yaml").read_text("utf-8"))
    forms: dict[str, str] = {}
    for name in ("minutes_ago", "hours_ago"):
        alternatives = "|".join(listed[name].values()).split("{n}")
        numbers = (rf"(?P<n{place}>\d{{1,2}}|{listed['one']})" for place in range(len(alternatives) - 1))
        joined = alternatives[0] + "".join(
            number + rest for number, rest in zip(numbers, alternatives[1:], strict=True)
        )
        forms[name] = rf"(?<!\w)(?:{joined})(?!\w)"
    for name in ("today", "yesterday"):
        forms[name] = rf"{listed['beside']}(?P<day>{listed[name]})(?!\w){listed['beside']}"
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}
