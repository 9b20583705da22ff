"""Releases: which are kept, which one is published, and putting another in its place by one atomic rename."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from schemas.catalog import PUBLISHED
from schemas.operations import Release
from warehouse.errors import NothingPublishedError, ReleaseDamagedError, WarehouseError
from warehouse.explain import explained
from warehouse.raw_store import sync_file, sync_folder
from warehouse.release_paths import ReleasePaths
from warehouse.sql import sql


def publish_release(paths: ReleasePaths, release_id: str) -> None:
    """Put the staged file in place: a copy is kept under its own name, then the file itself is made current.

    What another program writes into the published database thus never reaches the kept release.
    """
    staged = paths.staged(release_id)
    _copy(staged, paths.of(release_id), staged.with_suffix(".copy"))
    _put_in_place(paths, staged, release_id)


def make_current(paths: ReleasePaths, kept: Path) -> None:
    """Make a copy of a kept release the published database."""
    incoming = paths.folder / "incoming.copy"
    _copy(kept, incoming, incoming)
    _put_in_place(paths, incoming, kept.stem)


def _put_in_place(paths: ReleasePaths, incoming: Path, release_id: str) -> None:
    """One atomic rename. Readers that have the former database open keep reading it."""
    noted = paths.note.with_suffix(".tmp")
    noted.write_text(release_id, "utf-8")
    sync_file(noted)
    noted.replace(paths.note)
    # A program that wrote into the former database and was killed has left its log; DuckDB would replay it on this one.
    paths.log.unlink(missing_ok=True)
    incoming.replace(paths.current)
    sync_folder(paths.folder)
    sync_folder(paths.home)


def _copy(source: Path, target: Path, beside: Path) -> None:
    """A durable copy that is there in full or not at all, with the same modification time."""
    try:
        shutil.copy2(source, beside)
        sync_file(beside)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    beside.replace(target)


def releases(paths: ReleasePaths) -> list[Release]:
    """Every release that the published database knows of, oldest first; none where nothing is published.

    Raises ReleaseDamagedError where it cannot be read.
    """
    return releases_in(paths.current) if paths.current.exists() else []


def all_releases(paths: ReleasePaths) -> list[Release]:
    """Every release, oldest first: those that the published database knows of, and kept ones that it was rolled back from."""
    known = {release.release_id: release for release in releases(paths)}
    for release_id, kept in kept_releases(paths).items():
        if release_id not in known:
            known |= {release.release_id: release for release in releases_in(kept) if release.release_id not in known}
    return sorted(known.values(), key=lambda release: (release.published_at, release.release_no))


def is_whole(database: Path) -> bool:
    """Whether every block of every published table can be read."""
    try:
        with duckdb.connect(database, read_only=True) as connection:
            for table in PUBLISHED:
                connection.execute(sql("queries/checksum").replace("$table", table.name)).fetchall()
    except duckdb.Error:
        return False
    return True


def releases_in(database: Path) -> list[Release]:
    """The releases that one database knows of. Raises ReleaseDamagedError where it cannot be read."""
    with explained(database, ReleaseDamagedError), duckdb.connect(database, read_only=True) as connection:
        try:
            cursor = connection.execute(sql("queries/releases"))
            names = [column[0] for column in cursor.description or ()]
            known = [Release(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
        except duckdb.CatalogException as error:
            raise ReleaseDamagedError(f"{database} is no published database ({error})") from error
    if not known:
        raise ReleaseDamagedError(f"{database} has no release")
    return known


def kept_releases(paths: ReleasePaths) -> dict[str, Path]:
    """The releases whose database is still here, by id."""
    return {path.stem: path for path in sorted(paths.folder.glob("rl_*.duckdb"))}


def roll_back(paths: ReleasePaths, release_id: str, retracted: Mapping[str, str]) -> None:
    """Make an earlier release current again; `retracted` are the reasons for which articles were, by id.

    Raises WarehouseError for a release that is not kept, is damaged, or holds a retracted article.
    """
    kept = kept_releases(paths)
    if release_id not in kept:
        known = ", ".join(kept) or "none"
        raise WarehouseError(f"release {release_id} is not kept; these are: {known}")
    if not is_whole(kept[release_id]):
        raise WarehouseError(f"{kept[release_id]} is damaged: roll back to another release; the published one stays")
    if republished := _republished(kept[release_id], sorted(retracted)):
        article_id, file_name = republished[0]
        raise WarehouseError(
            f"release {release_id} holds {file_name} ({article_id}), which was retracted since ({retracted[article_id]}) "
            "and would be published again: roll back to a later release"
        )
    make_current(paths, kept[release_id])


def _republished(release: Path, retracted: Sequence[str]) -> list[tuple[str, str]]:
    """The ids and files of the articles of a release that are among `retracted`."""
    with duckdb.connect(release, read_only=True) as connection:
        return connection.execute(sql("queries/republished"), [retracted]).fetchall()


def prune_releases(paths: ReleasePaths, keep: int) -> list[str]:
    """Delete the oldest kept releases beyond `keep`, never the current one, and staged files left by a killed run."""
    for staged in (*paths.folder.glob("*.staged*"), *paths.folder.glob("*.copy")):
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
