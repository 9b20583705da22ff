"""Extraction of batches: in this process while there is little, in worker processes once there is enough to gain from it."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from flows.extract_worker import PRELOAD
from flows.fingerprint import Stamps
from flows.stages.extract import Chunk, Extracted, extract_rows, joined, make_chunk
from flows.worker import Worker
from transforms.clean.clean_document import CleanedArticle
from warehouse.result_cache import ResultCache

# Below this many articles the processes would start for longer than they work.
_FEW_ARTICLES = 40
# Articles a worker gets at once: enough for full parser batches, few enough that all workers finish together.
_CHUNK_ARTICLES = 48


class Extractor:
    """Extracts batches in order; the result does not depend on the number of workers. Use as a context manager."""

    def __init__(self, model: str, workers: int, cache: ResultCache, stamps: Stamps) -> None:
        """`workers`: how many processes at most; 0 for none. `cache` knows results that `stamps` made before."""
        self._model = model
        self._is_nothing_parsed = not cache.path.exists()
        self._make_chunk = partial(make_chunk, cache=cache, stamps=stamps)
        self._count = workers
        self._pool: ThreadPoolExecutor | None = None
        self._workers: list[Worker] = []
        self._idle: SimpleQueue[Worker] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error_type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.kill()
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    @property
    def process_ids(self) -> list[int]:
        """The worker processes; none before they are needed."""
        return [worker.process_id for worker in self._workers]

    def start(self) -> None:
        """Start the worker processes, so that they load while the first articles are still made ready."""
        if self._count > 0 and self._pool is None:
            self._start()

    def begin(self, cleaned: Sequence[CleanedArticle]) -> Callable[[], Extracted]:
        """Begin to extract a batch; the result is a function that waits for its rows.

        That function raises WorkerDiedError where a worker was killed or failed.
        """
        if self._count < 1 or (self._pool is None and len(cleaned) < _FEW_ARTICLES):
            return lambda: extract_rows(self._make_chunk(cleaned), self._model)
        pool = self._pool or self._start()
        starts = range(0, max(len(cleaned), 1), _CHUNK_ARTICLES)
        chunks = (self._make_chunk(cleaned[start : start + _CHUNK_ARTICLES]) for start in starts)
        futures = [pool.submit(self._ask, chunk) for chunk in chunks]
        return lambda: _joined(futures)

    def _start(self) -> ThreadPoolExecutor:
        self._pool = ThreadPoolExecutor(self._count, thread_name_prefix="extract")
        needs = [PRELOAD] if self._is_nothing_parsed else []
        self._workers = [Worker("flows.extract_worker", self._model, *needs) for _ in range(self._count)]
        for worker in self._workers:
            self._idle.put(worker)
        return self._pool

    def _ask(self, chunk: Chunk) -> Extracted:
        worker = self._idle.get()
        try:
            rows: Extracted = worker.ask(chunk)
        finally:
            self._idle.put(worker)
        return rows


def _joined(futures: Sequence["Future[Extracted]"]) -> Extracted:
    return joined([future.result() for future in futures])
