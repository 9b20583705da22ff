"""Records as lists of plain values in declared order, which JSON can hold, and back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from schemas.table import Table, table_of

R = TypeVar("R")

_READERS: dict[str, Callable[[Any], Any]] = {
    "VARCHAR[]": tuple,
    "DATE": date.fromisoformat,
    "TIMESTAMP": datetime.fromisoformat,
}


def to_plain(record_type: type[R], records: Iterable[R]) -> list[Sequence[Any]]:
    """One row for each record; dates and times as ISO 8601."""
    names, readers = _columns(table_of(record_type))
    rows = map(attrgetter(*names), records)
    dates = [place for place, reader in readers if reader is not tuple]
    return [_with_dates(row, dates) for row in rows] if dates else list(rows)


def from_plain(record_type: type[R], rows: Iterable[Sequence[Any]]) -> list[R]:
    """The records that the rows were made from. Raises ValueError or TypeError for other rows."""
    names, readers = _columns(table_of(record_type))
    found = []
    for row in rows:
        values = list(row)
        for place, reader in readers:
            if values[place] is not None:
                values[place] = reader(values[place])
        found.append(record_type(**dict(zip(names, values, strict=True))))
    return found


def _with_dates(row: Sequence[Any], dates: Sequence[int]) -> Sequence[Any]:
    values = list(row)
    for place in dates:
        if values[place] is not None:
            values[place] = values[place].isoformat()
    return values


@cache
def _columns(table: Table) -> tuple[tuple[str, ...], tuple[tuple[int, Callable[[Any], Any]], ...]]:
    """The names of the columns, and how those that JSON has no type for are read, by position."""
    readers = ((place, _READERS.get(field.sql_type)) for place, field in enumerate(table.fields))
    return table.column_names, tuple((place, reader) for place, reader in readers if reader is not None)
