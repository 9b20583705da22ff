"""Published rows of events that were worked out before, so that a new batch publishes only the events that it touches.

The rows of an event are known by all that they are made from: its mentions with their articles and entities, which of
these articles count as one source, and which mention arrived first. Whatever of that changes gives another key.
"""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO
from itertools import accumulate, pairwise
from typing import Self

import polars as pl

from schemas.event_mentions import EventMention
from schemas.events import Event, EventClaim
from schemas.render.frames import polars_schema, to_frame
from schemas.table import table_of
from transforms.known_results import DamagedResultsError
from transforms.stories.choose_claims import Sources
from transforms.stories.mention import Mention
from transforms.stories.publish_event import Published

_KEY_BYTES = 16
_TABLES = {table.name: table for table in map(table_of, (Event, EventMention, EventClaim))}
_KEYS = pl.Schema({"key": pl.Binary(), "event_id": pl.String()})
_SIZES = struct.Struct(f"<{1 + len(_TABLES)}Q")


def _no_rows() -> dict[str, pl.DataFrame]:
    return {name: pl.DataFrame(schema=polars_schema(table)) for name, table in _TABLES.items()}


@dataclass(frozen=True)
class KnownEvents:
    """Frames of rows of `events`, `event_mentions` and `event_claims`, and the id of each event by the key of its cluster."""

    event_ids: Mapping[bytes, str] = field(default_factory=dict)
    frames: Mapping[str, pl.DataFrame] = field(default_factory=_no_rows)

    def only(self, keys: Sequence[bytes]) -> Self:
        """The events with these keys, as far as they are known."""
        kept = {key: self.event_ids[key] for key in keys if key in self.event_ids}
        if len(kept) == len(self.event_ids):
            return self
        ids = pl.Series(list(kept.values()), dtype=pl.String()).implode()
        return type(self)(
            kept, {name: frame.filter(pl.col("event_id").is_in(ids)) for name, frame in self.frames.items()}
        )

    def and_also(self, published: Mapping[bytes, Published]) -> Self:
        """These and others, by the keys of their clusters."""
        rows: dict[str, list[object]] = {
            "events": [one.event for one in published.values()],
            "event_mentions": [row for one in published.values() for row in one.mentions],
            "event_claims": [row for one in published.values() for row in one.claims],
        }
        return type(self)(
            {**self.event_ids, **{key: one.event.event_id for key, one in published.items()}},
            {name: pl.concat([frame, to_frame(_TABLES[name], rows[name])]) for name, frame in self.frames.items()},
        )

    def pack(self) -> bytes:
        """All of it as bytes."""
        keys = pl.DataFrame([list(self.event_ids), list(self.event_ids.values())], schema=_KEYS)
        parts = [_to_bytes(frame) for frame in (keys, *(self.frames[name] for name in _TABLES))]
        return b"".join((_SIZES.pack(*map(len, parts)), *parts))

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """What `pack` gave. Raises DamagedResultsError for other bytes."""
        try:
            ends = accumulate(_SIZES.unpack_from(packed), initial=_SIZES.size)
            keys, *frames = (pl.read_ipc(BytesIO(packed[start:end])) for start, end in pairwise(ends))
        except (struct.error, pl.exceptions.PolarsError, OSError, ValueError) as error:
            raise DamagedResultsError(str(error)) from error
        return cls(dict(keys.iter_rows()), dict(zip(_TABLES, frames, strict=True)))


def cluster_key(
    cluster: Sequence[Mention],
    twins: Mapping[str, Sequence[Mention]],
    sources: Sources,
    digest_of: Callable[[Mention], int],
) -> bytes:
    """What the published rows of a cluster are known by; `digest_of` gives the hash of all that is said in a mention."""
    groups: dict[str, int] = {}
    said = [
        (
            digest_of(mention),
            groups.setdefault(sources.group(mention), len(groups)),
            *map(digest_of, twins.get(mention.mention_id, ())),
        )
        for mention in cluster
    ]
    first = min(cluster, key=lambda mention: mention.arrival).mention_id
    return blake2b(repr((first, said)).encode(), digest_size=_KEY_BYTES).digest()


def _to_bytes(frame: pl.DataFrame) -> bytes:
    target = BytesIO()
    frame.write_ipc(target, compression="lz4")
    return target.getvalue()
