"""Leaving articles out: withdrawn for good, or left out of releases until they are taken back in."""

from collections.abc import Sequence

from flows.clock import now
from flows.errors import UnknownArticleError
from flows.journal import catch_up, entry, inclusion
from flows.run_state import RunState
from schemas.store import Exclusion, Retraction


def retract(run: RunState, article_ids: Sequence[str], reason: str) -> None:
    """Withdraw articles for good; they stay stored, and stay withdrawn when their files are seen again."""
    _require_known(run, article_ids)
    if article_ids:
        records = [Retraction(article_id=one, reason=reason, retracted_at=now()) for one in article_ids]
        run.raw.write_pack([entry(record) for record in records], {})
        catch_up(run.store, run.raw)


def exclude(run: RunState, article_ids: Sequence[str]) -> None:
    """Leave articles out of this release and the following ones."""
    _require_known(run, article_ids)
    if article_ids:
        records = [Exclusion(article_id=one, reason="left out by hand", excluded_at=now()) for one in article_ids]
        run.raw.write_pack([entry(record) for record in records], {})
        catch_up(run.store, run.raw)


def include(run: RunState, article_ids: Sequence[str]) -> None:
    """Take articles back in that were left out."""
    _require_known(run, article_ids)
    if article_ids:
        run.raw.write_pack(inclusion(article_ids), {})
        catch_up(run.store, run.raw)


def show_what_is_left_out(run: RunState) -> None:
    """Bring quarantine in line with what people decided, whichever run they told, and after every rebuilding."""
    run.store.execute("release_quarantine")
    for article_id, file_name, reason, retracted_at in run.store.execute("retracted_articles"):
        run.quarantine(
            file_name=file_name,
            article_id=article_id,
            stage="check",
            reason="retracted",
            detail=reason,
            fix="Nothing: it was withdrawn by hand and stays stored.",
            seen_at=retracted_at,
        )
    for article_id, file_name, excluded_at in run.store.execute("excluded_articles"):
        run.quarantine(
            file_name=file_name,
            article_id=article_id,
            stage="check",
            reason="left out by hand",
            detail="a run was told to publish without it",
            fix="Take it back in with `dragoman run --with ARTICLE_ID` once what was wrong is mended.",
            seen_at=excluded_at,
        )


def _require_known(run: RunState, article_ids: Sequence[str]) -> None:
    file_of = dict(run.store.execute("file_names", [list(article_ids)])) if article_ids else {}
    unknown = [article_id for article_id in article_ids if article_id not in file_of]
    if unknown:
        raise UnknownArticleError(
            f"there is no article {', '.join(unknown)}; `dragoman sql 'from articles'` lists the ids"
        )
