"""Nightly maintenance: what is past its time is deleted, the whole store is read once, and its health reported."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from prefect import task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed

from flows.clock import now
from flows.home import Home
from flows.serve.notify import notify
from flows.settings import Settings
from warehouse.curated import Curated, Row
from warehouse.errors import NothingPublishedError, WarehouseError
from warehouse.release import prune_releases
from warehouse.store import WorkingStore

_WAIT_SECONDS = 3600.0
_QUIET_DAYS = 7
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Pruned:
    """What retention deleted."""

    releases: int
    reports: int


def maintain(settings: Settings) -> "State[Any]":
    """Do all three, holding the home; a damaged store fails the run, and the next run of the main job rebuilds it."""
    home = Home(settings.home.resolve())
    home.create()
    damage = ""
    with home.locked("dragoman maintenance", _WAIT_SECONDS):
        pruned = _stage("retention")(prune)(home, settings)
        get_run_logger().info("retention: %s releases and %s reports deleted", pruned.releases, pruned.reports)
        try:
            _stage("check-store")(check_store)(home)
        except WarehouseError as error:
            damage = str(error)
    text = health_markdown(home, pruned, damage)
    create_markdown_artifact(text, key="health", description="How the home is doing.")
    create_table_artifact(
        source_rows(home) or [{"": "none"}], key="source-health", description="When each source last came."
    )
    if damage:
        message = f"{damage}. The next run sets it aside and builds a new one from the raw packs; nothing is lost."
        notify(settings, "failed", message, {"flow": "maintenance"})
        return Failed(message=message)
    return Completed(
        message=f"The store can be read in whole; {pruned.releases} releases, {pruned.reports} reports deleted"
    )


def prune(home: Home, settings: Settings) -> Pruned:
    """Delete the releases and reports beyond those that the settings keep."""
    releases = prune_releases(home.releases, settings.keep_releases) if home.releases.current.exists() else []
    reports = sorted(home.reports.glob("*.html"), key=lambda path: path.stat().st_mtime)
    surplus = reports[: max(0, len(reports) - settings.keep_reports)]
    for path in surplus:
        path.unlink()
    return Pruned(len(releases), len(surplus))


def check_store(home: Home) -> None:
    """Read every block of the working store. Raises WarehouseError where one cannot be read."""
    if home.store.exists():
        with WorkingStore(home.store) as store:
            store.verify()


def source_rows(home: Home) -> list[Row]:
    """Each source with what it brought and when it last came; quiet ones are marked."""
    try:
        with Curated(home.releases.current) as curated:
            rows = curated.rows("status_sources")
    except NothingPublishedError:
        return []
    quiet_before = now() - timedelta(days=_QUIET_DAYS)
    return [
        {
            "source": row["source"],
            "articles": row["articles"],
            "last seen (UTC)": f"{row['last_seen']:%Y-%m-%d %H:%M}",
            "health": f"▼ nothing for {(now() - row['last_seen']).days} days"
            if row["last_seen"] < quiet_before
            else "→ comes",
        }
        for row in rows
    ]


def health_markdown(home: Home, pruned: Pruned, damage: str) -> str:
    """The report of a maintenance run."""
    lines = ["# Health of the home", "", f"`{home.root}`", ""]
    lines.append(f"- Store: **{damage}**" if damage else "- Store: every block can be read")
    lines.append(f"- Deleted: {pruned.releases} releases, {pruned.reports} reports past their time")
    try:
        with Curated(home.releases.current) as curated:
            counts = curated.row("status_counts") or {}
    except NothingPublishedError:
        lines.append("- Nothing is published yet")
    else:
        lines.append("- Published: " + ", ".join(f"{value} {name}" for name, value in counts.items()))
    lines += ["", "| kept | megabytes |", "|---|---|"]
    for name in ("raw", "warehouse.duckdb", "curated.duckdb", "releases", "reports", "prefect"):
        lines.append(f"| {name} | {_size(home.root / name) / _MEGABYTE:.1f} |")
    return "\n".join(lines) + "\n"


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def _stage(name: str) -> Any:
    return task(name=name, persist_result=False, cache_policy=NO_CACHE)
