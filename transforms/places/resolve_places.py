"""Which place on earth each place name of an article means, judged by the article's other places.

The evidence: a container in so many words ("Athens, Texas"), the countries and states that the article names, other
places of the article near by, size, and words that betray the country of the paper. The heuristics are those of
Leidner, Toponym Resolution in Text (2007), weighed together. A name is taken to have one meaning in one article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asin, cos, exp, log10, radians, sin, sqrt

from transforms.places.countries import country_of
from transforms.places.country_evidence import cue_weights
from transforms.places.find_candidates import find_candidates
from transforms.places.gazetteer import Candidate, find_regions

_EARTH_RADIUS_KM = 6371.0
_MOST_NAMES = 40  # names beyond these give no support to others
_ROUNDS = 2
_POINTS = frozenset({"city", "county"})
_FAR_DEGREES = 15.0
_LEAST_BELIEF = 0.01  # meanings less likely than this support nothing

# The weights of the evidence, in powers of ten of population; fitted on the development set of local news.
_NEAR_KM = 150.0
_NEAR = 2.5
_SAME_STATE = 2.2
_SAME_COUNTRY = 0.5
_STATE_NAMED = 0.6
_REGION_OF_WORLD_KM = 700.0
_REGION_OF_WORLD = 0.6
_MOST_SUPPORT = 6.0
_CUES = 2.5
_CAPITAL = 0.8
_OTHER_NAME = -2.2

_AFTER_COMMA = re.compile(r"\s*,\s*((?:[A-Z][\w.'\u2019-]*)(?: (?:[A-Z][\w.'\u2019-]*|and|of))*)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as GeoNames knows it. Coordinates are degrees (WGS 84), country is alpha-3, None for what no state holds.

    `geonames_id` is None for regions and counties whose id the tables do not have.
    A county's coordinates are approximate.
    """

    name: str
    geonames_id: int | None
    latitude: float
    longitude: float
    country: str | None


def resolve_places(
    text: str, spans: Sequence[tuple[int, int]], *, source_places: Sequence[str] = ()
) -> list[Place | None]:
    """For each span of `text` that names a place, the place, or None where it is unknown.

    `source_places` are names from outside the text that tell where it comes from: the dateline, the paper's town.
    """
    names = [" ".join(text[start:end].split()) for start, end in spans]
    containers = [_container_after(text, end) for _, end in spans]
    options = {name: find_candidates(name) for name in dict.fromkeys([*names, *source_places])}
    options.update({name: found for name in filter(None, containers) if (found := _container(name))})
    for name, container in zip(names, containers, strict=True):
        if container and (inside := [place for place in options[name] if _is_inside(place, container)]):
            options[name] = tuple(inside)
    chosen = _choose(options, cue_weights(text))
    return [_as_place(chosen[name], chosen) for name in names]


def resolve_place(name: str) -> Place | None:
    """The place that a name means when nothing else is known: a country, else the largest place of that name."""
    return resolve_places(name, [(0, len(name))])[0]


def distance_km(one: Candidate | Place, other: Candidate | Place) -> float:
    """Great-circle distance in kilometres (haversine)."""
    latitude_1, latitude_2 = radians(one.latitude), radians(other.latitude)
    half_latitude = sin((latitude_2 - latitude_1) / 2)
    half_longitude = sin(radians(other.longitude - one.longitude) / 2)
    chord = half_latitude**2 + cos(latitude_1) * cos(latitude_2) * half_longitude**2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def _container_after(text: str, end: int) -> str | None:
    """What follows a place name after a comma and contains it: "Texas" in "Athens, Texas"."""
    found = _AFTER_COMMA.match(text, end)
    if not found:
        return None
    words = found[1].split(" ")
    for size in range(min(4, len(words)), 0, -1):
        name = " ".join(words[:size])
        if _container(name):
            return name
    return None


def _container(name: str) -> tuple[Candidate, ...]:
    """The regions or the country that a name in an address means."""
    if regions := find_regions(name, in_address=True):
        return regions
    if country_of(name):
        return tuple(place for place in find_candidates(name) if place.kind == "country")
    return ()


