"""Run a command and say how long it and all its processes took, and how much memory they held together."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.2  # seconds between looks at the memory


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took. `peak_mb` is the largest sum of the proportional set sizes (shared pages once), in MB."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def measure(command: Sequence[str], code: Path | None = None) -> Measured:
    """Run `command` to its end, with the packages in the folder `code` before others. Raises CalledProcessError."""
    environment = {**os.environ, "PYTHONPATH": str(code)} if code else None
    before = os.times()
    started = time.monotonic()
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(
            list(command), stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=code
        ) as process,
    ):
        peaks = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
        watcher.start()
        output, _ = process.communicate()
        errors.seek(0)
        said = errors.read()
    wall = time.monotonic() - started
    after = os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), output, said)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(wall, cpu, max(peaks), output)


def _watch(process: subprocess.Popen[str], peaks: list[float]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], sum(map(_proportional_mb, _family(process.pid))))
        time.sleep(_PAUSE)


def _family(root: int) -> list[int]:
    """The process and all that descend from it."""
    found, waiting = [], [root]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                waiting += map(int, task.read_text("ascii").split())
            except OSError:
                continue
    return found


def _proportional_mb(process_id: int) -> float:
    try:
        lines = Path(f"/proc/{process_id}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
