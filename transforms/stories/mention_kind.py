"""What kind of thing an event is, whether PLOVER has a type for it or not."""

from schemas.event_mentions import ExtractedEvent
from transforms.stories.settings import happening_class, named_class, settings, trigger_class

_TOLD_BESIDE = ("disaster", "search")


def kind_of(event: ExtractedEvent) -> str:
    """The PLOVER type of an event, or where PLOVER has none the class of happening, which is its mode."""
    return event.event_type or event.mode or ""


def word_class(event: ExtractedEvent) -> str:
    """The word that stands for all that are used of the same happening, in its class or type or in any.

    What struck a town is told beside the verb: "an earthquake struck"; so is how somebody was found: "found alive".
    """
    return _listed_class(event) or happening_class(kind_of(event), event.trigger)


def are_unlike(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    """Whether their words are listed as used of different happenings of one class: "died", "funeral"."""
    here, there = _listed_class(one), _listed_class(other)
    return here is not None and there is not None and here != there


def _listed_class(event: ExtractedEvent) -> str | None:
    kind = kind_of(event)
    beside = (named_class(kind, word) for word in words_beside(event))
    return named_class(kind, event.trigger) or next(filter(None, beside), None)


def words_beside(event: ExtractedEvent) -> tuple[str, ...]:
    """The words around an event of a kind that these may name: "an earthquake struck", "found alive"."""
    return event.topic if kind_of(event) in _TOLD_BESIDE else ()


def are_told_apart(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    """Whether of their words, or modes, one is listed as never used of what the other tells: "signed", "ratified"."""
    lists = settings().told_apart

    def listed(event: ExtractedEvent) -> str | None:
        return next((word for word in (event.trigger, *words_beside(event)) if word in lists), None)

    def are_apart(here: str | None, there: str | None) -> bool:
        if here not in lists or there not in lists:
            return False
        return lists[here] != lists[there] and lists[here][0] == lists[there][0]

    return are_apart(listed(one), listed(other)) or are_apart(one.mode, other.mode)


def tell_alike(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    """Whether events of two kinds are told in words that are used of the same: "pulled from the sea", "rescued"."""
    return trigger_class(one.trigger) == trigger_class(other.trigger) or word_class(one) == word_class(other)
