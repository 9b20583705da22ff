"""Parses of paragraphs that were parsed before, by the hash of their text: a cache, and never the only copy of anything.

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
_SIDE_FILES = ("", "-journal", "-wal", "-shm")


class ParseStore:
    """The packed parses in one file, which is made when something is stored. `most_bytes` bounds it; 0 keeps nothing.

    No method raises for what is wrong with the file: a cache that cannot be read has nothing, one that cannot be written
    keeps nothing. `trouble` then says why.
    """

    def __init__(self, path: Path, stamp: str, most_bytes: int) -> None:
        """`stamp` names the model and the format; the parses of other stamps are the first to go."""
        self.path = path
        self.trouble: str | None = None
        self.stamp = stamp
        self._most_bytes = most_bytes
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def find(self, keys: Collection[bytes]) -> dict[bytes, Place]:
        """Where the paragraphs with these keys are, as far as they are known."""
        if not self.path.exists() or not keys or not self._most_bytes:
            return {}
        return self._tried(lambda connection: _find(connection, keys), {})

    def read(self, chunks: Collection[int]) -> dict[int, bytes]:
        """The packed chunks with these numbers."""
        if not chunks:
            return {}
        wanted = json.dumps(sorted(chunks))
        return self._tried(lambda connection: dict(_run(connection, "read_chunks", [wanted])), {})

    def add(self, chunks: Sequence[tuple[Sequence[bytes], bytes]]) -> None:
        """Keep packed chunks with the keys of their paragraphs, in order; what has no room any more goes."""
        if chunks and self._most_bytes:
            self._tried(lambda connection: self._add(connection, chunks), None)

    def _add(self, connection: sqlite3.Connection, chunks: Sequence[tuple[Sequence[bytes], bytes]]) -> None:
        with connection:
            for keys, packed in chunks:
                number = connection.execute(sql("parse_cache/add_chunk"), [self.stamp, packed]).lastrowid
                rows = [(key, number, position) for position, key in enumerate(keys)]
                connection.executemany(sql("parse_cache/add_paragraph"), rows)
            _prune(connection, self.stamp, self._most_bytes)

    def _tried(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        try:
            if self._connection is None:
                self._connection = _opened(self.path)
            return work(self._connection)
        except sqlite3.OperationalError as error:  # no room, no right to write: the file itself may be whole
            self.trouble = f"parses are not kept ({error})"
        except sqlite3.DatabaseError as error:
            self.trouble = f"{self.path.name} was damaged ({error}) and begun anew; that costs time and nothing else"
            self.close()
            _remove(self.path)
        return otherwise


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.executescript(sql("parse_cache/create"))
    return connection


def _run(connection: sqlite3.Connection, query: str, parameters: Sequence[object]) -> list[tuple[int, bytes]]:
    return connection.execute(sql(f"parse_cache/{query}"), parameters).fetchall()


def _find(connection: sqlite3.Connection, keys: Collection[bytes]) -> dict[bytes, Place]:
    with connection:
        connection.executemany(sql("parse_cache/want_paragraph"), [(key,) for key in keys])
        found = connection.execute(sql("parse_cache/find_paragraphs")).fetchall()
        connection.execute(sql("parse_cache/forget_wanted"))
    return {key: (chunk_no, position) for key, chunk_no, position in found}


def _prune(connection: sqlite3.Connection, stamp: str, most_bytes: int) -> None:
    """Drop chunks until the rest fits; SQLite fills their pages again."""
    sizes = connection.execute(sql("parse_cache/chunk_sizes"), [stamp]).fetchall()
    excess = sum(size for _, size in sizes) - most_bytes
    dropped = []
    for number, size in sizes:
        if excess <= 0:
            break
        dropped.append(number)
        excess -= size
    if dropped:
        for query in ("drop_paragraphs", "drop_chunks"):
            connection.execute(sql(f"parse_cache/{query}"), [json.dumps(dropped)])


def _remove(path: Path) -> None:
    for suffix in _SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
