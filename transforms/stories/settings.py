"""The weights and limits of resolution, read once from same_event.yaml."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Settings:
    """What same_event.yaml says.

    The sections by their names there, `families` turned into the families of each type.
    """

    families_of: dict[str, frozenset[str]]
    symmetric: frozenset[str]
    weights: dict[str, float]
    limits: dict[str, float]
    parties: dict[str, float]


@cache
def settings() -> Settings:
    """The packaged settings. Raises KeyError where a section is missing."""
    read = yaml.safe_load(files(__package__).joinpath("same_event.yaml").read_text(encoding="utf-8"))
    families: dict[str, set[str]] = {}
    for family, types in read["families"].items():
        for event_type in types:
            families.setdefault(event_type, set()).add(family)
    return Settings(
        families_of={event_type: frozenset(names) for event_type, names in families.items()},
        symmetric=frozenset(read["symmetric"]),
        weights=read["weights"],
        limits=read["limits"],
        parties=read["parties"],
    )


def families(event_type: str) -> frozenset[str]:
    """The families of a type; a type of no family is one of its own."""
    return settings().families_of.get(event_type, frozenset((event_type,)))
