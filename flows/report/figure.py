"""What all plots of a report share: a plot is a plotly figure (https://plotly.com/javascript/reference) as plain JSON.

Plotly reads a small HTML dialect in every string that it shows, so all text from articles passes `plain` first.
Colours of text and grid are the page's and are set there.
"""

from dataclasses import dataclass
from html import escape
from typing import Any

Figure = dict[str, Any]

GREY = "#8a8f98"
# Status is told by colour and by shape or hatching, so that it can be read without colour.
STATUS_STYLE: dict[str, tuple[str, str, str]] = {
    "occurred": ("#0072b2", "circle", ""),
    "ongoing": ("#009e73", "diamond", ""),
    "planned": ("#e69f00", "triangle-right", "/"),
    "cancelled": ("#8a8f98", "x", "x"),
    "hypothetical": ("#cc79a7", "circle-open", "."),
    "negated": ("#d55e00", "square-open", "\\"),
}


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure with the name of its place in the page, what it shows, and what it leaves out."""

    name: str
    title: str
    note: str
    figure: Figure


def plain(text: str) -> str:
    """`text` so that plotly shows it as it is: no tags, no entities."""
    return escape(text, quote=False)


def figure(traces: list[Figure], layout: Figure, height: int) -> Figure:
    """A figure of these traces, `height` pixels high, with the layout that all plots share."""
    shared = {
        "height": height,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
    }
    return {"data": traces, "layout": {**shared, "margin": {"l": 56, "r": 16, "t": 40, "b": 44}, **layout}}
