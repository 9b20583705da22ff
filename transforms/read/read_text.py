"""Plain text and Markdown: lines that are not blank are blocks, and the text stays as it is.

Text that was broken into lines of even width (as by mail programs and wire services) is put together: there a block is
a paragraph of several lines.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.read.document import Block, Metadata
from transforms.read.front_matter import front_matter

_HEADING = re.compile(r"(#{1,6})\s")
_SETEXT = re.compile(r"(=+|-+)\s*\Z")
_LIST_ITEM = re.compile(r"[*+-]\s|\d{1,3}[.)]\s")
_QUOTE = re.compile(r">\s?")
_SENTENCE_ENDS = ".!?:;\"'”’)"
_NARROW, _WIDE = 40, 100
_FULL_LINE = 0.6
_BROKEN_SHARE = 0.25
_MARKDOWN_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def text_blocks(text: str) -> tuple[tuple[Block, ...], Metadata]:
    """One block for each line with something in it, or for each paragraph of hard-wrapped text; and what heads it."""
    start, said = front_matter(text)
    lines = _lines(text)
    front = [(first, last) for first, last in lines if last <= start]
    lines = lines[len(front) :]
    if _is_wrapped(text, lines):
        lines = _unwrapped(text, lines)
    head = (Block(first, last, tag="frontmatter") for first, last in front)
    return (*head, *(Block(first, last) for first, last in lines)), said


def markdown_blocks(text: str) -> tuple[tuple[Block, ...], Metadata]:
    """Blocks with the element that the Markdown stands for, and what the front matter says."""
    front_end, said = front_matter(text)
    blocks: list[Block] = []
    for start, end in _lines(text):
        line = text[start:end]
        if end <= front_end:
            blocks.append(Block(start, end, tag="frontmatter"))
        elif _SETEXT.match(line) and blocks and blocks[-1].char_end == text.rfind("\n", 0, start):
            above = blocks.pop()
            tag = "h1" if line[0] == "=" else "h2"
            blocks.append(Block(above.char_start, end, tag=tag))
        else:
            blocks.append(Block(start, end, tag=_element(line), link_share=_link_share(line)))
    return tuple(blocks), said


def _lines(text: str) -> list[tuple[int, int]]:
    spans = []
    offset = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = offset + line.index(bare[0])
            spans.append((start, start + len(bare)))
        offset += len(line) + 1
    return spans


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether lines end where a column ended rather than where a paragraph did."""
    longest = max((end - start for start, end in lines), default=0)
    if not _NARROW <= longest <= _WIDE:
        return False
    followed = [
        (lines[place], lines[place + 1])
        for place in range(len(lines) - 1)
        if _adjoin(text, lines[place], lines[place + 1])
    ]
    if not followed or len(followed) < len(lines) / 3:
        return False
    broken = sum(
        line[1] - line[0] > _FULL_LINE * longest
        and text[line[1] - 1] not in _SENTENCE_ENDS
        and not text[following[0]].isupper()
        for line, following in followed
    )
    return broken >= _BROKEN_SHARE * len(followed)


def _unwrapped(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of each paragraph as one span; a blank or indented line, or one that stops short, ends it."""
    longest = max(end - start for start, end in lines)
    spans = [lines[0]]
    for above, line in pairwise(lines):
        stops = above[1] - above[0] < _FULL_LINE * longest and text[above[1] - 1] in _SENTENCE_ENDS
        if _adjoin(text, above, line) and not stops and _indent(text, line) <= _indent(text, above) + 1:
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def _adjoin(text: str, above: tuple[int, int], below: tuple[int, int]) -> bool:
    return text.count("\n", above[1], below[0]) == 1


def _indent(text: str, line: tuple[int, int]) -> int:
    return line[0] - text.rfind("\n", 0, line[0]) - 1


def _element(line: str) -> str:
    heading = _HEADING.match(line)
    if heading:
        return f"h{len(heading.group(1))}"
    if _LIST_ITEM.match(line):
        return "li"
    if _QUOTE.match(line):
        return "blockquote"
    return "p"


def _link_share(line: str) -> float:
    return min(1.0, sum(len(link.group(0)) for link in _MARKDOWN_LINK.finditer(line)) / len(line))
