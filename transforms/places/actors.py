"""The country and PLOVER sector that the words for an actor imply ("Lebanese president's office" → LBN, GOV).

Known people and organizations come from `people.tsv` and `organizations.tsv`; otherwise the country is that of a
demonym, country or city in the phrase, and the sector that of its nouns in `actor_nouns.yaml`. Sectors: PLOVER
codebook, draft 2.0.
"""

import re
from dataclasses import replace
from functools import lru_cache

from transforms.places.actor_tables import (
    ActorDescription,
    Noun,
    actor_words,
    agent_nouns,
    begins_known,
    find_known,
    find_transliterated,
    former_words,
    head_only,
    honorifics,
    kind_words,
    known_organizations,
    known_people,
    longest_nouns,
    offices_of_bodies,
    ranks,
    role_words,
    states_of_words,
    titles,
)
from transforms.places.countries import begins_country, capital_country, countries, country_of, demonym_country
from transforms.places.gazetteer import begins_region, demonym_region, find_regions
from transforms.places.states_of_parts import country_of_part, is_renowned_town, state_of_region, town_country

__all__ = ["ActorDescription", "describe_actor"]

_LONGEST_NAME = 8  # words of a known name inside a phrase
_LONGEST_PERSON = 3  # words of a person's name behind an office
_LONGEST_STATE = 4  # words of a country's name
_LONGEST_TOWN = 3  # words of a town's name

_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$")
# The head noun of an English noun phrase stands before the first of these.
_AFTER_HEAD = frozenset(
    {
        *("of", "in", "from", "for", "at", "on", "by", "with", "who", "that", "which", "to", "near", "inside", "under"),
        *("against", "among", "between", "during", "across", ",", ";", "("),
    }
)
_WHERE = frozenset({"of", "in", "from", "at"})
_TOWARDS = frozenset({"to", "against", "towards"})
_STATELESS = frozenset({"IGO", "UNO", "EUR"})
_BODIES = _STATELESS | {"MIL"}  # whose officials hold offices too
_OF_A_STATE = frozenset({"PTY", "GOV", "LEG", "JUD", "COP", "MIL", "SPY"})  # bodies with names that many states have
_OFFICES = frozenset({"GOV", "LEG", "JUD", "SPY", "COP"})


@lru_cache(maxsize=50_000)
def describe_actor(phrase: str) -> ActorDescription:
    """The country (alpha-3), PLOVER sector and canonical name of an actor phrase; None where the words do not tell.

    A capital stands for its government, another town for its people.

    >>> describe_actor("Norwegian trawlers")
    ActorDescription(country='NOR', sector='AGR', name=None)
    """
    words = actor_words(phrase)
    if not words:
        return ActorDescription(None, None, None)
    whole = find_known(words, _tables()) or _state_or_town(" ".join(words)) or find_transliterated(words)
    return whole or _described(words)


def _tables() -> tuple[dict[str, ActorDescription], ...]:
    return known_people(), known_organizations()


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word) or word


def _state_or_town(name: str) -> ActorDescription | None:
    if alpha3 := country_of(name):
        return ActorDescription(alpha3, None, countries()[alpha3].name)
    if alpha3 := _state_of_people(name):
        return ActorDescription(alpha3, None, None)
    if alpha3 := capital_country(name):
        return ActorDescription(alpha3, "GOV", None)
    if not name.islower() and not agent_nouns().get(name.lower()):
        if find_regions(name):
            return ActorDescription(country_of_part(name), None, None)
        if country := town_country(name):
            return ActorDescription(country, "CVL", None)
    return None


