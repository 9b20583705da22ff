"""The raw bytes of every file ever taken in, content-addressed and compressed: all else can be rebuilt from here.

Each intake is one *pack*: a zip file (any tool can open it, and each member carries a checksum) named by its number.
Members are the bytes under their SHA-256; `journal.jsonl` says which files arrived with them, in order, and which
articles were retracted. A pack is written beside its place, synced and renamed: it is there in full or not at all.
"""

import errno
import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from warehouse.errors import NoRoomError, RawPackDamagedError, WarehouseError

_JOURNAL = "journal.jsonl"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# Zip members carry a date; a fixed one keeps packs equal for equal content.
_EPOCH = (1980, 1, 1, 0, 0, 0)

_REMEDY = "restore it from a backup; what is published stays as it is"
_GONE = "is in no raw pack: restore the folder of packs from a backup; what is published stays as it is"

JournalEntry = dict[str, Any]


class RawStore:
    """The packs below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: tuple[Path, zipfile.ZipFile] | None = None

    @property
    def packs(self) -> list[Path]:
        """The packs in order of arrival."""
        return sorted(self.folder.glob("[0-9]*.zip"), key=lambda pack: int(pack.stem))

    @cached_property
    def _pack_of(self) -> dict[str, Path]:
        """Where each digest is; of several packs the newest, which may hold again what an older one lost."""
        return {name: pack for pack in self.packs for name in _names(pack) or ()}

    @property
    def damaged(self) -> list[Path]:
        """The packs that cannot even be listed."""
        return [pack for pack in self.packs if _names(pack) is None]

    def write_pack(self, entries: Sequence[JournalEntry], contents: Mapping[str, bytes]) -> Path:
        """Store `contents` (bytes by SHA-256) and the journal of what arrived, durably; gives the pack's path.

        Raises NoRoomError where the disk is full; then nothing has arrived.
        """
        packs = self.packs
        number = int(packs[-1].stem) + 1 if packs else 1
        target = self.folder / f"{number:06d}.zip"
        staged = target.with_suffix(".tmp")
        try:
            if not self.folder.exists():
                self.folder.mkdir(parents=True)
                sync_folder(self.folder.parent)
            _write(staged, entries, contents)
            staged.replace(target)
        except OSError as error:
            staged.unlink(missing_ok=True)
            if error.errno in NO_ROOM:
                raise NoRoomError(
                    f"no room left in {self.folder}: free some space and run again; nothing is lost"
                ) from error
            raise WarehouseError(f"cannot write to {self.folder} ({error.strerror}): make it writable") from error
        sync_folder(self.folder)
        self.__dict__.pop("_pack_of", None)
        return target

    def read(self, digest: str) -> bytes:
        """The bytes with this SHA-256. Raises RawPackDamagedError where no pack gives them any more."""
        pack = self._pack_of.get(digest)
        if pack is None:
            broken = ", ".join(str(one) for one in self.damaged)
            raise RawPackDamagedError(f"{broken} is damaged: {_REMEDY}" if broken else f"{digest[:16]}… {_GONE}")
        with _damage_told(pack):
            return self._opened(pack).read(digest)

    def _opened(self, pack: Path) -> zipfile.ZipFile:
        """The pack that was read last stays open: its directory of some thousand files is read once, not for each file."""
        if self._open is None or self._open[0] != pack:
            if self._open:
                self._open[1].close()
            self._open = pack, zipfile.ZipFile(pack)
        return self._open[1]

    def has(self, digest: str) -> bool:
        """Whether some pack that can be listed holds these bytes."""
        return digest in self._pack_of

    def forget_damaged(self) -> list[Path]:
        """Read every byte of every pack; what is damaged counts as not held, so that it can be taken in again.

        Gives the packs with damage in them.
        """
        broken = []
        for pack in self.packs:
            names = _names(pack)
            lost = [name for name in names or () if not _is_whole(pack, name)]
            for name in lost:
                if self._pack_of.get(name) == pack:
                    del self._pack_of[name]
            if lost or names is None:
                broken.append(pack)
        return broken

    def journal(self, after: str = "") -> Iterator[JournalEntry]:
        """Every entry of every pack with a number above `after`, in order of arrival.

        Raises RawPackDamagedError for a pack whose journal cannot be read: without it articles would be missing.
        """
        for pack in self.packs:
            if int(pack.stem) <= int(after or 0):
                continue
            with _damage_told(pack), zipfile.ZipFile(pack) as archive:
                entries = [json.loads(line) for line in archive.read(_JOURNAL).decode("utf-8").splitlines()]
            yield from entries

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


def sync_file(path: Path) -> None:
    """Make a file's content durable."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _write(staged: Path, entries: Sequence[JournalEntry], contents: Mapping[str, bytes]) -> None:
    with staged.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            journal = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
            archive.writestr(_member(_JOURNAL), journal.encode("utf-8"))
            for digest, raw in contents.items():
                archive.writestr(_member(digest), raw)
        file.flush()
        os.fsync(file.fileno())


def _names(pack: Path) -> list[str] | None:
    """The digests that a pack holds; None where it cannot be listed."""
    try:
        with _damage_told(pack), zipfile.ZipFile(pack) as archive:
            return [name for name in archive.namelist() if name != _JOURNAL]
    except RawPackDamagedError:
        return None


def _is_whole(pack: Path, name: str) -> bool:
    try:
        with _damage_told(pack), zipfile.ZipFile(pack) as archive:
            archive.read(name)
    except RawPackDamagedError:
        return False
    return True


@contextmanager
def _damage_told(pack: Path) -> Iterator[None]:
    """Around nothing but reading: whatever wrong bytes make zipfile raise becomes RawPackDamagedError.

    A changed byte is a wrong checksum most often. It can also be a member that is not there (KeyError), an offset or a name
    that cannot be (ValueError), or a method, a version or a password that zipfile does not have (RuntimeError).
    """
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, RuntimeError) as error:
        raise RawPackDamagedError(f"{pack} is damaged ({error}): {_REMEDY}") from error


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
