"""Places inside the names of bodies: "Henry County" in "Henry County Sheriff's Office", "Laconia" in "Laconia Police"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import context_words, given_names, name_cues
from transforms.one_of import one_of
from transforms.places.actor_tables import no_towns
from transforms.places.gazetteer import find_cities, find_counties, find_regions
from transforms.places.home_evidence import institution_words

_COUNTY = re.compile(r"(?:the )?((?:[A-Z][\w.'\u2019-]* ){1,3}(?:County|Parish))(?=['\u2019 ])")
_BEHIND = re.compile(
    r"(?:of|in|for) (?:the )?(?:(?:(?:North|South)?(?:East|West)?(?:ern)?|North(?:ern)?|South(?:ern)?|Central) )?(.+)"
)
_LINK = re.compile(r" (?=(?:of|in|for) )")
_HOLDERS = frozenset(("EVENT", "LAW", "ORG", "OTHER", "PERSON"))
_OF_STATES = frozenset(("EVENT", "LAW", "ORG"))
_LONGEST = 4  # words of a place
_LONGEST_STATE = 3  # words
_FEWEST_BEHIND = 2  # words behind a state: "Texas Rangers" is a team
_TOWN = 1_000  # inhabitants of a town that its body alone names


def places_in_names(named: Sequence[Group]) -> list[Group]:
    """The places that the names of bodies hold, each with its mentions there.

    That of a public body is one by itself, and so are the state that a name of three words begins with ("Ohio Coalition for
    Libraries") and the place that it ends with ("Library Friends of Laconia"); that of another body ("Laconia Singers") is
    one where the article names the place elsewhere.
    """
    known = {found.text for group in named if group.kind == "PLACE" for found in group.mentions}
    inside: dict[str, Group] = {}
    for group in named:
        if group.kind in _HOLDERS:
            for found in group.mentions:
                span = _place_in(found.text, group.kind, known)
                if span is not None:
                    name = found.text[slice(*span)]
                    start, end = found.char_start + span[0], found.char_start + span[1]
                    inside.setdefault(name, Group(name, "PLACE", None)).mentions.append(
                        Found(start, end, name, "PLACE", weight=0.0)
                    )
    return list(inside.values())


def _place_in(text: str, kind: str, known: set[str]) -> tuple[int, int] | None:
    if " " not in text:
        return None
    span = _place_of_body(text) if kind in ("ORG", "PERSON") else _county_of(text)
    if span is None and kind in _OF_STATES:
        span = _state_of(text)
    if span is None and kind == "ORG":
        span = _known_place(text, known) or _place_behind(text)
    return span


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


@lru_cache(maxsize=20_000)
def _state_of(text: str) -> tuple[int, int] | None:
    """The state that a name of several words more begins with; no word for its people and nobody's given name."""
    words = text.split(" ")
    first = words[0] in ("the", "The")
    for last in range(min(first + _LONGEST_STATE, len(words) - _FEWEST_BEHIND), first, -1):
        name = " ".join(words[first:last])
        if name.lower() in context_words("given_places") or name in given_names():
            continue
        if any(place.admin1 and place.name == name for place in find_regions(name)):
            return 4 * first, 4 * first + len(name)
    return None


@lru_cache(maxsize=20_000)
def _place_behind(text: str) -> tuple[int, int] | None:
    """The state, county or town that a name ends with: "Ohio" of "Library Friends of Northern Ohio"."""
    parts = _LINK.split(text)
    behind = _BEHIND.fullmatch(parts[-1]) if len(parts) > 1 else None
    if behind is None or behind[1].count(" ") >= _LONGEST or behind[1] in institution_words()["no_town"]:
        return None
    if behind[1].lower() in no_towns():
        return None  # "Union for the Republic"
    if not (_is_large(behind[1]) or find_counties(behind[1])):
        return None
    start = len(text) - len(parts[-1])
    return start + behind.start(1), start + behind.end(1)


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
