"""What the README shows of a run and of queries, printed anew: `python -m benchmarks.render_readme`.

Between the marks of `demo` stands what `make demo` prints; below each query between the marks of `queries`, its answer.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[1]
_README = _PROJECT / "README.md"
_DEMO = re.compile(r"(<!-- demo -->\n.*?\n\n).*?(<!-- /demo -->\n)", re.DOTALL)
_QUERIES = re.compile(r"(?<=<!-- queries -->\n).*?(?=<!-- /queries -->\n)", re.DOTALL)
_ANSWERED = re.compile(r"(```sql\n((?:[^`][^\n]*\n)+)```\n)\n(?: {4}[^\n]*\n|\n(?= {4}))*")


def main() -> None:
    """Run the demo in a new folder and write what it prints into the README."""
    recipe = (_PROJECT / "Makefile").read_text("utf-8")
    (timeline,) = re.findall(r"dragoman sql \"(from timeline[^\"]*)\"", recipe)
    with tempfile.TemporaryDirectory() as folder:
        ran = _dragoman(folder, "run", str(_PROJECT / "examples" / "inbox"))
        page = _README.read_text("utf-8")
        printed = _indented(ran + "\n" + _dragoman(folder, "sql", timeline))
        page = _DEMO.sub(lambda match: f"{match[1]}{printed}{match[2]}", page)
        page = _QUERIES.sub(lambda match: _ANSWERED.sub(lambda asked: _answered(folder, asked), match[0]), page)
    _README.write_text(page, "utf-8")


def _answered(folder: str, asked: re.Match[str]) -> str:
    return f"{asked[1]}\n{_indented(_dragoman(folder, 'sql', asked[2]))}"


def _dragoman(folder: str, *arguments: str) -> str:
    program = [sys.executable, "-c", "from flows.cli import main; main()", *arguments, "--home", "demo"]
    environment = {**os.environ, "PYTHONPATH": str(_PROJECT)}
    return subprocess.run(  # noqa: S603 - our own command
        program, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def _indented(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.strip("\n").splitlines())


if __name__ == "__main__":
    main()
