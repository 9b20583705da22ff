"""Extract: what each article alone says, found by the language model and the rules on top of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

import polars as pl

from flows.errors import error_line
from flows.fingerprint import Stamps
from flows.gazetteer import ensure_place_tables
from flows.model import load_model
from schemas.catalog import TABLES
from schemas.render.frames import to_frame
from schemas.store import Derivation
from transforms.clean.clean_document import CleanedArticle
from transforms.extracted_languages import is_extracted
from transforms.found_events import FoundEvents
from transforms.known_results import DamagedResultsError, KnownResults, NewResults, result_key
from transforms.paragraph_span import as_text
from transforms.parsing.parse_known import parse_new
from warehouse.result_cache import ResultCache

if TYPE_CHECKING:
    from transforms.extract import Extraction, Known

T = TypeVar("T")

_NOTHING_KNOWN = KnownResults()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles to extract together, what makes results now, and what is known of these articles from before.

    Where `known` is None nothing is kept.
    """

    cleaned: Sequence[CleanedArticle]
    stamps: Stamps
    known: KnownResults | None = None


def make_chunk(cleaned: Sequence[CleanedArticle], cache: ResultCache, stamps: Stamps) -> Chunk:
    """The articles with what `cache` knows of them: findings and events, and parses where one of these is missing."""
    if not cache.keeps:
        return Chunk(cleaned, stamps)
    articles = _to_extract(cleaned)
    own_keys = [_article_keys(stamps, item) for item in articles]
    places = cache.find({key for keys in own_keys for key in keys})
    unknown = [item for item, keys in zip(articles, own_keys, strict=True) if not all(key in places for key in keys)]
    places |= cache.find({result_key(stamps.parses, text) for text in _texts(unknown)})
    return Chunk(cleaned, stamps, KnownResults(cache.read({number for number, _ in places.values()}), places))


def _to_extract(cleaned: Sequence[CleanedArticle]) -> list[CleanedArticle]:
    return [item for item in cleaned if is_extracted(item.article)]


def _article_keys(stamps: Stamps, item: CleanedArticle) -> tuple[bytes, bytes]:
    """What the article's findings and its events are known by: all that they are made from beside the code."""
    article = item.article
    published = article.published_edtf, article.published_earliest, article.published_latest
    content = article.article_id, article.source, *published, *map(astuple, item.paragraphs), article.text
    return result_key(stamps.findings, *content), result_key(stamps.events, *content)


def _texts(articles: Sequence[CleanedArticle]) -> list[str]:
    """The paragraphs to parse, in order."""
    return [item.article.text[span.char_start : span.char_end] for item in articles for span in item.paragraphs]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What derives from some articles: frames in order of reference, and the articles that nothing could be taken from.

    `failed` gives the error by article id: a defect of the rules costs one article's rows, not the batch. `new` are the
    results that had to be made.
    """

    rows: dict[str, pl.DataFrame]
    failed: dict[str, str]
    new: tuple[NewResults, ...] = ()


def joined(parts: Sequence[Extracted]) -> Extracted:
    """The parts of one batch as one, in order."""
    rows = {name: pl.concat([part.rows[name] for part in parts]) for name in parts[0].rows}
    failed = {article_id: error for part in parts for article_id, error in part.failed.items()}
    return Extracted(rows, failed, tuple(new for part in parts for new in part.new))


def extract_rows(chunk: Chunk, model: str) -> Extracted:
    """Everything that derives from these articles."""
    cleaned = chunk.cleaned
    extractions, failed, new = _extract(chunk, model)
    rows: dict[str, list[object]] = {
        "articles": [item.article for item in cleaned],
        "removed_text": [row for item in cleaned for row in item.removed],
        "article_evidence": [row for item in cleaned for row in item.evidence],
        "sentences": [row for one in extractions for row in one.sentences],
        "local_entities": [row for one in extractions for row in one.entities],
        "entity_mentions": [row for one in extractions for row in one.mentions],
        "entity_roles": [row for one in extractions for row in one.roles],
        "quotes": [row for one in extractions for row in one.quotes],
        "extracted_events": [row for one in extractions for row in one.events],
        "derivations": _derivations(chunk, extractions),
    }
    frames = {name: to_frame(TABLES[name], records) for name, records in rows.items()}
    return Extracted(frames, failed, tuple(new))


def _derivations(chunk: Chunk, extractions: "Sequence[Extraction]") -> list[object]:
    """What the articles' rows were made from and by, in order."""
    words: dict[str, str | None] = {one.article_id: one.event_words for one in extractions}
    rows: list[object] = []
    for item in chunk.cleaned:
        article_id = item.article.article_id
        event_words = words.get(article_id) if is_extracted(item.article) else ""
        rows.append(
            Derivation(
                article_id=article_id,
                paragraphs=as_text(item.paragraphs),
                event_words=event_words,
                made_by=chunk.stamps.made_by(event_words or ""),
            )
        )
    return rows


