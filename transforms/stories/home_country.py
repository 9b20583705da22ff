"""Of which country people are whom the articles only describe: "dockers", "the police" belong where they act."""

from collections.abc import Sequence

from schemas.entities import Entity
from transforms.entities.gazetteer import organs_of_state
from transforms.stories.choose_claims import Claim
from transforms.stories.mention import Mention
from transforms.stories.places_match import is_town

_WHERE = "where it happened: no article tells of which other country these people are"
_SETTING = "the country that the article has to do with: it names no other whose they are"
_OFFICES = frozenset(("GOV", "LEG", "JUD", "COP"))
# What officials do with those of another state, most often.
_BETWEEN_STATES = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"))
COUNTRIES = {"actors": "actor_countries", "recipients": "recipient_countries"}
# Soldiers, rebels and envoys may act abroad; these live or serve where they act.
_AT_HOME = frozenset(("COP", "LAB", "CVL", "EDU", "AGR", "MED", "REL", "OPP", "SOC"))


def home_claims(
    mentions: Sequence[Mention], event_type: str | None, mode: str | None, side: str, parties: Sequence[Entity]
) -> list[Claim]:
    """The claims of the one country in which described parties protest, serve or live; none where it is not known.

    That is the country where it happened; of "the army" it is, failing that, the country that its articles have to do with.
    `side` is actors or recipients. Who protests need not be described at all.
    """
    described = [party for party in parties if party.country is None and _is_at_home(party, event_type, mode)]
    officials = [party for party in parties if party.country is None and _is_official(party)]
    if officials and not described:
        return _of_officials(mentions, side, officials)
    if not described and (parties or side != "actors" or event_type != "PROTEST"):
        return []
    organs = [party for party in described if party.name in organs_of_state()]
    placed = [(one, place.country, _WHERE) for one in mentions for place in _places(one, event_type)]
    set_in = [(one, one.setting, _SETTING) for one in mentions if any(organ in getattr(one, side) for organ in organs)]
    for told in (placed, set_in):
        countries = {country for _, country, _ in told if country}
        if len(countries) == 1:
            return [
                Claim(COUNTRIES[side], country, one, chosen=True, rule=rule) for one, country, rule in told if country
            ]
    return []


def _of_officials(mentions: Sequence[Mention], side: str, officials: Sequence[Entity]) -> list[Claim]:
    """Ministers of no country named are those of the country that the article has to do with, unless it happened elsewhere.

    Who meets or thanks those of that country is hardly of it.
    """
    set_in = [
        one
        for one in mentions
        if one.setting
        and any(official in getattr(one, side) for official in officials)
        and (one.place is None or one.place.country == one.setting)
        and not (one.kind in _BETWEEN_STATES and any(party.country == one.setting for party in one.parties))
    ]
    if len({one.setting for one in set_in}) != 1:
        return []
    return [Claim(COUNTRIES[side], one.setting or "", one, chosen=True, rule=_SETTING) for one in set_in]


def _is_official(party: Entity) -> bool:
    return party.kind == "PERSON" and party.sector in _OFFICES


def _is_at_home(actor: Entity, event_type: str | None, mode: str | None) -> bool:
    if actor.kind != "GROUP":
        return False
    is_theirs = event_type == "PROTEST" or mode == "crowd-control"
    return is_theirs or actor.sector in _AT_HOME or actor.name in organs_of_state()


def _places(mention: Mention, event_type: str | None) -> list[Entity]:
    """The place of the event, and for a protest the towns whose roads and squares it takes."""
    own = [mention.place] if mention.place and mention.place_is_own and mention.place_stands else []
    towns = [party for party in mention.recipients if event_type == "PROTEST" and is_town(party)]
    return [place for place in (*own, *towns) if place.country]
