"""The artifacts that a run leaves in the monitoring UI."""

import os
import time
from urllib.parse import quote
from uuid import UUID

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.logging import get_run_logger

from flows.home import Home
from flows.pipeline import RunResult
from flows.progress import Reporter
from flows.serve.tables import DESCRIPTIONS, run_tables, summary_markdown
from flows.settings import Settings

_SECONDS_BETWEEN_UPDATES = 2.0
_PER_CENT = 100.0


def leave_artifacts(settings: Settings, home: Home, result: RunResult) -> None:
    """The run's summary, its tables and the link to its report."""
    create_markdown_artifact(
        summary_markdown(home, result), key="run-summary", description="How the run went, in a few lines."
    )
    for key, rows in run_tables(home, result).items():
        create_table_artifact(rows or [{"": "none"}], key=key, description=DESCRIPTIONS[key])
    report = home.reports / f"{result.run_id}.html"
    if report.exists():
        address = f"{ui_address(settings)}/reports/{quote(report.name)}"
        create_link_artifact(
            address, link_text="the report of this run", key="report", description="One page with everything."
        )


def ui_address(settings: Settings) -> str:
    """Where a browser finds the monitoring UI."""
    own = settings.server.public_url or os.environ.get("PREFECT_UI_URL")
    return (own or os.environ.get("PREFECT_API_URL", "").removesuffix("/api")).rstrip("/")


class FlowReporter:
    """Tells the log of the run what each stage came to, and shows long stages as a progress artifact."""

    def __init__(self, inner: Reporter | None, long_from: int) -> None:
        self.inner = inner
        self.long_from = long_from
        self._started: dict[str, float] = {}
        self._totals: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._bars: dict[str, UUID] = {}
        self._shown_at = 0.0

    def start(self, stage: str, total: int | None) -> None:
        """Remember when, and how much there is to do."""
        self._started[stage] = time.monotonic()
        self._totals[stage] = total or 0
        self._done[stage] = 0
        if self.inner:
            self.inner.start(stage, total)
        if total and total > self.long_from and stage != "ingest":  # listing files is quick however many there are
            get_run_logger().info("%s: %s to do", stage, f"{total:,}")
            bar = create_progress_artifact(0.0, key="progress", description=f"{stage}: 0 of {total:,}")
            assert isinstance(bar, UUID)  # and no coroutine: this is synchronous code
            self._bars[stage] = bar

    def advance(self, stage: str, count: int) -> None:
        """Move the bar, not more often than every two seconds."""
        if self.inner:
            self.inner.advance(stage, count)
        self._done[stage] += count
        if stage in self._bars and time.monotonic() - self._shown_at > _SECONDS_BETWEEN_UPDATES:
            self._show(stage)

    def finish(self, stage: str, message: str) -> None:
        """One line in the run's log, and a full bar."""
        if self.inner:
            self.inner.finish(stage, message)
        if stage in self._bars:
            self._done[stage] = self._totals[stage]
            self._show(stage)
            del self._bars[stage]
        get_run_logger().info("%s: %s (%.1f s)", stage, message or "done", time.monotonic() - self._started[stage])

    def _show(self, stage: str) -> None:
        done, total = self._done[stage], self._totals[stage]
        self._shown_at = time.monotonic()
        update_progress_artifact(
            self._bars[stage], min(_PER_CENT, _PER_CENT * done / total), description=f"{stage}: {done:,} of {total:,}"
        )
