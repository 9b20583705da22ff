"""The second gate, loaded beside other work: where much is to be done in a process of its own, else in a thread."""

import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from flows import gate
from flows.worker import Worker
from schemas.operations import Check
from schemas.render.expectations import Expectation

# From here on a process of its own, which needs as long again to start, costs less than what it holds up here.
_MANY_ARTICLES = 300


class Auditor:
    """Audits staged releases. `begin` as soon as a run is known to need it, and `close` at its end."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self._thread: Thread | None = None

    def begin(self, articles: int) -> None:
        """Start to load what an audit needs; `articles` are those that the work beside it has to do with."""
        if self._worker or self._thread:
            return
        if articles >= _MANY_ARTICLES and "great_expectations" not in sys.modules:
            self._worker = Worker("flows.audit_worker")
        else:
            self._thread = Thread(target=gate.import_great_expectations, name="import great_expectations", daemon=True)
            self._thread.start()

    def audit_release(self, staged: Path, release_id: str, wanted: Sequence[Expectation]) -> list[Check]:
        """What `gate.audit_release` finds. Raises WorkerDiedError where a process for it was killed or failed."""
        if self._worker is None:
            return gate.audit_release(staged, release_id, wanted)
        checks: list[Check] = self._worker.ask((staged, release_id, wanted))
        return checks

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker:
            self._worker.kill()
            self._worker.close()
            self._worker = None
