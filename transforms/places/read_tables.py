"""Reads the tab-separated tables that stand beside this code."""

from collections.abc import Iterator
from importlib.resources import files


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by column name; lines that start with `#` are comments, missing last cells are empty."""
    lines = (
        line for line in files(__package__).joinpath(name).read_text("utf-8").splitlines() if line[:1] not in ("#", "")
    )
    header = next(lines).split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
