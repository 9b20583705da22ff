"""A worker process that audits: Great Expectations takes seconds to load, which here pass beside other work."""

from collections.abc import Callable, Sequence
from pathlib import Path

from flows import gate
from flows.worker import answer_requests
from schemas.operations import Check
from schemas.render.expectations import Expectation

Request = tuple[Path, str, Sequence[Expectation]]


def _prepare() -> Callable[[Request], list[Check]]:
    gate.import_great_expectations()
    return lambda request: gate.audit_release(*request)


if __name__ == "__main__":
    answer_requests(_prepare)
