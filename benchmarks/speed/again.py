"""What Dragoman does on what it knows: nothing new, copies under other names, reprocessing with another event pattern."""

import compileall
import shutil
from pathlib import Path

from benchmarks.speed.bulk import Bulk
from benchmarks.speed.dragoman import Ran, dragoman, stages, summary
from benchmarks.speed.measure import Measured
from benchmarks.speed.table import Table

_PROJECT = Path(__file__).resolve().parents[2]
_PACKAGES = ("schemas", "transforms", "warehouse", "flows")
_PATTERNS = Path("transforms/events/verbal_conflict.yaml")
# An event type gets a pattern more, so that reprocessing finds other events in the same parses.
_NEW_PATTERN = '  - verbs: announce\n    complement: "*"\n'


def measure_again(bulk: Bulk, first: Ran, table: Table, *, with_pattern: bool) -> None:
    """Run on the same files, on copies of them, and with another event pattern; each beside the first run."""
    again = table.row(
        "run with nothing new", dragoman("run", str(bulk.file.parent), "--json", home=first.home), bulk.words
    )
    _judge(table, "run with nothing new", again, first, 0.02)
    copies = bulk.file.parent.with_name("copies")
    copies.mkdir()
    (copies / f"other-{bulk.file.name}").write_bytes(bulk.file.read_bytes())
    copied = table.row(
        "run on copies under other names", dragoman("run", str(copies), "--json", home=first.home), bulk.words
    )
    _judge(table, "run on copies under other names", copied, first, 0.10)
    if with_pattern:
        code = _code_with_another_pattern(copies.with_name("code"))
        name = "reprocess with another event pattern"
        redone = table.row(name, dragoman("reprocess", "--json", home=first.home, code=code), bulk.words)
        table.note(stages(redone))
        before, after = (summary(one)["events"] for one in (first.measured, redone))
        table.note(f"{after} events instead of {before}")
        _judge(table, name, redone, first, 0.25)


def _judge(table: Table, name: str, again: Measured, first: Ran, most: float) -> None:
    wall = again.wall_seconds / first.measured.wall_seconds
    cpu = again.cpu_seconds / first.measured.cpu_seconds
    table.judge(f"{name}, of the first run", f"{wall:.1%} (by CPU {cpu:.1%})", f"< {most:.0%}", holds=wall < most)


def _code_with_another_pattern(folder: Path) -> Path:
    """A copy of the code in which one event type has a pattern more."""
    for package in _PACKAGES:
        shutil.copytree(_PROJECT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    patterns = folder / _PATTERNS
    patterns.write_text(add_pattern(patterns.read_text("utf-8")), "utf-8")
    compileall.compile_dir(folder, quiet=1)  # as an installed package is
    return folder


def add_pattern(patterns: str) -> str:
    """The YAML of event patterns with one more, of the first type."""
    lines = patterns.splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line[:1].isupper()) + 1
    return "".join([*lines[:place], _NEW_PATTERN, *lines[place:]])
