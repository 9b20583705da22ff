"""A named span of a paragraph while it is being found."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.entities.gazetteer import KnownName
from transforms.parsing.tokens import Doc


@dataclass(slots=True)
class Name:
    """A named span: tokens `[start, end)` of a paragraph, the kind it seems to be, the weight of that evidence.

    Never changed; it is not frozen because many are made, and a frozen one takes four times as long.
    """

    start: int
    end: int
    kind: str
    weight: float
    known: KnownName | None = None


def without_overlaps(names: Sequence[Name]) -> list[Name]:
    """The longest of overlapping names; of equally long ones the surer."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(names, key=lambda name: (name.start - name.end, -name.weight, name.start)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.start)


def taken_tokens(doc: Doc, names: Sequence[Name]) -> list[bool]:
    """For each token of the paragraph whether it is part of a name."""
    taken = [False] * len(doc.tokens)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    return taken
