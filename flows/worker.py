"""A process of its own that answers requests: both ends of it.

The parent talks to it through two pipes (`python -m MODULE`), so it needs neither fork nor shared memory, and works from any
thread. When the parent ends, however it ends, the pipe ends, and a watching thread ends this process.
"""

import os
import pickle
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import Any, BinaryIO

from flows.errors import DragomanError


class WorkerDiedError(DragomanError):
    """A worker process ended, or could not answer."""


class Worker:
    """The parent's end. The process starts at once; what it is asked meanwhile waits for it."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    @property
    def process_id(self) -> int:
        """The process."""
        return self._process.pid

    def ask(self, request: object) -> Any:
        """The answer to a request. Raises WorkerDiedError where the process was killed or failed."""
        process = self._process
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(request, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            kind, answer = pickle.load(process.stdout)  # noqa: S301 - from our own worker
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(
                f"a worker process ended (exit code {self._end()}): run again; if it was out of memory, "
                "lower the setting memory_limit_mb"
            ) from error
        if kind == "error":
            raise WorkerDiedError(f"a worker process failed:\n{answer}")
        return answer

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()

    def close(self) -> None:
        """Let go of it once it is killed."""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]

    def _end(self) -> int:
        """The exit code of a process that ended by itself, or after a moment is made to."""
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


def answer_requests(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """The process's end: answer each request by the function that `prepare` loads, until there can be no more."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    inbox = _Inbox(requests)
    answer_one = prepare()
    while True:
        answer: tuple[str, Any]
        try:
            answer = ("answer", answer_one(inbox.take()))
        except Exception:  # noqa: BLE001 - the parent raises it again
            answer = ("error", traceback.format_exc())
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()
        del answer


class _Inbox:
    """Requests read ahead by a thread that ends the process when there can be no more."""

    def __init__(self, requests: BinaryIO) -> None:
        self._waiting: deque[Any] = deque()
        self._changed = Condition()
        Thread(target=self._read, args=(requests,), daemon=True).start()

    def take(self) -> Any:
        """The next request, waiting for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting)
            return self._waiting.popleft()

    def _read(self, requests: BinaryIO) -> None:
        while True:
            try:
                request = pickle.load(requests)  # noqa: S301 - from the parent alone
            except (EOFError, pickle.UnpicklingError):
                os._exit(0)
            with self._changed:
                self._waiting.append(request)
                self._changed.notify()
