"""`python -m benchmarks.speed`: Dragoman and scripts that loop spaCy, on the same texts, in one run.

First some articles (4,000) by all of them, then what Dragoman does again on what it knows; last all articles by Dragoman.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.again import measure_again
from benchmarks.speed.bulk import Bulk, texts
from benchmarks.speed.dragoman import Ran, run_first
from benchmarks.speed.measure import Measured, measure
from benchmarks.speed.naive import MODES
from benchmarks.speed.questions import slowest_query, slowest_start
from benchmarks.speed.table import Table
from flows.model import DEFAULT_MODEL

# Dragoman must reach these multiples of the words a second of the scripts.
_WANTED = {"tuned-2": 0.80, "naive-2": 1.35, "naive": 2.4}
_ALL = 19_043
_MOST_MB = 3000
_ALIKE = 0.10


def main() -> int:
    """Print the tables; 1 where a figure falls short."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument(
        "--articles", type=int, default=4000, help="articles of the comparison; 0: all of the second part"
    )
    parser.add_argument("--all", type=int, default=_ALL, help="articles of the second part; 0 leaves it out")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--only-dragoman", action="store_true", help="leave the scripts out")
    parser.add_argument(
        "--write", type=Path, metavar="PAGE", help="put the verdicts between the marks of a Markdown page"
    )
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-speed-"))
    try:
        table = Table()
        first = _compare(options, folder / "compared", table)
        if options.all > options.articles > 0:
            _measure_all(options, folder / "all", table, first)
        print(f"\n{table.verdicts()}")
        if options.write:
            table.write(options.write)
        return int(not table.holds)
    finally:
        shutil.rmtree(folder)


def _compare(options: argparse.Namespace, folder: Path, table: Table) -> Ran:
    bulk = Bulk.write(texts(options.data, options.articles or options.all), folder)
    table.begin(f"{bulk.articles} articles, {bulk.words} words")
    scripts = {} if options.only_dragoman else _run_scripts(options.model, bulk, table)
    first = run_first(bulk, folder / "home", table)
    for mode, wanted in _WANTED.items() if scripts else ():
        wall = scripts[mode].wall_seconds / first.measured.wall_seconds
        cpu = scripts[mode].cpu_seconds / first.measured.cpu_seconds
        table.judge(
            f"words/s, × {MODES[mode].name}", f"{wall:.2f} (by CPU {cpu:.2f})", f"≥ {wanted}", holds=wall >= wanted
        )
    measure_again(bulk, first, table, with_pattern=True)
    return first


def _measure_all(options: argparse.Namespace, folder: Path, table: Table, compared: Ran) -> None:
    bulk = Bulk.write(texts(options.data, options.all), folder)
    table.begin(f"{bulk.articles} articles, {bulk.words} words")
    ran = run_first(bulk, folder / "home", table)
    alike = ran.words_a_second / compared.words_a_second
    table.judge("words/s, × those of the smaller run", f"{alike:.2f}", f"≥ {1 - _ALIKE}", holds=alike >= 1 - _ALIKE)
    peak = ran.measured.peak_mb
    table.judge("peak memory of all processes", f"{peak:.0f} MB", f"< {_MOST_MB} MB", holds=peak < _MOST_MB)
    measure_again(bulk, ran, table, with_pattern=False)
    slowest_query(ran.home, table)
    slowest_start(ran.home, table)


def _run_scripts(model: str, bulk: Bulk, table: Table) -> dict[str, Measured]:
    measured = {}
    for mode, script in MODES.items():
        command = [sys.executable, "-m", "benchmarks.speed.naive", mode, str(bulk.file), model]
        measured[mode] = table.row(script.name, measure(command), bulk.words)
    return measured


if __name__ == "__main__":
    sys.exit(main())
