"""The day of publication as a page prints it: by its headline, with the label that says so, or as what is left."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from transforms.clean.about import without_marks
from transforms.clean.published import find_date
from transforms.clean.regions import is_apart
from transforms.clean.relative_dates import relative_day
from transforms.load_yaml import load_yaml
from transforms.read.document import Document

_DIGIT = re.compile(r"\d")
_DATE_WINDOW = (6, 14)
_NEAR_HEADLINE = (2, 6)
_DATE_WORDS = 30
_DATE_CHARS = 300
_LABEL_CHARS = 20
_BARE_DATE_WORDS = 5
_LINE_WORDS = 20
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?…][\"'”’)\]]*\s*$")
_FIRST, _PUBLISHED, _BARE, _UPDATED = -1, 0, 1, 2
_MONTH, _DAY = 7, 10
_MASTHEAD = 3


def printed_date(
    document: Document, anchor: int, removed: Sequence[bool], *, day_first: bool | None = None
) -> str | None:
    """The day printed as that of first publication, or right by the headline (block `anchor`) and not for an update.

    A day in a sentence of the body is that of what it tells.
    """
    blocks = document.blocks
    around = range(max(0, anchor - _NEAR_HEADLINE[0]), min(len(blocks), anchor + _NEAR_HEADLINE[1]))
    near = [number for number in around if removed[number] or not _is_sentence(without_marks(document, blocks[number]))]
    first = (n for n, block in enumerate(document.blocks) if _says_first_published(without_marks(document, block)))
    dated = (_dated(document, number, anchor, day_first) for number in sorted({*near, *first} - {anchor}))
    found = sorted(one for one in dated if one)
    return next((edtf for rank, _, edtf in found if rank < _UPDATED and len(edtf) == _DAY), None)


def visible_date(
    document: Document, anchor: int, removed: Sequence[bool], *, day_first: bool | None = None
) -> str | None:
    """The date printed around the headline, or else as that of publication anywhere outside the body, as EDTF."""
    blocks = document.blocks
    near = range(max(0, anchor - _DATE_WINDOW[0]), min(len(blocks), anchor + _DATE_WINDOW[1]))
    dated = {number: _dated(document, number, anchor, day_first) for number in near if removed[number]}
    found = [one for one in dated.values() if one]
    # Above a headline alone stands the day of the edition, or of the visit.
    is_below = any(one and one[0] < _UPDATED for number, one in dated.items() if number >= anchor)
    elsewhere = [number for number in range(len(blocks)) if number not in near]
    first = (number for number in elsewhere if _says_first_published(without_marks(document, blocks[number])))
    found += [one for one in (_dated(document, number, anchor, day_first) for number in first) if one]
    if not is_below or not found or min(found)[0] == _UPDATED:
        far = (_dated(document, number, anchor, day_first) for number in elsewhere if removed[number])
        found += [one for one in far if one and (one[0] <= _PUBLISHED or not found)]
    return min(found)[2] if found else None


def relative_date(document: Document, anchor: int, removed: Sequence[bool]) -> str | None:
    """The day that is printed around the headline as so many hours before the page was fetched."""
    fetched = document.metadata.fetched_at
    near = range(max(0, anchor - _DATE_WINDOW[0]), min(len(removed), anchor + _DATE_WINDOW[1])) if fetched else ()
    for number in sorted(near, key=lambda number: abs(number - anchor - 1)):
        block = document.blocks[number]
        line = without_marks(document, block)
        found = relative_day(line, fetched) if removed[number] and not _patterns()["updated"].search(line) else None
        if found and not is_apart(block.path, document.blocks[anchor].path):
            return found[0]
    return None


def dates_in(line: str, *, day_first: bool | None = None) -> Iterator[tuple[str, int, int]]:
    """Every date of a line with its offsets, in order."""
    start = 0
    while found := find_date(line[start:], day_first=day_first):
        yield found[0], start + found[1], start + found[2]
        start += found[2]


def label_start(line: str) -> int:
    """Where the first label of a date begins in a line; its length where none does."""
    found = _patterns()["label"].search(line)
    return found.start() if found else len(line)


def _is_sentence(line: str) -> bool:
    return len(line.split()) > _LINE_WORDS or bool(_SENTENCE_END.search(line))


def _says_first_published(line: str) -> bool:
    return len(line) < _DATE_CHARS and bool(_DIGIT.search(line) and _patterns()["first_published"].search(line))


def _dated(document: Document, number: int, anchor: int, day_first: bool | None) -> tuple[int, int, str] | None:
    """Rank, distance from the headline, and the date of a block; None where it has none that can be the article's."""
    block = document.blocks[number]
    if block.char_end - block.char_start > _DATE_CHARS:
        return None
    line = without_marks(document, block)
    if not _DIGIT.search(line) or len(line.split()) > _DATE_WORDS or _patterns()["not_a_date"].search(line):
        return None
    if is_apart(block.path, document.blocks[anchor].path):
        return None
    above = without_marks(document, document.blocks[number - 1]) if number else ""
    if 0 < len(above) <= _LABEL_CHARS and not _DIGIT.search(above) and label_start(above) == 0:
        line = f"{above} {line}"  # the label stands alone above its date
    rank, edtf = _ranked(line, day_first)
    if edtf is None or len(edtf) < _MONTH:
        return None
    distance = abs(number - anchor - 1)
    if number < anchor and not block.path:
        distance += _MASTHEAD  # above a headline in plain text stands the day of the edition, or of the visit
    if rank > _PUBLISHED and distance > _DATE_WINDOW[1] and len(line.split()) > _BARE_DATE_WORDS:
        return None
    return rank, distance, edtf


def _ranked(line: str, day_first: bool | None) -> tuple[int, str | None]:
    """What a line says that its date is; of several dates, the one that it says is that of publication.

    `Updated 6 March 2024, published 5 March 2024` and `5 March 2024, updated 6 March 2024` both have two.
    """
    patterns = _patterns()
    first = patterns["first_published"].search(line)
    published = first or patterns["published"].search(line)
    updated = patterns["updated"].search(line)
    if updated and published:
        end = updated.start() if updated.start() > published.start() else len(line)
        found = find_date(line[published.end() : end], day_first=day_first)
        if found:
            return _FIRST if first else _PUBLISHED, found[0]
    if updated and not published:
        before = find_date(line[: updated.start()], day_first=day_first)
        if before and find_date(line[updated.end() :], day_first=day_first):
            return _BARE, before[0]
    found = find_date(line, day_first=day_first)
    edtf = found[0] if found else None
    if published:
        return _FIRST if first else _PUBLISHED, edtf
    if updated:
        return _UPDATED, edtf
    return _PUBLISHED if patterns["date"].search(line) else _BARE, edtf


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = load_yaml(resources.files(__package__).joinpath("date_labels.yaml").read_text("utf-8"))
    not_a_date = listed.pop("not_a_date")
    joined = {label: "|".join(by_language.values()) for label, by_language in listed.items()}
    # A label stands between letters where style alone sets it apart: `Ann RoeUpdatedMarch 5`.
    begins, ends = r"(?:(?<![^\W\d_])|(?-i:(?<=[a-zà-ÿ])(?=[A-Z])))", r"(?:(?![^\W\d_])|(?-i:(?=[A-Z])))"
    joined["label"] = f"{joined['published']}|{joined['updated']}"
    forms = {label: rf"{begins}(?:{words}){ends}" for label, words in joined.items()} | {"not_a_date": not_a_date}
    return {label: re.compile(form, re.IGNORECASE) for label, form in forms.items()}