def _extract(chunk: Chunk, model: str) -> "tuple[list[Extraction], dict[str, str], list[NewResults]]":
    articles = _to_extract(chunk.cleaned)
    if not articles:
        return [], {}, []
    from transforms.extract import extract_article

    ensure_place_tables()
    known = _known(chunk, articles)
    unparsed = [item for item, own in zip(articles, known, strict=True) if not own.is_all]
    try:
        docs, parses = parse_new(
            partial(load_model, model), chunk.stamps.parses, _texts(unparsed), chunk.known or _NOTHING_KNOWN
        )
    except Exception as error:  # noqa: BLE001 - as below
        return _extract_one_by_one(chunk, articles, model, error)
    parsed = iter(docs)
    extractions, failed, made = [], {}, []
    for item, own in zip(articles, known, strict=True):
        paragraphs = [] if own.is_all else [next(parsed) for _ in item.paragraphs]
        try:
            extraction = extract_article(item.article, item.paragraphs, paragraphs, own)
        except Exception as error:  # noqa: BLE001 - whatever one article breaks, the others do not pay for it
            failed[item.article.article_id] = error_line(error)
            continue
        extractions.append(extraction)
        made.append((item, own, extraction))
    new = [parses] if parses else []
    return extractions, failed, [*new, *_new_results(chunk.stamps, made)] if chunk.known is not None else []


def _known(chunk: Chunk, articles: Sequence[CleanedArticle]) -> "list[Known]":
    """What is known of each article."""
    from transforms.extract import Known
    from transforms.pack_findings import unpack_events, unpack_findings

    if chunk.known is None:
        return [Known()] * len(articles)
    findings, events = _Unpacked(chunk.known, unpack_findings), _Unpacked(chunk.known, unpack_events)
    keys = [_article_keys(chunk.stamps, item) for item in articles]
    return [Known(findings.get(of_findings), events.get(of_events)) for of_findings, of_events in keys]


class _Unpacked(Generic[T]):
    """Known results of one kind, each chunk unpacked once; what is damaged is not known."""

    def __init__(self, known: KnownResults, unpack: Callable[[bytes], list[T]]) -> None:
        self._known = known
        self._unpack = unpack
        self._chunks: dict[int, list[T]] = {}

    def get(self, key: bytes) -> T | None:
        """The result with this key."""
        number, position = self._known.places.get(key, (None, 0))
        if number is None:
            return None
        if number not in self._chunks:
            try:
                self._chunks[number] = self._unpack(self._known.chunks[number])
            except (DamagedResultsError, KeyError):
                self._chunks[number] = []
        chunk = self._chunks[number]
        return chunk[position] if position < len(chunk) else None


def _new_results(stamps: Stamps, made: "Sequence[tuple[CleanedArticle, Known, Extraction]]") -> Iterator[NewResults]:
    """The findings and the events that were not known before."""
    from transforms.pack_findings import pack_events, pack_findings

    findings = {_article_keys(stamps, item)[0]: one.findings for item, own, one in made if own.findings is None}
    if findings:
        yield NewResults(stamps.findings, tuple(findings), pack_findings(list(findings.values())))
    events = {
        _article_keys(stamps, item)[1]: FoundEvents(one.events, one.event_words)
        for item, own, one in made
        if own.events is None
    }
    if events:
        yield NewResults(stamps.events, tuple(events), pack_events(list(events.values())))


def _extract_one_by_one(
    chunk: Chunk, articles: Sequence[CleanedArticle], model: str, error: Exception
) -> "tuple[list[Extraction], dict[str, str], list[NewResults]]":
    """Articles that could not be parsed together; the one that cannot be parsed alone fails with `error`."""
    if len(articles) == 1:
        return [], {articles[0].article.article_id: error_line(error)}, []
    parts = [_extract(Chunk([item], chunk.stamps, chunk.known), model) for item in articles]
    failed = {article_id: text for _, part, _ in parts for article_id, text in part.items()}
    return [one for part, _, _ in parts for one in part], failed, [one for *_, part in parts for one in part]
