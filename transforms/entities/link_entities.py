"""One entity across articles: local entities that mean the same joined under one canonical name.

Everything is joined by keys, never by comparing pairs: names by their normal form, places by GeoNames id, people by
folded given name and surname (see `name_variants`), short names by the full names that have them as an alias.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.entities import Entity, LocalEntity
from transforms.entities.link_people import person_keys
from transforms.entities.name_forms import name_key
from transforms.ids import content_id

_Key = tuple[str, ...]


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
    ordered = sorted(local, key=lambda entity: entity.local_id)
    kinds = _agreed_kinds(ordered)
    people = [entity for entity in ordered if kinds[entity.local_id] == "PERSON"]
    others = [entity for entity in ordered if kinds[entity.local_id] != "PERSON"]
    keys = {**person_keys(people), **_other_keys(others, kinds)}
    clusters: dict[_Key, list[LocalEntity]] = defaultdict(list)
    for entity in ordered:
        clusters[keys[entity.local_id]].append(entity)
    return _published(clusters)


def _agreed_kinds(local: Sequence[LocalEntity]) -> dict[str, str]:
    """The kind of each local entity after those of one name have voted, by mentions."""
    named: dict[str, list[LocalEntity]] = defaultdict(list)
    for entity in local:
        if _is_votable(entity):
            named[name_key(entity.name)].append(entity)
    kinds = {entity.local_id: entity.kind for entity in local}
    for entities in named.values():
        if len({entity.kind for entity in entities}) > 1:
            votes: Counter[str] = Counter()
            for entity in entities:
                # OTHER is no opinion: it gives way to any kind.
                votes[entity.kind] += 0 if entity.kind == "OTHER" else entity.mention_count
            agreed = max(votes, key=lambda kind: (votes[kind], kind))
            kinds.update(dict.fromkeys((entity.local_id for entity in entities), agreed))
    return kinds


def _is_votable(entity: LocalEntity) -> bool:
    """A bare surname may well be a town's name too, and a noun phrase is no name: neither votes."""
    return (entity.kind != "PERSON" or entity.is_full_name) and not (
        entity.kind == "GROUP" and entity.name[-1:].islower() and " " in entity.name
    )


def _other_keys(local: Sequence[LocalEntity], kinds: dict[str, str]) -> dict[str, _Key]:
    """Keys of organizations, places, groups, laws and events."""
    full_of_alias: dict[tuple[str, str], set[str]] = defaultdict(set)
    places_of_name: dict[str, set[str]] = defaultdict(set)
    for entity in local:
        key = name_key(entity.name)
        if entity.is_full_name and kinds[entity.local_id] in ("ORG", "LAW", "EVENT"):
            for alias in entity.aliases:
                full_of_alias[kinds[entity.local_id], name_key(alias)].add(key)
        if entity.geonames_id is not None:
            places_of_name[key].add(str(entity.geonames_id))
    keys: dict[str, _Key] = {}
    for entity in local:
        kind, key = kinds[entity.local_id], name_key(entity.name)
        if kind == "PLACE":
            keys[entity.local_id] = (kind, *_place_key(entity, key, places_of_name))
        elif kind == "GROUP":
            keys[entity.local_id] = (kind, key, entity.country or "")
        else:
            full = full_of_alias.get((kind, key), set()) if not entity.is_full_name else set()
            keys[entity.local_id] = (kind, next(iter(full)) if len(full) == 1 else key)
    return keys


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
        entity_of.update({member.local_id: entity_id for member in members})
    return EntityLinks(tuple(sorted(entities, key=lambda entity: entity.entity_id)), entity_of)


def _name(members: Sequence[LocalEntity]) -> str:
    """The name most articles use among the full ones; of equally frequent ones the longest."""
    full = [member for member in members if member.is_full_name] or members
    names = [member.name for member in full]
    if len(names) == 1:
        return names[0]
    votes = Counter(names)
    return max(votes, key=lambda name: (votes[name], len(name), name))


def _entity(entity_id: str, name: str, kind: str, members: Sequence[LocalEntity]) -> Entity:
    located = [member for member in members if member.latitude is not None]
    place = max(located, key=lambda member: (member.mention_count, member.local_id), default=None)
    return Entity(
        entity_id=entity_id,
        name=name,
        kind=kind,
        country=_most(member.country for member in members),
        sector=_most(member.sector for member in members),
        geonames_id=place.geonames_id if place else None,
        wikidata_id=_most(member.wikidata_id for member in members),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        mention_count=sum(member.mention_count for member in members),
        article_count=len({member.article_id for member in members}),
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value that most articles give, so that one garbled article does not outweigh the others."""
    stated = [value for value in values if value is not None]
    if len(set(stated)) <= 1:
        return stated[0] if stated else None
    votes = Counter(stated)
    return max(votes, key=lambda value: (votes[value], value))
