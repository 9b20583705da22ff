"""Places inside the names of bodies: "Henry County" in "Henry County Sheriff's Office", "Laconia" in "Laconia Police"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import context_words, name_cues
from transforms.one_of import one_of
from transforms.places.gazetteer import find_cities, find_counties, find_regions
from transforms.places.home_evidence import institution_words

_COUNTY = re.compile(r"(?:the )?((?:[A-Z][\w.'\u2019-]* ){1,3}(?:County|Parish))(?=['\u2019 ])")
_HOLDERS = frozenset(("EVENT", "ORG", "OTHER", "PERSON"))
_LONGEST = 4  # words of a place
_TOWN = 1_000  # inhabitants of a town that its body alone names


def places_in_names(named: Sequence[Group]) -> list[Group]:
    """The places that the names of bodies hold, each with its mentions there.

    That of a public body is one by itself; that of another ("Laconia Singers") where the article names the place elsewhere.
    """
    known = {found.text for group in named if group.kind == "PLACE" for found in group.mentions}
    inside: dict[str, Group] = {}
    for group in named:
        if group.kind in _HOLDERS:
            for found in group.mentions:
                if group.kind == "ORG":
                    span = _place_of_body(found.text) or _known_place(found.text, known)
                else:
                    span = _place_of_body(found.text) if group.kind == "PERSON" else _county_of(found.text)
                if span is not None:
                    name = found.text[slice(*span)]
                    start, end = found.char_start + span[0], found.char_start + span[1]
                    inside.setdefault(name, Group(name, "PLACE", None)).mentions.append(
                        Found(start, end, name, "PLACE", weight=0.0)
                    )
    return list(inside.values())


@lru_cache(maxsize=20_000)
def _place_of_body(text: str) -> tuple[int, int] | None:
    """The place of a public body: "Laconia" of "Laconia Police Department", "Idaho" of "University of Idaho"."""
    before, after = _bodies()
    found = before.fullmatch(text) or after.match(text)
    if found is None:
        return _county_of(text)
    is_place = found[1].count(" ") < _LONGEST and found[1] not in institution_words()["no_town"] and _is_large(found[1])
    return found.span(1) if is_place else _county_of(text)


def _county_of(text: str) -> tuple[int, int] | None:
    county = _COUNTY.match(text)
    return county.span(1) if county and find_counties(county[1]) else None


def _is_large(name: str) -> bool:
    """Whether the name alone means a town or a state."""
    return any(place.admin1 for place in find_regions(name)) or any(
        town.population >= _TOWN for town in find_cities(name)
    )


def _known_place(text: str, known: set[str]) -> tuple[int, int] | None:
    """The town that a body's name begins with, where the article speaks of it; that of a paper or a team is none."""
    words = text.split(" ")
    if words[-1] not in name_cues().last or words[-1].lower() in context_words("papers"):
        return None
    first = words[0] in ("the", "The")
    for last in range(min(len(words) - 1, first + _LONGEST), first, -1):
        name = " ".join(words[first:last])
        if name in known and _is_town(name):
            return 4 * first, 4 * first + len(name)
    return None


def _is_town(name: str) -> bool:
    """Whether the name is a town's or county's and no state's: "Ohio State" is a team more often than a body in Ohio."""
    return bool(find_cities(name) or find_counties(name)) and not find_regions(name)


@cache
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = institution_words()
    run = r"([A-Z][\w.'\u2019-]*(?: (?:of |upon )?[A-Z][\w.'\u2019-]*)*?)"
    before = re.compile(rf"(?:[Tt]he )?{one_of(words['before_the_town'])} {run}")
    after = re.compile(rf"(?:[Tt]he )?{run}(?:['\u2019]s)? {one_of(words['public_bodies'])}(?!\w)")
    return before, after
