"""Scores of pairs of mentions that were worked out before, so that a new batch scores only the pairs that it touches.

A score is known by all that it is made from: both mentions with their articles and entities, and whether their articles
are linked. Whatever of that changes gives another key, so what is known never has to be taken back.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from operator import attrgetter
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from schemas.articles import Article
from schemas.entities import Entity
from schemas.event_mentions import ExtractedEvent
from transforms.known_results import DamagedResultsError
from transforms.shared_pairs import pair_hash, pair_hashes
from transforms.stories.mention import Mention

Keys = NDArray[np.uint64]
Floats = NDArray[np.float64]
N = TypeVar("N", int, Keys)

_LINKED = 0x165667B19E3779F9
_BYTES = 8
_SIZE = struct.Struct("<Q")
# What is hashed apart; what follows from the rest, as a set in no order of its own; what only tells the order of arrival.
_HASHED_APART = ("article", "actors", "recipients", "place", "cast", "around")
_NOT_HASHED = ("kind", "topic", "arrival")
_own_values = attrgetter(
    *(one.name for one in fields(Mention) if one.name not in ("event", *_HASHED_APART, *_NOT_HASHED)),
    *(f"event.{one.name}" for one in fields(ExtractedEvent)),
)
_beside_texts = attrgetter(*(one.name for one in fields(Article) if one.name not in ("text", "body")))
_BETWEEN = b"\0" * _BYTES


@dataclass(frozen=True)
class KnownScores:
    """Scores by the keys of their pairs, which ascend; NaN where it is known only that the score is not above 0."""

    keys: Keys = field(default_factory=lambda: np.empty(0, np.uint64))
    values: Floats = field(default_factory=lambda: np.empty(0))

    @classmethod
    def of(cls, keys: Keys, values: Floats, others: Mapping[int, float]) -> Self:
        """Those of arrays, and `others` by their keys, which count where both have one."""
        every = np.concatenate((np.fromiter(others, np.uint64, len(others)), keys))
        distinct, firsts = np.unique(every, return_index=True)
        return cls(distinct, np.concatenate((np.fromiter(others.values(), np.float64, len(others)), values))[firsts])

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """What `pack` gave. Raises DamagedResultsError for other bytes."""
        size = _SIZE.size
        try:
            (number,) = _SIZE.unpack_from(packed)
            keys = np.frombuffer(packed, np.uint64, number, size)
            values = np.frombuffer(zlib.decompress(packed[size + keys.nbytes :]), np.float64)
        except (struct.error, zlib.error, ValueError) as error:
            raise DamagedResultsError(str(error)) from error
        if len(values) != number:
            raise DamagedResultsError(f"{len(values)} scores of {number} pairs")
        return cls(keys, values)

    def pack(self) -> bytes:
        """All of it as bytes; keys are hashes, and do not compress."""
        return _SIZE.pack(len(self.keys)) + self.keys.tobytes() + zlib.compress(self.values.tobytes(), 1)

    def find(self, keys: Keys) -> tuple[Floats, NDArray[np.bool_]]:
        """The scores with these keys, and which of them are known."""
        if not len(self.keys):
            return np.full(len(keys), np.nan), np.zeros(len(keys), np.bool_)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return self.values[at], np.asarray(self.keys[at] == keys)

    def get(self, key: int) -> float | None:
        """The score with this key; None where it is not known."""
        if not len(self.keys):
            return None
        at = int(np.searchsorted(self.keys, np.uint64(key)))
        if at == len(self.keys) or int(self.keys[at]) != key or np.isnan(self.values[at]):
            return None
        return float(self.values[at])


def pair_keys(left: Keys, right: Keys, linked: NDArray[np.bool_]) -> Keys:
    """The keys of many pairs, from the hashes of their mentions and whether their articles are linked."""
    mixed = pair_hashes(left, right)
    return np.where(linked, mixed ^ np.uint64(_LINKED), mixed)


def pair_key(left: int, right: int, *, is_linked: bool) -> int:
    """The key of one pair."""
    return pair_hash(left, right) ^ (_LINKED if is_linked else 0)


class MentionHashes:
    """64-bit hashes of all that scores look at in a mention; each mention, article and entity is hashed once."""

    def __init__(self) -> None:
        self._of_mention: dict[str, int] = {}
        self._of_article: dict[str, bytes] = {}
        self._of_entity: dict[str, bytes] = {}

    def __call__(self, mention: Mention) -> int:
        """The hash of a mention."""
        known = self._of_mention.get(mention.mention_id)
        if known is None:
            known = self._of_mention[mention.mention_id] = self._hash(mention)
        return known

    def _hash(self, mention: Mention) -> int:
        article = mention.article
        of_article = self._of_article.get(article.article_id)
        if of_article is None:
            of_article = self._of_article[article.article_id] = _article_digest(article) + _digest(
                sorted(mention.around)
            )
        named = [
            of_article,
            *map(self._entity, mention.actors),
            _BETWEEN,
            *map(self._entity, mention.recipients),
            self._entity(mention.place) if mention.place else _BETWEEN,
        ]
        # A set shows its members in another order in each process.
        said = repr((_own_values(mention), sorted(mention.cast))).encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(b"".join((*named, said)), digest_size=_BYTES).digest(), "little")

    def _entity(self, entity: Entity) -> bytes:
        """The hash of an entity without how often it is mentioned, which no score looks at."""
        known = self._of_entity.get(entity.entity_id)
        if known is None:
            one = replace(entity, mention_count=1, article_count=1)
            known = self._of_entity[entity.entity_id] = _digest(one)
        return known


def _article_digest(article: Article) -> bytes:
    """The hash of an article; text and body go in as they are, which is far faster than what `repr` makes of them."""
    texts = f"{article.text}\0{article.body}".encode("utf-8", "surrogatepass")
    return blake2b(texts + _digest(_beside_texts(article)), digest_size=_BYTES).digest()


def content_hash(content: object) -> int:
    """The 64-bit hash of what `repr` shows of some content."""
    return int.from_bytes(_digest(content), "little")


def _digest(content: object) -> bytes:
    return blake2b(repr(content).encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
