from pathlib import Path

import pytest
from spacy.language import Language

from flows.gazetteer import ensure_city_table
from flows.model import load_model

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def city_table() -> Path:
    return ensure_city_table()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the labelled articles (../shared) are not here")
    return SHARED
