"""What two mentions have in common, and in what they differ: findings by their names in same_event.yaml."""

from collections.abc import Iterator

from schemas.plover import HAPPENED
from transforms.dates.edtf_range import combine, edtf_range
from transforms.stories.mention import Mention, is_description
from transforms.stories.mention_kind import are_told_apart, are_unlike
from transforms.stories.parties_match import (
    are_of_other_states,
    are_reversed,
    meet_others,
    name_other_persons,
    share_a_name,
    sides_match,
)
from transforms.stories.places_match import APART, OTHER, place_relation
from transforms.stories.settings import settings, trigger_class

LIKE_WORDS = frozenset(("same_trigger", "akin_trigger"))
"""The findings of which one holds where both are told in words that are used of the same."""

_PLANNED = frozenset(("planned", "hypothetical", "cancelled"))
_A_DAY = len("2025-02-27")
_A_WEEK = 7
_FEW_WORDS = 2
_MEET = "meet"


def kind_findings(one: Mention, other: Mention) -> Iterator[str]:
    """The findings on type, mode and word."""
    yield "same_type" if one.kind == other.kind else "other_type"
    if one.event.event_type is None and other.event.event_type is None and one.kind not in settings().recurring:
        yield "happening"
    if one.event.event_type and one.kind == other.kind and one.event.mode and other.event.mode:
        yield "same_mode" if one.event.mode == other.event.mode else "other_mode"
    if are_told_apart(one.event, other.event):
        yield "told_apart"
    if _are_stay_and_meeting(one, other) or _are_stay_and_meeting(other, one):
        yield "stay_and_meeting"
    if one.counts_many != other.counts_many and one.kind in settings().symmetric:
        yield "one_of_many"
    yield from _word_findings(one, other)


def _word_findings(one: Mention, other: Mention) -> Iterator[str]:
    """The findings on the words that tell both."""
    if one.event.trigger == other.event.trigger:
        yield "same_trigger"
    elif _are_two_steps(one, other):
        is_apart = (one.tells_steps or other.tells_steps) and not (_is_toll(one) or _is_toll(other))
        yield "unlike_trigger" if is_apart else "akin_trigger"
    elif _tell_in_like_words(one, other) or _have_one_mode(one, other):
        yield "akin_trigger"
    elif one.kind == other.kind and are_unlike(one.event, other.event):
        yield "unlike_trigger"
    elif one.kind == other.kind and one.event.event_type:
        yield "other_words"


def _are_stay_and_meeting(one: Mention, other: Mention) -> bool:
    """Whether one goes somewhere, and the other meets somebody; whoever is received is met."""
    if not one.is_visit or other.is_visit or other.kind != one.kind or one.event.trigger in settings().hosting:
        return False
    return trigger_class(other.event.trigger) == _MEET


def _tell_in_like_words(one: Mention, other: Mention) -> bool:
    if one.kind == other.kind:
        is_generic = one.event.event_type is None and not settings().generic.isdisjoint(
            (one.event.trigger, other.event.trigger)
        )
        return is_generic or one.word == other.word
    return not one.akin.isdisjoint(other.akin)


def _are_two_steps(one: Mention, other: Mention) -> bool:
    """Whether they tell two steps of a matter."""
    if one.kind != other.kind or one.word == other.word:
        return False
    return {one.word, other.word} <= settings().steps.get(one.kind, frozenset())


def _is_toll(mention: Mention) -> bool:
    """Whether an attack's victims are only described: "killing seven people" tells how bad it was, and no murder of its own."""
    described = bool(mention.recipients) and all(map(is_description, mention.recipients))
    return described and mention.kind in settings().local


def _have_one_mode(one: Mention, other: Mention) -> bool:
    same_type = one.event.event_type is not None and one.kind == other.kind
    return same_type and one.event.mode is not None and one.event.mode == other.event.mode


def status_findings(one: Mention, other: Mention) -> Iterator[str]:
    """The findings on what became of it."""
    here, there = one.event.status, other.event.status
    is_one_article = one.article is other.article
    if here == there:
        if here == "cancelled" and not is_one_article:
            yield "both_cancelled"
    elif (here in HAPPENED and there in _PLANNED) or (there in HAPPENED and here in _PLANNED):
        apart = is_one_article and one.sentence != other.sentence
        yield "plan_and_outcome_in_one_article" if apart else "plan_and_outcome"


def time_findings(one: Mention, other: Mention) -> Iterator[str]:
    """The findings on rounds of a series, dates, weekdays and days of publication."""
    if one.event.round and one.event.round == other.event.round:
        yield "same_round"
    a, b = one.date_edtf, other.date_edtf
    if a and b:
        if len(a) == len(b) == _A_DAY:
            yield "same_day"
        else:
            first, last = edtf_range(combine(a, b) or a)
            if first and last and (last - first).days < _A_WEEK:
                yield "same_week"
        return
    if a or b:
        if _weekday_is_day(one, other) or _weekday_is_day(other, one):
            yield "same_weekday"
        return
    if None not in (one.weekday, other.weekday):
        yield "same_weekday" if one.weekday == other.weekday else "other_weekday"
    if not a and _are_published_long_apart(one, other):
        yield "long_apart"


