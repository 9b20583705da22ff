import pytest

from benchmarks.quality.rows import FileRows, Row, Score
from benchmarks.quality.sets import html, text
from benchmarks.quality.sets.html import is_author_named
from benchmarks.quality.sets.text import kept_lines

PAGE = {
    "file": "a.html",
    "title": "Ferry runs aground",
    "author": "Ana Soto, Wire Desk",
    "published": "2024-03-02",
    "text": "A ferry ran aground on Monday. Nobody was hurt.",
}


def page(**article: object) -> dict[str, FileRows]:
    return {"a.html": FileRows("a.html", article=article)}


def test_gold_fed_back_is_perfect() -> None:
    ours = page(
        body=PAGE["text"], headline="FERRY RUNS AGROUND!", byline="By Ana Soto", published_edtf="2024-03-02T10:00:00Z"
    )
    assert html.score([PAGE], ours).metrics == {"body_f1": 1.0, "published": 1.0, "author": 1.0, "title": 1.0}


def test_nothing_published_is_zero() -> None:
    assert html.score([PAGE], {}).metrics == {"body_f1": 0.0, "published": 0.0, "author": 0.0, "title": 0.0}


def test_a_month_is_not_the_day() -> None:
    ours = page(body="ferry", headline=None, byline="Ana Sotomayor", published_edtf="2024-03")
    scored = html.score([PAGE], ours)
    assert scored.metrics["published"] == scored.metrics["author"] == scored.metrics["title"] == 0.0
    # 1 word of ours, 9 of gold, 1 in common.
    assert scored.metrics["body_f1"] == pytest.approx(2 * 1 / 10)


def test_what_gold_does_not_say_is_not_measured() -> None:
    gold = {**PAGE, "author": None, "published": None}
    scored = html.score(
        [gold], page(body=PAGE["text"], headline=PAGE["title"], byline="X", published_edtf="2024-01-01")
    )
    assert scored.metrics == {"body_f1": 1.0, "title": 1.0}
    assert scored.figures == {"dates_where_gold_has_none": 1.0}
    assert html.score([], {}) == Score({})


@pytest.mark.parametrize(
    ("gold", "byline", "expected"),
    [
        ("José Pérez and Li Na", "by LI NA", True),
        ("José Pérez", "JOSÉ PÉREZ, Madrid", True),
        ("Ann Li", "Joann Li", False),
        ("Ann Li", None, False),
        ("Alessandra Rossi", "Rossi", False),
    ],
)
def test_authors(gold: str, byline: str | None, expected: bool) -> None:
    assert is_author_named(gold, byline) is expected


RAW = "Menu\nThe boat sank. ✔\n\nShare this\nÜber all, calm.\n"
LINES = {"file": "a.txt", "keep": [2, 5], "drop": [1, 4], "text": "The boat sank. ✔\nÜber all, calm."}


def removed(*parts: str) -> list[Row]:
    return [{"char_start": RAW.index(part), "char_end": RAW.index(part) + len(part)} for part in parts]


def lines(body: str, spans: list[Row]) -> dict[str, FileRows]:
    return {"a.txt": FileRows("a.txt", RAW, {"body": body}, spans)}


def test_lines_fed_back_are_perfect() -> None:
    scored = text.score([LINES], lines(LINES["text"], removed("Menu\n", "Share this\n")))
    assert scored.metrics == {"line_precision": 1.0, "line_recall": 1.0, "line_f1": 1.0, "body_f1": 1.0}


def test_nothing_removed_keeps_all_judged_lines() -> None:
    scored = text.score([LINES], lines(RAW, []))
    assert scored.metrics["line_precision"] == 0.5
    assert scored.metrics["line_recall"] == 1.0
    # 6 words of gold, 9 of ours.
    assert scored.metrics["body_f1"] == pytest.approx(2 * 6 / (6 + 9))


def test_an_article_that_is_missing_keeps_nothing() -> None:
    assert text.score([LINES], {"a.txt": FileRows("a.txt", RAW)}).metrics["line_f1"] == 0.0
    assert text.score([], {}).metrics == {}


def test_overlapping_and_partial_removals() -> None:
    ours = FileRows("a.txt", RAW, {}, removed("The boat", "boat sank", "Über"))
    # Of line 2 the words but not the mark are gone; of line 5 less than half.
    assert kept_lines(ours) == {1, 4, 5}


def test_lines_end_at_line_feeds_only() -> None:
    assert kept_lines(FileRows("a", "one\u2028two\x0cthree\nfour", {})) == {1, 2}
