"""Peers for web pages and for the same pages as plain text."""

import contextlib
import io
import warnings

from benchmarks.quality.published import decode
from benchmarks.quality.rows import FileRows

_LONG = 5
_ENDINGS = tuple(".!?\"'\u201d\u2019")
_NOWHERE = "https://example.org/"


def trafilatura(file: str, raw: bytes) -> FileRows:
    """The text, title, author and date that trafilatura finds."""
    from trafilatura import bare_extraction

    document = bare_extraction(raw, with_metadata=True)
    if document is None or isinstance(document, dict):
        return FileRows(file)
    article = {
        "body": document.text,
        "headline": document.title,
        "byline": document.author,
        "published_edtf": document.date,
    }
    return FileRows(file, article=article)


def newspaper(file: str, raw: bytes) -> FileRows:
    """The text, title, authors and date that newspaper4k finds."""
    with warnings.catch_warnings():
        # It warns at import that an optional package is missing which only its summaries need.
        warnings.simplefilter("ignore")
        from newspaper import Article  # type: ignore[import-untyped]
        from newspaper.exceptions import ArticleException  # type: ignore[import-untyped]

    page = Article(_NOWHERE, fetch_images=False)
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            page.download(input_html=decode(raw))
            page.parse()
    except ArticleException:
        return FileRows(file)
    article = {
        "body": page.text,
        "headline": page.title,
        "byline": ", ".join(page.authors),
        "published_edtf": page.publish_date.date().isoformat() if page.publish_date else None,
    }
    return FileRows(file, article=article)


def htmldate(file: str, raw: bytes) -> FileRows:
    """The date of first publication that htmldate finds."""
    from htmldate import find_date

    return FileRows(file, article={"published_edtf": find_date(decode(raw), original_date=True)})


def keep_long(file: str, raw: bytes) -> FileRows:
    """The line rule of C4 (Raffel et al. 2020): keep lines of at least five words that end in punctuation."""
    text = decode(raw)
    removed, kept, offset = [], [], 0
    for line in text.split("\n"):
        if len(line.split()) >= _LONG and line.rstrip().endswith(_ENDINGS):
            kept.append(line)
        elif line:
            removed.append({"char_start": offset, "char_end": offset + len(line)})
        offset += len(line) + 1
    return FileRows(file, text, {"body": "\n".join(kept)}, removed)
