"""What its article dates later than itself: it is still to come, or the date belongs to something else."""

from datetime import date

from schemas.plover import HAPPENED
from transforms.events.event_dates import EventDate
from transforms.events.triggers import Trigger

_PAST = ("has", "have", "had", "was", "were", "'ve", "’ve")


def reconcile(trigger: Trigger, status: str, when: EventDate, published: date | None) -> tuple[str, EventDate]:
    """Status and date so that nothing has happened after `published`, the last day on which its article can have been.

    What only a noun names is planned then ("a hearing tomorrow"). Of what a verb tells as past a date that was reckoned
    from the publication is dropped; one that stands there in full is kept, for it can be the article's own that is wrong.
    """
    if status not in HAPPENED or not published or not when.earliest or when.earliest <= published:
        return status, when
    if not _is_told_as_past(trigger):
        return "planned", when
    return status, EventDate() if when.basis == "publication" else when


def _is_told_as_past(trigger: Trigger) -> bool:
    """Whether a verb of the past is the event's own: "met", "held talks", not "cancelled the talks"."""
    verb = trigger.anchor
    if verb != trigger.token and trigger.role is None:
        return False
    return verb.tag_ == "VBD" or any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in _PAST for child in verb.children
    )
