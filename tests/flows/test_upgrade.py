"""A home that an earlier version left goes on with today's code: its store is migrated, its history carried along."""

import shutil
from pathlib import Path

import duckdb
import pytest
from homes import PROJECT, STRIKE, content, query, run, write

STORES = PROJECT / "tests" / "warehouse" / "stores"


@pytest.fixture(params=sorted(path.name for path in STORES.iterdir()))
def old_home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A home as that version left it; its inbox has been emptied."""
    kept, home = STORES / request.param, tmp_path / "home"
    shutil.copytree(kept / "raw", home / "raw")
    for name in ("warehouse", "curated"):
        with duckdb.connect(home / f"{name}.duckdb") as connection:
            connection.execute((kept / name / "schema.sql").read_text("utf-8"))
            for table in sorted((kept / name).glob("*.csv")):
                connection.execute(f"COPY {table.stem} FROM '{table}' (FORMAT csv, HEADER)")
    return home


@pytest.mark.slow
def test_the_next_run_publishes_what_is_new_beside_what_was_there(old_home: Path) -> None:
    before = query(old_home, "SELECT article_id, file_name, first_seen_at FROM articles ORDER BY ALL")
    former = query(old_home, "SELECT release_id FROM releases ORDER BY release_no")
    write(old_home, "walkout.txt", STRIKE)
    result = run(old_home)
    assert (result.status, result.articles_new, result.notes) == ("published", 1, ())
    after = query(old_home, "SELECT article_id, file_name, first_seen_at FROM articles ORDER BY ALL")
    assert set(before) < set(after)
    assert len(after) == len(before) + 1
    assert query(old_home, "SELECT release_id FROM releases ORDER BY release_no")[:-1] == former
    assert not query(old_home, "SELECT * FROM articles WHERE file_name = 'flood.txt'")  # left out by hand, and still is
    assert not list(old_home.glob("*.outdated*"))
    run(old_home, reprocess=True)
    migrated = content(old_home)
    for path in old_home.glob("warehouse.duckdb*"):
        path.unlink()
    run(old_home, reprocess=True)
    assert content(old_home) == migrated


@pytest.mark.slow
def test_a_store_that_no_migration_fits_is_rebuilt_and_the_run_says_so(tmp_path: Path) -> None:
    write(tmp_path, "walkout.txt", STRIKE)
    run(tmp_path)
    before = content(tmp_path)
    with duckdb.connect(tmp_path / "warehouse.duckdb") as connection:
        connection.execute("ALTER TABLE articles RENAME COLUMN headline TO title")
    result = run(tmp_path)
    assert "no migration changes them: articles has title too many; it is kept as" in result.notes[0]
    assert "a new one was built from the raw packs" in result.notes[0]
    assert (tmp_path / "warehouse.duckdb.outdated-1").exists()
    assert content(tmp_path) == before
