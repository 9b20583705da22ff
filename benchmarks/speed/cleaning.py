"""`python -m benchmarks.speed.cleaning ../shared/eval`: what reading and cleaning cost, in CPU time of one process.

Web pages are set against trafilatura on the same pages (wanted: under twice its time), text files against spaCy on the
bodies that cleaning leaves (wanted: under 5 %).
"""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from transforms.clean.clean_document import clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file

_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_GERMAN = "Der Rat der Stadt hat am Montag beschlossen, dass die Brücke bis zum Herbst gesperrt bleibt.".encode()
_TWICE, _SMALL = 2.0, 0.05


def main() -> int:
    """Print both ratios; 1 where one is too high."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed.cleaning", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="the folder with html/articles and text/articles")
    parser.add_argument("--files", type=int, default=60, help="how many files of each kind")
    options = parser.parse_args()
    pages, texts = (_files(options.folder / kind / "articles", options.files) for kind in ("html", "text"))
    by_page = _ratio("web pages", pages, _extract, "trafilatura")
    by_text = _ratio("text files", texts, _parser(texts), "spaCy")
    return int(by_page >= _TWICE or by_text >= _SMALL)


def _ratio(kind: str, files: Sequence[tuple[str, bytes]], other: Callable[[str, bytes], object], name: str) -> float:
    for warm in (files[0], ("a.txt", _GERMAN)):  # what is loaded once, the language model too, is no cost of a file
        _clean(*warm)
    other(*files[0])
    gc.collect()
    gc.freeze()  # the model that is set beside it is no garbage for cleaning to search; in a run it is in another process
    ours, theirs = (_cpu_seconds(job, files[1:]) for job in (_clean, other))
    print(f"{kind}: cleaning {ours:.2f} s, {name} {theirs:.2f} s of CPU time; {ours / theirs:.3f} ×", flush=True)
    return ours / theirs


def _files(folder: Path, count: int) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())[: count + 1]]


def _cpu_seconds(job: Callable[[str, bytes], object], files: Sequence[tuple[str, bytes]]) -> float:
    started = time.process_time()
    for name, raw in files:
        job(name, raw)
    return time.process_time() - started


def _clean(name: str, raw: bytes) -> list[str]:
    documents = (item for item in read_file(name, raw) if isinstance(item, Document))
    return [clean_document(document, Furniture(), _DAY).article.body for document in documents]


def _extract(_: str, raw: bytes) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(raw, with_metadata=True)


def _parser(files: Sequence[tuple[str, bytes]]) -> Callable[[str, bytes], object]:
    from flows.model import load_model

    model, bodies = load_model(), {name: _clean(name, raw) for name, raw in files}
    return lambda name, _: [model(body) for body in bodies[name]]


if __name__ == "__main__":
    raise SystemExit(main())
