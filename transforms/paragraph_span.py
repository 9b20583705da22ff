"""Which blocks of an article are worth parsing. Apart from `transforms.parse`, so that cleaning does not load spaCy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["body", "headline", "subhead", "caption"]

# The memory that parsing takes grows with the longest block; no paragraph that a person wrote comes near.
_MOST_CHARACTERS = 20_000
# Where a block that is longer is cut: after a sentence, else between words, else anywhere.
_CUTS = (re.compile(r"(?s:.*)[.!?…][”’\"')\]]*\s+"), re.compile(r"(?s:.*)\s"))


@dataclass(frozen=True, slots=True)
class ParagraphSpan:
    """One block of an article that is worth parsing on its own: `articles.text[char_start:char_end]`."""

    char_start: int
    char_end: int
    kind: ParagraphKind


def pieces(char_start: int, text: str, kind: ParagraphKind) -> Iterator[ParagraphSpan]:
    """The block `text`, which begins at `char_start`, as one span, or as several where it is too long to parse as one."""
    done = 0
    while len(text) - done > _MOST_CHARACTERS:
        found = (cut.match(text, done, done + _MOST_CHARACTERS) for cut in _CUTS)
        end = next((match.end() for match in found if match), done + _MOST_CHARACTERS)
        yield ParagraphSpan(char_start + done, char_start + end, kind)
        done = end
    yield ParagraphSpan(char_start + done, char_start + len(text), kind)
