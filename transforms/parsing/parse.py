"""Paragraphs parsed by spaCy, and articles made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from schemas.sentences import Sentence
from transforms.ids import content_id
from transforms.paragraph_span import ParagraphKind
from transforms.parsing.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed block; token offsets inside `doc` count from `char_start` of articles.text."""

    char_start: int
    kind: ParagraphKind
    doc: Doc

    def span(self, part: Span | Token) -> tuple[int, int]:
        """The offsets of a token or a span of tokens in articles.text."""
        if isinstance(part, Token):
            return self.char_start + part.idx, self.char_start + part.idx + len(part)
        return self.char_start + part.start_char, self.char_start + part.end_char


@dataclass(frozen=True)
class ParsedArticle:
    """An article ready for extraction. `published_*` are None where the publication date is not known."""

    article_id: str
    text: str
    source: str | None
    published_edtf: str | None
    published_earliest: date | None
    published_latest: date | None
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs, in order, without surrounding white space."""
        return tuple(self._sentences())

    @cached_property
    def _sentence_starts(self) -> dict[int, Sentence]:
        return {sentence.char_start: sentence for sentence in self.sentences}

    def sentence_of(self, paragraph: Paragraph, token: Token) -> Sentence:
        """The published sentence that `token` stands in."""
        start, _ = paragraph.span(_trimmed(token.sent))
        return self._sentence_starts[start]

    def _sentences(self) -> Iterable[Sentence]:
        for paragraph in self.paragraphs:
            for sent in paragraph.doc.sents:
                span = _trimmed(sent)
                if span.text.strip():
                    start, end = paragraph.span(span)
                    yield Sentence(
                        sentence_id=content_id("se", self.article_id, start, end),
                        article_id=self.article_id,
                        char_start=start,
                        char_end=end,
                        text=self.text[start:end],
                    )


def parse_texts(nlp: "Language", texts: Sequence[str]) -> list[Doc]:
    """Parse each text on its own; `nlp` has its lemmatizer disabled, not excluded."""
    from transforms.parsing.fast_pipeline import parse_columns

    columns = parse_columns(nlp, texts)
    return [columns.doc(position, text) for position, text in enumerate(texts)]


def _trimmed(span: Span) -> Span:
    tokens, start, end = span.doc.tokens, span.start, span.end
    while end > start and tokens[end - 1].is_space:
        end -= 1
    while start < end and tokens[start].is_space:
        start += 1
    return span if (start, end) == (span.start, span.end) else span.doc[start:end]
