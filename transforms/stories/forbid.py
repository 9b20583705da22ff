"""What keeps two mentions apart whatever else they have in common."""

from schemas.plover import HAPPENED
from transforms.dates.edtf_range import compatible, edtf_range
from transforms.stories.findings import LIKE_WORDS, kind_findings, match_parties, place_findings, time_findings
from transforms.stories.mention import Mention
from transforms.stories.places_match import APART, place_relation
from transforms.stories.settings import settings
from transforms.stories.weekdays import weekday_fits


def are_forbidden(one: Mention, other: Mention, topic: float | None) -> bool:
    """Whether their rounds or statuses speak against one event, or that one tells of what the other only declares."""
    if one.kind != other.kind and (one.is_declaration or other.is_declaration):
        return True
    if one.event.round and other.event.round and one.event.round != other.event.round:
        return True
    if not statuses_clash(one, other):
        return False
    if "negated" in (one.event.status, other.event.status):
        return not _denies(one, other, topic)
    return not _is_pinned_down(one, other)


def are_apart(one: Mention, other: Mention) -> bool:
    """Whether both name places of their own that cannot be one."""
    if not (one.place and other.place and one.place_is_own and other.place_is_own):
        return False
    return one.place_stands and other.place_stands and place_relation(one.place, other.place) == APART


def statuses_clash(one: Mention, other: Mention) -> bool:
    """Whether one says that it did not happen or was called off, and the other that it did; what is taken back says neither."""
    here, there = one.event.status, other.event.status
    if here == there or one.is_withdrawn or other.is_withdrawn:
        return False
    statuses = (here, there)
    return "negated" in statuses or ("cancelled" in statuses and (here in HAPPENED or there in HAPPENED))


def are_akin(one: Mention, other: Mention) -> bool:
    """Whether both are of one type, or of one family in words that are used of the same."""
    return not one.akin.isdisjoint(other.akin)


def _is_pinned_down(one: Mention, other: Mention) -> bool:
    """Whether the day or the place tells that what one calls off is what the other tells."""
    return "same_day" in time_findings(one, other) or "same_place" in place_findings(one, other)


def dates_agree(one: Mention, other: Mention) -> bool:
    """Whether both can be of one day, as far as dates, weekdays and dates of publication tell."""
    if not compatible(one.date_edtf, other.date_edtf):
        return False
    for undated, dated in ((one, other), (other, one)):
        if undated.is_dated:
            continue
        if dated.is_dated and not weekday_fits(undated.weekday, *edtf_range(dated.date_edtf or "")):
            return False
        latest = undated.article.published_latest
        first = dated.event.date_earliest if dated.is_dated else None
        if latest and first and undated.event.status in HAPPENED and first > latest:
            return False
    return True


def _denies(one: Mention, other: Mention, topic: float | None) -> bool:
    """Whether the negated mention denies just what the other tells, or says in its own way that it was called off."""
    negated, positive = (one, other) if one.event.status == "negated" else (other, one)
    matched = match_parties(one, other)
    same_day, same_place = "same_day" in time_findings(one, other), "same_place" in place_findings(one, other)
    if negated.kind != positive.kind or (matched is None and not (same_day and same_place)):
        return False
    if matched is not None and matched < _least_match(negated, is_there_and_then=same_day and same_place):
        return False
    if LIKE_WORDS.isdisjoint(kind_findings(one, other)):
        return False
    if same_day or (negated.is_denial and matched is not None):  # who denies a report speaks of what was reported
        return True
    if positive.event.status == "cancelled":
        return negated.event.trigger == positive.event.trigger
    most_words = topic is not None and topic >= 0.5  # noqa: PLR2004 - of those around the trigger
    return negated.event.trigger == positive.event.trigger and most_words and same_place


def _least_match(negated: Mention, *, is_there_and_then: bool) -> float:
    """How well the parties must match at least: who denies what is told of that day and place may call them otherwise."""
    if not negated.is_denial:
        return settings().parties["state_and_its_own"]
    return settings().parties["conflict_below" if is_there_and_then else "same_description"]
