import sys
from contextlib import closing
from pathlib import Path

import pytest
from homes import MEETING, run, write

from flows import gate
from flows.auditor import Auditor


@pytest.mark.slow
def test_a_process_of_its_own_finds_what_is_found_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    run(tmp_path)
    staged, suite = tmp_path / "curated.duckdb", gate.suite()
    with closing(Auditor()) as here:
        here.begin(articles=1)
        expected = here.audit_release(staged, "rl_x", suite)
    monkeypatch.delitem(sys.modules, "great_expectations")
    with closing(Auditor()) as elsewhere:
        elsewhere.begin(articles=10_000)
        assert elsewhere.audit_release(staged, "rl_x", suite) == expected
    assert len(expected) == len(suite)
