"""People who only share the name of somebody in the actors' table, as the article itself tells."""

import re
from collections.abc import Iterable, Iterator, Sequence

from transforms.entities.find_roles import Role
from transforms.entities.found import Group
from transforms.entities.gazetteer import context_words
from transforms.entities.group_names import longest_name
from transforms.places.actors import describe_actor

# Offices of states; a coach or an owner may be of another state than his club.
_OF_STATES = frozenset(("GOV", "LEG", "JUD", "SPY", "COP", "MIL", "OPP", "ELI"))
# Who somebody is: "Ann Roe, 34, a nurse in Lima".
_WHO = re.compile(r",(?: (?:aged )?\d\d?,)? an? ((?:(?! (?:for|to|on|who|that|which) )[^.,;:()\n])+)[.,;:(\n]")
_COMPOUND = re.compile(r"[A-Z]\w+-[a-z]")  # "a Cuban-born nurse" may be of any state


def leave_to_namesakes(text: str, groups: Sequence[Group], roles: dict[str, list[Role]]) -> dict[str, list[Role]]:
    """Mark the people whom the article gives to another state than the table; the roles by the people's names then.

    A nurse in Lima is no foreign minister of China, and the table's country is not theirs. Who is so well known that the
    article need not say of which state would hardly be given to another one: so only where the table's state is named
    nowhere.
    """
    people = [group for group in groups if group.kind == "PERSON"]
    named: set[str] | None = None
    renamed = {}
    for group in people:
        country = describe_actor(group.name).country
        if country is None or not (stated := set(_stated(text, group, roles.get(group.name, ())))) or country in stated:
            continue
        named = named if named is not None else set(_states(groups))
        if country not in named:
            group.is_namesake = True
            renamed[group.name] = group.name = longest_name(group.mentions)
    return {renamed.get(name, name): held for name, held in roles.items()}


def _states(groups: Iterable[Group]) -> Iterator[str]:
    """The states that the article names, by their places and bodies too."""
    many = context_words("of_many_states")
    for group in groups:
        if group.kind == "PLACE" and (country := describe_actor(group.name).country):
            yield country
        known = group.known
        if known is not None and known.country and all(found.text not in many for found in group.mentions):
            yield known.country


def _stated(text: str, group: Group, roles: Iterable[Role]) -> Iterator[str]:
    """The states that the article gives a person, in an office or by what the person is."""
    for role in roles:
        office = describe_actor(role.statement)
        if office.sector in _OF_STATES and (country := role.country or office.country):
            yield country
    for found in group.mentions:
        who = _WHO.match(text, found.char_end)
        if who is not None and not _COMPOUND.search(who[1]) and (country := describe_actor(who[1]).country):
            yield country
