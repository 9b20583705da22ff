"""All that one place name can mean: countries, regions, US counties, towns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from transforms.places.countries import capital_country, countries, country_of, demonym_country
from transforms.places.gazetteer import (
    Candidate,
    demonym_region,
    find_counties,
    find_features,
    find_regions,
    find_towns,
)
from transforms.places.place_key import place_key

_MOST_CANDIDATES = 60
_COUNTRY_POPULATION = 50_000_000
_SMALLEST_NAMESAKE = 5_000  # inhabitants of a town that is meant by the name of a state
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_WATER = re.compile(r" (?:river|lake|creek|bay|sea|falls)$", re.IGNORECASE)
# A building or a body that has its place's name stands in that place: "Henry County Courthouse", "Leadership Henry County".
_FACILITY = re.compile(
    r"""
    ^(?:leadership|friends\ of(?:\ the)?)\ (?=.)
    | \ (?:(?:inter)?national|regional|municipal|county|area|state|independent|high|middle|elementary|public|police|fire|
        school|recreation|country|detention|community|memorial|civic|metropolitan|metro|state\ resort|resort|provincial|
        shopping|industrial|business|technology|medical|water|village|convention|sports|youth|senior|veterans|heritage|
        historic(?:al)?|nature|wildlife|conservation|arts|city|town|union|unified)$
    | \ (?:airport|courthouse|court|jail|prison|cent(?:er|re)|sheriff(?:'s\ office)?|clerk|coroner|reservoir|dam|bridge|
        harbou?r|marina|depot|station|mall|fairgrounds?|speedway|stadium|arena|zoo|museum|library|hospital|schools?|
        district|department|council|commission|chamber|parks?|club|college|university|cemetery|church|theat(?:er|re)|
        turnpike|expressway|landfill|refuge|auditorium)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PART_OF = re.compile(
    r"""
    ^(?:the\ )?(?:city|town|village|port|municipality|district|province|state|region|county|republic)\ of\ (?:the\ )?
    | ^(?:co\.?|county)\ (?=.)
    | ^(?:down|up|mid)town\ (?=.)
    | ^(?:greater|metro|metropolitan|central|inner|outer|occupied|mainland|rural|(?:north|south)?(?:east|west)(?:ern)?
        |(?:north|south)(?:ern)?|[NSEW]\.)\ (?=.)
    | \ (?:city|town|village|area|region|province|governorate|state|district|township|metropolitan\ area|oblast|krai|prefecture
        |voivodeship|canton|county)$
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
        is_county = bare.lower().endswith(" county")
        bare = shorter
        # The counties of the United States are all known: a county that is none of them is in another state.
        found = [place for place in _read(bare) if not (is_county and place.country == "USA")]
    if not found and not _WATER.search(bare):
        found = [*find_counties(f"{bare} county"), *find_counties(f"{bare} parish")] or list(_facilities(bare))
    key = place_key(bare)
    ranked = sorted(
        found,
        key=lambda place: (-place.population, place_key(place.name) != key, place.geonames_id or 0, place.admin1),
    )
    return tuple(ranked[:_MOST_CANDIDATES])


def _read(name: str) -> Iterator[Candidate]:
    regions = find_regions(name, in_address="." in name)
    yield from regions
    if regions and (
        "." in name or regions[0].country is None or demonym_region(name)
    ):  # "Minn." is no town called Minn, the Middle East no quarter, "English" no village
        return
    alpha3 = country_of(name) or demonym_country(name)
    if alpha3 and not any(region.country == alpha3 for region in regions):
        yield _whole_country(alpha3)
    capital_of = capital_country(name)
    is_state = any(region.admin1 and region.country == "USA" for region in regions)
    for city in find_towns(name):
        if is_state and city.population < _SMALLEST_NAMESAKE:
            continue  # "Ohio" without more is no village of New York
        yield replace(city, is_capital=True) if capital_of == city.country and city.population else city
    yield from find_counties(name)
    yield from find_features(name)


def _facilities(name: str) -> Iterator[Candidate]:
    """Where a building or body of that name stands: at the place that its name begins with, of which it is a part."""
    bare = name
    while (shorter := _FACILITY.sub("", bare, count=1)) != bare and shorter:
        bare = shorter
        for place in _read(bare):
            if place.kind in ("city", "county", "region"):
                yield replace(place, name=name, kind="facility", geonames_id=None)


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
