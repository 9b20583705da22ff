"""The published rows of what an article mentions, and which spans of it touch."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from schemas.entities import EntityMention
from schemas.sentences import Sentence
from transforms.entities.found import Found, Group
from transforms.ids import content_id
from transforms.parsing.parse import ParsedArticle


def overlaps(found: Found, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether any of the sorted spans touches the mention."""
    position = bisect_left(spans, (found.char_end, 0))
    return any(end > found.char_start for _, end in spans[max(0, position - 2) : position])


def mention_records(
    article: ParsedArticle, groups: Sequence[Group], local_ids: Mapping[tuple[str, str], str]
) -> tuple[EntityMention, ...]:
    """The mentions of all groups in order of text, each with its sentence; `local_ids` by kind and name."""
    sentences = iter(article.sentences)
    sentence: Sentence | None = next(sentences, None)
    spans = sorted(
        (found.char_start, found.char_end, local_ids[group.kind, group.name])
        for group in groups
        for found in group.mentions
    )
    mentions = []
    for start, end, local_id in spans:
        while sentence is not None and sentence.char_end <= start:
            sentence = next(sentences, None)
        if sentence is None:
            break
        inner_end = min(end, sentence.char_end)  # where the parser ends a sentence after an initial: "John M. | Doe"
        mentions.append(
            EntityMention(
                mention_id=content_id("mt", article.article_id, start, inner_end),
                article_id=article.article_id,
                entity_id=local_id,
                char_start=start,
                char_end=inner_end,
                text=article.text[start:inner_end],
                sentence_id=sentence.sentence_id,
            )
        )
    return tuple(mentions)
