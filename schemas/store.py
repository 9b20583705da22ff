"""Tables of the working store alone: which files arrived when, what was read from them, and how far they have come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Column, table
from schemas.vocabulary import ID_PATTERN


@table("arrivals", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One file seen once: the same name with other bytes, or with another sidecar, is another arrival."""

    arrival_no: Annotated[int, Column(doc="Order of arrival, from 1; kept in the raw packs.", key=True, ge=1)]
    origin: Annotated[str, Column(doc="The folder that was given, or 'inbox'.")]
    file_name: Annotated[str, Column(doc="The file, relative to origin.")]
    raw_id: Annotated[str, Column(doc="SHA-256 of the file's bytes.", pattern=r"[0-9a-f]{64}")]
    sidecar_id: Annotated[str | None, Column(doc="SHA-256 of its sidecar's bytes.", pattern=r"[0-9a-f]{64}")]
    seen_at: Annotated[datetime, Column(doc="When it was seen (UTC).")]
    file_size: Annotated[int, Column(doc="Bytes on disk.", ge=0)]
    modified_ns: Annotated[int, Column(doc="Change time on disk (st_ctime), in nanoseconds.")]
    is_processed: Annotated[bool, Column(doc="Whether all that derives from it is in the store.")]
    read_by: Annotated[str | None, Column(doc="The code that read it and cleaned its articles, as a hash.")]


@table("article_files", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """Which bytes hold which article: a file of many records holds many, and copies hold the same one."""

    raw_id: Annotated[str, Column(doc="SHA-256 of the file's bytes.", key=True)]
    position: Annotated[int, Column(doc="Order inside the file, from 0.", key=True, ge=0)]
    article_id: Annotated[str, Column(doc="The article.", pattern=ID_PATTERN)]
    arrival_no: Annotated[int, Column(doc="The arrival that first brought it.", ge=1)]


@table("derivations", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What was extracted from an article and by what, so that it is extracted anew only where that gives something else."""

    article_id: Annotated[str, Column(doc="The article.", key=True, pattern=ID_PATTERN)]
    paragraphs: Annotated[str, Column(doc="What was parsed: `start:end:kind` in articles.text, with spaces between.")]
    event_words: Annotated[
        str | None,
        Column(doc="The words that event patterns are found by, with spaces between; NULL where extraction failed."),
    ]
    made_by: Annotated[
        str | None, Column(doc="The rules that apply to it, as a hash; NULL where it is to be extracted anew.")
    ]


@table("entity_links", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLink:
    """Which entity an article's own entity was found to be."""

    local_id: Annotated[str, Column(doc="The article's own entity.", key=True, refers_to="local_entities")]
    entity_id: Annotated[str, Column(doc="The entity.", refers_to="entities")]


@table("retractions", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """An article that was withdrawn for good: it stays stored and is never published again."""

    article_id: Annotated[str, Column(doc="The article.", key=True, pattern=ID_PATTERN)]
    reason: Annotated[str, Column(doc="Why, in the words of the person who withdrew it.")]
    retracted_at: Annotated[datetime, Column(doc="When (UTC).")]


@table("exclusions", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """An article that a run was told to leave out, until a later run takes it back in."""

    article_id: Annotated[str, Column(doc="The article.", key=True, pattern=ID_PATTERN)]
    reason: Annotated[str, Column(doc="Why.")]
    excluded_at: Annotated[datetime, Column(doc="When (UTC).")]


@table("pack_marks", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class PackMark:
    """How far into the raw packs the store has come."""

    pack: Annotated[str, Column(doc="The number of the newest pack whose journal the store knows.", key=True)]


@table("store_versions", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class StoreVersion:
    """A version of its tables that the store has had; the highest is the present one."""

    version: Annotated[int, Column(doc="The number of the migration that led to it.", key=True, ge=0)]
