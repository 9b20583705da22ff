"""Where an event happened: the state or region with most support, and in it the most precise place that has support."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schemas.entities import Entity
from transforms.stories.choose_claims import (
    CORRECTED,
    FEWER_SOURCES,
    MOST_SOURCES,
    SUPERSEDED,
    WITHDRAWN,
    Claim,
    Sources,
    choose,
    standing,
    values_of,
)
from transforms.stories.corrections import is_correction
from transforms.stories.mention import Mention
from transforms.stories.places_match import CONTAINING, SAME, contains, place_relation

_FINER = "most precise of the places that contain one another"
_WIDER = "contains the place published"
_IN_A_CORRECTION = "stated by a correction, or more often, among equally many sources"
_BORROWED = "nearer to another event in its sentence"

Givers = Mapping[str, Sequence[Mention]]


def choose_place(mentions: Sequence[Mention], sources: Sources) -> tuple[Entity | None, list[Claim]]:
    """The published place and the claims of all places given.

    A place that every mention has only from another clause is not published.
    """
    placed = [mention for mention in mentions if mention.place]
    values = values_of(placed, lambda mention: mention.place.name if mention.place else None)
    entity_of = {mention.place.name: mention.place for mention in placed if mention.place}
    own = {name: kept for name, givers in values.items() if (kept := [one for one in givers if one.place_is_own])}
    last_said = standing(own, lambda one, other: place_relation(entity_of[one], entity_of[other]) in (SAME, CONTAINING))
    supported = _most_supported(last_said, entity_of, sources)
    fine = {name: givers for name, givers in supported.items() if not _contains_another(name, supported, entity_of)}
    choice = choose(fine, sources)
    if choice is None:
        return None, [Claim("place", name, giver, False, _BORROWED) for name in values for giver in values[name]]  # noqa: FBT003
    chosen, rule = choice
    if len(last_said) < len(own):
        rule = CORRECTED
    elif len(supported) < len(own):
        rule = MOST_SOURCES if _has_most_sources(supported, own, sources) else _IN_A_CORRECTION
    elif len(fine) < len(supported):
        rule = _FINER

    def lost(name: str, giver: Mention) -> str:
        if not giver.place_is_own:
            return _BORROWED
        if not giver.place_stands:
            return WITHDRAWN
        if giver not in last_said.get(name, ()):
            return SUPERSEDED
        return _WIDER if contains(entity_of[name], entity_of[chosen]) else FEWER_SOURCES

    return entity_of[chosen], [
        Claim("place", name, giver, name == chosen, rule if name == chosen else lost(name, giver))
        for name, givers in values.items()
        for giver in givers
    ]


def _most_supported(values: Givers, entity_of: Mapping[str, Entity], sources: Sources) -> Givers:
    """The places that agree with the one that most independent sources place the event at or around."""
    if len(values) < 2:  # noqa: PLR2004 - nothing to choose from
        return values
    agreeing: dict[str, list[str]] = defaultdict(list)
    for name in values:
        agreeing[name] = [
            other for other in values if place_relation(entity_of[name], entity_of[other]) in (SAME, CONTAINING)
        ]
    best = max(
        agreeing,
        key=lambda name: (
            sources.count(giver for other in agreeing[name] for giver in values[other]),
            any(is_correction(giver.article) for giver in values[name]),
            sum(len(values[other]) for other in agreeing[name]),
            sources.count(values[name]),
        ),
    )
    return {name: values[name] for name in values if name in agreeing[best]}


def _has_most_sources(supported: Givers, own: Givers, sources: Sources) -> bool:
    """Whether more sources place it there than at any other place given."""
    most = sources.count(giver for givers in supported.values() for giver in givers)
    return all(sources.count(givers) < most for name, givers in own.items() if name not in supported)


def _contains_another(name: str, among: Givers, entity_of: Mapping[str, Entity]) -> bool:
    return any(contains(entity_of[name], entity_of[other]) for other in among)
