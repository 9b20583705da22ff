"""Which place on earth each place name of an article means, judged by the article's other places.

The evidence: a container in so many words ("Athens, Texas"), the countries and states that the article names, other
places of the article near by, size, and words that betray the country of the paper. A name is taken to have one meaning
in one article.
"""

import re
from collections.abc import Sequence

from schemas.record import record
from transforms.places.choose_places import choose_places
from transforms.places.countries import country_of
from transforms.places.country_evidence import cue_weights
from transforms.places.find_candidates import find_candidates
from transforms.places.gazetteer import Candidate, find_counties, find_regions
from transforms.places.home_evidence import home_evidence

_AFTER_COMMA = re.compile(r"\s*,\s*((?:[A-Z][\w.'\u2019-]*)(?: (?:[A-Z][\w.'\u2019-]*|and|of))*)")
# "Camden and Charlton counties": the rest of the list behind one of its names.
_COUNTIES = re.compile(
    r"(?:,? (?:and )?[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+)?){0,6},? (?:[Cc]ounties|[Pp]arishes)\b"
)


@record()
class Place:
    """A place as GeoNames knows it. Coordinates are degrees (WGS 84), country is alpha-3, None for what no state holds.

    `geonames_id` is None for places whose id the tables do not have: US counties, small post towns, some regions.
    A county's coordinates are those of the middle of its post offices.
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
    if not spans:
        return []
    names = [" ".join(text[start:end].split()) for start, end in spans]
    containers = [_container_after(text, end) for _, end in spans]
    options = {name: find_candidates(name) for name in dict.fromkeys([*names, *source_places])}
    options |= {
        name: counties for name, (_, end) in zip(names, spans, strict=True) if (counties := _counties(text, name, end))
    }
    if all(len(options[name]) == 1 for name in names):  # nothing to weigh, so no need to search the text for witnesses
        return [_as_place(options[name][0]) for name in names]
    known = set(options.values())
    for name in (*filter(None, containers), *home_evidence(text)):
        found = find_candidates(name) or _container(name)
        if found and found not in known:
            options[name] = found
            known.add(found)
    for name, container in zip(names, containers, strict=True):
        if container and (inside := [place for place in options[name] if _is_inside(place, container)]):
            options[name] = tuple(inside)
    chosen = choose_places(options, cue_weights(text))
    return [_as_place(chosen[name]) for name in names]


def resolve_place(name: str) -> Place | None:
    """The place that a name means when nothing else is known: a country, else the largest place of that name."""
    return resolve_places(name, [(0, len(name))])[0]


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
    """The regions and the country that a name in an address means."""
    regions = find_regions(name, in_address=True)
    if not regions and name.endswith("."):  # the sentence's point
        return _container(name.removesuffix("."))
    if country_of(name):
        return (*regions, *(place for place in find_candidates(name) if place.kind == "country"))
    return regions


def _is_inside(place: Candidate, container: str) -> bool:
    return place.kind != "country" and any(
        place.country == outer.country and (outer.kind == "country" or place.admin1 == outer.admin1 != "")
        for outer in _container(container)
        if place.name != outer.name or place.kind == "city"
    )


def _counties(text: str, name: str, end: int) -> tuple[Candidate, ...]:
    """The counties that a name means in a list that ends with "counties"."""
    if not _COUNTIES.match(text, end):
        return ()
    return find_counties(f"{name} county") or find_counties(f"{name} parish")


def _as_place(found: Candidate | None) -> Place | None:
    if found is None:
        return None
    return Place(found.name, found.geonames_id, found.latitude, found.longitude, found.country)