def _are_published_long_apart(one: Mention, other: Mention) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) > settings().limits["apart_days"]


def _weekday_is_day(undated: Mention, dated: Mention) -> bool:
    """Whether one names only a weekday, and the other a day that is one; that it fits is known."""
    when = dated.date_edtf
    return (
        undated.weekday is not None
        and not undated.is_dated
        and when is not None
        and edtf_range(when)[0] is not None
        and len(when) == _A_DAY
    )


def was_long_before(one: Mention, other: Mention) -> bool:
    """Whether what one of them dates was over long before the article that tells of the other, undated, was published."""
    undated, dated = (other, one) if one.is_dated else (one, other)
    last = dated.event.date_latest if dated.is_dated else None
    if undated.is_dated or last is None or undated.published is None:
        return False
    return (undated.published - last).days > settings().limits["long_before_days"]


def is_told_soon(one: Mention, other: Mention) -> bool:
    """Whether one tells without a date what may be of the day of the other: one of the last before its article."""
    undated, dated = (other, one) if one.is_dated else (one, other)
    first = dated.event.date_earliest if dated.is_dated else None
    if undated.is_dated or first is None or undated.published is None:
        return False
    return 0 <= (undated.published - first).days <= settings().limits["soon_days"]


def place_findings(one: Mention, other: Mention) -> Iterator[str]:
    """The findings on their places; a place that was taken back differs from no other."""
    if one.place and other.place and one.place_stands == other.place_stands:
        relation = place_relation(one.place, other.place)
        yield OTHER if relation == APART else relation


def topic_overlap(one: Mention, other: Mention) -> float | None:
    """The shared share of the smaller set of words around the trigger; None where either has too few to tell."""
    least = min(len(one.topic), len(other.topic))
    return len(one.topic & other.topic) / least if least >= _FEW_WORDS else None


def match_parties(one: Mention, other: Mention) -> float | None:
    """How well the parties of both match, 0 to 1; None where one has none."""
    weights = settings().parties
    if {one.kind, other.kind} & settings().sideless:
        return sides_match(one.partakers, other.partakers, weights)
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


def _say_it_or_are_told(one: Mention, other: Mention) -> bool:
    """Whether of two acts of speech one tells only who speaks, and the other only who is spoken to.

    Or who is named in both speaks in one and is spoken to in the other: "the court summoned Roe", "Roe asked for asylum".
    """
    spoken = settings().spoken
    if one.kind not in spoken or other.kind not in spoken:
        return False
    if _names_one_side(one, other):
        return True
    crossed = share_a_name(one.actors, other.recipients) or share_a_name(one.recipients, other.actors)
    return crossed and not (share_a_name(one.actors, other.actors) or share_a_name(one.recipients, other.recipients))


def _tell_of_other_sides(one: Mention, other: Mention) -> bool:
    """Whether one names only who acts, and the other only who is acted upon, so that neither speaks against the other.

    "Police made an arrest", "Roe was arrested". Two names speak against each other, as each article would have both; but not
    where one word tells of hiring: "Roe offered the job", "Poe was offered the job".
    """
    if {one.kind, other.kind} & settings().symmetric:
        return False
    if {one.kind, other.kind} & settings().sideless:
        if one.event.trigger != other.event.trigger:  # who joins a club is whom it signs
            return False
    elif not any(all(map(is_description, mention.parties)) for mention in (one, other)):
        return False
    return _names_one_side(one, other)


def _names_one_side(one: Mention, other: Mention) -> bool:
    return any(
        left.actors and not left.recipients and right.recipients and not right.actors
        for left, right in ((one, other), (other, one))
    )


def party_findings(one: Mention, other: Mention) -> dict[str, float]:
    """The findings on their parties, with what each counts."""
    weights = settings().weights
    matched = match_parties(one, other)
    if matched is None or (not matched and _tell_of_other_sides(one, other)):
        return {}
    if name_other_persons(one.parties, other.parties, settings().parties):
        return {"other_persons": weights["other_persons"]}
    is_mutual = {one.kind, other.kind} & settings().symmetric
    is_sideless = {one.kind, other.kind} & settings().sideless
    if not is_sideless and are_reversed(one.actors, one.recipients, other.actors, other.recipients):
        return {"reversed_parties": weights["reversed_parties"]}
    if meet_others(one.parties, other.parties) if is_mutual else are_of_other_states(one.actors, other.actors):
        return {"other_actors": weights["other_actors"]}
    if matched < settings().parties["conflict_below"] or _say_it_or_are_told(one, other):
        return {"other_parties": weights["other_parties"]}
    found = {"parties": weights["parties"] * matched}
    if share_a_name(one.parties, other.parties):
        found["named_party"] = weights["named_party"]
    return found
