"""The plots of a report: articles a day and source, events by type and status, and the timeline."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from flows.report.figure import GREY, STATUS_STYLE, Figure, Plot, figure, plain
from flows.report.timeline import timeline_plot
from schemas.plover import KINDS, STATUSES
from warehouse.curated import Curated, Row

_SHOWN_EVENTS = 2000
_SHOWN_SOURCES = 7
_NAME_LENGTH = 40
_FEW = 5  # up to so many, every whole number has its own tick
# The seven strongest colours of Okabe and Ito (2008), which stay apart for colour-blind readers, and grey for the rest.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b5a700")
_UNITS = {"day": 86_400_000, "month": "M1", "year": "M12"}


def plots(curated: Curated) -> list[Plot]:
    """Every plot for which the published database has data."""
    counts = curated.row("status_counts") or {}
    drawn = (
        articles_plot(curated.rows("report_articles_by_day"), counts["articles"]),
        types_plot(curated.rows("report_events_by_type")),
        timeline_plot(curated.rows("report_dated_events", _SHOWN_EVENTS), counts["events"]),
    )
    return [plot for plot in drawn if plot is not None]


def articles_plot(rows: Sequence[Row], total: int) -> Plot | None:
    """Articles a day (or month, or year) and source, as stacked bars; None without dated articles."""
    if not rows:
        return None
    unit = rows[0]["unit"]
    counts: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        counts[row["source"]][row["start"]] += row["articles"]
    ranked = sorted(counts, key=lambda source: (-sum(counts[source].values()), source))
    traces = [
        _bar(source, counts[source], colour, unit)
        for source, colour in zip(ranked[:_SHOWN_SOURCES], _COLOURS, strict=False)
    ]
    rest: dict[date, int] = defaultdict(int)
    for source in ranked[_SHOWN_SOURCES:]:
        for start, articles in counts[source].items():
            rest[start] += articles
    if rest:
        traces.append(_bar(f"{len(ranked) - _SHOWN_SOURCES} other sources", rest, GREY, unit))
    highest: dict[date, int] = defaultdict(int)
    for row in rows:
        highest[row["start"]] += row["articles"]
    ticks = {"dtick": 1} if max(highest.values()) <= _FEW else {}
    dated = sum(row["articles"] for row in rows)
    layout = {
        "barmode": "stack",
        "xaxis": {"type": "date", **({"dtick": "M1"} if unit == "month" else {})},
        "yaxis": {"title": {"text": f"articles a {unit}"}, "tickformat": ",d", "rangemode": "tozero", **ticks},
    }
    undated = total - dated
    note = f"{undated:,} articles have no known day of publication and are not drawn." if undated else ""
    return Plot("articles", f"Articles a {unit} and source", note, figure(traces, layout, 320))


def types_plot(rows: Sequence[Row]) -> Plot | None:
    """Events by type and status, as lying bars, the commonest type on top; None without events."""
    if not rows:
        return None
    counts = {(row["kind"], row["status"]): row["events"] for row in rows}
    totals = {kind: sum(counts.get((kind, status), 0) for status in STATUSES) for kind in KINDS}
    shown = sorted((kind for kind in totals if totals[kind]), key=lambda kind: (totals[kind], kind))
    traces = []
    for status, (colour, _, hatching) in STATUS_STYLE.items():
        values = [counts.get((kind, status), 0) for kind in shown]
        if any(values):
            marker = {
                "color": colour,
                "pattern": {"shape": hatching, "fillmode": "overlay", "size": 6, "solidity": 0.25},
            }
            traces.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "name": status,
                    "x": values,
                    "y": shown,
                    "marker": marker,
                    "hovertemplate": f"%{{y}}, {status}: %{{x}}<extra></extra>",
                }
            )
    layout = {
        "barmode": "stack",
        "xaxis": {"title": {"text": "events"}, "tickformat": ",d"},
        "yaxis": {"type": "category", "automargin": True, "showgrid": False},
    }
    return Plot("types", "Events by type and status", "", figure(traces, layout, 150 + 26 * len(shown)))


def _bar(source: str, counts: dict[date, int], colour: str, unit: str) -> Figure:
    starts = sorted(counts)
    return {
        "type": "bar",
        "name": plain(source if len(source) <= _NAME_LENGTH else source[: _NAME_LENGTH - 1] + "…"),
        "x": [start.isoformat() for start in starts],
        "y": [counts[start] for start in starts],
        "xperiod": _UNITS[unit],
        "xperiodalignment": "middle",
        "marker": {"color": colour},
        "hovertemplate": "%{x}: %{y}<extra>%{fullData.name}</extra>",
    }
