"""`dragoman releases`: what was published, when, and which of it is still kept."""

import json
import sys
from collections.abc import Collection

from rich import box
from rich.console import Console
from rich.table import Table

from flows.home import Home
from schemas.operations import Release
from warehouse.errors import NothingPublishedError
from warehouse.release import all_releases, current_release, kept_releases


def releases_command(home: Home, *, as_json: bool) -> int:
    """List the releases, newest first, the current one marked."""
    known = all_releases(home.releases)
    if not known:
        raise NothingPublishedError(f"nothing is published in {home.root} yet: run `dragoman run` first")
    if as_json:
        kept, current = kept_releases(home.releases), current_release(home.releases).release_id
        rows = [_as_dict(release, kept, current) for release in reversed(known)]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
    else:
        Console().print(releases_table(home, known))
    return 0


def rollback_command(home: Home, release_id: str) -> int:
    """Make an earlier release current and say so."""
    from flows.rollback import roll_back_to  # it brings polars along

    with home.locked(f"dragoman rollback {release_id}"):
        mended = roll_back_to(home, release_id)
    if mended:
        Console().print(f"Note: {mended}", highlight=False, soft_wrap=True)
    Console().print(
        f"{release_id} is the published database again; the next run with something new goes forward from it"
    )
    return 0


def releases_table(home: Home, known: list[Release]) -> Table:
    """The releases as a table, newest first."""
    kept = kept_releases(home.releases)
    current = current_release(home.releases)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    table.add_column("release", no_wrap=True, min_width=len(current.release_id))  # an id that is cut is of no use
    for name in ("published (UTC)", "articles", "events", "checks", ""):
        table.add_column(name)
    for release in reversed(known):
        note = "kept" if release.release_id in kept else "pruned"
        if release.release_id == current.release_id:
            note = "current"
        elif (release.published_at, release.release_no) > (current.published_at, current.release_no):
            note = f"{note}, rolled back from"
        checks = f"{release.checks_passed} held" + (
            f", {release.checks_failed} warned" if release.checks_failed else ""
        )
        published = f"{release.published_at:%Y-%m-%d %H:%M:%S}"
        table.add_row(release.release_id, published, str(release.articles), str(release.events), checks, note)
    return table


def _as_dict(release: Release, kept: Collection[str], current: str) -> dict[str, object]:
    return {
        "release_id": release.release_id,
        "published_at": release.published_at.isoformat(),
        "run_id": release.run_id,
        "articles": release.articles,
        "events": release.events,
        "kept": release.release_id in kept,
        "current": release.release_id == current,
    }