def _described(words: tuple[str, ...]) -> ActorDescription:
    bare = tuple(_bare(word) for word in words)
    lower = ["led" if word.endswith("-led") else word.lower() for word in bare]
    nouns = _without_surnames(bare, _nouns_in(lower))
    inside, start, end = _embedded(bare)
    if inside is not None and inside.sector in _STATELESS and inside.country is None:
        # no "American States" of a body of none
        country = _country(_without(words, start, end), _without(bare, start, end))
    else:
        country = _country(words, bare)
    if inside is not None and any(noun[0] < end < noun[1] for noun in nouns):
        country = (
            country or inside.country
        )  # "Senate" in "Senate committee", "Thai military" in "Thai military government"
        inside, start, end = None, 0, 0
    if (
        inside is not None
        and (start, end) in ((noun[0], noun[1]) for noun in nouns)
        and _differ(country, inside.country)
    ):
        inside, start, end = None, 0, 0  # the English Football Association in "Dutch Football Association"
    if inside is not None and _only_says_its_kind(lower[:start] + lower[end:]):
        return inside
    is_former = not former_words().isdisjoint(lower[: start or 3])
    if inside is not None and end == len(words) and find_known(bare[start:end], [known_people()]):
        offices = [noun for noun in nouns if noun[1] <= start and noun[2].is_strong]
        title = _sector(lower[:start], [one for one in offices if lower[one[0]] not in honorifics()], None)
        sector = title or inside.sector  # "Senator Marco Rubio": the office is the one stated
        return replace(inside, sector="ELI" if is_former and sector in _OFFICES else sector)
    outside = [noun for noun in nouns if noun[1] <= start or noun[0] >= end]
    sector = _sector(lower, outside, inside.sector if inside else None)
    if is_former and (sector in _OFFICES or (sector in _BODIES and _holds_office(outside))):
        sector = "ELI"
    country = country or (inside.country if inside else None)
    if sector is None and any(capital_country(word) for word in bare):
        sector = "GOV"  # "a Kremlin spokesman"
    if country is None and sector is not None:
        country = _state_of_town_before(bare, nouns) or _state_of_town_after(bare) or _state_of_a_word(lower)
    return ActorDescription(country, sector, None)


def _without(words: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    return (*words[:start], *[""] * (end - start), *words[end:])


def _country_of_name(name: str) -> str | None:
    return country_of(name) or capital_country(name) or country_of_part(name)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _country(words: tuple[str, ...], bare: tuple[str, ...]) -> str | None:
    """The first country that the phrase names, the longest name first; not the one that somebody is sent to."""
    for start, word in enumerate(words):
        if word in _TOWARDS:
            return None
        if not word[:1].isupper():
            continue
        if word.endswith("-based"):
            return _country_of_name(word.removesuffix("-based"))
        longest = _LONGEST_STATE if _begins_state(word) else 1
        for size in range(min(longest, len(words) - start), 0, -1):
            name = " ".join((*words[start : start + size - 1], bare[start + size - 1]))
            if alpha3 := country_of(name) or _state_of_people(name) or capital_country(name) or state_of_region(name):
                return alpha3
    return None


@lru_cache(maxsize=50_000)
def _begins_state(word: str) -> bool:
    """Whether a name of several words that `_country` may find begins with the word."""
    return begins_country(word) or begins_region(word)


def _state_of_people(name: str) -> str | None:
    region = demonym_region(name)
    return demonym_country(name) or (region.country if region else None)


def _state_of_town_before(words: tuple[str, ...], nouns: list[tuple[int, int, Noun]]) -> str | None:
    """The country of the town or region that a phrase like "Shanghai authorities", "former Sindh governor" begins with."""
    first_noun, sector = min(((start, noun.sector) for start, _, noun in nouns), default=(0, ""))
    if first_noun and sector in _OFFICES and all(map(str.islower, words)) and is_renowned_town(words[0].capitalize()):
        return town_country(words[0].capitalize())  # "mumbai police"
    start = next((place for place, word in enumerate(words) if word[:1].isupper()), first_noun)
    for size in range(min(_LONGEST_TOWN, first_noun - start), 0, -1):
        if country := country_of_part(" ".join(words[start : start + size])):
            return country
    return None


def _state_of_a_word(words: list[str]) -> str | None:
    """The state whose party or office is named: "Republican senators"."""
    states = states_of_words()
    found = (states.get(" ".join(words[start : start + size])) for start in range(len(words)) for size in (3, 2, 1))
    return next(filter(None, found), None)


def _state_of_town_after(words: tuple[str, ...]) -> str | None:
    """The country of the region or town that a phrase like "the mayor of Leeds" ends with."""
    for place, word in enumerate(words[:-1]):
        if word in _WHERE and words[place + 1][:1].isupper():
            return country_of_part(" ".join(words[place + 1 : place + 1 + _LONGEST_TOWN]))
    return None


def _embedded(words: tuple[str, ...]) -> tuple[ActorDescription | None, int, int]:
    """The known name inside a phrase ("Quds Force commander") and its place, the longest one.

    One word alone ("Ford", "Morales") counts only where nothing else in the phrase looks like a part of a longer name.
    """
    tables = _tables()
    starts = [start for start, word in enumerate(words) if not word.islower() and begins_known(word)]
    for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1) if starts else ():
        for start in starts:
            end = start + size
            known = find_known(words[start:end], tables) if end <= len(words) else None
            if known is None or (known.sector in _OF_A_STATE and _is_cut(words, start)):
                continue
            if size > 1 or (_explained(words[:start] + words[end:]) and not _is_in_the_middle(words, start)):
                return known, start, end
    return None, 0, 0


