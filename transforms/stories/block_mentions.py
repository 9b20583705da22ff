"""Blocking: which pairs of mentions are worth comparing at all. No step looks at all pairs of all mentions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product

import numpy as np

from transforms.dedup.fact_columns import FactColumns
from transforms.dedup.rewrites import ANCHOR_WEIGHT
from transforms.shared_pairs import Ints, count_shared, distinct, group_codes
from transforms.stories.closeness import Closeness
from transforms.stories.mention import Mention, is_state
from transforms.stories.settings import settings, trigger_class

Key = tuple[str, ...]


def candidate_pairs(mentions: Sequence[Mention], closeness: Closeness) -> Ints:
    """Positions (i < j, n × 2, in order) in `mentions` of the pairs that are akin with something particular in common.

    That is: the article or a close one, a sentence or some names and numbers in it, a party that is no state, the states
    and the day or the word, the place and the word, or the word and a person or town that both articles name.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _keys(mention):
            blocks[key].append(position)
    parts = (part for block in blocks.values() for part in _divided(block, mentions))
    number = len(mentions)
    codes = [group_codes(parts, number), _sharing_names(mentions), _in_close_articles(mentions, closeness)]
    return np.column_stack(np.divmod(distinct(np.concatenate(codes)), max(number, 1)))


def _keys(mention: Mention) -> Iterator[Key]:
    event = mention.event
    countries = "+".join(sorted({party.country for party in mention.parties if party.country}))
    yield "sentence", mention.kind, mention.sentence
    for akin in mention.akin:
        yield "article", akin, event.article_id
        for party in mention.parties:
            if not is_state(party):
                yield "party", akin, party.entity_id
        if mention.date_edtf and countries:
            yield "day", akin, countries, mention.date_edtf[-5:]
        if mention.place:
            yield "place", akin, mention.place.entity_id, trigger_class(event.trigger)
    if mention.date_edtf and mention.kind in settings().local:
        yield "when", mention.kind, mention.date_edtf
    alike = mention.kind, mention.word
    if countries:
        yield "word", *alike, countries
    yield from ((*alike, beside) for beside in _besides(mention))


def _besides(mention: Mention) -> Iterator[str]:
    """What, beside a like word, is worth a comparison: the place, the day of a happening, a person or town of the article."""
    if mention.place:
        yield mention.place.entity_id
    if mention.date_edtf:
        yield mention.date_edtf
    if mention.kind not in settings().in_series:
        yield from mention.cast | mention.around


def _sharing_names(mentions: Sequence[Mention]) -> Ints:
    """The pairs whose sentences share names or numbers that few sentences have: one where the words are alike, or some."""
    limits, number = settings().limits, len(mentions)
    keys, holders = _names_in_sentences(mentions)
    codes, counts = count_shared(keys, holders, number, int(limits["block"]))
    words: dict[str, int] = {}
    word_of = np.array([words.setdefault(one.word, len(words)) for one in mentions], np.int64)
    left, right = np.divmod(codes, max(number, 1))
    alike: Ints = codes[(counts >= limits["shared_names"]) | (word_of[left] == word_of[right])]
    return alike


def _names_in_sentences(mentions: Sequence[Mention]) -> tuple[Ints, Ints]:
    """A number for each of what makes a mention akin and name or number in its sentence, and beside it its position."""
    facts = FactColumns.of_texts([one.sentence for one in mentions])
    is_name = facts.weights == ANCHOR_WEIGHT
    stems, holders = facts.stems[is_name], facts.owners[is_name]
    numbers: dict[str, int] = {}
    akin = [[numbers.setdefault(key, len(numbers)) for key in one.akin] for one in mentions]
    sizes = np.fromiter(map(len, akin), np.int64, len(akin))
    every = np.fromiter(chain.from_iterable(akin), np.int64)
    counts = sizes[holders]
    which = np.repeat(np.arange(len(holders)), counts)
    firsts = (np.cumsum(sizes) - sizes)[holders] - np.cumsum(counts) + counts
    return stems[which] * len(numbers) + every[np.arange(len(which)) + firsts[which]], holders[which]


def _divided(block: Sequence[int], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """The block itself, or, where it is too large, its parts by word and date; what is still too large is cut in runs."""
    most = int(settings().limits["block"])
    if len(block) <= most:
        yield list(block)
        return
    parts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position in block:
        mention = mentions[position]
        when = mention.date_edtf or (mention.published.isoformat() if mention.published else "")
        parts[mention.event.trigger, when].append(position)
    for key in sorted(parts):
        part = parts[key]
        for start in range(0, len(part), most):
            yield part[start : start + most]


def _in_close_articles(mentions: Sequence[Mention], closeness: Closeness) -> Ints:
    by_article: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, mention in enumerate(mentions):
        for akin in mention.akin:
            by_article[mention.arrival[0]][akin].append(position)
    pairs = (
        pair
        for left, right in closeness.close_pairs(sorted(by_article), settings().limits["compared_articles"])
        for akin in by_article[left].keys() & by_article[right].keys()
        for pair in _of_two_articles(by_article[left][akin], by_article[right][akin], mentions)
    )
    ends = np.fromiter(chain.from_iterable(pairs), np.int64).reshape(-1, 2)
    codes: Ints = ends.min(axis=1) * len(mentions) + ends.max(axis=1)
    return codes


def _of_two_articles(
    left: Sequence[int], right: Sequence[int], mentions: Sequence[Mention]
) -> Iterable[tuple[int, int]]:
    """All pairs; where both articles tell of many alike, only those whose sentences share a name or number that few have."""
    limits = settings().limits
    if len(left) * len(right) <= limits["block"]:
        return product(left, right)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position in right:
        for stem in mentions[position].facts.anchors:
            holders[stem].append(position)
    few = {stem: held for stem, held in holders.items() if len(held) <= limits["alike_few"]}
    return {
        (position, other)
        for position in left
        for stem in mentions[position].facts.anchors
        for other in few.get(stem, ())
    }
