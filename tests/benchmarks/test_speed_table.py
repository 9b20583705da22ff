from pathlib import Path

import pytest
import yaml

from benchmarks.speed.again import add_pattern
from benchmarks.speed.table import Table

PATTERNS = Path(__file__).resolve().parents[2] / "transforms" / "events" / "verbal_conflict.yaml"


def test_verdicts_go_between_the_marks_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n", "utf-8")
    table = Table()
    table.begin("12 articles, 900 words")
    table.judge("memory", "10 MB", "< 20 MB", holds=True)
    assert table.holds
    table.judge("time", "9 s", "< 3 s", holds=False)
    assert not table.holds
    table.write(page)
    table.write(page)
    assert page.read_text("utf-8").splitlines() == [
        "before",
        "<!-- speed -->",
        "| what | got | wanted | |",
        "|---|---|---|---|",
        "| memory, 12 articles | 10 MB | < 20 MB | holds |",
        "| time, 12 articles | 9 s | < 3 s | falls short |",
        "<!-- /speed -->",
        "after",
    ]


def test_a_page_without_the_marks_is_an_error(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no place", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        Table().write(page)


def test_the_pattern_that_is_added_is_one_more_of_the_first_type() -> None:
    before = PATTERNS.read_text("utf-8")
    old, new = yaml.safe_load(before), yaml.safe_load(add_pattern(before))
    first = next(iter(old))
    assert new[first][1:] == old[first]
    assert {**new, first: old[first]} == old
