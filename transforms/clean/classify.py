"""What each block of a document is, with the rule that says so."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.clean.features import block_features
from transforms.clean.furniture import Furniture
from transforms.clean.kinds import (
    could_be_headline,
    could_be_subhead,
    ends_sentence,
    is_byline,
    is_caption,
    is_credit,
    is_dated,
    is_running,
    is_same_title,
    is_structural,
)
from transforms.clean.ledger import Verdict
from transforms.clean.model import load_cleaner
from transforms.clean.rules import furniture_rule
from transforms.read.document import Block, Document

_BODY = Verdict(None, "body")
_PLAIN_THRESHOLD = 0.05
_FEW_LINES = 8
_RECORD_THRESHOLD = 0.03
_PAGE_SHORT_SHARE = 0.4
_PAGE_SHORT_LINES = 25
_HEADING_CHANCE = 0.15
_CROSSHEADS = 4
_CROSSHEAD_WORDS = 7
_BESIDE_PLAYER_WORDS = 14
_TOP_LINES = 8
_OPENING_WORDS = 18
_FURNITURE_ARTICLES = 3
_FURNITURE_SHARE = 0.2


def classify(document: Document, furniture: Furniture, source: str | None, title: str | None) -> tuple[Verdict, ...]:
    """One verdict for each block, in order: named rules first, then the model, then what stands around the body."""
    lines = [document.text[block.char_start : block.char_end] for block in document.blocks]
    if len(lines) == 1:
        return (_BODY,)
    verdicts = _body_or_not(document, lines, furniture, source, title)
    if all(verdict.kind is not None for verdict in verdicts):
        verdicts = [_BODY if is_running(line) else verdict for line, verdict in zip(lines, verdicts, strict=True)]
    if all(verdict.kind is not None for verdict in verdicts):
        verdicts = [Verdict(None, "only_text") if verdict.rule == "model" else verdict for verdict in verdicts]
    _name_top(document.blocks, lines, verdicts, title)
    _name_pictures(document.blocks, lines, verdicts)
    _name_crossheads(document.blocks, lines, verdicts)
    return tuple(verdicts)


def _body_or_not(
    document: Document, lines: Sequence[str], furniture: Furniture, source: str | None, title: str | None
) -> list[Verdict]:
    chances = load_cleaner().chances(block_features(document, title))
    running, other = _threshold(document, lines)
    verdicts = []
    for block, line, chance in zip(document.blocks, lines, chances, strict=True):
        rule = _named_rule(block, line, furniture, source)
        if rule:
            verdicts.append(rule)
        elif chance >= other or (chance >= running and (_opens(line) or ends_sentence(line))):
            verdicts.append(_BODY)
        else:
            verdicts.append(Verdict("boilerplate", "model"))
    _keep_headings(lines, verdicts, chances)
    return verdicts


def _named_rule(block: Block, line: str, furniture: Furniture, source: str | None) -> Verdict | None:
    if block.tag == "frontmatter":
        return Verdict("boilerplate", "front_matter")
    rule = furniture_rule(line)
    if rule:
        return Verdict("boilerplate", rule)
    if is_credit(line):
        return Verdict("credit", "credit_line")
    articles = furniture.articles(source)
    if articles >= _FURNITURE_ARTICLES:
        seen = furniture.seen(source, line)
        if seen >= _FURNITURE_ARTICLES and seen >= _FURNITURE_SHARE * articles:
            return Verdict("boilerplate", "source_furniture")
    return None


def _threshold(document: Document, lines: Sequence[str]) -> tuple[float, float]:
    """The chances from which a running line and any other line are kept.

    Text that came without a page's navigation is the article but for a few lines; the text field of a record was already cut
    out of its page by others.
    """
    learned = load_cleaner().threshold
    if any(block.path for block in document.blocks) or document.media == "markdown":
        return learned, learned
    short = sum(not is_running(line) for line in lines)
    if short > _PAGE_SHORT_LINES and short > _PAGE_SHORT_SHARE * len(lines):
        return learned, learned
    if document.media == "json":
        return _RECORD_THRESHOLD, _RECORD_THRESHOLD
    if short > max(4, _PAGE_SHORT_SHARE * len(lines)):
        return learned, learned
    return (_PLAIN_THRESHOLD if len(lines) > _FEW_LINES else 0.0), learned


def _keep_headings(lines: Sequence[str], verdicts: list[Verdict], chances: NDArray[np.float64]) -> None:
    """A heading between two paragraphs of the body belongs to it, though it looks like furniture taken alone."""
    for number in range(1, len(lines) - 1):
        if (
            verdicts[number].rule == "model"
            and chances[number] >= _HEADING_CHANCE
            and could_be_subhead(lines[number])
            and verdicts[number - 1].kind is None
            and verdicts[number + 1].kind is None
        ):
            verdicts[number] = _BODY


def _name_top(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict], title: str | None) -> None:
    """The headline and byline above the first paragraph; what repeats the headline further down is furniture."""
    first = next(
        (number for number, verdict in enumerate(verdicts) if verdict.kind is None and _opens(lines[number])), None
    )
    if first is None:
        return
    titles = [title] if title else []
    if not titles:
        head = _untitled_headline(lines, verdicts, first)
        titles = [lines[head]] if head is not None else []
    for number, line in enumerate(lines):
        if verdicts[number].rule not in ("body", "model"):
            continue
        if titles and is_same_title(line, titles) and not is_running(line):
            if number < first:
                verdicts[number] = Verdict("headline", "says_the_title")
            elif verdicts[number].kind is not None or blocks[number].link_share > 0.5 or number > first + _TOP_LINES:  # noqa: PLR2004
                verdicts[number] = Verdict("boilerplate", "headline_again")
        elif number < first and first - number <= _TOP_LINES and (is_byline(line) or is_dated(line)):
            verdicts[number] = Verdict("byline", "byline_at_top")
    _name_repeats(lines, verdicts, first)


def _opens(line: str) -> bool:
    """Whether the line can be an article's first paragraph; scraping sometimes loses its full stop."""
    return is_running(line) or (len(line.split()) > _OPENING_WORDS and not line.istitle())


