"""Events that joined or came apart between two releases are named in release_changes."""

import duckdb
import pytest

from warehouse.sql import sql

ARTICLES = "article_id VARCHAR, file_name VARCHAR, url VARCHAR, headline VARCHAR"
MENTIONS = (
    "mention_id VARCHAR, event_id VARCHAR, article_id VARCHAR, char_start BIGINT, text VARCHAR, event_type VARCHAR, "
    "mode VARCHAR, actors VARCHAR[], recipients VARCHAR[], place VARCHAR, date_edtf VARCHAR"
)
OLD, NEW, OTHER = (f"ev_{digit * 16}" for digit in "abc")


def causes(before: dict[str, str], now: dict[str, str]) -> dict[tuple[str, str], str]:
    """The causes of added and removed events, for mentions that were and are of these events."""
    with duckdb.connect() as connection:
        connection.execute("ATTACH ':memory:' AS previous")
        for schema, events in (("previous", before), ("main", now)):
            connection.execute(f"CREATE TABLE {schema}.articles ({ARTICLES})")
            connection.execute(f"CREATE TABLE {schema}.event_mentions ({MENTIONS})")
            connection.executemany(
                f"INSERT INTO {schema}.event_mentions (mention_id, event_id) VALUES (?, ?)", list(events.items())
            )
        connection.execute(sql("ddl/release_changes"))
        gone, fresh = set(before.values()) - set(now.values()), set(now.values()) - set(before.values())
        for change, ids in (("removed", gone), ("added", fresh)):
            for event_id in ids:
                row = ["rl_1", "events", event_id, change, "new article"]
                connection.execute("INSERT INTO release_changes VALUES (?, ?, ?, ?, ?)", row)
        connection.execute(sql("queries/name_merges_and_splits"), ["rl_1"])
        rows = connection.execute("SELECT row_id, change, cause FROM release_changes").fetchall()
    return {(event_id, change): cause for event_id, change, cause in rows}


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ({"1": OLD, "2": OTHER}, {"1": OLD, "2": OLD}, {(OTHER, "removed"): f"new article: merged into {OLD}"}),
        ({"1": OLD, "2": OLD}, {"1": OLD, "2": NEW}, {(NEW, "added"): f"new article: split from {OLD}"}),
        ({"1": OLD}, {"1": OLD, "2": NEW}, {(NEW, "added"): "new article"}),
        ({"1": OLD, "2": OTHER}, {"1": OLD}, {(OTHER, "removed"): "new article"}),
        (
            {"1": OLD, "2": OLD, "3": OLD},
            {"1": NEW, "2": NEW, "3": OTHER},
            {
                (OLD, "removed"): f"new article: merged into {NEW}",
                (NEW, "added"): "new article",
                (OTHER, "added"): f"new article: split from {OLD}",
            },
        ),
    ],
    ids=["merge", "split", "new", "gone", "both"],
)
def test_the_cause_names_the_other_event(before, now, wanted):
    assert causes(before, now) == wanted
