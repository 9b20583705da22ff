"""`python -m benchmarks.speed`: Dragoman and scripts that loop spaCy, on the same texts, in one run."""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.bulk import texts
from benchmarks.speed.measure import Measured, measure
from benchmarks.speed.naive import MODES
from flows.model import DEFAULT_MODEL

_DRAGOMAN = [sys.executable, "-c", "from flows.cli import main; main()"]
# (d) must reach these multiples of the words a second of the others.
_WANTED = {"tuned-2": 0.80, "naive-2": 1.35, "naive": 2.4}


def main() -> int:
    """Print the table; 1 where a ratio falls short."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--only-dragoman", action="store_true", help="leave the scripts out")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-speed-"))
    try:
        return _measure_all(options, folder)
    finally:
        shutil.rmtree(folder)


def _measure_all(options: argparse.Namespace, folder: Path) -> int:
    records = texts(options.data, options.articles)
    data = folder / "in" / "bulk.jsonl"
    data.parent.mkdir()
    data.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    words = sum(len(record["text"].split()) for record in records)
    print(f"{len(records)} articles, {words} words\n")
    print(f"{'':34}{'wall s':>8}{'CPU s':>8}{'words/s':>9}{'peak MB':>9}")
    scripts = {}
    for mode in () if options.only_dragoman else MODES:
        command = [sys.executable, "-m", "benchmarks.speed.naive", mode, str(data), options.model]
        scripts[mode] = _print_row(f"script, {mode}", measure(command), words)
    home = folder / "home"
    first = _print_row("dragoman run", _dragoman("run", str(data.parent), home=home), words)
    _print_stages(first)
    size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file() and not path.is_symlink())
    _print_again("run with nothing new", _dragoman("run", str(data.parent), home=home), first, words)
    copies = folder / "copies" / "other.jsonl"
    copies.parent.mkdir()
    copies.write_bytes(data.read_bytes())
    _print_again("run on copies, other names", _dragoman("run", str(copies.parent), home=home), first, words)
    _print_again("reprocess", _dragoman("reprocess", home=home), first, words)
    print(f"\n{size / words:.1f} bytes stored a word")
    short = 0
    for mode, wanted in _WANTED.items() if scripts else ():
        wall = scripts[mode].wall_seconds / first.wall_seconds
        cpu = scripts[mode].cpu_seconds / first.cpu_seconds
        short += wall < wanted
        print(f"dragoman is {wall:.2f} × {mode} (wanted {wanted:.2f}); by CPU time {cpu:.2f} ×")
    return 1 if short else 0


def _dragoman(*arguments: str, home: Path) -> Measured:
    return measure([*_DRAGOMAN, *arguments, "--home", str(home), "--json"])


def _print_row(name: str, measured: Measured, words: int) -> Measured:
    print(
        f"{name:34}{measured.wall_seconds:8.1f}{measured.cpu_seconds:8.1f}"
        f"{words / measured.wall_seconds:9.0f}{measured.peak_mb:9.0f}",
        flush=True,
    )
    return measured


def _print_stages(first: Measured) -> None:
    seconds = json.loads(first.output.splitlines()[-1])["seconds"]
    print("    " + ", ".join(f"{name} {value:.1f} s" for name, value in seconds.items()))


def _print_again(name: str, measured: Measured, first: Measured, words: int) -> None:
    _print_row(name, measured, words)
    print(f"    {measured.cpu_seconds / first.cpu_seconds:.1%} of the first run's CPU time")


if __name__ == "__main__":
    sys.exit(main())
