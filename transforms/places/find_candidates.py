"""All that one place name can mean: countries, regions, US counties, towns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from transforms.places.countries import capital_country, countries, country_of, demonym_country
from transforms.places.gazetteer import Candidate, find_cities, find_regions, us_counties
from transforms.places.place_key import place_key

_MOST_CANDIDATES = 24
_COUNTY_POPULATION = 30_000  # a typical county; none is in the tables
_COUNTRY_POPULATION = 50_000_000
_REGION_POPULATION = 2_000_000
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_WATER = re.compile(r" (?:river|lake|creek|bay|sea|falls)$", re.IGNORECASE)
_PART_OF = re.compile(
    r"""
    ^(?:the\ )?(?:city|town|village|port|municipality|district|province|state|region|county|republic)\ of\ (?:the\ )?
    | ^(?:down|up|mid)town\ (?=.)
    | ^(?:greater|metro|metropolitan|central|inner|outer|occupied|mainland|rural|(?:north|south)?(?:east|west)(?:ern)?
        |(?:north|south)(?:ern)?)\ (?=.)
    | \ (?:city|town|village|area|region|province|governorate|state|district|township|metropolitan\ area|oblast)$
    """,
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=20_000)
def find_candidates(name: str) -> tuple[Candidate, ...]:
    """What the name can mean, the most populous first; empty where no table knows it.

    A part ("northern Ohio", "downtown Cairo") or a wider form ("Gaza City area") of a place counts as that place only
    when the whole is unknown.
    """
    bare = _POSSESSIVE.sub("", " ".join(name.split()))
    found = list(_read(bare))
    while not found and (shorter := _PART_OF.sub("", bare, count=1)) != bare and shorter:
        bare = shorter
        found = list(_read(bare))
    if not found and not _WATER.search(bare):
        found = [*_counties(f"{bare} county"), *_counties(f"{bare} parish")]
    ranked = sorted(found, key=lambda place: (-place.population, place.geonames_id or 0, place.admin1))
    return tuple(ranked[:_MOST_CANDIDATES])


def _read(name: str) -> Iterator[Candidate]:
    regions = find_regions(name, in_address="." in name)
    yield from (region if region.population else replace(region, population=_REGION_POPULATION) for region in regions)
    if "." in name and regions:  # "Minn." is the state, not a town called Minn
        return
    alpha3 = country_of(name) or demonym_country(name)
    if alpha3 and not any(region.country == alpha3 for region in regions):
        yield _whole_country(alpha3)
    capital_of = capital_country(name)
    for city in find_cities(name):
        yield replace(city, is_capital=True) if capital_of == city.country and city.population else city
    yield from _counties(name)


def _whole_country(alpha3: str) -> Candidate:
    country = countries()[alpha3]
    return Candidate(
        name=country.name,
        kind="country",
        geonames_id=country.geonames_id,
        latitude=country.latitude,
        longitude=country.longitude,
        country=alpha3,
        admin1="",
        population=_COUNTRY_POPULATION,
    )


def _counties(name: str) -> Iterator[Candidate]:
    """US counties, one for each state that has it.

    No table has their coordinates: a town of that name in the state gives them, else the state's are all that is known.
    """
    key = place_key(name)
    states = us_counties().get(key, ())
    town_key = key.removesuffix(" county").removesuffix(" parish")
    for state in states:
        if state not in _us_states():
            continue  # a territory, which the gazetteer has as a country of its own
        towns = [city for city in find_cities(town_key) if city.country == "USA" and city.admin1 == state]
        point = max(towns, key=lambda town: town.population, default=_us_states()[state])
        yield replace(
            point,
            name=name,
            kind="county",
            geonames_id=None,
            population=_COUNTY_POPULATION,
            is_main_name=True,
            is_located=bool(towns),
        )


@cache
def _us_states() -> dict[str, Candidate]:
    codes = {state for states in us_counties().values() for state in states}
    found = ((code, find_regions(code, in_address=True)) for code in sorted(codes))
    return {code: region for code, regions in found for region in regions if region.country == "USA"}