def _name_repeats(lines: Sequence[str], verdicts: list[Verdict], first: int) -> None:
    """A byline that is printed again below the article."""
    bylines = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict.kind == "byline"]
    for number in range(first, len(lines)):
        if verdicts[number].kind is None and not is_running(lines[number]) and is_same_title(lines[number], bylines):
            verdicts[number] = Verdict("boilerplate", "byline_again")


def _untitled_headline(lines: Sequence[str], verdicts: Sequence[Verdict], first: int) -> int | None:
    """The line that heads the first paragraph where no title is known: the last candidate above it that is not a byline."""
    for number in range(first - 1, max(-1, first - 1 - _TOP_LINES), -1):
        if verdicts[number].rule not in ("body", "model") or is_byline(lines[number]) or is_dated(lines[number]):
            continue
        if could_be_headline(lines[number]):
            return number
    return None


def _name_pictures(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict]) -> None:
    """Captions: by their element, by their wording, or as the line that stands beside a picture's file name or a player."""
    for number, line in enumerate(lines):
        if verdicts[number].rule not in ("body", "model"):
            continue
        before = verdicts[number - 1].rule if number else ""
        after = verdicts[number + 1].rule if number + 1 < len(lines) else ""
        short = len(line.split()) <= _BESIDE_PLAYER_WORDS and not is_running(line)
        if blocks[number].tag == "figcaption":
            verdicts[number] = Verdict("caption", "figcaption")
        elif before == "image_file" or (short and "player_code" in (before, after)):
            verdicts[number] = Verdict("caption", "beside_picture")
        elif is_caption(line):
            verdicts[number] = Verdict("caption", "caption_wording")


def _name_crossheads(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict]) -> None:
    """Subheads. In a news story the few short crossheads are the editor's and leave the body; where headings carry the text's
    own order (guides, lists, questions and answers) they stay in it and are only marked.
    """
    kept = [number for number, verdict in enumerate(verdicts) if verdict.kind is None]
    headings = [
        number
        for place, number in enumerate(kept[:-1])
        if (
            blocks[number].tag in ("h2", "h3", "h4", "h5", "h6")
            or (place and blocks[number].tag in ("line", "p", "div"))
        )
        and could_be_subhead(lines[number])
        and not is_byline(lines[number])
        and is_running(lines[kept[place + 1]])
    ]
    crossheads = len(headings) <= _CROSSHEADS and not any(is_structural(lines[number]) for number in headings)
    for number in headings:
        if crossheads and len(lines[number].split()) <= _CROSSHEAD_WORDS:
            verdicts[number] = Verdict("subhead", "crosshead")
        else:
            verdicts[number] = Verdict(None, "heading", is_heading=True)
