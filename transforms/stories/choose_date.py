"""When an event happened: the finest date that its mentions allow together, and where a missing year was borrowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from transforms.dates.edtf_range import combine
from transforms.stories.choose_claims import UNANIMOUS, WITHDRAWN, Claim, values_of
from transforms.stories.mention import Mention

_FINEST = "most precise of the dates that agree"
_AFTER_CORRECTION = "what stands after a correction"
_COARSER = "less precise than the date published"  # known to the view `disputed` and to show_event_claims.sql


@dataclass(frozen=True, slots=True)
class Dated:
    """The event's date, its claims, and for each mention whose year was borrowed its date with that year."""

    date_edtf: str | None
    claims: list[Claim]
    borrowed: dict[str, str]


def choose_date(mentions: Sequence[Mention]) -> Dated:
    """The date of an event whose mentions all agree; a yearless one takes its year from the others."""
    taken_back = [
        Claim("date_edtf", mention.event.date_edtf, mention, chosen=False, rule=WITHDRAWN)
        for mention in mentions
        if not mention.date_stands and mention.event.date_edtf
    ]
    values = values_of(mentions, lambda mention: mention.date_edtf)
    if not values:
        return Dated(None, taken_back, {})
    final = reduce(_combined_date, values, None)
    borrowed = {
        mention.mention_id: dated
        for value, givers in values.items()
        for mention in givers
        if value.startswith("XXXX") and (dated := combine(value, final)) and not dated.startswith("XXXX")
    }
    claims = [
        Claim("date_edtf", value, mention, value == final, _rule(value, final, len(values), corrected=bool(taken_back)))
        for value, givers in values.items()
        for mention in givers
    ]
    if final is not None and final not in values:
        claims += _combined(final, values, borrowed)
    return Dated(final, claims + taken_back, borrowed)


def _combined_date(one: str | None, other: str) -> str | None:
    return combine(one, other)


def _rule(value: str, final: str | None, distinct: int, *, corrected: bool) -> str:
    if value == final:
        return _FINEST if distinct > 1 else _AFTER_CORRECTION if corrected else UNANIMOUS
    return _COARSER


def _combined(final: str, values: dict[str, list[Mention]], borrowed: dict[str, str]) -> list[Claim]:
    """The claims of a date that no mention states whole: a day without a year, and a mention that gives the year."""
    givers = [mention for value, mentions in values.items() if not value.startswith("XXXX") for mention in mentions]
    giver = min(givers, key=lambda mention: mention.mention_id, default=None)
    year = f"year borrowed from mention {giver.mention_id}" if giver else "combined from all dates given"
    takers = [
        mention for mentions in values.values() for mention in mentions if borrowed.get(mention.mention_id) == final
    ]
    return [Claim("date_edtf", final, mention, chosen=True, rule=year) for mention in takers]
