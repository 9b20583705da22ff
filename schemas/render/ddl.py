"""DuckDB DDL of a declared table, every table and column with its comment."""

from schemas.table import Field, Table


def create_table(table: Table) -> str:
    """The statements that create `table` and say what it and its columns mean."""
    columns = ",\n".join(f"    {_quoted(field.name)} {_column_type(field)}" for field in table.fields)
    comments = [f"COMMENT ON TABLE {table.name} IS {_literal(table.doc)};"]
    comments += [
        f"COMMENT ON COLUMN {table.name}.{_quoted(field.name)} IS {_literal(field.column.doc)};"
        for field in table.fields
    ]
    return f"CREATE TABLE {table.name} (\n{columns}\n);\n" + "\n".join(comments) + "\n"


def _column_type(field: Field) -> str:
    return field.sql_type if field.nullable else f"{field.sql_type} NOT NULL"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
