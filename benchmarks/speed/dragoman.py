"""Dragoman as a user starts it: a process of its own, from files to a published database."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.bulk import Bulk
from benchmarks.speed.measure import Measured, measure
from benchmarks.speed.table import Table

_PROGRAM = "from flows.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Ran:
    """A first run, and the home that it published in."""

    measured: Measured
    home: Path
    words_a_second: float


def dragoman(*arguments: str, home: Path, code: Path | None = None) -> Measured:
    """One command on a home, by the installed code or by a copy of it in the folder `code`."""
    return measure([sys.executable, "-c", _PROGRAM, *arguments, "--home", str(home)], code)


def run_first(bulk: Bulk, home: Path, table: Table) -> Ran:
    """Everything from the files to the published database, with its stages."""
    measured = table.row("dragoman run", dragoman("run", str(bulk.file.parent), "--json", home=home), bulk.words)
    table.note(stages(measured))
    sizes = {path.name: _size(path) for path in sorted(home.iterdir()) if path.name != "curated.duckdb"}
    kept = ", ".join(f"{name} {size / bulk.words:.1f}" for name, size in sizes.items() if size > bulk.words / 20)
    table.note(f"{sum(sizes.values()) / bulk.words:.1f} bytes stored a word: {kept}")
    return Ran(measured, home, bulk.words / measured.wall_seconds)


def summary(measured: Measured) -> dict[str, object]:
    """What `--json` printed."""
    found: dict[str, object] = json.loads(measured.output.splitlines()[-1])
    return found


def stages(measured: Measured) -> str:
    """The seconds of each stage."""
    seconds = summary(measured)["seconds"]
    assert isinstance(seconds, dict)
    return ", ".join(f"{name} {value:.1f} s" for name, value in seconds.items())


def _size(path: Path) -> int:
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink())
