"""The CLI reference, rendered from the commands themselves: `python -m flows.render_cli` writes docs/cli.md."""

import sys
from pathlib import Path

import typer
from typer.core import TyperGroup

from flows.cli import app

_TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli.md"


def cli_reference() -> str:
    """A Markdown page with every command, its arguments, its options and their defaults."""
    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError("the command line has no commands")
    parts = [f"# Command line\n\n{group.help}\n\n{_PREAMBLE}"]
    for name in sorted(group.commands):
        command = group.commands[name]
        context = typer.Context(command, info_name=f"dragoman {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        rows = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
        table = "".join(f"| `{_cell(option)}` | {_cell(text)} |\n" for option, text in rows)
        parts.append(
            f"## dragoman {name}\n\n{command.help}\n\n    dragoman {name} {usage}\n\n| | |\n|---|---|\n{table}"
        )
    return "\n".join(parts)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


_PREAMBLE = """\
Rendered from the code by `make render`. Exit codes: 0 done; 1 the run failed, or the gate held the release back; 2 wrong usage.
Errors are one sentence on stderr with what to do next; `--debug` adds the traceback.
"""


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if not _TARGET.exists() or _TARGET.read_text("utf-8") != cli_reference():
            sys.exit(f"{_TARGET.name} is stale: run `make render`")
    else:
        _TARGET.parent.mkdir(exist_ok=True)
        _TARGET.write_text(cli_reference(), "utf-8")
