"""The raw bytes of every file ever taken in, content-addressed and compressed: all else can be rebuilt from here.

Each intake is one *pack*: a zip file (any tool can open it, and each member carries a checksum) named by its number.
Members are the bytes under their SHA-256; `journal.jsonl` says which files arrived with them, in order, and which
articles were retracted. A pack is written beside its place, synced and renamed: it is there in full or not at all.
"""

import json
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from warehouse.errors import WarehouseError

_JOURNAL = "journal.jsonl"
# Zip members carry a date; a fixed one keeps packs equal for equal content.
_EPOCH = (1980, 1, 1, 0, 0, 0)

JournalEntry = dict[str, Any]


class RawStore:
    """The packs below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def packs(self) -> list[Path]:
        """The packs in order of arrival."""
        return sorted(self.folder.glob("[0-9]*.zip"))

    @cached_property
    def _pack_of(self) -> dict[str, Path]:
        return {name: pack for pack in self.packs for name in _names(pack) if name != _JOURNAL}

    def write_pack(self, entries: Sequence[JournalEntry], contents: Mapping[str, bytes]) -> Path:
        """Store `contents` (bytes by SHA-256) and the journal of what arrived, durably; gives the pack's path."""
        self.folder.mkdir(parents=True, exist_ok=True)
        packs = self.packs
        number = int(packs[-1].stem) + 1 if packs else 1
        target = self.folder / f"{number:06d}.zip"
        staged = target.with_suffix(".tmp")
        with staged.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                journal = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
                archive.writestr(_member(_JOURNAL), journal.encode("utf-8"))
                for digest, raw in contents.items():
                    archive.writestr(_member(digest), raw)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(target)
        sync_folder(self.folder)
        self.__dict__.pop("_pack_of", None)
        return target

    def read(self, digest: str) -> bytes:
        """The bytes with this SHA-256. Raises WarehouseError where no pack has them or the pack is damaged."""
        pack = self._pack_of.get(digest)
        if pack is None:
            raise WarehouseError(
                f"no pack in {self.folder} has the bytes {digest[:16]}…: restore the folder from a backup"
            )
        try:
            with zipfile.ZipFile(pack) as archive:
                return archive.read(digest)
        except (zipfile.BadZipFile, OSError) as error:
            raise WarehouseError(f"{pack} is damaged ({error}): restore it from a backup") from error

    def has(self, digest: str) -> bool:
        """Whether some pack holds these bytes."""
        return digest in self._pack_of

    def journal(self, after: str = "") -> Iterator[JournalEntry]:
        """Every entry of every pack with a number above `after`, in order of arrival."""
        for pack in self.packs:
            if pack.stem <= after:
                continue
            with zipfile.ZipFile(pack) as archive:
                for line in archive.read(_JOURNAL).decode("utf-8").splitlines():
                    yield json.loads(line)

    def size_on_disk(self) -> int:
        """Bytes that the packs take."""
        return sum(pack.stat().st_size for pack in self.packs)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` durable (POSIX; a no-op where folders cannot be opened)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _names(pack: Path) -> list[str]:
    try:
        with zipfile.ZipFile(pack) as archive:
            return archive.namelist()
    except zipfile.BadZipFile as error:
        raise WarehouseError(f"{pack} is damaged ({error}): restore it from a backup") from error


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
