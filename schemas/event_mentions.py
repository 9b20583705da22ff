"""Event mentions: what one sentence says happened, will happen or did not happen."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from schemas.plover import MODES, STATUSES, TYPES
from schemas.record import record
from schemas.table import Column, table
from schemas.vocabulary import COUNTRY_PATTERN, DATE_BASES, EDTF_PATTERN, ID_PATTERN


@table("event_mentions")
@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One statement about one event, in one sentence of one article; few in advice, reviews and columns."""

    mention_id: Annotated[str, Column(doc="Hash of article, span and type.", key=True, pattern=ID_PATTERN)]
    event_id: Annotated[str, Column(doc="The event that it speaks of.", refers_to="events")]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    sentence_id: Annotated[str, Column(doc="The sentence.", refers_to="sentences")]
    char_start: Annotated[int, Column(doc="First code point of the words that name the event, in articles.text.", ge=0)]
    char_end: Annotated[int, Column(doc="One past their last code point.", ge=0)]
    text: Annotated[str, Column(doc="The words that name the event.", slices="articles.text")]
    event_type: Annotated[str | None, Column(doc="PLOVER event type. NULL: PLOVER has no type for it.", isin=TYPES)]
    mode: Annotated[
        str | None, Column(doc="PLOVER mode of the type; without a type, the class of happening.", isin=MODES)
    ]
    status: Annotated[str, Column(doc="Whether it happened, as this sentence has it.", isin=STATUSES)]
    actors: Annotated[tuple[str, ...], Column(doc="Names of the entities that act.")]
    recipients: Annotated[tuple[str, ...], Column(doc="Names of the entities acted upon.")]
    actor_countries: Annotated[
        tuple[str, ...], Column(doc="ISO 3166-1 alpha-3 of the actors.", pattern=COUNTRY_PATTERN)
    ]
    recipient_countries: Annotated[
        tuple[str, ...], Column(doc="ISO 3166-1 alpha-3 of the recipients.", pattern=COUNTRY_PATTERN)
    ]
    place: Annotated[str | None, Column(doc="Where this event is said to be.")]
    place_geonames_id: Annotated[int | None, Column(doc="GeoNames id of the place.", ge=1)]
    country: Annotated[str | None, Column(doc="ISO 3166-1 alpha-3 of the place.", pattern=COUNTRY_PATTERN)]
    date_text: Annotated[str | None, Column(doc="The words that date the event.")]
    date_edtf: Annotated[str | None, Column(doc="The date as EDTF, never finer than the words.", pattern=EDTF_PATTERN)]
    date_earliest: Annotated[date | None, Column(doc="First day that the date can mean.", le="2100-12-31")]
    date_latest: Annotated[date | None, Column(doc="Last day that the date can mean.", le="2100-12-31")]
    date_basis: Annotated[str, Column(doc="What the date rests on.", isin=DATE_BASES)]
    attributed_to: Annotated[str | None, Column(doc="Who alone says so, where the article does not say it itself.")]
    confidence: Annotated[
        float,
        Column(doc="Estimated chance that a reader would give this type, fitted on labelled sentences.", ge=0, le=1),
    ]


@table("extracted_events", published=False)
@record(kw_only=True)
class ExtractedEvent:
    """An event mention as extraction leaves it: parties as local entities, no event assigned yet."""

    mention_id: Annotated[str, Column(doc="Hash of article, span and type.", key=True, pattern=ID_PATTERN)]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    sentence_id: Annotated[str, Column(doc="The sentence.", refers_to="sentences")]
    char_start: Annotated[int, Column(doc="First code point of the words that name the event, in articles.text.", ge=0)]
    char_end: Annotated[int, Column(doc="One past their last code point.", ge=0)]
    text: Annotated[str, Column(doc="The words that name the event.", slices="articles.text")]
    trigger: Annotated[str, Column(doc="Lemma of the word that names the event.")]
    event_type: Annotated[str | None, Column(doc="PLOVER event type. NULL: PLOVER has no type for it.", isin=TYPES)]
    mode: Annotated[
        str | None, Column(doc="PLOVER mode of the type; without a type, the class of happening.", isin=MODES)
    ]
    status: Annotated[str, Column(doc="Whether it happened, as this sentence has it.", isin=STATUSES)]
    actor_ids: Annotated[tuple[str, ...], Column(doc="Local entities that act, in order.")]
    recipient_ids: Annotated[tuple[str, ...], Column(doc="Local entities acted upon, in order.")]
    place_id: Annotated[str | None, Column(doc="Local entity where it is said to be.", refers_to="local_entities")]
    date_text: Annotated[str | None, Column(doc="The words that date the event.")]
    date_edtf: Annotated[str | None, Column(doc="The date as EDTF, never finer than the words.", pattern=EDTF_PATTERN)]
    date_earliest: Annotated[date | None, Column(doc="First day that the date can mean.", le="2100-12-31")]
    date_latest: Annotated[date | None, Column(doc="Last day that the date can mean.", le="2100-12-31")]
    date_basis: Annotated[str, Column(doc="What the date rests on.", isin=DATE_BASES)]
    attributed_to: Annotated[str | None, Column(doc="Who alone says so, in the article's words.")]
    topic: Annotated[tuple[str, ...], Column(doc="Lemmas of the content words of the event's own clause, sorted.")]
    round: Annotated[int | None, Column(doc="Ordinal of a round in a series: 'second round' is 2.", ge=1)]
    confidence: Annotated[
        float,
        Column(doc="Estimated chance that a reader would give this type, fitted on labelled sentences.", ge=0, le=1),
    ]
