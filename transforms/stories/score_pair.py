"""The decision whether two mentions speak of one event: findings that forbid it, and findings that are added up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from transforms.dates.edtf_range import combine, compatible, edtf_range
from transforms.stories.closeness import Closeness
from transforms.stories.mention import Mention
from transforms.stories.mention_kind import word_class
from transforms.stories.parties_match import name_other_persons, only_one_names_people, share_a_name, sides_match
from transforms.stories.places_match import APART, OTHER, is_country, place_relation
from transforms.stories.settings import families, settings, trigger_class
from transforms.stories.weekdays import weekday_fits

HAPPENED = frozenset(("occurred", "ongoing"))
PLANNED = frozenset(("planned", "hypothetical", "cancelled"))
_A_DAY = len("2025-02-27")
_A_WEEK = 7
_FEW_WORDS = 2
_PINS = frozenset(
    (
        "same_day",
        "same_week",
        "same_weekday",
        "named_party",
        "same_count",
        "linked_articles",
        "same_sentence",
        "same_article",
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
    """Scores pairs of mentions; `group_of` gives linked articles their group of sources."""

    def __init__(self, closeness: Closeness, group_of: Mapping[str, str]) -> None:
        self._closeness = closeness
        self._group_of = group_of
        self._known: dict[tuple[str, str], float] = {}

    def score(self, one: Mention, other: Mention) -> float:
        """The log-odds that both speak of one event, remembered."""
        key = (
            (one.mention_id, other.mention_id)
            if one.mention_id < other.mention_id
            else (other.mention_id, one.mention_id)
        )
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self.explain(one, other).score
        return value

    def explain(self, one: Mention, other: Mention) -> Verdict:
        """The verdict on a pair with all that it rests on."""
        topic = topic_overlap(one, other)
        forbidden = forbids(one, other, topic)
        if forbidden:
            return Verdict(forbidden)
        weights = settings().weights
        findings: dict[str, float] = {"prior": weights["prior"]}
        findings |= {name: weights[name] for name in _kind(one, other)}
        findings |= {name: weights[name] for name in _when(one, other)}
        findings |= {name: weights[name] for name in _where(one, other)}
        findings |= self._articles(one, other)
        findings |= _who(one, other)
        findings |= _context(one, other)
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
            one.facts.closeness(other.facts) >= limits["pinned_sentences"]
            and one.facts.shared(other.facts) >= limits["pinned_words"]
        )

    def _articles(self, one: Mention, other: Mention) -> dict[str, float]:
        weights, limits = settings().weights, settings().limits
        found: dict[str, float] = {}
        if one.sentence == other.sentence and one.kind == other.kind:
            found["same_sentence"] = weights["same_sentence"]
        if one.article is other.article:
            return found | {"same_article": weights["same_article"]}
        group = self._group_of.get(one.article.article_id)
        if group and group == self._group_of.get(other.article.article_id):
            found["linked_articles"] = weights["linked_articles"]
        closeness = min(self._closeness(one.arrival[0], other.arrival[0]), limits["closeness_ceiling"])
        in_series = bool({one.kind, other.kind} & (settings().symmetric | settings().recurring))
        alike = max(one.alike, other.alike) ** limits["alike_power" if in_series else "alike_power_once"]
        found["close_articles"] = weights["close_articles"] * max(0.0, closeness - limits["closeness_floor"]) / alike
        return found


def forbids(one: Mention, other: Mention, topic: float | None) -> str | None:
    """The hard finding against a merge, in words; None where there is none."""
    if one.kind != other.kind and not _are_akin(one, other):
        return "types of no common family, or of one but in words that are no synonyms"
    if one.event.round and other.event.round and one.event.round != other.event.round:
        return "different rounds of a series"
    if not dates_agree(one, other):
        return "dates that cannot be the same"
    if (
        one.place
        and other.place
        and one.place_is_own
        and other.place_is_own
        and place_relation(one.place, other.place) == APART
    ):
        return APART
    if not statuses_clash(one, other):
        return None
    if "negated" in (one.event.status, other.event.status):
        return None if _denies(one, other, topic) else "what did not happen, and what did"
    return None if _is_pinned_down(one, other) else "what was called off, and what took place"


def statuses_clash(one: Mention, other: Mention) -> bool:
    """Whether one says that it did not happen or was called off, and the other that it did."""
    statuses = {one.event.status, other.event.status}
    return len(statuses) > 1 and ("negated" in statuses or ("cancelled" in statuses and bool(statuses & HAPPENED)))


def _are_akin(one: Mention, other: Mention) -> bool:
    return bool(families(one.kind) & families(other.kind)) and trigger_class(one.event.trigger) == trigger_class(
        other.event.trigger
    )


def _is_pinned_down(one: Mention, other: Mention) -> bool:
    """Whether the day or the place tells that what one calls off is what the other tells."""
    return "same_day" in _when(one, other) or "same_place" in _where(one, other)


def dates_agree(one: Mention, other: Mention) -> bool:
    """Whether both can be of one day, as far as dates, weekdays and dates of publication tell."""
    if not compatible(one.event.date_edtf, other.event.date_edtf):
        return False
    for undated, dated in ((one, other), (other, one)):
        if undated.is_dated:
            continue
        if dated.is_dated and not weekday_fits(undated.weekday, *edtf_range(dated.event.date_edtf or "")):
            return False
        latest = undated.article.published_latest
        first = dated.event.date_earliest
        if latest and first and undated.event.status in HAPPENED and first > latest:
            return False
    return True


def topic_overlap(one: Mention, other: Mention) -> float | None:
    """The shared share of the smaller set of words around the trigger; None where either has too few to tell."""
    least = min(len(one.topic), len(other.topic))
    return len(one.topic & other.topic) / least if least >= _FEW_WORDS else None


def _denies(one: Mention, other: Mention, topic: float | None) -> bool:
    """Whether the negated mention denies just what the other tells, or says in its own way that it was called off."""
    negated, positive = (one, other) if one.event.status == "negated" else (other, one)
    matched = _match(one, other)
    if negated.kind != positive.kind or matched is None:
        return False
    if matched < settings().parties["state_and_its_own"]:
        return False
    if trigger_class(negated.event.trigger) != trigger_class(positive.event.trigger):
        return False
    same_day, same_place = "same_day" in _when(one, other), "same_place" in _where(one, other)
    if same_day:
        return True
    if positive.event.status == "cancelled":
        return negated.event.trigger == positive.event.trigger
    most_words = topic is not None and topic >= 0.5  # noqa: PLR2004 - of those around the trigger
    return negated.event.trigger == positive.event.trigger and most_words and same_place


def _kind(one: Mention, other: Mention) -> Iterator[str]:
    yield "same_type" if one.kind == other.kind else "other_type"
    if one.event.event_type is None and other.event.event_type is None and one.kind not in settings().recurring:
        yield "happening"
    if one.event.event_type and one.kind == other.kind and one.event.mode and other.event.mode:
        yield "same_mode" if one.event.mode == other.event.mode else "other_mode"
    if one.event.trigger == other.event.trigger:
        yield "same_trigger"
    elif _tell_in_like_words(one, other) or _have_one_mode(one, other):
        yield "akin_trigger"
    statuses = {one.event.status, other.event.status}
    if statuses & HAPPENED and statuses & PLANNED:
        apart = one.article is other.article and one.sentence != other.sentence
        yield "plan_and_outcome_in_one_article" if apart else "plan_and_outcome"


def _tell_in_like_words(one: Mention, other: Mention) -> bool:
    if one.kind == other.kind:
        return word_class(one.event) == word_class(other.event)
    return trigger_class(one.event.trigger) == trigger_class(other.event.trigger)


def _have_one_mode(one: Mention, other: Mention) -> bool:
    same_type = one.event.event_type is not None and one.kind == other.kind
    return same_type and one.event.mode is not None and one.event.mode == other.event.mode


def _when(one: Mention, other: Mention) -> Iterator[str]:
    a, b = one.event.date_edtf, other.event.date_edtf
    if a and b:
        if len(a) == len(b) == _A_DAY:
            yield "same_day"
        else:
            first, last = edtf_range(combine(a, b) or a)
            if first and last and (last - first).days < _A_WEEK:
                yield "same_week"
    elif a or b:
        if _weekday_is_day(one, other) or _weekday_is_day(other, one):
            yield "same_weekday"
        elif one.article is not other.article:
            yield "one_dated"
        return
    if None not in (one.weekday, other.weekday):
        yield "same_weekday" if one.weekday == other.weekday else "other_weekday"
    if one.published and other.published:
        days = abs((one.published - other.published).days)
        if days > settings().limits["apart_days"]:
            yield "long_apart"


def _weekday_is_day(undated: Mention, dated: Mention) -> bool:
    """Whether one names only a weekday, and the other a day that is one; that it fits is known."""
    when = dated.event.date_edtf
    return (
        undated.weekday is not None
        and not undated.is_dated
        and when is not None
        and edtf_range(when)[0] is not None
        and len(when) == _A_DAY
    )


def _where(one: Mention, other: Mention) -> Iterator[str]:
    if one.place and other.place:
        relation = place_relation(one.place, other.place)
        yield OTHER if relation == APART else relation


def _context(one: Mention, other: Mention) -> dict[str, float]:
    """How much the two sentences have in common, and whether they count the same thing alike."""
    weights = settings().weights
    found = {"close_sentences": weights["close_sentences"] * one.facts.closeness(other.facts)}
    counted = one.facts.agreement_of_counts(other.facts)
    if counted:
        name = "same_count" if counted > 0 else "other_count"
        found[name] = weights[name]
    return found


def _match(one: Mention, other: Mention) -> float | None:
    weights = settings().parties
    if {one.kind, other.kind} & settings().symmetric:
        return sides_match(one.parties, other.parties, weights)
    sides = [
        value
        for value in (
            sides_match(one.actors, other.actors, weights),
            sides_match(one.recipients, other.recipients, weights),
        )
        if value is not None
    ]
    if sides:
        return sum(sides) / len(sides)
    return sides_match(one.parties, other.parties, weights)


def _who(one: Mention, other: Mention) -> dict[str, float]:
    weights = settings().weights
    matched = _match(one, other)
    if matched is None:
        return {}
    if name_other_persons(one.parties, other.parties, settings().parties):
        return {"other_persons": weights["other_persons"]}
    if matched < settings().parties["conflict_below"]:
        return {"other_parties": weights["other_parties"]}
    found = {"parties": weights["parties"] * matched}
    if one.article is other.article and only_one_names_people(one.parties, other.parties):
        found["people_or_states"] = weights["people_or_states"]
    if share_a_name(one.parties, other.parties):
        found["named_party"] = weights["named_party"]
    return found
