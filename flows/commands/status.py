"""`dragoman status`: the last runs, what is held back, releases, quarantine, each source's health, and space used."""

import json
import sys
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.releases import releases_table
from flows.home import Home
from flows.run_notes import RunNote, how_to_go_on, run_notes
from warehouse.curated import Curated, Row
from warehouse.errors import NothingPublishedError
from warehouse.release import all_releases, kept_releases, releases

_SHOWN_RELEASES = 5
_SHOWN_QUARANTINE = 20
_SHOWN_RUNS = 5


def status_command(home: Home, *, as_json: bool) -> int:
    """Print how the home is doing; gives the exit code. Readable while a run goes on."""
    runs = run_notes(home)
    if not home.releases.current.exists() and not runs:
        raise NothingPublishedError(f"nothing is published in {home.root} yet: run `dragoman run` first")
    published = _published(home)
    report = {
        "running": home.holder(),
        "last_runs": runs[-_SHOWN_RUNS:],
        "held": runs[-1]["held"] if runs and runs[-1]["status"] == "held" else [],
        "retention": {"kept": len(kept_releases(home.releases)), "keep": _kept_releases(home, runs)},
        "bytes": home.space_used(),
        **published,
    }
    if as_json:
        sys.stdout.write(json.dumps(report, ensure_ascii=False, default=str) + "\n")
        return 0
    console = Console()
    if report["running"]:
        console.print(f"{report['running']} is at work", highlight=False)
    _print_runs(console, home, runs)
    if published["releases"]:
        _print_published(console, home, published)
    console.print(_space_used(report), highlight=False, soft_wrap=True)
    return 0


def _kept_releases(home: Home, runs: list[RunNote]) -> int:
    """How many releases are kept, as the last run was told."""
    told = [int(one["keep_releases"]) for one in runs if "keep_releases" in one]
    if told:
        return told[-1]
    from flows.settings import load_settings  # it brings pydantic along

    return load_settings(home.root).keep_releases


def _published(home: Home) -> dict[str, Any]:
    """What the published database says; empty where there is none."""
    known = releases(home.releases)
    if not known:
        return {"counts": {}, "releases": [], "quarantine": [], "sources": []}
    with Curated(home.releases.current) as curated:
        return {
            "counts": curated.row("status_counts") or {},
            "releases": [one.release_id for one in known],
            "quarantine": curated.rows("status_quarantine"),
            "sources": curated.rows("status_sources"),
        }


def _print_published(console: Console, home: Home, published: dict[str, Any]) -> None:
    console.print(", ".join(f"{value} {name}" for name, value in published["counts"].items()), highlight=False)
    console.print()
    console.print(releases_table(home, all_releases(home.releases)[-_SHOWN_RELEASES:]))
    console.print()
    _print_quarantine(console, published["quarantine"], "In quarantine of the published release")
    console.print(_sources_table(published["sources"]))
    console.print()


def _print_runs(console: Console, home: Home, runs: list[RunNote]) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    table.add_column(
        "run", no_wrap=True, min_width=len(runs[-1]["run_id"]) if runs else None
    )  # it names the report's file
    table.add_column("ended (UTC)", no_wrap=True, min_width=len("2026-01-01 00:00"))
    table.add_column("", min_width=len("published"))
    for name in ("files", "new articles", "took"):
        table.add_column(name)
    for one in reversed(runs[-_SHOWN_RUNS:]):
        took = f"{one['seconds']:.1f} s" if one.get("seconds") is not None else None
        known = (one.get("files"), one.get("articles_new"), took)
        table.add_row(
            one["run_id"],
            one["ended_at"][:16].replace("T", " "),
            one["status"],
            *("" if v is None else str(v) for v in known),
        )
    if runs:
        console.print(table)
        console.print()
        _print_trouble(console, home, runs[-1])


def _print_trouble(console: Console, home: Home, last: RunNote) -> None:
    """Why the last run did not publish, and how to go on."""
    if last["status"] == "failed":
        console.print(Text(f"The last run failed: {last['error']}\n", style="red"), soft_wrap=True)
    if last["status"] != "held":
        return
    console.print("The last release is held back; what is published stays as it was.", style="bold red")
    for one in last["held"]:
        text = f"{one['table_name']}: {one['check_name']}: {one['observed']}; wanted: {one['expected']}"
        console.print(Text(text), soft_wrap=True)
        for row in one["offenders"]:
            names = " ".join(name for name in row["article_ids"] if name != row["row_id"])
            console.print(Text(f"    {row['row_id']}: {row['detail'][:160]}  {names}", style="dim"), soft_wrap=True)
        if len(one.get("article_ids", ())) > 1:
            console.print(f"    {len(one['article_ids'])} articles are to blame in all.", style="dim", highlight=False)
    for command in how_to_go_on(last["held"]):
        console.print(Text(f"Go on: {command} --home {home.root}"), soft_wrap=True)
    console.print()
    if last.get("quarantine"):
        _print_quarantine(console, last["quarantine"], "In quarantine of the held run")


def _space_used(report: dict[str, Any]) -> str:
    kept = report["retention"]
    sizes = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in report["bytes"].items())
    return f"Kept: {kept['kept']} of the last {kept['keep']} releases. On disk: {sizes}."


def _print_quarantine(console: Console, quarantine: list[Row], title: str) -> None:
    if not quarantine:
        console.print(f"{title}: nothing\n")
        return
    console.print(f"{title}: {len(quarantine)}", style="bold")
    for item in quarantine[:_SHOWN_QUARANTINE]:
        console.print(Text(f"{item['file_name']}  {item['reason']}"), soft_wrap=True)
        console.print(Text(f"    {item['fix']}  ({item['item_id']})", style="dim"), soft_wrap=True)
    if len(quarantine) > _SHOWN_QUARANTINE:
        console.print(f"… and {len(quarantine) - _SHOWN_QUARANTINE} more: dragoman sql 'from quarantine'")
    console.print()


def _sources_table(sources: list[Row]) -> Table:
    table = Table("source", "articles", "words each", "dated", "with headline", "last seen (UTC)", box=box.SIMPLE_HEAD)
    table.show_edge = False
    for row in sources:
        table.add_row(
            Text(str(row["source"])),
            str(row["articles"]),
            f"{row['words']:.0f}",
            f"{row['dated']:.0f} %",
            f"{row['headlined']:.0f} %",
            f"{row['last_seen']:%Y-%m-%d %H:%M}",
        )
    return table
