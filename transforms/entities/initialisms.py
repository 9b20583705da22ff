"""Initialisms that an article explains: "Bridge Safety Committee (BSC)"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.entities.found import Found
from transforms.entities.name_forms import initials_of, is_initialism


def find_expansions(text: str, found: Sequence[Found]) -> dict[str, str]:
    """What the article's initialisms stand for: the name directly before the bracket, or inside it.

    The first letters must agree, the others need not (translated names often keep a foreign initialism); a place or a
    person is never one side of the pair.
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
            if is_initialism(short) and not is_initialism(long) and short[0] == (initials_of(long) or " ")[0]:
                expansions.setdefault(short, long)
    for short, long in list(expansions.items()):
        if len(long) <= len(short):
            del expansions[short]
    return expansions
