"""A small story and a way to clean it, which the tests of cleaning share."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def story() -> list[str]:
    return [
        "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed.",
        "“It will bring the two halves of the town together again,” she told several hundred people on the eastern bank.",
        "Work on the bridge began in the spring of last year and cost 12 million crowns, the town council said.",
        "The council plans to close the ferry, which has carried cars since the flood, at the end of the month.",
    ]


@pytest.fixture(scope="session")
def cleaned() -> Callable[..., CleanedArticle]:
    """`cleaned(text, furniture, sidecar, name)`: the one article of a file, plain text unless the name says otherwise."""

    def clean(
        text: str, furniture: Furniture | None = None, sidecar: dict[str, str] | None = None, name: str = "a.txt"
    ) -> CleanedArticle:
        (document,) = read_file(name, text.encode(), json.dumps(sidecar).encode() if sidecar else None)
        assert isinstance(document, Document)
        return clean_document(document, furniture or Furniture(), NOW)

    return clean
