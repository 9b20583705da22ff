"""What tests of entities ask of what was found."""

from collections.abc import Callable

from transforms.entities.article_entities import ArticleEntities

Find = Callable[..., ArticleEntities]


def texts_of(entities: ArticleEntities, name: str) -> list[str]:
    (wanted,) = (entity.local_id for entity in entities.entities if entity.name == name)
    return [mention.text for mention in entities.mentions if mention.entity_id == wanted]


def named(entities: ArticleEntities, name: str) -> tuple[str, str | None, str | None]:
    (entity,) = (entity for entity in entities.entities if entity.name == name)
    return entity.kind, entity.country, entity.sector


def stands_for(entities: ArticleEntities, text: str, anaphor: str) -> str | None:
    start = text.index(anaphor)
    local_id = entities.anaphora.get((start, start + len(anaphor)))
    return entities.by_id[local_id].name if local_id else None
