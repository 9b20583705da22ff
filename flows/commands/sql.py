"""`dragoman sql`: queries on the published database, as a table, CSV, JSON, Markdown or Parquet."""

import csv
import io
import json
import os
import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.counted import counted
from flows.errors import UsageError
from flows.home import Home
from warehouse.curated import Curated, QueryResult
from warehouse.errors import QueryError

_FORMATS = ("table", "csv", "json", "markdown")
_READABLE_WIDTH = 21  # characters of a word that a column keeps whole, which a range of days has
_NARROW_WIDTH = 6  # … where the terminal is narrow
_ID = re.compile(r"[a-z]{2}_[0-9a-f]{16}")
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}.*")
_PIPE_WIDTH = 100
_BY_SUFFIX = {".parquet": "parquet", ".csv": "csv", ".json": "json", ".md": "markdown", ".txt": "table"}


def sql_command(home: Home, query: str | None, output_format: str | None, output: Path | None) -> int:
    """Run a query, or read queries from a prompt, one for a file from stdin; gives the exit code."""
    if output_format not in (*_FORMATS, None):
        raise UsageError(f"--format is one of {', '.join(_FORMATS)}, not {output_format!r}")
    file_format = _file_format(output, output_format) if output else None
    with Curated(home.releases.current) as curated:
        if query is None and output is None:
            return _prompt(curated, output_format or "table")
        if query is None:
            query = sys.stdin.read()
        if output is None or file_format is None:
            _print(curated.query(query), output_format or "table")
        elif file_format == "parquet":
            curated.write_parquet(query, output)
        else:
            output.write_text(render(curated.query(query), file_format), "utf-8")
    return 0


def _file_format(output: Path, output_format: str | None) -> str:
    """The format that a file's name and --format ask for together. Raises UsageError where they differ, or say nothing."""
    of_name = _BY_SUFFIX.get(output.suffix.lower())
    if of_name and output_format not in (of_name, None):
        raise UsageError(f"{output.name} is no file for --format {output_format}: leave one of both out")
    if not of_name and not output_format:
        known = ", ".join(_BY_SUFFIX)
        raise UsageError(f"{output.name} does not say in which format: name it {known}, or add --format")
    return of_name or output_format or ""


def render(result: QueryResult, output_format: str) -> str:
    """A query's result as text in one of the formats, a line break at the end."""
    if output_format == "csv":
        return _csv(result)
    if output_format == "json":
        rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1, default=_plain) + "\n"
    if output_format == "markdown":
        return _markdown(result)
    buffer = io.StringIO()
    width = max(_PIPE_WIDTH, _with_gaps(_least_widths(result)))
    print_rows(Console(file=buffer, width=width), result)
    return buffer.getvalue()


def _print(result: QueryResult, output_format: str) -> None:
    if output_format == "table":
        console = Console()
        # A pipe has no width of its own; tables are made to be read at this one, and are wider where a word would break.
        if not console.is_terminal and "COLUMNS" not in os.environ:
            console = Console(width=max(_PIPE_WIDTH, _with_gaps(_least_widths(result))))
        print_rows(console, result)
        return
    sys.stdout.write(render(result, output_format))


def _prompt(curated: Curated, output_format: str) -> int:
    """Read statements that end in ';' until end of input, `.quit` or `exit`."""
    interactive = sys.stdin.isatty()
    if interactive:
        import readline  # noqa: F401 - line editing and history for input()

        Console().print("SQL on the published database, read-only; end a query with ';', leave with .quit or Ctrl-D")
    statement = ""
    failed = False
    while True:
        try:
            line = input(("dragoman> " if not statement else "     ...> ") if interactive else "")
        except EOFError:
            break
        if not statement and line.strip() in (".quit", "exit", "quit"):
            break
        statement += line + "\n"
        if statement.strip().endswith(";"):
            failed = not _answer(curated, statement, output_format) or failed
            statement = ""
    if statement.strip():
        failed = not _answer(curated, statement, output_format) or failed
    return 1 if failed and not interactive else 0


