import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from homes import PROJECT, run


@pytest.fixture(scope="session")
def examples_home(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Path:
    """The examples, published. They are published once for all processes of a test run; each has a copy."""
    first = tmp_path_factory.getbasetemp().parent / f"examples-{testrun_uid}"
    with FileLock(f"{first}.lock"):
        if not first.exists():
            result = run(first, PROJECT / "examples" / "inbox")
            assert result.status == "published"
    return shutil.copytree(first, tmp_path_factory.mktemp("examples"), dirs_exist_ok=True)
