"""A published database that is gone, damaged, or was written into by another program: a kept release takes its place."""

import filecmp
import os
from contextlib import suppress
from pathlib import Path

from warehouse.errors import ReleaseDamagedError, StoreDamagedError
from warehouse.release import is_whole, kept_releases, make_current, releases, releases_in
from warehouse.release_paths import ReleasePaths


def mend(paths: ReleasePaths) -> str | None:
    """Put a kept release in the place of a published database that is not as it was published.

    Gives what was done in a sentence, None where nothing was wrong. The file that was there is kept.
    """
    try:
        if releases(paths):
            return _restore(paths, f"{paths.current} was changed by another program") if _is_changed(paths) else None
        if not paths.folder.exists():
            return None
        said = f"{paths.current} was gone"
    except ReleaseDamagedError as error:
        said = str(error)
    return _restore(paths, said) or _set_aside_alone(paths, said)


def replace_damaged(paths: ReleasePaths, error: ReleaseDamagedError) -> str:
    """Put a kept release in the place of a published database of which some block cannot be read.

    Raises StoreDamagedError where every block of it can: then the damage is beside it.
    """
    if is_whole(paths.current):
        raise StoreDamagedError(str(error)) from error
    said = _restore(paths, str(error)) or _set_aside_alone(paths, str(error))
    return said or f"{error}; there is no earlier release, so it was built anew from the raw packs"


def _is_changed(paths: ReleasePaths) -> bool:
    """Whether the published database differs from every kept release, though its own is still kept."""
    if not _noted(paths) or not paths.of(_noted(paths)).exists():
        return False
    if paths.log.exists():
        return True
    kept = kept_releases(paths).values()
    own = paths.current.stat()
    if any((one.stat().st_size, one.stat().st_mtime_ns) == (own.st_size, own.st_mtime_ns) for one in kept):
        return False
    same = next((one for one in kept if filecmp.cmp(one, paths.current, shallow=False)), None)
    if same:  # the home was copied, and the times were not
        os.utime(paths.current, ns=(same.stat().st_atime_ns, same.stat().st_mtime_ns))
    return same is None


def _restore(paths: ReleasePaths, said: str) -> str | None:
    """Put the release that was current back, or else the newest one that is whole; None where there is none."""
    readable: list[tuple[bool, int, Path]] = []
    for release_id, kept in kept_releases(paths).items():
        with suppress(ReleaseDamagedError):
            readable.append((release_id == _noted(paths), releases_in(kept)[-1].release_no, kept))
    best = next((kept for _, _, kept in sorted(readable, reverse=True) if is_whole(kept)), None)
    if best is None:
        return None
    aside = _aside(paths)
    if paths.current.exists():
        aside.unlink(missing_ok=True)
        try:
            aside.hardlink_to(paths.current)
        except OSError:  # a file system without hard links
            paths.current.replace(aside)
    _move_log(paths, aside)
    make_current(paths, best)
    return f"{said}; {best.stem} was put back" + (
        f", and what was there is kept as {aside.name}" if aside.exists() else ""
    )


def _set_aside_alone(paths: ReleasePaths, said: str) -> str | None:
    if not paths.current.exists():
        return None
    aside = _aside(paths)
    paths.current.replace(aside)
    _move_log(paths, aside)
    return f"{said}; it is kept as {aside.name}, and a new one was built from the raw packs"


def _aside(paths: ReleasePaths) -> Path:
    return paths.current.with_name(f"{paths.current.name}.damaged")


def _move_log(paths: ReleasePaths, aside: Path) -> None:
    if paths.log.exists():
        paths.log.replace(aside.with_name(aside.name + ".wal"))


def _noted(paths: ReleasePaths) -> str:
    """The id of the release that was put in place last; empty where none was."""
    try:
        return paths.note.read_text("utf-8").strip()
    except OSError:
        return ""
