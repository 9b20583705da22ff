"""Dragoman run as a user runs it: files in, published tables out, in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("dragoman")
# The code beside this benchmark is measured, whichever checkout is installed.
_PROJECT = Path(__file__).parents[2]
# The gate held the release back, or the run failed: both are told in the summary.
_FINISHED = (0, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """How one run of `dragoman run` went; `peak_mb` is the largest resident set of it or of one of its children."""

    returncode: int
    seconds: float
    peak_mb: float
    summary: dict[str, Any] | None
    errors: str

    @property
    def finished(self) -> bool:
        """Whether it ended by itself with a summary."""
        return self.returncode in _FINISHED and self.summary is not None

    @property
    def trouble(self) -> str | None:
        """What a reader of the table must know: that the run failed or was held back."""
        if not self.finished:
            return f"dragoman run failed (exit {self.returncode}): {self.errors.strip()[-400:]}"
        status = (self.summary or {}).get("status")
        return None if status in ("published", "unchanged") else f"dragoman run: {status} {self.errors.strip()[-400:]}"


def run_dragoman(folder: Path, home: Path) -> Run:
    """Run the console script over `folder` into `home`."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own console script
            [COMMAND, "run", folder, "--home", home, "--json"],
            stdout=output,
            stderr=errors,
            cwd=home.parent,
            env={**os.environ, "PYTHONPATH": str(_PROJECT)},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        output.seek(0)
        errors.seek(0)
        printed, told = output.read().decode(errors="replace"), errors.read().decode(errors="replace")
    return Run(process.returncode, seconds, usage.ru_maxrss / 1024, _summary(printed), told)


def _summary(printed: str) -> dict[str, Any] | None:
    lines = printed.strip().splitlines()
    if not lines or not lines[-1].startswith("{"):
        return None
    try:
        summary = json.loads(lines[-1])
    except json.JSONDecodeError:
        return None
    return summary if isinstance(summary, dict) else None
