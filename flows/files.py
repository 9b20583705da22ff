"""Which files a run looks at, and reading them whole even while somebody writes them."""

import errno
import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.errors import UsageError

SIDECAR_SUFFIX = ".meta.json"
_PATIENCE = (0.05, 0.2, 0.5)  # seconds between attempts to read a file that is being written


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read. `origin` is the folder it was found in (or 'inbox'); its name is relative to that."""

    origin: str
    file_name: str
    path: Path
    sidecar: Path | None


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes and its sidecar's, with what the disk says of it."""

    raw: bytes
    sidecar: bytes | None
    modified_ns: int


class UnsteadyFileError(Exception):
    """A file kept changing while it was read."""


def find_files(paths: Sequence[Path], inbox: Path) -> Iterator[FoundFile]:
    """The files below `paths` (none: the inbox) in order of name; hidden files and sidecars are no articles.

    Raises UsageError for a path that does not exist.
    """
    require_paths(paths)
    if not paths:
        yield from _below(inbox, "inbox")
    for path in paths:
        if path.is_dir():
            origin = "inbox" if path.resolve() == inbox.resolve() else str(path.resolve())
            yield from _below(path, origin)
        else:
            yield _found(path.parent, path, str(path.parent.resolve()))


def require_paths(paths: Sequence[Path]) -> None:
    """Raise UsageError for the first path that does not exist."""
    for path in paths:
        if not path.exists():
            hint = f" (an article's id: --without {path})" if path.name.startswith("ar_") else ""
            raise UsageError(f"{path} does not exist: name a file or a folder of articles{hint}")


def modified_ns(found: FoundFile) -> int:
    """When the file or its sidecar last changed, by the file system's own mark, in nanoseconds.

    Programs that copy and unpack set the modification time as they like; nobody sets the change time (st_ctime).
    """
    newest = found.path.stat().st_ctime_ns
    return max(newest, found.sidecar.stat().st_ctime_ns) if found.sidecar else newest


def read_steadily(found: FoundFile) -> FileContent:
    """The file's bytes as they were at one moment.

    Raises UnsteadyFileError for a file that changes at every attempt, OSError for one that cannot be read, is no regular
    file (a pipe would be waited for without end) or is a link that leads nowhere.
    """
    if not stat.S_ISREG(_mode(found.path)):
        raise OSError(errno.EINVAL, "it is a pipe, a socket or a device, not a regular file")
    for pause in (*_PATIENCE, None):
        before = modified_ns(found), found.path.stat().st_size
        raw = found.path.read_bytes()
        sidecar = found.sidecar.read_bytes() if found.sidecar else None
        if before == (modified_ns(found), len(raw)):
            return FileContent(raw, sidecar, before[0])
        if pause is not None:
            time.sleep(pause)
    raise UnsteadyFileError(found.file_name)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise OSError(errno.EINVAL, "it is a link to a file that is not there") from None
        raise


def _below(folder: Path, origin: str) -> Iterator[FoundFile]:
    """The files below a folder; what leaves while it is being listed, or cannot be listed, is not there."""
    paths = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(parent, name) for name in names if not name.startswith(".")]
    for path in sorted(paths):
        if not path.name.endswith(SIDECAR_SUFFIX) and os.path.lexists(path):
            yield _found(folder, path, origin)


def _found(folder: Path, path: Path, origin: str) -> FoundFile:
    candidates = (path.with_name(path.name + SIDECAR_SUFFIX), path.with_name(path.stem + SIDECAR_SUFFIX))
    sidecar = next((candidate for candidate in candidates if candidate.is_file()), None)
    return FoundFile(origin, path.relative_to(folder).as_posix(), path, sidecar)
