"""What an article's metadata rests on: the tags that state it, and the places where the page prints it."""

from collections.abc import Iterator, Sequence

from schemas.articles import Article, ArticleEvidence
from transforms.clean.about import dateline_of, similarity
from transforms.clean.kinds import agencies_in, is_agency, names_in_byline
from transforms.clean.ledger import Verdict
from transforms.clean.page_dates import dates_in
from transforms.clean.published import find_date, to_edtf, url_date
from transforms.clean.relative_dates import relative_day
from transforms.read.document import Document

_SAME = 0.75
_LONGEST = 300
Found = tuple[str, str, str, str, int | None, int | None]  # field, value, basis, text, char_start, char_end


def evidence_of(
    document: Document, article: Article, verdicts: Sequence[Verdict], anchor: int, order: bool | None = None
) -> tuple[ArticleEvidence, ...]:
    """Every witness for headline, byline and date of publication; `anchor` is at or near the headline.

    One row for each value and basis; of the places where a page prints a value, the one nearest to the headline.
    """
    near = sorted(
        (
            number
            for number, verdict in enumerate(verdicts)
            if verdict.kind not in (None, "caption") or number == anchor
        ),
        key=lambda number: (abs(number - anchor), number),
    )
    rows: dict[tuple[str, str, str], ArticleEvidence] = {}
    for found in (
        *_headline(document, article),
        *_signed(document, article, near),
        *_published(document, article, near, order),
    ):
        field, value, basis, text, start, end = found
        row = ArticleEvidence(
            article_id=article.article_id,
            field=field,
            value=value,
            basis=basis,
            text=text,
            char_start=start,
            char_end=end,
        )
        rows.setdefault((field, value, basis), row)
    return tuple(rows[key] for key in sorted(rows))


def _headline(document: Document, article: Article) -> Iterator[Found]:
    headline, stated = article.headline, document.metadata.headline
    if not headline:
        return
    if stated and similarity(headline, stated) >= _SAME:
        yield "headline", headline, document.metadata.tags.get("headline", "stated"), stated, None, None
    for block in document.blocks:
        line = document.text[block.char_start : block.char_end]
        if headline in line and len(line) <= _LONGEST:
            yield "headline", headline, "page", headline, *_span(block.char_start + line.index(headline), headline)
            return


def _signed(document: Document, article: Article, near: Sequence[int]) -> Iterator[Found]:
    """The people and the agencies of the byline, and the agencies that credit lines outside the body name."""
    stated = document.metadata.byline or ""
    for name in names_in_byline(article.byline or ""):
        field = "agency" if is_agency(name) or name == article.source else "person"
        if name in stated:
            yield field, name, document.metadata.tags.get("byline", "stated"), stated, None, None
        for start, line in _lines(document, near):
            if name in line:
                yield field, name, "page", name, *_span(start + line.index(name), name)
                break
    for start, line in _lines(document, near):
        for at, agency in agencies_in(line):
            yield "agency", agency, "page", agency, *_span(start + at, agency)


def _published(document: Document, article: Article, near: Sequence[int], order: bool | None) -> Iterator[Found]:
    published, metadata = article.published_edtf, document.metadata
    if not published:
        return
    if metadata.published and to_edtf(metadata.published, day_first=order) == published:
        yield "published", published, metadata.tags.get("published", "stated"), metadata.published, None, None
    if metadata.url and url_date(metadata.url) == published:
        yield "published", published, "url", metadata.url, None, None
    for start, line in _lines(document, near):
        relative = relative_day(line, metadata.fetched_at)
        for edtf, first, last in (*dates_in(line, day_first=order), *([relative] if relative else [])):
            if edtf == published:
                yield "published", published, "page", line[first:last], *_span(start + first, line[first:last])
                return
    for number, block in enumerate(document.blocks):
        found = find_date(dateline_of(document, number))
        if found and found[0] == published:
            printed = document.text[block.char_start + found[1] : block.char_start + found[2]]
            yield "published", published, "dateline", printed, *_span(block.char_start + found[1], printed)
            return


def _lines(document: Document, near: Sequence[int]) -> Iterator[tuple[int, str]]:
    for number in near:
        block = document.blocks[number]
        if block.char_end - block.char_start <= _LONGEST:
            yield block.char_start, document.text[block.char_start : block.char_end]


def _span(start: int, text: str) -> tuple[int, int]:
    return start, start + len(text)
