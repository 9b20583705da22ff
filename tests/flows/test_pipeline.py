from pathlib import Path

import pytest
from homes import CONTENT, MEETING, PROJECT, STRIKE, content, query, run, write

from flows.errors import UnknownArticleError, UsageError
from flows.home import Home, HomeBusyError
from flows.rollback import roll_back_to
from flows.run_notes import run_notes
from schemas.catalog import PUBLISHED
from warehouse.errors import WarehouseError


def test_every_column_that_is_published_has_a_comment(examples_home: Path) -> None:
    rows = query(
        examples_home,
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
        "AND coalesce(comment, '') = ''",
    )
    assert rows == []
    tables = {name for (name,) in query(examples_home, "SELECT table_name FROM duckdb_columns() WHERE NOT internal")}
    assert tables >= {table.name for table in PUBLISHED} | {"timeline", "disputed", "disputed_roles"}


def test_every_span_slices_to_its_own_text(examples_home: Path) -> None:
    texts = dict(query(examples_home, "SELECT article_id, text FROM articles"))
    for table in ("removed_text", "sentences", "entity_mentions", "quotes", "event_mentions"):
        rows = query(examples_home, f"SELECT article_id, char_start, char_end, text FROM {table}")
        assert rows, table
        assert [row for row in rows if texts[row[0]][row[1] : row[2]] != row[3]] == []


def test_body_is_text_without_what_was_removed(examples_home: Path) -> None:
    removed: dict[str, list[tuple[int, int]]] = {}
    for article_id, start, end in query(examples_home, "SELECT article_id, char_start, char_end FROM removed_text"):
        removed.setdefault(article_id, []).append((start, end))
    for article_id, text, body in query(examples_home, "SELECT article_id, text, body FROM articles"):
        kept = text
        for start, end in sorted(removed.get(article_id, []), reverse=True):
            kept = kept[:start] + kept[end:]
        assert kept == body


def test_a_second_home_gets_the_same_rows_in_the_same_order(examples_home: Path, tmp_path: Path) -> None:
    assert run(tmp_path, PROJECT / "examples" / "inbox").status == "published"
    first, second = content(examples_home), content(tmp_path)
    assert [name for name in CONTENT if first[name] != second[name]] == []


def test_nothing_new_publishes_nothing(examples_home: Path) -> None:
    before = (examples_home / "curated.duckdb").stat().st_ino
    result = run(examples_home, PROJECT / "examples" / "inbox")
    assert (result.status, result.articles_new, result.quarantined) == ("unchanged", 0, 0)
    assert (examples_home / "curated.duckdb").stat().st_ino == before


def test_broken_files_are_quarantined_with_reason_and_fix(examples_home: Path) -> None:
    rows = query(examples_home, "SELECT file_name, reason, fix FROM quarantine WHERE stage = 'read'")
    assert {name for name, _, _ in rows} >= {
        "northline-2026-09.json.gz",
        "harbour-ledger-quay-photo.html",
        "ank-typhoon.json",
        "dong-hai-empty.txt",
        "northline-2026-11.jsonl",
    }
    assert all(len(reason) > 5 and len(fix) > 20 for _, reason, fix in rows)


def test_the_same_bytes_under_another_name_are_one_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", MEETING)
    write(tmp_path, "b/copy.txt", MEETING)
    assert run(tmp_path).articles_new == 1
    assert query(tmp_path, "SELECT file_name FROM articles") == [("a.txt",)]


def test_new_bytes_under_the_same_name_supersede_the_old_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", MEETING)
    run(tmp_path)
    ((old,),) = query(tmp_path, "SELECT article_id FROM articles")
    write(tmp_path, "a.txt", MEETING.replace("3 October", "4 October"))
    assert run(tmp_path).status == "published"
    ((new,),) = query(tmp_path, "SELECT article_id FROM articles")
    assert new != old
    changes = query(
        tmp_path,
        "SELECT row_id, change, cause FROM release_changes JOIN releases USING (release_id) "
        "WHERE release_no = 2 AND table_name = 'articles' ORDER BY change",
    )
    assert changes == [(new, "added", "correction"), (old, "removed", "correction")]


def test_new_bytes_that_cannot_be_read_do_not_remove_the_old_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", MEETING)
    run(tmp_path)
    write(tmp_path, "a.txt", "")
    assert run(tmp_path).quarantined == 1
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(1,)]


