"""Runs under the server that `dragoman serve` started, from another process: as `dragoman run` does them."""

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from homes import MEETING, STRIKE, write
from rich.console import Console
from serving import Listener, Served, wait_for

from flows.errors import DragomanError
from flows.home import Home, HomeBusyError
from flows.pipeline import Job, RunResult
from flows.prefect_run import reachable_server, run_under_prefect
from flows.progress import PlainReporter
from flows.settings import Notify, Settings
from warehouse.store import WorkingStore

pytestmark = pytest.mark.slow


@pytest.fixture
def client_of(served: Served) -> Iterator[Served]:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: served.address}):
        yield served


def run(served: Served, home: Path, **settings: Any) -> RunResult:
    reporter = PlainReporter(Console(quiet=True))
    return run_under_prefect(served.address, Settings(home=home, **settings), Job(), reporter)


def last_run(served: Served, home: Path) -> Any:
    from flows.serve.names import home_tag

    return served.runs(tags={"all_": [home_tag(Settings(home=home))]})[0]


def test_the_address_is_found_while_serve_runs(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert reachable_server(Settings(home=served.home)) == served.address
    assert reachable_server(Settings(home=tmp_path)) is None
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert reachable_server(Settings(home=served.home)) is None


def test_a_held_release_shows_as_held_and_somebody_is_told(
    client_of: Served, listener: Listener, tmp_path: Path
) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    assert run(client_of, tmp_path).status == "published"
    assert last_run(client_of, tmp_path)["state_type"] == "COMPLETED"
    with WorkingStore(tmp_path / "warehouse.duckdb") as store:
        store.connection.execute("UPDATE sentences SET char_start = char_start + 1")
    write(tmp_path, "strike.txt", STRIKE)
    result = run(client_of, tmp_path, notify=Notify(webhook=listener.address))
    shown = last_run(client_of, tmp_path)
    assert result.status == "held"
    assert (shown["state_type"], shown["state_name"]) == ("FAILED", "Held")
    told = [one for one in listener.received if one["event"] == "dragoman.run.held" and one["home"] == str(tmp_path)]
    assert len(told) == 1
    assert told[0]["failed_checks"]
    found = client_of.ask("/artifacts/filter", artifacts={"flow_run_id": {"any_": [shown["id"]]}})
    summary = next(one["data"] for one in found if one["key"] == "run-summary")
    assert "Held back" in summary
    assert "--without" in summary
    question = {"event": {"name": ["dragoman.run.held"]}}
    events = wait_for(lambda: client_of.ask("/events/filter", filter=question)["events"])
    assert [one["payload"]["failed_checks"] for one in events] == [told[0]["failed_checks"]]


def test_a_run_of_a_home_that_is_busy_is_skipped_and_says_so(client_of: Served, tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.create()
    with home.locked("the night shift"), pytest.raises(HomeBusyError, match="night shift"):
        run(client_of, tmp_path)
    shown = last_run(client_of, tmp_path)
    assert (shown["state_type"], shown["state_name"]) == ("CANCELLED", "Skipped")
    assert "the night shift" in shown["state"]["message"]


def test_a_run_that_fails_shows_why(client_of: Served, tmp_path: Path) -> None:
    (tmp_path / "inbox").write_text("a file where the folder should be")
    with pytest.raises(DragomanError, match="cannot write"):
        run(client_of, tmp_path)
    shown = last_run(client_of, tmp_path)
    assert shown["state_type"] == "FAILED"
    assert "cannot write" in shown["state"]["message"]


def test_a_run_without_a_process_is_marked_as_crashed(client_of: Served, tmp_path: Path) -> None:
    from prefect import flow
    from prefect.client.orchestration import get_client
    from prefect.states import Running

    from flows.serve.names import home_tags
    from flows.serve.upkeep import mark_crashed_runs

    settings = Settings(home=tmp_path, notify=Notify(webhook=client_of.listener.address))
    home = Home(tmp_path)
    home.create()

    async def leave_one_running() -> list[Any]:
        async with get_client() as client:
            lost = flow(lambda: None, name="lost")
            await client.create_flow_run(lost, state=Running(), tags=home_tags(settings))
            with home.locked("somebody"):
                assert await mark_crashed_runs(client, settings, older_than=timedelta()) == []
            assert await mark_crashed_runs(client, settings) == []  # it has only just begun
            return await mark_crashed_runs(client, settings, older_than=timedelta())

    marked = asyncio.run(leave_one_running())
    shown = client_of.runs(id={"any_": [str(marked[0].id)]})[0]
    assert shown["state_type"] == "CRASHED"
    told = [one for one in client_of.listener.received if one["home"] == str(tmp_path)]
    assert [one["event"] for one in told] == ["dragoman.run.crashed"]


def in_a_flow(job: Callable[[], Any]) -> Any:
    """What `job` gives inside a real flow run."""
    from prefect import flow

    return flow(job, name="attempts", validate_parameters=False, persist_result=False)(return_state=True)


@pytest.mark.usefixtures("client_of")
def test_only_errors_of_io_are_tried_again_and_not_for_ever(tmp_path: Path) -> None:
    from prefect.states import Completed

    from flows.serve.run_flow import Outcome, _with_retries

    settings = Settings(home=tmp_path, io_retries=2, io_retry_seconds=0.2)
    tried: list[float] = []

    def failing(error: Exception, times: int) -> Callable[[], Outcome]:
        def attempt() -> Outcome:
            tried.append(time.monotonic())
            if len(tried) <= times:
                raise error
            return Outcome(Completed(message=f"at attempt {len(tried)}"))

        return attempt

    mended = in_a_flow(lambda: _with_retries(settings, failing(OSError("the folder is away"), 2)).state)
    assert (mended.type, mended.message) == ("COMPLETED", "at attempt 3")
    first, second, third = tried
    assert second - first >= 0.2
    assert third - second >= 0.4  # each pause is twice the one before
    tried.clear()
    assert in_a_flow(lambda: _with_retries(settings, failing(OSError("the folder is away"), 9)).state).type == "FAILED"
    assert len(tried) == 3
    tried.clear()
    assert in_a_flow(lambda: _with_retries(settings, failing(ValueError("a defect"), 9)).state).type == "FAILED"
    assert len(tried) == 1


def hurried(address: str, settings: Settings) -> tuple[str, str, str]:
    """Type, name and message of the state of a scheduled run under these settings."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows.serve.run_flow import run_unattended

    with temporary_settings({PREFECT_API_URL: address}):
        state = in_a_flow(lambda: run_unattended(settings, Job(wait_seconds=60)))
    return state.type.value, state.name, state.message


def test_a_run_that_takes_too_long_is_given_up_and_the_next_one_goes_on(client_of: Served, tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    home = Home(tmp_path)
    home.create()
    hasty = Settings(home=tmp_path, timeout_minutes=0.05, notify=Notify(webhook=client_of.listener.address))
    # A process of its own, as each scheduled run has; it waits for the home, which a signal can end at any moment.
    with home.locked("the night shift"), ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        state_type, name, message = apart.submit(hurried, client_of.address, hasty).result(120)
    assert (state_type, name) == ("FAILED", "TimedOut")
    assert "the next run goes on where this one was" in message
    told = [one["event"] for one in client_of.listener.received if one["home"] == str(tmp_path)]
    assert told == ["dragoman.run.failed"]
    assert run(client_of, tmp_path).articles_new == 1


def test_a_run_of_many_batches_shows_its_progress(client_of: Served, tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    assert run(client_of, tmp_path, batch_articles=1).status == "published"
    question = {"flow_run_id": {"any_": [last_run(client_of, tmp_path)["id"]]}, "key": {"any_": ["progress"]}}
    (bar,) = client_of.ask("/artifacts/filter", artifacts=question)
    assert (bar["type"], float(bar["data"]), bar["description"]) == ("progress", 100.0, "extract: 2 of 2")
