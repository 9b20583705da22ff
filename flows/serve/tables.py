"""What the monitoring UI shows of a run, as Markdown and as rows of plain values; nothing here knows Prefect."""

import math
import textwrap
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from flows.home import Home
from flows.pipeline import RunResult
from warehouse.curated import Curated, Row

MAX_ROWS = 200  # a page shows so many well
_SHORT = 48  # characters of a cell that need not be read to its end
_ABOVE, _BELOW = 1.5, 0.67  # of the usual: what is outside gets an arrow
_HEADLINES = {
    "published": "Published",
    "unchanged": "Nothing new",
    "held": "Held back: a check failed",
    "failed": "Failed",
}
_SENTENCES = {
    "published": "What came in is in the published database.",
    "unchanged": "Everything that was found is published already.",
    "held": "The published database stays as it was; nothing is lost. **This needs somebody.**",
    "failed": "The published database stays as it was; nothing is lost. **This needs somebody.**",
}
DESCRIPTIONS: Mapping[str, str] = {
    "checks": "Every check of this release, what failed first.",
    "quarantine": "What is held back now, why, and what would fix it.",
    "release-changes": "What this release changed, and why.",
    "sources": "What each source brought, beside what it usually brings.",
}


def summary_markdown(home: Home, result: RunResult) -> str:
    """A run in a few lines: how it went, what came in, what came of it, what needs somebody."""
    lines = [f"# {_HEADLINES[result.status]}", ""]
    lines += [f"> {note}\n" for note in result.notes]
    lines += [_SENTENCES[result.status], "", f"`{home.root}`", ""]
    facts: dict[str, object] = {
        "Files looked at": result.files,
        "New articles": result.articles_new,
        "Known before": result.articles_unchanged,
        "Newly in quarantine": result.quarantined,
        "Events": result.events,
    }
    characters = result.counts.get("characters")
    if characters:
        facts["Cut from the new text"] = f"{result.counts['characters_removed'] / characters:.0%}"
    facts |= {"Checks that failed": len(result.failed_checks), "Release": result.release_id or "none yet"}
    lines += _markdown_table(("what", "how many"), facts.items())
    lines += _held_lines(home, result)
    lines += ["", "## Time", ""]
    lines += _markdown_table(("stage", "seconds"), [(name, f"{value:.1f}") for name, value in result.seconds.items()])
    return "\n".join(lines) + "\n"


def run_tables(home: Home, result: RunResult) -> dict[str, list[Row]]:
    """The tables of a run by artifact key. Of a held run only what it checked; of an unchanged one none."""
    if result.status == "held":
        return {"checks": [_check_row(asdict(check)) for check in result.failed_checks]}
    if result.status != "published" or result.release_id is None:
        return {}
    with Curated(home.releases.current) as curated:
        tables = {
            "checks": [_check_row(row) for row in curated.rows("report_checks", result.release_id)],
            "quarantine": [_quarantine_row(row) for row in curated.rows("status_quarantine")],
            "release-changes": [_change_row(row) for row in curated.rows("report_changes", result.release_id)],
            "sources": [_source_row(row) for row in curated.rows("serve_sources", result.release_id)],
        }
    return {key: [_plain_row(row) for row in rows[:MAX_ROWS]] for key, rows in tables.items()}


def arrow(value: float | None, usual: float | None) -> str:
    """The value with an arrow against the usual: ▲ half as much again, ▼ two thirds or less, → as always.

    The value alone where nothing is usual yet.
    """
    if value is None:
        return "—"
    if usual is None:
        return f"{value:.0f}"
    ratio = value / usual if usual else (math.inf if value else 1.0)
    sign = "▲" if ratio >= _ABOVE else "▼" if ratio <= _BELOW else "→"
    return f"{value:.0f} {sign} (usual {usual:.0f})"


def _source_row(row: Row) -> Row:
    return {
        "source": row["source"],
        "new articles": arrow(row["articles"], row["usual_articles"])
        + ("" if row["usual_articles"] is not None else " (first time)"),
        "words each": arrow(row["words"], row["usual_words"]),
        "cut %": arrow(row["cut"], row["usual_cut"]),
        "dated %": arrow(row["dated"], row["usual_dated"]),
        "in all": row["in_all"],
        "last came (UTC)": f"{row['last_seen']:%Y-%m-%d %H:%M}",
    }


def _held_lines(home: Home, result: RunResult) -> list[str]:
    if not result.held:
        return []
    lines = [
        "",
        "## What to do",
        "",
        "The published database stays as it was; nothing is lost. Look at these rows, then",
    ]
    lines += [f"publish without their articles: `dragoman run --without ARTICLE_ID --home {home.root}`.", ""]
    rows = [
        (held.check.table_name, held.check.check_name, offender.row_id, offender.detail[:MAX_ROWS])
        for held in result.held
        for offender in held.offenders
    ]
    return lines + _markdown_table(("table", "check", "row", "what is wrong"), rows)


def _check_row(check: Row) -> Row:
    """What a person looks for first comes first."""
    return {
        "table": check["table_name"],
        "check": check["check_name"],
        "passed": "yes" if check["passed"] else "NO",
        "if it fails": "holds the release" if check["severity"] == "error" else "warns",
        "found": _short(check["observed"]) if check["passed"] else check["observed"],
        "wanted": _short(check["expected"]),
        "layer": check["layer"],
    }


def _quarantine_row(item: Row) -> Row:
    return {
        "file": item["file_name"],
        "why": item["reason"],
        "what to do": item["fix"],
        "stage": item["stage"],
        "item": item["item_id"],
    }


def _change_row(change: Row) -> Row:
    return {
        "table": change["table_name"],
        "change": change["change"],
        "cause": change["cause"],
        "rows": change["rows"],
        "for example": _short(change["first_rows"][0]),
    }


def _short(text: str) -> str:
    """What fits into a narrow column; the report of the run has the whole."""
    return textwrap.shorten(text, _SHORT, placeholder=" …") if " " in text else text[:_SHORT]


def _markdown_table(head: tuple[str, ...], rows: Any) -> list[str]:
    def line(cells: Any) -> str:
        return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    return [line(head), "|" + "---|" * len(head), *(line(row) for row in rows)]


def _plain_row(row: Row) -> Row:
    """Values that JSON knows; lists become text, as the UI's table shows a value a cell."""
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
