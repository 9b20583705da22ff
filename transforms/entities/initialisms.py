"""Initialisms that an article explains: "Bridge Safety Committee (BSC)"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.entities.found import Found
from transforms.entities.name_forms import initials_of, is_initialism
from transforms.entities.name_kinds import CUE_WORD

_SHORTEST_FOREIGN = 3  # letters


def find_expansions(text: str, found: Sequence[Found]) -> dict[str, str]:
    """What the article's initialisms stand for: the name directly before the bracket, or inside it.

    The first letters must agree, the others need not (translated names often keep a foreign initialism); of a body that a
    cue word tells not even these, where the article goes on with the initialism. A place or a person is never one side.
    """
    expansions: dict[str, str] = {}
    ordered = sorted(found, key=lambda mention: mention.char_start)
    for one, other in pairwise(ordered):
        between = text[one.char_end : other.char_start]
        closing = text[other.char_end : other.char_end + 1]
        if re.fullmatch(r"\s*\(\s*", between) is None or closing != ")":
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
    return expansions


def _is_foreign(text: str, short: str, long: Found) -> bool:
    """Whether an initialism is what a translated name is called in its own language: "Harbor Football Federation (RFCP)"."""
    return (
        long.kind == "ORG"
        and long.weight >= CUE_WORD
        and len(short) >= _SHORTEST_FOREIGN
        and len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text)) > 1
    )
