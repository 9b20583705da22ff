"""The project's own inbox, cleaned in order with the furniture memory, against what a careful reader takes from it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture, learn
from transforms.read.document import Rejection
from transforms.read.read_file import read_file

EXAMPLES = Path(__file__).parents[3] / "examples"
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLES / "expected.yaml").read_text("utf-8"))
NOW = datetime(2026, 12, 1, tzinfo=UTC)
ARTICLES = sorted(EXPECTED["articles"])


def _inbox() -> Iterator[tuple[str, CleanedArticle | Rejection]]:
    furniture = Furniture()
    for path in sorted((EXAMPLES / "inbox").iterdir()):
        if path.name.endswith(".meta.json"):
            continue
        sidecar = path.with_name(f"{path.name}.meta.json")
        said = sidecar.read_bytes() if sidecar.exists() else None
        for number, item in enumerate(read_file(path.name, path.read_bytes(), said), 1):
            name = f"{path.name}#{number}" if path.name.endswith(".jsonl") else path.name
            if isinstance(item, Rejection):
                yield path.name, item
                continue
            yield name, clean_document(item, furniture, NOW)
            furniture = learn(furniture, item)


@pytest.fixture(scope="module")
def inbox() -> list[tuple[str, CleanedArticle | Rejection]]:
    return list(_inbox())


@pytest.fixture(scope="module")
def cleaned(inbox: list[tuple[str, CleanedArticle | Rejection]]) -> dict[str, CleanedArticle]:
    return {name: item for name, item in inbox if isinstance(item, CleanedArticle)}


def test_every_file_is_articles_or_a_rejection(inbox: list[tuple[str, CleanedArticle | Rejection]]) -> None:
    assert sorted(name for name, item in inbox if isinstance(item, CleanedArticle)) == ARTICLES
    rejected = {name: f"{item.reason} {item.detail}" for name, item in inbox if isinstance(item, Rejection)}
    assert rejected.keys() == EXPECTED["quarantine"].keys()
    for name, told in rejected.items():
        assert any(word.lower() in told.lower() for word in EXPECTED["quarantine"][name]["reason"]), (name, told)


@pytest.mark.parametrize("name", ARTICLES)
def test_body_and_captions(cleaned: dict[str, CleanedArticle], name: str) -> None:
    expected, result = EXPECTED["articles"][name], cleaned[name]
    text, body = result.article.text, result.article.body
    furniture = EXPECTED["publishers"].get(expected["source"], {}).get("furniture", [])
    captions = expected.get("captions", [])
    pictures = [text[span.char_start : span.char_end] for span in result.paragraphs if span.kind == "caption"]
    assert [said for said in expected["body"] if said not in body] == []
    assert [said for said in (*expected["boilerplate"], *furniture, *captions) if said in body] == []
    assert [said for said in captions if not any(said in picture for picture in pictures)] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_metadata(cleaned: dict[str, CleanedArticle], name: str) -> None:
    expected, article = EXPECTED["articles"][name], cleaned[name].article
    domain = EXPECTED["publishers"].get(expected["source"], {}).get("domain")
    assert article.headline == expected["headline"]
    assert article.published_edtf == expected["published"]
    assert article.source in {expected["source"], domain or expected["source"]}
    assert [who for who in expected.get("byline", []) if who not in (article.byline or "")] == []
