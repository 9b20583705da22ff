"""Names that are no place mentions of their own but tell where a text is at home: states, counties, local institutions.

"Kentucky" in "University of Kentucky", "Ky." in an address, "Boone County" in "Boone County Jail", "Laconia" in "Laconia Fire
Department": each is one more witness when the places of an article are weighed against each other.
"""

import re
from functools import cache
from importlib.resources import files

from transforms.load_yaml import load_yaml
from transforms.one_of import one_of
from transforms.places.at_word_start import at_word_start
from transforms.places.gazetteer import find_cities, find_counties, find_regions, region_names

_WORD = r"[A-Z][\w'\u2019.-]*"
_COUNTY = re.compile(rf"((?:{_WORD} ){{1,3}}(?:County|Parish))\b")
_MOST = 24  # witnesses beyond these say nothing new
_LONGEST = 3  # words of a town's name


def home_evidence(text: str) -> list[str]:
    """The names, each once, in the order of the text within each kind: states and regions, counties, towns."""
    found = [*_regions(text), *_counties(text), *_towns(text)]
    return list(dict.fromkeys(found))[:_MOST]


def _regions(text: str) -> list[str]:
    """States and provinces in full anywhere, abbreviations as in "Ky." or "KY 40403"."""
    return [name for name in _region_pattern().findall(text) if find_regions(name, in_address=True)]


def _counties(text: str) -> list[str]:
    found: list[str] = []
    if "County" not in text and "Parish" not in text:  # a search for the words alone is much faster
        return found
    for run in _COUNTY.findall(text):
        words = run.split(" ")
        names = (" ".join(words[start:]) for start in range(len(words) - 1))
        found.append(next((name for name in names if find_counties(name)), ""))
    return [name for name in found if name]


def _towns(text: str) -> list[str]:
    """Towns that give an institution its name: "Laconia Fire Department", "City of Laconia", "University of Idaho"."""
    before, after = _institutions()
    runs = [run.split(" ") for run in before.findall(text)]
    found = []
    for words in runs:
        names = (" ".join(words[start:]).strip() for start in range(len(words)))
        found.append(next((name for name in names if name and find_cities(name)), ""))
    for run in after.findall(text):
        words = run.split(" ")
        names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        found.append(next((name for name in names if find_cities(name)), ""))
    return [name for name in found if name]


@cache
def _region_pattern() -> re.Pattern[str]:
    names, abbreviations = region_names()
    whole = one_of([*names, *(name for name in abbreviations if name.endswith("."))])
    postal = one_of(name for name in abbreviations if re.fullmatch("[A-Z]{2}", name))
    return re.compile(rf"(?<![\w.])(?=[A-Z])(?:{whole}|{postal}(?= \d{{5}}\b))(?!\w)")


@cache
def institution_words() -> dict[str, list[str]]:
    """The words beside towns in the names of institutions, by where they stand and what they tell."""
    words: dict[str, list[str]] = load_yaml(files(__package__).joinpath("local_institutions.yaml").read_text("utf-8"))
    return words


@cache
def _institutions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = institution_words()
    run = rf"{_WORD}(?: {_WORD}){{0,{_LONGEST - 1}}}"
    before = re.compile(rf"({run}) (?={one_of([*words['public_bodies'], *words['after_the_town']])}\b)")
    after = re.compile(rf"{at_word_start(words['before_the_town'])} ({run})")
    return before, after
