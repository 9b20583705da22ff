"""The flows that `dragoman serve` runs: two on schedules, two by hand from the monitoring UI."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from prefect import flow as as_flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, FlowRun, State
from prefect.client.schemas.schedules import construct_schedule
from prefect.flows import Flow
from prefect.runner import Runner
from prefect.types.entrypoint import EntrypointType
from pydantic import Field

from flows.errors import UsageError
from flows.pipeline import Job
from flows.serve.artifacts import ui_address
from flows.serve.maintenance import maintain
from flows.serve.names import deployment_name, home_tags, run_name
from flows.serve.notify import notify
from flows.serve.run_flow import run_unattended
from flows.settings import Settings, interval_seconds, load_settings

_SECONDS_A_MINUTE = 60
_FIRST_RUN = timedelta(seconds=10)  # after the start, where a schedule goes by intervals
Everything = Annotated[bool, Field(description="Also what nothing has changed for: read every stored file anew.")]
WaitMinutes = Annotated[int, Field(ge=0, description="How long to wait while another run holds the home.")]


def tell_of_crash(flow: "Flow[..., Any]", flow_run: FlowRun, state: "State[Any]") -> None:
    """Tell somebody that a run's process ended without a word; Prefect names the parameters."""
    del flow
    settings = _settings()
    message = f"{flow_run.name} crashed: {state.message}; the next run goes on where it was"
    notify(settings, "crashed", message, {"url": f"{ui_address(settings)}/runs/flow-run/{flow_run.id}"})


@as_flow(name="ingest-and-publish", flow_run_name=run_name, persist_result=False, on_crashed=[tell_of_crash])
def ingest_and_publish() -> "State[Any]":
    """Take in what is new in the inbox, and publish it if every check holds."""
    settings = _settings()
    return run_unattended(settings, Job(paths=settings.inbox))


@as_flow(name="maintenance", flow_run_name=run_name, persist_result=False, on_crashed=[tell_of_crash])
def maintenance() -> "State[Any]":
    """Delete what is past its time, read the whole store to see that it can be read, and report how things are."""
    return maintain(_settings())


@as_flow(name="reprocess", flow_run_name=run_name, persist_result=False, on_crashed=[tell_of_crash])
def reprocess(everything: Everything = False, wait_minutes: WaitMinutes = 60) -> "State[Any]":
    """Rebuild every derived table from the stored raw bytes with today's code, and publish what that changes."""
    job = Job(reprocess=True, everything=everything, wait_seconds=wait_minutes * _SECONDS_A_MINUTE)
    return run_unattended(_settings(), job)


@as_flow(name="backfill", flow_run_name=run_name, persist_result=False, on_crashed=[tell_of_crash])
def backfill(
    paths: Annotated[list[Path], Field(description="Folders or files of articles on the machine that runs Dragoman.")],
    wait_minutes: WaitMinutes = 60,
) -> "State[Any]":
    """Take in articles from folders beside the inbox, once, and publish them."""
    return run_unattended(_settings(), Job(paths=tuple(paths), wait_seconds=wait_minutes * _SECONDS_A_MINUTE))


_FLOWS: Sequence["Flow[..., Any]"] = (ingest_and_publish, maintenance, reprocess, backfill)


async def register(runner: Runner, settings: Settings, *, is_own_server: bool) -> list[UUID]:
    """Give the runner its deployments; gives their ids. Raises UsageError for a cron line that Prefect refuses."""
    name = deployment_name(settings, is_own_server=is_own_server)
    schedules = {"ingest-and-publish": settings.schedules.ingest, "maintenance": settings.schedules.maintenance}
    ids = []
    for one in _FLOWS:
        is_scheduled = one.name in schedules
        # a run that is due while the last one still works is skipped; one asked for by hand waits
        collision = ConcurrencyLimitStrategy.CANCEL_NEW if is_scheduled else ConcurrencyLimitStrategy.ENQUEUE
        deployment_id = await runner.aadd_flow(
            one,
            name=name,
            schedules=_schedules(schedules.get(one.name, "off"), settings.schedules.time_zone),
            tags=home_tags(settings),
            description=one.description,
            concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=collision),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        ids.append(deployment_id)
    await _drop_schedules(
        [one for one, flow in zip(ids, _FLOWS, strict=True) if schedules.get(flow.name, "off") == "off"]
    )
    return ids


async def _drop_schedules(deployment_ids: Sequence[UUID]) -> None:
    """Take away what an earlier registration left: one without schedules leaves the former ones in place."""
    async with get_client() as client:
        for deployment_id in deployment_ids:
            for schedule in await client.read_deployment_schedules(deployment_id):
                await client.delete_deployment_schedule(deployment_id, schedule.id)


def _schedules(text: str, time_zone: str) -> list[Any]:
    if text == "off":
        return []
    seconds = interval_seconds(text)
    try:
        if seconds:
            first = datetime.now(UTC) + _FIRST_RUN  # what came while nothing served does not wait a whole interval
            return [construct_schedule(interval=seconds, anchor_date=first, timezone=time_zone)]
        return [construct_schedule(cron=text, timezone=time_zone)]
    except ValueError as error:
        raise UsageError(f"schedule {text!r} is no cron line: {error}") from error


def _settings() -> Settings:
    """The settings of the home that `dragoman serve` was started for, read anew for each run."""
    return load_settings(Path(os.environ["DRAGOMAN_HOME"]))
