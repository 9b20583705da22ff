"""One entity across articles: local entities that mean the same joined under one canonical name.

Everything is joined by keys, never by comparing pairs: names by their normal form, places by GeoNames id, people by
folded given name and surname (see `name_variants`), short names by the full names that have them as an alias.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter

from schemas.entities import Entity, LocalEntity
from transforms.entities.link_people import person_keys
from transforms.entities.name_forms import name_key
from transforms.ids import content_id

_Key = tuple[str, ...]
_WITH_SHORT_NAMES = ("ORG", "LAW", "EVENT")


@dataclass(frozen=True, slots=True)
class EntityLinks:
    """The entities of all articles, in order of id, and the `entity_id` of each `local_id`."""

    entities: tuple[Entity, ...]
    entity_of: dict[str, str]


def link_entities(local: Sequence[LocalEntity]) -> EntityLinks:
    """Join the local entities that mean the same; the result does not depend on their order.

    A short name ("Lavrov", "OPCW") joins the one full name of the corpus that it can stand for, and stays alone where
    there are several. Two people of one surname stay two. A name of several kinds is of the kind that most say.
    """
    ordered = sorted(local, key=attrgetter("local_id"))
    names = [name_key(entity.name) for entity in ordered]
    kinds = _agreed_kinds(ordered, names)
    people = [entity for entity, kind in zip(ordered, kinds, strict=True) if kind == "PERSON"]
    of_people = person_keys(people)
    keys = _other_keys(ordered, names, kinds)
    clusters: dict[_Key, list[LocalEntity]] = defaultdict(list)
    for entity, key in zip(ordered, keys, strict=True):
        clusters[key or of_people[entity.local_id]].append(entity)
    return _published(clusters)


def _agreed_kinds(local: Sequence[LocalEntity], names: Sequence[str]) -> list[str]:
    """The kind of each local entity after those of one name have voted, by mentions; `names` are their normal forms."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    can_vote = [_is_votable(entity) for entity in local]
    for entity, name in compress(zip(local, names, strict=True), can_vote):
        # OTHER is no opinion: it gives way to any kind.
        votes[name][entity.kind] += 0 if entity.kind == "OTHER" else entity.mention_count
    agreed = {name: max(given, key=lambda kind: (given[kind], kind)) for name, given in votes.items()}
    return [
        agreed[name] if votes_too else entity.kind
        for entity, name, votes_too in zip(local, names, can_vote, strict=True)
    ]


def _is_votable(entity: LocalEntity) -> bool:
    """A bare surname may well be a town's name too, and a noun phrase is no name: neither votes."""
    return (entity.kind != "PERSON" or entity.is_full_name) and not (
        entity.kind == "GROUP" and entity.name[-1:].islower() and " " in entity.name
    )


def _other_keys(local: Sequence[LocalEntity], names: Sequence[str], kinds: Sequence[str]) -> list[_Key | None]:
    """Keys of organizations, places, groups, laws and events; None for people."""
    full_of_alias: dict[tuple[str, str], set[str]] = defaultdict(set)
    places_of_name: dict[str, set[str]] = defaultdict(set)
    for entity, name, kind in zip(local, names, kinds, strict=True):
        if entity.aliases and entity.is_full_name and kind in _WITH_SHORT_NAMES:
            for alias in entity.aliases:
                full_of_alias[kind, name_key(alias)].add(name)
        if entity.geonames_id is not None and kind != "PERSON":
            places_of_name[name].add(str(entity.geonames_id))

    def key(entity: LocalEntity, name: str, kind: str) -> _Key | None:
        if kind == "PERSON":
            return None
        if kind == "PLACE":
            return kind, *_place_key(entity, name, places_of_name)
        if kind == "GROUP":
            return kind, name, entity.country or ""
        full = full_of_alias.get((kind, name), ()) if not entity.is_full_name else ()
        return kind, next(iter(full)) if len(full) == 1 else name

    return list(map(key, local, names, kinds))


def _place_key(entity: LocalEntity, key: str, places_of_name: dict[str, set[str]]) -> _Key:
    """A place is its GeoNames id, or its name and where it lies; one that lies nowhere joins the only place of its name."""
    if entity.geonames_id is not None:
        return ("geonames", str(entity.geonames_id))
    if entity.latitude is not None and entity.longitude is not None:
        return ("point", key, f"{entity.latitude:.1f}", f"{entity.longitude:.1f}")
    known = places_of_name.get(key, set())
    return ("geonames", next(iter(known))) if len(known) == 1 else ("name", key)


def _published(clusters: dict[_Key, list[LocalEntity]]) -> EntityLinks:
    names = {key: _name(members) for key, members in clusters.items()}
    shared = Counter((key[0], names[key]) for key in clusters)
    entities = []
    entity_of: dict[str, str] = {}
    for key, members in clusters.items():
        name = names[key]
        # Where several entities of a kind have one name, the id also hashes what tells them apart.
        parts = (key[0], name) if shared[key[0], name] == 1 else (key[0], name, *key[1:])
        entity_id = content_id("en", *parts)
        entities.append(_entity(entity_id, name, key[0], members))
        for member in members:
            entity_of[member.local_id] = entity_id
    return EntityLinks(tuple(sorted(entities, key=attrgetter("entity_id"))), entity_of)


def _name(members: Sequence[LocalEntity]) -> str:
    """The name most articles use among the full ones; of equally frequent ones the longest."""
    if len(members) == 1:
        return members[0].name
    full = [member for member in members if member.is_full_name] or members
    names = [member.name for member in full]
    votes = Counter(names)
    return max(votes, key=lambda name: (votes[name], len(name), name))


def _entity(entity_id: str, name: str, kind: str, members: Sequence[LocalEntity]) -> Entity:
    located = [member for member in members if member.latitude is not None]
    place = max(located, key=attrgetter("mention_count", "local_id")) if located else None
    return Entity(
        entity_id=entity_id,
        name=name,
        kind=kind,
        country=_most([member.country for member in members]),
        sector=_most([member.sector for member in members]),
        geonames_id=place.geonames_id if place else None,
        wikidata_id=_most([member.wikidata_id for member in members]),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        mention_count=sum([member.mention_count for member in members]),
        article_count=len({member.article_id for member in members}),
    )


def _most(values: Sequence[str | None]) -> str | None:
    """The value that most articles give, so that one garbled article does not outweigh the others."""
    different = set(values) - {None}
    if len(different) <= 1:
        return next(iter(different), None)
    votes = Counter(value for value in values if value is not None)
    return max(votes, key=lambda value: (votes[value], value))
