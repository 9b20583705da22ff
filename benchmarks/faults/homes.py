"""Homes to break: a published one, what it must become, and real processes that run on copies of it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from schemas.catalog import PUBLISHED

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "examples" / "inbox"
STAGES = ("start", "ingest", "extract", "resolve", "check", "publish")
# What the clock decides differs from run to run, and so does what tells of the runs themselves; all else is equal.
_CLOCK = {"articles": ["first_seen_at"], "quarantine": ["seen_at"]}
_OPERATIONS = ("checks", "releases", "release_changes", "volumes", "source_volumes", "withdrawn_articles")
_ENVIRONMENT = {**os.environ, "PYTHONUNBUFFERED": "1", "DRAGOMAN_BATCH_ARTICLES": "5"}
_ENVIRONMENT.pop("PREFECT_API_URL", None)

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Fixture:
    """A home with one release, the files that come next, and what is published before and after them."""

    home: Path
    incoming: tuple[Path, ...]
    before: Rows
    after: Rows


def content(home: Path) -> Rows:
    """All rows of all published content in order; no tables where nothing is published."""
    if not (home / "curated.duckdb").exists():
        return {}
    with duckdb.connect(home / "curated.duckdb", read_only=True) as connection:
        return {table.name: _rows(connection, table.name) for table in PUBLISHED if table.name not in _OPERATIONS}


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    left_out = f" EXCLUDE ({', '.join(_CLOCK[name])})" if name in _CLOCK else ""
    return connection.sql(f"SELECT *{left_out} FROM {name}").fetchall()  # noqa: S608 - names from our own declarations


def rows_lost(found: Rows, wanted: Rows) -> int:
    """How many rows are missing or different."""
    return sum(len({*map(repr, rows)} - {*map(repr, found.get(name, []))}) for name, rows in wanted.items())


def dragoman(home: Path, *arguments: str, program: tuple[str, ...] = ("-m", "flows.cli")) -> list[str]:
    """The command for a run on a home."""
    start = "import sys; from flows.cli import main; sys.argv[0] = 'dragoman'; main()"
    called = ["-c", start] if program == ("-m", "flows.cli") else list(program)
    return [sys.executable, *called, *(arguments or ("run",)), "--home", str(home)]


def finish(home: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """A run to its end."""
    return subprocess.run(
        dragoman(home, *arguments, **options),
        capture_output=True,
        text=True,
        env=_ENVIRONMENT,
        cwd=PROJECT,
        timeout=300,
        check=False,
    )


@contextmanager
def started(home: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A run in a process group of its own; nothing of it is left at the end."""
    process = subprocess.Popen(
        dragoman(home, *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_ENVIRONMENT,
        cwd=PROJECT,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill_group(process)
        process.wait()
        if process.stdout:
            process.stdout.close()


def kill_group(process: subprocess.Popen[str]) -> None:
    """SIGKILL to a run and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def wait_for_line(process: subprocess.Popen[str], stage: str) -> bool:
    """Read what a run says until it is done with a stage; False where it ended before."""
    return any(line.startswith(stage) for line in process.stdout or ())


def copy_of(fixture: Fixture, target: Path) -> Path:
    """A copy of the fixture's home, the next files dropped into its inbox."""
    shutil.copytree(fixture.home, target, copy_function=shutil.copy2)
    drop(fixture.incoming, target)
    return target


def drop(files: tuple[Path, ...], home: Path) -> None:
    """Put files into a home's inbox."""
    for file in files:
        shutil.copy2(file, home / "inbox" / file.name)


def prepare(folder: Path) -> tuple[Fixture, dict[str, float]]:
    """The fixture, and how long each stage of an undisturbed run takes, in seconds."""
    files = sorted(EXAMPLES.iterdir())
    home = folder / "fixture"
    (home / "inbox").mkdir(parents=True)
    drop(tuple(files[::2]), home)
    _must_work(finish(home))
    undisturbed = folder / "undisturbed"
    fixture = Fixture(home, tuple(files[1::2]), content(home), {})
    copy_of(fixture, undisturbed)
    seconds = _timed(undisturbed)
    return Fixture(home, fixture.incoming, fixture.before, content(undisturbed)), seconds


def _must_work(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise RuntimeError(f"an undisturbed run failed: {done.stdout}{done.stderr}")


def _timed(home: Path) -> dict[str, float]:
    """How long each stage takes as seen from outside; `start` lasts until ingest is done, `end` begins after publish."""
    seconds: dict[str, float] = {}
    with started(home) as process:
        last = time.monotonic()
        for stage, line in zip(("start", *STAGES[2:]), STAGES[1:], strict=True):
            wait_for_line(process, line)
            seconds[stage], last = time.monotonic() - last, time.monotonic()
        process.communicate()
        seconds["end"] = time.monotonic() - last
    return seconds
