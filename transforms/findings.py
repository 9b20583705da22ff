"""What one article names and quotes: all that is found before its events, and what these rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.articles import Article
from schemas.quotes import Quote
from schemas.sentences import Sentence
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.find_entities import find_entities
from transforms.paragraph_span import ParagraphSpan
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.parsing.tokens import Doc
from transforms.quotes.find_quotes import find_quotes


@dataclass(frozen=True, slots=True)
class Findings:
    """The sentences, entities and quotes of one article; entity ids in them are the article's local ids."""

    sentences: tuple[Sentence, ...]
    entities: ArticleEntities
    quotes: tuple[Quote, ...]


def parsed_article(article: Article, spans: Sequence[ParagraphSpan], docs: Sequence[Doc]) -> ParsedArticle:
    """The article with its paragraphs; `docs` are the parses of `spans`, one each, in order."""
    return ParsedArticle(
        article_id=article.article_id,
        text=article.text,
        source=article.source,
        published_edtf=article.published_edtf,
        published_earliest=article.published_earliest,
        published_latest=article.published_latest,
        paragraphs=tuple(Paragraph(span.char_start, span.kind, doc) for span, doc in zip(spans, docs, strict=True)),
    )


def find_in(parsed: ParsedArticle) -> Findings:
    """What the article names and quotes."""
    entities = find_entities(parsed)
    return Findings(parsed.sentences, entities, find_quotes(parsed, entities))
