from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from flows.report.plots import articles_plot, types_plot
from flows.report.timeline import timeline_plot


def event(number: int, day: date, **values: Any) -> dict[str, Any]:
    return {
        "event_id": f"ev_{number:016x}",
        "event_type": "CONSULT",
        "mode": "visit",
        "status": "occurred",
        "date_edtf": day.isoformat(),
        "date_earliest": day,
        "date_latest": day,
        "actors": ["Latvia"],
        "recipients": ["Belarus"],
        "place": "Riga",
        "independent_source_count": 1,
        "summary": "The envoys met in Riga.",
        **values,
    }


DAY = date(2026, 10, 1)


def test_figures_are_what_plotly_knows() -> None:
    articles = [{"unit": "day", "start": DAY, "source": f"Paper {number}", "articles": 2} for number in range(9)]
    types = [
        {"kind": "CONSULT", "status": "negated", "events": 3},
        {"kind": "accident", "status": "occurred", "events": 1},
    ]
    events = [
        event(1, DAY, event_type=None, mode="accident"),
        event(2, DAY, date_latest=DAY + timedelta(days=30), status="planned"),
    ]
    for plot in (articles_plot(articles, 20), types_plot(types), timeline_plot(events, 5)):
        assert plot is not None
        go.Figure(plot.figure)  # raises for a property that does not exist


def test_without_data_there_is_no_plot() -> None:
    assert (articles_plot([], 3), types_plot([]), timeline_plot([], 3)) == (None, None, None)


def test_sources_beyond_the_seventh_share_a_colour() -> None:
    rows = [{"unit": "day", "start": DAY, "source": f"Paper {number}", "articles": 10 - number} for number in range(10)]
    plot = articles_plot(rows, 60)
    assert plot is not None
    assert [trace["name"] for trace in plot.figure["data"]] == [
        *(f"Paper {number}" for number in range(7)),
        "3 other sources",
    ]
    assert plot.figure["data"][-1]["y"] == [3 + 2 + 1]
    assert plot.note == "5 articles have no known day of publication and are not drawn."


def test_markup_in_articles_is_text_to_plotly() -> None:
    source = {"unit": "day", "start": DAY, "source": "<a href='https://x.example'>Post</a>", "articles": 1}
    plots = articles_plot([source], 1), timeline_plot([event(1, DAY, summary="<img src=x> &lt;b&gt;", place="<i>")], 1)
    assert plots[0] is not None
    assert plots[1] is not None
    assert plots[0].figure["data"][0]["name"] == "&lt;a href='https://x.example'&gt;Post&lt;/a&gt;"
    assert "&lt;img src=x&gt; &amp;lt;b&amp;gt;" in plots[1].figure["data"][0]["text"][0]
    assert "&lt;i&gt;" in plots[1].figure["data"][0]["text"][0]


def test_the_axis_leaves_out_what_lies_far_off() -> None:
    near = [event(number, DAY + timedelta(days=number)) for number in range(20)]
    inside = timeline_plot(near, 20)
    outside = timeline_plot([*near, event(99, date(1909, 1, 1))], 21)
    assert inside is not None
    assert outside is not None
    assert "range" not in inside.figure["layout"]["xaxis"]
    assert outside.figure["layout"]["xaxis"]["range"] == ["2026-09-29", "2026-10-22"]
    assert "far off" in outside.note


def test_events_of_one_day_and_type_lie_apart() -> None:
    plot = timeline_plot([event(1, DAY), event(2, DAY), event(3, DAY)], 3)
    assert plot is not None
    assert len(set(plot.figure["data"][0]["y"])) == 3
