from collections.abc import Callable

import pytest
from spacy.language import Language

from schemas.quotes import Quote
from transforms.entities.article_entities import ArticleEntities
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts
from transforms.quotes.find_quotes import find_quotes

Parse = Callable[..., ParsedArticle]
Find = Callable[..., tuple[Quote, ...]]


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    def parse(*paragraphs: str) -> ParsedArticle:
        starts = [sum(len(part) + 2 for part in paragraphs[:number]) for number in range(len(paragraphs))]
        parsed = zip(starts, parse_texts(nlp, paragraphs), strict=True)
        return ParsedArticle(
            "ar_0123456789abcdef",
            "\n\n".join(paragraphs),
            None,
            None,
            None,
            None,
            tuple(Paragraph(start, "body", doc) for start, doc in parsed),
        )

    return parse


@pytest.fixture(scope="session")
def find(parse: Parse) -> Find:
    def find(*paragraphs: str) -> tuple[Quote, ...]:
        return find_quotes(parse(*paragraphs), ArticleEntities((), (), (), {}))

    return find
