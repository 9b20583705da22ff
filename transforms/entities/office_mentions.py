"""Mentions of offices that an article writes as names: the office's own, or those of the person that holds it."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.entities import EntityMention, LocalEntity
from transforms.entities.found import Found, Group
from transforms.entities.mention_records import mention_records, overlaps
from transforms.entities.offices import is_bare_office
from transforms.entities.stated_offices import StatedOffice, office_name
from transforms.ids import content_id
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.places.actor_tables import former_words
from transforms.places.actors import describe_actor

StatedOffices = Sequence[tuple[Paragraph, Sequence[StatedOffice]]]


def office_mentions(
    article: ParsedArticle,
    stated: StatedOffices,
    entities: Sequence[LocalEntity],
    spans: Mapping[tuple[int, int], int],
    named: Sequence[Group],
) -> Iterator[tuple[EntityMention, LocalEntity]]:
    """Mentions of offices written as names; one that stands for a person ("the Prime Minister") is that person's."""
    people = {entity.name: entity for entity in entities if entity.kind == "PERSON"}
    name_at = {found.char_start: group.name for group in named for found in group.mentions}
    meant: dict[str, LocalEntity] = {}
    groups: dict[str, Group] = {}
    for paragraph, offices in stated:
        doc = paragraph.doc
        for office in offices:
            start, end = paragraph.span(doc[office.start : office.end])
            text = doc[office.start : office.end].text
            index = spans.get((start, end))
            entity = people.get(named[index].name) if index is not None else None
            if entity is None:
                holder = (
                    people.get(name_at.get(paragraph.span(doc.tokens[office.end])[0], "")) if office.holder else None
                )
                before = {token.lower_ for token in doc.tokens[max(0, office.start - 2) : office.start]}  # "ex", "-"
                former = "former " if before & former_words() else ""
                name = " ".join(doc[office.named_start : office.end].text.split())
                entity = _office_entity(article.article_id, name, former + name, holder.country if holder else None)
            meant[entity.name] = entity
            group = groups.setdefault(entity.name, Group(entity.name, entity.kind, None))
            group.mentions.append(Found(start, end, text, entity.kind, 0.0))
    local_ids = {(group.kind, name): meant[name].local_id for name, group in groups.items()}
    by_id = {entity.local_id: entity for entity in meant.values()}
    for mention in mention_records(article, list(groups.values()), local_ids):
        yield mention, by_id[mention.entity_id]


def leave_to_offices(stated: StatedOffices, groups: Sequence[Group]) -> None:
    """Drop the demonyms inside offices ("French President") as mentions of states that are named elsewhere too."""
    spans = sorted(
        paragraph.span(paragraph.doc[office.start : office.role_start])
        for paragraph, offices in stated
        for office in offices
        if office.start < office.role_start
    )
    for group in groups if spans else ():
        if group.kind == "PLACE":
            others = [found for found in group.mentions if not overlaps(found, spans)]
            group.mentions = others or group.mentions


def _office_entity(article_id: str, text: str, statement: str, holders: str | None) -> LocalEntity:
    """An office as an entity, of the state that its words name or else that its holder is of."""
    described = describe_actor(statement)
    # "Vice President" alone is one of some state; with its holder beside it, of hers.
    country = (holders if is_bare_office(text) else None) or described.country or holders
    name = office_name(text, country)
    return LocalEntity(
        local_id=content_id("lo", article_id, "OTHER", name),
        article_id=article_id,
        name=name,
        kind="OTHER",
        aliases=(),
        is_full_name=True,
        country=country,
        sector=described.sector,
        geonames_id=None,
        wikidata_id=None,
        latitude=None,
        longitude=None,
        mention_count=1,
    )
