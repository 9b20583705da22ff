"""A running `dragoman serve` for the tests, in a module that other processes can import by its name."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

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
