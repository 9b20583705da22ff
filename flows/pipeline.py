"""The main job, once: ingest → clean → extract → resolve → check → publish; and the jobs that redo or withdraw."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from flows.auditor import Auditor
from flows.clock import now
from flows.home import Home
from flows.journal import catch_up
from flows.progress import Reporter
from flows.resources import resources
from flows.rollback import clear_rollback, is_rolled_back
from flows.run_notes import note_run, noted_failure
from flows.run_state import Caller, RunState
from flows.settings import Settings
from flows.stages.exclude import exclude, include, retract, show_what_is_left_out
from flows.stages.ingest import ingest
from flows.stages.publish import Audited, Held, check, input_hash, publish, require_known_checks, withdraw
from schemas.operations import Check, QuarantineItem
from warehouse.errors import ReleaseDamagedError, StoreDamagedError, StoreOutdatedError, WarehouseError
from warehouse.mend import mend, replace_damaged
from warehouse.raw_store import RawStore
from warehouse.release import releases
from warehouse.result_cache import ResultCache
from warehouse.store import WorkingStore, set_aside

Status = Literal["published", "unchanged", "held", "failed"]
# How often one run sets something damaged aside and begins again: once the store, once the published database.
_MENDINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is asked to do beside taking in what is new.

    `reprocess` makes anew what today's code can make otherwise, with `everything` all that derives from the raw bytes.
    """

    paths: tuple[Path, ...] = ()
    without: tuple[str, ...] = ()
    take_back: tuple[str, ...] = ()
    retract: tuple[str, ...] = ()
    reason: str = ""
    accept: tuple[str, ...] = ()
    reprocess: bool = False
    everything: bool = False
    wait_seconds: float = 0.0

    @property
    def takes_in(self) -> bool:
        """Whether the job looks for new files."""
        return not self.reprocess and not self.retract


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
    quarantine: tuple[QuarantineItem, ...] = ()
    failed_checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()
    report: Path | None = None


def call_directly(_name: str, stage: Callable[[], Any]) -> Any:
    """Call a stage as the plain function that it is."""
    return stage()


def run_once(settings: Settings, job: Job, reporter: Reporter, call: Caller = call_directly) -> RunResult:
    """Do `job` with every stage that it needs.

    Raises DragomanError and WarehouseError with a sentence for the user where the run cannot go on. A damaged working
    store is set aside and built anew from the raw packs.
    """
    started = time.monotonic()
    home = Home(settings.home.resolve())
    notes = () if home.root.exists() else (f"{settings.home} was not there and was made for this run",)
    home.create()
    run_id = f"run_{now():%Y%m%dT%H%M%S}_{sha256(str(time.time_ns()).encode()).hexdigest()[:6]}"
    with home.locked(f"dragoman run {run_id}", job.wait_seconds):
        with noted_failure(home, run_id):
            result = _run_mending(settings, job, reporter, call, home, run_id, *notes)
        result.seconds["total"] = round(time.monotonic() - started, 3)
        note_run(home, result, settings.keep_releases)
        return _reported(settings, home, result)


def _run_mending(
    settings: Settings, job: Job, reporter: Reporter, call: Caller, home: Home, run_id: str, *told: str
) -> RunResult:
    """One run; what turns out to be damaged is set aside and mended, once each, and the run begins again."""
    notes = list(told)
    for _ in range(_MENDINGS):
        try:
            return _run(settings, job, reporter, call, home, run_id, *notes)
        except ReleaseDamagedError as error:
            try:
                notes.append(replace_damaged(home.releases, error))
            except StoreDamagedError as beside:
                notes.append(_set_store_aside(home, beside))
        except StoreDamagedError as error:
            notes.append(_set_store_aside(home, error))
    return _run(settings, job, reporter, call, home, run_id, *notes)


def _set_store_aside(home: Home, error: StoreDamagedError) -> str:
    if not home.store.exists():
        raise error
    aside = set_aside(home.store, "outdated" if isinstance(error, StoreOutdatedError) else "damaged")
    return f"{error}; it is kept as {aside.name}, and a new one was built from the raw packs"


