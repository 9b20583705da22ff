"""Furniture memory: how many of a source's earlier articles had a line.

At every 200th article of a source the lines that were seen about once in 200 are forgotten, so that the memory stays
small; what it holds depends on the order of the articles alone, not on how they were batched.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.furniture import FurnitureLine
from transforms.clean.about import source_of
from transforms.read.document import Document

_LONGEST = 300
_FORGET_EVERY = 200
_DIGITS = re.compile(r"\d+")
_NO_LINES: dict[str, int] = {}


@dataclass(slots=True)
class Furniture:
    """For each source, its lines and the number of its articles that had them; the empty line counts the articles.

    `learn` changes it in place; `changed` are the sources that it has learned from since it was last emptied.
    """

    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set, compare=False)

    def articles(self, source: str | None) -> int:
        """How many articles of the source have been learned from."""
        return self.counts.get(source, _NO_LINES).get("", 0) if source else 0

    def seen(self, source: str | None, line: str) -> int:
        """How many articles of the source had the line; none where it is too long to be kept."""
        key = line_key(line)
        return self.counts.get(source, _NO_LINES).get(key, 0) if source and key else 0

    def rows(self, sources: Iterable[str] | None = None) -> tuple[FurnitureLine, ...]:
        """The memory of these sources (none given: of all) as rows to keep, in order of source and line."""
        return tuple(
            FurnitureLine(source=source, line=line, article_count=count)
            for source in sorted(self.counts if sources is None else sources)
            for line, count in sorted(self.counts[source].items())
        )


def furniture_of(rows: Iterable[FurnitureLine]) -> Furniture:
    """The memory that `Furniture.rows` wrote."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row.source, {})[row.line] = row.article_count
    return Furniture(counts)


def learn(furniture: Furniture, document: Document) -> Furniture:
    """Take in one more article, under its `source_of`; nothing changes where the source is unknown."""
    source = source_of(document)
    if not source:
        return furniture
    lines = furniture.counts.setdefault(source, {})
    keys = {line_key(document.text[block.char_start : block.char_end]) for block in document.blocks} - {""}
    for key in keys:
        lines[key] = lines.get(key, 0) + 1
    articles = lines[""] = lines.get("", 0) + 1
    if articles % _FORGET_EVERY == 0:
        furniture.counts[source] = {line: count for line, count in lines.items() if count > articles // _FORGET_EVERY}
    furniture.changed.add(source)
    return furniture


def line_key(line: str) -> str:
    """A line as the memory keeps it: lower case, digits as 0, spaces as one; empty for lines too long."""
    if len(line) > _LONGEST:
        return ""
    return " ".join(_DIGITS.sub("0", line).split()).lower()