def _without_surnames(words: tuple[str, ...], nouns: list[tuple[int, int, Noun]]) -> list[tuple[int, int, Noun]]:
    """The nouns without those in the name of a person behind an office: "Baker" in "Senator Ann Baker"."""
    for _, end, _ in nouns:
        name = words[end:]
        if words[end - 1].lower() in titles() and 1 < len(name) <= _LONGEST_PERSON and _is_person(name):
            return [noun for noun in nouns if noun[1] <= end]
    return nouns


def _is_person(words: tuple[str, ...]) -> bool:
    """Whether all words have capitals and one of them is no word for a state, an office or a body."""
    return all(word.istitle() for word in words) and not _explained(words[:1] + words[-1:])


def _holds_office(nouns: list[tuple[int, int, Noun]]) -> bool:
    """As in "former Pentagon official": the last noun is an office, whatever the body is."""
    return bool(nouns) and nouns[-1][2].sector in _OFFICES


def _is_in_the_middle(words: tuple[str, ...], place: int) -> bool:
    """Whether one word stands between capitals that are no state's: "Liberation" in "National Liberation Forces"."""
    around = words[max(0, place - 1) : place] + words[place + 1 : place + 2]
    return len(around) > 1 and not any(word.islower() or country_of(word) or demonym_country(word) for word in around)


def _is_cut(words: tuple[str, ...], start: int) -> bool:
    """Whether a name goes on to the left: "Democratic Party" in "Social Democratic Party"."""
    before = words[max(0, start - 1) : start]
    if not before or _explained(before) or _country_of_name(before[0]) is not None:
        return False
    return country_of(" ".join(words[max(0, start - 2) : start])) is None


def _explained(words: tuple[str, ...]) -> bool:
    nouns, roles = agent_nouns(), role_words()
    return all(
        not word[:1].isupper()
        or word.lower() in nouns
        or word.lower() in roles
        or word.lower() in former_words()
        or country_of(word)
        or _state_of_people(word)
        for word in words
    )


def _only_says_its_kind(words: list[str]) -> bool:
    return kind_words().issuperset(words)


def _sector(words: list[str], nouns: list[tuple[int, int, Noun]], inside: str | None) -> str | None:
    """The sector that the head noun gives, else what modifies it, else what stands after it."""
    head_end = next((place for place, word in enumerate(words) if place and word in _AFTER_HEAD), len(words))
    weak: str | None = None
    for in_head in (True, False):
        part = [found for found in nouns if (found[0] < head_end) is in_head]
        for start, end, noun in reversed(part):
            noun_words = " ".join(words[start:end])
            if noun_words in head_only() and end < head_end:
                continue
            if noun_words in ranks() and any(other[2].is_strong and other[1] <= start for other in part):
                continue
            if noun.is_strong:
                return noun.sector
            weak = weak or noun.sector
            if inside in _STATELESS and in_head and noun_words in offices_of_bodies():
                return noun.sector
        if inside:
            return inside
    return weak


def _nouns_in(words: list[str]) -> list[tuple[int, int, Noun]]:
    """The known agent nouns and where they stand, the longest at each place and none inside a longer one."""
    nouns = agent_nouns()
    found: list[tuple[int, int, Noun]] = []
    furthest = 0
    longest = longest_nouns()
    for start, word in enumerate(words):
        for end in range(min(len(words), start + longest.get(word, 0)), max(start, furthest), -1):
            if noun := nouns.get(" ".join(words[start:end])):
                found.append((start, end, noun))
                furthest = end
                break
    return found
