"""DuckDB's errors about a file, as what they mean to the person at the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.errors import NoRoomError, ReleaseDamagedError, StoreBusyError, StoreDamagedError, WarehouseError

_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
# As DuckDB and the operating system word them.
_NO_ROOM = ("no space left", "disk quota", "file too large", "max_temp_directory_size")
_NO_ACCESS = ("permission denied", "read-only file system", "operation not permitted")
_HELD = ("could not set lock", "conflicting lock")


@contextmanager
def explained(path: Path, damaged: type[WarehouseError] = StoreDamagedError) -> Iterator[None]:
    """Turn an error about the file at `path` into a sentence: busy, no room, no access, or else `damaged`."""
    try:
        yield
    except duckdb.Error as error:
        meaning = _meaning(path, error, damaged)
        if meaning is None:
            raise
        raise meaning from error


def _meaning(path: Path, error: Exception, damaged: type[WarehouseError]) -> WarehouseError | None:
    """What an error means; None for one that is not about the file."""
    text = " ".join(str(error).split())
    lower = text.lower()
    if any(words in lower for words in _HELD):
        remedy = "wait for it to finish, or stop it"
        if damaged is ReleaseDamagedError:
            remedy = "open it read-only there (nothing that is written into it stays), or close it"
        return StoreBusyError(f"{path} is opened for writing by another process: {remedy}")
    if any(words in lower for words in _NO_ROOM):
        return NoRoomError(f"no room left beside {path}: free some space and run again; nothing is lost")
    if isinstance(error, duckdb.OutOfMemoryException):
        return WarehouseError(f"not enough memory for {path}: {text[:200]}")
    if any(words in lower for words in _NO_ACCESS):
        return WarehouseError(f"cannot open {path} ({text[:200]}): make it writable for the user that runs Dragoman")
    return damaged(f"{path} is damaged ({text[:200]})") if isinstance(error, _DAMAGE) else None
