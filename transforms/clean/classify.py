"""What each block of a document is, with the rule that says so."""

import re
from collections.abc import Sequence

from transforms.clean.about import without_marks
from transforms.clean.bios import name_bios
from transforms.clean.containers import container_rules
from transforms.clean.features import block_features
from transforms.clean.furniture import Furniture
from transforms.clean.kinds import (
    could_be_subhead,
    ends_sentence,
    is_byline,
    is_caption,
    is_credit,
    is_running,
    is_structural,
)
from transforms.clean.languages import is_foreign, speaks_english
from transforms.clean.ledger import Verdict
from transforms.clean.model import Judge
from transforms.clean.neighbours import BODY, HEADINGS, LINKED, carry_on, keep_headings, keep_short_sentences
from transforms.clean.recurrence import agree
from transforms.clean.rules import furniture_rule
from transforms.clean.tops import name_top, opens
from transforms.read.document import Block, Document

_NAVIGATION_STEP = re.compile(r"(?:^| )(?:nav|header|footer|aside)(?=[ .#]|\Z)")
_FURNITURE = Verdict("boilerplate", "model")
_PLAIN_THRESHOLD = 0.05
_FURNISHED_THRESHOLD = 0.2
_PLAIN_CAUTION = 0.06  # without markup to go by, furniture needs a little less to be told
_FEW_LINES = 8
_RECORD_THRESHOLD = 0.03
_PAGE_SHORT_SHARE = 0.4
_PAGE_SHORT_LINES = 25
_NAVIGATION = 3  # lines of links in a text that came with its page's
_CROSSHEADS = 4
_CROSSHEAD_WORDS = 7
_BESIDE_PLAYER_WORDS = 14
_END_RULES = frozenset(
    ("related_links", "comment_bar", "newsletter_prompt", "share_bar", "legal_footer", "paywall", "contact_note")
)
_FURNITURE_ARTICLES = 3
_FURNITURE_SENTENCES = 5  # a story that a source prints again and again is not furniture so soon
_FURNITURE_SHARE = 0.2


def classify(
    document: Document, furniture: Furniture, source: str | None, title: str | None, judge: Judge
) -> tuple[Verdict, ...]:
    """One verdict for each block, in order: named rules first, then the model, then what stands around the body."""
    lines = [without_marks(document, block) for block in document.blocks]
    if len(lines) == 1:
        return (BODY,)
    verdicts = _body_or_not(document, lines, furniture, source, title, judge)
    if all(verdict.kind is not None for verdict in verdicts):
        verdicts = [BODY if is_running(line) else verdict for line, verdict in zip(lines, verdicts, strict=True)]
    if all(verdict.kind is not None for verdict in verdicts):
        verdicts = [Verdict(None, "only_text") if verdict.rule == "model" else verdict for verdict in verdicts]
    name_top(document, lines, verdicts, title)
    name_bios(document, lines, verdicts)
    keep_short_sentences(document.blocks, lines, verdicts)
    _name_pictures(document, lines, verdicts)
    _name_crossheads(document.blocks, lines, verdicts, edited=_is_marked_up(document) or not _is_page(lines))
    return tuple(verdicts)


def _body_or_not(
    document: Document,
    lines: Sequence[str],
    furniture: Furniture,
    source: str | None,
    title: str | None,
    judge: Judge,
) -> list[Verdict]:
    containers = container_rules(document.blocks, lines)
    known = furniture if furniture.articles(source) >= _FURNITURE_ARTICLES else None
    verdicts = [
        _named_rule(block, line, known, source) or (Verdict("boilerplate", container) if container else None)
        for block, line, container in zip(document.blocks, lines, containers, strict=True)
    ]
    if speaks_english(
        [line for line, verdict in zip(lines, verdicts, strict=True) if not verdict and is_running(line)]
    ):
        _name_foreign(lines, verdicts)
    _name_tail(document.blocks, lines, verdicts)
    running, other = _threshold(document, lines, verdicts, judge.threshold)
    sentences = [opens(line) or ends_sentence(line) for line in lines]
    if running < other and all(verdict or sentence for verdict, sentence in zip(verdicts, sentences, strict=True)):
        return [verdict or BODY for verdict in verdicts]
    chances = agree(judge.chances(block_features(document, title)), lines)
    judged = [
        verdict or (BODY if chance >= (running if sentence else other) else _FURNITURE)
        for verdict, sentence, chance in zip(verdicts, sentences, chances, strict=True)
    ]
    carry_on(document.blocks, lines, judged, chances)
    if running < other and document.media != "markdown":  # of headings that are marked the model knows better
        keep_headings(lines, judged, chances)
    return judged


