"""Whose a body is that many states have, and what an initialism means where the article says it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from transforms.entities.canonical_name import adjective_of
from transforms.entities.found import Found
from transforms.entities.gazetteer import KnownName, context_words
from transforms.entities.name_forms import initials_of, name_key
from transforms.places.actors import describe_actor
from transforms.places.countries import country_of, demonym_country

_FEWEST = 3  # names of the state that an article is about
_TIMES = 4  # as many of them as of the state that the table gives the body to


def own_bodies(found: Sequence[Found], expansions: Mapping[str, str]) -> list[Found]:
    """The names with what the article tells against the tables.

    "The Senate" of an article about the Philippines is theirs, and "AFP" behind "Armed Forces of the Philippines" is no
    news agency.
    """
    shared = {mention.text for mention in found} & context_words("of_many_states")
    if not shared and not expansions:
        return list(found)
    states = Counter(filter(None, map(_state, found))) if shared else Counter[str]()
    owners, longer = _owners(found, shared), _longer(found, shared)
    return [
        _short_for(mention, longer[mention.text])
        if mention.text in longer
        else _own(mention, expansions, states, owners)
        if _may_be_own(mention)
        else mention
        for mention in found
    ]


def _longer(found: Sequence[Found], shared: AbstractSet[str]) -> dict[str, str]:
    """The one name of the article that ends with a shared one and is of no state: "Leeds High Court" for "High Court"."""
    names: dict[str, set[str]] = defaultdict(set)
    for mention in found if shared else ():
        for body in shared if mention.kind == "ORG" and mention.known is None else ():
            if mention.text.endswith(f" {body}") and _owner(mention.text.removesuffix(body).strip()) is None:
                names[body].add(mention.text)
    return {body: texts.pop() for body, texts in names.items() if len(texts) == 1}


def _short_for(mention: Found, longer: str) -> Found:
    short = replace(mention, known=None)
    short.key = name_key(longer)
    return short


def _state(mention: Found) -> str | None:
    """The state that a name speaks for: a place in it, somebody in office there."""
    if mention.kind not in ("PLACE", "PERSON"):
        return None
    if mention.known is not None:
        return mention.known.country if mention.known.kind == "PLACE" else None
    is_dateline = mention.kind == "PLACE" and mention.text.isupper()
    return describe_actor(mention.text.title() if is_dateline else mention.text).country


def _owners(found: Sequence[Found], shared: AbstractSet[str]) -> dict[str, str]:
    """The states of bodies that the article names with one state alone: of "Senate" where it has "Kenyan Senate"."""
    stated: dict[str, set[str]] = defaultdict(set)
    for mention in found if shared else ():
        if mention.kind != "ORG":
            continue
        longest = max(mention.text, mention.phrase, key=len)
        for body in shared:
            if longest.endswith(f" {body}") and (state := _owner(longest.removesuffix(body).strip())):
                stated[body].add(state)
    return {body: states.pop() for body, states in stated.items() if len(states) == 1}


def _owner(words: str) -> str | None:
    """The state of a demonym or of a name in the possessive."""
    name = words.removesuffix("'s").removesuffix("\u2019s")
    return demonym_country(name) or country_of(name)


def _may_be_own(mention: Found) -> bool:
    known = mention.known
    if known is not None:
        return known.kind == "ORG"
    return mention.kind == "ORG" and mention.text in context_words("of_many_states")


def _own(mention: Found, expansions: Mapping[str, str], states: Counter[str], owners: Mapping[str, str]) -> Found:
    known = mention.known
    if known is None:
        described = describe_actor(mention.text)
        known = KnownName(mention.text, "ORG", described.country, described.sector)
    long = expansions.get(mention.text)
    if long is not None and initials_of(long) == mention.text and describe_actor(long).name != known.name:
        return replace(mention, known=None)
    if mention.text not in context_words("of_many_states"):
        return mention
    main = owners.get(mention.text) or _main_state(states)
    name = f"{adjective_of(main)} {mention.text}" if main is not None else mention.text
    told = describe_actor(name).name if main is not None else None
    if mention.text not in owners and not _is_about_others(states, known.country, is_told=told is not None):
        return mention
    return replace(mention, known=KnownName(told or name, "ORG", main, known.sector))


def _main_state(states: Counter[str]) -> str | None:
    """The state that more than half of the names speak for."""
    main, most = next(iter(states.most_common(1)), ("", 0))
    return main if 2 * most > states.total() else None


def _is_about_others(states: Counter[str], country: str | None, *, is_told: bool) -> bool:
    """Whether an article is not about the state that the table gives a body to; `is_told`: it may be of one in the tables."""
    most = max(states.values(), default=0)
    if country is None:
        return most >= _FEWEST
    if most < _FEWEST and not (is_told and country not in states):
        return False
    return _TIMES * states.get(country, 0) <= (most if is_told else 0)
