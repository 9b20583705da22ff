"""What nobody else marks: runs that were due while nothing served, and runs whose process is gone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Cancelled, Crashed

from flows.home import Home, HomeBusyError

STARTING = timedelta(minutes=2)  # so long a run may be under way before it holds the home
_IN_PROGRESS = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]


async def skip_late_runs(client: PrefectClient, deployment_ids: Sequence[UUID]) -> int:
    """Of scheduled runs that were due before now, keep the newest of each deployment and skip the others."""
    now = datetime.now(UTC)
    runs = await client.read_flow_runs(
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(deployment_ids))),
        flow_run_filter=_in_states([StateType.SCHEDULED]),
    )
    due = [run for run in runs if run.auto_scheduled and run.expected_start_time and run.expected_start_time < now]
    due.sort(key=lambda run: run.expected_start_time or now)
    newest = {run.deployment_id: run.id for run in due}
    late = [run for run in due if newest[run.deployment_id] != run.id]
    for run in late:
        message = "Skipped: it was due while nothing served; a later run takes in what came meanwhile"
        await client.set_flow_run_state(run.id, Cancelled(name="Skipped", message=message), force=True)
    return len(late)


async def mark_crashed_runs(
    client: PrefectClient, home: Home, tag: str, older_than: timedelta = STARTING
) -> list[FlowRun]:
    """Mark the runs of this home that have no process any more; gives them.

    A process that works holds the home, so where nobody holds it only runs that have just begun can be alive.
    """
    if _is_held(home):
        return []
    tagged = FlowRunFilter(
        tags=FlowRunFilterTags(all_=[tag]), state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_IN_PROGRESS))
    )
    runs = await client.read_flow_runs(flow_run_filter=tagged)
    young = datetime.now(UTC) - older_than
    gone = [run for run in runs if run.state is None or run.state.timestamp < young]
    for run in gone:
        message = "Its process is gone: it was killed, or the machine went down; the next run goes on where it was"
        await client.set_flow_run_state(run.id, Crashed(message=message), force=True)
    return gone


def _in_states(types: list[StateType]) -> FlowRunFilter:
    return FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=types)))


def _is_held(home: Home) -> bool:
    try:
        with home.locked("dragoman serve, looking for crashed runs"):
            return False
    except HomeBusyError:
        return True
