"""`python -m benchmarks.quality`: the scorecard."""

import argparse
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console

from benchmarks.quality.evaluate import LOAD_SAMPLE, SETS, SetResult, evaluate
from benchmarks.quality.floors import FLOORS, read_floors, write_floors
from benchmarks.quality.report import markdown_table, print_misses, print_table, write_between_marks, write_json

_PROJECT = Path(__file__).resolve().parents[2]
_DATA = _PROJECT.parent / "shared" / "eval"
_WORST = 15


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the scorecard; 0 done, 1 a figure is under its floor (`--check`), 2 wrong usage."""
    options = _parser().parse_args(arguments)
    floors = read_floors(options.floors)
    if options.lower:
        target, value = options.lower
        name, _, metric = target.partition(".")
        try:
            floors.lower(name, metric, float(value), options.reason or "", datetime.now(UTC).date())
        except ValueError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        write_floors(floors, options.floors)
        return 0
    chosen = options.errors or options.set or [name for name in SETS if not (options.skip_load and name == "load")]
    started, version_measured = time.perf_counter(), _code_version()
    results = _evaluate_all(chosen, options.data.resolve(), options.jobs, options.load_records or None, options.keep)
    console = Console(width=None if sys.stdout.isatty() else 160)
    if options.errors:
        for result in results:
            print_misses(console, result, options.worst)
    print_table(console, results, floors)
    console.print(f"{time.perf_counter() - started:.0f} s, dragoman {version_measured}, {datetime.now(UTC):%Y-%m-%d}")
    if options.raise_floors:
        for line in floors.raise_to(results):
            console.print(line, highlight=False)
        write_floors(floors, options.floors)
    about = {"version": version_measured, "measured_at": datetime.now(UTC).isoformat(timespec="seconds")}
    if options.json:
        write_json(options.json, results, about)
    if options.write:
        write_between_marks(options.write, markdown_table(results, floors, about))
    failures = floors.failures(results) if options.check else []
    for failure in failures:
        console.print(f"[red]{failure}[/]", highlight=False)
    return int(bool(failures))


def _code_version() -> str:
    """The version, and the commit where the checkout knows one."""
    git = shutil.which("git")
    asked = [git or "git", "-C", str(_PROJECT), "describe", "--always", "--dirty", "--abbrev=7"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout if git else ""  # noqa: S603
    return f"{version('dragoman')} ({said.strip()})" if said.strip() else version("dragoman")


def _evaluate_all(
    names: Sequence[str], data: Path, jobs: int, records: int | None, keep: Path | None
) -> list[SetResult]:
    """Evaluate sets side by side, and `load` by itself at the end: its speed must not depend on the others."""
    together, alone = [name for name in names if name != "load"], [name for name in names if name == "load"]
    with tempfile.TemporaryDirectory(prefix="dragoman-score-") as temporary:
        work = keep or Path(temporary)
        spawning = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max(1, jobs), mp_context=spawning) as pool:
            futures = {name: pool.submit(evaluate, name, data, work) for name in together}
            results = {name: future.result() for name, future in futures.items()}
        results |= {name: evaluate(name, data, work, records) for name in alone}
    return [results[name] for name in names]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--data", type=Path, default=_DATA, help="a folder with the sets (default: ../shared/eval)")
    parser.add_argument("--set", action="append", choices=SETS, help="only this set; repeatable")
    parser.add_argument("--jobs", type=int, default=2, help="sets at a time (default: 2)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything measured to FILE")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table between the marks of a Markdown page")
    parser.add_argument("--errors", action="append", choices=SETS, help="the worst items of this set; repeatable")
    parser.add_argument("--worst", type=int, default=_WORST, help=f"how many of them (default: {_WORST})")
    parser.add_argument("--skip-load", action="store_true", help="leave out the load set")
    parser.add_argument(
        "--load-records",
        type=int,
        default=LOAD_SAMPLE,
        help=f"first N records of the load set, 0 all (default: {LOAD_SAMPLE})",
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the homes of the runs in a new folder DIR")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument(
        "--check", action="store_true", help="fail under a floor, and where a set with floors is absent"
    )
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors to just under what was measured")
    parser.add_argument("--lower", nargs=2, metavar=("SET.METRIC", "VALUE"), help="lower one floor; needs --reason")
    parser.add_argument("--reason", help="why the floor is lowered; stored with it")
    return parser


if __name__ == "__main__":
    sys.exit(main())
