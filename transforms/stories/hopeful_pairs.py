"""Which candidate pairs can be one event at all: the most that their score can be, over whole arrays at once.

What is cheap to know of all pairs is counted exactly, the rest as if it spoke for them. A pair that does not get above 0
even so need not be scored one by one.
"""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.dedup.fact_columns import FactColumns
from transforms.shared_pairs import Ints
from transforms.stories.closeness import Closeness
from transforms.stories.mention import Mention
from transforms.stories.settings import settings

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Chances:
    """What all but kind, time and parties can count for pairs (n × 2 positions, in order) at most.

    `has_time_pin` tells which pairs the time pins down, `articles` how close their articles are.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        pairs: Ints,
        has_time_pin: Flags,
        articles: Floats,
        group_of: Mapping[str, str],
    ) -> None:
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

        sentences = Closeness(FactColumns.of_texts([one.sentence for one in mentions])).measure(
            left * len(mentions) + right
        )
        one_article = same([one.event.article_id for one in mentions])
        one_sentence = same([(one.kind, one.sentence) for one in mentions])
        linked = ~one_article & same([group_of.get(one.event.article_id, one.mention_id) for one in mentions])
        counted, placed = (
            both([bool(one.facts.counts or one.facts.people) for one in mentions]),
            both([bool(one.place) for one in mentions]),
        )
        one_dated = (
            differ([one.is_dated for one in mentions]) & ~one_article & ~has_time_pin & ~_told_soon(mentions, pairs)
        )
        most = weights["prior"] + weights["close_sentences"] * sentences
        most += np.where(one_article, weights["same_article"], _close_articles(mentions, pairs, articles))
        most += one_sentence * weights["same_sentence"] + linked * weights["linked_articles"]
        most += counted * weights["same_count"] + placed * weights["same_place"] + one_dated * weights["one_dated"]
        most += (both([one.event.status == "cancelled" for one in mentions]) & ~one_article) * weights["both_cancelled"]
        most += both([len(one.topic) > 1 for one in mentions]) * weights["topic"]
        most += differ([one.is_withdrawn for one in mentions]) * weights["correction"]
        is_local = both([one.kind in settings().local for one in mentions])
        near = np.where(is_local, limits["pinned_articles_and_name"], limits["pinned_articles"])
        close = (articles >= near) | (sentences >= limits["pinned_sentences"] - _ROUNDING)
        self._most = most
        cast = both([bool(one.cast) for one in mentions])
        self._pinned = has_time_pin | one_article | one_sentence | linked | counted | placed | close | cast
        self._mentions, self._pairs = mentions, pairs

    def above(self, total: Floats, has_name_pin: Flags) -> Flags:
        """Which pairs may score above 0, where kind, time and parties count `total` together."""
        score = self._most + total
        unpinned = ~(self._pinned | has_name_pin) * settings().weights["unpinned"]
        enough = np.asarray(score + unpinned > -_ROUNDING)
        open_ = np.flatnonzero(~enough & (score > -_ROUNDING))
        enough[open_] = self._name_the_same(self._pairs[open_])
        return enough

    def _name_the_same(self, pairs: Ints) -> Flags:
        """Whether the articles of each pair name so many of the same towns and people that this pins it down."""
        around = [one.around for one in self._mentions]
        numbers: dict[str, int] = {}
        article = np.array([numbers.setdefault(one.event.article_id, len(numbers)) for one in self._mentions], np.int64)
        codes = article[pairs[:, 0]] * len(numbers) + article[pairs[:, 1]]
        _, firsts, at = np.unique(codes, return_index=True, return_inverse=True)
        least = settings().limits["pinned_names"]
        shared = [len(around[i] & around[j]) >= least for i, j in pairs[firsts].tolist()]
        return np.array(shared, dtype=np.bool_)[at]


_ROUNDING = 1e-5


def _told_soon(mentions: Sequence[Mention], pairs: Ints) -> Flags:
    """Which pairs may be `is_told_soon`."""
    first = [one.event.date_earliest if one.is_dated else None for one in mentions]
    happened = np.array([day.toordinal() if day else np.nan for day in first])[pairs]
    published = np.array([one.published.toordinal() if one.published else np.nan for one in mentions])[pairs]
    days = published[:, ::-1] - happened
    return np.asarray(((days >= 0) & (days <= settings().limits["soon_days"])).any(axis=1))


def _close_articles(mentions: Sequence[Mention], pairs: Ints, articles: Floats) -> Floats:
    """What the closeness of their articles counts."""
    weights, limits = settings().weights, settings().limits
    alike = np.array([one.alike for one in mentions])[pairs].max(axis=1).astype(float)
    in_series = np.array([one.is_series for one in mentions])[pairs].any(axis=1)
    above = np.maximum(0.0, np.minimum(articles, limits["closeness_ceiling"]) - limits["closeness_floor"])
    power = np.where(in_series, limits["alike_power"], limits["alike_power_once"])
    return np.asarray(weights["close_articles"] * above / alike**power)
