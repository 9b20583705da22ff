"""Events: one row for each thing that happened in the world, and every claim that articles make about it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from schemas.plover import MODES, STATUSES, TYPES
from schemas.table import Column, table
from schemas.vocabulary import COUNTRY_PATTERN, EDTF_PATTERN, ID_PATTERN, LINK_KINDS


@table("events")
@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, is planned, was called off or is denied, told by one article or by many."""

    event_id: Annotated[
        str, Column(doc="Hash of the mention that arrived first; stays as articles join.", key=True, pattern=ID_PATTERN)
    ]
    event_type: Annotated[str | None, Column(doc="PLOVER event type. NULL: PLOVER has no type for it.", isin=TYPES)]
    mode: Annotated[
        str | None, Column(doc="PLOVER mode of the type; without a type, the class of happening.", isin=MODES)
    ]
    status: Annotated[str, Column(doc="Whether it happened, as far as the articles tell.", isin=STATUSES)]
    actors: Annotated[tuple[str, ...], Column(doc="Names of the entities that act.")]
    recipients: Annotated[tuple[str, ...], Column(doc="Names of the entities acted upon.")]
    actor_countries: Annotated[
        tuple[str, ...], Column(doc="ISO 3166-1 alpha-3 of the actors.", pattern=COUNTRY_PATTERN)
    ]
    recipient_countries: Annotated[
        tuple[str, ...], Column(doc="ISO 3166-1 alpha-3 of the recipients.", pattern=COUNTRY_PATTERN)
    ]
    place: Annotated[str | None, Column(doc="Where it happened.")]
    place_geonames_id: Annotated[int | None, Column(doc="GeoNames id of the place.", ge=1)]
    latitude: Annotated[float | None, Column(doc="WGS 84 degrees north.", ge=-90, le=90)]
    longitude: Annotated[float | None, Column(doc="WGS 84 degrees east.", ge=-180, le=180)]
    country: Annotated[str | None, Column(doc="ISO 3166-1 alpha-3 of the place.", pattern=COUNTRY_PATTERN)]
    date_edtf: Annotated[str | None, Column(doc="When it happened, as EDTF.", pattern=EDTF_PATTERN)]
    date_earliest: Annotated[date | None, Column(doc="First day that the date can mean.", le="2100-12-31")]
    date_latest: Annotated[date | None, Column(doc="Last day that the date can mean.", le="2100-12-31")]
    article_count: Annotated[int, Column(doc="Articles that speak of it.", ge=1)]
    independent_source_count: Annotated[
        int, Column(doc="The same, with copies, versions and rewrites of one text counted once.", ge=1)
    ]
    first_reported: Annotated[date | None, Column(doc="Earliest known publication date among its articles.")]
    last_reported: Annotated[date | None, Column(doc="Latest known publication date among its articles.")]
    summary: Annotated[str, Column(doc="The sentence that tells it best, from one of its articles.")]


@table("event_claims")
@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim:
    """One value that one article gives for one field of an event: the one published, or one that lost."""

    event_id: Annotated[str, Column(doc="The event.", key=True, refers_to="events")]
    field: Annotated[str, Column(doc="The column of events that it speaks to.", key=True)]
    value: Annotated[str, Column(doc="The value, as text.", key=True)]
    mention_id: Annotated[str, Column(doc="The mention that gives it.", key=True, refers_to="event_mentions")]
    article_id: Annotated[str, Column(doc="The article that gives it.", refers_to="articles")]
    chosen: Annotated[bool, Column(doc="Whether this is the value published.")]
    rule: Annotated[str, Column(doc="Why it was chosen, or why it lost.")]


@table("article_links")
@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """Two articles of which one repeats the other: word for word, as a later version of one address, or in other words."""

    article_id: Annotated[
        str, Column(doc="The article that repeats, or the later version.", key=True, refers_to="articles")
    ]
    related_article_id: Annotated[str, Column(doc="The article that it repeats.", key=True, refers_to="articles")]
    kind: Annotated[str, Column(doc="How closely.", isin=LINK_KINDS)]
    score: Annotated[float, Column(doc="Share of what they have in common.", ge=0, le=1)]
