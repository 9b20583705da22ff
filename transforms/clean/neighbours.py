"""What the lines around a block say of it, where the model alone took it for furniture."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.clean.kinds import could_be_subhead, ends_sentence, is_running
from transforms.clean.ledger import Verdict
from transforms.read.document import Block

_SPOKEN = re.compile(r"\A(?:>\s*)?[“\"«„][^”\"»]{8,}[,.!?…][”\"»“](?:\s|\Z)")
BODY = Verdict(None, "body")
_HEADING_CHANCE = 0.15
_CARRIED_CHANCE = 0.08
LINKED = 0.3  # share of a line that is a link
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_INSERTS = frozenset(
    ("related_links", "continue_reading", "image_file", "newsletter_prompt", "player_line", "share_bar", "paywall")
)


def carry_on(
    blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict], chances: NDArray[np.float64]
) -> None:
    """A paragraph below and beside one of the body carries it on, if it is not surely furniture, whatever was inserted."""
    above = 0
    for number in range(1, len(lines)):
        if (
            verdicts[number].rule == "model"
            and chances[number] >= _CARRIED_CHANCE
            and verdicts[above].kind is None
            and (blocks[number].tag, blocks[number].path) == (blocks[above].tag, blocks[above].path)
            and blocks[number].link_share < LINKED
            and is_running(lines[number])
            and is_running(lines[above])
        ):
            verdicts[number] = BODY
        if not _is_inserted(blocks[number], verdicts[number]):
            above = number


def keep_headings(lines: Sequence[str], verdicts: list[Verdict], chances: NDArray[np.float64]) -> None:
    """A heading between two paragraphs of the body belongs to it, though it looks like furniture taken alone."""
    for number in range(1, len(lines) - 1):
        if (
            verdicts[number].rule == "model"
            and chances[number] >= _HEADING_CHANCE
            and could_be_subhead(lines[number])
            and verdicts[number - 1].kind is None
            and verdicts[number + 1].kind is None
        ):
            verdicts[number] = BODY


def keep_short_sentences(blocks: Sequence[Block], lines: Sequence[str], verdicts: list[Verdict]) -> None:
    """A sentence right above or below a paragraph of the body, beside which it stands, opens or carries on the article."""
    for number in range(1, len(lines) - 1):
        if (
            verdicts[number].rule == "model"
            and ends_sentence(lines[number])
            and blocks[number].link_share < LINKED
            and (_opens_body(blocks, verdicts, number) or _follows(blocks, lines, verdicts, number))
        ):
            verdicts[number] = BODY


def _opens_body(blocks: Sequence[Block], verdicts: Sequence[Verdict], number: int) -> bool:
    """Whether the next block is of the body and stands beside this one, and the headline, byline or body is above."""
    one, other = blocks[number : number + 2]
    is_below = verdicts[number - 1].kind in (None, "headline", "byline")
    return is_below and verdicts[number + 1].kind is None and (one.tag, one.path) == (other.tag, other.path)


def _follows(blocks: Sequence[Block], lines: Sequence[str], verdicts: Sequence[Verdict], number: int) -> bool:
    """Whether a sentence carries on a paragraph of the body: beside it in markup, between two in plain text, or as speech."""
    above = next((place for place in range(number - 1, -1, -1) if not _is_inserted(blocks[place], verdicts[place])), 0)
    if verdicts[above].kind:
        return False
    block, other = blocks[number], blocks[above]
    if not block.path and above < number - 1 and is_running(lines[number]) and is_running(lines[above]):
        return _leads_to_body(blocks, lines, verdicts, number)
    beside = block.path and block.tag in ("p", "div") and (other.tag, other.path) == (block.tag, block.path)
    return bool(beside and ends_sentence(lines[above])) or (above == number - 1 and _says(lines[number]))


def _leads_to_body(blocks: Sequence[Block], lines: Sequence[str], verdicts: Sequence[Verdict], number: int) -> bool:
    """Whether a paragraph of the body follows in plain text, whatever was inserted between."""
    below = (place for place in range(number + 1, len(lines)) if not _is_inserted(blocks[place], verdicts[place]))
    following = next(below, number)
    return verdicts[following].kind is None and is_running(lines[following])


def _is_inserted(block: Block, verdict: Verdict) -> bool:
    """Whether a block is what pages put between paragraphs: an advertisement, a picture, a link to another article."""
    is_link = verdict.kind is not None and block.link_share > 1 - LINKED and block.tag not in HEADINGS
    return verdict.rule in _INSERTS or is_link


def _says(line: str) -> bool:
    """Whether a line begins with what somebody says."""
    return bool(_SPOKEN.match(line))
