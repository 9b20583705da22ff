"""What was found in articles as bytes, and back."""

import json
import zlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from schemas.entities import EntityMention, EntityRole, LocalEntity
from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from schemas.render.plain_rows import from_plain, to_plain
from schemas.sentences import Sentence
from transforms.entities.article_entities import ArticleEntities
from transforms.findings import Findings
from transforms.found_events import FoundEvents
from transforms.known_results import DamagedResultsError

T = TypeVar("T")

_LEVEL = 1  # a third larger than with 6, in a quarter of the time


def pack_findings(findings: Sequence[Findings]) -> bytes:
    """Findings of several articles, compressed."""
    return _pack([_as_plain(one) for one in findings])


def unpack_findings(packed: bytes) -> list[Findings]:
    """What was packed. Raises DamagedResultsError where the bytes are not whole."""
    return _unpack(packed, _findings)


def pack_events(found: Sequence[FoundEvents]) -> bytes:
    """The events of several articles, compressed."""
    return _pack([[to_plain(ExtractedEvent, own.events), own.words] for own in found])


def unpack_events(packed: bytes) -> list[FoundEvents]:
    """What was packed. Raises DamagedResultsError where the bytes are not whole."""
    return _unpack(packed, _found_events)


def _as_plain(findings: Findings) -> dict[str, Any]:
    entities = findings.entities
    inner, owners = zip(*entities.shadowed, strict=True) if entities.shadowed else ((), ())
    return {
        "sentences": to_plain(Sentence, findings.sentences),
        "entities": to_plain(LocalEntity, entities.entities),
        "mentions": to_plain(EntityMention, entities.mentions),
        "roles": to_plain(EntityRole, entities.roles),
        "anaphora": [[*span, local_id] for span, local_id in entities.anaphora.items()],
        "unnamed": sorted(entities.unnamed),
        "shadowed": [to_plain(EntityMention, inner), to_plain(LocalEntity, owners)],
        "quotes": to_plain(Quote, findings.quotes),
    }


def _findings(plain: dict[str, Any]) -> Findings:
    inner, owners = plain["shadowed"]
    entities = ArticleEntities(
        entities=tuple(from_plain(LocalEntity, plain["entities"])),
        mentions=tuple(from_plain(EntityMention, plain["mentions"])),
        roles=tuple(from_plain(EntityRole, plain["roles"])),
        anaphora={(start, end): local_id for start, end, local_id in plain["anaphora"]},
        unnamed=frozenset(plain["unnamed"]),
        shadowed=tuple(zip(from_plain(EntityMention, inner), from_plain(LocalEntity, owners), strict=True)),
    )
    sentences = tuple(from_plain(Sentence, plain["sentences"]))
    return Findings(sentences, entities, tuple(from_plain(Quote, plain["quotes"])))


def _found_events(plain: Sequence[Any]) -> FoundEvents:
    rows, words = plain
    return FoundEvents(tuple(from_plain(ExtractedEvent, rows)), str(words))


def _pack(plain: object) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _unpack(packed: bytes, read: Callable[[Any], T]) -> list[T]:
    try:
        plain = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        return [read(one) for one in plain]
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise DamagedResultsError(str(error)) from error
