from pathlib import Path

import pytest
from homes import MEETING, STRIKE, run, write

from flows.home import Home
from flows.serve.tables import arrow, run_tables, summary_markdown


def test_arrows_point_at_what_is_unusual() -> None:
    assert arrow(30, 10) == "30 ▲ (usual 10)"
    assert arrow(10, 11) == "10 → (usual 11)"
    assert arrow(2, 10) == "2 ▼ (usual 10)"
    assert arrow(0, 0) == "0 → (usual 0)"
    assert arrow(5, 0) == "5 ▲ (usual 0)"
    assert arrow(5, None) == "5"
    assert arrow(None, 3) == "—"


@pytest.mark.slow
def test_a_source_is_shown_beside_what_it_usually_brings(tmp_path: Path) -> None:
    write(tmp_path, "first.txt", MEETING)
    run(tmp_path)
    for day in (5, 6, 7):
        write(tmp_path, f"strike-{day}.txt", STRIKE.replace("5 October", f"{day} October"))
    result = run(tmp_path)
    tables = run_tables(Home(tmp_path), result)
    assert [(row["new articles"], row["in all"]) for row in tables["sources"]] == [("3 ▲ (usual 1)", 4)]
    assert {row["passed"] for row in tables["checks"]} == {"yes"}
    assert "| New articles | 3 |" in summary_markdown(Home(tmp_path), result)
