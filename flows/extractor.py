"""Extraction of batches: in this process while there is little, in worker processes once there is enough to gain from it."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from flows.errors import DragomanError
from flows.fingerprint import Stamps
from flows.stages.extract import Chunk, Extracted, extract_rows, joined, make_chunk
from transforms.clean.clean_document import CleanedArticle
from warehouse.result_cache import ResultCache

# Below this many articles the processes would start for longer than they work.
_FEW_ARTICLES = 40
# Articles a worker gets at once: enough for full parser batches, few enough that all workers finish together.
_CHUNK_ARTICLES = 48
_MOST_WORKERS = 4


class WorkerDiedError(DragomanError):
    """A worker process ended, or could not extract a chunk."""


class Extractor:
    """Extracts batches in order; the result does not depend on the number of workers. Use as a context manager."""

    def __init__(
        self, model: str, workers: int | None = None, cache: ResultCache | None = None, stamps: Stamps | None = None
    ) -> None:
        """`workers`: None for one a core (at most four), 0 for none. `cache` knows results that `stamps` made before."""
        self._model = model
        self._make_chunk = partial(make_chunk, cache=cache, stamps=stamps)
        self._workers = min(_cores(), _MOST_WORKERS) if workers is None else workers
        self._pool: ThreadPoolExecutor | None = None
        self._processes: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error_type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.kill()
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        for process in self._processes:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]

    @property
    def process_ids(self) -> list[int]:
        """The worker processes; none before they are needed."""
        return [process.pid for process in self._processes]

    def begin(self, cleaned: Sequence[CleanedArticle]) -> Callable[[], Extracted]:
        """Begin to extract a batch; the result is a function that waits for its rows.

        That function raises WorkerDiedError where a worker was killed or failed.
        """
        if self._workers < 1 or (self._pool is None and len(cleaned) < _FEW_ARTICLES):
            return lambda: extract_rows(self._make_chunk(cleaned), self._model)
        pool = self._pool or self._start()
        starts = range(0, max(len(cleaned), 1), _CHUNK_ARTICLES)
        chunks = (self._make_chunk(cleaned[start : start + _CHUNK_ARTICLES]) for start in starts)
        futures = [pool.submit(self._ask, chunk) for chunk in chunks]
        return lambda: _joined(futures)

    def _start(self) -> ThreadPoolExecutor:
        self._pool = ThreadPoolExecutor(self._workers, thread_name_prefix="extract")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        for _ in range(self._workers):
            process = subprocess.Popen(  # noqa: S603 - this very interpreter
                [sys.executable, "-m", "flows.extract_worker", self._model],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
            )
            self._processes.append(process)
            self._idle.put(process)
        return self._pool

    def _ask(self, chunk: Chunk) -> Extracted:
        process = self._idle.get()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(chunk, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            kind, answer = pickle.load(process.stdout)  # noqa: S301 - from our own worker
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(
                f"a worker process ended (exit code {_end(process)}): run again; if it was out of memory, "
                "set DRAGOMAN_WORKERS=1"
            ) from error
        finally:
            self._idle.put(process)
        if kind == "error":
            raise WorkerDiedError(f"extraction failed in a worker process:\n{answer}")
        rows: Extracted = answer
        return rows


def _end(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a process that ended by itself, or after a moment is made to."""
    try:
        return process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _joined(futures: Sequence["Future[Extracted]"]) -> Extracted:
    return joined([future.result() for future in futures])


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
