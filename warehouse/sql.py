"""The project's SQL, one object a file, read from beside this module."""

from functools import cache
from importlib.resources import files


@cache
def sql(path: str) -> str:
    """The text of `warehouse/PATH.sql`. Raises FileNotFoundError for a name that is not there."""
    return files("warehouse").joinpath(f"{path}.sql").read_text("utf-8")


def names_in(folder: str) -> list[str]:
    """The names of the .sql files in `warehouse/FOLDER`, sorted."""
    return sorted(
        item.name.removesuffix(".sql")
        for item in files("warehouse").joinpath(folder).iterdir()
        if item.name.endswith(".sql")
    )
