"""SIGKILL: at random moments spread over all stages, and the moment a file appears between two steps."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults.homes import STAGES, Fixture, copy_of, kill_group, started, wait_for_line

# What a run leaves on disk from step to step: the pack beside its place and in it, the first commit of the store, the
# staged release and its log, the copy that is kept, beside its place and in it, the note of which is current, the report,
# the note of the run.
STEPS = (
    "raw/000002.tmp",
    "raw/000002.zip",
    "warehouse.duckdb.wal",
    "releases/*.staged",
    "releases/*.staged.wal",
    "releases/rl_*.duckdb",
    "releases/*.copy",
    "releases/current.tmp",
    "reports/.run_*.tmp",
    ".runs.jsonl.tmp",
)
_PATIENCE = 120.0  # seconds for a file to appear
_POLL = 0.0002


@dataclass(frozen=True, slots=True)
class Kill:
    """When to kill: so long into a stage, or when a step's file appears; the process alone or with its helpers."""

    stage: str
    fraction: float
    step: str | None
    alone: bool

    @property
    def name(self) -> str:
        """What the fault is called in the table."""
        who = "the process alone" if self.alone else "with its helpers"
        if self.step:
            return f"kill -9 ({who}) when {self.step} appears, {1000 * self.fraction:.0f} ms later"
        return f"kill -9 ({who}) in {self.stage} at {self.fraction:.0%}"


def planned(count: int, seed: int) -> list[Kill]:
    """`count` kills spread over all stages and what comes after them, and two for each step."""
    chance = random.Random(seed)  # noqa: S311 - moments to kill, no secret
    moments = (*STAGES, "end")
    kills = [Kill(moments[n % len(moments)], chance.random(), None, chance.random() < 0.5) for n in range(count)]  # noqa: PLR2004
    return kills + [Kill("", 0.02 * n * chance.random(), step, alone=bool(n)) for step in STEPS for n in (0, 1)]


def killed(fixture: Fixture, target: Path, kill: Kill, seconds: dict[str, float]) -> Path:
    """A copy of the fixture's home on which a run was killed."""
    home = copy_of(fixture, target)
    known = {path.name for path in (home / "releases").iterdir()}
    with started(home) as process:
        if kill.step:
            _wait_for_file(process, home, kill.step, known)
            time.sleep(kill.fraction)
        else:
            _wait_for_moment(process, kill, seconds)
        if kill.alone:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            time.sleep(0.05)
        else:
            kill_group(process)
    return home


def _wait_for_moment(process: subprocess.Popen[str], kill: Kill, seconds: dict[str, float]) -> None:
    former: Sequence[str] = (*STAGES, "end")[: (*STAGES, "end").index(kill.stage)]
    if former and former[-1] != "start":
        wait_for_line(process, former[-1])
    elif former:  # ingest is over as soon as it can be seen: aim at the end of what comes before it
        time.sleep(seconds["start"] * (0.9 + 0.1 * kill.fraction))
        return
    time.sleep(seconds[kill.stage] * kill.fraction)


def _wait_for_file(process: subprocess.Popen[str], home: Path, step: str, known: set[str]) -> None:
    until = time.monotonic() + _PATIENCE
    folder, _, pattern = step.rpartition("/")
    start, _, end = pattern.partition("*")
    while time.monotonic() < until and process.poll() is None:
        try:
            names = os.listdir(home / folder)  # noqa: PTH208 - polled thousands of times a second
        except FileNotFoundError:
            names = []
        if any(name.startswith(start) and name.endswith(end) and name not in known for name in names):
            return
        time.sleep(_POLL)
