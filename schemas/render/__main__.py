"""Write what is rendered from the declarations, or check that the committed files are up to date.

`python -m schemas.render` writes; `python -m schemas.render --check` exits 1 and names what is stale.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from schemas.catalog import KEY_OF, PUBLISHED, TABLES
from schemas.render.ddl import create_table
from schemas.render.dictionary import dictionary
from schemas.render.expectations import expectations
from schemas.views import VIEWS

_PROJECT = Path(__file__).resolve().parents[2]


def rendered_files() -> Iterator[tuple[Path, str]]:
    """Every rendered file, relative to the project, with its content."""
    for table in TABLES.values():
        yield Path("warehouse/ddl") / f"{table.name}.sql", create_table(table)
    for table in PUBLISHED:
        suite = [asdict(expectation) for expectation in expectations(table, KEY_OF)]
        text = json.dumps(suite, indent=1, ensure_ascii=False) + "\n"
        yield Path("warehouse/expectations") / f"{table.name}.json", text
    yield Path("docs/data-dictionary.md"), dictionary(PUBLISHED, VIEWS.values())


def stale_files(project: Path = _PROJECT) -> list[Path]:
    """The rendered files that are missing, differ from what would be rendered now, or are no longer rendered."""
    wanted = dict(rendered_files())
    stale = [path for path, text in wanted.items() if _content(project / path) != text]
    present = {path.relative_to(project) for path in (project / "warehouse").glob("ddl/*.sql")}
    present |= {path.relative_to(project) for path in (project / "warehouse").glob("expectations/*.json")}
    return stale + sorted(present - wanted.keys())


def _content(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def main(arguments: list[str]) -> int:
    """Write, or check with `--check`; gives the exit code."""
    if arguments == ["--check"]:
        stale = stale_files()
        for path in stale:
            sys.stderr.write(f"{path} is stale: run `python -m schemas.render`\n")
        return 1 if stale else 0
    for path in stale_files():
        (_PROJECT / path).unlink(missing_ok=True)
    for path, text in rendered_files():
        target = _PROJECT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
