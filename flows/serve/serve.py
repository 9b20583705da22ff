"""`dragoman serve`: a server, the deployments, and a runner that works them off, until a signal ends all three."""

import asyncio
import contextlib
import fcntl
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flows.errors import DragomanError
from flows.home import Home
from flows.prefect_run import refusal, served_address
from flows.serve.environment import use_quietly
from flows.serve.server import OwnServer, await_configured, last_words, start_server
from flows.settings import Settings

if TYPE_CHECKING:
    from prefect.runner import Runner

_POLL_SECONDS = 5.0
_UPKEEP_SECONDS = 20.0
_STOP_SECONDS = 20.0
_CHILD_SECONDS = 3.0
_PAUSE = 0.3


@dataclass
class Stopper:
    """Notes that a signal asked to stop; a second one changes nothing."""

    is_stopping: bool = False
    event: asyncio.Event = field(default_factory=asyncio.Event)

    def stop(self) -> None:
        """Ask to stop."""
        self.is_stopping = True
        self.event.set()

    def listen(self) -> None:
        """Take SIGTERM and SIGINT from whoever has them."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve the home until SIGTERM or SIGINT; `say` gets lines for the person who started it.

    Raises DragomanError where another `dragoman serve` has the home, or where the server or the runner fails.
    """
    home = Home(settings.home.resolve())
    home.create()
    os.environ["DRAGOMAN_HOME"] = str(home.root)
    stopper = Stopper()
    stopper.listen()
    with _only_one(home):
        configured = os.environ.get("PREFECT_API_URL")
        server: OwnServer | None = None
        try:
            if configured:
                say(f"Using the Prefect server at {configured}")
                await asyncio.to_thread(await_configured, configured, lambda: stopper.is_stopping)
            else:
                say("Starting the monitoring UI …")
                server = await asyncio.to_thread(start_server, home, settings, lambda: stopper.is_stopping)
            address = configured or (server.address if server else "")
            if not stopper.is_stopping:
                with _noted(home, address):
                    await _run(settings, home, address, server, stopper, say)
        finally:
            if server:
                await asyncio.to_thread(server.stop)
    say("Stopped.")


async def _run(
    settings: Settings, home: Home, address: str, server: OwnServer | None, stopper: Stopper, say: Callable[[str], None]
) -> None:
    """Register the deployments and work them off until something ends."""
    use_quietly(address)
    from prefect.client.orchestration import get_client
    from prefect.exceptions import PrefectHTTPStatusError
    from prefect.runner import Runner

    from flows.serve.artifacts import ui_address
    from flows.serve.deployments import register
    from flows.serve.upkeep import deployments_of, mark_crashed_runs, skip_late_runs

    runner = Runner(name="dragoman", limit=1, pause_on_shutdown=False, query_seconds=_POLL_SECONDS)
    async with get_client() as client:
        try:
            # registering anew drops the runs that an earlier schedule still has
            skipped = await skip_late_runs(client, await deployments_of(client, settings), because="nothing served")
            ids = await register(runner, settings, is_own_server=server is not None)
        except PrefectHTTPStatusError as error:
            raise refusal(address, error.response.status_code) from error
        crashed = await mark_crashed_runs(client, settings, orphaned=ids)
    if crashed:
        say(f"{len(crashed)} runs lost their process and are marked as crashed; the next one goes on where they were")
    if skipped:
        say(f"{skipped} runs that were due while nothing served are skipped")
    working = asyncio.create_task(runner.start())
    while not runner.started and not working.done():  # noqa: ASYNC110 - the runner has no event to wait for
        await asyncio.sleep(_PAUSE)
    stopper.listen()  # the runner has put its own handler in place
    for line in _welcome(settings, home, ui_address(settings)):
        say(line)
    upkeep = asyncio.create_task(_keep_up(settings, runner, ids))
    try:
        await _first_end(stopper, working, server)
    finally:
        upkeep.cancel()
        await _stop(runner, working, settings, say)


