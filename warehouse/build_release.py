"""Building a release: a new file beside the published one, with all that its audit needs, then its own rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from string import Template

import duckdb

from schemas.catalog import PUBLISHED, TABLES
from schemas.operations import Check, Release
from schemas.render.ddl import comment_on_view
from schemas.render.frames import to_frame
from schemas.table import Table
from schemas.views import VIEWS
from warehouse.errors import ReleaseDamagedError
from warehouse.explain import explained
from warehouse.raw_store import sync_file
from warehouse.release import discard
from warehouse.sql import names_in, sql
from warehouse.store import WorkingStore

# Tables that tell of the pipeline itself; a release's changes are changes of the others.
_OPERATIONS = (
    "quarantine",
    "checks",
    "releases",
    "release_changes",
    "withdrawn_articles",
    "volumes",
    "source_volumes",
)
_CONTENT = tuple(table for table in PUBLISHED if table.name not in _OPERATIONS)
# Tables whose rows belong to many articles, with the relation that tells which.
_TOUCHING = {"events": "of_event", "event_claims": "of_event", "entities": "of_entity"}
# The history of counts, checks and changes that a release carries along.
_HISTORY = 20


@dataclass(frozen=True, slots=True)
class Position:
    """Which release is being built, and the published database that it follows."""

    release_id: str
    release_no: int
    previous: Path | None


def build_release(store: WorkingStore, staged: Path, position: Position) -> None:
    """Write every published table and view into a new file at `staged`, less the rows that only the audit can give.

    What the checks compare with, counts of the releases before, comes along from `position.previous`.
    """
    staged.parent.mkdir(parents=True, exist_ok=True)
    discard(staged)
    connection = store.connection
    with explained(store.path):
        catalog = connection.execute(sql("queries/current_catalog")).fetchall()[0][0]
        connection.execute(sql("queries/attach_release").replace("$path", _quoted(staged)))
        try:
            connection.execute("USE release")
            for table in PUBLISHED:
                connection.execute(sql(f"ddl/{table.name}"))
            connection.execute(f'USE "{catalog}"')
            for name in names_in("publish"):
                connection.execute(f"INSERT INTO release.{name} BY NAME {sql(f'publish/{name}')}")
            _count_volumes(connection, position)
            connection.execute("USE release")
            for name in names_in("views"):
                connection.execute(sql(f"views/{name}"))
                connection.execute(comment_on_view(VIEWS[name]))
        finally:
            with suppress(duckdb.Error):  # after a full disk nothing more can be said to the store
                connection.execute(f'USE "{catalog}"')
                connection.execute("DETACH release")


def _count_volumes(connection: duckdb.DuckDBPyConnection, position: Position) -> None:
    """Fill the tables of history: this release's counts and reasons, and those carried along."""
    own = [position.release_id, position.release_no]
    for table in _CONTENT:
        connection.execute(sql("queries/count_volume").replace("$table", table.name), own)
    connection.execute(sql("queries/count_source_volumes"), own)
    if position.previous is None:
        return
    with _attached(connection, position.previous) as former:
        if "withdrawn_articles" in former:
            connection.execute(sql("queries/carry_withdrawn"))
        connection.execute(sql("queries/note_withdrawn"), [position.release_id])
        for name in ("volumes", "source_volumes"):
            if name in former:
                connection.execute(sql("queries/carry_history").replace("$table", name), [_HISTORY])
        for table in _CONTENT:
            if table.name in former:
                query = Template(sql("queries/count_former_volume")).substitute(
                    {"table": table.name, **_owner(table), "touching": _TOUCHING.get(table.name, "previous.articles")}
                )
                connection.execute(query, [position.release_id])


def finish_release(
    staged: Path,
    release: Release,
    checks: Sequence[Check],
    corrected: Sequence[str],
    previous: Path | None,
    *,
    code_changed: bool,
) -> int:
    """Add the release's own rows, its checks and its changes against `previous` to the audited file.

    Gives the number of rows that changed.
    """
    with explained(staged), duckdb.connect(staged) as connection:
        connection.execute(sql("queries/one_thread"))
        connection.register("own_release", to_frame(TABLES["releases"], [release]).to_arrow())
        connection.register("own_checks", to_frame(TABLES["checks"], checks).to_arrow())
        with _attached(connection, previous) if previous else nullcontext(frozenset[str]()) as former:
            if former:
                for name in ("releases", "checks", "release_changes"):
                    connection.execute(sql(f"queries/carry_{name}"), [_HISTORY] if name != "releases" else [])
            connection.execute(sql("queries/insert_own_release"))
            for table in _CONTENT:
                is_new = table.name not in former
                _record_changes(
                    connection, table, release.release_id, corrected, is_new=is_new, code_changed=code_changed
                )
            if {"articles", "events", "event_mentions"} <= former:
                connection.execute(sql("queries/name_merges_and_splits"), [release.release_id])
        changes = connection.execute(sql("queries/count_own_changes"), [release.release_id]).fetchall()[0][0]
        connection.execute("CHECKPOINT")
    sync_file(staged)
    return int(changes)


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, previous: Path) -> Iterator[frozenset[str]]:
    """The published database attached as `previous`; gives the names of its tables."""
    with explained(previous, ReleaseDamagedError):
        connection.execute(sql("queries/attach_previous").replace("$path", _quoted(previous)))
        try:
            yield frozenset(name for (name,) in connection.execute(sql("queries/previous_tables")).fetchall())
        finally:
            with suppress(duckdb.Error):
                connection.execute("DETACH previous")


def _record_changes(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    release_id: str,
    corrected: Sequence[str],
    *,
    is_new: bool,
    code_changed: bool,
) -> None:
    values = {"table": table.name, "key": ", ".join(table.key), **_owner(table)}
    if is_new:
        parameters: list[object] = [release_id]
        query = Template(sql("queries/first_release_changes")).substitute(values)
    else:
        parameters = [list(corrected), release_id, code_changed]
        query = Template(sql("queries/release_changes")).substitute(values)
    connection.execute(f"INSERT INTO release_changes {query}", parameters)


def _owner(table: Table) -> dict[str, str]:
    """Which column ties a row to articles, and the relation that lists those articles."""
    names = table.column_names
    if table.name in _TOUCHING:
        return {"owner": "entity_id" if table.name == "entities" else "event_id", "touching": _TOUCHING[table.name]}
    assert "article_id" in names, table.name
    return {
        "owner": "article_id",
        "touching": "(SELECT article_id FROM main.articles UNION SELECT article_id FROM gone)",
    }


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
