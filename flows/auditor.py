"""The second gate in a process of its own, started while there is other work and gone with the run."""

from collections.abc import Sequence
from pathlib import Path

from flows.worker import Worker
from schemas.operations import Check
from schemas.render.expectations import Expectation


class Auditor:
    """Audits staged releases. Use `begin` as soon as a run is known to need it, and `close` at its end."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def begin(self) -> None:
        """Start the process, if it was not started yet."""
        if self._worker is None:
            self._worker = Worker("flows.audit_worker")

    def audit_release(self, staged: Path, release_id: str, wanted: Sequence[Expectation]) -> list[Check]:
        """What `gate.audit_release` finds. Raises WorkerDiedError where the process was killed or failed."""
        self.begin()
        assert self._worker is not None
        checks: list[Check] = self._worker.ask((staged, release_id, wanted))
        return checks

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.close()
            self._worker = None
