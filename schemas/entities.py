"""Entities: who and what the articles speak of, where they name it, and which office they give it."""

from dataclasses import dataclass
from typing import Annotated

from schemas.plover import SECTORS
from schemas.record import record
from schemas.table import Column, table
from schemas.vocabulary import COUNTRY_PATTERN, ENTITY_KINDS, ID_PATTERN


@table("entities")
@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organization, place, group, law or named event, however the articles spell it."""

    entity_id: Annotated[str, Column(doc="Hash of kind and canonical name.", key=True, pattern=ID_PATTERN)]
    name: Annotated[str, Column(doc="The canonical name.")]
    kind: Annotated[str, Column(doc="What it is.", isin=ENTITY_KINDS)]
    country: Annotated[
        str | None, Column(doc="ISO 3166-1 alpha-3 of the state it belongs to.", pattern=COUNTRY_PATTERN)
    ]
    sector: Annotated[str | None, Column(doc="PLOVER sector of an actor.", isin=SECTORS)]
    geonames_id: Annotated[int | None, Column(doc="GeoNames id of a place.", ge=1)]
    wikidata_id: Annotated[str | None, Column(doc="Wikidata item.", pattern=r"Q[1-9][0-9]*")]
    latitude: Annotated[float | None, Column(doc="WGS 84 degrees north.", ge=-90, le=90)]
    longitude: Annotated[float | None, Column(doc="WGS 84 degrees east.", ge=-180, le=180)]
    mention_count: Annotated[int, Column(doc="Mentions in all articles.", ge=1)]
    article_count: Annotated[int, Column(doc="Articles that mention it.", ge=1)]


@table("entity_mentions")
@record(kw_only=True)
class EntityMention:
    """One place in an article where an entity is named, by name or by a name-like description.

    A name inside a description is a mention of its own: "Kenyan" in "Kenyan soldiers".
    """

    mention_id: Annotated[str, Column(doc="Hash of article and span.", key=True, pattern=ID_PATTERN)]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    entity_id: Annotated[str, Column(doc="The entity.", refers_to="entities")]
    char_start: Annotated[int, Column(doc="First code point of the mention in articles.text.", ge=0)]
    char_end: Annotated[int, Column(doc="One past the last code point of the mention.", ge=0)]
    text: Annotated[str, Column(doc="The mention itself.", slices="articles.text")]
    sentence_id: Annotated[str, Column(doc="The sentence it stands in.", refers_to="sentences")]


@table("entity_roles")
@record(kw_only=True)
class EntityRole:
    """An office as one article states it: true at that article's time, and no conflict with another article's."""

    entity_id: Annotated[str, Column(doc="Who holds the office.", key=True, refers_to="entities")]
    role: Annotated[str, Column(doc="The office in the article's words, without the organization.", key=True)]
    organization: Annotated[str | None, Column(doc="The organization or state in whose name the office is held.")]
    country: Annotated[str | None, Column(doc="ISO 3166-1 alpha-3 that the office implies.", pattern=COUNTRY_PATTERN)]
    article_id: Annotated[str, Column(doc="The article that says so.", key=True, refers_to="articles")]
    char_start: Annotated[int, Column(doc="First code point of the statement in articles.text.", key=True, ge=0)]
    char_end: Annotated[int, Column(doc="One past the last code point of the statement.", ge=0)]


@table("local_entities", published=False)
@record(kw_only=True)
class LocalEntity:
    """An entity as one article alone shows it, before entities are linked across articles.

    In the working store, mentions, roles, quotes and extracted events refer to `local_id`; publishing puts
    `entity_id` there.
    """

    local_id: Annotated[str, Column(doc="Hash of article, kind and name.", key=True, pattern=ID_PATTERN)]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    name: Annotated[str, Column(doc="The fullest name that the article gives, canonical where a gazetteer knows it.")]
    kind: Annotated[str, Column(doc="What it is.", isin=ENTITY_KINDS)]
    aliases: Annotated[tuple[str, ...], Column(doc="The other spellings that the article uses, sorted.")]
    is_full_name: Annotated[bool, Column(doc="False where only a surname or an initialism is given.")]
    country: Annotated[str | None, Column(doc="ISO 3166-1 alpha-3.", pattern=COUNTRY_PATTERN)]
    sector: Annotated[str | None, Column(doc="PLOVER sector.", isin=SECTORS)]
    geonames_id: Annotated[int | None, Column(doc="GeoNames id of a place.", ge=1)]
    wikidata_id: Annotated[str | None, Column(doc="Wikidata item.", pattern=r"Q[1-9][0-9]*")]
    latitude: Annotated[float | None, Column(doc="WGS 84 degrees north.", ge=-90, le=90)]
    longitude: Annotated[float | None, Column(doc="WGS 84 degrees east.", ge=-180, le=180)]
    mention_count: Annotated[int, Column(doc="Mentions in the article.", ge=1)]
