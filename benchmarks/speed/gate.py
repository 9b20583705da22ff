"""`python -m benchmarks.speed.gate`: what the two gates add to the wall time of a run.

The gates are the check of every row at the stage boundaries, and the audit of the staged release with the import of
Great Expectations. The same articles are published with and without them, in turns, each time by a process of its own.
"""

import argparse
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import polars as pl
from rich.console import Console

from benchmarks.speed.bulk import Bulk, texts
from flows.auditor import Auditor
from flows.pipeline import Job, run_once
from flows.progress import PlainReporter
from flows.rows import Rejected
from flows.settings import Settings
from flows.stages import resolve, store

_MOST = 0.10  # of the run without them


def main() -> int:
    """Print what each run took; 1 where the gates add too much."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed.gate", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=2, help="runs of each kind; the fastest of them counts")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-gate-"))
    try:
        bulk = Bulk.write(texts(options.data, options.articles), folder)
        least = {True: float("inf"), False: float("inf")}
        for number in range(options.rounds):
            for gated in (False, True):
                seconds = _run(folder / f"home-{number}-{gated}", bulk.file, gated=gated)
                least[gated] = min(least[gated], seconds)
                print(
                    f"{bulk.articles} articles {'with' if gated else 'without'} the gates: {seconds:.1f} s", flush=True
                )
    finally:
        shutil.rmtree(folder)
    share = least[True] / least[False] - 1
    print(f"the gates add {share:.1%} to the wall time of the run without them (wanted: under {_MOST:.0%})")
    return 0 if share < _MOST else 1


def _run(home: Path, file: Path, *, gated: bool) -> float:
    """The wall seconds of a run in a process of its own, from its start to its end."""
    started = time.monotonic()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        apart.submit(_publish, home, file, gated=gated).result()
    return time.monotonic() - started


def _publish(home: Path, file: Path, *, gated: bool) -> None:
    if not gated:
        store.admit = resolve.admit = _admit_all  # type: ignore[attr-defined]
        Auditor.begin = lambda _auditor, _articles: None  # type: ignore[method-assign]
        Auditor.audit_release = lambda _auditor, _staged, _release_id, _wanted: []  # type: ignore[method-assign]
    result = run_once(Settings(home=home), Job(paths=(file,)), PlainReporter(Console(quiet=True)))
    assert result.status == "published", result


def _admit_all(
    frames: Mapping[str, pl.DataFrame], _seen_on: date | None = None
) -> tuple[dict[str, pl.DataFrame], list[Rejected]]:
    return dict(frames), []


if __name__ == "__main__":
    sys.exit(main())
