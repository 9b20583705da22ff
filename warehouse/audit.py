"""Audits: queries that list what is wrong with a release, empty when nothing is.

Each file in `audits/` begins with comment lines `-- table:`, `-- severity:`, `-- expects:`; its rows are `row_id`
and `detail`.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from schemas.render.expectations import Expectation
from warehouse.sql import names_in, sql


@dataclass(frozen=True, slots=True)
class Offender:
    """One row that an audit lists."""

    row_id: str
    detail: str


def audits() -> list[Expectation]:
    """The audits that span tables, as expectations."""
    return [_audit(name) for name in names_in("audits")]


def offenders(database: Path, query: str, limit: int = 20) -> list[Offender]:
    """The first rows that an audit query lists."""
    with duckdb.connect(database, read_only=True) as connection:
        rows = connection.sql(query).limit(limit).fetchall()
    return [Offender(str(row_id), str(detail)) for row_id, detail in rows]


def _audit(name: str) -> Expectation:
    text = sql(f"audits/{name}")
    header = dict(line[3:].split(": ", 1) for line in text.splitlines() if line.startswith("-- ") and ": " in line)
    severity = header["severity"]
    if severity not in ("error", "warn"):
        raise ValueError(f"audits/{name}.sql: severity is {severity!r}, not error or warn")
    query = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return Expectation(
        table_name=header["table"],
        name=name.replace("_", " "),
        severity="error" if severity == "error" else "warn",
        expected=header["expects"],
        query=query,
    )
