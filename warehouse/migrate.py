"""Migrations: how a working store that an earlier version wrote gets the tables of this one, with its rows.

`migrations/0002_what_it_does.sql` turns a store of version 1 into one of version 2; a store without `store_versions` is
of version 0. Each migration is one transaction together with its number, so a killed one has not happened. A migration
is never changed once a release has it. Inside one, DuckDB wants a table altered before its rows are changed, not after.
Columns that only a new reading can fill are left NULL; `dragoman reprocess` fills them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from schemas.catalog import TABLES
from warehouse.errors import StoreNewerError, StoreOutdatedError
from warehouse.sql import names_in, sql

Shape = dict[str, dict[str, str]]
Migrations = Mapping[str, str]


def migrations() -> Migrations:
    """The statements of every migration by its name, in order."""
    return {name: sql(f"migrations/{name}") for name in names_in("migrations")}


def newest_version() -> int:
    """The version of a store that this code writes."""
    return len(names_in("migrations"))


def bring_up_to_date(
    connection: duckdb.DuckDBPyConnection, path: Path, tables: Sequence[str], steps: Migrations | None = None
) -> None:
    """Create `tables` in an empty store, or take the steps, all migrations, that the store at `path` lacks.

    Raises StoreNewerError for a store of a later version, StoreOutdatedError where its tables still are not the
    declared ones.
    """
    steps = migrations() if steps is None else steps
    newest = len(steps)
    if not shape_of(connection):
        _create(connection, tables, newest)
        return
    version = store_version(connection)
    if version > newest:
        raise StoreNewerError(
            f"{path} was written by a newer Dragoman (store version {version}, this one knows {newest}): install that "
            "version again, or move the file away to have it built anew from the raw packs"
        )
    for number, (name, statements) in list(enumerate(steps.items(), start=1))[version:]:
        try:
            _apply(connection, statements, number)
        except (duckdb.CatalogException, duckdb.BinderException, duckdb.ConstraintException) as error:
            reason = " ".join(str(error).split())[:200]
            raise StoreOutdatedError(f"{path}: the migration {name} does not fit it ({reason})") from error
    _require_shape(connection, path, tables)


def store_version(connection: duckdb.DuckDBPyConnection) -> int:
    """The version that a store records; 0 where it records none."""
    if "store_versions" not in shape_of(connection):
        return 0
    return int(connection.execute(sql("queries/store_version")).fetchall()[0][0])


def shape_of(connection: duckdb.DuckDBPyConnection) -> Shape:
    """The type of each column of each table."""
    shape: Shape = {}
    for table, column, sql_type in connection.execute(sql("queries/table_columns")).fetchall():
        shape.setdefault(table, {})[column] = sql_type
    return shape


def differences(found: Shape, wanted: Shape) -> list[str]:
    """What has to change for `found` to be `wanted`, in words; the order of columns does not count."""
    words = [f"{table} is missing" for table in wanted.keys() - found.keys()]
    for table in wanted.keys() & found.keys():
        have, want = found[table], wanted[table]
        words += [f"{table} lacks {column}" for column in want.keys() - have.keys()]
        words += [f"{table} has {column} too many" for column in have.keys() - want.keys()]
        words += [
            f"{table}.{column} is {have[column]}, not {want[column]}"
            for column in want.keys() & have.keys()
            if want[column] != have[column]
        ]
    return sorted(words)


def declared_shape(tables: Sequence[str]) -> Shape:
    """The shape of a store that this code creates."""
    return {name: {field.name: field.sql_type for field in TABLES[name].fields} for name in tables}


def _create(connection: duckdb.DuckDBPyConnection, tables: Sequence[str], version: int) -> None:
    connection.begin()
    for name in tables:
        connection.execute(sql(f"ddl/{name}"))
    connection.execute(sql("queries/note_version"), [version])
    connection.commit()


def _apply(connection: duckdb.DuckDBPyConnection, statements: str, number: int) -> None:
    connection.begin()
    try:
        connection.execute(statements)
        connection.execute(sql("queries/note_version"), [number])
    except duckdb.Error:
        connection.rollback()
        raise
    connection.commit()


def _require_shape(connection: duckdb.DuckDBPyConnection, path: Path, tables: Sequence[str]) -> None:
    wrong = differences(shape_of(connection), declared_shape(tables))
    if wrong:
        raise StoreOutdatedError(
            f"{path} has other tables than this version, and no migration changes them: {wrong[0]}"
        )
