"""Extract: what each article alone says, found by the language model and the rules on top of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from flows.errors import error_line
from flows.gazetteer import ensure_place_tables
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


@dataclass(frozen=True, slots=True)
class Extracted:
    """What derives from some articles: frames in order of reference, and the articles that nothing could be taken from.

    `failed` gives the error by article id: a defect of the rules costs one article's rows, not the batch.
    """

    rows: dict[str, pl.DataFrame]
    failed: dict[str, str]


def joined(parts: Sequence[Extracted]) -> Extracted:
    """The parts of one batch as one, in order."""
    rows = {name: pl.concat([part.rows[name] for part in parts]) for name in parts[0].rows}
    return Extracted(rows, {article_id: error for part in parts for article_id, error in part.failed.items()})


def extract_rows(cleaned: Sequence[CleanedArticle], model: str) -> Extracted:
    """Everything that derives from these articles."""
    extractions, failed = _extract([item for item in cleaned if is_extracted(item)], model)
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
    return Extracted({name: to_frame(TABLES[name], records) for name, records in rows.items()}, failed)


def _extract(cleaned: Sequence[CleanedArticle], model: str) -> "tuple[list[Extraction], dict[str, str]]":
    if not cleaned:
        return [], {}
    from transforms.extract import extract_article
    from transforms.parse import parse_texts

    ensure_place_tables()
    texts = [item.article.text[span.char_start : span.char_end] for item in cleaned for span in item.paragraphs]
    try:
        docs = iter(parse_texts(load_model(model), texts))
    except Exception as error:  # noqa: BLE001 - as below
        return _extract_one_by_one(cleaned, model, error)
    extractions, failed = [], {}
    for item in cleaned:
        parsed = [next(docs) for _ in item.paragraphs]
        try:
            extractions.append(extract_article(item.article, item.paragraphs, parsed))
        except Exception as error:  # noqa: BLE001 - whatever one article breaks, the others do not pay for it
            failed[item.article.article_id] = error_line(error)
    return extractions, failed


def _extract_one_by_one(
    cleaned: Sequence[CleanedArticle], model: str, error: Exception
) -> "tuple[list[Extraction], dict[str, str]]":
    """Articles that could not be parsed together; the one that cannot be parsed alone fails with `error`."""
    if len(cleaned) == 1:
        return [], {cleaned[0].article.article_id: error_line(error)}
    parts = [_extract([item], model) for item in cleaned]
    return [one for part, _ in parts for one in part], {key: text for _, part in parts for key, text in part.items()}
