"""Printed publication dates as EDTF (ISO 8601-2), no more precise than they are stated."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources

from transforms.clean.languages import word_lists
from transforms.load_yaml import load_yaml
from transforms.one_of import one_of

_EARLIEST_YEAR = 1700
_DIGIT = re.compile(r"\d")
_LATEST_YEAR = 2099
_ISO = re.compile(r"\s*((?:1[789]|20)\d\d)-(\d\d?)(?:-(\d\d?))?(?![\d-])")
_SLASHED = re.compile(r"\b((?:1[789]|20)\d\d)[/.](\d\d?)(?:[/.](\d\d?))?(?!\d)")
_COMPACT = re.compile(r"\A\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?|\s.*)?\s*\Z")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)([/.\-])(\d\d?)[/.\-]((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d/.:-])(\d\d?)([/.-])(\d\d?)\2(\d\d)(?![\d/.-])")
_YEARLESS = re.compile(r"(?<![\d/.])(\d\d?)[/.](\d\d?)(?![\d/.])")
_SEPARATED = re.compile(r"\d[/.\-]\d")
_APART = re.compile(r"\d\D{2,}\d\d")
_DATELINE_CHARS = 80
_EPOCH = re.compile(r"\A\s*(\d{10})(?:\d{3}){0,3}(?:\.\d+)?\s*\Z")
_ANY_YEAR = re.compile(r"(?:1[789]|20)\d\d")
_YEAR = re.compile(r"\A\s*((?:1[789]|20)\d\d)\s*\Z")
_ALONE = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
# Arabic, Persian, Devanagari, Bengali, Tamil, Telugu and Thai digits, each for one character, so that offsets stay.
_ZEROS = "\u0660\u06f0\u0966\u09e6\u0be6\u0c66\u0e50"
_DIGITS = {ord(zero) + number: str(number) for zero in _ZEROS for number in range(10)}
_BUDDHIST = re.compile(r"(?P<d>\d\d?)\s+(?P<m>[ก-๙.]{4,12})\s*(?:พ\.ศ\.\s*)?(?P<y>25\d\d)(?!\d)")
_BUDDHIST_YEARS = 543
_URL_DAY = re.compile(r"[/\-_]t?((?:19|20)\d\d)[/\-_]?(\d\d)[/\-_]?(\d\d)(?=[/\-_.]|\Z)")
_URL_STEPS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=/)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)/")


@cache
def month_names() -> dict[int, list[str]]:
    """The names of the months by their numbers, in lower case."""
    listed: dict[int, list[str]] = load_yaml(resources.files(__package__).joinpath("months.yaml").read_text("utf-8"))
    return listed


@cache
def _months() -> tuple[dict[str, int], str]:
    numbers = {name: number for number, names in month_names().items() for name in names}
    return numbers, one_of(numbers)


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    numbers, months = _months()
    # `set 2024` and `out 2024` are a month only beside a day.
    alone = one_of(name for name in numbers if len(name) > len("set") or name in _ALONE)
    year, day = r"(?P<y>(?:1[789]|20)\d\d)", r"(?P<d>\d\d?)(?:st|nd|rd|th|er|º|ª|°|\.)?"
    of, month = r"(?:del?\s+|d['’]|of\s+)?", rf"(?P<m>{months})(?!\w)\.?"
    # Pages that set a label and a date apart by style alone give `World newsMarch 5, 2024` as text.
    begins = r"(?:\b|(?-i:(?<=[a-zà-ÿ])(?=[A-Z])))"
    forms = (
        rf"{begins}{month}[\s/]*{day}\s*[,/]?\s*{year}(?!\d)",
        rf"\b{day}[\s\-/]+{of}{month},?[\s\-/]*{of}{year}(?!\d)",
        rf"\b{year}(?:\.|,|-|\s+m\.)?\s*{month}[\s\-]*{day}(?!\d)",
        r"(?P<y>(?:19|20)\d\d)\s*[年년]\s*(?P<m>\d\d?)\s*[月월]\s*(?P<d>\d\d?)\s*[日일]",
        r"\b(?P<d>\d\d?)\s+tháng\s+(?P<m>\d\d?)\s*(?:,|năm|\s)\s*(?P<y>(?:19|20)\d\d)\b",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\.\s(?P<m>\d\d?)\.\s(?P<d>\d\d?)(?!\d)",
        r"(?<!\d)(?P<d>\d\d?)\.\s(?P<m>\d\d?)\.\s?(?P<y>(?:19|20)\d\d)(?!\d)",
        rf"\b{year}\.?\s+gada\s+{day}\s+{month}",
        # "Tue Mar 05 09:12:00 GMT 2024", as some programs print it.
        rf"\b{month}\s+{day}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]{{2,5}}\s+)?{year}(?!\d)",
        rf"\b(?P<m>{alone})\b\.?,?\s+(?P<y>(?:1[789]|20)\d\d)\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _named_short_year() -> re.Pattern[str]:
    """`5-Mar-24`, `5 Mar '24`, `Mar 5, '24`, and `5 Mar 24` where nothing but a stroke or the line's end follows."""
    month = rf"(?:{_months()[1]})"
    forms = (
        rf"(?P<d>\d\d?)-(?P<m>{month})-(?P<y>\d\d)(?![\d:-])",
        rf"(?P<d2>\d\d?)\s(?P<m2>{month})\.?\s(?:['’](?P<y2>\d\d)(?![\d:-])|(?P<y4>[012]\d)(?=\s*(?:[|,·•–-]\s|\Z)))",
        rf"(?P<m3>{month})\.?\s(?P<d3>\d\d?),?\s['’](?P<y3>\d\d)(?![\d:-])",
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})", re.IGNORECASE)


