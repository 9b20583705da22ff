"""What files and people brought, as the raw packs tell it: enough to rebuild the working store from nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from schemas.store import Arrival, Exclusion, Retraction
from warehouse.raw_store import JournalEntry, RawStore
from warehouse.store import WorkingStore

_KINDS: dict[str, type] = {"arrival": Arrival, "retraction": Retraction, "exclusion": Exclusion}
# What the store knows of an arrival and its journal does not.
_STATE: dict[str, Any] = {"is_processed": False, "read_by": None}
_TIMES = ("seen_at", "retracted_at", "excluded_at")


def entry(record: Arrival | Retraction | Exclusion) -> JournalEntry:
    """The line that a pack keeps of a record."""
    kind = next(name for name, record_type in _KINDS.items() if isinstance(record, record_type))
    values = {name: value.isoformat() if name in _TIMES else value for name, value in asdict(record).items()}
    for name in _STATE:
        values.pop(name, None)
    return {"kind": kind, **values}


def inclusion(article_ids: Sequence[str]) -> list[JournalEntry]:
    """The lines that take articles back in that were left out."""
    return [{"kind": "inclusion", "article_id": article_id} for article_id in article_ids]


def catch_up(store: WorkingStore, raw: RawStore) -> int:
    """Give the store what the packs have and it has not: after a crash between the two, or for a store built anew.

    Gives the number of arrivals that came back; they are pending.
    """
    packs = raw.packs
    missing = list(_packs_after(store, raw)) if packs else []
    if not missing:
        return 0
    arrivals: list[Arrival] = []
    with store.transaction():
        for line in missing:
            record = _record(line)
            if isinstance(record, Arrival):
                arrivals.append(record)
            elif record is not None:
                store.append_records([record])
            else:
                store.execute("take_back_in", [[line["article_id"]]])
        store.append_records(arrivals)
        store.execute("note_pack", [packs[-1].stem])
    return len(arrivals)


def retractions(raw: RawStore) -> dict[str, str]:
    """The reasons for which articles were retracted, by id, whether or not a release came of it."""
    return {line["article_id"]: line["reason"] for line in raw.journal() if line["kind"] == "retraction"}


def _packs_after(store: WorkingStore, raw: RawStore) -> Iterator[JournalEntry]:
    ((last,),) = store.execute("last_pack")
    return raw.journal(after=str(last or ""))


def _record(line: JournalEntry) -> Arrival | Retraction | Exclusion | None:
    """The record that a journal line keeps; None for an inclusion, which takes one away."""
    values: dict[str, Any] = dict(line)
    kind = values.pop("kind")
    if kind == "inclusion":
        return None
    for name in _TIMES:
        if name in values:
            values[name] = datetime.fromisoformat(values[name])
    if kind == "arrival":
        values |= _STATE
    record: Arrival | Retraction | Exclusion = _KINDS[kind](**values)
    return record
