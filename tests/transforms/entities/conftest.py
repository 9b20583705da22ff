from collections.abc import Callable

import pytest
from found_entities import Find
from spacy.language import Language

from transforms.entities.article_entities import ArticleEntities
from transforms.entities.find_entities import find_entities
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[..., ParsedArticle]:
    def parse(*paragraphs: str, article_id: str = "ar_0123456789abcdef", source: str | None = None) -> ParsedArticle:
        text = "\n\n".join(paragraphs)
        docs = parse_texts(nlp, paragraphs)
        starts = [sum(len(part) + 2 for part in paragraphs[:number]) for number in range(len(paragraphs))]
        parsed = tuple(Paragraph(start, "body", doc) for start, doc in zip(starts, docs, strict=True))
        return ParsedArticle(article_id, text, source, None, None, None, parsed)

    return parse


@pytest.fixture(scope="session")
def find(parse: Callable[..., ParsedArticle]) -> Find:
    def find(*paragraphs: str, article_id: str = "ar_0123456789abcdef", source: str | None = None) -> ArticleEntities:
        return find_entities(parse(*paragraphs, article_id=article_id, source=source))

    return find
