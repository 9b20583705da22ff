"""Releases: which are kept, which one is published, and putting another in its place by one atomic rename."""

import shutil
from contextlib import suppress
from pathlib import Path

import duckdb

from schemas.catalog import PUBLISHED
from schemas.operations import Release
from schemas.render.frames import from_frame
from warehouse.errors import NothingPublishedError, ReleaseDamagedError, StoreDamagedError, WarehouseError
from warehouse.explain import explained
from warehouse.raw_store import sync_file, sync_folder
from warehouse.release_paths import ReleasePaths
from warehouse.sql import sql


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
        shutil.copyfile(kept, incoming)
        sync_file(incoming)
    incoming.replace(paths.current)
    sync_folder(paths.folder)
    sync_folder(paths.home)


def releases(paths: ReleasePaths) -> list[Release]:
    """Every release that the published database knows of, oldest first; none where nothing is published.

    Raises ReleaseDamagedError where it cannot be read.
    """
    return _releases_in(paths.current) if paths.current.exists() else []


def mend(paths: ReleasePaths) -> str | None:
    """Put the newest readable kept release in the place of a published database that is gone or cannot be read.

    Gives what was done in a sentence, None where nothing was wrong. The damaged file is kept.
    """
    try:
        if releases(paths) or not paths.folder.exists():
            return None
        said = f"{paths.current} was gone"
    except ReleaseDamagedError as error:
        said = str(error)
    return _restore(paths, said)


def replace_damaged(paths: ReleasePaths, error: ReleaseDamagedError) -> str:
    """Put an earlier release in the place of a published database of which some block cannot be read.

    Raises StoreDamagedError where every block of it can: then the damage is beside it.
    """
    if _is_whole(paths.current):
        raise StoreDamagedError(str(error)) from error
    said = _restore(paths, str(error), leave_out=paths.current.stat().st_ino)
    return said or f"{error}; there is no earlier release, so it was built anew from the raw packs"


def _restore(paths: ReleasePaths, said: str, leave_out: int | None = None) -> str | None:
    readable: list[tuple[int, Path]] = []
    for kept in kept_releases(paths).values():
        with suppress(ReleaseDamagedError):
            if kept.stat().st_ino != leave_out:
                readable.append((_releases_in(kept)[-1].release_no, kept))
    aside = paths.home / f"{paths.current.name}.damaged"
    if readable:
        newest = max(readable)[1]
        if paths.current.exists():
            aside.unlink(missing_ok=True)
            aside.hardlink_to(paths.current)
        make_current(paths, newest)
        return f"{said}; {newest.stem} was put back"
    if paths.current.exists():
        paths.current.replace(aside)
        return f"{said}; it is kept as {aside.name}, and a new one was built from the raw packs"
    return None


def _is_whole(database: Path) -> bool:
    try:
        with duckdb.connect(database, read_only=True) as connection:
            for table in PUBLISHED:
                connection.execute(sql("queries/checksum").replace("$table", table.name)).fetchall()
    except duckdb.Error:
        return False
    return True


def _releases_in(database: Path) -> list[Release]:
    with explained(database, ReleaseDamagedError), duckdb.connect(database, read_only=True) as connection:
        try:
            frame = connection.execute(sql("queries/releases")).pl()
        except duckdb.CatalogException as error:
            raise ReleaseDamagedError(f"{database} is no published database ({error})") from error
    known = from_frame(Release, frame)
    if not known:
        raise ReleaseDamagedError(f"{database} has no release")
    return known


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
        if staged.is_dir():  # DuckDB's own folder for what does not fit into memory
            shutil.rmtree(staged)
        else:
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
    """Delete a database file with its write-ahead log and its folder of temporary files, if they are there."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    shutil.rmtree(path.with_name(path.name + ".tmp"), ignore_errors=True)
