"""Where things are below one home folder."""

import fcntl
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from flows.errors import DragomanError
from warehouse.release_paths import ReleasePaths

_LOCK_PAUSE = 0.1  # seconds between attempts to take the lock
_GRACE = 0.3  # seconds in which somebody who only asks who holds the home lets go of it


@dataclass(frozen=True, slots=True)
class Home:
    """The layout of a home folder; nothing is created until it is needed."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where article files are dropped; never changed by Dragoman."""
        return self.root / "inbox"

    @property
    def store(self) -> Path:
        """The working store."""
        return self.root / "warehouse.duckdb"

    @property
    def raw(self) -> Path:
        """The raw bytes of everything ever taken in."""
        return self.root / "raw"

    @property
    def unfinished_reprocess(self) -> Path:
        """The mark of a reprocess that has not come to its end."""
        return self.root / "reprocess.unfinished"

    @property
    def cache(self) -> Path:
        """Parses, and what was found in them; it may be deleted at any time."""
        return self.root / "cache.sqlite"

    @property
    def reports(self) -> Path:
        """One HTML report a run."""
        return self.root / "reports"

    @property
    def serve_note(self) -> Path:
        """The API address of a running `dragoman serve`; there only while it runs."""
        return self.root / "serve.url"

    @property
    def releases(self) -> ReleasePaths:
        """The published database and its predecessors."""
        return ReleasePaths(self.root)

    def create(self) -> None:
        """Make the folders that a run needs. Raises DragomanError where that is not possible."""
        try:
            for folder in (self.root, self.inbox):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DragomanError(
                f"cannot write to {self.root} ({error.strerror}): choose another folder with --home or DRAGOMAN_HOME"
            ) from error

    def space_used(self) -> dict[str, int]:
        """Bytes on disk by what they are for; a file that two names share counts once."""
        parts = {
            "raw": [self.raw],
            "store": sorted(self.root.glob("warehouse.duckdb*")),
            "cache": sorted(self.root.glob("cache.sqlite*")),
            "releases": [self.releases.folder, *sorted(self.root.glob("curated.duckdb*"))],
            "reports": [self.reports],
        }
        return {name: _bytes_of(paths) for name, paths in parts.items()}

    def holder(self) -> str | None:
        """Who holds the home now; None where nobody does."""
        path = self.root / ".lock"
        if not path.exists():
            return None
        with path.open("r", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return _holder(path)
        return None

    @contextmanager
    def locked(self, holder: str, wait_seconds: float = 0.0) -> Iterator[None]:
        """Hold the home for one writer; the lock goes with the process.

        Raises HomeBusyError naming who holds it, once `wait_seconds` are over.
        """
        path = self.root / ".lock"
        until = time.monotonic() + max(wait_seconds, _GRACE)
        with path.open("a+", encoding="utf-8") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError as error:
                    if time.monotonic() >= until:
                        raise HomeBusyError(_describe_holder(self.root, path)) from error
                time.sleep(_LOCK_PAUSE)
            file.seek(0)
            file.truncate()
            json.dump({"pid": os.getpid(), "holder": holder}, file)
            file.flush()
            yield


class HomeBusyError(DragomanError):
    """Another run holds the home."""


def _describe_holder(root: Path, path: Path) -> str:
    return f"{root} is in use by {_holder(path)}: wait for it to finish (--wait SECONDS), or stop it"


def _holder(path: Path) -> str:
    try:
        owner = json.loads(path.read_text("utf-8"))
        return f"{owner['holder']} (process {owner['pid']})"
    except (ValueError, KeyError, OSError):
        return "another process"


def _bytes_of(paths: Iterable[Path]) -> int:
    files = (file for path in paths for file in ([path] if path.is_file() else path.rglob("*")))
    sizes = {}
    for file in files:
        with suppress(FileNotFoundError):  # a run goes on
            status = file.stat()
            sizes[status.st_ino] = status.st_blocks * 512
    return sum(sizes.values())
