"""The working store: one DuckDB file with one writer, holding everything derived from the raw packs."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

import duckdb
import polars as pl

from schemas.render.frames import from_frame, to_frame
from schemas.store import Arrival
from schemas.table import table_of
from warehouse.explain import explained
from warehouse.migrate import bring_up_to_date
from warehouse.sql import names_in, sql

R = TypeVar("R")

# Derived from one article, and dropped with it when it is read anew.
ARTICLE_TABLES = (
    "articles",
    "removed_text",
    "article_evidence",
    "sentences",
    "local_entities",
    "entity_mentions",
    "entity_roles",
    "quotes",
    "extracted_events",
    "derivations",
)
# Derived from all current articles together, and replaced as a whole.
RESOLVED_TABLES = ("entities", "entity_links", "article_links", "events", "event_mentions", "event_claims")
# What reading leaves behind beside the articles.
_READING_TABLES = ("article_files", "furniture", "quarantine")
# What people and files brought; the raw packs tell it again.
_JOURNAL_TABLES = ("arrivals", "retractions", "exclusions", "pack_marks")
STORE_TABLES = (*ARTICLE_TABLES, *RESOLVED_TABLES, *_READING_TABLES, *_JOURNAL_TABLES, "store_versions")


class WorkingStore:
    """An open working store. Use as a context manager; frames go in and come out in declared columns."""

    def __init__(self, path: Path, memory_mb: int | None = None) -> None:
        """`memory_mb` bounds what DuckDB holds in memory; none given: DuckDB's own default."""
        self.path = path
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = duckdb.connect(path)
            try:
                self.connection.execute(sql("queries/one_thread"))
                self._create()
                if memory_mb is not None:
                    self.connection.execute(sql("queries/limit_memory").replace("$megabytes", str(memory_mb)))
            except BaseException:
                self.connection.close()  # the file may now be moved out of the way
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error_type: type[BaseException] | None, *exc_info: object) -> None:
        # What stopped the run tells more than what closing the same file then says.
        with suppress(duckdb.Error) if error_type else explained(self.path):
            self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that happens inside is stored together or not at all."""
        with explained(self.path):
            self.connection.begin()
            try:
                yield
            except BaseException:
                with suppress(duckdb.Error):
                    self.connection.rollback()
                raise
            self.connection.commit()

    def append(self, table_name: str, frame: pl.DataFrame) -> None:
        """Add rows, by column name, as Arrow."""
        if frame.is_empty():
            return
        with explained(self.path):
            self.connection.register("incoming", frame.to_arrow())
            self.connection.execute(sql("queries/append").replace("$table", table_name))
            self.connection.unregister("incoming")

    def append_records(self, records: Sequence[object]) -> None:
        """Add records of one declared type."""
        if records:
            table = table_of(type(records[0]))
            self.append(table.name, to_frame(table, records))

    def replace(self, frames: Mapping[str, pl.DataFrame]) -> None:
        """Put these rows in place of all that the tables hold, together."""
        with self.transaction():
            for name, frame in frames.items():
                self._empty(name)
                self.append(name, frame)

    def forget_articles(self, article_ids: Sequence[str]) -> None:
        """Drop everything derived from these articles, so that it can be derived anew."""
        for name in ARTICLE_TABLES if article_ids else ():
            with explained(self.path):
                self.connection.execute(sql("queries/delete_articles").replace("$table", name), [list(article_ids)])

    def forget_derived(self) -> None:
        """Drop everything that derives from raw bytes; every arrival is pending again."""
        with self.transaction():
            for name in (*ARTICLE_TABLES, *RESOLVED_TABLES, *_READING_TABLES):
                self._empty(name)
            self.execute("mark_all_pending")

    def records(self, record_type: type[R], query: str, parameters: Sequence[object] = ()) -> list[R]:
        """The rows of the query file `warehouse/queries/QUERY.sql` as records."""
        return from_frame(record_type, self.frame(query, parameters))

    def records_of(self, record_type: type[R], article_ids: Sequence[str]) -> list[R]:
        """The records of these articles, in order of their key."""
        table = table_of(record_type)
        query = sql("queries/rows_of_articles").replace("$table", table.name).replace("$key", ", ".join(table.key))
        with explained(self.path):
            return from_frame(record_type, self.connection.execute(query, [list(article_ids)]).pl())

    def frame(self, query: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
        """The rows of the query file `warehouse/queries/QUERY.sql` as a frame."""
        with explained(self.path):
            return self.connection.execute(sql(f"queries/{query}"), list(parameters)).pl()

    def execute(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run the query file `warehouse/queries/QUERY.sql` and give its rows."""
        with explained(self.path):
            return self.connection.execute(sql(f"queries/{query}"), list(parameters)).fetchall()

    def count(self, relation: str) -> int:
        """The number of rows of a table or view."""
        with explained(self.path):
            ((rows,),) = self.connection.execute(sql("queries/count").replace("$table", relation)).fetchall()
        return int(rows)

    def verify(self) -> None:
        """Read every block of every table. Raises StoreDamagedError where one cannot be read."""
        with explained(self.path):
            for name in STORE_TABLES:
                self.connection.execute(sql("queries/checksum").replace("$table", name)).fetchall()

    def pending_arrivals(self) -> list[Arrival]:
        """Arrivals that are stored raw and not yet derived, in order."""
        return self.records(Arrival, "pending_arrivals")

    def outdated_articles(self) -> list[str]:
        """The ids of the articles that are to be extracted anew, in order."""
        return [article_id for (article_id,) in self.execute("outdated_articles")]

    def newest_arrivals(self) -> list[Arrival]:
        """The newest arrival of each file."""
        return self.records(Arrival, "newest_arrivals")

    def _empty(self, table_name: str) -> None:
        self.connection.execute(sql("queries/delete_all").replace("$table", table_name))

    def _create(self) -> None:
        bring_up_to_date(self.connection, self.path, STORE_TABLES)
        for name in names_in("store_views"):
            self.connection.execute(sql(f"store_views/{name}"))


def set_aside(path: Path, reason: str = "damaged") -> Path:
    """Move a store out of the way, with its write-ahead log, `reason` in its new name; gives where it is now."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{reason}-{number}")).exists():
        number += 1
    path.rename(aside)
    log = path.with_name(path.name + ".wal")
    if log.exists():
        log.rename(aside.with_name(aside.name + ".wal"))
    return aside
