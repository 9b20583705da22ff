"""Records as polars frames and back: the form in which rows cross a stage boundary."""

from collections import deque
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from operator import attrgetter
from typing import Any, TypeVar

import polars as pl
import pyarrow as pa

from schemas.table import Field, Table, table_of

_POLARS_TYPES: dict[str, Any] = {
    "VARCHAR": pl.String(),
    "BIGINT": pl.Int64(),
    "DOUBLE": pl.Float64(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "TIMESTAMP": pl.Datetime("us"),
    "VARCHAR[]": pl.List(pl.String()),
}

_LISTS = pl.List(pl.String())
_PLAIN = pl.CompatLevel.oldest()

R = TypeVar("R")


def polars_type(field: Field) -> Any:
    """The polars dtype of a column."""
    return _POLARS_TYPES[field.sql_type]


def polars_schema(table: Table) -> pl.Schema:
    """Column names and dtypes of a declared table, in declared order."""
    return pl.Schema({field.name: polars_type(field) for field in table.fields})


def to_frame(table: Table, records: Sequence[object]) -> pl.DataFrame:
    """One row for each record of the table's own type, in their order."""
    schema = polars_schema(table)
    columns = {name: _column(list(map(attrgetter(name), records)), schema[name]) for name in schema.names()}
    return pl.DataFrame(columns, schema=schema)


def from_frame(record_type: type[R], frame: pl.DataFrame) -> list[R]:
    """The records of a frame that has the declared columns; lists come back as tuples."""
    # Filled by columns: records are made by the hundred thousand, and have nothing to do when they are made.
    records = list(map(object.__new__, repeat(record_type, frame.height)))
    for field in table_of(record_type).fields:
        put = getattr(record_type, field.name).__set__
        deque(map(put, records, _values(frame[field.name], field)), maxlen=0)
    return records


def _values(column: pl.Series, field: Field) -> list[Any]:
    values = column.to_list()
    return list(map(tuple, values)) if field.sql_type == "VARCHAR[]" else values


def _column(values: list[Any], dtype: Any) -> Any:
    """Lists go through Arrow: polars makes a series of its own of each list."""
    if dtype != _LISTS:
        return values
    # pyarrow.array would import pandas, which no worker needs.
    offsets = pl.Series([0, *accumulate(map(len, values))], dtype=pl.Int64()).to_arrow()
    words = pl.Series(list(chain.from_iterable(values)), dtype=pl.String()).to_arrow(compat_level=_PLAIN)
    return pl.from_arrow(pa.LargeListArray.from_arrays(offsets, words))
