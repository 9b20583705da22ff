import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from homes import PROJECT, content
from rich.console import Console

from flows.extractor import Extractor
from flows.fingerprint import stamps
from flows.model import DEFAULT_MODEL
from flows.pipeline import Job, run_once
from flows.progress import PlainReporter
from flows.settings import Settings
from flows.stages.extract import Extracted
from flows.worker import WorkerDiedError
from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file
from warehouse.result_cache import ResultCache

TOWNS = ("Mombasa", "Kisumu", "Gulu", "Mwanza", "Lusaka", "Ndola", "Blantyre", "Harare")
SEEN_AT = datetime(2026, 10, 30)
TEXT = """Dock workers in {town} went on strike on {day} October 2026 over unpaid wages.

“We will stay out for {day} days,” the union's leader Grace Atieno said in {town}. Police arrested {day} protesters."""


def records(count: int) -> bytes:
    texts = (TEXT.format(town=TOWNS[number % len(TOWNS)], day=number % 28 + 1) for number in range(count))
    lines = ({"id": str(number), "title": f"Strike {number}", "text": text} for number, text in enumerate(texts))
    return "\n".join(map(json.dumps, lines)).encode()


def cleaned(count: int) -> list[CleanedArticle]:
    items = read_file("strikes.jsonl", records(count), None)
    return [clean_document(item, Furniture(), SEEN_AT) for item in items if isinstance(item, Document)]


def alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and was not yet waited for does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text("ascii")
    except FileNotFoundError:
        return False


def extractor(workers: int, cache: ResultCache | None = None) -> Extractor:
    """An extractor that keeps nothing, or what it finds in the cache."""
    return Extractor(DEFAULT_MODEL, workers, cache or ResultCache(Path("nowhere"), 0), stamps(DEFAULT_MODEL))


@pytest.mark.slow
def test_rows_do_not_depend_on_the_number_of_workers() -> None:
    articles = cleaned(120)
    with extractor(workers=0) as here, extractor(workers=2) as elsewhere:
        expected, found = here.begin(articles)().rows, elsewhere.begin(articles)().rows
        assert elsewhere.process_ids
    assert found.keys() == expected.keys()
    assert all(found[name].equals(expected[name]) for name in expected)
    assert len(found["extracted_events"]) > 100


def keep(cache: ResultCache, *extracted: Extracted) -> None:
    chunks = [(new.stamp, new.keys, new.packed) for one in extracted for new in one.new]
    cache.add(chunks, stamps(DEFAULT_MODEL).all)


def no_model(name: str) -> None:
    raise AssertionError(f"{name} was loaded though nothing is left to parse")


def test_rows_do_not_depend_on_what_was_found_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = cleaned(30)
    with (
        closing(ResultCache(tmp_path / "cache.sqlite", 10**8)) as cache,
        extractor(workers=0) as plain,
        extractor(workers=0, cache=cache) as knowing,
    ):
        expected = plain.begin(articles)()
        first = [knowing.begin(articles[start : start + 7])() for start in range(0, 21, 7)]
        keep(cache, *first)
        again = knowing.begin(articles)()
        keep(cache, again)
        assert [len(new.keys) for new in again.new[1:]] == [9, 9]  # findings and events of the others
        monkeypatch.setattr("flows.stages.extract.load_model", no_model)
        last = knowing.begin(articles)()
    assert not last.new
    of_first = [item.article.article_id for item in articles[:21]]
    for name, frame in expected.rows.items():
        assert again.rows[name].equals(frame)
        assert last.rows[name].equals(frame)
        assert pl.concat([one.rows[name] for one in first]).equals(frame.filter(pl.col("article_id").is_in(of_first)))


def test_few_articles_start_no_worker() -> None:
    with extractor(workers=2) as here:
        assert len(here.begin(cleaned(3))().rows["articles"]) == 3
        assert not here.process_ids


def test_a_killed_worker_is_an_error_and_not_a_silence() -> None:
    with extractor(workers=1) as elsewhere:
        rows = elsewhere.begin(cleaned(60))
        os.kill(elsewhere.process_ids[0], signal.SIGKILL)
        with pytest.raises(WorkerDiedError, match="exit code -9"):
            rows()


@pytest.mark.slow
def test_workers_end_with_a_killed_parent() -> None:
    program = f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_extract_workers import cleaned, extractor
with extractor(workers=2) as elsewhere:
    elsewhere.begin(cleaned(60))
    print(*elsewhere.process_ids, flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=PROJECT) as parent:
        assert parent.stdout is not None
        workers = [int(word) for word in parent.stdout.readline().split()]
        parent.kill()
    assert len(workers) == 2
    deadline = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, workers))


class InterruptedRunError(Exception):
    pass


class StopsAfter(PlainReporter):
    """Ends the run once so many batches are stored, as a signal would."""

    def __init__(self, batches: int) -> None:
        super().__init__(Console(quiet=True))
        self.left = batches

    def advance(self, stage: str, steps: int) -> None:
        super().advance(stage, steps)
        self.left -= stage == "extract"
        if self.left == 0:
            raise InterruptedRunError


@pytest.mark.slow
def test_a_run_stopped_inside_a_file_goes_on_and_gives_what_one_run_gives(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "strikes.jsonl").write_bytes(records(20) + b"\n{broken\n")
    quiet = PlainReporter(Console(quiet=True))
    job = Job(paths=(inbox,))
    run_once(Settings(home=tmp_path / "whole", workers=0), job, quiet)
    in_parts = Settings(home=tmp_path / "parts", workers=0, batch_articles=6)
    with pytest.raises(InterruptedRunError):
        run_once(in_parts, job, StopsAfter(2))
    assert run_once(in_parts, job, quiet).articles_new == 20 - 12
    assert content(tmp_path / "parts") == content(tmp_path / "whole")
