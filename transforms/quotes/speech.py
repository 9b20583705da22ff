"""Utterances and paragraphs on the way to quotes."""

from schemas.record import record
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span
from transforms.quotes.direct import Utterance
from transforms.quotes.marks import Stretch


@record()
class Speech:
    """An attributed or unattributed utterance in articles.text. `paragraph` is that of the cue and the speaker."""

    start: int
    end: int
    paragraph: Paragraph
    speaker: Span | None
    cue: Span | None
    verbatim: bool = False


@record()
class ParagraphQuotes:
    """A paragraph with its text, quoted stretches and utterances, offsets counted from the paragraph's start."""

    paragraph: Paragraph
    text: str
    stretches: tuple[Stretch, ...]
    utterances: tuple[Utterance, ...]
