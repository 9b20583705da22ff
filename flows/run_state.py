"""What a run knows while its stages work: settings, the open store, the clock, counts and times."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.auditor import Auditor
from flows.clock import now
from flows.home import Home
from flows.model import model_version
from flows.progress import Reporter
from flows.resources import Resources, resources
from flows.rows import Rejected
from flows.settings import Settings
from schemas.operations import QuarantineItem
from transforms.ids import content_id
from warehouse.raw_store import RawStore
from warehouse.result_cache import ResultCache
from warehouse.store import WorkingStore

if TYPE_CHECKING:
    from flows.fingerprint import Stamps

# Calls a stage function by the stage's name; under Prefect that is a task.
Caller = Callable[[str, Callable[[], Any]], Any]


@dataclass
class RunState:
    """One run in progress. `counts` and `seconds` end up in the summary."""

    run_id: str
    home: Home
    settings: Settings
    store: WorkingStore
    raw: RawStore
    cache: ResultCache
    auditor: Auditor
    reporter: Reporter
    counts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    rows_checked: Counter[str] = field(default_factory=Counter)
    rows_rejected: Counter[str] = field(default_factory=Counter)

    @cached_property
    def resources(self) -> Resources:
        """How much of the machine the run takes."""
        return resources(self.settings)

    @cached_property
    def stamps(self) -> "Stamps":
        """What makes results in this run."""
        from flows.fingerprint import stamps

        return stamps(self.settings.model)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator["StageNote"]:
        """Time a stage and report it; the note's message says what came of it."""
        note = StageNote()
        self.reporter.start(name, total)
        with self.timed(name):
            yield note
        self.reporter.finish(name, note.message)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the time that passes to a stage's."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - started, 3)

    def quarantine(
        self,
        *,
        file_name: str,
        article_id: str | None,
        stage: str,
        reason: str,
        detail: str,
        fix: str,
        seen_at: datetime | None = None,
    ) -> None:
        """Note something that is held back; the rest of the batch goes on."""
        item = QuarantineItem(
            item_id=content_id("qr", file_name, article_id, stage, reason, detail),
            file_name=file_name,
            article_id=article_id,
            stage=stage,
            reason=reason,
            detail=detail,
            fix=fix,
            seen_at=seen_at or now(),
        )
        if not self.store.execute("quarantine_item", [item.item_id]):
            self.store.append_records([item])
            self.counts["quarantined"] += 1

    def note_row_checks(self, frames: Mapping[str, pl.DataFrame], rejected: Sequence[Rejected]) -> None:
        """Count the rows that crossed a stage boundary and those that were held back there."""
        self.rows_checked.update({name: len(frame) for name, frame in frames.items()})
        self.rows_rejected.update(one.table_name for one in rejected)


@dataclass
class StageNote:
    """What a stage says of itself when it is done."""

    message: str = ""


def code_version(model: str, stamps: "Stamps") -> str:
    """What rows are derived with: Dragoman's version, a hash of its rules and word lists, the model's version."""
    rules = blake2b(repr(stamps.all).encode(), digest_size=4).hexdigest()
    return f"dragoman-{version('dragoman')}+{rules} {model_version(model)}"
