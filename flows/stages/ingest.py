"""Ingest: every file that is new or changed is stored raw, durably, before anything is read from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from flows.clock import now
from flows.files import FileContent, FoundFile, UnsteadyFileError, find_files, modified_ns, read_steadily
from flows.journal import catch_up, entry
from flows.run_state import RunState
from schemas.store import Arrival

_PACK_BYTES = 64 * 1024 * 1024
_PACK_FILES = 2000
_UNREADABLE = ("file kept changing while it was read", "file cannot be opened")


@dataclass
class _Pack:
    """Arrivals that will be stored together."""

    arrivals: list[Arrival] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return len(self.arrivals) >= _PACK_FILES or sum(map(len, self.contents.values())) >= _PACK_BYTES


def ingest(run: RunState, paths: Sequence[Path]) -> None:
    """Store what is new below `paths`; `counts` gets files, files_new and files_unchanged."""
    known = {(arrival.origin, arrival.file_name): arrival for arrival in run.store.newest_arrivals()}
    ((next_no,),) = run.store.execute("next_arrival_no")
    found = list(find_files(paths, run.home.inbox))
    pack = _Pack()
    _forget_unreadable(run, found)
    with run.stage("ingest", len(found)) as note:
        for item in found:
            run.reporter.advance("ingest", 1)
            arrival = _arrival(run, item, known.get((item.origin, item.file_name)), next_no + len(pack.arrivals), pack)
            if arrival is None:
                continue
            pack.arrivals.append(arrival)
            if pack.is_full:
                next_no += len(pack.arrivals)
                _store(run, pack)
                pack = _Pack()
        _store(run, pack)
        run.counts["files"] += len(found)
        note.message = f"{len(found)} files, {run.counts['files_new']} new or changed"


def _forget_unreadable(run: RunState, found: Sequence[FoundFile]) -> None:
    """What could not be read last time is tried again."""
    held = {name for name, reason in run.store.execute("quarantined_files") if reason in _UNREADABLE}
    names = [item.file_name for item in found if item.file_name in held]
    if names:  # DuckDB imports pandas for any parameter, which a run with nothing new need not wait for
        run.store.execute("forget_unreadable", [names, list(_UNREADABLE)])


def _arrival(run: RunState, found: FoundFile, former: Arrival | None, number: int, pack: _Pack) -> Arrival | None:
    """The arrival of `found`, its bytes put into `pack`; None where it is unchanged or cannot be read."""
    try:
        if former and _is_unchanged(run, found, former):
            return None
        content = read_steadily(found)
    except FileNotFoundError:
        return None  # it left between listing and reading; if it comes back, the next run takes it
    except (OSError, UnsteadyFileError) as error:
        _hold_unreadable(run, found, error)
        return None
    raw_id = sha256(content.raw).hexdigest()
    sidecar_id = sha256(content.sidecar).hexdigest() if content.sidecar is not None else None
    if former and (former.raw_id, former.sidecar_id) == (raw_id, sidecar_id) and _is_kept(run, former):
        return None
    _keep_bytes(run, pack, content, raw_id, sidecar_id)
    return Arrival(
        arrival_no=number,
        origin=found.origin,
        file_name=found.file_name,
        raw_id=raw_id,
        sidecar_id=sidecar_id,
        seen_at=now(),
        file_size=len(content.raw),
        modified_ns=content.modified_ns,
        is_processed=False,
        read_by=None,
    )


def _is_unchanged(run: RunState, found: FoundFile, former: Arrival) -> bool:
    """Whether the disk says that nothing changed, and what was stored of the file can still be read."""
    on_disk = found.path.stat().st_size, modified_ns(found)
    return (former.file_size, former.modified_ns) == on_disk and _is_kept(run, former)


def _is_kept(run: RunState, former: Arrival) -> bool:
    """Whether the raw bytes are still there; where a pack is damaged, the file in the inbox brings them back."""
    return run.raw.has(former.raw_id) and (former.sidecar_id is None or run.raw.has(former.sidecar_id))


def _keep_bytes(run: RunState, pack: _Pack, content: FileContent, raw_id: str, sidecar_id: str | None) -> None:
    if not run.raw.has(raw_id):
        pack.contents[raw_id] = content.raw
    if sidecar_id and content.sidecar is not None and not run.raw.has(sidecar_id):
        pack.contents[sidecar_id] = content.sidecar


def _store(run: RunState, pack: _Pack) -> None:
    """First the pack, durably; the store then learns of it from the journal, as it would after a crash in between."""
    if pack.arrivals:
        run.raw.write_pack([entry(arrival) for arrival in pack.arrivals], pack.contents)
        catch_up(run.store, run.raw)
        run.counts["files_new"] += len(pack.arrivals)


def _hold_unreadable(run: RunState, found: FoundFile, error: Exception) -> None:
    if isinstance(error, UnsteadyFileError):
        reason, detail = _UNREADABLE[0], "its size or time changed at each of four attempts"
        fix = "nothing: the next run reads it once it is complete"
    else:
        reason, detail = _UNREADABLE[1], str(getattr(error, "strerror", None) or error)
        fix = "put a regular file there that the user who runs Dragoman may read, or take it out of the folder"
    run.quarantine(file_name=found.file_name, article_id=None, stage="read", reason=reason, detail=detail, fix=fix)
