"""The published rows of one cluster of mentions: the event, its mentions and its claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schemas.entities import Entity
from schemas.event_mentions import EventMention
from schemas.events import Event, EventClaim
from transforms.dates.edtf_range import edtf_range
from transforms.ids import content_id
from transforms.stories.choose_claims import Claim, Sources, decide, values_of
from transforms.stories.choose_date import Dated, choose_date
from transforms.stories.choose_parties import choose_parties
from transforms.stories.choose_place import choose_place
from transforms.stories.choose_status import choose_status
from transforms.stories.home_country import COUNTRIES, home_claims
from transforms.stories.mention import Mention
from transforms.stories.summarize import summarize

_MOST_COMPLETE = "the most complete sentence that says so"


@dataclass(frozen=True, slots=True)
class Published:
    """An event with its rows."""

    event: Event
    mentions: list[EventMention]
    claims: list[EventClaim]


def publish_event(cluster: Sequence[Mention], twins: Mapping[str, Sequence[Mention]], sources: Sources) -> Published:
    """The rows of the event that all mentions of `cluster` speak of; `twins` are mentions of them under another type.

    The cluster alone decides what is published of the event.
    """
    event_id = content_id("ev", min(cluster, key=lambda mention: mention.arrival).mention_id)
    event_type, type_claims = decide("event_type", values_of(cluster, lambda one: one.event.event_type), sources)
    of_type = [mention for mention in cluster if mention.event.event_type == event_type]
    mode, mode_claims = decide("mode", values_of(of_type, lambda one: one.event.mode), sources)
    status, status_claims = choose_status(cluster, sources)
    parties = choose_parties(cluster, event_type or "", sources)
    at_home = {
        side: home_claims(cluster, event_type, mode, side, getattr(parties, side)) for side in ("actors", "recipients")
    }
    place, place_claims = choose_place(cluster, sources)
    dated = choose_date(cluster)
    best = best_mention(cluster, status)
    earliest, latest = edtf_range(dated.date_edtf) if dated.date_edtf else (None, None)
    published = [mention.article for mention in cluster]
    event = Event(
        event_id=event_id,
        event_type=event_type,
        mode=mode,
        status=status,
        actors=_names(parties.actors),
        recipients=_names(parties.recipients),
        actor_countries=_countries(parties.actors, at_home["actors"]),
        recipient_countries=_countries(parties.recipients, at_home["recipients"]),
        place=place.name if place else None,
        place_geonames_id=place.geonames_id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=place.country if place else None,
        date_edtf=dated.date_edtf,
        date_earliest=earliest,
        date_latest=latest,
        article_count=len({article.article_id for article in published}),
        independent_source_count=sources.count(cluster),
        first_reported=min((day for article in published if (day := article.published_earliest)), default=None),
        last_reported=max((day for article in published if (day := article.published_latest)), default=None),
        summary=summarize(best.sentence),
    )
    claims = [
        *type_claims,
        *mode_claims,
        *status_claims,
        *parties.claims,
        *at_home["actors"],
        *at_home["recipients"],
        *place_claims,
        *dated.claims,
    ]
    claims += derived_claims(event, claims, parties.actors + parties.recipients, best)
    return Published(
        event=event,
        mentions=[
            _mention_row(told, event_id, dated)
            for mention in cluster
            for told in (mention, *twins.get(mention.mention_id, ()))
        ],
        claims=_claim_rows(event_id, claims),
    )


def best_mention(cluster: Sequence[Mention], status: str) -> Mention:
    """The mention that tells the event best.

    It says the published status, is not hearsay, says most (parties, place, date), and comes from the earliest
    article known.
    """

    def rank(mention: Mention) -> tuple[object, ...]:
        event = mention.event
        said = (bool(mention.actors), bool(mention.recipients), bool(mention.place), event.date_text is not None)
        published = mention.published.toordinal() if mention.published else float("inf")
        return (
            event.status != status,
            -sum(said) - min(len(mention.parties), 2),
            event.attributed_to is not None,
            published,
            -event.confidence,
            mention.mention_id,
        )

    return min(cluster, key=rank)


def derived_claims(event: Event, claims: Sequence[Claim], parties: Sequence[Entity], best: Mention) -> list[Claim]:
    """The claims of values that follow from chosen ones.

    The place's country, the parties' countries, the date's range.
    """
    chosen = {claim.field: claim for claim in reversed(claims) if claim.chosen}
    derived = [Claim("summary", event.summary, best, chosen=True, rule=_MOST_COMPLETE)]
    for source, fields in _FOLLOWS.items():
        giver = chosen.get(source)
        for field in fields:
            value = getattr(event, field)
            if giver and value is not None:
                derived.append(Claim(field, str(value), giver.mention, chosen=True, rule=f"follows from {source}"))
    country_of = {entity.name: entity.country for entity in parties}
    for claim in claims:
        if claim.field in COUNTRIES and claim.chosen and (country := country_of.get(claim.value)):
            field = COUNTRIES[claim.field]
            derived.append(Claim(field, country, claim.mention, chosen=True, rule=f"follows from {claim.field}"))
    return derived


_FOLLOWS = {
    "place": ("place_geonames_id", "latitude", "longitude", "country"),
    "date_edtf": ("date_earliest", "date_latest"),
}


def _names(parties: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.name for party in parties))


def _countries(parties: Iterable[Entity], more: Iterable[Claim] = ()) -> tuple[str, ...]:
    told = [party.country for party in parties if party.country]
    return tuple(dict.fromkeys((*told, *(claim.value for claim in more))))


def _claim_rows(event_id: str, claims: Iterable[Claim]) -> list[EventClaim]:
    rows = {
        (claim.field, claim.value, claim.mention.mention_id): EventClaim(
            event_id=event_id,
            field=claim.field,
            value=claim.value,
            mention_id=claim.mention.mention_id,
            article_id=claim.mention.article.article_id,
            chosen=claim.chosen,
            rule=claim.rule,
        )
        for claim in claims
    }
    return list(rows.values())


def _mention_row(mention: Mention, event_id: str, dated: Dated) -> EventMention:
    event = mention.event
    borrowed = dated.borrowed.get(event.mention_id)
    date_edtf = borrowed or event.date_edtf
    earliest, latest = edtf_range(borrowed) if borrowed else (event.date_earliest, event.date_latest)
    return EventMention(
        mention_id=event.mention_id,
        event_id=event_id,
        article_id=event.article_id,
        sentence_id=event.sentence_id,
        char_start=event.char_start,
        char_end=event.char_end,
        text=event.text,
        event_type=event.event_type,
        mode=event.mode,
        status=event.status,
        actors=_names(mention.actors),
        recipients=_names(mention.recipients),
        actor_countries=_countries(mention.actors),
        recipient_countries=_countries(mention.recipients),
        place=mention.place.name if mention.place else None,
        place_geonames_id=mention.place.geonames_id if mention.place else None,
        country=mention.place.country if mention.place else None,
        date_text=event.date_text,
        date_edtf=date_edtf,
        date_earliest=earliest,
        date_latest=latest,
        date_basis="borrowed" if borrowed else event.date_basis,
        attributed_to=event.attributed_to,
        confidence=event.confidence,
    )
