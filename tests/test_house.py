import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.render_cli import cli_reference
from schemas.render.__main__ import stale_files

PROJECT = Path(__file__).resolve().parent.parent


def test_layers_import_only_downwards() -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_the_cli_reference_is_up_to_date() -> None:
    assert (PROJECT / "docs" / "cli.md").read_text("utf-8") == cli_reference()


def test_rendered_files_are_up_to_date() -> None:
    assert stale_files() == []


def _word_lists(data: Any, key: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a data file with the keys that lead to them; some are one text with commas."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _word_lists(value, f"{key}/{name}")
    elif isinstance(data, list):
        yield key, [word for word in data if isinstance(word, str)]
        for value in data:
            if not isinstance(value, str):
                yield from _word_lists(value, key)
    elif isinstance(data, str) and data.count(", ") > 2:
        yield key, [word.strip() for word in data.split(",")]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.name) for path in sorted((PROJECT / "transforms").rglob("*.yaml"))]
)
def test_no_word_list_has_a_word_twice(path: Path) -> None:
    lists = _word_lists(yaml.safe_load(path.read_text("utf-8")))
    twice = {key: [word for word, count in Counter(words).items() if count > 1] for key, words in lists}
    assert {key: words for key, words in twice.items() if words} == {}


@pytest.mark.parametrize("place", ["last", "first"])
def test_a_word_tells_one_kind_of_name(place: str) -> None:
    cues = yaml.safe_load((PROJECT / "transforms/entities/data/name_cues.yaml").read_text("utf-8"))
    kinds = ("ORG", "LAW", "EVENT", "PLACE", "OTHER")
    told = Counter(word for kind in kinds for word in cues[kind][place])
    assert [word for word, count in told.items() if count > 1] == []
