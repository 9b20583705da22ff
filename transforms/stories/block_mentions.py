"""Blocking: which pairs of mentions are worth comparing at all. No step looks at all pairs of all mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from transforms.stories.closeness import Closeness
from transforms.stories.mention import Mention, is_state
from transforms.stories.mention_kind import word_class
from transforms.stories.settings import families, settings, trigger_class

Key = tuple[str, ...]


def candidate_pairs(mentions: Sequence[Mention], closeness: Closeness) -> list[tuple[int, int]]:
    """Positions (i < j) in `mentions` of the pairs of one type family that have something particular in common.

    That is: the article or a close one, a sentence or some names and numbers in it, a party that is no state, the states
    and the day or the word, or the place and the word.
    """
    pairs: set[tuple[int, int]] = set()
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _keys(mention):
            blocks[key].append(position)
    for block in blocks.values():
        for part in _divided(block, mentions):
            pairs.update(combinations(part, 2))
    pairs.update(_sharing_names(mentions))
    pairs.update(_in_close_articles(mentions, closeness))
    return sorted(pairs)


def _keys(mention: Mention) -> Iterator[Key]:
    event = mention.event
    countries = "+".join(sorted({party.country for party in mention.parties if party.country}))
    yield "sentence", mention.kind, mention.sentence
    for family in families(mention.kind):
        yield "article", family, event.article_id
        for party in mention.parties:
            if not is_state(party):
                yield "party", family, party.entity_id
        if event.date_edtf and countries:
            yield "day", family, countries, event.date_edtf[-5:]
        if countries:
            yield "word", mention.kind, trigger_class(event.trigger), countries
        if mention.place:
            yield "place", family, mention.place.entity_id, trigger_class(event.trigger)


def _sharing_names(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The pairs whose sentences share names or numbers that few sentences have: one where the words are alike, or some."""
    limits = settings().limits
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for family in families(mention.kind):
            for stem in mention.facts.anchors:
                blocks[family, stem].append(position)
    shared: Counter[tuple[int, int]] = Counter()
    for block in blocks.values():
        if 1 < len(block) <= limits["block"]:
            shared.update(combinations(block, 2))
    words = [word_class(mention.event) for mention in mentions]
    return (
        pair for pair, count in shared.items() if count >= limits["shared_names"] or words[pair[0]] == words[pair[1]]
    )


def _divided(block: Sequence[int], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """The block itself, or, where it is too large, its parts by word and date; what is still too large is cut in runs."""
    most = int(settings().limits["block"])
    if len(block) <= most:
        yield list(block)
        return
    parts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position in block:
        mention = mentions[position]
        when = mention.event.date_edtf or (mention.published.isoformat() if mention.published else "")
        parts[mention.event.trigger, when].append(position)
    for key in sorted(parts):
        part = parts[key]
        for start in range(0, len(part), most):
            yield part[start : start + most]


def _in_close_articles(mentions: Sequence[Mention], closeness: Closeness) -> Iterator[tuple[int, int]]:
    by_article: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, mention in enumerate(mentions):
        for family in families(mention.kind):
            by_article[mention.arrival[0]][family].append(position)
    for left, right in closeness.close_pairs(settings().limits["closeness_floor"]):
        for family in by_article[left].keys() & by_article[right].keys():
            for pair in product(by_article[left][family], by_article[right][family]):
                yield min(pair), max(pair)
