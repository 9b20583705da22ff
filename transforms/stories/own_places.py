"""Which mentions have their place from another clause: "met in Ankara since Russia invaded Ukraine" invades no Ankara."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from schemas.entities import Entity
from schemas.event_mentions import ExtractedEvent
from transforms.stories.mention_kind import kind_of
from transforms.stories.settings import families, trigger_class

_REACH = 400
"""Characters on each side of a trigger in which the name of its place is looked for."""


def borrowed_places(
    events: Iterable[ExtractedEvent], places: Mapping[str, Entity], texts: Mapping[str, str]
) -> frozenset[str]:
    """The ids of the mentions whose place stands nearer to a mention of another kind in the same sentence.

    `places` are by mention_id, `texts` by article_id. A mention of the same family or word is no other kind: the
    agreement that is reached at the talks is reached where they are held.
    """
    sharing: defaultdict[tuple[str, str], list[ExtractedEvent]] = defaultdict(list)
    for event in events:
        if event.mention_id in places:
            sharing[event.sentence_id, places[event.mention_id].entity_id].append(event)
    found: set[str] = set()
    for group in sharing.values():
        if len({kind_of(event) for event in group}) > 1:
            found.update(_losers(group, places, texts))
    return frozenset(found)


def _losers(group: list[ExtractedEvent], places: Mapping[str, Entity], texts: Mapping[str, str]) -> Iterable[str]:
    gaps = {event.mention_id: _gap(event, places[event.mention_id].name, texts[event.article_id]) for event in group}
    nearest = min(group, key=lambda event: (gaps[event.mention_id], event.mention_id))
    if gaps[nearest.mention_id] > _REACH:
        return
    for event in group:
        if gaps[event.mention_id] > gaps[nearest.mention_id] and not _are_akin(event, nearest):
            yield event.mention_id


def _gap(event: ExtractedEvent, name: str, text: str) -> int:
    """Characters between the trigger and the next occurrence of the name; more than `_REACH` where there is none."""
    before = text.rfind(name, max(0, event.char_start - _REACH), event.char_start)
    after = text.find(name, event.char_end, event.char_end + _REACH)
    gaps = [event.char_start - before - len(name)] if before >= 0 else []
    gaps += [after - event.char_end] if after >= 0 else []
    return min(gaps, default=_REACH + 1)


def _are_akin(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    if {one.event_type, other.event_type} == {"REJECT", "CONSULT"} and "meet" in (one.mode, other.mode):
        return True  # the meeting that is called off
    return bool(
        families(kind_of(one)) & families(kind_of(other)) or trigger_class(one.trigger) == trigger_class(other.trigger)
    )