def to_edtf(stated: str | None, *, day_first: bool | None = None) -> str | None:
    """The date in a printed string as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None where there is none.

    The day is the one that is printed, in the publisher's own time zone. `03/04/2025` may be March or April: where
    `day_first` does not tell, only the year is kept.

    >>> to_edtf("13 April, 2025 11:32"), to_edtf("03/04/2025"), to_edtf("2025-04-13T23:10:00+07:00")
    ('2025-04-13', '2025', '2025-04-13')
    """
    found = find_date(stated, day_first=day_first) if stated else None
    return found[0] if found else None


def find_date(text: str, *, day_first: bool | None = None) -> tuple[str, int, int] | None:
    """The first full or partial date in `text`, with its offsets; None where there is none.

    `day_first` is whether the page prints the day before the month, as `date_order.day_first` tells it.
    """
    if not _DIGIT.search(text):
        return None
    if not text.isascii():
        text = text.translate(_DIGITS)
    for pattern in (_ISO, _SLASHED, _COMPACT):
        for found in pattern.finditer(text):
            edtf = _edtf(found.group(1), found.group(2), found.group(3))
            if edtf:
                return edtf, found.start(), found.end()
    return _find_named(text) or _find_numeric(text, day_first=day_first)


def url_date(url: str | None) -> str | None:
    """The date that stands in a URL's path (`/2025/04/13/`), as EDTF."""
    if not url:
        return None
    for pattern in (_URL_DAY, _URL_STEPS, _URL_MONTH):
        for found in pattern.finditer(url):
            edtf = _edtf(found[1], found[2], found[3] if pattern.groups > 2 else None)  # noqa: PLR2004
            if edtf:
                return edtf
    spelled = _url_named().search(url)
    return _edtf(spelled[1], str(_months()[0][spelled[2].lower()]), spelled[3]) if spelled else None


@cache
def _url_named() -> re.Pattern[str]:
    return re.compile(rf"/((?:19|20)\d\d)/({_months()[1]})/(\d\d?)(?=[/\-_.]|\Z)", re.IGNORECASE)


