"""Who signs an article, as its page prints it: behind `By` and its like, beside the date, or in a box on the author."""

from collections.abc import Sequence

from transforms.clean.about import without_marks
from transforms.clean.published import find_date
from transforms.clean.regions import is_apart
from transforms.clean.signatures import (
    EDGES,
    LINE,
    bare_name,
    byline_forms,
    byline_in,
    is_person,
    is_said_in,
    leading_name,
)
from transforms.read.document import Block, Document

_WINDOW = (4, 10)
_UNDER_HEADLINE = 4
_DATE_WORDS = 30
_BESIDE, _UNDER = 2, 3
_SHORT_LINE = 120
_STANDFIRST = 400
_LISTED = 6
_PATH_END = 150


def printed_byline(document: Document, anchor: int) -> str | None:
    """`By …` in one of the few blocks right under the headline, or at the end of the standfirst there."""
    blocks = document.blocks[anchor + 1 : anchor + _UNDER_HEADLINE]
    for block in blocks:
        line = without_marks(document, block)
        if len(line) < LINE and byline_forms()["begins"].match(line):
            return byline_in(line)
    for block in blocks[: _UNDER_HEADLINE - 2]:
        line = without_marks(document, block)
        found = byline_forms()["standfirst"].search(line) if len(line) < _STANDFIRST else None
        name = (found["name"] or found["name2"]) if found else None
        if name and is_person(name):
            return name
    return None


def visible_byline(document: Document, anchor: int, removed: Sequence[bool], source: str | None = None) -> str | None:
    """Who signs, as printed near the headline (block `anchor`): `By` and a name, or a bare name beside the date.

    `source` is the site's name, which is no person's.
    """
    blocks = document.blocks
    first, last = max(0, anchor - _WINDOW[0]), min(len(blocks), anchor + _WINDOW[1])
    lines = {
        number: without_marks(document, blocks[number])
        for number in range(first, last)
        if removed[number] and not is_apart(blocks[number].path, blocks[anchor].path)
    }
    order = sorted(lines, key=lambda number: abs(number - anchor - 1))
    for number in order:
        if number == anchor:
            continue  # "The Gull by Ann Roe, reviewed" names no writer of the article
        name = _listed_under(document, number) or byline_in(lines[number])
        if name:
            return name
    dated = [number for number in order if len(lines[number].split()) <= _DATE_WORDS and find_date(lines[number])]
    for number in order:
        beside = (
            any(abs(number - other) <= _BESIDE for other in dated)
            or (0 < number - anchor <= _UNDER and blocks[number].tag in ("p", "div", "h3", "h4", "address"))
            or _is_of_author(blocks[number])
        )
        name = bare_name(lines[number]) if beside and number != anchor else None
        if name and name != source and not is_said_in(document.text, name):
            return name
    return _signed(document, removed) or _in_author_box(document, removed)


def _listed_under(document: Document, number: int) -> str | None:
    """The names in the blocks under a label that stands alone (`By`, `Author(s)`)."""
    if not byline_forms()["alone"].match(without_marks(document, document.blocks[number])):
        return None
    names: list[str] = []
    for block in document.blocks[number + 1 : number + 1 + _LISTED]:
        line = without_marks(document, block)
        name = line.strip(EDGES) if is_person(line.strip(EDGES)) else None
        if not name and not names:
            return byline_in(f"By {line}") if len(line) < _SHORT_LINE else None
        if not name or (names and block.tag != "li"):
            break
        names.append(name)
    return ", ".join(dict.fromkeys(names)) or None


def _signed(document: Document, removed: Sequence[bool]) -> str | None:
    """`Written by …`, `Author: …` or a box on the author anywhere outside the body."""
    for number, (block, out) in enumerate(zip(document.blocks, removed, strict=True)):
        line = without_marks(document, block)
        if not out or len(line) >= LINE:
            continue
        if byline_forms()["signature"].match(line):
            return byline_in(line)
        listed = _listed_under(document, number) if byline_forms()["alone"].match(line) else None
        if listed and is_person(listed.split(", ")[0]):
            return listed
        if byline_forms()["about_author"].match(line) and number + 1 < len(document.blocks):
            name = leading_name(without_marks(document, document.blocks[number + 1]))
            if name:
                return name
    return None


def _in_author_box(document: Document, removed: Sequence[bool]) -> str | None:
    """The one name that stands in blocks marked as an author's outside the body; none where several do (other articles')."""
    names = {
        name
        for block, out in zip(document.blocks, removed, strict=True)
        if out and _is_of_author(block) and (name := bare_name(without_marks(document, block)))
        if not is_said_in(document.text, name)
    }
    return names.pop() if len(names) == 1 else None


def _is_of_author(block: Block) -> bool:
    return bool(byline_forms()["author_step"].search(block.path[-_PATH_END:]))
