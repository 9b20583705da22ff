"""Keep a home as today's code writes it, as text, so that later versions are tested on it.

`python tests/warehouse/keep_store.py` runs the main job on a small inbox and writes `stores/NNNN`, NNNN being the
store's version: `warehouse/` and `curated/` are the tables of the two databases, `raw/` is the pack they came from. A
folder that is there already is of a version that users may have: it stays as it is.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import duckdb
from rich.console import Console

PROJECT = Path(__file__).resolve().parents[2]
STORES = Path(__file__).with_name("stores")
INBOX = {
    "meeting.txt": "Ministers of Kenya and Uganda met in Kampala on 3 October 2026 to discuss the railway.\n",
    "strike.txt": "Dock workers in Mombasa went on strike on 5 October 2026 over unpaid wages, the union said.\n",
    "flood.txt": "Floods cut the road between Gulu and Lira on 6 October 2026, police said.\n",
    "broken.json": "{",
}


def keep(target: Path) -> None:
    """Run the job, leave one article out, and write what is stored."""
    from flows.pipeline import Job, run_once
    from flows.progress import PlainReporter
    from flows.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "inbox").mkdir()
        for name, text in INBOX.items():
            (home / "inbox" / name).write_text(text, "utf-8")
        settings, reporter = Settings(home=home, workers=0), PlainReporter(Console())
        run_once(settings, Job(), reporter)
        with duckdb.connect(home / "curated.duckdb", read_only=True) as connection:
            ((flood,),) = connection.execute("SELECT article_id FROM articles WHERE file_name = 'flood.txt'").fetchall()
        run_once(settings, Job(without=(flood,), reason="not this one"), reporter)
        shutil.copytree(home / "raw", target / "raw")
        for name in ("warehouse", "curated"):
            export(home / f"{name}.duckdb", target / name)


def export(database: Path, folder: Path) -> None:
    """Write a database as its DDL and a CSV file for each table that has rows."""
    with duckdb.connect(database, read_only=True) as connection:
        connection.execute(f"EXPORT DATABASE '{folder}' (FORMAT csv)")
    (folder / "load.sql").unlink()
    for table in folder.glob("*.csv"):
        if table.read_text("utf-8").count("\n") < 2:
            table.unlink()


def bring_back(folder: Path, database: Path) -> None:
    """Make the database that `export` wrote."""
    with duckdb.connect(database) as connection:
        connection.execute((folder / "schema.sql").read_text("utf-8"))
        for table in sorted(folder.glob("*.csv")):
            connection.execute(f"COPY {table.stem} FROM '{table}' (FORMAT csv, HEADER)")


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    from warehouse.migrate import newest_version

    kept = STORES / f"{newest_version():04d}"
    if kept.exists():
        sys.exit(f"{kept} is there already: a changed table needs a migration of its own, and so a new number")
    keep(kept)
    print(f"{kept} is written")
