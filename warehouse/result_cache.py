"""Results that were made before, by the hash of what they were made from: a cache, and never the only copy of anything.

It is an SQLite file: any number of small lookups, whole after a kill at any moment, and apart from the working store, so
that losing it costs time and nothing else. What is damaged is dropped and filled anew.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from warehouse.sql import sql

T = TypeVar("T")

Place = tuple[int, int]  # chunk number, position in the chunk
Chunk = tuple[str, Sequence[bytes], bytes]  # what made it, the keys of its results in order, all of them packed
_SIDE_FILES = ("", "-journal", "-wal", "-shm")


class ResultCache:
    """The packed results in one file, which is made when something is stored. `most_bytes` bounds it; 0 keeps nothing.

    No method raises for what is wrong with the file: a cache that cannot be read has nothing, one that cannot be written
    keeps nothing. `trouble` then says why.
    """

    def __init__(self, path: Path, most_bytes: int) -> None:
        self.path = path
        self.trouble: str | None = None
        self._most_bytes = most_bytes
        self._connection: sqlite3.Connection | None = None

    @property
    def keeps(self) -> bool:
        """Whether it may keep anything at all."""
        return self._most_bytes > 0

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def find(self, keys: Collection[bytes]) -> dict[bytes, Place]:
        """Where the results with these keys are, as far as they are known."""
        if not self.keeps or not keys or not self.path.exists():
            return {}
        return self._tried(lambda connection: _find(connection, keys), {})

    def read(self, chunks: Collection[int]) -> dict[int, bytes]:
        """The packed chunks with these numbers."""
        if not chunks:
            return {}
        wanted = json.dumps(sorted(chunks))
        return self._tried(lambda connection: dict(_run(connection, "read_chunks", [wanted])), {})

    def add(self, chunks: Sequence[Chunk], current: Collection[str]) -> None:
        """Keep packed chunks; what has no room any more goes, first what none of the `current` stamps made."""
        if chunks and self.keeps:
            self._tried(lambda connection: self._add(connection, chunks, json.dumps(sorted(current))), None)

    def put(self, chunk: Chunk, current: Collection[str]) -> None:
        """Keep a packed chunk in place of the one that now has its first result, which goes as a whole."""
        if self.keeps:
            self._tried(lambda connection: self._put(connection, chunk, json.dumps(sorted(current))), None)

    def _put(self, connection: sqlite3.Connection, chunk: Chunk, current: str) -> None:
        with connection:
            former = connection.execute(sql("cache_sql/chunks_with_key"), chunk[1][:1]).fetchall()
            _drop(connection, [number for (number,) in former])
            self._add(connection, [chunk], current)

    def _add(self, connection: sqlite3.Connection, chunks: Sequence[Chunk], current: str) -> None:
        with connection:
            for stamp, keys, packed in chunks:
                number = connection.execute(sql("cache_sql/add_chunk"), [stamp, packed]).lastrowid
                rows = [(key, number, position) for position, key in enumerate(keys)]
                connection.executemany(sql("cache_sql/add_result"), rows)
            _prune(connection, current, self._most_bytes)

    def _tried(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        try:
            if self._connection is None:
                self._connection = _opened(self.path)
            return work(self._connection)
        except sqlite3.OperationalError as error:  # no room, no right to write: the file itself may be whole
            self.trouble = f"parses and findings are not kept ({error})"
        except sqlite3.DatabaseError as error:
            self.trouble = f"{self.path.name} was damaged ({error}) and begun anew; that costs time and nothing else"
            self.close()
            _remove(self.path)
        return otherwise


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.executescript(sql("cache_sql/create"))
    return connection


def _run(connection: sqlite3.Connection, query: str, parameters: Sequence[object]) -> list[tuple[int, bytes]]:
    return connection.execute(sql(f"cache_sql/{query}"), parameters).fetchall()


def _find(connection: sqlite3.Connection, keys: Collection[bytes]) -> dict[bytes, Place]:
    with connection:
        connection.executemany(sql("cache_sql/want_result"), [(key,) for key in keys])
        found = connection.execute(sql("cache_sql/find_results")).fetchall()
        connection.execute(sql("cache_sql/forget_wanted"))
    return {key: (chunk_no, position) for key, chunk_no, position in found}


def _prune(connection: sqlite3.Connection, current: str, most_bytes: int) -> None:
    """Drop chunks until the rest fits; SQLite fills their pages again."""
    sizes = connection.execute(sql("cache_sql/chunk_sizes"), [current]).fetchall()
    excess = sum(size for _, size in sizes) - most_bytes
    dropped = []
    for number, size in sizes:
        if excess <= 0:
            break
        dropped.append(number)
        excess -= size
    _drop(connection, dropped)


def _drop(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    if numbers:
        for query in ("drop_results", "drop_chunks"):
            connection.execute(sql(f"cache_sql/{query}"), [json.dumps(numbers)])


def _remove(path: Path) -> None:
    for suffix in _SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
