"""The first gate: a row that crosses a stage boundary fits its declaration, or is held back with all its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from flows.errors import DragomanError
from schemas.catalog import TABLES

# No plan is dated farther ahead than this; what is, is a wrong reading.
FARTHEST_YEARS = 50
_WRITTEN = date(2026, 1, 1)


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


def admit(
    frames: Mapping[str, pl.DataFrame], seen_on: date | None = None
) -> tuple[dict[str, pl.DataFrame], list[Rejected]]:
    """The good rows of each frame, and the rest.

    `frames` come in order of reference: a row that refers to one held back from an earlier frame is held back too.
    `seen_on` is the day on which the newest of the articles was seen. Raises BrokenFrameError where a whole frame does
    not fit its declaration.
    """
    good: dict[str, pl.DataFrame] = {}
    rejected: list[Rejected] = []
    texts = dict(frames["articles"].select("article_id", "text").iter_rows()) if "articles" in frames else {}
    for name, frame in frames.items():
        reasons = _row_reasons(name, frame)
        found = [*_repeated(name, frame), *_orphans(name, frame, good), *_far_dates(frame, seen_on)]
        for index, text in found + (_wrong_spans(name, frame, texts) if texts else []):
            reasons.setdefault(index, []).append(text)
        rejected += [
            Rejected(name, frame.row(index, named=True), tuple(sorted(set(texts_))))
            for index, texts_ in sorted(reasons.items())
        ]
        good[name] = frame.filter(~pl.int_range(pl.len()).is_in(list(reasons))) if reasons else frame
    return good, rejected


def _row_reasons(name: str, frame: pl.DataFrame) -> dict[int, list[str]]:
    from pandera.errors import SchemaErrors  # it brings pandas along, and a run with nothing new checks no row

    from schemas.render.pandera_model import pandera_model

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


def _repeated(name: str, frame: pl.DataFrame) -> list[tuple[int, str]]:
    """Rows with the key of an earlier row."""
    key = list(TABLES[name].key)
    repeats = frame.select(~pl.struct(key).is_first_distinct()).to_series()
    return [(index, f"{', '.join(key)}: an earlier row has the same") for index in repeats.arg_true()]


def _orphans(name: str, frame: pl.DataFrame, good: Mapping[str, pl.DataFrame]) -> list[tuple[int, str]]:
    """Rows that refer to a row which an earlier frame has not, or which was held back from it."""
    found = []
    for field in TABLES[name].fields:
        target = field.column.refers_to
        if target is None or target not in good:
            continue
        known = good[target][TABLES[target].key[0]]
        missing = frame[field.name].is_not_null() & ~frame[field.name].is_in(known.implode())
        reason = f"{field.name}: there is no such row of {target}, or it was held back"
        found += [(index, reason) for index in missing.arg_true()]
    return found


def _wrong_spans(name: str, frame: pl.DataFrame, texts: Mapping[str, str]) -> list[tuple[int, str]]:
    """Rows whose span cuts something else from their article than they say."""
    sliced = next((field.name for field in TABLES[name].fields if field.column.slices == "articles.text"), None)
    if sliced is None:
        return []
    rows = frame.select("article_id", "char_start", "char_end", sliced).iter_rows()
    return [
        (index, f"{sliced}: its span cuts {texts.get(article_id, '')[start:end][:60]!r}")
        for index, (article_id, start, end, text) in enumerate(rows)
        if start is None or end is None or texts.get(article_id, "")[start:end] != text
    ]


def _far_dates(frame: pl.DataFrame, seen_on: date | None) -> list[tuple[int, str]]:
    """Rows dated so long after they were seen that no plan reaches as far."""
    if seen_on is None or "date_earliest" not in frame.columns:
        return []
    # The clock may have jumped back; nothing was seen before the code was written.
    year = max(seen_on, _WRITTEN).year + FARTHEST_YEARS
    far = (frame["date_earliest"].dt.year() > year).fill_null(value=False)
    return [
        (index, f"date_earliest: after {year}, {FARTHEST_YEARS} years from when it was seen")
        for index in far.arg_true()
    ]