async def _first_end(stopper: Stopper, working: "asyncio.Task[None]", server: OwnServer | None) -> None:
    """Wait for a signal. Raises DragomanError where the runner or the server ends by itself."""
    while not stopper.is_stopping:
        if working.done():
            error = working.exception()
            raise DragomanError(f"the runner ended ({error}): is the Prefect server still there?") from error
        if server and server.has_ended:
            raise DragomanError(f"the Prefect server ended; {server.log} says: {last_words(server.log)}")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopper.event.wait(), 1.0)


async def _keep_up(settings: Settings, runner: "Runner", ids: Sequence[UUID]) -> None:
    """While a run works, skip what falls due but the newest; else mark the runs that lost their process.

    The runner alone would work off every run that was late, one after the other; and runs of `dragoman run` can be
    lost, too.
    """
    from httpx import HTTPError
    from prefect.client.orchestration import get_client
    from prefect.exceptions import PrefectException

    from flows.serve.upkeep import mark_crashed_runs, skip_late_runs

    async with get_client() as client:
        while runner.started:
            await asyncio.sleep(_UPKEEP_SECONDS)
            with contextlib.suppress(HTTPError, PrefectException):  # the server may be away; the next time will do
                if multiprocessing.active_children():
                    await skip_late_runs(client, ids, because="another run worked")
                else:
                    await mark_crashed_runs(client, settings)


async def _stop(
    runner: "Runner", working: "asyncio.Task[None]", settings: Settings, say: Callable[[str], None]
) -> None:
    """Stop the runner and its run; what does not end by itself is killed, and the next run recovers it."""
    say("Stopping …")
    await _let_finished_run_end(settings)
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            if runner.started:
                await runner.astop()
            with contextlib.suppress(Exception):  # it has ended, with an error that _first_end reported
                await working
    except TimeoutError:
        working.cancel()
    for child in multiprocessing.active_children():
        child.terminate()
        child.join(_CHILD_SECONDS)
        if child.is_alive():
            child.kill()


async def _let_finished_run_end(settings: Settings) -> None:
    """Give a run that is over the moment that its process needs: the runner would mark it as cancelled."""
    from httpx import HTTPError
    from prefect.client.orchestration import get_client
    from prefect.exceptions import PrefectException

    from flows.serve.upkeep import runs_in_progress

    with contextlib.suppress(HTTPError, PrefectException, TimeoutError):
        async with asyncio.timeout(_CHILD_SECONDS), get_client() as client:
            if not await runs_in_progress(client, settings):
                while multiprocessing.active_children():  # noqa: ASYNC110 - a process tells nobody that it ends
                    await asyncio.sleep(_PAUSE)


def _welcome(settings: Settings, home: Home, ui: str) -> Iterator[str]:
    schedules = settings.schedules
    yield f"Monitoring UI:  {ui}"
    yield f"Inbox:          {', '.join(map(str, settings.inbox)) or home.inbox}"
    yield f"Taking in:      {schedules.ingest} ({schedules.time_zone})"
    yield f"Maintenance:    {schedules.maintenance} ({schedules.time_zone})"
    yield "Stop with Ctrl-C."


@contextlib.contextmanager
def _only_one(home: Home) -> Iterator[None]:
    """Hold the home against a second `dragoman serve`; the lock goes with the process."""
    with (home.root / ".serve.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            where = served_address(home)
            raise DragomanError(
                f"`dragoman serve` runs already for {home.root}" + (f", with its API at {where}" if where else "")
            ) from error
        yield


@contextlib.contextmanager
def _noted(home: Home, address: str) -> Iterator[None]:
    """Write down where the API is while it is there, so that `dragoman run` shows up in the UI."""
    staged: Path = home.serve_note.with_suffix(".tmp")
    staged.write_text(address + "\n", "utf-8")
    staged.replace(home.serve_note)
    try:
        yield
    finally:
        home.serve_note.unlink(missing_ok=True)
