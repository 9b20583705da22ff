"""The published database as users read it: read-only, readable while a run goes on."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import duckdb

from warehouse.errors import NothingPublishedError, QueryError, ReleaseDamagedError
from warehouse.explain import explained
from warehouse.sql import sql

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The columns and rows that a query gave."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Curated:
    """An open published database. Raises NothingPublishedError where there is none."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise NothingPublishedError(f"nothing is published in {path.parent} yet: run `dragoman run` first")
        with explained(path, ReleaseDamagedError):
            self.connection = duckdb.connect(path, read_only=True)
            self.connection.execute(sql("queries/lock_down"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.connection.close()

    def rows(self, query: str, *parameters: object) -> list[Row]:
        """The rows of the query file `warehouse/queries/QUERY.sql`, by column name."""
        with _pandas_left_out():
            cursor = self.connection.execute(sql(f"queries/{query}"), list(parameters))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, query: str, *parameters: object) -> Row | None:
        """The first row of a query file, or None."""
        return next(iter(self.rows(query, *parameters)), None)

    def query(self, text: str, parameters: Sequence[object] = ()) -> QueryResult:
        """A user's own query. Raises QueryError with DuckDB's message."""
        self._require_statement(text)
        try:
            with _pandas_left_out():
                cursor = self.connection.execute(text, list(parameters))
            columns = tuple(column[0] for column in cursor.description or ())
            return QueryResult(columns, cursor.fetchall() if columns else [])
        except duckdb.Error as error:
            raise QueryError(str(error)) from error

    def write_parquet(self, text: str, target: Path) -> None:
        """Write what a query gives as Parquet. Raises QueryError with DuckDB's message."""
        import pyarrow.parquet as pq

        self._require_statement(text)
        try:
            rows = self.connection.execute(text).to_arrow_table()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        pq.write_table(rows, target)

    def _require_statement(self, text: str) -> None:
        """Raises QueryError where there is none, for which DuckDB has neither rows nor an error, or more than one."""
        try:
            statements = self.connection.extract_statements(text)
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        if not statements:
            raise QueryError("there is no query")
        if len(statements) > 1:
            raise QueryError(
                f"these are {len(statements)} queries: ask one at a time, or give them line by line on stdin"
            )


@contextmanager
def _pandas_left_out() -> Iterator[None]:
    """DuckDB imports pandas, which takes half a second, to see whether a parameter is one of its values; none of ours is."""
    if "pandas" in sys.modules:
        yield
        return
    sys.modules["pandas"] = None  # type: ignore[assignment]  # an import of it then fails at once
    try:
        yield
    finally:
        del sys.modules["pandas"]
