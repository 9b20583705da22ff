"""How a run shows what it is doing: bars on a terminal, plain lines elsewhere, log lines under Prefect."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn


class Reporter(Protocol):
    """Told of each stage as it starts, moves and ends."""

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins; `total` is how many items it has, where that is known."""

    def advance(self, stage: str, count: int) -> None:
        """So many more items are done."""

    def finish(self, stage: str, message: str) -> None:
        """A stage is done; `message` says in a few words what came of it."""


class PlainReporter:
    """One line a finished stage, for logs and pipes."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._started: dict[str, float] = {}

    def start(self, stage: str, total: int | None) -> None:
        """Remember when."""
        del total
        self._started[stage] = time.monotonic()

    def advance(self, stage: str, count: int) -> None:
        """Say nothing until the stage ends."""

    def finish(self, stage: str, message: str) -> None:
        """Say what came of it and how long it took."""
        seconds = time.monotonic() - self._started.get(stage, time.monotonic())
        self.console.print(f"{stage:<8} {message} ({seconds:.1f} s)", highlight=False, markup=False, soft_wrap=True)


class BarReporter:
    """A bar a stage, for terminals."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._tasks: dict[str, TaskID] = {}

    def start(self, stage: str, total: int | None) -> None:
        """Show the bar."""
        self._tasks[stage] = self.progress.add_task(stage, total=total, message="")

    def advance(self, stage: str, count: int) -> None:
        """Move the bar."""
        self.progress.advance(self._tasks[stage], count)

    def finish(self, stage: str, message: str) -> None:
        """Fill the bar and say what came of it."""
        task = self._tasks[stage]
        total = self.progress.tasks[self.progress.task_ids.index(task)].total or 1
        self.progress.update(task, total=total, completed=total, message=message)


@contextmanager
def reporter(console: Console) -> Iterator[Reporter]:
    """Bars where `console` is a terminal, plain lines where it is not."""
    if not console.is_terminal:
        yield PlainReporter(console)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<8}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[message]}"),
    )
    with Progress(*columns, console=console) as progress:
        yield BarReporter(progress)
