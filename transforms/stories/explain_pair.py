"""Why two mentions speak of one event, or do not: findings that forbid it, and findings that are added up."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from transforms.stories.aspects import compare_what, compare_when, compare_where, what_of, when_of, where_of, who_of
from transforms.stories.closeness import Closeness
from transforms.stories.comparison import Comparison
from transforms.stories.findings import (
    is_told_soon,
    party_findings,
    status_findings,
    topic_overlap,
    was_long_before,
)
from transforms.stories.forbid import are_forbidden
from transforms.stories.mention import Mention
from transforms.stories.parties_match import only_one_names_people
from transforms.stories.places_match import is_country, is_region
from transforms.stories.settings import settings

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
# What tells that articles which have nothing else in common tell of one event after all.
_TOLD_OF_ONE = frozenset(
    (
        "named_party",
        "same_place",
        "containing_place",
        "linked_articles",
        "same_sentence",
        "same_round",
        "correction",
    )
)
# What tells that two sentences without a common word are about one utterance after all.
_TOLD_ALIKE = frozenset(("same_day", "named_party", "same_sentence", "side_by_side", "correction"))
_MOST_WORDS = 0.5  # of those around the trigger


class Profile(NamedTuple):
    """The number of a mention, and the number of what it says in each respect."""

    number: int
    what: int
    when: int
    where: int
    who: int


class PairExplainer:
    """Explains pairs of mentions; `group_of` gives linked articles their group of sources.

    What two mentions say of the kind, the time, the place and the parties repeats from pair to pair, and is compared
    once for all pairs that say the same.
    """

    def __init__(self, closeness: Closeness, group_of: Mapping[str, str]) -> None:
        self._closeness = closeness
        self._group_of = group_of
        self._weights, self._limits = settings().weights, settings().limits
        self._profiles: dict[str, Profile] = {}
        self._elsewhere: dict[tuple[str, str], bool] = {}
        self.what = Comparison(what_of, compare_what)
        self.when = Comparison(when_of, compare_when)
        self.where = Comparison(where_of, compare_where)
        self.who = Comparison(who_of, party_findings)

    def profile(self, mention: Mention) -> Profile:
        """The profile of a mention, made once."""
        profile = self._profiles.get(mention.mention_id)
        if profile is None:
            profile = self._profiles[mention.mention_id] = Profile(
                len(self._profiles),
                self.what.number(mention),
                self.when.number(mention),
                self.where.number(mention),
                self.who.number(mention),
            )
        return profile

    def score(self, one: Mention, other: Mention, left: Profile, right: Profile) -> float:
        """The log-odds that both speak of one event, minus infinity where they cannot; their profiles come along."""
        findings = self.explain(one, other, left, right)
        return float("-inf") if findings is None else round(sum(findings.values()), 6)

    def explain(self, one: Mention, other: Mention, left: Profile, right: Profile) -> Mapping[str, float] | None:
        """All that the score of a pair rests on, as added log-odds; None where something forbids that both are one."""
        what = self.what.compare(one, other, left.what, right.what)
        when = self.when.compare(one, other, left.when, right.when)
        if what is None or when is None:
            return None
        where = self.where.compare(one, other, left.where, right.where)
        topic = topic_overlap(one, other)
        if where is None or are_forbidden(one, other, topic):
            return None
        weights = self._weights
        who = self.who.compare(one, other, left.who, right.who)
        findings: dict[str, float] = {"prior": weights["prior"], **what, **when, **(who or {}), **where}
        for name in (*_sentence_findings(one, other, what), *status_findings(one, other)):
            findings[name] = weights[name]
        if _replaces(one, other):
            findings["correction"] = weights["correction"]
        closeness = 1.0
        if one.article is other.article:
            findings["same_article"] = weights["same_article"]
            if "parties" in findings and only_one_names_people(one.parties, other.parties):
                findings["people_or_states"] = weights["people_or_states"]
        else:
            closeness = self._closeness(one.arrival[0], other.arrival[0])
            self._add_articles(one, other, closeness, findings)
        self._add_context(one, other, topic, findings)
        if closeness < self._limits["strange_articles"] and self._are_strange(one, other, findings):
            findings["strange_articles"] = weights["strange_articles"]
        if not self._is_pinned(one, other, closeness, findings):
            findings["unpinned"] = weights["unpinned"]
        return findings

    def _is_elsewhere(self, placed: Mention, other: Mention) -> bool:
        """Whether one has a place, and the article of the other, which has none, names towns but never that one."""
        place = placed.place
        if place is None or other.place is not None or not other.has_towns:
            return False
        if not (placed.place_is_own and placed.place_stands) or is_country(place) or is_region(place):
            return False
        key = place.entity_id, other.article.article_id
        if key not in self._elsewhere:
            self._elsewhere[key] = place.entity_id not in other.around and place.name not in other.article.text
        return self._elsewhere[key]

    def _is_pinned(self, one: Mention, other: Mention, closeness: float, findings: Mapping[str, float]) -> bool:
        """Whether something beyond type, word and states tells that it is this event and not the like of it."""
        limits = self._limits
        if closeness >= limits["pinned_articles"] or not PINS.isdisjoint(findings):
            return True
        kinds = {one.kind, other.kind}
        if not settings().in_series & kinds:
            shared = len(one.around & other.around)
            is_near = closeness >= limits["pinned_articles_and_name"] and kinds <= settings().local
            if shared >= (1 if is_near else limits["pinned_names"]) or not one.cast.isdisjoint(other.cast):
                return True
        if "same_place" in findings and one.place and not is_country(one.place):
            symmetric = settings().symmetric
            if one.kind not in symmetric and other.kind not in symmetric:
                return True
        return (
            findings.get("close_sentences", 0.0) >= limits["pinned_sentences"] * self._weights["close_sentences"]
            and one.facts.shared(other.facts) >= limits["pinned_words"]
        )

    def _add_articles(self, one: Mention, other: Mention, closeness: float, findings: dict[str, float]) -> None:
        """How close their two articles are, whether these are linked, and whether one alone tells the day or the place."""
        weights, limits = self._weights, self._limits
        if one.is_dated != other.is_dated and "same_weekday" not in findings and not is_told_soon(one, other):
            findings["one_dated"] = weights["one_dated"]
            if was_long_before(one, other):
                findings["long_before"] = weights["long_before"]
        group = self._group_of.get(one.article.article_id)
        if group and group == self._group_of.get(other.article.article_id):
            findings["linked_articles"] = weights["linked_articles"]
        above = max(0.0, min(closeness, limits["closeness_ceiling"]) - limits["closeness_floor"])
        alike: float = max(one.alike, other.alike)
        if above and alike > 1:
            in_series = one.is_series or other.is_series
            alike = alike ** limits["alike_power" if in_series else "alike_power_once"]
        findings["close_articles"] = weights["close_articles"] * above / alike
        if self._is_elsewhere(one, other) or self._is_elsewhere(other, one):
            findings["elsewhere"] = weights["elsewhere"]

    def _add_context(self, one: Mention, other: Mention, topic: float | None, findings: dict[str, float]) -> None:
        """How much the two sentences have in common, and whether they count the same thing alike."""
        weights = self._weights
        if topic is not None:
            findings["topic"] = weights["topic"] * topic if topic else weights["other_topic"]
        if "side_by_side" not in findings:
            findings["close_sentences"] = weights["close_sentences"] * one.facts.closeness(other.facts)
        if self._are_told_apart(one, other, findings):
            findings["nothing_alike"] = weights["nothing_alike"]
        counted = one.facts.agreement_of_counts(other.facts)
        if counted:
            tolls = not settings().tolls.isdisjoint((one.kind, other.kind))
            name = "same_count" if counted > 0 else "other_toll" if tolls else "other_count"
            findings[name] = weights[name]

    def _are_strange(self, one: Mention, other: Mention, findings: Mapping[str, float]) -> bool:
        """Whether two articles that are not close name no town or person alike, and tell of nothing in the same words."""
        if not _TOLD_OF_ONE.isdisjoint(findings) or not one.around.isdisjoint(other.around):
            return False
        return findings.get("topic", 0.0) < _MOST_WORDS * self._weights["topic"]

    def _are_told_apart(self, one: Mention, other: Mention, findings: Mapping[str, float]) -> bool:
        """Whether two acts of speech, or two agreements of one article, share next to no word, and nothing else makes them one.

        That may be a day, a name, a pair of parties, or "the accusation", which stands for what was said before.
        """
        spoken, weights = settings().spoken, self._weights
        are_agreements = one.kind == other.kind == "AGREE" and one.article is other.article
        if not are_agreements and (one.kind not in spoken or other.kind not in spoken):
            return False
        if not _TOLD_ALIKE.isdisjoint(findings):
            return False
        if one.takes_up or other.takes_up:
            return False
        if findings["close_sentences"] >= self._limits["alike_words"] * weights["close_sentences"]:
            return False
        of_both_sides = one.actors and one.recipients and other.actors and other.recipients
        return are_agreements or not (of_both_sides and findings.get("parties", 0.0) >= weights["parties"])


def _sentence_findings(one: Mention, other: Mention, what: Mapping[str, float]) -> Iterator[str]:
    """The findings on one sentence, word for word, that tells both.

    What one article tells side by side in two words are two acts: "he proposed that they be required to", "fired at the bus
    and killed"; but who met to discuss something held one meeting.
    """
    if one.sentence != other.sentence:
        return
    of_one_kind = one.kind == other.kind
    is_meeting = of_one_kind and one.kind in settings().symmetric and "akin_trigger" in what
    if one.article is other.article and "same_trigger" not in what and not is_meeting:
        yield "side_by_side"
    elif of_one_kind:
        yield "same_sentence"


def _replaces(one: Mention, other: Mention) -> bool:
    """Whether a correction takes one back and says the other instead, with when or where."""
    if one.correction is None or one.correction != other.correction or one.is_withdrawn == other.is_withdrawn:
        return False
    instead = other if one.is_withdrawn else one
    return instead.is_dated or instead.place is not None
