"""The line that heads an article of which no title is known: the best of those above its first paragraph."""

import re
from collections.abc import Callable, Sequence

from transforms.clean.kinds import (
    could_be_headline,
    is_byline,
    is_caption,
    is_date_alone,
    is_dated,
    is_name_in_capitals,
)
from transforms.clean.ledger import Verdict
from transforms.clean.page_dates import label_start
from transforms.clean.published import find_date
from transforms.clean.signatures import agency_alone, byline_in, signs
from transforms.clean.site import is_press_name
from transforms.read.document import Document

OPEN = ("body", "model")  # rules of blocks that no named rule has judged
TOP_LINES, _FAR_TOP_LINES = 8, 16
BELOW_DECK = 3
# Above a headline: the sections of a site ("Home / World", "Menu  Videos  Sports") or its name ("Kestrel News Agency").
_MENU_MARK = re.compile(r"\s[/|»›>·•]\s|\s{2,}|\t")
_MENU_WORDS = 3
_LABELLED_DATE = 120  # characters
_TITLE_WORDS = 4
_MOST_DECKS, _MOST_PARTICULARS = 2, 5  # lines
# "Kestrel Radio | By Ann Roe", "In News by Ann Roe".
_BY_BEHIND = re.compile(r"[|/•·] ?(?:by|BY|By) |\A(?:[Ii]n|[Pp]osted|[Uu]nder) (?:\S+ ){1,3}by ")
# "Mayor opens the new bridge at Lindow - Reuters", as a page's title has it, and "Video: Mayor opens the new bridge" have the
# form of a picture's credit.
_LIKE_CREDIT = re.compile(
    r"(?:[^\s:|/©]+ ){5,}[-–—] [^:|/©]{2,24}|(?:video|photos|pictures): (?:[^\s:|/©,]+ ){3,}[^\s:|/©,]+", re.IGNORECASE
)


def untitled_headline(document: Document, lines: Sequence[str], verdicts: list[Verdict], first: int) -> int | None:
    """The line that heads the first paragraph where no title is known: the nearest candidate above it, or above `By …`."""
    if first and verdicts[0].rule == "credit_line" and _LIKE_CREDIT.fullmatch(lines[0]):
        verdicts[0] = Verdict("boilerplate", "model")
    near = _head_among(document, lines, verdicts, first, TOP_LINES)
    return _head_among(document, lines, verdicts, first, _FAR_TOP_LINES) if near is None else near


def _head_among(
    document: Document, lines: Sequence[str], verdicts: Sequence[Verdict], first: int, count: int
) -> int | None:
    """The headline among so many lines above the first paragraph."""
    window = range(first - 1, max(-1, first - 1 - count), -1)
    open_lines = [number for number in window if verdicts[number].rule in OPEN]
    unsigned = [number for number in open_lines if not is_signed(lines[number], lines, number)]
    heads = [
        number
        for number in unsigned
        if could_be_headline(lines[number])
        and not _is_of_picture(lines[number])
        and not (number and verdicts[number - 1].rule == "related_links")
    ]
    below = set(lines[first:])
    listed = [number for number in heads if lines[number] in below]
    if len(listed) > 1:  # a list of contents
        heads = [number for number in heads if number not in listed]
    plain = [number for number in heads if not signs_below(lines[number], document)]
    plain = [number for number in plain if not _is_of_the_site(lines[number])] or plain
    label = next((number for number in window if lines[number].endswith(":")), -1)
    plain = [number for number in plain if number < label] or plain  # "Key points:" and what is listed below it
    byline = next((number for number in open_lines if _is_dated_byline(lines[number], first - number)), first)
    above = [number for number in plain if 0 < byline - number < BELOW_DECK]
    undated = [number for number in heads if not is_date(lines[number])]
    # Where all look like names the highest is the headline: in some languages all words of one have capitals.
    head = next(iter((above if byline < first else []) or plain or undated[-1:]), None)
    if head is None:
        return None
    group = _first_of_group(document, lines, plain, head)
    over = _over_date(lines, plain, group) if byline == first else None
    return group if over is None else _first_of_group(document, lines, plain, over)


def _first_of_group(document: Document, lines: Sequence[str], heads: Sequence[int], head: int) -> int:
    """The first of two or three candidates on end, of which the last is `head`: decks stand below a headline.

    Shorter than a headline mostly is, above a blank line, it is a section's name; more on end are a list of others.
    """
    long = [number for number in heads if len(lines[number].split()) >= _TITLE_WORDS and not find_date(lines[number])]
    group = _climbed(head, lambda above: above in long)
    if group == head:
        group = _climbed(head, lambda above: above in heads and _line_ends(document, above) == 1)
        group = head if group and _line_ends(document, group - 1) == 1 else group
    if head - group > _MOST_DECKS:
        return head
    is_site = head - group == _MOST_DECKS and group not in long and group + 1 in long
    return group + 1 if is_site else group


def _over_date(lines: Sequence[str], heads: Sequence[int], head: int) -> int | None:
    """The headline above the names and dates that stand right over a candidate, which is its deck then."""
    above = head - 1
    while above >= 0 and above not in heads and head - above <= _MOST_PARTICULARS:
        above -= 1
    dated = any(is_date(line) for line in lines[above + 1 : head])
    return above if dated and above in heads and len(lines[above].split()) >= _TITLE_WORDS else None


def _climbed(number: int, goes_on: Callable[[int], bool]) -> int:
    while goes_on(number - 1):
        number -= 1
    return number


def _line_ends(document: Document, number: int) -> int:
    """How many line ends part a block from the next one."""
    return document.text.count("\n", document.blocks[number].char_end, document.blocks[number + 1].char_start)


def _is_of_picture(line: str) -> bool:
    return "©" in line or is_caption(line)


def _is_dated_byline(line: str, distance: int) -> bool:
    """Whether a line above the first paragraph is a byline; farther from it, above a list of contents, one with a date."""
    if distance <= BELOW_DECK:
        return is_byline(line)
    return find_date(line) is not None and (byline_in(line) is not None or 0 < label_start(line) < len(line))


def _is_of_the_site(line: str) -> bool:
    """Whether a line above others is a site's menu or name."""
    parts = _MENU_MARK.split(line.strip())
    is_menu = len(parts) > 1 and all(len(part.split()) <= _MENU_WORDS for part in parts)
    return is_menu or is_press_name(line.strip())


def signs_below(line: str, document: Document) -> bool:
    """Whether a line that stands below a headline says who wrote or when, though it could head an article elsewhere."""
    is_signed_behind = _BY_BEHIND.search(line) is not None and byline_in(line) is not None
    return is_signed_behind or is_date(line) or agency_alone(line) is not None or signs(line, document.text)


def is_signed(line: str, lines: Sequence[str], number: int) -> bool:
    """A byline, a date line, or a name in capitals that comes with its sources or stands again below the article."""
    if is_byline(line) or is_dated(line) or _is_labelled_date(line):
        return True
    return is_name_in_capitals(line) and (line.endswith(")") or line in lines[number + 1 :])


def is_date(line: str) -> bool:
    """A date, alone or behind its label."""
    return is_date_alone(line) or _is_labelled_date(line)


def _is_labelled_date(line: str) -> bool:
    return len(line) <= _LABELLED_DATE and label_start(line) == 0 and find_date(line) is not None
