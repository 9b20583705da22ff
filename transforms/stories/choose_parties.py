"""Who did it and to whom: one side at a time, one state's people at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.entities import Entity
from transforms.stories.choose_claims import FEWER_SOURCES, MOST_SOURCES, UNANIMOUS, Claim, Sources
from transforms.stories.mention import Mention, is_description, is_state
from transforms.stories.places_match import is_country, is_town
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

    Published are the parties that at least half as many independent sources name as the one named most; of one
    state's parties the most specific that most of these sources name: the minister rather than the country. Who is
    only described ("delegations") stands back behind who is named, and behind whose state is told ("Kenyan workers").
    A party of a symmetric type (a meeting, an agreement) stands on one side only. The town whose road a protest takes
    is no party to it.
    """
    sides = {"actors": _named(mentions, "actors"), "recipients": _named(mentions, "recipients")}
    if event_type == "PROTEST":
        sides["recipients"] = {one: givers for one, givers in sides["recipients"].items() if not is_town(one)}
    is_symmetric = event_type in settings().symmetric
    away = (_elsewhere if is_symmetric else _own_state)(sides["actors"], sides["recipients"], sources)
    chosen: dict[str, list[Entity]] = {}
    for field, named in sides.items():
        own = {entity: givers for entity, givers in named.items() if (field, entity.entity_id) not in away}
        chosen[field] = _choose_side(own, sources)
    if is_symmetric and any(not party.name.islower() for side in chosen.values() for party in side):
        chosen = {field: [party for party in side if not party.name.islower()] for field, side in chosen.items()}
    claims = [claim for field, named in sides.items() for claim in _claims(field, named, chosen[field], away)]
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


def _own_state(actors: Named, recipients: Named, sources: Sources) -> set[tuple[str, str]]:
    """The side and id of each state that would act upon itself: who expels from Riga does not expel Riga."""
    tellers: defaultdict[str | None, list[Mention]] = defaultdict(list)
    for entity, givers in actors.items():
        if is_state(entity):
            tellers[entity.country] += givers
    counts = {country: sources.count(givers) for country, givers in tellers.items()}
    most = max(counts.values(), default=0)
    return {
        ("recipients", entity.entity_id)
        for entity, givers in recipients.items()
        if is_state(entity) and counts.get(entity.country, 0) * 2 > most
        if counts[entity.country] >= sources.count(givers)
    }


def _choose_side(named: Named, sources: Sources) -> list[Entity]:
    slots: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in named:
        slots[entity.country or entity.entity_id].append(entity)
    counts = {entity: sources.count(givers) for entity, givers in named.items()}
    support = {slot: sources.count(giver for one in members for giver in named[one]) for slot, members in slots.items()}
    tellers = {slot: sum(len(named[one]) for one in members) for slot, members in slots.items()}
    least, fewest = max(support.values(), default=0) / 2, max(tellers.values(), default=0) / 4
    kept: dict[Entity, int] = {}
    for slot, members in slots.items():
        if support[slot] >= least and tellers[slot] >= fewest:
            kept |= dict.fromkeys(_of_one_state(members, counts, named, sources), support[slot])
    named_ones = {entity: count for entity, count in kept.items() if not is_description(entity)}
    of_a_state = {entity: count for entity, count in kept.items() if entity.country}
    kept = named_ones or of_a_state or kept
    return sorted(kept, key=lambda entity: (-kept[entity], entity.name, entity.entity_id))


def _of_one_state(members: Sequence[Entity], counts: dict[Entity, int], named: Named, sources: Sources) -> list[Entity]:
    """The most specific of the parties of one state that more than half of its sources, or as many, name."""
    states = [entity for entity in members if is_state(entity)]
    as_state = sources.count(giver for entity in states for giver in named[entity])
    most = max(as_state, *(counts[entity] for entity in members))
    enough = [entity for entity in members if (as_state if entity in states else counts[entity]) * 2 > most]
    best = max(_specificity(entity) for entity in enough)
    finest = [entity for entity in enough if _specificity(entity) == best]
    if best > 0:
        top = max(counts[entity] for entity in finest)
        return [entity for entity in finest if counts[entity] == top]
    # A state goes by several names (Baku, Azerbaijan) and is one party: its own name first.
    return [min(finest, key=lambda one: (not is_country(one), -counts[one], -len(named[one]), one.name, one.entity_id))]


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
