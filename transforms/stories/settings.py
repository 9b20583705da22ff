"""The weights and limits of resolution, read once from same_event.yaml, and the words of synonyms.yaml."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from schemas.plover import EVENT_TYPES
from transforms.load_yaml import load_yaml


@dataclass(frozen=True)
class Settings:
    """What same_event.yaml says.

    The sections by their names there, `families` turned into the families of each type, the words of `described_alike` into
    the first of their line, those of `told_apart` into the line and the list in it.
    """

    families_of: dict[str, frozenset[str]]
    symmetric: frozenset[str]
    local: frozenset[str]
    tolls: frozenset[str]
    sideless: frozenset[str]
    spoken: frozenset[str]
    plural_as_one: frozenset[str]
    hosting: frozenset[str]
    recurring: frozenset[str]
    denials: frozenset[str]
    described_alike: dict[str, str]
    told_apart: dict[str, tuple[int, int]]
    steps: dict[str, frozenset[str]]
    generic: frozenset[str]
    counted_people: frozenset[str]
    estimating: tuple[str, ...]
    weights: dict[str, float]
    limits: dict[str, float]
    parties: dict[str, float]

    @cached_property
    def in_series(self) -> frozenset[str]:
        """The kinds of which one and the same person has a part in many: meetings, acts of speech, contests."""
        return self.symmetric | self.spoken | self.recurring


@cache
def settings() -> Settings:
    """The packaged settings. Raises KeyError where a section is missing."""
    read = load_yaml(files(__package__).joinpath("same_event.yaml").read_text(encoding="utf-8"))
    families: dict[str, set[str]] = {}
    for family, types in read["families"].items():
        for event_type in types:
            families.setdefault(event_type, set()).add(family)
    return Settings(
        families_of={event_type: frozenset(names) for event_type, names in families.items()},
        symmetric=frozenset(read["symmetric"]),
        local=frozenset(read["local"]),
        tolls=frozenset(read["tolls"]),
        sideless=frozenset((*read["symmetric"], *read["sideless"])),
        spoken=frozenset(read["spoken"]),
        plural_as_one=frozenset(read["plural_as_one"]),
        hosting=frozenset(read["hosting"]),
        recurring=frozenset(read["recurring"]),
        denials=frozenset(read["denials"]),
        described_alike={word: line[0] for line in read["described_alike"] for word in line},
        told_apart={
            word: (line, place)
            for line, lists in enumerate(read["told_apart"])
            for place, words in enumerate(lists)
            for word in words
        },
        steps={kind: frozenset(words) for kind, words in read["steps"].items()},
        generic=frozenset(read["generic"]),
        counted_people=frozenset(read["counted_people"]),
        estimating=tuple(f"{word} " for word in (*read["estimating"], *map(str.capitalize, read["estimating"]))),
        weights=read["weights"],
        limits=read["limits"],
        parties=read["parties"],
    )


@cache
def _synonyms() -> dict[str, str]:
    lines = load_yaml(files(__package__).joinpath("synonyms.yaml").read_text(encoding="utf-8"))
    return {word: line[0] for line in lines for word in line}


def trigger_class(trigger: str) -> str:
    """The first of the words that are used of the same happening as this one: `meet` for `talks`."""
    return _synonyms().get(trigger, trigger)


@cache
def _happening_synonyms() -> dict[tuple[str, str], str]:
    read = load_yaml(files(__package__).joinpath("happening_synonyms.yaml").read_text(encoding="utf-8"))
    return {(mode, word): line[0] for mode, lines in read.items() for line in lines for word in line}


def happening_class(kind: str, trigger: str) -> str:
    """The first of the words that are used of the same happening of a class or type as this one: `crash` for `collision`."""
    return named_class(kind, trigger) or (trigger_class(trigger) if kind in EVENT_TYPES else trigger)


def named_class(kind: str, trigger: str) -> str | None:
    """The same; None where no line of the class or type has the word."""
    return _happening_synonyms().get((kind, trigger))


def families(event_type: str) -> frozenset[str]:
    """The families of a type; a type of no family is one of its own."""
    return settings().families_of.get(event_type, frozenset((event_type,)))