def _is_inside(place: Candidate, container: str) -> bool:
    return place.kind != "country" and any(
        place.country == outer.country and (outer.kind == "country" or place.admin1 == outer.admin1 != "")
        for outer in _container(container)
        if place.name != outer.name or place.kind == "city"
    )


def _choose(options: dict[str, tuple[Candidate, ...]], cues: dict[str, float]) -> dict[str, Candidate | None]:
    """The best candidate of each name: size and cues first, then with the support of the other names, in rounds."""
    priors = {name: [_prior(place, cues) for place in places] for name, places in options.items()}
    beliefs = {name: _shares(scores) for name, scores in priors.items()}
    supporters = [name for name in options if options[name]][:_MOST_NAMES]
    for _ in range(_ROUNDS):
        likely = {name: _likely(options[name], beliefs[name]) for name in supporters}
        beliefs = {
            name: _shares(
                [
                    prior + _damped(sum(_support(place, others) for other, others in likely.items() if other != name))
                    for place, prior in zip(places, priors[name], strict=True)
                ]
            )
            for name, places in options.items()
        }
    return {
        name: max(zip(beliefs[name], places, strict=True), key=lambda pair: pair[0])[1] if places else None
        for name, places in options.items()
    }


def _prior(place: Candidate, cues: dict[str, float]) -> float:
    score = log10(place.population + 10) + _CUES * cues.get(place.country or "", 0.0)
    return score + _CAPITAL * place.is_capital + _OTHER_NAME * (not place.is_main_name)


def _shares(scores: list[float]) -> list[float]:
    """Scores as shares of one: a tenfold larger town is ten times as likely."""
    if not scores:
        return []
    best = max(scores)
    weights = [10 ** (score - best) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _damped(support: float) -> float:
    """Support that grows ever more slowly: the tenth place near by says less than the first."""
    return _MOST_SUPPORT * (1 - exp(-support / _MOST_SUPPORT))


def _likely(places: Sequence[Candidate], beliefs: Sequence[float]) -> list[tuple[Candidate, float]]:
    return [(place, belief) for place, belief in zip(places, beliefs, strict=True) if belief > _LEAST_BELIEF]


def _support(place: Candidate, others: Sequence[tuple[Candidate, float]]) -> float:
    """How well one other name, whatever it means, fits the place."""
    return max([_closeness(place, other) * belief for other, belief in others])


def _closeness(place: Candidate, other: Candidate) -> float:
    same_country = place.country == other.country and place.country is not None
    closeness = _SAME_COUNTRY if same_country else 0.0
    if same_country and place.admin1 == other.admin1 != "":
        closeness += _SAME_STATE + _STATE_NAMED * (other.kind == "region")
    is_near_known = place.kind in _POINTS and other.kind in _POINTS and place.is_located and other.is_located
    # Most pairs are far apart: a glance at the latitudes spares them the arithmetic.
    if abs(place.latitude - other.latitude) > _FAR_DEGREES or (same_country and not is_near_known):
        return closeness
    distance = distance_km(place, other)
    if not same_country:
        closeness += _REGION_OF_WORLD * exp(-distance / _REGION_OF_WORLD_KM)
    return closeness + (_NEAR * exp(-distance / _NEAR_KM) if is_near_known else 0.0)


def _as_place(found: Candidate | None, chosen: dict[str, Candidate | None]) -> Place | None:
    if found is None:
        return None
    if not found.is_located:
        found = _located(found, [place for place in chosen.values() if place])
    return Place(found.name, found.geonames_id, found.latitude, found.longitude, found.country)


def _located(county: Candidate, places: Sequence[Candidate]) -> Candidate:
    """A county without coordinates of its own lies where the article's towns in its state are."""
    towns = [
        place
        for place in places
        if place.kind == "city" and (place.country, place.admin1) == (county.country, county.admin1)
    ]
    if not towns:
        return county
    latitude = sum(town.latitude for town in towns) / len(towns)
    longitude = sum(town.longitude for town in towns) / len(towns)
    return replace(county, latitude=round(latitude, 2), longitude=round(longitude, 2))
