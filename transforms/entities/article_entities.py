"""What entity extraction hands to quotes and events: the entities of one article and where it speaks of them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from schemas.entities import EntityMention, EntityRole, LocalEntity


@dataclass(frozen=True)
class ArticleEntities:
    """The entities of one article. In `mentions` and `roles`, `entity_id` holds the entity's `local_id`.

    `anaphora` maps the span of a pronoun or role noun ("he", "the minister") to the entity it stands for; such spans
    are no published mentions. `unnamed` are the people and bodies that have no name ("Kenyan soldiers"), `shadowed` the
    names inside their mentions ("Kenyan") and the offices beside people's ("French President"), with their entities.
    """

    entities: tuple[LocalEntity, ...]
    mentions: tuple[EntityMention, ...]
    roles: tuple[EntityRole, ...]
    anaphora: dict[tuple[int, int], str]
    unnamed: frozenset[str] = frozenset()
    shadowed: tuple[tuple[EntityMention, LocalEntity], ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[str, LocalEntity]:
        """The entities by their `local_id`."""
        return {entity.local_id: entity for entity in self.entities}

    @cached_property
    def _spans(self) -> tuple[list[int], list[tuple[int, int, str]], list[int]]:
        """The spans in order, where each starts, and how far it or any before it reaches."""
        spans = [(mention.char_start, mention.char_end, mention.entity_id) for mention in self.mentions]
        spans += [(start, end, local_id) for (start, end), local_id in self.anaphora.items()]
        spans.sort(key=lambda span: (span[0], -span[1], span[2]))  # of those that begin together the shortest last
        return [start for start, _, _ in spans], spans, list(accumulate((end for _, end, _ in spans), max))

    def covering(self, char_start: int, char_end: int) -> LocalEntity | None:
        """The entity whose mention or anaphor contains `[char_start, char_end)` of articles.text, the innermost one."""
        starts, spans, reaches = self._spans
        place = bisect_right(starts, char_start) - 1
        while place >= 0 and reaches[place] >= char_end:
            _, end, local_id = spans[place]
            if end >= char_end:
                return self.by_id[local_id]
            place -= 1
        return None

    def within(self, char_start: int, char_end: int) -> list[LocalEntity]:
        """The entities with a mention or an anaphor that touches `[char_start, char_end)`, in order, each once."""
        found: dict[str, LocalEntity] = {}
        for start, end, local_id in self._spans[1]:
            if start >= char_end:
                break
            if end > char_start:
                found.setdefault(local_id, self.by_id[local_id])
        return list(found.values())

    def without_bystanders(self, engaged: AbstractSet[str | None]) -> "ArticleEntities":
        """The same without the unnamed that are not among `engaged`; the names inside unnamed ones are mentions too."""
        dropped = self.unnamed - engaged
        mentions = [mention for mention in self.mentions if mention.entity_id not in dropped]
        known = {entity.local_id: entity for entity in self.entities if entity.local_id not in dropped}
        taken = {(mention.char_start, mention.char_end) for mention in mentions}
        for mention, entity in self.shadowed:
            if (mention.char_start, mention.char_end) not in taken:
                mentions.append(mention)
                known.setdefault(entity.local_id, entity)
        counts = Counter(mention.entity_id for mention in mentions)
        return replace(
            self,
            entities=tuple(replace(entity, mention_count=counts[local_id]) for local_id, entity in known.items()),
            mentions=tuple(sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end))),
            shadowed=(),
        )
