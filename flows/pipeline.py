"""The main job, once: ingest → clean → extract → resolve → check → publish."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeVar

from flows import gate
from flows.home import Home
from flows.progress import Reporter
from flows.run_state import RunState, now
from flows.settings import Settings
from flows.stages.clean import CleanBatch, clean_batches
from flows.stages.extract import extract_rows
from flows.stages.ingest import ingest
from flows.stages.publish import Audited, Held, check, input_hash, publish, withdraw
from flows.stages.resolve import resolve
from flows.stages.store import store_batch
from schemas.operations import Check, QuarantineItem
from warehouse.raw_store import RawStore
from warehouse.release import releases
from warehouse.store import WorkingStore

T = TypeVar("T")
Status = Literal["published", "unchanged", "held", "failed"]
# Calls a stage function by the stage's name; under Prefect that is a task.
Caller = Callable[[str, Callable[[], Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run did."""

    run_id: str
    status: Status
    release_id: str | None
    files: int
    articles_new: int
    articles_unchanged: int
    quarantined: int
    events: int
    seconds: dict[str, float]
    counts: dict[str, int] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    failed_checks: tuple[Check, ...] = ()
    quarantine: tuple[QuarantineItem, ...] = ()


def call_directly(_name: str, stage: Callable[[], T]) -> T:
    """Call a stage as the plain function that it is."""
    return stage()


def run_once(settings: Settings, paths: Sequence[Path], reporter: Reporter, call: Caller = call_directly) -> RunResult:
    """Run every stage on what is new below `paths` (none: the home's inbox).

    Raises DragomanError and WarehouseError with a sentence for the user where the run cannot go on.
    """
    started = time.monotonic()
    home = Home(settings.home.resolve())
    home.create()
    run_id = f"run_{now():%Y%m%dT%H%M%S}_{sha256(str(time.time_ns()).encode()).hexdigest()[:6]}"
    with home.locked(f"dragoman run {run_id}"), WorkingStore(home.store) as store:
        run = RunState(run_id, home, settings, store, RawStore(home.raw), reporter)
        result = _run_stages(run, paths, call)
        result.seconds["total"] = round(time.monotonic() - started, 3)
        return result


def _run_stages(run: RunState, paths: Sequence[Path], call: Caller) -> RunResult:
    call("ingest", partial(ingest, run, paths))
    pending = run.store.pending_arrivals()
    if pending:
        gate.begin_import()
        _derive(run, pending, call)
    known = releases(run.home.releases)
    if known and known[-1].input_hash == input_hash(run):
        return _result(run, "unchanged", known[-1].release_id)
    if not run.store.count("current_articles") and not run.store.count("quarantine"):
        return _result(run, "unchanged", None)
    call("resolve", partial(resolve, run))
    audited: Audited = call("check", partial(check, run))
    if audited.held:
        withdraw(run, audited)
        return _result(run, "held", known[-1].release_id if known else None, audited)
    release = call("publish", partial(publish, run, audited))
    return _result(run, "published", release.release_id, audited)


def _derive(run: RunState, pending: Sequence[Any], call: Caller) -> None:
    """Read, clean, extract and store what is pending, batch by batch, so that a killed run goes on where it was."""
    batches = clean_batches(run, pending)
    with run.stage("extract", len(pending)) as note:
        while (batch := call("clean", partial(_clean, run, batches))) is not None:
            rows = call("extract", partial(extract_rows, batch.cleaned, run.settings.model))
            store_batch(run, batch, rows)
            run.reporter.advance("extract", len(batch.arrivals))
        run.seconds["extract"] = -run.seconds["clean"]  # the stage's own time is added when it ends
        found = ("sentences", "entity_mentions", "quotes", "extracted_events")
        note.message = ", ".join(f"{run.rows_checked[name]} {name.replace('_', ' ')}" for name in found)


def _clean(run: RunState, batches: Iterator[CleanBatch]) -> CleanBatch | None:
    with run.timed("clean"):
        return next(batches, None)


def _result(run: RunState, status: Status, release_id: str | None, audited: Audited | None = None) -> RunResult:
    return RunResult(
        run_id=run.run_id,
        status=status,
        release_id=release_id,
        files=run.counts["files"],
        articles_new=run.counts["articles_new"],
        articles_unchanged=run.store.count("current_articles") - run.counts["articles_new"],
        quarantined=run.counts["quarantined"],
        events=run.store.count("events"),
        seconds=run.seconds,
        counts=dict(run.counts),
        held=audited.held if audited else (),
        failed_checks=tuple(one for one in audited.checks if not one.passed) if audited else (),
    )
