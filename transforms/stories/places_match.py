"""Which place contains which: Istanbul is in Turkey."""

from schemas.entities import Entity
from transforms.places.countries import country_of


def is_country(place: Entity) -> bool:
    """Whether the place is a whole country, or a part of one that is named like one."""
    return place.country is not None and country_of(place.name) == place.country


def contains(wide: Entity, narrow: Entity) -> bool:
    """Whether `wide` is the country that `narrow` lies in."""
    same_country = wide.country is not None and wide.country == narrow.country
    return same_country and is_country(wide) and not is_country(narrow)
