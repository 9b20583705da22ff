"""How much of the machine a run takes: processes, batches and the store's memory, from one limit."""

import os
from dataclasses import dataclass
from pathlib import Path

from flows.settings import Settings

_DEFAULT_MB = 3000
_MOST_SHARE = 0.75  # of the memory that there is
_CONTAINER_LIMIT = Path("/sys/fs/cgroup/memory.max")
# Measured: the main process with what a batch brings, the audit's process, and each process that extracts.
_MAIN_MB = 600
_AUDIT_MB = 300
_WORKER_MB = 450
_STORE_SHARE = 0.25
_LEAST_STORE_MB = 256
_MOST_WORKERS = 4
_MOST_BATCH = 500
_LEAST_BATCH = 50
_BATCH_ARTICLES_A_MB = 0.25


@dataclass(frozen=True, slots=True)
class Resources:
    """What a run may take. `store_mb` bounds what DuckDB holds in memory; beyond it, it writes to disk."""

    workers: int
    batch_articles: int
    store_mb: int


def resources(settings: Settings) -> Resources:
    """What these settings come to on this machine; what they say of workers and batches counts as it is."""
    memory = settings.memory_limit_mb or _default_mb()
    room = (memory - _MAIN_MB - _AUDIT_MB) // _WORKER_MB
    workers = max(1, min(_cores(), _MOST_WORKERS, room)) if settings.workers is None else settings.workers
    batch = settings.batch_articles or max(_LEAST_BATCH, min(_MOST_BATCH, int(memory * _BATCH_ARTICLES_A_MB)))
    return Resources(workers, batch, max(_LEAST_STORE_MB, int(memory * _STORE_SHARE)))


def _default_mb() -> int:
    """The default limit, or less where the machine or the container has little memory."""
    return min(_DEFAULT_MB, int(_MOST_SHARE * _memory_mb()))


def _memory_mb() -> int:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        limit = int(_CONTAINER_LIMIT.read_text("ascii"))
    except (OSError, ValueError):  # there is none, or it says "max"
        limit = pages
    return min(pages, limit) // 1_000_000


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
