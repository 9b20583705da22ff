"""What stands above an article's first paragraph: its headline, who signs it, and when."""

import re
from collections.abc import Sequence

from transforms.clean.headline import BELOW_DECK, OPEN, TOP_LINES, is_date, is_signed, signs_below, untitled_headline
from transforms.clean.kinds import is_running, is_same_title
from transforms.clean.ledger import Verdict
from transforms.clean.signatures import agency_alone, signs
from transforms.read.document import Document

_OPENING_WORDS = 18
_STROKE = re.compile(r"[/|]|\bvia\b|:")


def name_top(document: Document, lines: Sequence[str], verdicts: list[Verdict], title: str | None) -> None:
    """The headline and byline above the first paragraph; what repeats the headline further down is furniture."""
    blocks = document.blocks
    first = next(
        (
            number
            for number, verdict in enumerate(verdicts)
            if verdict.kind is None and opens(lines[number]) and not is_date(lines[number])
        ),
        None,
    )
    if first is None:
        return
    titles = [title] if title else []
    if not titles:
        head = untitled_headline(document, lines, verdicts, first)
        titles = [lines[head]] if head is not None else []
    says_title = [
        bool(titles) and verdict.rule in OPEN and not is_running(line) and is_same_title(line, titles)
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
        if verdicts[number].rule not in OPEN:
            continue
        if says_title[number]:
            if number < first:
                verdicts[number] = Verdict("headline", "says_the_title")
            elif verdicts[number].kind is not None or blocks[number].link_share > 0.5 or number > first + TOP_LINES:  # noqa: PLR2004
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
    if head < number < first and signs_below(lines[number], document):
        return True
    near = TOP_LINES if number < first else BELOW_DECK
    beside_picture = number > first and verdicts[number - 1].rule == "image_file"
    return abs(number - first) <= near and not beside_picture and is_signed(lines[number], lines, number)


def _signs_story(line: str, document: Document, is_below: bool) -> bool:
    """Whether a line above the text that names an agency says who wrote; a stroke sets off who took a picture.

    An agency alone does below the headline.
    """
    if is_below and agency_alone(line):
        return True
    return signs(line, document.text) and (line[:3].lower() == "by " or not _STROKE.search(line))


def _name_repeats(lines: Sequence[str], verdicts: list[Verdict], first: int) -> None:
    """A byline that is printed again below the article."""
    bylines = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict.kind == "byline"]
    for number in range(first, len(lines)):
        if verdicts[number].kind is None and not is_running(lines[number]) and is_same_title(lines[number], bylines):
            verdicts[number] = Verdict("boilerplate", "byline_again")
