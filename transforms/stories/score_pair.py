"""How likely it is of each of many pairs of mentions that they speak of one event."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.shared_pairs import Ints
from transforms.stories.closeness import Closeness
from transforms.stories.explain_pair import PINS, PairExplainer, Profile
from transforms.stories.hopeful_pairs import Chances
from transforms.stories.known_scores import Floats, Keys, KnownScores, MentionHashes, content_hash, pair_key, pair_keys
from transforms.stories.mention import Mention
from transforms.stories.parties_match import names_among
from transforms.stories.settings import settings

_BITS = 32
NOTHING_KNOWN = KnownScores()


class PairScorer:
    """Scores pairs of mentions; `group_of` gives linked articles their group of sources.

    What is `known` from before is not worked out again.
    """

    def __init__(self, closeness: Closeness, group_of: Mapping[str, str], known: KnownScores = NOTHING_KNOWN) -> None:
        self._closeness = closeness
        self._group_of = group_of
        self._before = known
        self._hash_of = MentionHashes()
        self._candidates: tuple[Keys, Floats] = NOTHING_KNOWN.keys, NOTHING_KNOWN.values
        self._made: dict[int, float] = {}
        self._known: dict[int, float] = {}
        self._explainer = PairExplainer(closeness, group_of)

    def likely(self, mentions: Sequence[Mention], ends: Ints) -> list[tuple[float, int, int]]:
        """The pairs (i < j, n × 2, in order) of positions in `mentions` that score above 0, each after its score."""
        if not len(ends):
            return []
        keys = self._keys(mentions, ends)
        scores, is_known = self._before.find(keys)
        touched, places = np.unique(ends[~is_known], return_inverse=True)
        scores[~is_known] = self._score_new([mentions[i] for i in touched.tolist()], places.reshape(-1, 2))
        self._candidates = keys, scores
        above = scores > 0
        left, right = ends[above].T.tolist()
        return list(zip(scores[above].tolist(), left, right, strict=True))

    @property
    def known(self) -> KnownScores:
        """Every score that was asked for since, to be known the next time."""
        return KnownScores.of(*self._candidates, self._made)

    def _keys(self, mentions: Sequence[Mention], pairs: Ints) -> Keys:
        """What the score of each pair is known by."""
        hashes = np.array([self._hash_of(mention) for mention in mentions], np.uint64)
        groups = [self._group_of.get(mention.event.article_id, mention.event.article_id) for mention in mentions]
        numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
        group = np.array([numbers[one] for one in groups], np.int64)
        left, right = pairs.T
        return pair_keys(hashes[left], hashes[right], group[left] == group[right])

    def _score_new(self, mentions: Sequence[Mention], ends: Ints) -> Floats:
        """The scores of pairs of positions; NaN where it cannot be above 0."""
        scores = np.full(len(ends), np.nan)
        if not len(ends):
            return scores
        articles = self._measure_articles(mentions, ends)
        explainer = self._explainer
        profiles = [explainer.profile(mention) for mention in mentions]
        what, _ = explainer.what.totals(mentions, ends, np.array([one.what for one in profiles]), PINS)
        when, has_time_pin = explainer.when.totals(mentions, ends, np.array([one.when for one in profiles]), PINS)
        chances = Chances(mentions, ends, has_time_pin, articles, self._group_of)
        share_names = _share_names(mentions, ends)
        weights = settings().weights
        best = weights["parties"] + share_names * weights["named_party"]
        may_be = chances.above(what + when + best, share_names)  # only of these the parties are compared
        who, has_name_pin = np.full(len(ends), float("-inf")), np.zeros(len(ends), np.bool_)
        who[may_be], has_name_pin[may_be] = explainer.who.totals(
            mentions, ends[may_be], np.array([one.who for one in profiles]), PINS
        )
        may_be = chances.above(what + when + who, has_name_pin)
        scores[may_be] = [
            self._score_of(mentions[i], mentions[j], profiles[i], profiles[j]) for i, j in ends[may_be].tolist()
        ]
        return scores

    def _measure_articles(self, mentions: Sequence[Mention], pairs: Ints) -> NDArray[np.float64]:
        """How close the articles of each pair are, measured at once and remembered; 0 within one."""
        ends = np.array([mention.arrival[0] for mention in mentions], np.int64)[pairs]
        low, high = ends.min(axis=1), ends.max(axis=1)
        codes, which = np.unique(low * self._closeness.articles + high, return_inverse=True)
        return np.where(low == high, 0.0, self._closeness.remember(codes)[which])

    def score(self, one: Mention, other: Mention) -> float:
        """The log-odds that both speak of one event, remembered."""
        return self._score_of(one, other, self._explainer.profile(one), self._explainer.profile(other))

    def _score_of(self, one: Mention, other: Mention, left: Profile, right: Profile) -> float:
        a, b = left.number, right.number
        key = a << _BITS | b if a < b else b << _BITS | a
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._score(one, other, left, right)
        return value

    def _score(self, one: Mention, other: Mention, left: Profile, right: Profile) -> float:
        here, there = one.event.article_id, other.event.article_id
        is_linked = self._group_of.get(here, here) == self._group_of.get(there, there)
        key = pair_key(self._hash_of(one), self._hash_of(other), is_linked=is_linked)
        value = self._before.get(key)
        if value is None:
            value = self._explainer.score(one, other, left, right)
        self._made[key] = value
        return value

    def digest_of(self, mention: Mention) -> int:
        """The hash of all that is said in a mention."""
        return self._hash_of(mention)

    def said_by(self, mention: Mention) -> int:
        """The hash of all that is said in a mention, and of the group of sources that its article is in."""
        group = self._group_of.get(mention.event.article_id)
        return self._hash_of(mention) ^ (content_hash(group) if group else 0)


def _share_names(mentions: Sequence[Mention], ends: Ints) -> NDArray[np.bool_]:
    """Of which pairs of positions a party with a name of its own, no state, is the same."""
    names = [names_among(mention.parties) for mention in mentions]
    return np.array([not names[i].isdisjoint(names[j]) for i, j in ends.tolist()])
