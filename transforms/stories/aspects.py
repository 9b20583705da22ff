"""What mentions say of the kind, the time, the place and the parties: all that a comparison looks at, and the comparison."""

from collections.abc import Hashable

from schemas.plover import HAPPENED
from transforms.stories.findings import kind_findings, place_findings, time_findings
from transforms.stories.forbid import are_akin, are_apart, dates_agree
from transforms.stories.mention import Mention
from transforms.stories.mention_kind import words_beside
from transforms.stories.settings import settings


def what_of(mention: Mention) -> Hashable:
    """Type, mode and word, whether that counts many, and the words beside it that may tell the kind."""
    event = mention.event
    return event.event_type, event.mode, event.trigger, mention.counts_many, words_beside(event), mention.tells_steps


def compare_what(one: Mention, other: Mention) -> dict[str, float] | None:
    """The findings on the kind of event, with what each counts; None where both cannot be of one kind."""
    weights = settings().weights
    return {name: weights[name] for name in kind_findings(one, other)} if are_akin(one, other) else None


def when_of(mention: Mention) -> Hashable:
    """The date with what bounds it."""
    event, article = mention.event, mention.article
    happened = event.status in HAPPENED
    return (
        mention.date_edtf,
        event.date_earliest if mention.date_edtf else None,
        event.date_latest if mention.date_edtf else None,
        mention.weekday,
        happened,
        article.published_earliest,
        article.published_latest,
        event.round,
    )


def compare_when(one: Mention, other: Mention) -> dict[str, float] | None:
    """The findings on the time, with what each counts; None where both cannot be of one time."""
    weights = settings().weights
    return {name: weights[name] for name in time_findings(one, other)} if dates_agree(one, other) else None


def where_of(mention: Mention) -> Hashable:
    """The place, and how much it says."""
    return mention.place.entity_id if mention.place else None, mention.place_is_own, mention.place_stands


def compare_where(one: Mention, other: Mention) -> dict[str, float] | None:
    """The findings on the places, with what each counts; None where both cannot be at one place."""
    weights = settings().weights
    return None if are_apart(one, other) else {name: weights[name] for name in place_findings(one, other)}


def who_of(mention: Mention) -> Hashable:
    """Both sides, whether they are equals, or may be exchanged, and the place that is no party to a visit."""
    return (
        tuple([party.entity_id for party in mention.actors]),
        tuple([party.entity_id for party in mention.recipients]),
        mention.kind in settings().symmetric,
        mention.kind in settings().sideless and mention.event.trigger,
        mention.place.entity_id if mention.is_visit and mention.place else None,
    )
