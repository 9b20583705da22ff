"""pandera models of the declared tables: what every single row must satisfy when it crosses a stage boundary."""

from datetime import date
from functools import cache
from typing import Any

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from schemas.render.frames import polars_type
from schemas.table import Field, Table


@cache
def pandera_model(table: Table) -> pa.DataFrameSchema:
    """The model of `table`: types, nulls, bounds, vocabularies, patterns and the order of spans.

    Keys are not declared unique here, because pandera would flag every copy: callers drop repeated rows first.
    """
    columns = {
        field.name: pa.Column(polars_type(field), checks=_checks(field), nullable=field.nullable, required=True)
        for field in table.fields
    }
    return pa.DataFrameSchema(columns, checks=_row_checks(table), strict=True, name=table.name)


def _checks(field: Field) -> list[pa.Check]:
    column, is_list = field.column, field.sql_type == "VARCHAR[]"
    checks = []
    if column.ge is not None:
        checks.append(pa.Check.ge(_bound(field, column.ge), name=f"at least {column.ge}"))
    if column.le is not None:
        checks.append(pa.Check.le(_bound(field, column.le), name=f"at most {column.le}"))
    if column.isin is not None and not is_list:
        checks.append(pa.Check.isin(list(column.isin), name="in its vocabulary"))
    if column.pattern is not None:
        pattern = f"^(?:{column.pattern})$"
        check = _every_item_matches(pattern) if is_list else pa.Check.str_matches(pattern, name="in its pattern")
        checks.append(check)
    return checks


def _bound(field: Field, bound: float | str) -> Any:
    return date.fromisoformat(bound) if field.sql_type == "DATE" and isinstance(bound, str) else bound


def _every_item_matches(pattern: str) -> pa.Check:
    def items_match(data: PolarsData) -> pl.LazyFrame:
        matches = pl.col(data.key).list.eval(pl.element().str.contains(pattern)).list.all()
        return data.lazyframe.select(matches.fill_null(value=True))

    return pa.Check(items_match, name="every item in its pattern")


def _row_checks(table: Table) -> list[pa.Check]:
    names = set(table.column_names)
    checks = []
    for low, high, strict in (
        ("char_start", "char_end", True),
        ("date_earliest", "date_latest", False),
        ("published_earliest", "published_latest", False),
    ):
        if {low, high} <= names:
            checks.append(_in_order(low, high, strict=strict))
    if {"char_start", "char_end", "text"} <= names and table.name != "articles":
        checks.append(_span_has_length_of_text())
    return checks


def _in_order(low: str, high: str, *, strict: bool) -> pa.Check:
    def ordered(data: PolarsData) -> pl.LazyFrame:
        comparison = pl.col(low) < pl.col(high) if strict else pl.col(low) <= pl.col(high)
        return data.lazyframe.select(comparison.fill_null(value=True))

    return pa.Check(ordered, name=f"{low} before {high}")


def _span_has_length_of_text() -> pa.Check:
    def as_long(data: PolarsData) -> pl.LazyFrame:
        length = pl.col("text").str.len_chars().cast(pl.Int64)
        same = length == pl.col("char_end") - pl.col("char_start")
        return data.lazyframe.select(same.fill_null(value=True))

    return pa.Check(as_long, name="span as long as its text")
