"""Read and clean: stored bytes become articles with their ledgers, in order of arrival."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from flows.run_state import RunState
from schemas.furniture import FurnitureLine
from schemas.store import Arrival, ArticleFile
from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture, furniture_of, learn
from transforms.read.document import Document, Rejection
from transforms.read.read_file import read_file


@dataclass
class CleanBatch:
    """Articles ready for extraction, with the arrivals that are done once they are stored."""

    arrivals: list[Arrival] = field(default_factory=list)
    cleaned: list[CleanedArticle] = field(default_factory=list)
    files: list[ArticleFile] = field(default_factory=list)
    rejections: list[tuple[Arrival, Rejection]] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    learned: tuple[FurnitureLine, ...] = ()


def clean_batches(run: RunState, pending: Sequence[Arrival]) -> Iterator[CleanBatch]:
    """The pending arrivals, read and cleaned, in batches of whole arrivals of about `settings.batch_articles`."""
    reader = _Reader(run)
    batch = CleanBatch()
    for arrival in pending:
        reader.take(arrival, batch)
        if len(batch.cleaned) >= run.settings.batch_articles:
            batch.learned = reader.take_learned()
            yield batch
            batch = CleanBatch()
    if batch.arrivals:
        batch.learned = reader.take_learned()
        yield batch


class _Reader:
    """Reads arrivals one after the other, remembering which articles are known and what their sources' furniture is."""

    def __init__(self, run: RunState) -> None:
        self.run = run
        self.known = {article_id for (article_id,) in run.store.execute("known_articles")}
        self.known_files = {raw_id for (raw_id,) in run.store.execute("known_files")}
        self.furniture: Furniture = furniture_of(run.store.records(FurnitureLine, "furniture"))
        self.stored = self.furniture

    def take_learned(self) -> tuple[FurnitureLine, ...]:
        """All lines of the sources that were learned from since the last call: what a batch must store with it."""
        former, self.stored = self.stored, self.furniture
        counts = self.furniture.counts
        return Furniture({key: lines for key, lines in counts.items() if former.counts.get(key) is not lines}).rows()

    def take(self, arrival: Arrival, batch: CleanBatch) -> None:
        """Read one arrival into `batch`."""
        raw = self.run.raw.read(arrival.raw_id)
        sidecar = self.run.raw.read(arrival.sidecar_id) if arrival.sidecar_id else None
        is_new_file = arrival.raw_id not in self.known_files
        position = 0
        for item in read_file(arrival.file_name, raw, sidecar):
            if isinstance(item, Rejection):
                batch.rejections.append((arrival, item))
                continue
            if is_new_file:
                batch.files.append(
                    ArticleFile(
                        raw_id=arrival.raw_id,
                        position=position,
                        article_id=item.article_id,
                        arrival_no=arrival.arrival_no,
                    )
                )
            position += 1
            self._clean(arrival, item, batch, is_new_file=is_new_file)
        self.known_files.add(arrival.raw_id)
        batch.arrivals.append(arrival)

    def _clean(self, arrival: Arrival, document: Document, batch: CleanBatch, *, is_new_file: bool) -> None:
        is_known = document.article_id in self.known
        if is_known and (is_new_file or not arrival.sidecar_id):
            self.run.counts["articles_repeated"] += 1
            return
        cleaned = clean_document(document, self.furniture, arrival.seen_at)
        batch.cleaned.append(cleaned)
        if is_known:  # the same bytes with another sidecar: what is known of the article has changed
            batch.reread.append(document.article_id)
            return
        self.known.add(document.article_id)
        self.furniture = learn(self.furniture, document)
