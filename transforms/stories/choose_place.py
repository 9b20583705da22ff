"""Where an event happened: the finest place among those that contain one another, else the one with most sources."""

from collections.abc import Sequence

from schemas.entities import Entity
from transforms.stories.choose_claims import FEWER_SOURCES, Claim, Sources, choose, values_of
from transforms.stories.mention import Mention
from transforms.stories.places_match import contains

_FINER = "most precise of the places that contain one another"
_WIDER = "contains the place published"


def choose_place(mentions: Sequence[Mention], sources: Sources) -> tuple[Entity | None, list[Claim]]:
    """The published place and the claims of all places given."""
    placed = [mention for mention in mentions if mention.place]
    values = values_of(placed, lambda mention: mention.place.name if mention.place else None)
    entity_of = {mention.place.name: mention.place for mention in placed if mention.place}
    fine = {name: givers for name, givers in values.items() if not _contains_another(name, entity_of)}
    choice = choose(fine, sources)
    if choice is None:
        return None, []
    name, rule = choice
    rule = rule if len(fine) == len(values) else _FINER
    claims = [
        Claim(
            "place", value, giver, value == name, rule if value == name else FEWER_SOURCES if value in fine else _WIDER
        )
        for value, givers in values.items()
        for giver in givers
    ]
    return entity_of[name], claims


def _contains_another(name: str, entity_of: dict[str, Entity]) -> bool:
    place = entity_of[name]
    return any(contains(place, other) for other in entity_of.values())
