"""Extract: what each article alone says, found by the language model and the rules on top of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import polars as pl

from flows.gazetteer import ensure_city_table
from flows.model import load_model
from schemas.catalog import TABLES
from schemas.render.frames import to_frame
from transforms.clean.clean_document import CleanedArticle

if TYPE_CHECKING:
    from transforms.extract import Extraction

_EXTRACTED_LANGUAGES = (None, "en")


def is_extracted(cleaned: CleanedArticle) -> bool:
    """Whether the article is in a language that is extracted from; one too short to tell is taken as English."""
    return cleaned.article.language in _EXTRACTED_LANGUAGES


def extract_rows(cleaned: Sequence[CleanedArticle], model: str) -> dict[str, pl.DataFrame]:
    """Everything that derives from these articles, as frames in order of reference."""
    extractions = _extract([item for item in cleaned if is_extracted(item)], model)
    rows: dict[str, list[object]] = {
        "articles": [item.article for item in cleaned],
        "removed_text": [row for item in cleaned for row in item.removed],
        "sentences": [row for one in extractions for row in one.sentences],
        "local_entities": [row for one in extractions for row in one.entities],
        "entity_mentions": [row for one in extractions for row in one.mentions],
        "entity_roles": [row for one in extractions for row in one.roles],
        "quotes": [row for one in extractions for row in one.quotes],
        "extracted_events": [row for one in extractions for row in one.events],
    }
    return {name: to_frame(TABLES[name], records) for name, records in rows.items()}


def _extract(cleaned: Sequence[CleanedArticle], model: str) -> "list[Extraction]":
    if not cleaned:
        return []
    from transforms.extract import extract_article
    from transforms.parse import parse_texts

    ensure_city_table()
    texts = [item.article.text[span.char_start : span.char_end] for item in cleaned for span in item.paragraphs]
    docs = iter(parse_texts(load_model(model), texts))
    return [extract_article(item.article, item.paragraphs, [next(docs) for _ in item.paragraphs]) for item in cleaned]
