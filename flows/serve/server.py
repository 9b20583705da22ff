"""Finding the Prefect server to use, or starting one of our own."""

import ipaddress
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows.errors import DragomanError, UsageError
from flows.home import Home
from flows.prefect_run import answers
from flows.serve.environment import server_environment
from flows.settings import Server, Settings

_START_SECONDS = 180.0  # the first start makes the database: 10 s on an idle machine
_REACH_SECONDS = 120.0  # a configured server may be starting too
_STOP_SECONDS = 6.0
_PAUSE = 0.3
_LOG_LINES = 2


@dataclass
class OwnServer:
    """A server that this process started and stops."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def has_ended(self) -> bool:
        """Whether it ended by itself."""
        return self.process.poll() is not None

    def stop(self) -> None:
        """End it, by force after some seconds."""
        if self.has_ended:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def await_configured(address: str, is_stopping: Callable[[], bool]) -> None:
    """Wait until the configured server answers. Raises DragomanError where it does not for two minutes."""
    until = time.monotonic() + _REACH_SECONDS
    while not answers(address):
        if is_stopping():
            return
        if time.monotonic() > until:
            raise DragomanError(
                f"no Prefect server answers at {address}: start it, or unset PREFECT_API_URL to have one started here"
            )
        time.sleep(_PAUSE)


def start_server(home: Home, settings: Settings, is_stopping: Callable[[], bool]) -> OwnServer:
    """Start a server that keeps everything below the home, and wait until it answers.

    Raises UsageError where it would be open to other machines without a password, DragomanError where it fails.
    """
    _require_password(settings.server)
    folder = home.root / "prefect"
    folder.mkdir(parents=True, exist_ok=True)
    host = settings.server.host
    port = _free_port(host, settings.server.port)
    reached = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    address = f"http://{reached}:{port}/api"
    command = [sys.executable, "-m", "flows.serve.app", "--host", host, "--port", str(port)]
    command += ["--reports", str(home.reports), "--parent", str(os.getpid())]
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            env=server_environment(folder, address, settings.keep_run_days),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that Ctrl-C reaches it through us, after the runs are stopped
        )
    server = OwnServer(address, process, log)
    try:
        _await_start(server, is_stopping)
    except BaseException:
        server.stop()
        raise
    return server


def last_words(log: Path) -> str:
    """What a server's log ends with: the newest lines that are not the inside of a traceback, in one."""
    lines = log.read_text("utf-8", "replace").splitlines()
    return " / ".join([line.strip() for line in lines if line.strip() and not line.startswith(" ")][-_LOG_LINES:])


def _await_start(server: OwnServer, is_stopping: Callable[[], bool]) -> None:
    until = time.monotonic() + _START_SECONDS
    while not answers(server.address) and not is_stopping():
        if server.has_ended or time.monotonic() > until:
            raise DragomanError(f"the Prefect server did not start; {server.log} says: {last_words(server.log)}")
        time.sleep(_PAUSE)


def _require_password(server: Server) -> None:
    try:
        is_local = server.host == "localhost" or ipaddress.ip_address(server.host).is_loopback
    except ValueError:
        is_local = False
    if not is_local and not os.environ.get("PREFECT_SERVER_API_AUTH_STRING"):
        raise UsageError(
            f"server.host = {server.host!r} opens the UI to other machines: set a password first, as "
            "PREFECT_SERVER_API_AUTH_STRING=user:password in the environment"
        )


def _free_port(host: str, wanted: int) -> int:
    """`wanted`, or a port that the system picks where that one is in use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in (wanted, 0):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if port == 0:
                    raise DragomanError(f"cannot listen at {host} ({error.strerror}): change server.host") from error
            else:
                return int(probe.getsockname()[1])
    raise AssertionError("the loop returns or raises")
