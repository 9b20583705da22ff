"""The timeline of a report: each dated event at its date and type."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from textwrap import wrap

from flows.report.figure import GREY, STATUS_STYLE, Figure, Plot, figure, plain
from schemas.plover import KINDS, STATUSES
from warehouse.curated import Row

_LANES = (0, 1, -1, 2, -2)  # events of one type and day lie side by side
_LANE_HEIGHT = 0.14


def timeline_plot(rows: Sequence[Row], total: int) -> Plot | None:
    """Each dated event at its date and type, larger with more independent sources; None without dated events."""
    if not rows:
        return None
    present = {_kind(row) for row in rows}
    kinds = [kind for kind in reversed(KINDS) if kind in present]
    height = _heights(rows, kinds)
    traces = [_ranges(rows, height)] if any(row["date_earliest"] != row["date_latest"] for row in rows) else []
    for status in STATUSES:
        own = [row for row in rows if row["status"] == status]
        if own:
            traces.append(_points(status, own, height))
    window = _window(_middle(row) for row in rows)
    layout = {
        "xaxis": {"type": "date", **window},
        "yaxis": {
            "automargin": True,
            "tickvals": list(range(len(kinds))),
            "ticktext": kinds,
            "range": [-0.6, len(kinds) - 0.4],
        },
        "hovermode": "closest",
    }
    note = "A line spans the days that an uncertain date can mean."
    if window:
        note += " A few lie far off: a double click shows them too."
    left_out = total - len(rows)
    if left_out:
        note += f" {left_out:,} events with no date, or only a vague one, are not drawn."
    return Plot("timeline", "When it happened", note, figure(traces, layout, 170 + 34 * len(kinds)))


def _points(status: str, rows: Sequence[Row], height: dict[str, float]) -> Figure:
    colour, symbol, _ = STATUS_STYLE[status]
    sizes = [9 + 3 * min(row["independent_source_count"] - 1, 5) for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": status,
        "x": [_middle(row).isoformat() for row in rows],
        "y": [height[row["event_id"]] for row in rows],
        "text": [_hover(row) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": colour, "symbol": symbol, "size": sizes, "opacity": 0.85, "line": {"width": 1.5}},
    }


def _ranges(rows: Sequence[Row], height: dict[str, float]) -> Figure:
    x: list[str | None] = []
    y: list[float | None] = []
    for row in rows:
        if row["date_earliest"] != row["date_latest"]:
            x += [row["date_earliest"].isoformat(), row["date_latest"].isoformat(), None]
            y += [height[row["event_id"]], height[row["event_id"]], None]
    line = {"color": GREY, "width": 2}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}


def _heights(rows: Iterable[Row], kinds: Sequence[str]) -> dict[str, float]:
    taken: dict[tuple[str, date], int] = defaultdict(int)
    heights = {}
    for row in rows:
        cell = _kind(row), _middle(row)
        heights[row["event_id"]] = kinds.index(_kind(row)) + _LANE_HEIGHT * _LANES[taken[cell] % len(_LANES)]
        taken[cell] += 1
    return heights


def _kind(row: Row) -> str:
    kind: str = row["event_type"] or row["mode"]
    return kind


def _middle(row: Row) -> date:
    earliest: date = row["date_earliest"]
    latest: date = row["date_latest"]
    return earliest + (latest - earliest) / 2


def _window(days: Iterable[date]) -> Figure:
    """Where a few dates lie far off (Tukey's outer fences), the axis first shows the others."""
    ordered = sorted(days)
    low, high = ordered[len(ordered) // 4], ordered[-1 - len(ordered) // 4]
    reach = 3 * max(high - low, timedelta(days=7))
    near = [day for day in ordered if low - reach <= day <= high + reach]
    if len(near) == len(ordered):
        return {}
    margin = max((near[-1] - near[0]) / 20, timedelta(days=2))
    return {"range": [(near[0] - margin).isoformat(), (near[-1] + margin).isoformat()]}


def _hover(row: Row) -> str:
    kind = "/".join(filter(None, (row["event_type"], row["mode"])))
    parties = ", ".join(row["actors"]) + (f" → {', '.join(row['recipients'])}" if row["recipients"] else "")
    place = f" · {plain(row['place'])}" if row["place"] else ""
    head = f"<b>{kind}</b>, {row['status']} · {plain(row['date_edtf'] or '')}{place}"
    story = "<br>".join(plain(line) for line in wrap(row["summary"], 70)[:4])
    sources = f"{row['independent_source_count']} independent source" + "s" * (row["independent_source_count"] != 1)
    return "<br>".join(filter(None, [head, plain(parties), story, sources]))