def _named_rule(block: Block, line: str, furniture: Furniture | None, source: str | None) -> Verdict | None:
    if block.tag == "frontmatter":
        return Verdict("boilerplate", "front_matter")
    rule = furniture_rule(line)
    if rule:
        return Verdict("boilerplate", rule)
    if block.tag == "button" and not is_running(line):
        return Verdict("boilerplate", "button")
    if is_credit(line):
        return Verdict("credit", "credit_line")
    if furniture:
        seen = furniture.seen(source, line)
        needed = _FURNITURE_SENTENCES if is_running(line) else _FURNITURE_ARTICLES
        if seen >= needed and seen >= _FURNITURE_SHARE * furniture.articles(source):
            return Verdict("boilerplate", "source_furniture")
    return None


def _name_foreign(lines: Sequence[str], verdicts: list[Verdict | None]) -> None:
    """Lines in another language than the English article around them; inside it only what is no sentence."""
    running = [
        number
        for number, line in enumerate(lines)
        if verdicts[number] is None and is_running(line) and not is_foreign(line)
    ]
    for number, line in enumerate(lines):
        outside = not running[0] < number < running[-1]
        if verdicts[number] is None and (outside or not is_running(line)) and not is_byline(line) and is_foreign(line):
            verdicts[number] = Verdict("boilerplate", "other_language")


def _name_tail(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict | None]) -> None:
    """Below the last paragraph, what follows the first sign of the page's furniture is furniture as well.

    Below the mark that ends what an office sends out (`###`, `ENDS`) everything is.
    """
    for number in range(_marked_end(lines, verdicts) + 1, len(lines)):
        verdicts[number] = verdicts[number] or Verdict("boilerplate", "below_the_end")
    running = [number for number, line in enumerate(lines) if not verdicts[number] and is_running(line)]
    last = running[-1] if running else -1
    places = {(blocks[number].tag, blocks[number].path) for number in running if blocks[number].path}
    for number in range(last + 1, len(lines) if places else 0):
        is_beside = (blocks[number].tag, blocks[number].path) in places
        if is_beside and not verdicts[number] and ends_sentence(lines[number]):
            last = number
    ended = False
    for number in range(last + 1, len(lines) if last >= 0 else 0):
        verdict = verdicts[number]
        ended = ended or (verdict is not None and verdict.rule in _END_RULES)
        if ended and verdict is None:
            verdicts[number] = Verdict("boilerplate", "below_the_end")


def _marked_end(lines: Sequence[str], verdicts: Sequence[Verdict | None]) -> int:
    """The first mark of an end below two paragraphs or more; behind all lines where there is none."""
    paragraphs = 0
    for number, (line, verdict) in enumerate(zip(lines, verdicts, strict=True)):
        paragraphs += verdict is None and is_running(line)
        if verdict and verdict.rule == "end_mark" and paragraphs > 1:
            return number
    return len(lines)


