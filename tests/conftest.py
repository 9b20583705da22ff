from pathlib import Path

import pytest
from spacy.language import Language

from flows.gazetteer import ensure_place_tables
from flows.model import load_model

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def place_tables() -> None:
    ensure_place_tables()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the labelled articles (../shared) are not here")
    return SHARED
