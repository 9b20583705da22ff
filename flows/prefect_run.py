"""The same stage functions under Prefect, one task a stage, where a server is configured and reachable."""

import os
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.pipeline import Job, RunResult, run_once
from flows.progress import Reporter
from flows.settings import Settings

_HEALTH_SECONDS = 2.0
FLOW_NAME = "dragoman-run"


def reachable_server(settings: Settings) -> str | None:
    """The API address of the server that PREFECT_API_URL names or that `dragoman serve` runs, if it answers."""
    address = os.environ.get("PREFECT_API_URL") or _served_address(settings.home)
    if not address:
        return None
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/health", timeout=_HEALTH_SECONDS) as answer:  # noqa: S310 - the address is the user's own setting
            return address if answer.status == 200 else None  # noqa: PLR2004 - HTTP's OK
    except (urllib.error.URLError, OSError, ValueError):
        return None


def run_under_prefect(address: str, settings: Settings, job: Job, reporter: Reporter) -> RunResult:
    """Run the main job as one flow run with a task for each stage."""
    os.environ["PREFECT_API_URL"] = address
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    from prefect import flow, task
    from prefect.cache_policies import NO_CACHE

    def call(name: str, stage: Callable[[], Any]) -> Any:
        as_task = task(name=name, persist_result=False, cache_policy=NO_CACHE)
        return as_task(_plain_function(stage))()

    @flow(name=FLOW_NAME, validate_parameters=False, persist_result=False)
    def main_job() -> RunResult:
        return run_once(settings, job, reporter, call)

    return main_job()


def _plain_function(stage: Callable[[], Any]) -> Callable[[], Any]:
    """A plain function around `stage`: Prefect names and inspects functions, not partial objects."""

    def run_stage() -> Any:
        return stage()

    return run_stage


def _served_address(home: Path) -> str | None:
    """The address that a running `dragoman serve` of this home has written down."""
    note = home / "serve.url"
    return note.read_text("utf-8").strip() if note.is_file() else None