def enclosing_days(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day that the date can mean; none where the year is not stated."""
    if edtf is None or edtf.startswith("XXXX"):
        return None, None
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:  # noqa: PLR2004
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(*parts), date(*parts)


def _find_named(text: str) -> tuple[str, int, int] | None:
    if _ANY_YEAR.search(text):  # most lines have none, and this asks less than a name of a month does
        for pattern in _named():
            for found in pattern.finditer(text):
                said = found.groupdict()
                edtf = _edtf(said["y"], _month_number(said["m"]), said.get("d"))
                if edtf:
                    return edtf, found.start(), found.end()
    elif len(text) <= _DATELINE_CHARS and _APART.search(text):
        short = _named_short_year().search(text)
        said = {name[0]: value for name, value in short.groupdict().items() if value} if short else {}
        edtf = _edtf(f"20{said['y']}", _month_number(said["m"]), said["d"]) if short else None
        if short and edtf:
            return edtf, short.start(), short.end()
    return _find_buddhist(text)


def _find_buddhist(text: str) -> tuple[str, int, int] | None:
    """`5 มีนาคม 2567`, in the years of the Buddha."""
    found = _BUDDHIST.search(text) if not text.isascii() else None
    month = _months()[0].get(found["m"].rstrip(".")) if found else None
    edtf = _edtf(str(int(found["y"]) - _BUDDHIST_YEARS), str(month), found["d"]) if found and month else None
    return (edtf, found.start(), found.end()) if found and edtf else None


def _month_number(name: str) -> str:
    return name if name.isdigit() else str(_months()[0][name.lower()])


def _find_numeric(text: str, *, day_first: bool | None) -> tuple[str, int, int] | None:
    return (_find_separated(text, day_first=day_first) if _SEPARATED.search(text) else None) or _find_digits(text)


def _find_separated(text: str, *, day_first: bool | None) -> tuple[str, int, int] | None:
    by_weekday = _is_day_first(text)
    order = True if by_weekday else day_first
    for found in _NUMERIC.finditer(text):
        dotted = True if found[2] == "." and order is None else order  # "12.01.2026" has the day first everywhere
        edtf = _ordered(int(found[1]), int(found[3]), found[4], day_first=dotted)
        if edtf:
            return edtf, found.start(), found.end()
    if len(text) <= _DATELINE_CHARS:
        for found in _SHORT_YEAR.finditer(text):
            if order is None and found[2] == "-":
                continue  # "15-4-10" is more often a score
            edtf = _ordered(int(found[1]), int(found[3]), f"20{found[4]}", day_first=order)
            if edtf and len(edtf) == len("2024-03-05"):
                return edtf, found.start(), found.end()
    yearless = _YEARLESS.search(text) if len(text) <= _DATELINE_CHARS and by_weekday else None
    if yearless and _edtf("2000", yearless[2], yearless[1]):
        return f"XXXX-{int(yearless[2]):02d}-{int(yearless[1]):02d}", yearless.start(), yearless.end()
    return None


def _find_digits(text: str) -> tuple[str, int, int] | None:
    """Seconds since 1970, or a year alone."""
    epoch = _EPOCH.match(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), UTC).date().isoformat(), epoch.start(), epoch.end()
    year_only = _YEAR.match(text)
    return (year_only[1], year_only.start(), year_only.end()) if year_only else None


def _ordered(one: int, two: int, year: str, *, day_first: bool | None) -> str | None:
    """The date of two numbers and a year; only the year where either may be the month."""
    if one > 12 or one == two or (day_first and two <= 12):  # noqa: PLR2004
        return _edtf(year, str(two), str(one))
    if two > 12 or day_first is False:  # noqa: PLR2004
        return _edtf(year, str(one), str(two))
    return year


def _is_day_first(text: str) -> bool:
    """Whether a weekday is named in a language that prints the day before the month."""
    return bool(_weekdays().search(text[:_DATELINE_CHARS]))


@cache
def _weekdays() -> re.Pattern[str]:
    names = "|".join(sorted(word_lists()["day_first_weekdays"]))
    return re.compile(rf"\b(?:{names}|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b", re.IGNORECASE)


def _edtf(year: str, month: str | None, day: str | None) -> str | None:
    try:
        stated = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not _EARLIEST_YEAR <= stated.year <= _LATEST_YEAR:
        return None
    if day:
        return stated.isoformat()
    return f"{stated:%Y-%m}" if month else f"{stated:%Y}"
