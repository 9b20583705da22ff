"""What the pipeline says of itself: what it held back, what it checked, what it published and what that changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Column, table
from schemas.vocabulary import (
    CAUSE_PATTERN,
    CHANGES,
    CHECK_LAYERS,
    ID_PATTERN,
    SEVERITIES,
    STAGES,
    WITHDRAWAL_REASONS,
)


@table("quarantine")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineItem:
    """One thing that was held back, why, and what would fix it."""

    item_id: Annotated[str, Column(doc="Hash of what was held back and the reason.", key=True, pattern=ID_PATTERN)]
    file_name: Annotated[str, Column(doc="The file it came from.")]
    article_id: Annotated[str | None, Column(doc="The article it belongs to, where one could be read.")]
    stage: Annotated[str, Column(doc="The stage that held it back.", isin=STAGES)]
    reason: Annotated[str, Column(doc="Why, in a few words.")]
    detail: Annotated[str, Column(doc="What exactly was found, and where.")]
    fix: Annotated[str, Column(doc="What a person can do about it.")]
    seen_at: Annotated[datetime, Column(doc="When it was first held back (UTC).")]


@table("checks")
@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of one release with what it found."""

    release_id: Annotated[str, Column(doc="The release that was checked.", key=True, refers_to="releases")]
    layer: Annotated[
        str,
        Column(doc="pandera at the stage boundaries, Great Expectations on the release.", key=True, isin=CHECK_LAYERS),
    ]
    table_name: Annotated[str, Column(doc="The table checked.", key=True)]
    check_name: Annotated[str, Column(doc="What was checked.", key=True)]
    severity: Annotated[str, Column(doc="error holds the release, warn does not.", isin=SEVERITIES)]
    passed: Annotated[bool, Column(doc="Whether it held.")]
    observed: Annotated[str, Column(doc="What was found.")]
    expected: Annotated[str, Column(doc="What should be.")]


@table("releases")
@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One published state of the whole database."""

    release_id: Annotated[
        str, Column(doc="Hash of the published content and the releases before it.", key=True, pattern=ID_PATTERN)
    ]
    release_no: Annotated[int, Column(doc="Order of publication, from 1; the clock may jump, this does not.", ge=1)]
    published_at: Annotated[datetime, Column(doc="When it was put in place (UTC).")]
    run_id: Annotated[str, Column(doc="The run that built it.")]
    code_version: Annotated[
        str,
        Column(
            doc="Version of Dragoman, after + a hash of its rules and word lists, and version of the language model."
        ),
    ]
    input_hash: Annotated[
        str, Column(doc="Hash of what it was made from: a run that finds the same publishes nothing.")
    ]
    articles: Annotated[int, Column(doc="Rows of articles.", ge=0)]
    events: Annotated[int, Column(doc="Rows of events.", ge=0)]
    checks_passed: Annotated[int, Column(doc="Checks that held.", ge=0)]
    checks_failed: Annotated[int, Column(doc="Checks that failed without holding the release back.", ge=0)]


@table("release_changes")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseChange:
    """One row that a release added, changed or removed against the one before."""

    release_id: Annotated[str, Column(doc="The release.", key=True, refers_to="releases")]
    table_name: Annotated[str, Column(doc="The table.", key=True)]
    row_id: Annotated[str, Column(doc="The row's key, its parts joined by '|'.", key=True)]
    change: Annotated[str, Column(doc="What happened to the row.", isin=CHANGES)]
    cause: Annotated[
        str,
        Column(
            doc="Why: new article, code change or correction; of an event that joined another one or came out of one also "
            "which, as in 'new article: merged into EVENT_ID' and 'correction: split from EVENT_ID'.",
            pattern=CAUSE_PATTERN,
        ),
    ]


@table("withdrawn_articles")
@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnArticle:
    """One article that an earlier release had and this one has not, and why; its bytes are still stored."""

    article_id: Annotated[str, Column(doc="The article.", key=True, pattern=ID_PATTERN)]
    file_name: Annotated[str, Column(doc="The file it came from.")]
    source: Annotated[str | None, Column(doc="The publisher.")]
    headline: Annotated[str | None, Column(doc="The headline, as printed.")]
    reason: Annotated[
        str,
        Column(
            doc="superseded by newer bytes of its file, retracted or left out by hand, or missing: read no more.",
            isin=WITHDRAWAL_REASONS,
        ),
    ]
    release_id: Annotated[str, Column(doc="The first release without it.", pattern=ID_PATTERN)]


@table("volumes")
@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How many rows a table had in a release, and how many it had to have: the history for the checks on volume."""

    release_id: Annotated[str, Column(doc="The release.", key=True, pattern=ID_PATTERN)]
    release_no: Annotated[int, Column(doc="Order of publication, from 1.", ge=1)]
    table_name: Annotated[str, Column(doc="The table.", key=True)]
    row_count: Annotated[int, Column(doc="Its rows.", ge=0)]
    former_rows: Annotated[
        int | None, Column(doc="Rows of the release before, of articles that were not withdrawn since.", ge=0)
    ]


@table("source_volumes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceVolume:
    """What a release had of a source: the history for the checks on each source's health."""

    release_id: Annotated[str, Column(doc="The release.", key=True, pattern=ID_PATTERN)]
    release_no: Annotated[int, Column(doc="Order of publication, from 1.", ge=1)]
    source: Annotated[str, Column(doc="The publisher, as in articles.source.", key=True)]
    articles: Annotated[int, Column(doc="Its articles.", ge=1)]
    dated: Annotated[int, Column(doc="Those with a date of publication.", ge=0)]
    headlined: Annotated[int, Column(doc="Those with a headline.", ge=0)]
    words: Annotated[int, Column(doc="Words in their bodies.", ge=0)]
