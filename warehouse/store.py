"""The working store: one DuckDB file with one writer, holding everything derived from the raw packs."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import duckdb
import polars as pl

from schemas.render.frames import from_frame, to_frame
from schemas.store import Arrival
from schemas.table import table_of
from warehouse.errors import StoreBusyError, StoreDamagedError
from warehouse.sql import names_in, sql

R = TypeVar("R")

# Derived from one article, and dropped with it when it is read anew.
ARTICLE_TABLES = (
    "articles",
    "removed_text",
    "sentences",
    "local_entities",
    "entity_mentions",
    "entity_roles",
    "quotes",
    "extracted_events",
)
# Derived from all current articles together, and replaced as a whole.
RESOLVED_TABLES = ("entities", "entity_links", "article_links", "events", "event_mentions", "event_claims")
_STORE_TABLES = (
    *ARTICLE_TABLES,
    *RESOLVED_TABLES,
    "arrivals",
    "article_files",
    "retractions",
    "exclusions",
    "quarantine",
    "furniture",
)


class WorkingStore:
    """An open working store. Use as a context manager; frames go in and come out in declared columns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = _connect(path)
        self._create()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that happens inside is stored together or not at all."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def append(self, table_name: str, frame: pl.DataFrame) -> None:
        """Add rows, by column name, as Arrow."""
        if frame.is_empty():
            return
        self.connection.register("incoming", frame.to_arrow())
        self.connection.table("incoming").insert_into(table_name)
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
                self.connection.table(name)  # raises for a table that does not exist
                self.connection.execute(sql("queries/delete_all").replace("$table", name))
                self.append(name, frame)

    def forget_articles(self, article_ids: Sequence[str]) -> None:
        """Drop everything derived from these articles, so that it can be derived anew."""
        for name in ARTICLE_TABLES:
            self.connection.execute(sql("queries/delete_articles").replace("$table", name), [list(article_ids)])

    def records(self, record_type: type[R], query: str, parameters: Sequence[object] = ()) -> list[R]:
        """The rows of the query file `warehouse/queries/QUERY.sql` as records."""
        return from_frame(record_type, self.frame(query, parameters))

    def frame(self, query: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
        """The rows of the query file `warehouse/queries/QUERY.sql` as a frame."""
        return self.connection.execute(sql(f"queries/{query}"), list(parameters)).pl()

    def execute(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run the query file `warehouse/queries/QUERY.sql` and give its rows."""
        return self.connection.execute(sql(f"queries/{query}"), list(parameters)).fetchall()

    def count(self, relation: str) -> int:
        """The number of rows of a table or view."""
        ((rows,),) = self.connection.execute(sql("queries/count").replace("$table", relation)).fetchall()
        return int(rows)

    def add_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Note files that arrived, before anything is read from them."""
        with self.transaction():
            self.append_records(arrivals)

    def pending_arrivals(self) -> list[Arrival]:
        """Arrivals that are stored raw and not yet derived, in order."""
        return self.records(Arrival, "pending_arrivals")

    def newest_arrivals(self) -> list[Arrival]:
        """The newest arrival of each file."""
        return self.records(Arrival, "newest_arrivals")

    def _create(self) -> None:
        present = {name for (name,) in self.connection.execute(sql("queries/table_names")).fetchall()}
        for name in _STORE_TABLES:
            if name not in present:
                self.connection.execute(sql(f"ddl/{name}"))
        for name in names_in("store_views"):
            self.connection.execute(sql(f"store_views/{name}"))


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return duckdb.connect(path)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(f"{path} is in use by another process: wait for it to finish, or stop it") from error
        raise StoreDamagedError(f"{path} cannot be read ({str(error).splitlines()[0]})") from error
    except (duckdb.SerializationException, duckdb.InternalException, duckdb.CatalogException) as error:
        raise StoreDamagedError(f"{path} cannot be read ({str(error).splitlines()[0]})") from error
