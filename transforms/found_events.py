"""What looking for events gives. Apart from the code that looks, so that findings do not rest on it."""

from dataclasses import dataclass

from schemas.event_mentions import ExtractedEvent


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """The events of one article, and the words by which patterns were looked up for them (`event_words`)."""

    events: tuple[ExtractedEvent, ...]
    words: str
