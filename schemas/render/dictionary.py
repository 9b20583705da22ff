"""The data dictionary: every published table and column in Markdown."""

from collections.abc import Iterable

from schemas.table import Column, Field, Table


def dictionary(tables: Iterable[Table]) -> str:
    """A Markdown page with one section for each table."""
    return "# Data dictionary\n\n" + _PREAMBLE + "\n".join(table_entry(table) for table in tables)


def table_entry(table: Table) -> str:
    """The section of one table: what a row is, its key, its columns."""
    rows = "\n".join(
        f"| `{field.name}` | {field.sql_type} | {'yes' if field.nullable else 'no'} | {_meaning(field)} |"
        for field in table.fields
    )
    key = ", ".join(f"`{name}`" for name in table.key)
    return f"## {table.name}\n\n{table.doc}\n\nKey: {key}.\n\n| column | type | null | meaning |\n|---|---|---|---|\n{rows}\n"


def _meaning(field: Field) -> str:
    return " ".join([field.column.doc, *_constraints(field.column)]).replace("|", "\\|")


def _constraints(column: Column) -> Iterable[str]:
    if column.refers_to:
        yield f"Refers to `{column.refers_to}`."
    if column.isin:
        yield f"One of: {', '.join(column.isin)}."
    if column.ge is not None and column.le is not None:
        yield f"From {column.ge} to {column.le}."
    if column.fill_rate is not None:
        yield f"Filled in at least {column.fill_rate:.0%} of rows."


_PREAMBLE = """\
Rendered from the declarations in `schemas/`; `dragoman docs` prints it, and every column of `curated.duckdb` carries its
meaning as a COMMENT.

Ids are text derived from content: the same input gives the same ids. Timestamps are UTC. `char_start` and `char_end` are
0-based Unicode code points, end-exclusive, into `articles.text`: `text[char_start:char_end]` is exactly the row's own text.
Countries are ISO 3166-1 alpha-3. Uncertain dates are EDTF (ISO 8601-2) beside the range of days that encloses them.

"""
