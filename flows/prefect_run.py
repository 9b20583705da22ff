"""The same stage functions under Prefect, one task a stage, where a server is configured and reachable."""

import os
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from flows.errors import DragomanError
from flows.home import Home
from flows.pipeline import Job, RunResult
from flows.progress import Reporter
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.serve.run_flow import Outcome

_HEALTH_SECONDS = 2.0
_OK = 200
_UNAUTHORIZED = 401


def reachable_server(settings: Settings) -> str | None:
    """The API address of the server that PREFECT_API_URL names or that `dragoman serve` runs, if it answers."""
    address = os.environ.get("PREFECT_API_URL") or served_address(Home(settings.home))
    return address if address and answers(address) else None


def answers(address: str) -> bool:
    """Whether a Prefect server answers at this API address."""
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/health", timeout=_HEALTH_SECONDS) as answer:  # noqa: S310 - the address is the user's own setting
            return bool(answer.status == _OK)
    except (urllib.error.URLError, OSError, ValueError):
        return False


def served_address(home: Home) -> str | None:
    """The address that a running `dragoman serve` of this home has written down."""
    return home.serve_note.read_text("utf-8").strip() if home.serve_note.is_file() else None


def run_under_prefect(address: str, settings: Settings, job: Job, reporter: Reporter) -> RunResult:
    """Run the main job as one flow run with a task for each stage.

    Raises what the job itself raises; the flow run shows it as failed.
    """
    from flows.serve.environment import use_quietly

    use_quietly(address)
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")  # the terminal has its own lines
    from prefect import flow, tags
    from prefect.client.schemas.objects import State
    from prefect.exceptions import PrefectHTTPStatusError

    from flows.serve.names import home_tags, run_name
    from flows.serve.run_flow import run_in_flow

    outcomes: list[Outcome] = []
    name = _flow_name(job)

    @flow(name=name, flow_run_name=run_name, validate_parameters=False, persist_result=False)
    def main_job() -> State:
        outcome = run_in_flow(settings, job, reporter)
        outcomes.append(outcome)
        return outcome.state

    try:
        with tags(*home_tags(settings)):
            state = main_job(return_state=True)
    except PrefectHTTPStatusError as error:
        raise refusal(address, error.response.status_code) from error
    if not outcomes:  # the flow itself failed, before or around the job
        state.result(raise_on_failure=True)
    return outcomes[0].result_or_raise()


def refusal(address: str, status: int) -> DragomanError:
    """What it means that the server at `address` answers with this HTTP status."""
    if status == _UNAUTHORIZED:
        text = "asks for a password: set PREFECT_API_AUTH_STRING=user:password"
    else:
        text = f"answers {status}: look at its log, or unset PREFECT_API_URL to do without it"
    return DragomanError(f"the Prefect server at {address} {text}")


def _flow_name(job: Job) -> str:
    if job.reprocess:
        return "reprocess"
    return "retract" if job.retract else "ingest-and-publish"
