"""How well the parties of two mentions match: a person, their office and their state can be one party."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from schemas.entities import Entity
from transforms.stories.mention import is_description, is_state
from transforms.stories.settings import settings

_PLACE_AND_ITS_OWN = ({"PLACE", "GROUP"}, {"PLACE", "ORG"})


@lru_cache(maxsize=65536)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace(".", "").split())


def _abbreviates(name: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a person's name stands in another but for what it shortens to an initial: "H. Brask", "Hanna Brask"."""
    shortened, initials = name - other, {word[0] for word in other - name}
    return len(shortened) < len(name) and all(len(word) == 1 and word in initials for word in shortened)


def party_match(one: Entity, other: Entity, weights: Mapping[str, float]) -> float:
    """How likely two entities are the same party, 0 to 1; `weights` is the section `parties` of same_event.yaml."""
    if is_description(one) or is_description(other):
        return _described_match(one, other, weights)
    if one.entity_id == other.entity_id:
        return weights["same"]
    if one.kind == other.kind and not (is_state(one) or is_state(other)):
        left, right = _name_words(one.name), _name_words(other.name)
        if left <= right or right <= left:
            return weights["same_name"]
        if one.kind == "PERSON" and (_abbreviates(left, right) or _abbreviates(right, left)):
            return weights["same_name"]
    if one.country is None or one.country != other.country:
        may_be_there = any(place.kind == "PLACE" and place.country is None for place in (one, other))
        return weights["description"] if may_be_there and {one.kind, other.kind} in _PLACE_AND_ITS_OWN else 0.0
    if is_state(one) or is_state(other):
        return weights["state_and_its_own"]
    if {one.kind, other.kind} == {"PERSON", "ORG"}:
        return weights["body_and_person"]
    return weights["bodies"] if one.kind == other.kind == "ORG" else 0.0


def _described_match(one: Entity, other: Entity, weights: Mapping[str, float]) -> float:
    if one.country and other.country and one.country != other.country:
        return 0.0
    if one.entity_id == other.entity_id and not one.name.islower():  # "a Leeds woman" is hardly anyone
        return weights["same"]
    return weights["same_description" if _description(one) == _description(other) else "description"]


def _description(entity: Entity) -> str:
    return settings().described_alike.get(entity.name, entity.name)


def sides_match(left: Sequence[Entity], right: Sequence[Entity], weights: Mapping[str, float]) -> float | None:
    """How well two lists of parties match, 0 to 1: the mean over the shorter list of each one's best match.

    None where either list is empty: nothing is known.
    """
    if not left or not right:
        return None
    if len(left) == len(right) == 1:  # most often
        return party_match(left[0], right[0], weights)
    short, long = sorted((left, right), key=len)
    forward = sum(max(party_match(one, other, weights) for other in long) for one in short) / len(short)
    if len(short) < len(long):
        return forward
    backward = sum(max(party_match(one, other, weights) for other in short) for one in long) / len(long)
    return min(forward, backward)


def are_reversed(
    actors: Sequence[Entity], recipients: Sequence[Entity], others: Sequence[Entity], other_recipients: Sequence[Entity]
) -> bool:
    """Whether one side's actor is the other's recipient, and nobody acts in both: A expels B's people, then B A's."""
    ours, theirs = _acting_states(actors), _acting_states(others)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return False
    return not (ours.isdisjoint(_acting_states(other_recipients)) and theirs.isdisjoint(_acting_states(recipients)))


def are_of_other_states(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether both sides are states or belong to states, and none of these is in both: Brazil has not done what Guyana does."""
    here, there = ({party.country for party in side} for side in (left, right))
    return bool(here and there) and None not in here | there and here.isdisjoint(there)


def meet_others(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether two meetings are of other states: both have two or more, and no two of these are the same."""
    here, there = ({party.country for party in side if party.country} for side in (left, right))
    return len(here) > 1 and len(there) > 1 and len(here & there) < 2  # noqa: PLR2004 - a meeting takes two


def _acting_states(parties: Sequence[Entity]) -> frozenset[str]:
    """The countries of the parties, and those of none that are more than described."""
    return frozenset(party.country or party.entity_id for party in parties if not is_description(party))


def share_a_name(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether a party with a name of its own, no state, is the same on both sides."""
    return not names_among(left).isdisjoint(names_among(right))


def names_among(parties: Sequence[Entity]) -> frozenset[str]:
    """The ids of the parties that have a name of their own and are no states; "the police" are those of any country."""
    return frozenset(
        party.entity_id
        for party in parties
        if not (is_state(party) or is_description(party) or (party.country is None and party.name.islower()))
    )


def name_other_persons(left: Sequence[Entity], right: Sequence[Entity], weights: Mapping[str, float]) -> bool:
    """Whether both name people, and none of them is the same."""
    here, there = ([entity for entity in side if _is_named_person(entity)] for side in (left, right))
    if not here or not there:
        return False
    return all(party_match(one, other, weights) < weights["same_name"] for one in here for other in there)


def only_one_names_people(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether one side names people and the other nothing but states."""
    return any(
        any(_is_named_person(entity) for entity in some) and others and all(is_state(entity) for entity in others)
        for some, others in ((left, right), (right, left))
    )


def _is_named_person(entity: Entity) -> bool:
    return entity.kind == "PERSON" and not is_description(entity)
