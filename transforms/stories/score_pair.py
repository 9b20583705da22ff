"""The decision whether two mentions speak of one event: findings that forbid it, and findings that are added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from schemas.plover import HAPPENED
from transforms.shared_pairs import Ints
from transforms.stories.aspects import compare_what, compare_when, what_of, when_of, who_of
from transforms.stories.closeness import Closeness
from transforms.stories.comparison import Comparison
from transforms.stories.findings import party_findings, place_findings, topic_overlap
from transforms.stories.forbid import forbids
from transforms.stories.hopeful_pairs import Chances
from transforms.stories.known_scores import Floats, Keys, KnownScores, MentionHashes, content_hash, pair_key, pair_keys
from transforms.stories.mention import Mention
from transforms.stories.parties_match import names_among, only_one_names_people
from transforms.stories.places_match import is_country
from transforms.stories.settings import settings

PLANNED = frozenset(("planned", "hypothetical", "cancelled"))
_OTHER_KIND = "types of no common family, or of one but in words that are no synonyms"
_OTHER_DATE = "dates that cannot be the same"
_BITS = 32
NOTHING_KNOWN = KnownScores()
_PINS = frozenset(
    (
        "same_day",
        "same_week",
        "same_weekday",
        "same_round",
        "named_party",
        "same_count",
        "linked_articles",
        "same_sentence",
    )
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why two mentions are or are not one event.

    `forbidden_by` names a hard finding; `findings` are the added log-odds.
    """

    forbidden_by: str | None
    findings: Mapping[str, float] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The sum of the findings; minus infinity where a hard finding forbids the merge."""
        return float("-inf") if self.forbidden_by else round(sum(self.findings.values()), 6)


class PairScorer:
    """Scores pairs of mentions; `group_of` gives linked articles their group of sources.

    What two mentions say of the kind, the time and the parties repeats from pair to pair, and is compared once for all
    pairs that say the same. What is `known` from before is not worked out again.
    """

    def __init__(self, closeness: Closeness, group_of: Mapping[str, str], known: KnownScores = NOTHING_KNOWN) -> None:
        self._closeness = closeness
        self._group_of = group_of
        self._before = known
        self._hash_of = MentionHashes()
        self._candidates: tuple[Keys, Floats] = NOTHING_KNOWN.keys, NOTHING_KNOWN.values
        self._made: dict[int, float] = {}
        self._known: dict[int, float] = {}
        self._profiles: dict[str, Profile] = {}
        self._what = Comparison(what_of, compare_what)
        self._when = Comparison(when_of, compare_when)
        self._who = Comparison(who_of, party_findings)

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
        profiles = [self._profile(mention) for mention in mentions]
        what, _ = self._what.totals(mentions, ends, np.array([one.what for one in profiles]), _PINS)
        when, has_time_pin = self._when.totals(mentions, ends, np.array([one.when for one in profiles]), _PINS)
        chances = Chances(mentions, ends, has_time_pin, articles, self._group_of)
        share_names = _share_names(mentions, ends)
        weights = settings().weights
        best = weights["parties"] + share_names * weights["named_party"]
        may_be = chances.above(what + when + best, share_names)  # only of these the parties are compared
        who, has_name_pin = np.full(len(ends), float("-inf")), np.zeros(len(ends), np.bool_)
        who[may_be], has_name_pin[may_be] = self._who.totals(
            mentions, ends[may_be], np.array([one.who for one in profiles]), _PINS
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
        return self._score_of(one, other, self._profile(one), self._profile(other))

    def _score_of(self, one: Mention, other: Mention, left: "Profile", right: "Profile") -> float:
        a, b = left.number, right.number
        key = a << _BITS | b if a < b else b << _BITS | a
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._score(one, other, left, right)
        return value

    def _score(self, one: Mention, other: Mention, left: "Profile", right: "Profile") -> float:
        here, there = one.event.article_id, other.event.article_id
        is_linked = self._group_of.get(here, here) == self._group_of.get(there, there)
        key = pair_key(self._hash_of(one), self._hash_of(other), is_linked=is_linked)
        value = self._before.get(key)
        if value is None:
            value = self._explain(one, other, left, right).score
        self._made[key] = value
        return value

    def digest_of(self, mention: Mention) -> int:
        """The hash of all that is said in a mention."""
        return self._hash_of(mention)

    def said_by(self, mention: Mention) -> int:
        """The hash of all that is said in a mention, and of the group of sources that its article is in."""
        group = self._group_of.get(mention.event.article_id)
        return self._hash_of(mention) ^ (content_hash(group) if group else 0)

    def explain(self, one: Mention, other: Mention) -> Verdict:
        """The verdict on a pair with all that it rests on."""
        return self._explain(one, other, self._profile(one), self._profile(other))

    def _profile(self, mention: Mention) -> "Profile":
        profile = self._profiles.get(mention.mention_id)
        if profile is None:
            profile = self._profiles[mention.mention_id] = Profile(
                len(self._profiles),
                self._what.number(mention),
                self._when.number(mention),
                self._who.number(mention),
            )
        return profile

    def _explain(self, one: Mention, other: Mention, left: "Profile", right: "Profile") -> Verdict:
        what = self._what.compare(one, other, left.what, right.what)
        when = self._when.compare(one, other, left.when, right.when)
        if what is None or when is None:
            return Verdict(_OTHER_KIND if what is None else _OTHER_DATE)
        topic = topic_overlap(one, other)
        forbidden = forbids(one, other, topic)
        if forbidden:
            return Verdict(forbidden)
        weights = settings().weights
        who = self._who.compare(one, other, left.who, right.who)
        findings: dict[str, float] = {"prior": weights["prior"], **what, **when, **(who or {})}
        for name in place_findings(one, other):
            findings[name] = weights[name]
        self._add_articles(one, other, findings)
        _add_context(one, other, findings)
        if topic is not None:
            findings["topic"] = weights["topic"] * topic if topic else weights["other_topic"]
        if not self._is_pinned(one, other, findings):
            findings["unpinned"] = weights["unpinned"]
        return Verdict(None, findings)

    def _is_pinned(self, one: Mention, other: Mention, findings: Mapping[str, float]) -> bool:
        """Whether something beyond type, word and states tells that it is this event and not the like of it."""
        if not _PINS.isdisjoint(findings):
            return True
        is_series = bool({one.kind, other.kind} & settings().symmetric)
        if "same_place" in findings and one.place and not is_country(one.place) and not is_series:
            return True
        limits = settings().limits
        return self._closeness(one.arrival[0], other.arrival[0]) >= limits["pinned_articles"] or (
            findings["close_sentences"] >= limits["pinned_sentences"] * settings().weights["close_sentences"]
            and one.facts.shared(other.facts) >= limits["pinned_words"]
        )

    def _add_articles(self, one: Mention, other: Mention, findings: dict[str, float]) -> None:
        weights, limits = settings().weights, settings().limits
        is_one_article = one.article is other.article
        if one.sentence == other.sentence and one.kind == other.kind:
            findings["same_sentence"] = weights["same_sentence"]
        if one.event.status != other.event.status:
            statuses = {one.event.status, other.event.status}
            if not statuses.isdisjoint(HAPPENED) and statuses & PLANNED:
                apart = is_one_article and one.sentence != other.sentence
                name = "plan_and_outcome_in_one_article" if apart else "plan_and_outcome"
                findings[name] = weights[name]
        if _replaces(one, other):
            findings["correction"] = weights["correction"]
        if is_one_article:
            findings["same_article"] = weights["same_article"]
            if only_one_names_people(one.parties, other.parties) and "parties" in findings:
                findings["people_or_states"] = weights["people_or_states"]
            return
        if one.is_dated != other.is_dated and "same_weekday" not in findings:
            findings["one_dated"] = weights["one_dated"]
        group = self._group_of.get(one.article.article_id)
        if group and group == self._group_of.get(other.article.article_id):
            findings["linked_articles"] = weights["linked_articles"]
        closeness = min(self._closeness(one.arrival[0], other.arrival[0]), limits["closeness_ceiling"])
        in_series = one.is_series or other.is_series
        alike = max(one.alike, other.alike)
        if alike > 1:
            alike = alike ** limits["alike_power" if in_series else "alike_power_once"]
        findings["close_articles"] = weights["close_articles"] * max(0.0, closeness - limits["closeness_floor"]) / alike


class Profile(NamedTuple):
    """The number of a mention, and the number of what it says in each respect."""

    number: int
    what: int
    when: int
    who: int


def _share_names(mentions: Sequence[Mention], ends: Ints) -> NDArray[np.bool_]:
    """Of which pairs of positions a party with a name of its own, no state, is the same."""
    names = [names_among(mention.parties) for mention in mentions]
    return np.array([not names[i].isdisjoint(names[j]) for i, j in ends.tolist()])


def _replaces(one: Mention, other: Mention) -> bool:
    """Whether a correction takes one back and says the other instead, with when or where."""
    if one.correction is None or one.correction != other.correction or one.is_withdrawn == other.is_withdrawn:
        return False
    instead = other if one.is_withdrawn else one
    return instead.is_dated or instead.place is not None


def _add_context(one: Mention, other: Mention, findings: dict[str, float]) -> None:
    """How much the two sentences have in common, and whether they count the same thing alike."""
    weights = settings().weights
    findings["close_sentences"] = weights["close_sentences"] * one.facts.closeness(other.facts)
    counted = one.facts.agreement_of_counts(other.facts)
    if counted:
        name = "same_count" if counted > 0 else "other_count"
        findings[name] = weights[name]
