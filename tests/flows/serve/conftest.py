import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import loads
from pathlib import Path
from typing import Any

import httpx
import pytest
from homes import MEETING, STRIKE, write

SETTINGS = """\
[schedules]
ingest = "every 10 seconds"
maintenance = "off"
[server]
port = {port}
[notify]
on = ["published", "held", "failed", "crashed"]
webhook = "{webhook}"
"""


@dataclass
class Listener:
    """A web server that keeps what is posted to it."""

    address: str
    received: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Served:
    """A running `dragoman serve`."""

    home: Path
    process: "subprocess.Popen[bytes]"
    listener: Listener

    @property
    def address(self) -> str:
        return (self.home / "serve.url").read_text().strip()

    def ask(self, path: str, **question: Any) -> Any:
        answer = httpx.post(f"{self.address}{path}", json=question, timeout=30)
        answer.raise_for_status()
        return answer.json()

    def runs(self, **criteria: Any) -> list[Any]:
        return list(self.ask("/flow_runs/filter", sort="START_TIME_DESC", flow_runs=criteria))


def wait_for(holds: Callable[[], Any], seconds: float = 300.0) -> Any:
    until = time.monotonic() + seconds
    while not (value := holds()):
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.3)
    return value


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path, **environment: str) -> "subprocess.Popen[bytes]":
    """`dragoman serve`, as a user starts it; what it says is kept in HOME/serve.log."""
    command = [str(Path(sys.executable).parent / "dragoman"), "serve", "--home", str(home)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DRAGOMAN_"))}
    with (home / "serve.log").open("ab") as log:
        return subprocess.Popen(command, env={**clean, **environment}, stdout=log, stderr=log)


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.received.append(loads(body))
            self.send_response(500 if self.path == "/broken" else 204)
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        heard = Listener(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield heard
        server.shutdown()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, listener: Listener) -> Iterator[Served]:
    """`dragoman serve` on a home of its own, once its schedule has published what lay in the inbox."""
    home = tmp_path_factory.mktemp("served")
    write(home, "meeting.txt", MEETING)
    write(home, "strike.txt", STRIKE)
    write(home, "broken.json", "{")
    (home / "dragoman.toml").write_text(SETTINGS.format(port=free_port(), webhook=listener.address))
    process = start(home)
    served = Served(home, process, listener)
    try:
        wait_for(lambda: (home / "serve.url").exists() or process.poll() is not None)
        assert process.poll() is None, (home / "serve.log").read_text()
        wait_for(lambda: served.runs(state={"type": {"any_": ["COMPLETED"]}}))
        yield served
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0, "SIGTERM did not stop it cleanly"
        assert not (home / "serve.url").exists()
        left = subprocess.run(["pgrep", "-f", str(home)], capture_output=True, text=True, check=False).stdout
        assert left == "", "a process was left behind"
    finally:
        process.kill()
        shutil.rmtree(home / "prefect", ignore_errors=True)
