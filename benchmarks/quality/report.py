"""The one table, and the worst items of a set with gold and ours side by side."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import yaml
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.quality.evaluate import SetResult
from benchmarks.quality.floors import Floors

# Figures of others on the same items that cannot run here; they were given source and target as input.
_CITED = {
    ("events", "macro_f1"): ".824 large inference model, given the parties (cited)",
    ("events", "quad"): ".896 large inference model, given the parties (cited)",
}

_MEANINGS = Path(__file__).with_name("meanings.yaml")
_MARKED = re.compile(r"(<!-- score -->\n).*?(<!-- /score -->\n)", re.DOTALL)


def print_table(console: Console, results: Iterable[SetResult], floors: Floors) -> None:
    """Set, metric, ours, peer, floor; then the figures that have no floor, and notes."""
    table = Table("set", "metric", title="Scorecard")
    for heading in ("ours", "peer", "floor"):
        table.add_column(heading, justify="left" if heading == "peer" else "right")
    for result in results:
        table.add_section()
        if result.is_absent:
            table.add_row(result.name, "absent: not measured")
        for metric, value in result.metrics.items():
            floor = floors.get(result.name, metric)
            style = "red" if floor is not None and value < floor else ""
            shown = "" if floor is None else f"{floor:.3f}"
            table.add_row(result.name, metric, f"{value:.3f}", _peers(result, metric), shown, style=style)
    console.print(table)
    for result in results:
        figures = "  ".join(f"{name} {value:,.2f}" for name, value in result.figures.items())
        if figures:
            console.print(f"[dim]{result.name}:[/] {escape(figures)}", highlight=False)
        for note in result.notes:
            console.print(f"[yellow]{result.name}: {escape(note)}[/]", highlight=False)


def _peers(result: SetResult, metric: str) -> str:
    measured = sorted(
        ((scores[metric], name) for name, scores in result.peers.items() if metric in scores),
        key=lambda pair: (-pair[0], pair[1]),
    )
    shown = [f"{value:.3f} {name}" for value, name in measured]
    cited = _CITED.get((result.name, metric))
    return ", ".join([*shown, *([cited] if cited else [])])


def print_misses(console: Console, result: SetResult, limit: int) -> None:
    """The worst items of a set."""
    worst = sorted((miss for miss in result.misses if miss.score < 1), key=lambda miss: (miss.score, miss.item))
    console.print(f"[bold]{result.name}: the worst {min(limit, len(worst))} of {len(worst)} items that miss[/]")
    for miss in worst[:limit]:
        console.print(f"[bold]{escape(miss.item)}[/] {miss.score:.2f}", highlight=False)
        console.print(f"  gold: {escape(miss.gold)}", highlight=False)
        console.print(f"  ours: {escape(miss.ours)}", highlight=False)


def meanings() -> dict[str, dict[str, str]]:
    """What each metric of each set means, in plain words."""
    stored: dict[str, dict[str, str]] = yaml.safe_load(_MEANINGS.read_text("utf-8"))
    return stored


def markdown_table(results: Iterable[SetResult], floors: Floors, about: Mapping[str, str]) -> str:
    """The table for people who read, each figure with its meaning; `about` has the version and the time."""
    said = meanings()
    lines = [
        f"Measured on {about['measured_at'][:10]} with version {about['version']}:",
        "",
        "| set | metric | ours | floor | peer | what it means |",
        "|---|---|---|---|---|---|",
    ]
    for result in results:
        if result.is_absent:
            lines.append(f"| {result.name} | absent: not measured | | | | |")
        for metric, value in result.metrics.items():
            floor = floors.get(result.name, metric)
            shown = "" if floor is None else f"{floor:.3f}"
            meaning = said[result.name][metric]
            lines.append(f"| {result.name} | {metric} | {value:.3f} | {shown} | {_peers(result, metric)} | {meaning} |")
    return "\n".join(lines)


def write_between_marks(path: Path, table: str) -> None:
    """Put the table between the marks `<!-- score -->` and `<!-- /score -->` of a page. Raises ValueError without them."""
    page, found = _MARKED.subn(lambda match: f"{match[1]}{table}\n{match[2]}", path.read_text("utf-8"))
    if found != 1:
        raise ValueError(f"{path} has no place for the table: <!-- score --> and <!-- /score -->")
    path.write_text(page, "utf-8")


def write_json(path: Path, results: Sequence[SetResult], about: dict[str, str]) -> None:
    """Everything that was measured, for other programs; the items that missed included."""
    content = {**about, "sets": {result.name: asdict(result) for result in results}}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
