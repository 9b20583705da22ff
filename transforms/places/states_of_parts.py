"""The state that a town or region lies in, where its name alone tells: the well-known one of several."""

from functools import lru_cache

from transforms.places.actor_tables import no_towns
from transforms.places.gazetteer import Candidate, find_cities, find_known_towns, find_regions
from transforms.places.place_key import place_key

# A town smaller than this is not what an actor phrase speaks of, unless it is known for something.
_SMALLEST_TOWN = 15_000
_OTHER_NAME = 5  # a town counts for less by that much under a former or foreign name
_LARGE_TOWN = 100_000
# Whose towns are called after people, and people after towns: "Lincoln", "Hamilton".
_SHARED_WITH_PEOPLE = frozenset(("USA", "GBR", "IRL", "CAN", "AUS", "NZL"))


def country_of_part(name: str) -> str | None:
    """The country of a region or a town; None for a region that several states have ("Limburg")."""
    regions = find_regions(name)
    if not regions:
        return town_country(name)
    states = {region.country for region in regions if place_key(region.name) == place_key(name)}
    states = states or {region.country for region in regions}
    return states.pop() if len(states) == 1 else None


def town_country(name: str) -> str | None:
    """The country of the best-known town of that name."""
    if name.isupper() or name.lower() in no_towns():
        return None  # an initialism or a plain word
    known = find_known_towns(name)
    towns = known or [town for town in find_cities(name) if town.population >= _SMALLEST_TOWN]
    return max(towns, key=_renown).country if towns else None


@lru_cache(maxsize=20_000)
def is_renowned_town(name: str) -> bool:
    """Whether news would speak of a town of that name without saying where it lies, and of nobody of that name."""
    if name.isupper() or name.lower() in no_towns():
        return False
    if find_known_towns(name):
        return True
    fewest = _LARGE_TOWN // 2 if " " in name else _LARGE_TOWN  # a name of several words is rarely two things
    towns = [town for town in find_cities(name) if town.is_main_name or town.population >= _OTHER_NAME * fewest]
    if any(town.country in _SHARED_WITH_PEOPLE and town.population >= _SMALLEST_TOWN for town in towns):
        return False
    return any(town.population >= fewest for town in towns)


def _renown(town: Candidate) -> float:
    """Its people, fewer where the name is not the one that it goes by."""
    return town.population / (1 if town.is_main_name else _OTHER_NAME)


def state_of_region(name: str) -> str | None:
    """The state of a region whose name of several words may hold another's: "British Columbia", "New Mexico"."""
    regions = {region.country for region in find_regions(name)} if " " in name else set()
    return regions.pop() if len(regions) == 1 else None
