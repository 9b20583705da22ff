"""What the scorecard says of pages that the model has not seen, with the peers on the same pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.peers import peers_of
from benchmarks.quality.peers.cache import read_all
from benchmarks.quality.rows import FileRows
from benchmarks.quality.sets import html, text
from transforms.clean.clean_document import clean_document
from transforms.clean.features import Matrix
from transforms.clean.furniture import Furniture
from transforms.read.document import Document

Floats = NDArray[np.float64]
_SCORERS = {"html": html.score, "text": text.score}
_DAY = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Recalled:
    """A judge whose chances for one document are known beforehand, from a model that has not seen the document."""

    known: Floats
    threshold: float

    def chances(self, rows: Matrix) -> Floats:
        """The known chances, one for each row."""
        if len(rows) != len(self.known):
            message = f"{len(rows)} blocks, chances for {len(self.known)}"
            raise ValueError(message)
        return self.known


def print_scorecard(
    set_name: str, folder: Path, gold: list[dict[str, Any]], judged: Mapping[str, tuple[Document, Recalled]]
) -> None:
    """One row for each metric: Dragoman's whole cleaning with the judges given by file name, then the peers."""
    score = _SCORERS[set_name]
    columns = {"dragoman": score(gold, {name: rows_of(*pair) for name, pair in judged.items()}).metrics}
    names = [item["file"] for item in gold]
    for peer in peers_of(set_name):
        found = score(gold, read_all(peer, folder / "articles", names)).metrics
        columns[peer.name] = {metric: value for metric, value in found.items() if metric in peer.metrics}
    print(f"\n{set_name}: {len(gold)} files" + "".join(f"{name:>18}" for name in columns))
    for metric in columns["dragoman"]:
        cells = (f"{values[metric]:18.3f}" if metric in values else f"{'–':>18}" for values in columns.values())
        print(f"  {metric:20}" + "".join(cells))


def rows_of(document: Document, judge: Recalled) -> FileRows:
    """What would be published of a document."""
    cleaned = clean_document(document, Furniture(), _DAY, judge)
    article = cleaned.article
    columns = {name: getattr(article, name) for name in ("body", "headline", "byline", "published_edtf")}
    removed = [{"char_start": row.char_start, "char_end": row.char_end} for row in cleaned.removed]
    return FileRows(document.file_name, document.text, columns, removed)
