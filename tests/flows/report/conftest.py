from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.home import Home
from flows.pipeline import RunResult
from flows.stages.publish import Held
from schemas.articles import Article, RemovedText
from schemas.events import Event
from schemas.operations import Check, QuarantineItem, Release
from schemas.quotes import Quote
from schemas.store import Arrival, ArticleFile
from warehouse.audit import Offender
from warehouse.build_release import Position, build_release, finish_release
from warehouse.release import publish_release
from warehouse.store import WorkingStore

NASTY = """</script><script>alert('in')</script><img src=x onerror="alert(1)">"'&amp;\u2028{{ 7 * 7 }}"""
RELEASE = "rl_00000000000000aa"
SEEN = datetime(2026, 10, 2, 8, 30, tzinfo=UTC).replace(tzinfo=None)


def record(kind: type, **values: Any) -> Any:
    """A record of a declared type; columns that are not given are None."""
    return kind(**({field.name: None for field in fields(kind)} | values))


ARTICLE = "ar_0000000000000001"
TEXT = f"{NASTY}\nLatvia expelled an envoy."
RECORDS: tuple[tuple[Any, ...], ...] = (
    (
        record(
            Arrival,
            arrival_no=1,
            origin="inbox",
            file_name=f"in/{NASTY}.txt",
            raw_id="0" * 64,
            seen_at=SEEN,
            file_size=1,
            modified_ns=1,
            is_processed=True,
            read_by=None,
        ),
    ),
    (ArticleFile(raw_id="0" * 64, position=0, article_id=ARTICLE, arrival_no=1),),
    (
        record(
            Article,
            article_id=ARTICLE,
            file_name=f"in/{NASTY}.txt",
            source=f"Post {NASTY}",
            headline=f"Headline {NASTY}",
            published_edtf="2026-10-01",
            published_earliest=SEEN.date(),
            published_latest=SEEN.date(),
            text=TEXT,
            body=TEXT[len(NASTY) + 1 :],
            word_count=4,
            first_seen_at=SEEN,
        ),
    ),
    (
        RemovedText(
            article_id=ARTICLE,
            char_start=0,
            char_end=len(NASTY) + 1,
            text=TEXT[: len(NASTY) + 1],
            kind="headline",
            rule="h",
        ),
    ),
    (
        record(
            Quote,
            quote_id="qu_0000000000000001",
            article_id=ARTICLE,
            char_start=0,
            char_end=9,
            text=NASTY,
            is_direct=True,
            verbatim=(NASTY,),
            via=(),
        ),
    ),
    (
        record(
            Event,
            event_id="ev_0000000000000001",
            event_type="SANCTION",
            mode="expel",
            status="occurred",
            actors=(f"Latvia {NASTY}",),
            recipients=("Belarus",),
            actor_countries=("LVA",),
            recipient_countries=("BLR",),
            place=NASTY,
            date_edtf="2026-10-01",
            date_earliest=SEEN.date(),
            date_latest=SEEN.date(),
            article_count=1,
            independent_source_count=1,
            summary=f"Summary {NASTY}",
        ),
    ),
    (
        record(
            QuarantineItem,
            item_id="qr_0000000000000001",
            file_name=f"{NASTY}.json",
            stage="read",
            reason="broken JSON line",
            detail=NASTY,
            fix="Export the record again.",
            seen_at=SEEN,
        ),
    ),
)


def check(name: str, *, passed: bool, severity: str = "warn") -> Check:
    return Check(
        release_id=RELEASE,
        layer="great_expectations",
        table_name="articles",
        check_name=name,
        severity=severity,
        passed=passed,
        observed=f"observed by {name}",
        expected="what should be",
    )


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with one release of one article, every text of which tries to break out of the page."""
    home = Home(tmp_path / "it's home")
    checks = [check("ids are unique", passed=True, severity="error"), check("volume against history", passed=False)]
    release = record(
        Release,
        release_id=RELEASE,
        published_at=SEEN,
        run_id="run_1",
        code_version="dragoman-0",
        input_hash="0" * 16,
        release_no=1,
        articles=1,
        events=1,
        checks_passed=1,
        checks_failed=1,
    )
    with WorkingStore(home.store) as store:
        for records in RECORDS:
            store.append_records(records)
        build_release(store, home.releases.staged(RELEASE), Position(RELEASE, 1, None))
    finish_release(home.releases.staged(RELEASE), release, checks, [], None, code_changed=False)
    publish_release(home.releases, RELEASE)
    return home


@pytest.fixture
def nasty() -> str:
    return NASTY


@pytest.fixture
def run_result() -> Callable[..., RunResult]:
    return _run_result


@pytest.fixture
def held() -> Held:
    """An audit that found a row of the article wrong."""
    failed = check("mentions are spans of their article", passed=False, severity="error")
    return Held(failed, (Offender("mt_0000000000000007", f"[3:9]: {NASTY}", (ARTICLE,)),), (ARTICLE,))


def _run_result(status: Any = "published", **values: Any) -> RunResult:
    base: dict[str, Any] = {
        "run_id": "run_1",
        "status": status,
        "release_id": RELEASE,
        "files": 2,
        "articles_new": 1,
        "articles_unchanged": 0,
        "quarantined": 1,
        "events": 1,
        "seconds": {"ingest": 0.1, "check": 0.4, "total": 0.5},
    }
    return RunResult(**(base | values))
