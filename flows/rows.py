"""The first gate: a row that crosses a stage boundary fits its declaration, or is held back with all its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
from pandera.errors import SchemaErrors

from flows.errors import DragomanError
from schemas.catalog import TABLES
from schemas.render.pandera_model import pandera_model


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that was held back, by table and key, with every reason."""

    table_name: str
    row: dict[str, object]
    reasons: tuple[str, ...]

    @property
    def excerpt(self) -> str:
        """The row's values in one line, long ones cut."""
        return ", ".join(f"{name}={str(value)[:60]!r}" for name, value in self.row.items() if value is not None)


class BrokenFrameError(DragomanError):
    """A frame without a declared column or with a wrong type: a defect of the code, so the batch stops."""


def admit(frames: Mapping[str, pl.DataFrame]) -> tuple[dict[str, pl.DataFrame], list[Rejected]]:
    """The good rows of each frame, and the rest.

    `frames` come in order of reference: a row that refers to one held back from an earlier frame is held back too.
    Raises BrokenFrameError where a whole frame does not fit its declaration.
    """
    good: dict[str, pl.DataFrame] = {}
    rejected: list[Rejected] = []
    for name, frame in frames.items():
        reasons = _row_reasons(name, frame)
        for index, text in _orphans(name, frame, frames, good):
            reasons.setdefault(index, []).append(text)
        rejected += [
            Rejected(name, frame.row(index, named=True), tuple(sorted(set(texts))))
            for index, texts in sorted(reasons.items())
        ]
        good[name] = frame.filter(~pl.int_range(pl.len()).is_in(list(reasons))) if reasons else frame
    return good, rejected


def _row_reasons(name: str, frame: pl.DataFrame) -> dict[int, list[str]]:
    try:
        pandera_model(TABLES[name]).validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
    else:
        return {}
    if cases["index"].null_count():
        broken = cases.filter(pl.col("index").is_null()).row(0, named=True)
        raise BrokenFrameError(f"{name} does not fit its declaration: {broken['check']} ({broken['failure_case']})")
    reasons: dict[int, list[str]] = {}
    for case in cases.iter_rows(named=True):
        text = f"{case['column']}: not {case['check']}" if case["column"] != name else f"not {case['check']}"
        reasons.setdefault(int(case["index"]), []).append(text)
    return reasons


def _orphans(
    name: str, frame: pl.DataFrame, frames: Mapping[str, pl.DataFrame], good: Mapping[str, pl.DataFrame]
) -> list[tuple[int, str]]:
    found = []
    for field in TABLES[name].fields:
        target = field.column.refers_to
        if target is None or target not in good or len(good[target]) == len(frames[target]):
            continue
        key = TABLES[target].key[0]
        lost = frames[target][key].filter(~frames[target][key].is_in(good[target][key].implode()))
        reason = f"{field.name}: its row of {target} was held back"
        found += [(index, reason) for index in frame[field.name].is_in(lost.implode()).arg_true()]
    return found
