"""Audits: queries that list what is wrong with a release, empty when nothing is.

Each file in `audits/` begins with comment lines `-- table:`, `-- severity:`, `-- expects:`; its rows are `row_id`
and `detail`.
"""

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import duckdb

from schemas.catalog import TABLES
from schemas.render.expectations import Expectation
from schemas.table import Table
from warehouse.explain import explained
from warehouse.sql import names_in, sql


@dataclass(frozen=True, slots=True)
class Offender:
    """One row that an audit lists."""

    row_id: str
    detail: str
    article_ids: tuple[str, ...] = ()


def audits() -> list[Expectation]:
    """The audits that span tables, as expectations."""
    return [_audit(name) for name in names_in("audits")]


def offenders(database: Path, check: Expectation, limit: int = 20) -> list[Offender]:
    """The first rows that a check faults, each with the articles that it rests on; none for a check of another kind."""
    rows = _run(database, check, "queries/offenders", [limit])
    return [Offender(str(row_id), str(detail), tuple(ids)) for row_id, detail, ids in rows]


def blamed_articles(database: Path, check: Expectation) -> tuple[str, ...]:
    """Every article that some row rests on which a check faults."""
    return tuple(article_id for (article_id,) in _run(database, check, "queries/blamed_articles", []))


def _run(database: Path, check: Expectation, name: str, parameters: list[object]) -> list[tuple[Any, ...]]:
    query = check.query or check.listing
    if query is None:
        return []
    values = {"query": query, "table": check.table_name, **_articles_of(TABLES[check.table_name])}
    with explained(database), duckdb.connect(database, read_only=True) as connection:
        try:
            return connection.execute(Template(sql(name)).substitute(values), parameters).fetchall()
        except (duckdb.BinderException, duckdb.CatalogException):
            return []  # a table that lacks what the check reads: its observed value says so


def _articles_of(table: Table) -> dict[str, str]:
    """The key of a table's rows, and the relation that gives each key's articles."""
    key = f"concat_ws('|', {', '.join(table.key)})"
    if "article_id" in table.column_names:
        return {"key": key, "relation": table.name}
    relation = {"events": "event_mentions", "entities": "entity_mentions"}.get(table.name)
    return {"key": table.key[0], "relation": relation} if relation else {"key": "''", "relation": "articles"}


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
