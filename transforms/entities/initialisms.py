"""Initialisms that an article explains: "Bridge Safety Committee (BSC)"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.entities.found import Found
from transforms.entities.name_forms import initials_of, is_initialism
from transforms.entities.weights import CUE_WORD

_SHORTEST_FOREIGN = 3  # letters
_FARTHEST = 160  # characters between a person and another name that stands behind an apposition
_OF_A_BODY = re.compile(r" (?:party|movement|group|agency|union|company), $")
_KNOWN_AS = (
    r"(?:,\s*|\s+\(?)(?:(?:also|better|widely|commonly|popularly|best|simply|formerly)\s+)*(?:known|nicknamed|abbreviated)"
    r"(?:\s+(?:simply|locally|popularly|widely))?(?:\s+as|\s+by the name(?: of)?)?\s+(?:the\s+)?"
)
_REAL_NAME = r", whose (?:real|full|birth) name (?:is|was)(?: said to be| reportedly)? "
_ALIAS_SIGNS = ("known", "nicknamed", "abbreviated", "name is", "name was")  # a text without them states no alias
_ALIAS = re.compile(rf"(?:{_KNOWN_AS}|{_REAL_NAME})[\"'“‘]?")


def find_expansions(text: str, found: Sequence[Found]) -> dict[str, str]:
    """What the article's initialisms stand for: the name directly before the bracket or "party,", or inside it.

    The first letters must agree, the others need not (translated names often keep a foreign initialism); of a body that a
    cue word tells not even these, where the article goes on with the initialism. A place or a person is never one side.
    """
    expansions: dict[str, str] = {}
    ordered = sorted(found, key=lambda mention: mention.char_start)
    for one, other in pairwise(ordered):
        between = text[one.char_end : other.char_start]
        closing = text[other.char_end : other.char_end + 1]
        is_in_brackets = closing == ")" and re.fullmatch(r"\s*\(\s*", between)
        if not is_in_brackets and not (closing == "," and _OF_A_BODY.search(one.text + between)):
            continue
        if "PERSON" in (one.kind, other.kind) or "PLACE" in (one.kind, other.kind):
            continue
        for short, long in ((other.text, one.text), (one.text, other.text)):
            if (
                is_initialism(short)
                and not is_initialism(long)
                and (short[0] == (initials_of(long) or " ")[0] or _is_foreign(text, short, one))
            ):
                expansions.setdefault(short, long)
    for short, long in list(expansions.items()):
        if len(long) <= len(short):
            del expansions[short]
    return expansions | _stated_aliases(text, ordered)


def _stated_aliases(text: str, ordered: Sequence[Found]) -> dict[str, str]:
    """What the article says that somebody or something is known as: "Abdi Ali Omar, leader of the party, known as Irro".

    A name that is no initialism is the person's whom an apposition separates from it, if there is one.
    """
    aliases: dict[str, str] = {}
    for position, (one, other) in enumerate(pairwise(ordered)) if any(sign in text for sign in _ALIAS_SIGNS) else ():
        between = text[one.char_end : other.char_start]
        if _ALIAS.fullmatch(between) is None or other.known is not None or one.key == other.key:
            continue
        bearer = one
        if one.kind != "PERSON" and not is_initialism(other.text):
            bearer = _person_before(text, ordered[: position + 1], one) or one
        before = ordered[position - 1] if position else None
        if bearer.kind == "PLACE" and before is not None:  # "the Mission in Peru, known as TRAMIS"
            is_inside = re.fullmatch(r" (?:in|of|for)(?: the)? ", text[before.char_end : one.char_start])
            bearer = before if is_inside else bearer
        is_named = bearer.kind == "PERSON" or (bearer.kind == "ORG" and " " in bearer.text)
        if is_named and bearer.known is None:
            aliases.setdefault(other.text, bearer.text)
    return aliases


def _person_before(text: str, ordered: Sequence[Found], place: Found) -> Found | None:
    """The person in whose apposition a name stands: "Ann Roe, leader of the Green Party"."""
    for person in reversed(ordered):
        between = text[person.char_end : place.char_start]
        if len(between) > _FARTHEST or ". " in between:
            return None
        if person.kind == "PERSON" and person is not place:
            return person if re.match(r",\s+(?:the|a|an|who|head|leader)\b", between) else None
    return None


def _is_foreign(text: str, short: str, long: Found) -> bool:
    """Whether an initialism is what a translated name is called in its own language: "Harbor Football Federation (RFCP)"."""
    return (
        long.kind == "ORG"
        and long.weight >= CUE_WORD
        and len(short) >= _SHORTEST_FOREIGN
        and len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text)) > 1
    )
