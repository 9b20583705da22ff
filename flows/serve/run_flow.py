"""The main job inside a flow run: its stages as tasks, its artifacts, its final state, and who is told."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from httpx import HTTPError
from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.exceptions import PrefectException
from prefect.logging import get_run_logger
from prefect.runtime import flow_run
from prefect.states import Cancelled, Completed, Failed
from prefect.utilities.timeout import timeout

from flows.errors import DragomanError
from flows.home import Home, HomeBusyError
from flows.pipeline import Job, RunResult, run_once
from flows.progress import Reporter
from flows.resources import resources
from flows.serve.artifacts import FlowReporter, leave_artifacts, ui_address
from flows.serve.notify import notify
from flows.settings import Settings
from warehouse.errors import WarehouseError

_SECONDS_A_MINUTE = 60
# What DuckDB makes of whatever a signal raises while it works on a query.
_INTERRUPTED = "Query interrupted"


class RunTimeoutError(TimeoutError):
    """A scheduled run took longer than the settings allow."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the state to show, and the result or the error."""

    state: "State[Any]"
    result: RunResult | None = None
    error: Exception | None = None

    def result_or_raise(self) -> RunResult:
        """The result. Raises the error where there is none."""
        if self.result is None:
            raise self.error or DragomanError(self.state.message or "the run gave no result")
        return self.result


class TaskCaller:
    """Calls each stage as a task of its name; the second batch of a stage is 'extract 2'."""

    def __init__(self) -> None:
        self._calls: Counter[str] = Counter()

    def __call__(self, name: str, stage: Callable[[], Any]) -> Any:
        """The stage's result; its exceptions pass through."""
        self._calls[name] += 1
        number = self._calls[name]

        def run_stage() -> Any:
            return stage()

        as_task = task(
            name=name,
            task_run_name=name if number == 1 else f"{name} {number}",
            persist_result=False,
            cache_result_in_memory=False,
            cache_policy=NO_CACHE,
        )(run_stage)
        return as_task()


def run_in_flow(settings: Settings, job: Job, reporter: Reporter | None = None) -> Outcome:
    """Do `job` inside the current flow run. A held release shows as failed with the name 'Held'."""
    home = Home(settings.home.resolve())
    shown = FlowReporter(reporter, resources(settings).batch_articles)
    try:
        result = run_once(settings, job, shown, TaskCaller())
    except HomeBusyError as error:
        get_run_logger().warning("Skipped: %s", error)
        return Outcome(Cancelled(name="Skipped", message=f"Skipped: {error}"), error=error)
    except (DragomanError, WarehouseError) as error:
        return Outcome(_failure(settings, str(error)), error=error)
    except OSError:
        raise  # the caller may try again
    except Exception as error:
        if _INTERRUPTED in str(error):
            raise  # the caller knows whether the time was up
        _failure(settings, f"{type(error).__name__}: {error}")
        raise
    _leave(settings, home, result)
    return Outcome(_state_of(settings, result), result)


def run_unattended(settings: Settings, job: Job) -> "State[Any]":
    """Do `job` for a schedule: given up after a time, tried again with growing pauses after an error of I/O alone."""
    seconds = settings.timeout_minutes * _SECONDS_A_MINUTE
    until = time.monotonic() + seconds
    try:
        with timeout(seconds, RunTimeoutError):
            return _with_retries(settings, lambda: run_in_flow(settings, job)).state
    except RunTimeoutError:
        return _given_up(settings)
    except RuntimeError as error:
        if _INTERRUPTED in str(error) and time.monotonic() >= until:
            return _given_up(settings)
        raise
    except OSError as error:
        return _failure(settings, f"{error}: look whether the disk is full or a folder is away")


def _given_up(settings: Settings) -> "State[Any]":
    text = f"given up after {settings.timeout_minutes:g} minutes; the next run goes on where this one was"
    return _failure(settings, text, name="TimedOut")


def _with_retries(settings: Settings, attempt: Callable[[], Outcome]) -> Outcome:
    pause = settings.io_retry_seconds
    for number in range(1, settings.io_retries + 1):
        try:
            return attempt()
        except RunTimeoutError:
            raise
        except OSError as error:
            get_run_logger().warning("Attempt %s failed (%s): again in %.0f s", number, error, pause)
        time.sleep(pause)
        pause *= 2
    return attempt()


def _state_of(settings: Settings, result: RunResult) -> "State[Any]":
    details = {"run_id": result.run_id, "release_id": result.release_id, "articles_new": result.articles_new}
    if result.status == "held":
        checks = [f"{one.check.table_name}: {one.check.check_name}: {one.check.observed}" for one in result.held]
        message = f"Held back, the published database stays as it was: {'; '.join(checks)}"
        return _failure(settings, message, name="Held", failed_checks=checks, **details)
    if result.status == "published":
        message = f"Published {result.release_id}: {result.articles_new} new articles, {result.events} events"
        notify(settings, "published", message, {**_links(settings), **details})
        return Completed(message=message)
    return Completed(message="Nothing new, so nothing was published")


def _failure(settings: Settings, message: str, *, name: str = "Failed", **details: Any) -> "State[Any]":
    """The state of a run that needs somebody, who is told."""
    get_run_logger().error("%s", message)
    notify(settings, "held" if name == "Held" else "failed", message, {**_links(settings), **details})
    return Failed(name=name, message=message)


def _links(settings: Settings) -> dict[str, str]:
    return {"flow": str(flow_run.flow_name), "url": f"{ui_address(settings)}/runs/flow-run/{flow_run.id}"}


def _leave(settings: Settings, home: Home, result: RunResult) -> None:
    """The artifacts; what is published stays published where the server cannot take them."""
    try:
        leave_artifacts(settings, home, result)
    except (HTTPError, PrefectException) as error:
        get_run_logger().warning("The artifacts of this run could not be stored: %s", error)
