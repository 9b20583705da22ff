"""DuckDB DDL of a declared table, every table and column with its comment."""

from schemas.table import Field, Table
from schemas.views import View


def create_table(table: Table) -> str:
    """The statements that create `table` and say what it and its columns mean."""
    columns = ",\n".join(f"    {_quoted(field.name)} {_column_type(field)}" for field in table.fields)
    comments = [f"COMMENT ON TABLE {table.name} IS {_literal(table.doc)};"]
    comments += [
        f"COMMENT ON COLUMN {table.name}.{_quoted(field.name)} IS {_literal(field.column.doc)};"
        for field in table.fields
    ]
    return f"CREATE TABLE {table.name} (\n{columns}\n);\n" + "\n".join(comments) + "\n"


def comment_on_view(view: View) -> str:
    """The statements that say what a view and its columns mean."""
    comments = [f"COMMENT ON VIEW {view.name} IS {_literal(view.doc)};"]
    comments += [
        f"COMMENT ON COLUMN {view.name}.{_quoted(name)} IS {_literal(doc)};" for name, doc in view.columns.items()
    ]
    return "\n".join(comments) + "\n"


def _column_type(field: Field) -> str:
    return field.sql_type if field.nullable else f"{field.sql_type} NOT NULL"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
