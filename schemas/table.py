"""How a table is declared: an immutable dataclass whose fields are annotated with `Column`.

The declaration is the Python type, the DDL, the pandera model, the Great Expectations suite and the dictionary entry.
"""

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, TypeVar

Severity = Literal["error", "warn"]

_SQL_TYPES: dict[object, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMP",
    tuple[str, ...]: "VARCHAR[]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column means and what must hold of it.

    `refers_to` names a table whose key must contain the value; `ge`/`le` bound numbers and dates (as ISO strings);
    `isin` closes the vocabulary (of the items, for a list column); `pattern` is a full-match regular expression;
    `fill_rate` is the least share of non-null values in a release; `slices` names the text column that
    `[char_start:char_end]` of this row must cut this value from.
    """

    doc: str
    key: bool = False
    refers_to: str | None = None
    ge: float | str | None = None
    le: float | str | None = None
    isin: tuple[str, ...] | None = None
    pattern: str | None = None
    fill_rate: float | None = None
    slices: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A column with the name and type that its record gives it."""

    name: str
    python_type: Any
    nullable: bool
    column: Column

    @property
    def sql_type(self) -> str:
        """The DuckDB type of the column."""
        python_type = self.python_type
        return _SQL_TYPES.get(python_type) or _SQL_TYPES[python_type.__name__]


@dataclass(frozen=True, slots=True)
class Table:
    """A declared table: its record type, its columns in order, and whether users see it."""

    name: str
    doc: str
    record: type
    published: bool

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns in declared order."""
        return _fields_of(self.record)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that identify a row; rows are published in this order of columns."""
        return tuple(field.name for field in self.fields if field.column.key)

    @property
    def column_names(self) -> tuple[str, ...]:
        """All column names in declared order."""
        return tuple(field.name for field in self.fields)


R = TypeVar("R", bound=type)

_REGISTRY: dict[str, Table] = {}


def table(name: str, *, published: bool = True) -> Callable[[R], R]:
    """Register the decorated dataclass as the declaration of table `name`; its docstring is the table's comment."""

    def register(record: R) -> R:
        if name in _REGISTRY:
            msg = f"table {name} is declared twice"
            raise ValueError(msg)
        _REGISTRY[name] = Table(name, " ".join((record.__doc__ or "").split()), record, published)
        return record

    return register


def table_of(record: type) -> Table:
    """The table that `record` declares. Raises KeyError for a type that declares none."""
    for declared in _REGISTRY.values():
        if declared.record is record:
            return declared
    raise KeyError(record)


def registered() -> Iterable[Table]:
    """Every table declared so far, in order of declaration; import `schemas.catalog` for all of them."""
    return _REGISTRY.values()


@cache
def _fields_of(record: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(record, include_extras=True)
    return tuple(_field(field.name, hints[field.name]) for field in fields(record))


def _field(name: str, hint: Any) -> Field:
    python_type, column = typing.get_args(hint)
    nullable = False
    if isinstance(python_type, types.UnionType):
        (python_type,) = (arm for arm in typing.get_args(python_type) if arm is not types.NoneType)
        nullable = True
    return Field(name, python_type, nullable, column)
