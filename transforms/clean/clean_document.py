"""A document as read becomes an article: its body, the ledger, the paragraphs worth parsing, and metadata."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.articles import Article, ArticleEvidence, RemovedText
from transforms.clean.about import (
    dateline_of,
    headline_block,
    headline_of,
    language_of,
    printed_headline,
    site_before,
    site_behind,
    source_of,
    without_marks,
    without_site,
)
from transforms.clean.bylines import printed_byline, visible_byline
from transforms.clean.classify import classify
from transforms.clean.date_order import day_first
from transforms.clean.evidence import evidence_of
from transforms.clean.furniture import Furniture
from transforms.clean.kinds import section_in
from transforms.clean.ledger import Verdict, removed_spans
from transforms.clean.model import Judge, load_cleaner
from transforms.clean.page_dates import printed_date, relative_date, visible_date
from transforms.clean.published import enclosing_days, find_date, to_edtf, url_date
from transforms.clean.signatures import byline_in, is_name, signed_line, without_places
from transforms.clean.site import heading_beside_site_title, printed_site
from transforms.datelines import day_end
from transforms.paragraph_span import ParagraphSpan, pieces
from transforms.read.document import Document

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CleanedArticle:
    """An article with its ledger; deleting the removed spans from `article.text` gives exactly `article.body`."""

    article: Article
    removed: tuple[RemovedText, ...]
    paragraphs: tuple[ParagraphSpan, ...]
    evidence: tuple[ArticleEvidence, ...] = ()


def clean_document(
    document: Document, furniture: Furniture, first_seen_at: datetime, judge: Judge | None = None
) -> CleanedArticle:
    """Clean one document. `furniture` is what the source's earlier articles taught; `first_seen_at` is in UTC.

    `judge` gives each block the chance that it is article text; without one, the model that is shipped does.
    """
    metadata = document.metadata
    source = source_of(document)
    title = (
        without_site(html.unescape(html.unescape(metadata.headline)), source, metadata.url)
        if metadata.headline
        else None
    )
    anchor = headline_block(document, title)
    beside = heading_beside_site_title(document, title) if anchor is None else None
    if beside is not None:
        source, anchor, title = source or title, beside, printed_headline(document, beside)
    heading = printed_headline(document, anchor) if anchor is not None and not title else title
    verdicts = classify(document, furniture, source, heading, judge or load_cleaner())
    removed, body = removed_spans(document.article_id, document.text, document.blocks, verdicts)
    language = language_of(body)
    order = day_first(document, language)
    headline = _headline(document, verdicts, title, anchor)
    source = source or _source(document, verdicts, headline)
    published = _published(document, verdicts, anchor, order)
    earliest, latest = enclosing_days(published)
    article = Article(
        article_id=document.article_id,
        file_name=document.file_name,
        source=source,
        url=metadata.url,
        headline=headline,
        byline=_byline(document, verdicts, anchor, source),
        section=_section(document, verdicts),
        language=language,
        published_edtf=published,
        published_earliest=earliest,
        published_latest=latest,
        text=document.text,
        body=body,
        word_count=len(_WORD.findall(body)),
        first_seen_at=first_seen_at,
    )
    evidence = evidence_of(document, article, verdicts, _start(verdicts, anchor), order)
    return CleanedArticle(article, removed, _paragraphs(document, verdicts), evidence)


def _headline(document: Document, verdicts: Sequence[Verdict], title: str | None, anchor: int | None) -> str | None:
    if anchor is not None:
        return headline_of(printed_headline(document, anchor), title)
    headline = title or min(_found(document, verdicts, "headline"), key=len, default=None)
    return without_site(" ".join(headline.split()), None, document.metadata.url) if headline else None


def _source(document: Document, verdicts: Sequence[Verdict], headline: str | None) -> str | None:
    """The name behind a headline that is printed twice, once with ` - Site`, before it in the title, or printed elsewhere."""
    before = site_before(headline, html.unescape(document.metadata.headline or "")) if headline else None
    if before and before in (without_marks(document, block) for block in document.blocks):
        return before
    heads = sorted(_found(document, verdicts, "headline"), key=len)
    behind = site_behind(heads[0], heads[-1]) if len(heads) > 1 else None
    return behind or printed_site(_found(document, verdicts, "boilerplate"))


def _byline(document: Document, verdicts: Sequence[Verdict], anchor: int | None, source: str | None) -> str | None:
    stated = html.unescape(document.metadata.byline or "")
    printed = printed_byline(document, anchor) if anchor is not None else None
    if printed or (stated and is_name(stated)):
        return printed or (byline_in(stated) if ";" in stated else None) or without_places(stated)
    removed = [verdict.kind is not None for verdict in verdicts]
    lines = sorted(_found(document, verdicts, "byline"), key=lambda line: find_date(line) is not None)
    return visible_byline(document, _start(verdicts, anchor), removed, source) or next(
        filter(None, map(signed_line, lines)), None
    )


def _published(document: Document, verdicts: Sequence[Verdict], anchor: int | None, order: bool | None) -> str | None:
    """The date of publication: printed by the headline, stated, printed elsewhere, part of the URL or of the dateline."""
    stated = to_edtf(document.metadata.published, day_first=order)
    # A day in a headline is that of what it tells.
    removed = [verdict.kind not in (None, "caption", "headline") for verdict in verdicts]
    printed = printed_date(document, anchor, removed, day_first=order) if anchor is not None else None
    in_url = url_date(document.metadata.url)
    if stated and not printed and in_url and in_url.startswith(stated):
        return in_url  # "03/10/2023" on a page at /2023/october/03/
    if printed or stated:
        return printed or stated
    visible = visible_date(document, _start(verdicts, anchor), removed, day_first=order)
    shown = visible if in_url is None or (visible and visible.startswith(in_url)) else in_url
    return shown or _dateline_day(document, verdicts) or relative_date(document, _start(verdicts, anchor), removed)


def _dateline_day(document: Document, verdicts: Sequence[Verdict]) -> str | None:
    """The day in the dateline of the first paragraph: "OSLO, 5 March 2026 (Reuters) - …".

    Where a day alone opens the second one too it is a chronicle, with days of what happened.
    """
    opening = [number for number, verdict in enumerate(verdicts) if verdict.kind is None][:2]
    first, *second = [dateline_of(document, number) for number in opening] or [""]
    is_chronicle = bool(day_end(first) and second and day_end(second[0]))
    found = find_date(first) if first and not is_chronicle else None
    return found[0] if found and len(found[0]) == len("2026-03-05") else None


def _start(verdicts: Sequence[Verdict], anchor: int | None) -> int:
    """The block after which an article's particulars stand: its headline, or the one before its first paragraph."""
    if anchor is not None:
        return anchor
    first = next((number for number, verdict in enumerate(verdicts) if verdict.kind in (None, "headline")), 0)
    return first if verdicts and verdicts[first].kind == "headline" else max(0, first - 1)


def _found(document: Document, verdicts: Sequence[Verdict], kind: str) -> list[str]:
    return [
        without_marks(document, block)
        for block, verdict in zip(document.blocks, verdicts, strict=True)
        if verdict.kind == kind
    ]


def _section(document: Document, verdicts: Sequence[Verdict]) -> str | None:
    named = (section_in(line) for line in _found(document, verdicts, "boilerplate"))
    return document.metadata.section or next((name for name in named if name), None)


def _paragraphs(document: Document, verdicts: Sequence[Verdict]) -> tuple[ParagraphSpan, ...]:
    spans: list[ParagraphSpan] = []
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        kind = verdict.kind or ("subhead" if verdict.is_heading else "body")
        if kind in ("body", "headline", "subhead", "caption"):
            text = document.text[block.char_start : block.char_end]
            spans += pieces(block.char_start, text, kind)  # type: ignore[arg-type]
    return tuple(spans)
