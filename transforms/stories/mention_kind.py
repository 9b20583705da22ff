"""What kind of thing an event is, whether PLOVER has a type for it or not."""

from schemas.event_mentions import ExtractedEvent
from transforms.stories.settings import happening_class, trigger_class


def kind_of(event: ExtractedEvent) -> str:
    """The PLOVER type of an event, or where PLOVER has none the class of happening, which is its mode."""
    return event.event_type or event.mode or ""


def word_class(event: ExtractedEvent) -> str:
    """The word that stands for all that are used of the same happening, of a class of happenings or of any type."""
    if event.event_type is None:
        return happening_class(event.mode or "", event.trigger)
    return trigger_class(event.trigger)
