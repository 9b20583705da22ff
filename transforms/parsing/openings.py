"""Words before what a headline or a sentence tells, which the parser would read as a part of it."""

import re
from functools import cache
from importlib.resources import files

from transforms.load_yaml import load_yaml


def without_openings(text: str) -> str:
    """The text with what an agency writes before a headline and what only opens a sentence blank; all else keeps its place.

    >>> without_openings("UPDATE 2-Talks end"), without_openings("He left. Let's recall that he came in May.")
    ('       . Talks end', 'He left.                   He came in May.')
    """
    slugs, formulas = _patterns()
    if (slug := slugs.match(text)) is not None:
        return f"{' ' * (slug.end() - 2)}. {text[slug.end() :]}"
    return formulas.sub(lambda found: " " * (len(found[0]) - 1) + found[0][-1].upper(), text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = load_yaml(files(__package__).joinpath("openings.yaml").read_text("utf-8"))
    slugs, labels = (_any_of("/".join(listed[name])) for name in ("slugs", "labels"))
    formulas = "|".join(r"\s".join(map(_any_of, formula.split(" "))) for formula in listed["formulas"])
    return (
        re.compile(rf"(?:{slugs}(?:\s?\d{{1,2}})?\s?[-–—:|]\s?|{labels}\s?[–—:|]\s?)+(?=[^\W_])"),
        re.compile(rf"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’]\s)|^)(?:{formulas})(?:[,:]?\sthat\s|[,:]\s)[^\W_]"),
    )


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(re.escape(word).replace('_', ' ') for word in words.split('/'))})"
