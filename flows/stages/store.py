"""After extraction: every row passes its declaration, then a batch is stored together or not at all."""

from collections.abc import Mapping, Sequence

from flows.rows import Rejected, admit
from flows.run_state import RunState
from flows.stages.clean import CleanBatch
from flows.stages.extract import Extracted
from schemas.catalog import TABLES
from schemas.render.frames import to_frame
from transforms.extracted_languages import is_extracted


def store_batch(run: RunState, batch: CleanBatch, extracted: Extracted) -> None:
    """Store a batch: good rows in their tables, the rest in quarantine, its arrivals marked as processed."""
    seen_on = max((item.article.first_seen_at.date() for item in batch.cleaned), default=None)
    good, rejected = admit(extracted.rows, seen_on)
    run.note_row_checks(extracted.rows, rejected)
    with run.store.transaction():
        run.store.forget_articles(batch.reread)
        for name, frame in good.items():
            run.store.append(name, frame)
        run.store.append("article_files", to_frame(TABLES["article_files"], batch.files))
        run.store.execute("forget_furniture", [sorted({line.source for line in batch.learned})])
        run.store.append_records(batch.learned)
        run.store.execute("forget_article_quarantine", [batch.reread])
        run.store.execute("forget_quarantine", [[arrival.file_name for arrival in batch.begun]])
        _quarantine(run, batch, rejected, extracted.failed)
        run.store.execute("mark_processed", [run.stamps.reading, [arrival.arrival_no for arrival in batch.arrivals]])
    run.cache.add([(new.stamp, new.keys, new.packed) for new in extracted.new], run.stamps.all)
    run.counts["articles_new"] += len(batch.cleaned) - len(batch.reread)
    run.counts["articles_reread"] += len(batch.reread) - batch.outdated
    if batch.outdated:
        run.counts["articles_rederived"] += batch.outdated
    run.counts["characters"] += sum(len(item.article.text) for item in batch.cleaned)
    run.counts["characters_removed"] += sum(len(row.text) for item in batch.cleaned for row in item.removed)


def _quarantine(run: RunState, batch: CleanBatch, rejected: Sequence[Rejected], failed: Mapping[str, str]) -> None:
    for arrival, rejection in batch.rejections:
        run.quarantine(
            file_name=arrival.file_name,
            article_id=None,
            stage="read",
            reason=rejection.reason,
            detail=rejection.detail,
            fix=rejection.fix,
            seen_at=arrival.seen_at,
        )
    file_of = {item.article.article_id: item.article.file_name for item in batch.cleaned}
    for item in batch.cleaned:
        if not is_extracted(item.article):
            run.quarantine(
                file_name=item.article.file_name,
                article_id=item.article.article_id,
                stage="extract",
                reason="language is not extracted",
                detail=f"It is in '{item.article.language}'; it is published without entities, quotes and events.",
                fix="Add a translation into English, or leave it: the article itself is published.",
            )
    for article_id, error in failed.items():
        run.quarantine(
            file_name=file_of[article_id],
            article_id=article_id,
            stage="extract",
            reason="extraction failed",
            detail=f"{error}; it is published without entities, quotes and events.",
            fix="Report it with the article: this is a defect of the extraction. Once mended: dragoman reprocess.",
        )
    for one in rejected:
        article_id = str(one.row["article_id"])
        run.quarantine(
            file_name=file_of[article_id],
            article_id=article_id,
            stage="check",
            reason=f"row of {one.table_name} does not fit its declaration",
            detail=f"{'; '.join(one.reasons)}: {one.excerpt}",
            fix="Report it with the article: this is a defect of the extraction, and only this row is held back.",
        )
