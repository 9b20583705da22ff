"""`dragoman docs`: the data dictionary."""

import sys

from rich.console import Console
from rich.markdown import Markdown

from flows.errors import UsageError
from schemas.catalog import PUBLISHED, TABLES
from schemas.render.dictionary import dictionary, table_entry


def docs_command(table: str | None) -> int:
    """Print the dictionary: rendered on a terminal, Markdown elsewhere."""
    if table is not None and table not in TABLES:
        raise UsageError(f"there is no table {table!r}; these are: {', '.join(one.name for one in PUBLISHED)}")
    text = dictionary(PUBLISHED) if table is None else table_entry(TABLES[table])
    if sys.stdout.isatty():
        Console().print(Markdown(text))
    else:
        sys.stdout.write(text)
    return 0
