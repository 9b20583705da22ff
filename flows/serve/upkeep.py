"""What nobody else marks: runs that were due while nothing served, and runs whose process is gone."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    DeploymentFilterTags,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Cancelled, Crashed

from flows.home import Home, HomeBusyError
from flows.serve.artifacts import ui_address
from flows.serve.names import home_tag, home_tags
from flows.serve.notify import notify
from flows.settings import Settings

_GONE = "Its process is gone: it was killed, or the machine went down; the next run goes on where it was"
_STARTING = timedelta(minutes=2)  # so long a run may be under way before it holds the home
_IN_PROGRESS = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]


async def deployments_of(client: PrefectClient, settings: Settings) -> list[UUID]:
    """The deployments that were registered for this home, now or before."""
    tagged = DeploymentFilter(tags=DeploymentFilterTags(all_=home_tags(settings)))
    return [one.id for one in await client.read_deployments(deployment_filter=tagged)]


async def skip_late_runs(client: PrefectClient, deployment_ids: Sequence[UUID], *, because: str) -> int:
    """Of scheduled runs that were due before now, keep the newest of each deployment and skip the others.

    `because` says in the UI what they were due under; gives how many were skipped.
    """
    if not deployment_ids:
        return 0  # an empty filter would mean all there are
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
        await client.update_flow_run(run.id, name=f"skipped, due {run.expected_start_time:%Y-%m-%d %H:%M}")
        message = f"Skipped: it was due while {because}; a later run takes in what came meanwhile"
        await client.set_flow_run_state(run.id, Cancelled(name="Skipped", message=message), force=True)
    return len(late)


async def mark_crashed_runs(
    client: PrefectClient,
    settings: Settings,
    *,
    orphaned: Collection[UUID] = (),
    older_than: timedelta = _STARTING,
) -> list[FlowRun]:
    """Mark the runs of this home that have no process any more, and tell somebody; gives them.

    A process that works holds the home, so where nobody holds it only runs that have just begun can be alive. Of the
    deployments in `orphaned` none can: their runner is gone.
    """
    home = Home(settings.home.resolve())
    if _is_held(home):
        return []
    runs = await runs_in_progress(client, settings)
    young = datetime.now(UTC) - older_than
    gone = [run for run in runs if run.deployment_id in orphaned or run.state is None or run.state.timestamp < young]
    for run in gone:
        await client.set_flow_run_state(run.id, Crashed(message=_GONE), force=True)
        notify(settings, "crashed", f"{run.name}: {_GONE}", {"url": f"{ui_address(settings)}/runs/flow-run/{run.id}"})
    return gone


async def runs_in_progress(client: PrefectClient, settings: Settings) -> list[FlowRun]:
    """The runs of this home that the server takes to be under way."""
    tagged = FlowRunFilter(
        tags=FlowRunFilterTags(all_=[home_tag(settings)]),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_IN_PROGRESS)),
    )
    return await client.read_flow_runs(flow_run_filter=tagged)


def _in_states(types: list[StateType]) -> FlowRunFilter:
    return FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=types)))


def _is_held(home: Home) -> bool:
    try:
        with home.locked("dragoman serve, looking for crashed runs"):
            return False
    except HomeBusyError:
        return True
