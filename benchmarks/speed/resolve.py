"""`python -m benchmarks.speed.resolve`: what resolving costs beside parsing, and what 100 more articles cost.

First all articles in one run, its resolve stage once more alone; then 100 articles are added to 1,000 and to all others.
"""

import argparse
import shutil
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from rich.console import Console

from benchmarks.speed.bulk import Bulk, texts
from benchmarks.speed.dragoman import dragoman, stages, summary
from benchmarks.speed.measure import Measured, measure
from benchmarks.speed.table import Table
from flows.auditor import Auditor
from flows.home import Home
from flows.progress import PlainReporter
from flows.run_state import RunState
from flows.settings import Settings
from flows.stages.resolve import resolve
from warehouse.raw_store import RawStore
from warehouse.result_cache import ResultCache
from warehouse.store import WorkingStore

_ALL = 19_043
_FEW = 1_000
_ADDED = 100
_MOST_OF_PARSING = 0.10
_MOST_TIMES = 2.0
_AFTER_EXTRACTION = ("resolve", "check", "publish")


def main() -> int:
    """Print the tables; 1 where a figure falls short."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed.resolve", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument("--articles", type=int, default=_ALL, help="articles of the large home")
    parser.add_argument(
        "--alone", type=Path, metavar="HOME", help="only resolve what this home holds, and say how long it took"
    )
    options = parser.parse_args()
    if options.alone:
        print(resolve_alone(options.alone))
        return 0
    folder = Path(tempfile.mkdtemp(prefix="dragoman-resolve-"))
    try:
        table = Table()
        records = texts(options.data, options.articles + _ADDED)
        large = _add_to(records, options.articles, folder / "large", table, with_parsing=True)
        few = _add_to(records, min(_FEW, options.articles), folder / "few", table, with_parsing=False)
        times = large / few
        table.judge(f"adding {_ADDED}, × that to {_FEW}", f"{times:.2f}", f"< {_MOST_TIMES}", holds=times < _MOST_TIMES)
        print(f"\n{table.verdicts()}")
        return int(not table.holds)
    finally:
        shutil.rmtree(folder)


def _add_to(records: list[dict[str, str]], number: int, folder: Path, table: Table, *, with_parsing: bool) -> float:
    """A home with `number` articles, then `_ADDED` more; gives the CPU seconds of the run that adds them."""
    known = records[:-_ADDED][:number]  # what is added is new even where the data end before `number` and `_ADDED` more
    bulk, more = Bulk.write(known, folder / "first"), Bulk.write(records[-_ADDED:], folder / "more")
    home = folder / "home"
    table.begin(f"{bulk.articles} articles, {bulk.words} words")
    first = table.row("dragoman run", dragoman("run", str(bulk.file.parent), "--json", home=home), bulk.words)
    table.note(stages(first))
    if with_parsing:
        _beside_parsing(first, home, bulk.words, table)
    arguments = ("run", str(more.file.parent), "--json")
    added = table.row(f"run with {_ADDED} articles more", dragoman(*arguments, home=home), more.words)
    table.note(stages(added))
    return added.cpu_seconds


def _beside_parsing(first: Measured, home: Path, words: int, table: Table) -> None:
    """The CPU seconds of resolving beside those of reading, cleaning, parsing and extracting.

    They are what a run takes less its last stages, of which check and publish keep one core busy.
    """
    command = [sys.executable, "-m", "benchmarks.speed.resolve", "--alone", str(home)]
    alone = table.row("resolve once more, with start-up", measure(command), words)
    resolving = float(alone.output)
    seconds = summary(first)["seconds"]
    assert isinstance(seconds, dict)
    after = resolving + sum(seconds[name] for name in _AFTER_EXTRACTION[1:])
    share = resolving / (first.cpu_seconds - after)
    table.note(f"resolve {resolving:.1f} s CPU of its own; all before it {first.cpu_seconds - after:.1f} s CPU")
    table.judge(
        "resolve, of parsing and extraction",
        f"{share:.1%}",
        f"< {_MOST_OF_PARSING:.0%}",
        holds=share < _MOST_OF_PARSING,
    )


def resolve_alone(folder: Path) -> float:
    """Resolve once more what the home holds; gives the CPU seconds."""
    settings, home = Settings(home=folder), Home(folder.resolve())
    cache, reporter = ResultCache(home.cache, 0), PlainReporter(Console(quiet=True))
    with WorkingStore(home.store) as store, closing(cache), closing(Auditor()) as auditor:
        run = RunState("run_benchmark", home, settings, store, RawStore(home.raw), cache, auditor, reporter)
        started = time.process_time()
        resolve(run)
        return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
