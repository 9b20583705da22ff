"""Releases: a database built beside the published one, audited as that very file, and put in place by one rename."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

import duckdb

from schemas.catalog import PUBLISHED, TABLES
from schemas.operations import Check, Release
from schemas.render.frames import from_frame, to_frame
from schemas.table import Table
from warehouse.errors import NothingPublishedError, WarehouseError
from warehouse.raw_store import sync_folder
from warehouse.sql import names_in, sql
from warehouse.store import WorkingStore

# Tables that tell of the pipeline itself; a release's changes are changes of the others.
_OPERATIONS = ("quarantine", "checks", "releases", "release_changes")
_CONTENT = tuple(table for table in PUBLISHED if table.name not in _OPERATIONS)
# The history of checks and changes that a release carries along.
_HISTORY = 20


@dataclass(frozen=True, slots=True)
class ReleasePaths:
    """Where the published database and its predecessors are."""

    home: Path

    @property
    def current(self) -> Path:
        """The published database."""
        return self.home / "curated.duckdb"

    @property
    def folder(self) -> Path:
        """The folder of all kept releases, the current one among them."""
        return self.home / "releases"

    def of(self, release_id: str) -> Path:
        """The file of one release."""
        return self.folder / f"{release_id}.duckdb"

    def staged(self, release_id: str) -> Path:
        """The file that a release is built in."""
        return self.folder / f"{release_id}.staged"


def build_release(store: WorkingStore, staged: Path) -> None:
    """Write every published table and view into a new file at `staged`, less the rows that only the audit can give."""
    staged.parent.mkdir(parents=True, exist_ok=True)
    discard(staged)
    connection = store.connection
    catalog = connection.execute(sql("queries/current_catalog")).fetchone()
    connection.execute(sql("queries/attach_release").replace("$path", str(staged).replace("'", "''")))
    try:
        connection.execute("USE release")
        for table in PUBLISHED:
            connection.execute(sql(f"ddl/{table.name}"))
        connection.execute(f'USE "{catalog[0] if catalog else "memory"}"')
        for name in names_in("publish"):
            connection.execute(f"INSERT INTO release.{name} {sql(f'publish/{name}')}")
        connection.execute("USE release")
        for name in names_in("views"):
            connection.execute(sql(f"views/{name}"))
    finally:
        connection.execute(f'USE "{catalog[0] if catalog else "memory"}"')
        connection.execute("DETACH release")


def finish_release(
    paths: ReleasePaths,
    staged: Path,
    release: Release,
    checks: Sequence[Check],
    corrected: Sequence[str],
    *,
    code_changed: bool,
) -> int:
    """Add the release's own rows, its checks and its changes against the current release to the audited file.

    Gives the number of rows that changed.
    """
    with duckdb.connect(staged) as connection:
        connection.register("own_release", to_frame(TABLES["releases"], [release]).to_arrow())
        connection.register("own_checks", to_frame(TABLES["checks"], checks).to_arrow())
        if paths.current.exists():
            connection.execute(sql("queries/attach_previous").replace("$path", str(paths.current).replace("'", "''")))
            for name in ("releases", "checks", "release_changes"):
                connection.execute(sql(f"queries/carry_{name}"), [_HISTORY] if name != "releases" else [])
        connection.execute(sql("queries/insert_own_release"))
        for table in _CONTENT:
            _record_changes(connection, table, release.release_id, corrected, code_changed=code_changed)
        if paths.current.exists():
            connection.execute("DETACH previous")
        changes = connection.execute(sql("queries/count_own_changes"), [release.release_id]).fetchall()[0][0]
        connection.execute("CHECKPOINT")
    with staged.open("rb") as file:
        os.fsync(file.fileno())
    return int(changes)


def publish_release(paths: ReleasePaths, release_id: str) -> None:
    """Put the staged file in place: kept under its own name, then made current by one atomic rename."""
    kept = paths.of(release_id)
    paths.staged(release_id).replace(kept)
    make_current(paths, kept)


def make_current(paths: ReleasePaths, kept: Path) -> None:
    """Make a kept release the published database. Readers that have the former one open keep reading it."""
    incoming = paths.home / ".curated.incoming"
    discard(incoming)
    try:
        incoming.hardlink_to(kept)
    except OSError:  # a file system without hard links
        incoming.write_bytes(kept.read_bytes())
    incoming.replace(paths.current)
    sync_folder(paths.folder)
    sync_folder(paths.home)


def releases(paths: ReleasePaths) -> list[Release]:
    """Every release that the published database knows of, oldest first; none where nothing is published."""
    if not paths.current.exists():
        return []
    with duckdb.connect(paths.current, read_only=True) as connection:
        frame = connection.execute(sql("queries/releases")).pl()
    return from_frame(Release, frame)


def kept_releases(paths: ReleasePaths) -> dict[str, Path]:
    """The releases whose database is still here, by id."""
    return {path.stem: path for path in sorted(paths.folder.glob("rl_*.duckdb"))}


def roll_back(paths: ReleasePaths, release_id: str) -> None:
    """Make an earlier release current again. Raises WarehouseError for one that is not kept."""
    kept = kept_releases(paths)
    if release_id not in kept:
        known = ", ".join(kept) or "none"
        raise WarehouseError(f"release {release_id} is not kept; these are: {known}")
    make_current(paths, kept[release_id])


def prune_releases(paths: ReleasePaths, keep: int) -> list[str]:
    """Delete the oldest kept releases beyond `keep`, never the current one, and staged files left by a killed run."""
    for staged in paths.folder.glob("*.staged*"):
        discard(staged)
    order = {release.release_id: number for number, release in enumerate(releases(paths))}
    kept = kept_releases(paths)
    current = current_release(paths).release_id if paths.current.exists() else None
    ranked = sorted(kept, key=lambda name: order.get(name, -1))
    surplus = [name for name in ranked[: max(0, len(ranked) - keep)] if name != current]
    for name in surplus:
        discard(kept[name])
    return surplus


def current_release(paths: ReleasePaths) -> Release:
    """The published release. Raises NothingPublishedError where there is none."""
    known = releases(paths)
    if not known:
        raise NothingPublishedError(f"nothing is published in {paths.home} yet: run `dragoman run` first")
    return known[-1]


def discard(path: Path) -> None:
    """Delete a database file and its write-ahead log, if they are there."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)


def _record_changes(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    release_id: str,
    corrected: Sequence[str],
    *,
    code_changed: bool,
) -> None:
    values = {"table": table.name, "key": ", ".join(table.key), **_owner(table)}
    has_previous = connection.execute(sql("queries/has_previous")).fetchone() is not None
    if has_previous:
        parameters = [list(corrected), release_id, code_changed]
        query = Template(sql("queries/release_changes")).substitute(values)
    else:
        parameters = [release_id]
        query = Template(sql("queries/first_release_changes")).substitute(values)
    connection.execute(f"INSERT INTO release_changes {query}", parameters)


def _owner(table: Table) -> dict[str, str]:
    """Which column ties a row to articles, and the relation that lists those articles."""
    names = table.column_names
    if table.name in ("events", "event_claims"):
        return {"owner": "event_id", "touching": "of_event"}
    if table.name == "entities":
        return {"owner": "entity_id", "touching": "of_entity"}
    assert "article_id" in names, table.name
    return {
        "owner": "article_id",
        "touching": "(SELECT article_id FROM main.articles UNION SELECT article_id FROM gone)",
    }
