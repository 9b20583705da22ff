"""Extract: what each article alone says, found by the language model and the rules on top of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from flows.errors import error_line
from flows.gazetteer import ensure_place_tables
from flows.model import load_model
from schemas.catalog import TABLES
from schemas.render.frames import to_frame
from transforms.clean.clean_document import CleanedArticle
from transforms.parse_known import KnownParses, NewParses, parse_new, text_key
from warehouse.parse_store import ParseStore

if TYPE_CHECKING:
    from transforms.extract import Extraction

_EXTRACTED_LANGUAGES = (None, "en")


def is_extracted(cleaned: CleanedArticle) -> bool:
    """Whether the article is in a language that is extracted from; one too short to tell is taken as English."""
    return cleaned.article.language in _EXTRACTED_LANGUAGES


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles to extract together, with the key of each paragraph to parse, and the parses that are known."""

    cleaned: Sequence[CleanedArticle]
    keys: Sequence[bytes]
    known: KnownParses


def make_chunk(cleaned: Sequence[CleanedArticle], parses: ParseStore | None = None) -> Chunk:
    """The articles with what `parses` knows of their paragraphs."""
    if parses is None:
        return Chunk(cleaned, [text_key("", text) for text in _texts(cleaned)], KnownParses())
    keys = [text_key(parses.stamp, text) for text in _texts(cleaned)]
    places = parses.find(set(keys))
    return Chunk(cleaned, keys, KnownParses(parses.read({number for number, _ in places.values()}), places))


def _texts(cleaned: Sequence[CleanedArticle]) -> list[str]:
    """The paragraphs to parse, in order."""
    return [
        item.article.text[span.char_start : span.char_end]
        for item in cleaned
        if is_extracted(item)
        for span in item.paragraphs
    ]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What derives from some articles: frames in order of reference, and the articles that nothing could be taken from.

    `failed` gives the error by article id: a defect of the rules costs one article's rows, not the batch. `parses` are
    those that had to be made.
    """

    rows: dict[str, pl.DataFrame]
    failed: dict[str, str]
    parses: tuple[NewParses, ...] = ()


def joined(parts: Sequence[Extracted]) -> Extracted:
    """The parts of one batch as one, in order."""
    rows = {name: pl.concat([part.rows[name] for part in parts]) for name in parts[0].rows}
    failed = {article_id: error for part in parts for article_id, error in part.failed.items()}
    return Extracted(rows, failed, tuple(new for part in parts for new in part.parses))


def extract_rows(chunk: Chunk, model: str) -> Extracted:
    """Everything that derives from these articles."""
    cleaned = chunk.cleaned
    extractions, failed, new = _extract(chunk, model)
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
    frames = {name: to_frame(TABLES[name], records) for name, records in rows.items()}
    return Extracted(frames, failed, (new,) if new else ())


def _extract(chunk: Chunk, model: str) -> "tuple[list[Extraction], dict[str, str], NewParses | None]":
    if not chunk.cleaned:
        return [], {}, None
    from transforms.extract import extract_article

    ensure_place_tables()
    try:
        docs, new = parse_new(partial(load_model, model), _texts(chunk.cleaned), chunk.keys, chunk.known)
    except Exception as error:  # noqa: BLE001 - as below
        return *_extract_one_by_one(chunk, model, error), None
    parsed = iter(docs)
    extractions, failed = [], {}
    for item in filter(is_extracted, chunk.cleaned):
        own = [next(parsed) for _ in item.paragraphs]
        try:
            extractions.append(extract_article(item.article, item.paragraphs, own))
        except Exception as error:  # noqa: BLE001 - whatever one article breaks, the others do not pay for it
            failed[item.article.article_id] = error_line(error)
    return extractions, failed, new


def _extract_one_by_one(chunk: Chunk, model: str, error: Exception) -> "tuple[list[Extraction], dict[str, str]]":
    """Articles that could not be parsed together; the one that cannot be parsed alone fails with `error`."""
    articles = list(filter(is_extracted, chunk.cleaned))
    if len(articles) == 1:
        return [], {articles[0].article.article_id: error_line(error)}
    keys = iter(chunk.keys)
    parts = [_extract(Chunk([item], [next(keys) for _ in item.paragraphs], chunk.known), model) for item in articles]
    failed = {article_id: text for _, part, _ in parts for article_id, text in part.items()}
    return [one for part, _, _ in parts for one in part], failed
