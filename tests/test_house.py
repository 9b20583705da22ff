import subprocess
import sys
from pathlib import Path

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
