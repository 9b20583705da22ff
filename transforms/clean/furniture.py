"""Furniture memory: how many of a source's earlier articles had a line.

At every 200th article of a source the lines that were seen about once in 200 are forgotten, so that the memory stays
small; what it holds depends on the order of the articles alone, not on how they were batched.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from schemas.furniture import FurnitureLine
from transforms.clean.about import source_of
from transforms.read.document import Document

_LONGEST = 300
_FORGET_EVERY = 200
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """For each source, its lines and the number of its articles that had them; the empty line counts the articles."""

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def articles(self, source: str | None) -> int:
        """How many articles of the source have been learned from."""
        return self.counts.get(source, {}).get("", 0) if source else 0

    def seen(self, source: str | None, line: str) -> int:
        """How many articles of the source had the line."""
        return self.counts.get(source, {}).get(line_key(line), 0) if source else 0

    def rows(self) -> tuple[FurnitureLine, ...]:
        """The memory as rows to keep, in order of source and line."""
        return tuple(
            FurnitureLine(source=source, line=line, article_count=count)
            for source, lines in sorted(self.counts.items())
            for line, count in sorted(lines.items())
        )


def furniture_of(rows: Iterable[FurnitureLine]) -> Furniture:
    """The memory that `Furniture.rows` wrote."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row.source, {})[row.line] = row.article_count
    return Furniture(counts)


def learn(furniture: Furniture, document: Document) -> Furniture:
    """The memory after one more article, under its `source_of`; unchanged where the source is unknown."""
    source = source_of(document)
    if not source:
        return furniture
    lines = dict(furniture.counts.get(source, {}))
    keys = {line_key(document.text[block.char_start : block.char_end]) for block in document.blocks} - {""}
    for key in sorted(keys):
        lines[key] = lines.get(key, 0) + 1
    lines[""] = lines.get("", 0) + 1
    if lines[""] % _FORGET_EVERY == 0:
        lines = {line: count for line, count in lines.items() if count > lines[""] // _FORGET_EVERY}
    return Furniture({**furniture.counts, source: lines})


def line_key(line: str) -> str:
    """A line as the memory keeps it: lower case, digits as 0, spaces as one; empty for lines too long."""
    if len(line) > _LONGEST:
        return ""
    return _SPACES.sub(" ", _DIGITS.sub("0", line)).strip().lower()
