import duckdb
import pytest

from schemas.catalog import KEY_OF, PUBLISHED, TABLES
from schemas.render.ddl import create_table
from schemas.render.expectations import expectations
from schemas.render.frames import from_frame, polars_schema, to_frame
from schemas.sentences import Sentence
from schemas.table import Table

# The columns that users rely on; more may stand beside them.
CONTRACT = {
    "articles": "article_id file_name source url headline byline section language published_edtf published_earliest "
    "published_latest text body word_count first_seen_at",
    "removed_text": "article_id char_start char_end text kind rule",
    "entities": "entity_id name kind country sector geonames_id wikidata_id latitude longitude mention_count article_count",
    "entity_mentions": "mention_id article_id entity_id char_start char_end text sentence_id",
    "entity_roles": "entity_id role organization country article_id char_start char_end",
    "sentences": "sentence_id article_id char_start char_end text",
    "quotes": "quote_id article_id char_start char_end text is_direct verbatim speaker_id speaker_text cue via",
    "event_mentions": "mention_id event_id article_id sentence_id char_start char_end text event_type mode status actors "
    "recipients actor_countries recipient_countries place place_geonames_id country date_text date_edtf date_earliest "
    "date_latest date_basis attributed_to confidence",
    "events": "event_id event_type mode status actors recipients actor_countries recipient_countries place "
    "place_geonames_id latitude longitude country date_edtf date_earliest date_latest article_count "
    "independent_source_count first_reported last_reported summary",
    "event_claims": "event_id field value mention_id article_id chosen rule",
    "article_links": "article_id related_article_id kind score",
    "quarantine": "item_id file_name article_id stage reason detail fix seen_at",
    "checks": "release_id layer table_name check_name severity passed observed expected",
    "releases": "release_id published_at run_id code_version articles events checks_passed checks_failed",
    "release_changes": "release_id table_name row_id change cause",
}


def test_every_contract_table_is_declared_with_every_contract_column() -> None:
    declared = {table.name: set(table.column_names) for table in PUBLISHED}
    missing = {name: set(columns.split()) - declared.get(name, set()) for name, columns in CONTRACT.items()}
    assert {name: columns for name, columns in missing.items() if columns} == {}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_ddl_creates_the_declared_columns_each_with_a_comment(table: Table) -> None:
    connection = duckdb.connect()
    connection.execute(create_table(table))
    query = "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
    rows = connection.execute(query, [table.name]).fetchall()
    assert rows == [(field.name, field.sql_type, field.column.doc) for field in table.fields]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_references_name_a_table_with_one_key(table: Table) -> None:
    targets = {field.column.refers_to for field in table.fields if field.column.refers_to}
    assert targets <= KEY_OF.keys()
    assert table.key


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda table: table.name)
def test_expectations_have_names_of_their_own(table: Table) -> None:
    names = [one.name for one in expectations(table, KEY_OF)]
    assert len(names) == len(set(names))


def test_records_survive_a_frame() -> None:
    sentence = Sentence(sentence_id="se_0", article_id="ar_0", char_start=3, char_end=9, text="Düsseldorf 🇩🇪"[:6])
    frame = to_frame(TABLES["sentences"], [sentence])
    assert frame.schema == polars_schema(TABLES["sentences"])
    assert from_frame(Sentence, frame) == [sentence]
