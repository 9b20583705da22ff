from pathlib import Path

import pytest
from homes import PROJECT, run


@pytest.fixture(scope="session")
def examples_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("examples")
    result = run(home, PROJECT / "examples" / "inbox")
    assert result.status == "published"
    return home
