"""Let one fault happen, look at what is published, run again, and compare with an undisturbed run."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
from rich.console import Console

from benchmarks.faults.homes import Fixture, content, rows_lost
from benchmarks.faults.injections import Injection
from benchmarks.faults.kills import Kill, killed
from flows.errors import DragomanError
from warehouse.errors import WarehouseError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault: what the published database was right after it, and what was wrong, if anything."""

    fault: str
    state: str
    wrong: str | None
    lost: int


def try_kill(fixture: Fixture, seconds: dict[str, float], target: Path, kill: Kill) -> Outcome:
    """Kill a run."""
    return _judged(kill.name, fixture, target, lambda: killed(fixture, target, kill, seconds))


def try_injection(fixture: Fixture, target: Path, injection: Injection, seed: int) -> Outcome:
    """Let a fault happen that is no kill."""
    name = (injection.__doc__ or injection.__name__).splitlines()[0].split(":")[0].rstrip(".")
    chance = random.Random(seed)  # noqa: S311 - which bytes to break, no secret
    return _judged(name, fixture, target, lambda: injection(fixture, target, chance))


def _judged(name: str, fixture: Fixture, target: Path, fault: Callable[[], Path]) -> Outcome:
    """Let a fault happen, look at what is published, run again, and compare with an undisturbed run."""
    state = "-"
    try:
        home = fault()
        state = _state(fixture, home)
        _run_again(home)
        found = content(home)
    except (AssertionError, OSError, duckdb.Error, WarehouseError, DragomanError) as error:
        return Outcome(name, state, f"{type(error).__name__}: {error}", 0)
    finally:
        shutil.rmtree(target, ignore_errors=True)
    lost = rows_lost(found, fixture.after)
    wrong = [table for table, rows in fixture.after.items() if found.get(table) != rows]
    return Outcome(name, state, f"other rows in {', '.join(wrong)}" if wrong else None, lost)


def _state(fixture: Fixture, home: Path) -> str:
    """Whether the old or the new release is published. Raises AssertionError for anything else."""
    found = content(home)
    if found == fixture.before:
        return "the old release in full"
    wrong = [name for name, rows in fixture.after.items() if found.get(name) != rows]
    partial_ok = not wrong or _is_whole_release(home)
    assert partial_ok, f"half a release: {', '.join(wrong)}"
    return "the new release in full" if not wrong else "a release in full"


def _is_whole_release(home: Path) -> bool:
    """Whether the published database is a release that passed its own audit with as many rows as it says."""
    with duckdb.connect(home / "curated.duckdb", read_only=True) as connection:
        ((said, there),) = connection.sql(
            "SELECT (SELECT arg_max(articles, release_no) FROM releases), (SELECT count(*) FROM articles)"
        ).fetchall()
    return bool(said == there)


def _run_again(home: Path) -> None:
    """The next run, in this process, as `dragoman run` does it."""
    from flows.pipeline import Job, run_once
    from flows.progress import PlainReporter
    from flows.settings import Settings

    result = run_once(Settings(home=home), Job(wait_seconds=5), PlainReporter(Console(quiet=True)))
    assert result.status in ("published", "unchanged"), f"the next run was {result.status}"
