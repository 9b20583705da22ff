"""Stores as earlier versions wrote them are opened by today's code; `stores/` keeps one of each version."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from keep_store import STORES, bring_back

from warehouse.errors import StoreNewerError, StoreOutdatedError
from warehouse.migrate import (
    bring_up_to_date,
    declared_shape,
    differences,
    migrations,
    newest_version,
    shape_of,
    store_version,
)
from warehouse.sql import names_in
from warehouse.store import STORE_TABLES, WorkingStore

NEWEST = newest_version()
KEPT = [path.name for path in sorted(STORES.iterdir())]
# What raw packs and people brought stays as it was, whatever becomes of what is derived from it.
JOURNAL = {
    "arrivals": ["arrival_no", "origin", "file_name", "raw_id", "sidecar_id", "seen_at"],
    "exclusions": ["article_id", "reason"],
    "pack_marks": ["pack"],
}
ADVICE = f"""The tables of the store are not those of version {NEWEST} any more: {{}}.
Users have stores of that version, so write warehouse/migrations/{NEWEST + 1:04d}_what_it_does.sql, which turns one into
what is declared now (ALTER TABLE …, CREATE TABLE …; columns that only a new reading can fill are NULL), then run
`python tests/warehouse/keep_store.py` and commit tests/warehouse/stores/{NEWEST + 1:04d}."""


def old_store(version: str, path: Path) -> Path:
    bring_back(STORES / version / "warehouse", path)
    return path


def rows(store: "WorkingStore | duckdb.DuckDBPyConnection", table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    connection = store.connection if isinstance(store, WorkingStore) else store
    return connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY ALL").fetchall()


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    assert [name[:5] for name in names_in("migrations")] == [f"{number:04d}_" for number in range(1, NEWEST + 1)]


def test_a_changed_table_has_a_migration(tmp_path: Path) -> None:
    kept = STORES / f"{NEWEST:04d}"
    assert kept.is_dir(), "run `python tests/warehouse/keep_store.py` and commit what it writes"
    with duckdb.connect(old_store(kept.name, tmp_path / "store.duckdb")) as connection:
        wrong = differences(shape_of(connection), declared_shape(STORE_TABLES))
        assert not wrong, ADVICE.format("; ".join(wrong))
        assert store_version(connection) == NEWEST


@pytest.mark.parametrize("version", KEPT)
def test_a_store_of_an_earlier_version_gets_todays_tables_and_keeps_what_it_knows(version: str, tmp_path: Path) -> None:
    path = old_store(version, tmp_path / "store.duckdb")
    with duckdb.connect(path) as connection:
        before = {table: rows(connection, table, columns) for table, columns in JOURNAL.items()}
        assert store_version(connection) == int(version)
    assert all(before.values())
    for _ in range(2):  # the second time there is nothing to do
        with WorkingStore(path) as store:
            assert differences(shape_of(store.connection), declared_shape(STORE_TABLES)) == []
            assert store_version(store.connection) == NEWEST
            assert {table: rows(store, table, columns) for table, columns in JOURNAL.items()} == before
            store.verify()


def test_a_new_store_is_of_the_newest_version(tmp_path: Path) -> None:
    with WorkingStore(tmp_path / "store.duckdb") as store:
        assert store_version(store.connection) == NEWEST


def test_a_store_of_a_later_version_is_left_alone_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    with WorkingStore(path) as store:
        store.connection.execute("INSERT INTO store_versions VALUES (?)", [NEWEST + 3])
        store.connection.execute("ALTER TABLE articles ADD COLUMN mood VARCHAR")
    with pytest.raises(StoreNewerError, match=rf"store version {NEWEST + 3}, this one knows {NEWEST}\): install that"):
        WorkingStore(path)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("ALTER TABLE articles DROP COLUMN headline", "articles lacks headline"),
        ("ALTER TABLE articles ADD COLUMN mood VARCHAR", "articles has mood too many"),
        ("ALTER TABLE quotes ALTER char_end TYPE VARCHAR", r"quotes\.char_end is VARCHAR, not BIGINT"),
        ("DROP TABLE furniture", "furniture is missing"),
    ],
)
def test_a_store_that_no_migration_fits_is_named_as_outdated(change: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    with WorkingStore(path) as store:
        store.connection.execute(change)
    with pytest.raises(StoreOutdatedError, match=complaint):
        WorkingStore(path)


@pytest.mark.parametrize("version", KEPT)
def test_a_store_of_many_rows_is_migrated_as_one_of_few(version: str, tmp_path: Path) -> None:
    """DuckDB works on 2,048 rows at a time, and some statements that it does for these fail for more."""
    path = old_store(version, tmp_path / "store.duckdb")
    with duckdb.connect(path) as connection:
        tables = [table for table in shape_of(connection) if table in STORE_TABLES and table != "store_versions"]
        for table in tables:
            connection.execute(f"INSERT INTO {table} SELECT {table}.* FROM {table}, range(5000)")
        counts = {table: rows(connection, table, ["count(*)"]) for table in tables}
    with WorkingStore(path) as store:
        assert {table: rows(store, table, ["count(*)"]) for table in tables} == counts


def test_migrations_run_in_order_each_with_its_number(tmp_path: Path) -> None:
    path = old_store("0000", tmp_path / "store.duckdb")
    to_come = {
        "rename": "ALTER TABLE quotes RENAME COLUMN cue TO word;",
        "add": "ALTER TABLE quotes ADD COLUMN cue VARCHAR; UPDATE quotes SET cue = upper(word);",
        "drop": "ALTER TABLE quotes DROP COLUMN word;",
    }
    with duckdb.connect(path) as connection:
        before = rows(connection, "quotes", ["quote_id", "upper(cue)"])
        bring_up_to_date(connection, path, STORE_TABLES, {**migrations(), **to_come})
        assert rows(connection, "quotes", ["quote_id", "cue"]) == before
        assert rows(connection, "store_versions", ["version"]) == [(number,) for number in range(1, NEWEST + 4)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = old_store("0000", tmp_path / "store.duckdb")
    half = "ALTER TABLE quotes DROP COLUMN cue; ALTER TABLE sentences DROP COLUMN no_such_column;"
    with duckdb.connect(path) as connection:
        before = rows(connection, "quotes", ["quote_id", "cue"])
        with pytest.raises(StoreOutdatedError, match="the migration half does not fit it"):
            bring_up_to_date(connection, path, STORE_TABLES, {**migrations(), "half": half})
    with duckdb.connect(path) as connection:
        assert store_version(connection) == NEWEST
        assert rows(connection, "quotes", ["quote_id", "cue"]) == before
