"""The Great Expectations suite of a declared table, as plain values: the gate turns them into expectations.

Rendered without importing Great Expectations, which takes seconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from schemas.table import Column, Field, Severity, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One check of one table: a Great Expectations class by name with its arguments, or an audit query.

    An audit query (`query`) lists offending rows as `row_id`, `detail`; no rows means that it holds. `listing` lists
    them for a check that Great Expectations makes itself.
    """

    table_name: str
    name: str
    severity: Severity
    expected: str
    kind: str = "UnexpectedRowsExpectation"
    arguments: dict[str, Any] = field(default_factory=dict)
    query: str | None = None
    listing: str | None = None


def expectations(table: Table, key_of: dict[str, str]) -> tuple[Expectation, ...]:
    """The suite of `table`; `key_of` gives the single key column of each table that others refer to."""
    return (
        _has_declared_columns(table),
        _audit(table, "unique_key", "key is unique", "no key twice"),
        *(check for column in table.fields for check in _column_checks(table, column, key_of)),
    )


def _column_checks(table: Table, field_: Field, key_of: dict[str, str]) -> Iterator[Expectation]:
    column, name = field_.column, field_.name
    if column.fill_rate is not None:
        yield _native(
            table,
            f"{name} is filled in",
            "warn",
            f"at least {column.fill_rate:.0%} of rows",
            "ExpectColumnValuesToNotBeNull",
            {"column": name, "mostly": column.fill_rate},
            f'"{name}" IS NULL',
        )
    if column.isin is not None and field_.sql_type == "VARCHAR":
        yield _native(
            table,
            f"{name} is in its vocabulary",
            "error",
            f"one of {len(column.isin)} words",
            "ExpectColumnValuesToBeInSet",
            {"column": name, "value_set": list(column.isin)},
            f'"{name}" NOT IN ({", ".join(map(_literal, column.isin))})',
        )
    if column.ge is not None or column.le is not None:
        yield _native(
            table,
            f"{name} is within its bounds",
            "error",
            f"{column.ge if column.ge is not None else '-'} to {column.le if column.le is not None else '-'}",
            "ExpectColumnValuesToBeBetween",
            {"column": name, "min_value": column.ge, "max_value": column.le},
            " OR ".join(_beyond(name, column)),
        )
    if column.pattern is not None:
        template = "list_pattern" if field_.sql_type == "VARCHAR[]" else "pattern"
        yield _audit(
            table,
            template,
            f"{name} has its pattern",
            column.pattern,
            column=name,
            pattern=column.pattern.replace("'", "''"),
        )
    if column.refers_to is not None:
        target = column.refers_to
        expected = f"every {name} is a row of {target}"
        yield _audit(
            table, "orphans", f"{name} is no orphan", expected, column=name, target=target, target_key=key_of[target]
        )
    if column.slices is not None:
        yield _audit(table, "spans", f"{name} is what its span cuts", f"{name} = {column.slices}[char_start:char_end]")


def _has_declared_columns(table: Table) -> Expectation:
    return _native(
        table,
        "has its declared columns",
        "error",
        f"{len(table.fields)} columns in declared order",
        "ExpectTableColumnsToMatchOrderedList",
        {"column_list": list(table.column_names)},
    )


def _beyond(name: str, column: Column) -> Iterator[str]:
    if column.ge is not None:
        yield f'"{name}" < {_literal(column.ge)}'
    if column.le is not None:
        yield f'"{name}" > {_literal(column.le)}'


def _literal(value: float | str) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def _native(
    table: Table,
    name: str,
    severity: Severity,
    expected: str,
    kind: str,
    arguments: dict[str, Any],
    offends: str | None = None,
) -> Expectation:
    key, column = ", ".join(table.key), arguments.get("column")
    listing = (
        f"SELECT concat_ws('|', {key}) AS row_id, '{column} = ' || coalesce(\"{column}\"::VARCHAR, 'NULL') AS detail"
    )
    return Expectation(
        table_name=table.name,
        name=name,
        severity=severity,
        expected=expected,
        kind=kind,
        arguments=arguments,
        listing=f"{listing} FROM {table.name} WHERE {offends}" if offends else None,
    )


def _audit(table: Table, template: str, name: str, expected: str, **values: str) -> Expectation:
    key = ", ".join(table.key)
    query = _template(template).substitute(table=table.name, key=key, **values)
    return Expectation(table_name=table.name, name=name, severity="error", expected=expected, query=query)


@cache
def _template(name: str) -> Template:
    return Template(files("schemas.render").joinpath("audits", f"{name}.sql").read_text("utf-8"))
