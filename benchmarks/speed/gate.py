"""`python -m benchmarks.speed.gate`: what the two gates add to a run, measured inside one run.

The gates are the check of every row at the stage boundaries, and the audit of the staged release with the import of
Great Expectations. The import happens in a process of its own beside other work; here all the CPU time that it takes counts.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.speed.bulk import texts
from flows import gate
from flows.auditor import Auditor
from flows.pipeline import Job, RunResult, run_once
from flows.progress import PlainReporter
from flows.settings import Settings
from flows.stages import resolve, store

_MOST = 0.10  # of the rest of the run


def main() -> int:
    """Print what each part took; 1 where the gates add too much."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed.gate", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument("--articles", type=int, default=5000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-gate-"))
    try:
        records = texts(options.data, options.articles)
        data = folder / "bulk.jsonl"
        data.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        seconds: Counter[str] = Counter()
        result = _measured_run(folder / "home", data, seconds)
    finally:
        shutil.rmtree(folder)
    total, added = result.seconds["total"], sum(seconds.values())
    print(f"{len(records)} articles, {result.status} in {total:.1f} s")
    print(", ".join(f"{name} {value:.1f} s" for name, value in seconds.items()))
    share = added / (total - added)
    print(f"the gates add {share:.1%} to the wall time of the run without them (wanted: under {_MOST:.0%})")
    return 0 if share < _MOST else 1


def _measured_run(home: Path, data: Path, seconds: Counter[str]) -> RunResult:
    admit = _timed(store.admit, "row checks", seconds, time.monotonic)
    store.admit = resolve.admit = admit  # type: ignore[attr-defined]
    Auditor.audit_release = _timed(Auditor.audit_release, "audit", seconds, time.monotonic)  # type: ignore[method-assign]
    result = run_once(Settings(home=home), Job(paths=(data,)), PlainReporter(Console()))
    _timed(gate.import_great_expectations, "import (CPU time)", seconds, time.thread_time)()
    return result


def _timed(
    function: Callable[..., Any], name: str, seconds: Counter[str], clock: Callable[[], float]
) -> Callable[..., Any]:
    def call(*arguments: Any) -> Any:
        started = clock()
        try:
            return function(*arguments)
        finally:
            seconds[name] += clock() - started  # type: ignore[assignment]

    return call


if __name__ == "__main__":
    sys.exit(main())
