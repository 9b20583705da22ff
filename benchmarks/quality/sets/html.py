"""Web pages: the body's words, the title, the author and the day of publication."""

import re

from benchmarks.quality.measures import bag_f1, mean, share, words
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of

_NAME_SEPARATOR = re.compile(r"\s*(?:[,;&|/\n]|\band\b)\s*", re.IGNORECASE)


def score(gold: Gold, rows: Rows) -> Score:
    """Mean word F1 of `body`; published: the same day; author: any gold name in `byline`; title: the same words."""
    results = [_score_page(item, rows_of(rows, item["file"])) for item in gold]
    metrics = {
        "body_f1": mean(page["body_f1"] for page, _ in results),
        "published": share(page["published"] > 0 for page, _ in results if "published" in page),
        "author": share(page["author"] > 0 for page, _ in results if "author" in page),
        "title": share(page["title"] > 0 for page, _ in results if "title" in page),
    }
    spurious = share(
        _published_day(rows_of(rows, item["file"])) is not None for item in gold if item.get("published") is None
    )
    return Score(known(metrics), known({"dates_where_gold_has_none": spurious}), tuple(miss for _, miss in results))


def _score_page(item: Row, ours: FileRows) -> tuple[dict[str, float], Miss]:
    article = ours.article or {}
    body = article.get("body") or ""
    scores = {"body_f1": bag_f1(item["text"] or "", body)}
    if item.get("published"):
        # Where gold knows no day, the month is asked for.
        scores["published"] = float((_published_day(ours) or "").startswith(item["published"][:10]))
    if item.get("author"):
        scores["author"] = float(is_author_named(item["author"], article.get("byline")))
    if item.get("title"):
        scores["title"] = float(words(item["title"]) == words(article.get("headline") or ""))
    wrong = [name for name, value in scores.items() if not value and name != "body_f1"]
    gold_size, our_size = len(words(item["text"] or "")), len(words(body))
    miss = Miss(
        item["file"],
        mean(scores.values()) or 0.0,
        f"{gold_size} words; " + "; ".join(f"{name}: {item[name]}" for name in wrong),
        f"{our_size} words, F1 {scores['body_f1']:.2f}; "
        + "; ".join(f"{name}: {_value(name, ours)}" for name in wrong),
    )
    return scores, miss


def is_author_named(gold: str, byline: str | None) -> bool:
    """Whether any of the names in `gold` stands in `byline`, whatever the case and the punctuation."""
    printed = f" {' '.join(words(byline or ''))} "
    names = [" ".join(words(name)) for name in _NAME_SEPARATOR.split(gold)]
    return any(name and f" {name} " in printed for name in names)


def _published_day(ours: FileRows) -> str | None:
    edtf = (ours.article or {}).get("published_edtf")
    return edtf[:10] if edtf else None


def _value(name: str, ours: FileRows) -> object:
    column = {"published": "published_edtf", "author": "byline", "title": "headline"}[name]
    return (ours.article or {}).get(column)