def test_a_retracted_article_takes_with_it_what_only_it_supports_and_stays_away(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    run(tmp_path)
    ((strike,),) = query(tmp_path, "SELECT article_id FROM articles WHERE file_name = 'strike.txt'")
    assert query(tmp_path, f"SELECT count(*) > 0 FROM event_mentions WHERE article_id = '{strike}'") == [(True,)]
    assert run(tmp_path, retract=(strike,), reason="the agency withdrew it").status == "published"
    assert query(tmp_path, "SELECT file_name FROM articles") == [("meeting.txt",)]
    assert query(
        tmp_path, "SELECT count(*) FROM events WHERE event_id NOT IN (SELECT event_id FROM event_mentions)"
    ) == [(0,)]
    assert query(tmp_path, "SELECT reason, detail FROM quarantine") == [("retracted", "the agency withdrew it")]
    write(tmp_path, "again.txt", STRIKE)
    run(tmp_path)
    assert query(tmp_path, "SELECT file_name FROM articles") == [("meeting.txt",)]


def test_no_rollback_brings_a_retracted_article_back_even_where_the_published_database_is_damaged(
    tmp_path: Path,
) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    home, first = Home(tmp_path), run(tmp_path).release_id
    ((strike,),) = query(tmp_path, "SELECT article_id FROM articles WHERE file_name = 'strike.txt'")
    second = run(tmp_path, retract=(strike,), reason="libel").release_id
    home.releases.current.write_bytes(b"damaged")
    with pytest.raises(WarehouseError, match=r"strike.txt.*retracted since \(libel\)"):
        roll_back_to(home, str(first))
    assert query(tmp_path, "SELECT file_name FROM articles") == [("meeting.txt",)]
    home.releases.current.write_bytes(b"damaged")
    assert f"{second} was put back" in str(roll_back_to(home, str(second)))


def test_an_article_that_is_not_there_makes_no_failed_run(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    made = run(tmp_path)
    with pytest.raises(UnknownArticleError, match="ar_none"):
        run(tmp_path, retract=("ar_none",), reason="libel")
    assert [note["run_id"] for note in run_notes(Home(tmp_path))] == [made.run_id]


def test_a_home_that_was_not_there_is_told_of(tmp_path: Path) -> None:
    home, article = tmp_path / "mistyped", write(tmp_path, "meeting.txt", MEETING)
    assert run(home, article).notes == (f"{home} was not there and was made for this run",)
    assert run(home, article).notes == ()


def test_an_article_left_out_can_be_taken_back_in(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    run(tmp_path)
    before = content(tmp_path)
    ((strike,),) = query(tmp_path, "SELECT article_id FROM articles WHERE file_name = 'strike.txt'")
    assert run(tmp_path, without=(strike,)).status == "published"
    assert query(tmp_path, "SELECT file_name FROM articles") == [("meeting.txt",)]
    assert query(tmp_path, "SELECT article_id, reason FROM quarantine") == [(strike, "left out by hand")]
    assert run(tmp_path, take_back=(strike,)).status == "published"
    assert content(tmp_path) == before


def test_reprocessing_with_the_same_code_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "broken.json", "{")
    run(tmp_path)
    before = content(tmp_path)
    result = run(tmp_path, reprocess=True)
    assert (result.status, result.articles_new, result.counts["articles_rederived"]) == ("unchanged", 0, 0)
    assert content(tmp_path) == before
    assert list((tmp_path / "releases").glob("*.staged*")) == []


def test_an_unknown_article_is_wrong_usage(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    run(tmp_path)
    with pytest.raises(UsageError, match="ar_0000000000000000"):
        run(tmp_path, without=("ar_0000000000000000",))


def test_a_home_in_use_names_its_holder(tmp_path: Path) -> None:
    with Home(tmp_path).locked("dragoman run run_x"), pytest.raises(HomeBusyError, match="run_x"):
        run(tmp_path)


def test_a_store_that_is_lost_is_rebuilt_from_the_raw_packs(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    run(tmp_path)
    before = content(tmp_path)
    (tmp_path / "warehouse.duckdb").unlink()
    (tmp_path / "inbox" / "strike.txt").unlink()
    result = run(tmp_path)
    assert (result.status, result.notes) == ("unchanged", result.notes)
    assert "2 files" in result.notes[0]
    assert content(tmp_path) == before


def test_a_damaged_store_is_set_aside_and_rebuilt(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    run(tmp_path)
    before = content(tmp_path)
    (tmp_path / "warehouse.duckdb").write_bytes(b"not a database" * 1000)
    result = run(tmp_path)
    assert "damaged" in result.notes[0]
    assert (tmp_path / "warehouse.duckdb.damaged-1").exists()
    assert content(tmp_path) == before


def test_an_article_in_another_language_is_published_and_said_to_be_not_extracted(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    write(
        tmp_path,
        "treffen.txt",
        "Die Minister von Kenia und Uganda haben sich am 3. Oktober 2026 in Kampala getroffen, um über die Bahn zu sprechen.\n"
        "Der Verkehrsminister sagte nach dem Gespräch, dass die Strecke im nächsten Jahr die Grenze erreichen werde.\n",
    )
    assert run(tmp_path).status == "published"
    assert query(tmp_path, "SELECT language FROM articles WHERE file_name = 'treffen.txt'") == [("de",)]
    held = query(tmp_path, "SELECT file_name, stage, reason FROM quarantine")
    assert held == [("treffen.txt", "extract", "language is not extracted")]
    found = "SELECT DISTINCT file_name FROM event_mentions JOIN articles USING (article_id)"
    assert query(tmp_path, found) == [("meeting.txt",)]
