"""The data dictionary: every published table and column in Markdown."""

from collections.abc import Iterable

from schemas.plover import HAPPENING_CLASSES
from schemas.table import Column, Field, Table
from schemas.views import View


def dictionary(tables: Iterable[Table], views: Iterable[View]) -> str:
    """A Markdown page with one section for each view and table."""
    sections = [*map(view_entry, views), *map(table_entry, tables)]
    return "# Data dictionary\n\n" + _PREAMBLE + "\n".join(sections) + happening_classes()


def view_entry(view: View) -> str:
    """The section of one view."""
    rows = "\n".join(f"| `{name}` | {_cell(doc)} |" for name, doc in view.columns.items())
    return f"## {view.name}\n\n{view.doc} A view.\n\n| column | meaning |\n|---|---|\n{rows}\n"


def table_entry(table: Table) -> str:
    """The section of one table: what a row is, its key, its columns."""
    rows = "\n".join(
        f"| `{field.name}` | {field.sql_type} | {'yes' if field.nullable else 'no'} | {_meaning(field)} |"
        for field in table.fields
    )
    key = ", ".join(f"`{name}`" for name in table.key)
    return f"## {table.name}\n\n{table.doc}\n\nKey: {key}.\n\n| column | type | null | meaning |\n|---|---|---|---|\n{rows}\n"


def happening_classes() -> str:
    """The section on what stands in `mode` where PLOVER has no type for an event."""
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in HAPPENING_CLASSES.items())
    return f"\n## Classes of happenings\n\n{_CLASSES}\n\n| mode | what it is |\n|---|---|\n{rows}\n"


def _meaning(field: Field) -> str:
    return _cell(" ".join([field.column.doc, *_constraints(field.column)]))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _constraints(column: Column) -> Iterable[str]:
    if column.refers_to:
        yield f"Refers to `{column.refers_to}`."
    if column.isin:
        yield f"One of: {', '.join(column.isin)}."
    if column.ge is not None and column.le is not None:
        yield f"From {column.ge} to {column.le}."
    if column.fill_rate is not None:
        yield f"Filled in at least {column.fill_rate:.0%} of rows."


_CLASSES = """\
PLOVER types what states, organizations and people do to and with each other. Other things happen too: where `event_type` is
NULL, PLOVER has no type for the event, and `mode` is one of these classes. Who acts, if anybody does, is in `actors`; whom or
what it befalls in `recipients`."""

_PREAMBLE = """\
Rendered from the declarations in `schemas/`; `dragoman docs` prints it, and every column of `curated.duckdb` carries its
meaning as a COMMENT.

Ids are text derived from content: the same input gives the same ids. Timestamps are UTC. `char_start` and `char_end` are
0-based Unicode code points, end-exclusive, into `articles.text`: `text[char_start:char_end]` is exactly the row's own text.
Countries are ISO 3166-1 alpha-3. Uncertain dates are EDTF (ISO 8601-2) beside the range of days that encloses them.

"""
