"""What a scorer sees: the published rows of each file, whatever made them, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.quality.measures import Span

Row = dict[str, Any]


@dataclass(slots=True)
class FileRows:
    """The published rows of one file, with the columns of the published tables.

    `char_start` and `char_end` count from the start of `raw`, the file's own text. A row of `mentions` is an entity
    mention joined with its entity. Gold and peers take the same shape, so that one scorer serves all of them.
    """

    file: str
    raw: str = ""
    article: Row | None = None
    removed: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Miss:
    """One item with its own score, gold and ours side by side."""

    item: str
    score: float
    gold: str
    ours: str


@dataclass(frozen=True, slots=True)
class Score:
    """What a scorer found: `metrics` (0 to 1, higher is better), `figures` only to be read, and what was missed."""

    metrics: dict[str, float]
    figures: dict[str, float] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()


Rows = Mapping[str, FileRows]
Gold = Sequence[Row]


def span(row: Row) -> Span:
    """The span of a published row."""
    return row["char_start"], row["char_end"]


def known(metrics: Mapping[str, float | None]) -> dict[str, float]:
    """The metrics that could be measured: those with something in gold to measure against."""
    return {name: value for name, value in metrics.items() if value is not None}


def rows_of(rows: Rows, file: str) -> FileRows:
    """The rows of a file; no rows where nothing was published for it."""
    return rows.get(file) or FileRows(file)
