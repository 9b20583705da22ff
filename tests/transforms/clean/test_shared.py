"""The labelled articles beside the project: floors that only a visible change may lower."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document, Rejection
from transforms.read.read_file import read_file

NOW = datetime(2026, 1, 1, tzinfo=UTC)
GOLD_KINDS = {
    "headline": "headline",
    "subheads": "subhead",
    "captions": "caption",
    "credits": "credit",
    "byline": "byline",
    "boilerplate": "boilerplate",
    "body": "body",
}


def cleaned(path: Path) -> CleanedArticle:
    (document,) = read_file(path.name, path.read_bytes())
    assert isinstance(document, Document)
    return clean_document(document, Furniture(), NOW)


def kinds_of_lines(result: CleanedArticle) -> dict[int, str]:
    text = result.article.text
    kinds: dict[int, str] = {}
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        start = offset + len(line) - len(line.lstrip())
        offset += len(line) + 1
        if line.strip():
            removed = (row.kind for row in result.removed if row.char_start <= start < row.char_end)
            kinds[number] = next(removed, "body")
    return kinds


@pytest.mark.shared
def test_every_line_of_the_sample_articles_is_as_in_the_gold(shared: Path) -> None:
    gold = yaml.safe_load((shared / "gold" / "articles.yaml").read_text("utf-8"))["articles"]
    for name, said in gold.items():
        expected = {line: kind for key, kind in GOLD_KINDS.items() for line in said.get(key) or ()}
        assert kinds_of_lines(cleaned(shared / "articles" / name)) == expected, name


@pytest.mark.shared
def test_every_broken_file_is_articles_or_a_reason(shared: Path) -> None:
    for path in sorted((shared / "eval" / "bad").iterdir()):
        items = list(read_file(path.name, path.read_bytes()))
        assert items, path.name
        for item in items:
            if isinstance(item, Rejection):
                assert item.reason
                assert item.fix
            else:
                clean_document(item, Furniture(), NOW)
