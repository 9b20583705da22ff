"""Paragraphs parsed by spaCy, with the lemmas and word classes that the tuned pipeline leaves out.

The lemmatizer and the attribute ruler cost more inside the pipeline than they give; the same tables, asked once for each
distinct word and tag, cost next to nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from schemas.sentences import Sentence
from transforms.fast_pipeline import pipe
from transforms.ids import content_id
from transforms.paragraph_span import ParagraphKind

_WORD_CLASS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    "MD": "AUX",
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "WP", "EX"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "WDT", "PRP$", "WP$"), "DET"),
    "IN": "ADP",
    "RP": "ADP",
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"), "PUNCT"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    "_SP": "SPACE",
}
_INFLECTED_TAGS = frozenset(("NNS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"))
_INFLECTED = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}


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


def parse_texts(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """Parse each text on its own and fill in `lemma_` and `pos_`; `nlp` has its lemmatizer disabled, not excluded."""
    annotator = _annotator(nlp)
    docs = pipe(nlp, texts)
    for doc in docs:
        annotator(doc)
    return docs


@cache
def _annotator(nlp: Language) -> "Annotator":
    return Annotator(nlp)


class Lemmatizer:
    """The lemma of a word for its Penn tag, from the exception, index and rule tables of the model's own lemmatizer."""

    def __init__(self, nlp: Language) -> None:
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._exceptions = lookups.get_table("lemma_exc")
        # The model has lists, which take a tenth of a millisecond to search; its tables have hashes as keys.
        index = lookups.get_table("lemma_index")
        self._index = {table: frozenset(index.get(table, ())) for table in ("noun", "verb", "adj", "adv")}
        self._rules = lookups.get_table("lemma_rules")

    def __call__(self, text: str, tag: str) -> str:
        """The lower-case lemma; a word of no inflected class is its own, proper nouns keep their case."""
        word_class = _WORD_CLASS.get(tag, "X")
        if word_class == "PROPN":
            return text
        word = text.lower()
        table = _INFLECTED.get(word_class)
        if table is None:
            return word
        exceptions = self._exceptions.get(table, {}).get(word)
        if exceptions:
            return str(exceptions[0])
        index = self._index.get(table, frozenset())
        # WordNet lists plurals with a sense of their own ("talks", "troops"), so an inflected tag is believed before the index.
        if word in index and tag not in _INFLECTED_TAGS:
            return word
        candidates = [word[: -len(old)] + new for old, new in self._rules.get(table, []) if word.endswith(old)]
        known = [form for form in candidates if form in index and form != word]
        if not known and word in index:
            return word
        return str((known or [form for form in candidates if form] or [word])[0])


class Annotator:
    """Fills in `lemma_` and `pos_` of every token, in place; each distinct word and tag is looked up once."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._lemmatize = Lemmatizer(nlp)
        self._auxiliary = frozenset(self._strings.add(name) for name in ("aux", "auxpass"))
        self._known: dict[tuple[int, int, bool], tuple[int, int]] = {}

    def __call__(self, doc: Doc) -> None:
        """Annotate one parsed document."""
        known, auxiliary = self._known, self._auxiliary
        values: list[tuple[int, int]] = []
        for word, tag, dep in doc.to_array(["ORTH", "TAG", "DEP"]).tolist():
            key = (word, tag, dep in auxiliary)
            value = known.get(key)
            if value is None:
                value = known[key] = self._look_up(*key)
            values.append(value)
        found: Any = np.array(values, dtype=np.uint64).reshape(-1, 2)
        doc.from_array(["LEMMA", "POS"], found)

    def _look_up(self, word: int, tag: int, is_auxiliary: bool) -> tuple[int, int]:
        text, tag_name = self._strings[word], self._strings[tag]
        word_class = _WORD_CLASS.get(tag_name, "X")
        if is_auxiliary and word_class == "VERB":
            word_class = "AUX"
        return self._strings.add(self._lemmatize(text, tag_name)), self._strings.add(word_class)


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    while start < end and span.doc[start].is_space:
        start += 1
    return span.doc[start:end]
