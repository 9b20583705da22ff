"""Articles as they were read, and the ledger of what cleaning took out of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from schemas.table import Column, table
from schemas.vocabulary import EDTF_PATTERN, EVIDENCE_FIELDS, ID_PATTERN, REMOVED_KINDS


@table("articles")
@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: the text of a file, or of a record in a file of many, with what is known about its publication."""

    article_id: Annotated[str, Column(doc="Hash of the article's own raw bytes.", key=True, pattern=ID_PATTERN)]
    file_name: Annotated[str, Column(doc="The file it came from, relative to the folder that was given.")]
    source: Annotated[str | None, Column(doc="The publisher: a site's name, or its domain.")]
    url: Annotated[str | None, Column(doc="Where it was published.")]
    headline: Annotated[str | None, Column(doc="The headline, as printed.")]
    byline: Annotated[str | None, Column(doc="Who signs it: people or agencies, as printed.")]
    section: Annotated[str | None, Column(doc="The section of the paper or site.")]
    language: Annotated[str | None, Column(doc="ISO 639-1 code of the body's language.", pattern=r"[a-z]{2,3}")]
    published_edtf: Annotated[
        str | None, Column(doc="When it was published, as EDTF; never the crawl date.", pattern=EDTF_PATTERN)
    ]
    published_earliest: Annotated[date | None, Column(doc="First day that published_edtf can mean.", ge="1700-01-01")]
    published_latest: Annotated[date | None, Column(doc="Last day that published_edtf can mean.", ge="1700-01-01")]
    text: Annotated[str, Column(doc="All the visible text of the file, decoded; every span points into it.")]
    body: Annotated[str, Column(doc="text without the spans that removed_text lists.")]
    word_count: Annotated[int, Column(doc="Words in body (runs of letters, digits and underscores).", ge=0)]
    first_seen_at: Annotated[datetime, Column(doc="When Dragoman first saw these bytes (UTC).")]


@table("removed_text")
@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedText:
    """One span that is in an article's text and not in its body, with the rule that took it out.

    A span runs up to the next one that is kept, white space included, so that text without these spans is exactly body.
    """

    article_id: Annotated[str, Column(doc="The article.", key=True, refers_to="articles")]
    char_start: Annotated[int, Column(doc="First code point of the span in articles.text.", key=True, ge=0)]
    char_end: Annotated[int, Column(doc="One past the last code point of the span.", ge=0)]
    text: Annotated[str, Column(doc="The span itself.", slices="articles.text")]
    kind: Annotated[str, Column(doc="What the span is.", isin=REMOVED_KINDS)]
    rule: Annotated[str, Column(doc="The rule that recognized it.")]


@table("article_evidence")
@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEvidence:
    """What an article's headline, byline and date of publication rest on: one row for each value and basis.

    The byline's people and agencies stand apart here, and so do the agencies that credit lines around the body name.
    """

    article_id: Annotated[str, Column(doc="The article.", key=True, refers_to="articles")]
    field: Annotated[str, Column(doc="What is told of the article.", key=True, isin=EVIDENCE_FIELDS)]
    value: Annotated[str, Column(doc="Its value: a headline, one name, a date as EDTF.", key=True)]
    basis: Annotated[
        str,
        Column(
            doc="page (printed on it), dateline, url, or the tag or field that states it, such as meta pubdate.",
            key=True,
        ),
    ]
    text: Annotated[str, Column(doc="What is printed or stated there.")]
    char_start: Annotated[int | None, Column(doc="First code point in articles.text, if printed on the page.", ge=0)]
    char_end: Annotated[int | None, Column(doc="One past the last code point.", ge=0)]
