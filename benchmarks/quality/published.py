"""The published database of a run, read back as the rows of each file."""

import gzip
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

import duckdb

from benchmarks.quality.align import file_offsets
from benchmarks.quality.rows import FileRows, Row

_MENTIONS = """
    SELECT mention.*, entity.name, entity.kind, entity.country, entity.sector, entity.geonames_id,
           entity.wikidata_id, entity.latitude, entity.longitude
    FROM entity_mentions AS mention JOIN entities AS entity USING (entity_id)
"""

_DEFECTS = """
    SELECT file_name, reason, detail FROM quarantine WHERE reason = 'extraction failed' OR stage = 'check' ORDER BY ALL
"""


class Published:
    """The tables of one `curated.duckdb`, opened read-only; empty tables where the file does not exist."""

    def __init__(self, path: Path) -> None:
        self._connection = duckdb.connect(str(path), read_only=True) if path.is_file() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()

    def rows(self, query: str) -> list[Row]:
        """The rows of a query as dictionaries."""
        if self._connection is None:
            return []
        result = self._connection.execute(query)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, values, strict=True)) for values in result.fetchall()]

    def files(self, folder: Path, names: Sequence[str], *, align: bool) -> tuple[dict[str, FileRows], int]:
        """The rows of each named file in `folder`, and how many files' texts differ from what is published.

        A file that no article is named after is looked up by its bytes: two files of the same bytes are one article.
        `align` turns the spans into offsets in the file's own text.
        """
        articles = self.rows("SELECT * FROM articles")
        by_name = {row["file_name"]: row for row in articles}
        by_id = {row["article_id"]: row for row in articles}
        tables = {
            "removed": self._by_article("SELECT * FROM removed_text ORDER BY article_id, char_start"),
            "mentions": self._by_article(f"{_MENTIONS} ORDER BY mention.article_id, char_start, char_end"),
            "quotes": self._by_article("SELECT * FROM quotes ORDER BY article_id, char_start, char_end"),
            "events": self._by_article(
                "SELECT * FROM event_mentions ORDER BY article_id, char_start, char_end, event_type"
            ),
        }
        sentences = {row["article_id"]: row["n"] for row in self.rows(_SENTENCES)}
        files, unlike = {}, 0
        for name in names:
            raw = read_bytes(folder / name)
            article = by_name.get(name) or by_id.get(article_id(raw))
            ours = files[name] = FileRows(name, decode(raw), article)
            if article is not None:
                for table, rows in tables.items():
                    setattr(ours, table, rows[article["article_id"]])
                ours.sentences = sentences.get(article["article_id"], 0)
                unlike += align and not _align(ours)
        return files, unlike

    def defects(self) -> list[str]:
        """What Dragoman held back because its own extraction was wrong."""
        return [f"{row['file_name']}: {row['reason']}: {row['detail']}" for row in self.rows(_DEFECTS)]

    def _by_article(self, query: str) -> defaultdict[str, list[Row]]:
        grouped: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.rows(query):
            grouped[row["article_id"]].append(row)
        return grouped


_SENTENCES = "SELECT article_id, count(*) AS n FROM sentences GROUP BY article_id"


def article_id(raw: bytes) -> str:
    """The id that an article has by its own bytes."""
    return f"ar_{sha256(raw).hexdigest()[:16]}"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, decompressed where it is gzip."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def decode(raw: bytes) -> str:
    """The file's text; gold's offsets count its code points, line ends as they are."""
    return raw.decode("utf-8", errors="replace")


def _align(ours: FileRows) -> bool:
    """Turn the spans into offsets in the file; False where the texts differ in more than white space."""
    text: Any = (ours.article or {}).get("text") or ""
    if text == ours.raw:
        return True
    to_file, is_same = file_offsets(text, ours.raw)
    for table in ("removed", "mentions", "quotes", "events"):
        moved = [
            row | {"char_start": to_file(row["char_start"]), "char_end": to_file(row["char_end"])}
            for row in getattr(ours, table)
        ]
        setattr(ours, table, moved)
    return is_same
