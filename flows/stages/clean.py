"""Read and clean: stored bytes become articles with their ledgers, in order of arrival."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from flows.errors import error_line
from flows.run_state import RunState
from schemas.furniture import FurnitureLine
from schemas.store import Arrival, ArticleFile
from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture, furniture_of, learn
from transforms.read.document import Document, Rejection
from transforms.read.read_file import read_file

# The first batch is small, so that the worker processes get something to do.
_FIRST_ARTICLES = 100


@dataclass
class CleanBatch:
    """Articles ready for extraction. `begun` are arrivals whose first record is here, `arrivals` those that end here.

    `reread` are the ids of articles that take the place of what the store holds of them; of these `outdated` are
    unchanged, and extracted anew.
    """

    begun: list[Arrival] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    cleaned: list[CleanedArticle] = field(default_factory=list)
    files: list[ArticleFile] = field(default_factory=list)
    rejections: list[tuple[Arrival, Rejection]] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    outdated: int = 0
    learned: tuple[FurnitureLine, ...] = ()

    @property
    def size(self) -> int:
        """How much is in the batch: articles to extract, or files and records that only have to be noted."""
        return max(len(self.cleaned), (len(self.files) + len(self.arrivals) + len(self.rejections)) // 10)

    def replace(self, cleaned: CleanedArticle) -> None:
        """Put in an article that is known already, in place of what was known of it, here or in the store."""
        article_id = cleaned.article.article_id
        for index, item in enumerate(self.cleaned):
            if item.article.article_id == article_id:
                self.cleaned[index] = cleaned
                return
        self.cleaned.append(cleaned)
        self.reread.append(article_id)


def batch_sizes(run: RunState) -> Iterator[int]:
    """How many articles each batch has."""
    most = run.resources.batch_articles
    return chain([min(_FIRST_ARTICLES, most)], repeat(most))


def clean_batches(run: RunState, pending: Sequence[Arrival]) -> Iterator[CleanBatch]:
    """The pending arrivals, read and cleaned, in batches of about `resources.batch_articles`.

    A file of many records may span batches; its arrival is done with the last of them, and a killed run goes on inside it.
    """
    reader, sizes = _Reader(run), batch_sizes(run)
    most = next(sizes)
    for arrival in pending:
        for _ in reader.take(arrival):
            if reader.batch.size >= most:
                yield reader.end_batch()
                most = next(sizes)
    if reader.batch.arrivals:
        yield reader.end_batch()


class _Reader:
    """Reads arrivals one after the other, remembering which articles are known and what their sources' furniture is."""

    def __init__(self, run: RunState) -> None:
        self.run = run
        self.batch = CleanBatch()
        self.known = {article_id for (article_id,) in run.store.execute("known_articles")}
        files = run.store.execute("known_files")
        self.known_files: dict[str, int] = {raw_id: records for raw_id, records, _ in files}
        self.interrupted = {arrival_no for _, _, arrival_no in files}
        self.furniture: Furniture = furniture_of(run.store.records(FurnitureLine, "furniture"))

    def end_batch(self) -> CleanBatch:
        """The batch so far, with all lines of the sources that it learned from; a new one begins."""
        batch, self.batch = self.batch, CleanBatch()
        batch.learned = self.furniture.rows(self.furniture.changed)
        self.furniture.changed.clear()
        return batch

    def take(self, arrival: Arrival) -> Iterator[None]:
        """Read one arrival into the batch, stopping after each record and at its end."""
        raw = self.run.raw.read(arrival.raw_id)
        sidecar = self.run.raw.read(arrival.sidecar_id) if arrival.sidecar_id else None
        if arrival.arrival_no not in self.interrupted:
            self.batch.begun.append(arrival)
        stored = self.known_files.get(arrival.raw_id, 0)
        position = 0
        for item in _read(arrival.file_name, raw, sidecar):
            if isinstance(item, Rejection):
                self.batch.rejections.append((arrival, item))
                yield
                continue
            is_new = position >= stored
            if is_new:
                self.batch.files.append(
                    ArticleFile(
                        raw_id=arrival.raw_id,
                        position=position,
                        article_id=item.article_id,
                        arrival_no=arrival.arrival_no,
                    )
                )
            position += 1
            self._clean(arrival, item, is_new=is_new)
            yield
        self.known_files[arrival.raw_id] = position
        self.batch.arrivals.append(arrival)
        yield

    def _clean(self, arrival: Arrival, document: Document, *, is_new: bool) -> None:
        is_known = document.article_id in self.known
        if is_known and (is_new or not arrival.sidecar_id):
            self.run.counts["articles_repeated"] += 1
            return
        try:
            cleaned = clean_document(document, self.furniture, arrival.seen_at)
        except Exception as error:  # noqa: BLE001 - whatever one article breaks, the others do not pay for it
            self.batch.rejections.append((arrival, _defect(document.file_name, "cleaning failed", error)))
            return
        if is_known:  # the same bytes with another sidecar: what is known of the article has changed
            self.batch.replace(cleaned)
            return
        self.batch.cleaned.append(cleaned)
        self.known.add(document.article_id)
        learn(self.furniture, document)


def _read(file_name: str, raw: bytes, sidecar: bytes | None) -> Iterator[Document | Rejection]:
    try:
        yield from read_file(file_name, raw, sidecar)
    except Exception as error:  # noqa: BLE001 - whatever one file breaks, the others do not pay for it
        yield _defect(file_name, "reading failed", error)


def _defect(file_name: str, reason: str, error: Exception) -> Rejection:
    return Rejection(
        file_name=file_name,
        reason=reason,
        detail=error_line(error),
        fix="Report it with the file: this is a defect of Dragoman. Once mended: dragoman reprocess --all.",
    )