def _reported(settings: Settings, home: Home, result: RunResult) -> RunResult:
    """The result with the report written; what was published stays published where that is not possible."""
    if result.status == "unchanged":
        return result
    from flows.report.write_report import prune_reports, write_report

    try:
        report = write_report(home, result, result.quarantine)
        prune_reports(home, settings.keep_reports)
    except (OSError, WarehouseError) as error:
        return replace(result, notes=(*result.notes, f"the report could not be written ({error})"))
    return replace(result, report=report)


def _run(
    settings: Settings, job: Job, reporter: Reporter, call: Caller, home: Home, run_id: str, *notes: str
) -> RunResult:
    mended = mend(home.releases)
    cache = ResultCache(home.cache, settings.cache_mb * 1_000_000)
    with WorkingStore(home.store, resources(settings).store_mb) as store, closing(cache), closing(Auditor()) as auditor:
        run = RunState(run_id, home, settings, store, RawStore(home.raw), cache, auditor, reporter)
        run.notes += [*notes, *filter(None, [mended])]
        recovered = catch_up(store, run.raw)
        if recovered:
            run.notes.append(f"{recovered} files that an interrupted run had stored raw were taken up again")
        if recovered or job.reprocess:
            broken = run.raw.forget_damaged()
            run.notes += [f"{pack} is damaged: restore it from a backup" for pack in broken]
        return _run_stages(run, job, call)


def _run_stages(run: RunState, job: Job, call: Caller) -> RunResult:
    require_known_checks(job.accept)
    if job.takes_in:
        call("ingest", partial(ingest, run, job.paths))
    is_reprocessed = _begin_reprocess(run, job)
    pending, outdated = run.store.pending_arrivals(), run.store.outdated_articles()
    if pending or outdated:
        from flows.derive import derive  # here and below: what a run with nothing new does not need

        derive(run, pending, outdated, call)
    if job.reprocess:  # nothing came in: all was known before
        run.counts["articles_rederived"] += run.counts.pop("articles_new", 0)
    retract(run, job.retract, job.reason)
    exclude(run, job.without)
    include(run, job.take_back)
    show_what_is_left_out(run)
    known = releases(run.home.releases)
    is_current = _is_current(run, known[-1].input_hash if known else None)
    if is_current and not is_reprocessed:
        return _result(run, "unchanged", known[-1].release_id if known else None)
    run.auditor.begin(run.store.count("current_articles"))
    from flows.stages.resolve import resolve

    call("resolve", partial(resolve, run))
    with _staged(run, call, job.accept) as audited:
        if audited.held:
            return _result(run, "held", known[-1].release_id if known else None, audited)
        release = call("publish", partial(publish, run, audited, is_reprocessed=is_reprocessed))
        run.home.unfinished_reprocess.unlink(missing_ok=True)
        if release is None:
            return _result(run, "unchanged", known[-1].release_id, audited)
        clear_rollback(run.home)
        return _result(run, "published", release.release_id, audited)


def _begin_reprocess(run: RunState, job: Job) -> bool:
    """Drop what is to be made anew, if the job asks for that, or one did that was killed or held before its end."""
    mark = run.home.unfinished_reprocess
    if not job.reprocess and not mark.exists():
        return False
    from flows.stages.outdated import forget_outdated

    if not job.reprocess:
        run.notes.append("a reprocess that had not come to its end was gone on with")
    mark.touch()
    forget_outdated(run, everything=job.everything)
    return True


def _is_current(run: RunState, published_hash: str | None) -> bool:
    """Whether what the store holds is what is published, or what a person rolled back from."""
    if published_hash is None:
        return not run.store.count("current_articles") and not run.store.count("quarantine")
    state = input_hash(run)
    return state == published_hash or is_rolled_back(run.home, state)


@contextmanager
def _staged(run: RunState, call: Caller, accepted: Sequence[str]) -> Iterator[Audited]:
    """A release built and audited beside the current one, and gone again if it is not put in place."""
    audited: Audited = call("check", partial(check, run, accepted))
    try:
        yield audited
    finally:
        withdraw(run, audited)


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
        quarantine=tuple(run.store.records(QuarantineItem, "all_quarantine")) if status == "held" else (),
        failed_checks=tuple(one for one in audited.checks if not one.passed) if audited else (),
        notes=(*run.notes, *filter(None, [run.cache.trouble])),
    )
