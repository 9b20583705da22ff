"""Where releases are kept; apart, so that commands that only read start without what building needs."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReleasePaths:
    """Where the published database and its predecessors are."""

    home: Path

    @property
    def current(self) -> Path:
        """The published database."""
        return self.home / "curated.duckdb"

    @property
    def log(self) -> Path:
        """The write-ahead log that a program leaves which writes into the published database; DuckDB replays it."""
        return self.home / "curated.duckdb.wal"

    @property
    def note(self) -> Path:
        """The id of the release that was put in place last."""
        return self.folder / "current.txt"

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
