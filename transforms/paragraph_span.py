"""Which blocks of an article are worth parsing. Apart from `transforms.parsing.parse`, so that cleaning does not load spaCy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["body", "headline", "subhead", "caption"]

# The memory that parsing takes grows with the longest block; no paragraph that a person wrote comes near.
_MOST_CHARACTERS = 20_000
# No word is as long; the tokenizer takes time in the square of one, minutes for a hundred thousand brackets.
_LONGEST_WORD = 1_000
_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
# Where a block that is longer is cut: after a sentence, else between words, else anywhere.
_CUTS = (re.compile(r"(?s:.*)[.!?…][”’\"')\]]*\s+"), re.compile(r"(?s:.*)\s"))


@dataclass(frozen=True, slots=True)
class ParagraphSpan:
    """One block of an article that is worth parsing on its own: `articles.text[char_start:char_end]`."""

    char_start: int
    char_end: int
    kind: ParagraphKind


def as_text(spans: Iterable[ParagraphSpan]) -> str:
    """The spans in one line, as `start:end:kind` with spaces between."""
    return " ".join(f"{span.char_start}:{span.char_end}:{span.kind}" for span in spans)


def from_text(line: str) -> tuple[ParagraphSpan, ...]:
    """The spans that `as_text` wrote. Raises ValueError for another line."""
    fields = (word.split(":") for word in line.split())
    return tuple(ParagraphSpan(int(start), int(end), kind) for start, end, kind in fields)  # type: ignore[arg-type]


def pieces(char_start: int, text: str, kind: ParagraphKind) -> Iterator[ParagraphSpan]:
    """The block `text`, which begins at `char_start`, as one span, or as several where it is too long to parse as one.

    A run of characters without white space that is no word, such as an encoded image, is in none of them.
    """
    done = 0
    for run in _UNBROKEN.finditer(text) if len(text) > _LONGEST_WORD else ():
        yield from _cut(char_start, text, (done, run.start()), kind)
        done = run.end()
    yield from _cut(char_start, text, (done, len(text)), kind)


def _cut(char_start: int, text: str, part: tuple[int, int], kind: ParagraphKind) -> Iterator[ParagraphSpan]:
    """The part of a block as spans short enough to parse; none where there is nothing in it."""
    done, end = part
    while end - done > _MOST_CHARACTERS:
        found = (cut.match(text, done, done + _MOST_CHARACTERS) for cut in _CUTS)
        here = next((match.end() for match in found if match), done + _MOST_CHARACTERS)
        yield ParagraphSpan(char_start + done, char_start + here, kind)
        done = here
    if text[done:end].strip():
        yield ParagraphSpan(char_start + done, char_start + end, kind)