def _answer(curated: Curated, statement: str, output_format: str) -> bool:
    try:
        _print(curated.query(statement), output_format)
    except QueryError as error:
        Console(stderr=True).print(str(error), markup=False, highlight=False, style="red")
        return False
    return True


def print_rows(console: Console, result: QueryResult) -> None:
    """The rows as a table, or below each other where the console is too narrow for their columns."""
    least = _least_widths(result)
    if _with_gaps(least) > console.width:
        least = _narrow_widths(result, least)
    if _with_gaps(least) > console.width and len(least) > 1:
        _print_records(console, result)
    else:
        console.print(_table(result, _fitted(_full_widths(result), least, console.width)))
    console.print(counted(len(result.rows), "row"), style="italic")


def _fitted(widths: list[int], least: list[int], room: int) -> list[int]:
    """The widths, the widest made narrower until they fit, or are the least."""
    fitted = [min(width, room) for width in widths]
    while _with_gaps(fitted) > room:
        spare = [number for number, width in enumerate(fitted) if width > least[number]]
        if not spare:
            break
        fitted[max(spare, key=fitted.__getitem__)] -= 1
    return fitted


def _print_records(console: Console, result: QueryResult) -> None:
    names = max(map(len, result.columns))
    for number, row in enumerate(result.rows, 1):
        console.print(Rule(f"row {number}", align="left", style="dim"))
        record = Table.grid(padding=(0, 2, 0, 0))
        record.add_column(style="bold", min_width=names, no_wrap=True)
        record.add_column(overflow="fold")
        for name, value in zip(result.columns, row, strict=True):
            record.add_row(Text(name), Text(_cell(value)))
        console.print(record)


def _table(result: QueryResult, widths: list[int]) -> Table:
    """The result as a table with columns of these widths."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for position, name in enumerate(result.columns):
        values = [row[position] for row in result.rows if row[position] is not None]
        numeric = bool(values) and all(isinstance(value, int | float) for value in values)
        table.add_column(
            Text(name), justify="right" if numeric else "left", overflow="fold", width=max(1, widths[position])
        )
    for row in result.rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    return table


def _with_gaps(widths: list[int]) -> int:
    """The width of a table of such columns: a space after each, and one between two."""
    return sum(widths) + 2 * len(widths) - 1


def _full_widths(result: QueryResult) -> list[int]:
    """For each column the length of its longest line."""
    lines = ((line for row in result.rows for line in _cell(row[p]).split("\n")) for p in range(len(result.columns)))
    return [max(cell_len(name), *map(cell_len, column), 0) for name, column in zip(result.columns, lines, strict=True)]


def _least_widths(result: QueryResult) -> list[int]:
    """For each column the length of its longest word, or of its name, up to a bound."""
    widths = []
    for position, name in enumerate(result.columns):
        words = (word for row in result.rows for word in _cell(row[position]).split())
        widths.append(max(len(name), min(max(map(len, words), default=0), _READABLE_WIDTH)))
    return widths


def _narrow_widths(result: QueryResult, widths: list[int]) -> list[int]:
    """Widths that keep ids, numbers and days whole, and the beginnings of other words."""
    found = []
    for position, width in enumerate(widths):
        cells = [_cell(row[position]) for row in result.rows if row[position] is not None]
        is_number = all(isinstance(row[position], int | float | None) for row in result.rows)
        if cells and (is_number or all(map(_ID.fullmatch, cells))):
            found.append(width)
        else:
            is_day = any(map(_DAY.fullmatch, cells))
            found.append(min(width, len("2026-03-05") if is_day else _NARROW_WIDTH))
    return found


def _csv(result: QueryResult) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([_cell(value) for value in row] for row in result.rows)
    return buffer.getvalue()


def _markdown(result: QueryResult) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"

    head = line(list(result.columns)) + "|" + "---|" * len(result.columns) + "\n"
    return head + "".join(line([_cell(value) for value in row]) for row in result.rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
