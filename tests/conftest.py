import os
from pathlib import Path

import hypothesis
import pytest
from spacy.language import Language

from flows.gazetteer import ensure_place_tables
from flows.model import load_model

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

# A busy machine fails no test; where a failure stops a change, the examples are the same each time.
hypothesis.settings.register_profile("dragoman", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("dragoman")


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
