"""What kind of thing an event is, whether PLOVER has a type for it or not."""

from schemas.event_mentions import ExtractedEvent
from transforms.stories.settings import happening_class, named_class


def kind_of(event: ExtractedEvent) -> str:
    """The PLOVER type of an event, or where PLOVER has none the class of happening, which is its mode."""
    return event.event_type or event.mode or ""


def word_class(event: ExtractedEvent) -> str:
    """The word that stands for all that are used of the same happening, in its class or type or in any.

    What struck a town is told beside the verb: "an earthquake struck".
    """
    kind = kind_of(event)
    beside = (named_class(kind, word) for word in sorted(event.topic)) if kind == "disaster" else ()
    return named_class(kind, event.trigger) or next(filter(None, beside), None) or happening_class(kind, event.trigger)
