"""The tables behind actor descriptions, read once: agent nouns, known people, known organizations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from schemas.record import record
from transforms.load_yaml import load_yaml
from transforms.places.place_key import without_marks
from transforms.places.read_tables import read_table

_TOKEN = re.compile(r"[^\W_](?:[\w&/'\u2019.-]*[\w'\u2019])?(?:(?<=\b[A-Z])\.)?|[,;()]")
# The romanizations of one name that differ from paper to paper.
_MUHAMMAD = re.compile(r"\bm[ou]hamm?[ae]d\b")
# Sectors whose bodies often have names of another script.
_TRANSLITERATED = frozenset(("REB", "PRM", "PTY", "OPP", "IMG", "REL", "LEG", "SPY", "MIL", "COP", "CRM", "SOC"))
_FEWEST_TRANSLITERATED = 2  # words
# How plain letters write the vowels that German and the Nordic languages have more: "Schuessel".
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"})
_WORD = re.compile(r"[^\W_]+")
_EX = re.compile(r"\b[Ee]x-(?=[A-Z])")  # "ex-Mossad chief"
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')(?= )")
_FINAL_H = re.compile(r"(?<=[aeiou])h$|(?<=a)a$")
_FOLDS = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"^ahm[ae]d$", "ahmad"),
        (r"^m[ou]h?amm?[ae]d$", "muhammad"),
        (r"(.)\1+", r"\1"),
        (r"ou|u", "o"),
        (r"e[ei]|[iye]+", "i"),
        (r"q", "k"),
        (r"(?<=[kdgtz])h", ""),
    )
)
_ARTICLES = frozenset(
    (
        *("al", "el", "ul", "il", "ud", "ad", "as", "ash", "an", "ar"),
        *("at", "e", "i", "of", "the", "wa", "wal", "va", "and", "in", "fi"),
    )
)
_DETERMINERS = frozenset(
    ("the", "a", "an", "some", "several", "many", "this", "that", "these", "those", "its", "his", "her", "their", "our")
)
# An acronym of this many letters may also be written as a word ("Nato", "Unicef").
_SHORTEST_WORD_ACRONYM = 4


@record()
class ActorDescription:
    """What a phrase says of an actor. `name` is the canonical name of a known person, organization or country."""

    country: str | None
    sector: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Noun:
    """An agent noun's PLOVER sector; a weak noun gives way to any strong one that modifies it."""

    sector: str
    is_strong: bool


def actor_words(phrase: str) -> tuple[str, ...]:
    """The words of an actor phrase without leading determiners; punctuation that ends a noun phrase stays."""
    words = _TOKEN.findall(_EX.sub("ex ", phrase) if "x-" in phrase else phrase)
    first = next((place for place, word in enumerate(words) if word.lower() not in _DETERMINERS), len(words))
    return tuple(words[first:])


def find_known(words: Sequence[str], tables: Iterable[dict[str, ActorDescription]]) -> ActorDescription | None:
    """The person or organization whose name the words are. Names need a capital, acronyms all capitals."""
    name = " ".join(words).replace(".", "")
    if name.islower() or not name:
        return None
    is_acronym, folded = name.isupper(), _folded(name)
    for table in tables:
        if known := (is_acronym and table.get(name)) or table.get(folded):
            return known
    return None


@lru_cache(maxsize=50_000)
def begins_known(word: str) -> bool:
    """Whether the name of a known person or organization begins with the word, as `find_known` reads it."""
    bare = word.replace(".", "")
    return bare in _first_words() or _folded(bare).partition(" ")[0] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for table in (known_people(), known_organizations()) for name in table)


@cache
def known_people() -> dict[str, ActorDescription]:
    """People by every spelling of their names, in the form that `find_known` asks for."""
    found: dict[str, ActorDescription] = {}
    for row in read_table("people.tsv"):
        for person in row["people"].split(";"):
            names = [name.strip() for name in person.split("=")]
            names += [name.translate(_WRITTEN_OUT) for name in names if not name.isascii()]
            _add(found, ActorDescription(row["country"] or None, row["sector"] or None, names[0]), names)
    return found


@cache
def known_organizations() -> dict[str, ActorDescription]:
    """Organizations by every spelling of their names, in the form that `find_known` asks for."""
    found: dict[str, ActorDescription] = {}
    for row in read_table("organizations.tsv"):
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        _add(found, ActorDescription(row["country"] or None, row["sector"] or None, row["name"]), names)
    return found


def find_transliterated(words: Sequence[str]) -> ActorDescription | None:
    """The body or person whose name the words are in another transliteration: "Jaysh al Izzah" for "Jaish al-Izza"."""
    name = " ".join(words)
    if len(name.replace("-", " ").split()) < _FEWEST_TRANSLITERATED or not name[:1].isupper():
        return None
    return _transliterations().get(_skeleton(name))


