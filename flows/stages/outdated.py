"""Reprocess: of what the store holds, only that is made again which today's code can make otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from flows.run_state import RunState
from flows.stages.clean import CleanBatch, batch_sizes
from schemas.articles import Article, ArticleEvidence, RemovedText
from schemas.store import Derivation
from transforms.clean.clean_document import CleanedArticle
from transforms.paragraph_span import from_text


class _OfArticle(Protocol):
    @property
    def article_id(self) -> str: ...


R = TypeVar("R", bound=_OfArticle)


def forget_outdated(run: RunState, *, everything: bool = False) -> None:
    """Drop what other code has read, or `everything`, else mark the articles that other rules were applied to or failed on.

    What is dropped is pending again, what is marked comes with `outdated_batches`; a killed run loses neither.
    """
    ((read_otherwise,),) = run.store.execute("count_read_otherwise", [run.stamps.reading])
    if everything or read_otherwise:
        run.store.forget_derived()
        return
    outdated = [
        article_id
        for article_id, words, made_by in run.store.execute("derivations")
        if words is None or made_by != run.stamps.made_by(words)
    ]
    with run.store.transaction():
        run.store.execute("mark_outdated", [outdated])
        run.store.execute("forget_resolved_quarantine")


def outdated_batches(run: RunState, article_ids: Sequence[str]) -> Iterator[CleanBatch]:
    """The stored articles in batches, as they were when they had been cleaned."""
    done = 0
    for size in batch_sizes(run):
        if done >= len(article_ids):
            break
        yield _batch(run, article_ids[done : done + size])
        done += size


def _batch(run: RunState, article_ids: Sequence[str]) -> CleanBatch:
    removed, evidence = _by_article(run, RemovedText, article_ids), _by_article(run, ArticleEvidence, article_ids)
    derivations = _by_article(run, Derivation, article_ids)
    cleaned = [
        CleanedArticle(
            article,
            tuple(removed[article.article_id]),
            from_text(derivations[article.article_id][0].paragraphs),
            tuple(evidence[article.article_id]),
        )
        for article in run.store.records_of(Article, article_ids)
    ]
    return CleanBatch(cleaned=cleaned, reread=list(article_ids), outdated=len(article_ids))


def _by_article(run: RunState, record_type: type[R], article_ids: Sequence[str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in run.store.records_of(record_type, article_ids):
        found[record.article_id].append(record)
    return found
