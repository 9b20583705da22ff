"""Why two mentions speak of one event, or do not: findings that forbid it, and findings that are added up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.stories.aspects import compare_what, compare_when, what_of, when_of, who_of
from transforms.stories.closeness import Closeness
from transforms.stories.comparison import Comparison
from transforms.stories.findings import party_findings, place_findings, status_findings, topic_overlap
from transforms.stories.forbid import forbids
from transforms.stories.mention import Mention
from transforms.stories.parties_match import only_one_names_people
from transforms.stories.places_match import is_country
from transforms.stories.settings import settings

_OTHER_KIND = "types of no common family, or of one but in words that are no synonyms"
_OTHER_DATE = "dates that cannot be the same"
PINS = frozenset(
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


class Profile(NamedTuple):
    """The number of a mention, and the number of what it says in each respect."""

    number: int
    what: int
    when: int
    who: int


class PairExplainer:
    """Explains pairs of mentions; `group_of` gives linked articles their group of sources.

    What two mentions say of the kind, the time and the parties repeats from pair to pair, and is compared once for all
    pairs that say the same.
    """

    def __init__(self, closeness: Closeness, group_of: Mapping[str, str]) -> None:
        self._closeness = closeness
        self._group_of = group_of
        self._profiles: dict[str, Profile] = {}
        self.what = Comparison(what_of, compare_what)
        self.when = Comparison(when_of, compare_when)
        self.who = Comparison(who_of, party_findings)

    def profile(self, mention: Mention) -> Profile:
        """The profile of a mention, made once."""
        profile = self._profiles.get(mention.mention_id)
        if profile is None:
            profile = self._profiles[mention.mention_id] = Profile(
                len(self._profiles), self.what.number(mention), self.when.number(mention), self.who.number(mention)
            )
        return profile

    def explain(self, one: Mention, other: Mention, left: Profile, right: Profile) -> Verdict:
        """The verdict on a pair with all that it rests on; `left` and `right` are their profiles."""
        what = self.what.compare(one, other, left.what, right.what)
        when = self.when.compare(one, other, left.when, right.when)
        if what is None or when is None:
            return Verdict(_OTHER_KIND if what is None else _OTHER_DATE)
        topic = topic_overlap(one, other)
        forbidden = forbids(one, other, topic)
        if forbidden:
            return Verdict(forbidden)
        weights = settings().weights
        who = self.who.compare(one, other, left.who, right.who)
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
        if not PINS.isdisjoint(findings):
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
        for name in status_findings(one, other):
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
