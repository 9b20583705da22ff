"""Who publishes a page that does not say so in its metadata: as its title, its footer and its masthead print it."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from transforms.clean.about import similarity, without_marks
from transforms.clean.kinds import could_be_headline, is_byline, is_running
from transforms.load_yaml import load_yaml
from transforms.read.document import Document

_WORDS = re.compile(r"\w+")
_HEADINGS = ("h1", "h2", "h3")
_TITLE_WORDS = 4
_ABOVE = 12
_NEAR = 4
_LONGEST = 160
_HEADING_ALIKE = 0.4


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = load_yaml(resources.files(__package__).joinpath("sites.yaml").read_text("utf-8"))
    words = listed.pop("press_words")
    return {name: re.compile(form.replace("{press}", "|".join(words.split()))) for name, form in listed.items()}


def heading_beside_site_title(document: Document, title: str | None) -> int | None:
    """The heading that heads the first paragraph where the page's title is no headline but a site's short name."""
    if not title:
        return None
    lines = [without_marks(document, block) for block in document.blocks]
    if len(_WORDS.findall(title)) > _TITLE_WORDS:
        return _heading_in_capitals(document, lines, title)
    first = next((number for number, line in enumerate(lines) if is_running(line) and not is_byline(line)), 0)
    if all(block.tag not in _HEADINGS for block in document.blocks):
        return _line_above_byline(lines, first) if document.media in ("html", "warc") else None
    headings = [number for number in range(max(0, first - _ABOVE), first) if document.blocks[number].tag in _HEADINGS]
    if not headings or any(similarity(lines[number], title) >= _HEADING_ALIKE for number in headings):
        return None
    return next((number for number in reversed(headings) if could_be_headline(lines[number])), None)


def _heading_in_capitals(document: Document, lines: Sequence[str], title: str) -> int | None:
    """The line in capitals right above the first paragraph, where the page prints nothing that its title says."""
    first = next((number for number, line in enumerate(lines) if is_running(line)), 0)
    above = lines[first - 1] if first else ""
    is_heading = above.isupper() and len(_WORDS.findall(above)) >= _TITLE_WORDS and could_be_headline(above)
    is_said = any(similarity(line, title) >= _HEADING_ALIKE for line in lines[max(0, first - _NEAR) : first])
    return first - 1 if document.media in ("html", "warc") and is_heading and not is_said else None


def _line_above_byline(lines: Sequence[str], first: int) -> int | None:
    """The line that heads the byline above the first paragraph, on old pages that set headlines in large type alone."""
    signed = next((number for number in range(max(1, first - _NEAR), first) if is_byline(lines[number])), 0)
    is_heading = len(_WORDS.findall(lines[signed - 1])) >= _TITLE_WORDS and could_be_headline(lines[signed - 1])
    return signed - 1 if signed and is_heading else None


def is_press_name(line: str) -> bool:
    """Whether a line is a publisher's name and no more: "Kestrel News Agency"."""
    return _patterns()["press_name"].fullmatch(line) is not None


def printed_site(removed: Sequence[str]) -> str | None:
    """The publisher's name in the lines around an article: an edition's, a copyright notice's, a masthead's."""
    lines = [line for line in removed if len(line) <= _LONGEST]
    for name in ("edition", "copyright", "masthead"):
        pattern = _patterns()[name]
        for line in lines:
            found = pattern.search(line)
            site = " ".join(next(filter(None, found.groups())).split()) if found else ""
            if site and not _patterns()["not_a_name"].search(site):
                return site
    return None
