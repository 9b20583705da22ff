"""Which blocks of an article are worth parsing. Apart from `transforms.parse`, so that cleaning does not load spaCy."""

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["body", "headline", "subhead", "caption"]


@dataclass(frozen=True, slots=True)
class ParagraphSpan:
    """One block of an article that is worth parsing on its own: `articles.text[char_start:char_end]`."""

    char_start: int
    char_end: int
    kind: ParagraphKind
