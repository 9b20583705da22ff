"""Which candidate pairs can be one event at all: the most that their score can be, over whole arrays at once.

What is cheap to know of all pairs is counted exactly, the rest as if it spoke for them. A pair that does not get above 0
even so need not be scored one by one.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transforms.dedup.fact_columns import FactColumns
from transforms.shared_pairs import Ints
from transforms.stories.closeness import Closeness
from transforms.stories.mention import Mention
from transforms.stories.settings import settings

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """What kind, time and parties of each pair count together, and whether any of that pins the event down."""

    total: Floats
    is_pinned: Flags
    has_time_pin: Flags


def hopeful(
    mentions: Sequence[Mention], pairs: Ints, compared: Compared, articles: Floats, group_of: Mapping[str, str]
) -> Flags:
    """Which of the pairs (n × 2 positions, in order) may score above 0; `articles` is how close their articles are."""
    weights, limits = settings().weights, settings().limits
    left, right = pairs[:, 0], pairs[:, 1]

    def same(keys: Sequence[Hashable]) -> Flags:
        numbers: dict[Hashable, int] = {}
        of = np.array([numbers.setdefault(key, len(numbers)) for key in keys])
        return np.asarray(of[left] == of[right])

    def both(flags: Sequence[bool]) -> Flags:
        of = np.array(flags)
        return np.asarray(of[left] & of[right])

    def differ(flags: Sequence[bool]) -> Flags:
        of = np.array(flags)
        return np.asarray(of[left] != of[right])

    sentences = Closeness(FactColumns.of_facts([one.facts.weights for one in mentions])).measure(
        left * len(mentions) + right
    )
    one_article = same([one.event.article_id for one in mentions])
    one_sentence = same([(one.kind, one.sentence) for one in mentions])
    linked = ~one_article & same([group_of.get(one.event.article_id, one.mention_id) for one in mentions])
    counted, placed = both([bool(one.facts.counts) for one in mentions]), both([bool(one.place) for one in mentions])
    one_dated = differ([one.is_dated for one in mentions]) & ~one_article & ~compared.has_time_pin
    most = weights["prior"] + compared.total + weights["close_sentences"] * sentences
    most += np.where(one_article, weights["same_article"], _close_articles(mentions, pairs, articles))
    most += one_sentence * weights["same_sentence"] + linked * weights["linked_articles"]
    most += counted * weights["same_count"] + placed * weights["same_place"] + one_dated * weights["one_dated"]
    most += both([len(one.topic) > 1 for one in mentions]) * weights["topic"]
    most += differ([one.is_withdrawn for one in mentions]) * weights["correction"]
    close = (articles >= limits["pinned_articles"]) | (sentences >= limits["pinned_sentences"] - _ROUNDING)
    pinned = compared.is_pinned | one_article | one_sentence | linked | counted | placed | close
    return np.asarray(most + ~pinned * weights["unpinned"] > -_ROUNDING)


_ROUNDING = 1e-5


def _close_articles(mentions: Sequence[Mention], pairs: Ints, articles: Floats) -> Floats:
    """What the closeness of their articles counts."""
    weights, limits = settings().weights, settings().limits
    alike = np.array([one.alike for one in mentions])[pairs].max(axis=1).astype(float)
    in_series = np.array([one.is_series for one in mentions])[pairs].any(axis=1)
    above = np.maximum(0.0, np.minimum(articles, limits["closeness_ceiling"]) - limits["closeness_floor"])
    power = np.where(in_series, limits["alike_power"], limits["alike_power_once"])
    return np.asarray(weights["close_articles"] * above / alike**power)
