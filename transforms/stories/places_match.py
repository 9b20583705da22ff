"""How two places stand to each other: Istanbul is in Turkey, and is not Ankara."""

from functools import lru_cache

from schemas.entities import Entity
from transforms.places.choose_places import distance_km
from transforms.places.countries import country_of
from transforms.places.gazetteer import find_regions
from transforms.places.resolve_places import Place
from transforms.stories.settings import settings

SAME = "same_place"
CONTAINING = "containing_place"
OTHER = "other_place"
APART = "places too far apart"


@lru_cache(maxsize=65536)
def place_relation(one: Entity, other: Entity) -> str:
    """SAME, CONTAINING, OTHER or APART.

    OTHER places may be confused (a port and the village beside it, a place that no gazetteer has); what is APART has
    known coordinates more than `near_km` from each other, or lies in two countries.
    """
    if one.entity_id == other.entity_id:
        return SAME
    if contains(one, other) or contains(other, one) or _is_named_after(one, other):
        return CONTAINING
    if is_country(one) or is_country(other):
        return APART if one.country and other.country and one.country != other.country else OTHER
    if is_region(one) or is_region(other):
        return APART if one.country and other.country and one.country != other.country else OTHER
    here, there = _located(one), _located(other)
    if here is None or there is None:
        return OTHER
    return APART if distance_km(here, there) > settings().limits["near_km"] else OTHER


def is_country(place: Entity) -> bool:
    """Whether the place is a whole country, or a part of one that is named like one."""
    return place.country is not None and country_of(place.name) == place.country


def is_town(party: Entity) -> bool:
    """Whether a party is a place inside a country."""
    return party.kind == "PLACE" and party.country is not None and not is_country(party)


def is_region(place: Entity) -> bool:
    """Whether the place is a province, a state of a federation or a region of the world."""
    return any(region.geonames_id == place.geonames_id for region in find_regions(place.name))


def contains(wide: Entity, narrow: Entity) -> bool:
    """Whether `wide` is a country, or a region of one, that `narrow` lies in as far as countries tell."""
    if wide.country is None or wide.country != narrow.country or is_country(narrow):
        return False
    return is_country(wide) or (is_region(wide) and not is_region(narrow))


def _is_named_after(one: Entity, other: Entity) -> bool:
    """Whether one name holds the other whole: the Istanbul consulate is in Istanbul."""
    short, long = sorted((one.name.lower().split(), other.name.lower().split()), key=len)
    return len(short) < len(long) and set(short) <= set(long) and not is_country(one) and not is_country(other)


def _located(place: Entity) -> Place | None:
    if place.latitude is None or place.longitude is None:
        return None
    return Place(
        name=place.name,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
    )
