"""Spellings of one person's name: transliterations, short forms and middle names."""

import re
from functools import cache, lru_cache

from transforms.entities.gazetteer import read_yaml
from transforms.entities.name_forms import name_key, person_words

# Letters that transliterations into English write in several ways; order matters.
_FOLDS = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"['ʻʼ]", ""),
        (r"sch|sh", "s"),
        (r"tch|tsch|ch", "c"),
        (r"zh|dj", "j"),
        (r"kh", "h"),
        (r"ks", "x"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"tz|ts", "c"),
        (r"ou|oo", "u"),
        (r"gu(?=[ei])", "g"),
        (r"[yi]o(?=v)", "e"),
        (r"iy|yi|ii|ij|yy|ey$|ei$", "i"),
        (r"[yj]", "i"),
        (r"(?<=[bcdfgklmnprstvz])i(?=[aeou])", ""),
        (r"(?<=o)(?:ff|w)$|(?<=e)(?:ff|w)$", "v"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word of a name key as all its usual transliterations fold to.

    >>> folded("riabkov") == folded("ryabkov"), folded("loshkaryov") == folded("loshkarev")
    (True, True)
    """
    for pattern, replacement in _FOLDS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=200_000)
def person_forms(name: str) -> tuple[str, tuple[str, ...], str]:
    """Given name, middle names and surname of a full name, each folded so that spellings of one name agree.

    >>> person_forms("Sergey Lavrov") == person_forms("Sergei Lavrov")
    True
    """
    words = person_words(name_key(name).replace("-", " "))
    if len(words) < 2:  # noqa: PLR2004 - a surname or a mononym
        return "", (), folded(words[-1]) if words else ""
    return _given(words[0]), tuple(folded(word) for word in words[1:-1]), folded(words[-1])


def is_spelling_of(one: str, other: str) -> bool:
    """True for two full names of one given name and surname whose middle names do not contradict each other.

    >>> is_spelling_of("Sergey Lavrov", "Sergei V. Lavrov"), is_spelling_of("Lavrov", "Sergei Lavrov")
    (True, False)
    """
    given, middle, surname = person_forms(one)
    other_given, other_middle, other_surname = person_forms(other)
    return bool(given) and (given, surname) == (other_given, other_surname) and are_compatible(middle, other_middle)


def are_compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names can be one person's: "J." and "James" can, "W." and "H. W." cannot."""
    if len(one) != len(other):
        return not one or not other
    return all(first.startswith(second) or second.startswith(first) for first, second in zip(one, other, strict=True))


def is_short_given(short: str, given: str) -> bool:
    """Whether two given names, as keys, are one: "steve" of "steven".

    >>> is_short_given("mike", "michael"), is_short_given("mike", "michelle")
    (True, False)
    """
    return short != given and short in _variants() and _variants()[short] == _given(given)


def _given(word: str) -> str:
    return _variants().get(word) or folded(word)


@cache
def _variants() -> dict[str, str]:
    return {
        name_key(spelling): folded(name_key(line[0]))
        for line in read_yaml("given_name_variants.yaml")
        for spelling in line
    }
