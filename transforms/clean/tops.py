"""What stands above an article's first paragraph: its headline, who signs it, and when."""

import re
from collections.abc import Sequence

from transforms.clean.kinds import (
    could_be_headline,
    is_byline,
    is_date_alone,
    is_dated,
    is_name_in_capitals,
    is_running,
    is_same_title,
)
from transforms.clean.ledger import Verdict
from transforms.clean.page_dates import label_start
from transforms.clean.published import find_date
from transforms.clean.signatures import agency_alone, signs
from transforms.clean.site import is_press_name
from transforms.read.document import Document

_OPEN = ("body", "model")  # rules of blocks that no named rule has judged
_TOP_LINES = 8
_BELOW_DECK = 3
_OPENING_WORDS = 18
# Above a headline: the sections of a site ("Home / World", "Menu  Videos  Sports") or its name ("Kestrel News Agency").
_MENU_MARK = re.compile(r"\s[/|»›>·•]\s|\s{2,}|\t")
_MENU_WORDS = 3
_LABELLED_DATE = 120  # characters
# "Mayor opens the new bridge at Lindow - Reuters", as a page's title has it, and "Video: Mayor opens the new bridge" have the
# form of a picture's credit.
_LIKE_CREDIT = re.compile(
    r"(?:[^\s:|/©]+ ){5,}[-–—] [^:|/©]{2,24}|(?:video|photos|pictures): (?:[^\s:|/©,]+ ){3,}[^\s:|/©,]+", re.IGNORECASE
)
_STROKE = re.compile(r"[/|]|\bvia\b|:")


def name_top(document: Document, lines: Sequence[str], verdicts: list[Verdict], title: str | None) -> None:
    """The headline and byline above the first paragraph; what repeats the headline further down is furniture."""
    blocks = document.blocks
    first = next(
        (
            number
            for number, verdict in enumerate(verdicts)
            if verdict.kind is None and opens(lines[number]) and not _is_date(lines[number])
        ),
        None,
    )
    if first is None:
        return
    titles = [title] if title else []
    if not titles:
        head = _untitled_headline(document, lines, verdicts, first)
        titles = [lines[head]] if head is not None else []
    says_title = [
        bool(titles) and verdict.rule in _OPEN and not is_running(line) and is_same_title(line, titles)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    last_head = max((number for number in range(first) if says_title[number]), default=first)
    for number, line in enumerate(lines):
        if (
            verdicts[number].rule == "credit_line"
            and number < first
            and _signs_story(line, document, number > last_head)
        ):
            verdicts[number] = Verdict("byline", "byline_at_top")
        if verdicts[number].rule not in _OPEN:
            continue
        if says_title[number]:
            if number < first:
                verdicts[number] = Verdict("headline", "says_the_title")
            elif verdicts[number].kind is not None or blocks[number].link_share > 0.5 or number > first + _TOP_LINES:  # noqa: PLR2004
                verdicts[number] = Verdict("boilerplate", "headline_again")
        elif _is_signed_at(document, lines, verdicts, number, first, last_head):
            verdicts[number] = Verdict("byline", "byline_at_top")
    _name_repeats(lines, verdicts, first)


def opens(line: str) -> bool:
    """Whether the line can be an article's first paragraph; scraping sometimes loses its full stop."""
    return is_running(line) or (len(line.split()) > _OPENING_WORDS and not line.istitle())


def _is_signed_at(
    document: Document, lines: Sequence[str], verdicts: Sequence[Verdict], number: int, first: int, head: int
) -> bool:
    """Whether a line near the first paragraph (block `first`) says who wrote or when; `head` is the last headline above."""
    if head < number < first and _signs_below(lines[number], document):
        return True
    near = _TOP_LINES if number < first else _BELOW_DECK
    beside_picture = number > first and verdicts[number - 1].rule == "image_file"
    return abs(number - first) <= near and not beside_picture and _is_signed(lines[number], lines, number)


def _signs_story(line: str, document: Document, is_below: bool) -> bool:
    """Whether a line above the text that names an agency says who wrote; a stroke sets off who took a picture.

    An agency alone does below the headline.
    """
    if is_below and agency_alone(line):
        return True
    return signs(line, document.text) and (line[:3].lower() == "by " or not _STROKE.search(line))


def _is_signed(line: str, lines: Sequence[str], number: int) -> bool:
    """A byline, a date line, or a name in capitals that comes with its sources or stands again below the article."""
    if is_byline(line) or is_dated(line) or _is_labelled_date(line):
        return True
    return is_name_in_capitals(line) and (line.endswith(")") or line in lines[number + 1 :])


def _name_repeats(lines: Sequence[str], verdicts: list[Verdict], first: int) -> None:
    """A byline that is printed again below the article."""
    bylines = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict.kind == "byline"]
    for number in range(first, len(lines)):
        if verdicts[number].kind is None and not is_running(lines[number]) and is_same_title(lines[number], bylines):
            verdicts[number] = Verdict("boilerplate", "byline_again")


def _untitled_headline(document: Document, lines: Sequence[str], verdicts: list[Verdict], first: int) -> int | None:
    """The line that heads the first paragraph where no title is known: the nearest candidate above it, or above `By …`."""
    window = range(first - 1, max(-1, first - 1 - _TOP_LINES), -1)
    if first and verdicts[0].rule == "credit_line" and _LIKE_CREDIT.fullmatch(lines[0]):
        verdicts[0] = Verdict("boilerplate", "model")
    open_lines = [number for number in window if verdicts[number].rule in _OPEN]
    unsigned = [number for number in open_lines if not _is_signed(lines[number], lines, number)]
    heads = [number for number in unsigned if could_be_headline(lines[number])]
    plain = [number for number in heads if not _signs_below(lines[number], document)]
    byline = next(
        (number for number in open_lines if first - number <= _BELOW_DECK and is_byline(lines[number])), first
    )
    above = [number for number in plain if 0 < byline - number < _BELOW_DECK]
    undated = [number for number in heads if not _is_date(lines[number])]
    # Where all look like names the highest is the headline: in some languages all words of one have capitals.
    head = next(iter((above if byline < first else []) or plain or undated[-1:]), None)
    if head is None:
        return None
    group = _first_of_group(document, plain, head)
    return next((number for number in range(group, head) if not _is_of_the_site(lines[number])), head)


def _is_of_the_site(line: str) -> bool:
    """Whether a line above others is a site's menu or name."""
    parts = _MENU_MARK.split(line.strip())
    is_menu = len(parts) > 1 and all(len(part.split()) <= _MENU_WORDS for part in parts)
    return is_menu or is_press_name(line.strip())


def _first_of_group(document: Document, heads: Sequence[int], head: int) -> int:
    """The first of two or three lines without a blank line between them, of which the last is `head`: a deck stands below."""
    blocks = document.blocks
    group = head
    while group - 1 in heads and document.text.count("\n", blocks[group - 1].char_end, blocks[group].char_start) == 1:
        group -= 1
    is_apart = not group or document.text.count("\n", blocks[group - 1].char_end, blocks[group].char_start) > 1
    return group if is_apart and head - group < _BELOW_DECK else head


def _signs_below(line: str, document: Document) -> bool:
    """Whether a line that stands below a headline says who wrote or when, though it could head an article elsewhere."""
    return _is_date(line) or agency_alone(line) is not None or signs(line, document.text)


def _is_date(line: str) -> bool:
    """A date, alone or behind its label."""
    return is_date_alone(line) or _is_labelled_date(line)


def _is_labelled_date(line: str) -> bool:
    return len(line) <= _LABELLED_DATE and label_start(line) == 0 and find_date(line) is not None
