"""`dragoman docs`: the data dictionary."""

import sys

from rich.console import Console
from rich.markdown import Markdown

from flows.errors import UsageError
from schemas.catalog import PUBLISHED, TABLES
from schemas.render.dictionary import dictionary, table_entry, view_entry
from schemas.views import VIEWS


def docs_command(table: str | None) -> int:
    """Print the dictionary: rendered on a terminal, Markdown elsewhere."""
    if table is None:
        text = dictionary(PUBLISHED, VIEWS.values())
    elif table in VIEWS:
        text = view_entry(VIEWS[table])
    elif table in TABLES:
        text = table_entry(TABLES[table])
    else:
        known = (*VIEWS, *(one.name for one in PUBLISHED))
        raise UsageError(f"there is no table {table!r}; these are: {', '.join(known)}")
    if sys.stdout.isatty():
        Console().print(Markdown(text))
    else:
        sys.stdout.write(text)
    return 0
