"""Break homes in every way that is known, and show that nothing is lost: `python -m benchmarks.faults [--kills N]`.

After every fault the published database opens and is the old or the new release in full, and the next run ends with
exactly the rows of an undisturbed run. Prints the faults tried and survived and the rows lost; exits 1 if any was.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.faults.homes import Fixture, prepare
from benchmarks.faults.injections import INJECTIONS
from benchmarks.faults.judge import Outcome, try_injection, try_kill
from benchmarks.faults.kills import planned


def main() -> int:
    """Try every fault; gives the exit code."""
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-faults-"))
    started = time.monotonic()
    try:
        fixture, seconds = prepare(folder)
        total = sum(seconds.values())
        print(f"an undisturbed run takes {total:.1f} s and publishes {sum(map(len, fixture.after.values()))} rows")
        outcomes = _try_all(fixture, seconds, folder, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    survived = sum(one.wrong is None for one in outcomes)
    lost = sum(one.lost for one in outcomes)
    print(f"faults tried {len(outcomes)}, survived {survived}, rows lost {lost} ({time.monotonic() - started:.0f} s)")
    return 0 if survived == len(outcomes) and not lost else 1


def _try_all(fixture: Fixture, seconds: dict[str, float], folder: Path, options: argparse.Namespace) -> list[Outcome]:
    tries: list[Callable[[], Outcome]] = [
        partial(try_injection, fixture, folder / f"{injection.__name__}-{n}", injection, options.seed + n)
        for injection, count in INJECTIONS
        for n in range(count)
    ]
    tries += [
        partial(try_kill, fixture, seconds, folder / f"kill-{n}", kill)
        for n, kill in enumerate(planned(options.kills, options.seed))
    ]
    tries = [one for one in tries if options.only in repr(one)]
    outcomes = []
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        futures: list[Future[Outcome]] = [pool.submit(one) for one in tries]
        for future in as_completed(futures):
            outcome = future.result()
            outcomes.append(outcome)
            verdict = "survived" if outcome.wrong is None else f"NOT SURVIVED: {outcome.wrong}"
            print(f"{len(outcomes):3} {outcome.fault}: {outcome.state}; {verdict}", flush=True)
    return outcomes


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=63, help="random moments to kill at, over all stages")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same moments and bytes")
    parser.add_argument("--jobs", type=int, default=2, help="homes broken at the same time")
    parser.add_argument("--only", default="", help="only faults whose name contains this")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
