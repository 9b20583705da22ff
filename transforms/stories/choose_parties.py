"""Who did it and to whom: one side at a time, one state's people at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.entities import Entity
from transforms.stories.choose_claims import FEWER_SOURCES, MOST_SOURCES, UNANIMOUS, Claim, Sources
from transforms.stories.mention import Mention, is_state
from transforms.stories.settings import settings

_CONTAINED = "contained in a party that is published"
_OTHER_SIDE = "published on the other side"
_SPECIFIC = {"PERSON": 3, "ORG": 2, "GROUP": 1}


@dataclass(frozen=True, slots=True)
class Parties:
    """The published parties of an event, and the claims of both sides."""

    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    claims: list[Claim]


def choose_parties(mentions: Sequence[Mention], event_type: str, sources: Sources) -> Parties:
    """The parties of each side, most named first.

    Among the parties of one state the ones with most independent sources are published, of equals the most specific:
    the minister rather than the country. A party of a symmetric type (a meeting, an agreement) stands on one side
    only.
    """
    sides = {"actors": _named(mentions, "actors"), "recipients": _named(mentions, "recipients")}
    if event_type in settings().symmetric:
        away = _elsewhere(sides["actors"], sides["recipients"], sources)
    else:
        away = set()
    chosen: dict[str, list[Entity]] = {}
    claims: list[Claim] = []
    for field, named in sides.items():
        own = {entity: givers for entity, givers in named.items() if (field, entity.entity_id) not in away}
        chosen[field] = _choose_side(own, sources)
        claims += _claims(field, named, chosen[field], away)
    return Parties(tuple(chosen["actors"]), tuple(chosen["recipients"]), claims)


Named = dict[Entity, list[Mention]]


def _named(mentions: Sequence[Mention], side: str) -> Named:
    found: Named = {}
    for mention in mentions:
        for entity in getattr(mention, side):
            found.setdefault(entity, []).append(mention)
    return found


def _elsewhere(actors: Named, recipients: Named, sources: Sources) -> set[tuple[str, str]]:
    """The side and id of each party that stands on both sides and has fewer sources there; actors win a draw."""
    both = [entity for entity in actors if entity in recipients]
    return {
        (
            "recipients" if sources.count(actors[entity]) >= sources.count(recipients[entity]) else "actors",
            entity.entity_id,
        )
        for entity in both
    }


def _choose_side(named: Named, sources: Sources) -> list[Entity]:
    slots: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in named:
        slots[entity.country or entity.entity_id].append(entity)
    counts = {entity: sources.count(givers) for entity, givers in named.items()}
    kept: dict[Entity, int] = {}
    for slot in slots.values():
        rank = {entity: (counts[entity], _specificity(entity)) for entity in slot}
        best = max(rank.values())
        support = sources.count(giver for entity in slot for giver in named[entity])
        kept |= {entity: support for entity in slot if rank[entity] == best}
    return sorted(kept, key=lambda entity: (-kept[entity], entity.name, entity.entity_id))


def _specificity(entity: Entity) -> int:
    return 0 if is_state(entity) else _SPECIFIC.get(entity.kind, 1)


def _claims(field: str, named: Named, chosen: Sequence[Entity], away: set[tuple[str, str]]) -> list[Claim]:
    countries = {entity.country for entity in chosen if entity.country}
    rule = UNANIMOUS if len(chosen) == len(named) else MOST_SOURCES
    claims: list[Claim] = []
    for entity, givers in named.items():
        lost = (
            _OTHER_SIDE
            if (field, entity.entity_id) in away
            else _CONTAINED
            if entity.country in countries
            else FEWER_SOURCES
        )
        claims += [
            Claim(field, entity.name, giver, entity in chosen, rule if entity in chosen else lost) for giver in givers
        ]
    return claims
