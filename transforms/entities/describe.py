"""What is known of an entity of one article: its country, PLOVER sector and place on earth."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from schemas.entities import LocalEntity
from transforms.entities.find_roles import Role
from transforms.entities.found import Group
from transforms.entities.gazetteer import known_country, name_cues
from transforms.ids import content_id
from transforms.places.actors import ActorDescription, describe_actor
from transforms.places.countries import country_of
from transforms.places.place_key import place_key
from transforms.places.resolve_places import Place, resolve_places

# Sectors of offices in which an article may know a person before or after the one that the table gives.
_STATED = frozenset(("GOV", "LEG", "JUD", "SPY", "COP", "MIL", "OPP", "ELI"))
# Long vowels, dots below letters and Arabic consonants; some languages write the marks themselves.
_TRANSCRIPTION = re.compile("[\u0304\u0323\u0331\u2018\u2019\u02bf]")
_WITH_LONG_VOWELS = frozenset(("LVA", "LTU", "NZL", "VNM"))
_UNKNOWN = ActorDescription(None, None, None)
_FEWEST_AT_HOME = 2  # names
_AT_HOME = 0.7  # share of names


def places_of(text: str, groups: Sequence[Group]) -> dict[str, Place]:
    """The place that each PLACE entity of the article means, by the entity's name; unknown ones are left out."""
    spans: list[tuple[int, int]] = []
    names: list[str] = []
    for group in groups:
        if group.kind == "PLACE":
            # A capital that stands for its state is no witness to where the state lies.
            literal = [
                found
                for found in group.mentions
                if found.known is None
                or known_country(found.text) is not None
                or known_country(found.known.name) is None  # "Washington, D.C.", not Washington for its state
            ]
            # What follows a comma is the place's container: "Washington, D.C.".
            spans += [(found.char_start, found.char_start + len(found.text.split(",")[0])) for found in literal]
            names += [group.name] * len(literal)
    resolved: dict[str, Place] = {}
    for name, place in zip(names, resolve_places(text, spans), strict=True):
        if place is not None:
            resolved.setdefault(name, place)
    return resolved


def home_country(places: Iterable[Place]) -> str | None:
    """The country in which nearly all places of an article lie, which is then that of the places that no table knows."""
    countries = Counter(place.country for place in places)
    [(country, most), *_] = countries.most_common(1) or [(None, 0)]
    return country if most >= _FEWEST_AT_HOME and most >= _AT_HOME * countries.total() else None


def rename_places(groups: Sequence[Group], places: dict[str, Place]) -> dict[str, Place]:
    """Rename places as GeoNames spells them where only marks and abbreviations differ; the places by the new names."""
    for group in groups:
        place = places.get(group.name) if group.kind == "PLACE" else None
        if (
            place is not None
            and place.name != group.name
            and place_key(place.name) == place_key(group.name)
            and not _is_transcribed(place)
        ):
            places[place.name] = place
            group.name = place.name
    return places


def _is_transcribed(place: Place) -> bool:
    """Whether the name is a scholarly transcription, which English does not write: "Al Qāmishlī"."""
    return place.country not in _WITH_LONG_VOWELS and bool(_TRANSCRIPTION.search(normalize("NFD", place.name)))


def describe(
    article_id: str,
    group: Group,
    roles: Sequence[Role],
    nationalities: Sequence[str],
    places: dict[str, Place],
    home: str | None,
) -> LocalEntity:
    """The record of one entity.

    `nationalities` are the countries that the article gives a person outside of offices, `home` is the article's own.
    """
    place = places.get(group.name) if group.kind == "PLACE" else None
    country, sector = _actor(group, roles, nationalities, place, home)
    return LocalEntity(
        local_id=content_id("lo", article_id, group.kind, group.name),
        article_id=article_id,
        name=group.name,
        kind=group.kind,
        aliases=tuple(sorted({found.text for found in group.mentions} - {group.name})),
        is_full_name=group.is_full_name,
        country=country,
        sector=sector,
        geonames_id=place.geonames_id if place else None,
        wikidata_id=None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        mention_count=len(group.mentions),
    )


def _actor(
    group: Group, roles: Sequence[Role], nationalities: Sequence[str], place: Place | None, home: str | None
) -> tuple[str | None, str | None]:
    if group.kind == "PLACE":
        known = group.known.country if group.known else None
        country = place.country if place is not None else known or country_of(group.name) or home
        return country, describe_actor(group.name).sector
    if group.kind == "PERSON":
        return _person(group, roles, nationalities)
    if group.known is not None:
        return group.known.country, group.known.sector
    if group.kind == "OTHER" and group.name.partition(" ")[0] in name_cues().ships:
        return None, None  # "Queen" in a ship's name says nothing
    stated = [describe_actor(phrase) for phrase in _phrases(group)]
    described = [describe_actor(group.name), *stated]
    country = _most(one.country for one in stated) or described[0].country
    return country, _most(one.sector for one in described)


def _person(group: Group, roles: Sequence[Role], nationalities: Sequence[str]) -> tuple[str | None, str | None]:
    """Known people by name; others by the offices that the article states, the more often stated the better."""
    known = describe_actor(group.name) if not group.is_namesake else _UNKNOWN
    if known.name is None and not group.is_namesake:
        known = next((one for one in map(describe_actor, _as_addressed(group)) if one.name is not None), known)
    stated = [_described(role) for role in roles]
    if known.name is not None and (known.country or known.sector):
        return known.country, _most(one.sector for one in stated if one.sector in _STATED) or known.sector
    countries = Counter(one.country for one in stated if one.country is not None)
    countries.update(nationalities)
    return _most(countries.elements()), _most(one.sector for one in stated)


def _as_addressed(group: Group) -> list[str]:
    """The name with the one word before it that the tables may have with it: "Patriarch Kirill", "Mullah Omar"."""
    phrased = (found for found in group.mentions if found.phrase)
    one_more = [found for found in phrased if len(found.phrase.split()) == len(found.text.split()) + 1]
    return sorted({found.phrase for found in one_more})


def _described(role: Role) -> ActorDescription:
    described = describe_actor(role.statement)
    return ActorDescription(role.country or described.country, described.sector, None)


def _phrases(group: Group) -> list[str]:
    return [found.phrase for found in group.mentions if found.phrase and found.phrase != group.name]


def _most(values: Iterable[str | None]) -> str | None:
    told = [value for value in values if value is not None]
    if len(told) < 2:  # noqa: PLR2004 - nothing to count
        return told[0] if told else None
    counted = Counter(told)
    return max(counted, key=lambda value: (counted[value], value))