@cache
def _transliterations() -> dict[str, ActorDescription]:
    found: dict[str, ActorDescription] = {}
    for row in read_table("organizations.tsv"):
        if row["sector"] in _TRANSLITERATED:
            known = ActorDescription(row["country"] or None, row["sector"], row["name"])
            for name in (row["name"], *row["aliases"].split("|")):
                if len(actor_words(name.replace("-", " "))) >= _FEWEST_TRANSLITERATED:
                    found.setdefault(_skeleton(name), known)
    romanizing = _split(_noun_file()["romanizing"])
    for name, known in known_people().items():
        if known.country in romanizing and len(name.replace("-", " ").split()) >= _FEWEST_TRANSLITERATED:
            found.setdefault(_skeleton(name), known)
    return found


def _skeleton(name: str) -> str:
    """What the transliterations of a name have in common: no articles, no doubled letters, few vowels apart."""
    return "".join(map(_skeleton_of_word, _WORD.findall(name.replace("'", "").replace("\u2019", ""))))


@lru_cache(maxsize=50_000)
def _skeleton_of_word(word: str) -> str:
    plain = without_marks(word).casefold()
    if plain in _ARTICLES:
        return ""
    skeleton = _FINAL_H.sub("", plain.removeprefix("wal") if len(plain) > len("walim") else plain)
    for pattern, folded in _FOLDS:
        skeleton = pattern.sub(folded, skeleton)
    return skeleton


@cache
def agent_nouns() -> dict[str, Noun]:
    """Agent nouns in lower case, singular and plural."""
    nouns: dict[str, Noun] = {}
    for strength in ("strong", "weak"):
        for sector, entries in _noun_file()[strength].items():
            singulars = _split(entries)
            noun = Noun(sector, is_strong=strength == "strong")
            for form in (*singulars, *map(_plural, singulars)):
                # Phrases are compared without their possessives: "women's group".
                nouns.setdefault(_POSSESSIVE.sub("", form), noun)
    return nouns


@cache
def longest_nouns() -> dict[str, int]:
    """For each word that an agent noun begins with, the most words that such a noun has."""
    longest: dict[str, int] = {}
    for noun in agent_nouns():
        first, *others = noun.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return longest


@cache
def former_words() -> frozenset[str]:
    """Words that make a former office ("ex", "ousted")."""
    return frozenset(_split(_noun_file()["former"]))


@cache
def kind_words() -> frozenset[str]:
    """Words that only say what kind of thing a known organization is ("cartel")."""
    return frozenset(_split(_noun_file()["kinds"]))


@cache
def role_words() -> frozenset[str]:
    """Words for people's parts in an organization that say nothing of its sector ("spokesman")."""
    return frozenset(_split(_noun_file()["roles"]))


@cache
def head_only() -> frozenset[str]:
    """Nouns that tell a sector as the head of a phrase and none as a modifier ("local")."""
    words = _split(_noun_file()["head_only"])
    return frozenset((*words, *map(_plural, words)))


@cache
def offices_of_bodies() -> frozenset[str]:
    """Offices that outweigh the body of no state that they are held in ("president of the European Council")."""
    return frozenset(_split(_noun_file()["offices_of_bodies"]))


@cache
def states_of_words() -> dict[str, str]:
    """Words for parties and offices that one state alone has, with that state."""
    return {
        form: alpha3
        for alpha3, words in _noun_file()["of_one_state"].items()
        for word in _split(words)
        for form in (word, _plural(word))
    }


@cache
def no_towns() -> frozenset[str]:
    """Plain words that are names of towns too ("Federal")."""
    return frozenset(_split(_noun_file()["no_towns"]))


@cache
def titles() -> frozenset[str]:
    """The last words of offices that stand before a person's name."""
    return frozenset(_split(_noun_file()["titles"]))


@cache
def honorifics() -> frozenset[str]:
    """Words of respect before a name, which say no office of somebody known."""
    return frozenset(_split(_noun_file()["honorifics"]))


@cache
def ranks() -> frozenset[str]:
    """Military and police ranks."""
    return frozenset(_split(_noun_file()["ranks"]))


@cache
def _noun_file() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml(files(__package__).joinpath("actor_nouns.yaml").read_text("utf-8"))
    return table


def _split(entries: object) -> list[str]:
    return [entry.strip() for entry in str(entries).split(",")]


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    plain = (name if name.isascii() else without_marks(name)).replace("\u2019", "'").replace("-", " ").casefold()
    return _MUHAMMAD.sub("muhammad", plain) if "ham" in plain else plain


def _add(index: dict[str, ActorDescription], known: ActorDescription, names: list[str]) -> None:
    for name in names:
        key = " ".join(actor_words(name)).replace(".", "")
        if key.isupper() and " " not in key:
            index.setdefault(key, known)
            if len(key) < _SHORTEST_WORD_ACRONYM:
                continue
        index.setdefault(_folded(key), known)
