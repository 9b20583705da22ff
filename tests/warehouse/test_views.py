"""Views over a few rows written for these tests."""

import re

import duckdb
import pytest

from schemas.catalog import PUBLISHED
from transforms.places.actor_tables import former_words
from warehouse.sql import sql


@pytest.fixture
def curated() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for table in PUBLISHED:
        connection.execute(sql(f"ddl/{table.name}"))
    return connection


def test_an_office_of_another_state_is_flagged(curated: duckdb.DuckDBPyConnection) -> None:
    """But not one that somebody held then: that time has passed is no conflict."""
    curated.execute(
        "INSERT INTO entities BY NAME SELECT 'en_1' AS entity_id, 'Hugo Brandt' AS name, 'PERSON' AS kind, "
        "'CHL' AS country, 3 AS mention_count, 3 AS article_count"
    )
    for article, country in (("ar_1", "CHL"), ("ar_2", "CHL"), ("ar_3", "PER"), ("ar_4", None), ("ar_5", "BOL")):
        curated.execute(
            "INSERT INTO articles BY NAME SELECT ? AS article_id, ? AS file_name, ? AS text, 't' AS body, "
            "1 AS word_count, now()::TIMESTAMP AS first_seen_at",
            [article, f"{article}.txt", "Then Trade Minister" if country == "BOL" else "Five Trade Minister"],
        )
        curated.execute(
            "INSERT INTO entity_roles BY NAME SELECT 'en_1' AS entity_id, 'Trade Minister' AS role, ? AS country, "
            "? AS article_id, 5 AS char_start, 19 AS char_end",
            [country, article],
        )
    curated.execute(sql("views/disputed_roles"))
    assert curated.sql(
        "SELECT name, stated_country, published_country, articles_for, file_name FROM disputed_roles"
    ).fetchall() == [("Hugo Brandt", "PER", "CHL", 2, "ar_3.txt")]


def test_a_date_that_is_only_less_exact_is_not_disputed(curated: duckdb.DuckDBPyConnection) -> None:
    for article in ("ar_1", "ar_2", "ar_3"):
        curated.execute(
            "INSERT INTO articles BY NAME SELECT ? AS article_id, ? AS file_name, 't' AS text, 't' AS body, "
            "1 AS word_count, now()::TIMESTAMP AS first_seen_at",
            [article, f"{article}.txt"],
        )
    coarser = "less precise than the date published"
    claims = [
        ("ev_1", "2031-05-04", "ar_1", True, "a rule"),
        ("ev_1", "XXXX-05-04", "ar_2", False, coarser),
        ("ev_1", "2031-05", "ar_3", False, coarser),
        ("ev_2", "2031-05-04", "ar_1", True, "a rule"),
        ("ev_2", "2031-05-05", "ar_2", False, "taken back"),
        ("ev_2", "2031", "ar_3", False, coarser),
    ]
    for event, value, article, chosen, rule in claims:
        curated.execute(
            "INSERT INTO event_claims BY NAME SELECT ? AS event_id, 'date_edtf' AS field, ? AS value, ? AS article_id, "
            "? AS chosen, 'em_1' AS mention_id, ? AS rule",
            [event, value, article, chosen, rule],
        )
    curated.execute(sql("views/disputed"))
    found = curated.sql("SELECT event_id, published, others, articles_for, articles_against FROM disputed").fetchall()
    assert found == [("ev_2", "2031-05-04", "2031-05-05", 1, 1)]


def test_former_offices_are_told_by_the_words_of_the_actor_nouns() -> None:
    listed = re.search(r"\\b\(([a-z|-]+)\)\\b", sql("views/disputed_roles"))
    assert listed is not None
    assert former_words() <= set(listed[1].split("|"))
