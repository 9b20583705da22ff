"""Whose a body is that many states have, and what an initialism means where the article says it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transforms.entities.canonical_name import adjective_of
from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import KnownName, context_words
from transforms.entities.name_forms import initials_of
from transforms.places.actors import describe_actor

_FEWEST = 3  # names of the state that an article is about
_ALONE = (
    2  # places of it where none is of the state that the table gives the body to, and times those of the next state
)
_TIMES = 4  # as many of them as of the state that the table gives the body to


def own_bodies(found: Sequence[Found], expansions: Mapping[str, str]) -> list[Found]:
    """The names with what the article tells against the tables.

    "The Senate" of an article about the Philippines is theirs, and "AFP" behind "Armed Forces of the Philippines" is no
    news agency.
    """
    states = Counter(
        mention.known.country
        for mention in found
        if mention.known is not None and mention.known.kind == "PLACE" and mention.known.country
    )
    main, most = next(iter(states.most_common(1)), ("", 0))
    is_about_one = 2 * most > states.total()
    return [
        _own(mention, expansions, states, main if is_about_one else None, most) if _may_be_own(mention) else mention
        for mention in found
    ]


def bodies_at_home(groups: Sequence[Group], countries: Counter[str]) -> None:
    """Give "the Senate" to the state of most of an article's places where few of them are of the state of the tables.

    `countries` are those of its places, with their number. Where no state has most of them, it is nobody's.
    """
    many = context_words("of_many_states")
    (home, most), (_, next_most) = [*countries.most_common(2), ("", 0), ("", 0)][:2]
    if most < _ALONE:
        return
    is_about_one = most >= _ALONE * next_most
    for group in groups:
        text = group.mentions[0].text
        if group.kind != "ORG" or text not in many or any(mention.text != text for mention in group.mentions):
            continue
        table = describe_actor(group.name)
        if table.country is not None and _TIMES * countries[table.country] <= most:
            name = f"{adjective_of(home)} {text}"
            group.name = (describe_actor(name).name or name) if is_about_one else text
            group.known = KnownName(group.name, "ORG", home if is_about_one else None, table.sector)


def _may_be_own(mention: Found) -> bool:
    known = mention.known
    if known is not None:
        return known.kind == "ORG"
    return mention.kind == "ORG" and mention.text in context_words("of_many_states")


def _own(
    mention: Found, expansions: Mapping[str, str], states: Mapping[str, int], main: str | None, most: int
) -> Found:
    known = mention.known
    if known is None:
        described = describe_actor(mention.text)
        known = KnownName(mention.text, "ORG", described.country, described.sector)
    long = expansions.get(mention.text)
    if long is not None and initials_of(long) == mention.text and describe_actor(long).name != known.name:
        return replace(mention, known=None)
    if known.country is None or most < _FEWEST or mention.text not in context_words("of_many_states"):
        return mention
    name = f"{adjective_of(main)} {mention.text}" if main is not None else mention.text
    told = describe_actor(name).name if main is not None else None
    if _TIMES * states.get(known.country, 0) > (most if told is not None else 0):
        return mention
    return replace(mention, known=KnownName(told or name, "ORG", main, known.sector))