def _threshold(
    document: Document, lines: Sequence[str], verdicts: Sequence[Verdict | None], learned: float
) -> tuple[float, float]:
    """The chances from which a running line and any other line are kept.

    Text that came without a page's navigation is the article but for a few lines; the text field of a record was
    already cut out of its page by others.
    """
    if _is_whole_page(document):
        return learned, learned
    learned += _PLAIN_CAUTION
    if _is_page(lines):
        return learned, learned
    short = sum(
        not ends_sentence(line) and not verdict and block.tag not in HEADINGS
        for block, line, verdict in zip(document.blocks, lines, verdicts, strict=True)
    )
    if document.media == "json":
        return 0.0, _RECORD_THRESHOLD
    if short > max(4, _PAGE_SHORT_SHARE * len(lines)):
        return _FURNISHED_THRESHOLD, learned
    count = sum(block.tag != "frontmatter" for block in document.blocks)
    return (_PLAIN_THRESHOLD if count > _FEW_LINES else 0.0), learned


def _is_whole_page(document: Document) -> bool:
    """Whether a text in markup came with its page's navigation: a record's field and a note in Markdown are cut out of it."""
    if document.media == "json":
        return any(_NAVIGATION_STEP.search(block.path) for block in document.blocks)
    if document.media == "markdown":
        return sum(block.link_share > 1 - LINKED for block in document.blocks) > _NAVIGATION
    return _is_marked_up(document)


def _is_marked_up(document: Document) -> bool:
    return document.media == "markdown" or any(block.path for block in document.blocks)


def _is_page(lines: Sequence[str]) -> bool:
    """Whether plain text came with its page's navigation: it has many short lines."""
    short = sum(not is_running(line) for line in lines)
    return short > _PAGE_SHORT_LINES and short > _PAGE_SHORT_SHARE * len(lines)


def _name_pictures(document: Document, lines: Sequence[str], verdicts: list[Verdict]) -> None:
    """Captions: by their element, by their wording, or as the line beside a picture's file name or a player."""
    blocks = document.blocks
    opening = next((number for number, line in enumerate(lines) if not verdicts[number].kind and opens(line)), None)
    for number, line in enumerate(lines):
        if verdicts[number].rule not in ("body", "model"):
            continue
        before = verdicts[number - 1].rule if number else ""
        after = verdicts[number + 1].rule if number + 1 < len(lines) else ""
        if blocks[number].tag == "figcaption":
            verdicts[number] = Verdict("caption", "figcaption")
        elif _is_beside_file(document, line, number, before, is_opening=number == opening) or (
            "player_code" in (before, after) and len(line.split()) <= _BESIDE_PLAYER_WORDS and not is_running(line)
        ):
            verdicts[number] = Verdict("caption", "beside_picture")
        elif is_caption(line):
            verdicts[number] = Verdict("caption", "caption_wording")


def _is_beside_file(document: Document, line: str, number: int, before: str, *, is_opening: bool) -> bool:
    """Whether a line below a picture's file name tells of it; one that opens the article adjoins the name then."""
    if before != "image_file":
        return False
    apart = is_opening or (document.media == "markdown" and is_running(line))
    return not apart or _adjoins(document, number)


def _adjoins(document: Document, number: int) -> bool:
    """Whether no blank line parts a line from the one above it."""
    return document.text.count("\n", document.blocks[number - 1].char_end, document.blocks[number].char_start) == 1


def _name_crossheads(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict], *, edited: bool) -> None:
    """Subheads, and headings that stay.

    In a news story the few short crossheads are the editor's and leave the body, unless nothing tells them from a page's
    other short lines (`edited` is false); where headings carry the text's own order (guides, lists, questions and
    answers) they stay in it and are only marked.
    """
    kept = [number for number, verdict in enumerate(verdicts) if verdict.kind is None]
    headings = [
        number
        for place, number in enumerate(kept[:-1])
        if (blocks[number].tag in HEADINGS or (place and blocks[number].tag in ("line", "p", "div")))
        and could_be_subhead(lines[number])
        and not is_byline(lines[number])
        and is_running(lines[kept[place + 1]])
    ]
    crossheads = (
        edited and len(headings) <= _CROSSHEADS and not any(is_structural(lines[number]) for number in headings)
    )
    for number in headings:
        if crossheads and len(lines[number].split()) <= _CROSSHEAD_WORDS:
            verdicts[number] = Verdict("subhead", "crosshead")
        else:
            verdicts[number] = Verdict(None, "heading", is_heading=True)
