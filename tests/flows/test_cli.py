import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from homes import MEETING, query, run, write

DRAGOMAN = Path(sys.executable).with_name("dragoman")
PROJECT = Path(__file__).parents[2]


def dragoman(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed console script with the code beside these tests, on a terminal of 100 columns."""
    return subprocess.run(
        [DRAGOMAN, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT), "COLUMNS": "100", **environment},
    )


def test_run_prints_its_json_as_the_last_line(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    done = dragoman("run", "--home", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert list(result) == [
        *(
            "run_id",
            "status",
            "release_id",
            "files",
            "articles_new",
            "articles_unchanged",
            "quarantined",
            "events",
            "seconds",
        )
    ]
    assert (result["status"], result["files"], result["articles_new"]) == ("published", 1, 1)
    assert set(result["seconds"]) >= {"ingest", "clean", "extract", "resolve", "check", "publish", "total"}


HEAVY = {"polars", "pyarrow", "pandas", "numpy", "spacy", "prefect", "great_expectations", "lxml"}
NAME_HEAVY = f"""
import sys
from flows.cli import main
try:
    main()
finally:
    print(*(name for name in {HEAVY} if sys.modules.get(name)), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["sql", "status", "show"])
def test_commands_that_only_read_import_nothing_heavy(examples_home: Path, command: str) -> None:
    ((event_id,),) = query(examples_home, "select min(event_id) from events")
    arguments = {"sql": ("from timeline",), "status": (), "show": (event_id,)}[command]
    program = [sys.executable, "-c", NAME_HEAVY, command, *arguments, "--home", examples_home]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""


def test_sql_in_every_format(examples_home: Path, tmp_path: Path) -> None:
    statement = "SELECT 'a|b' AS name, 2 AS n, ['x', 'y'] AS list"
    assert (
        dragoman("sql", statement, "--home", examples_home, "--format", "csv").stdout == 'name,n,list\na|b,2,"x, y"\n'
    )
    as_json = dragoman("sql", statement, "--home", examples_home, "--format", "json").stdout
    assert json.loads(as_json) == [{"name": "a|b", "n": 2, "list": ["x", "y"]}]
    markdown = dragoman("sql", statement, "--home", examples_home, "--format", "markdown").stdout
    assert markdown == "| name | n | list |\n|---|---|---|\n| a\\|b | 2 | x, y |\n"
    target = tmp_path / "events.parquet"
    assert dragoman("sql", "FROM events", "--home", examples_home, "-o", target).returncode == 0
    assert query(examples_home, f"SELECT count(*) FROM '{target}'") == query(
        examples_home, "SELECT count(*) FROM events"
    )


def test_sql_reads_statements_from_a_pipe(examples_home: Path) -> None:
    done = subprocess.run(
        [DRAGOMAN, "sql", "--home", examples_home, "--format", "csv"],
        input="SELECT 1 AS a;\nSELECT\n2 AS b;",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "a\n1\nb\n2\n")


def test_sql_writes_a_query_from_a_pipe_to_a_file(examples_home: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [DRAGOMAN, "sql", "--home", examples_home, "-o", tmp_path / "rows.csv"],
        input="SELECT 1 AS a;",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, (tmp_path / "rows.csv").read_text("utf-8")) == (0, "a\n1\n")


def test_no_query_is_no_defect(examples_home: Path) -> None:
    done = dragoman("sql", ";", "--home", examples_home)
    assert (done.returncode, done.stderr.strip()) == (1, "dragoman: there is no query")


def test_two_queries_at_once_are_refused(examples_home: Path) -> None:
    done = dragoman("sql", "select 1; select 2", "--home", examples_home)
    assert (done.returncode, done.stdout) == (1, "")
    assert "these are 2 queries" in done.stderr


def test_the_beginning_of_an_id_is_enough(examples_home: Path) -> None:
    ((event_id,),) = query(examples_home, "select min(event_id) from events")
    whole = dragoman("show", event_id, "--home", examples_home).stdout
    assert whole
    assert dragoman("show", event_id[:12], "--home", examples_home).stdout == whole
    several = dragoman("show", "ev_", "--home", examples_home)
    assert several.returncode
    assert "the beginning of several ids" in several.stderr
    assert "not in the published database" in dragoman("show", "ev_0000000", "--home", examples_home).stderr


def test_views_are_documented() -> None:
    assert "Independent sources that speak of it." in dragoman("docs", "timeline").stdout


def test_ids_of_releases_are_never_cut(examples_home: Path) -> None:
    shown = dragoman("releases", "--home", examples_home, COLUMNS="60").stdout
    (release_id,) = query(examples_home, "select max(release_id) from releases")[0]
    assert release_id in shown


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"dragoman \d+\.\d+\.\d+\n", dragoman("--version").stdout)


def test_the_timeline_fits_a_terminal_of_100_columns(examples_home: Path) -> None:
    lines = dragoman("sql", "FROM timeline", "--home", examples_home).stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0].split() == ["date", "what", "status", "who", "place", "sources", "event_id"]


def test_sql_cannot_write(examples_home: Path) -> None:
    done = dragoman("sql", "DELETE FROM events", "--home", examples_home)
    assert done.returncode == 1
    assert "read-only" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("table", ["articles", "entities", "events", "quotes", "releases", "quarantine", "sentences"])
def test_show_has_a_page_for_every_kind_of_id(examples_home: Path, table: str) -> None:
    key = "release_id" if table == "releases" else "item_id" if table == "quarantine" else table[:-1] + "_id"
    key = "entity_id" if table == "entities" else key
    ((item_id,),) = query(examples_home, f"SELECT {key} FROM {table} LIMIT 1")
    done = dragoman("show", item_id, "--home", examples_home)
    assert done.returncode == 0, done.stderr
    assert item_id in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_show_says_what_became_of_an_article_that_is_no_longer_published(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    run(tmp_path)
    ((old,),) = query(tmp_path, "SELECT article_id FROM articles")
    write(tmp_path, "meeting.txt", MEETING.replace("3 October", "4 October"))
    run(tmp_path)
    ((new,),) = query(tmp_path, "SELECT article_id FROM articles")
    shown = dragoman("show", old, "--home", tmp_path).stdout
    assert "superseded" in shown
    assert new in shown
    run(tmp_path, retract=(new,), reason="the publisher took it back")
    shown = dragoman("show", new, "--home", tmp_path).stdout
    assert "retracted" in shown
    assert "the publisher took it back" in shown


def test_show_event_counts_the_sources_that_the_event_counts(examples_home: Path) -> None:
    """Articles that repeat one text count once, whichever of them tell of the event."""
    events = query(
        examples_home,
        "SELECT event_id, article_count, independent_source_count FROM events "
        "WHERE article_count > 1 ORDER BY article_count - independent_source_count DESC, event_id LIMIT 3",
    )
    assert any(articles > independent for _, articles, independent in events)
    for event_id, articles, independent in events:
        shown = dragoman("show", event_id, "--home", examples_home).stdout.partition("\nSources\n")[2]
        text = " ".join(shown.split())
        assert len(re.findall(r"\) counts\b", text)) == independent
        assert text.count("not counted again") == articles - independent


def test_show_says_what_became_of_an_event_that_is_gone(tmp_path: Path) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    run(tmp_path)
    ((event_id,),) = query(tmp_path, "SELECT event_id FROM events LIMIT 1")
    write(tmp_path, "meeting.txt", "Nothing happened in the town on Monday.\n")
    run(tmp_path)
    done = dragoman("show", event_id, "--home", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no published article tells of it" in " ".join(done.stdout.split())


def test_show_names_the_event_that_a_revised_article_tells_in_place_of_a_former_one(tmp_path: Path) -> None:
    """Through two revisions, of which the second tells of another meeting before it."""
    texts = [
        MEETING,
        MEETING.replace("3 October", "4 October"),
        f"Mali and Ghana met in Accra on 2 May 2026.\n\n{MEETING}",
    ]
    ids = []
    for text in texts:
        write(tmp_path, "meeting.txt", text)
        run(tmp_path)
        ids.append(query(tmp_path, "SELECT event_id FROM events WHERE place = 'Kampala'")[0][0])
    for former in ids[:2]:
        shown = " ".join(dragoman("show", former, "--home", tmp_path).stdout.split())
        assert f"in its place {ids[2]}" in shown


def test_show_event_names_every_file_that_tells_of_it(examples_home: Path) -> None:
    ((event_id, files),) = query(
        examples_home,
        "SELECT event_id, list(DISTINCT file_name) FROM event_mentions JOIN articles USING (article_id) "
        "GROUP BY event_id ORDER BY count(DISTINCT article_id) DESC, event_id LIMIT 1",
    )
    shown = dragoman("show", event_id, "--home", examples_home).stdout
    assert len(files) > 1
    assert [name for name in files if name not in shown] == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("status",), 1, "run `dragoman run` first"),
        (("run", "no/such/folder"), 2, "does not exist"),
        (("show", "nonsense"), 2, "no id of Dragoman"),
        (("docs", "no_table"), 2, "there is no table"),
        (("sql", "--format", "xml", "select 1"), 2, "--format is one of"),
        (("sql", "--format", "json", "select 1", "-o", "rows.csv"), 2, "leave one of both out"),
        (("sql", "select 1", "-o", "rows.xyz"), 2, "does not say in which format"),
        (("reprocess", "--home", "no-such-home"), 2, "there is nothing to reprocess"),
        (("run", "--accept", "no such check"), 2, "there is no check"),
        (("frobnicate",), 2, "No such command"),
    ],
)
def test_errors_are_one_sentence_and_an_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = dragoman(*arguments, DRAGOMAN_HOME=str(tmp_path))
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_docs_prints_the_committed_dictionary() -> None:
    committed = PROJECT / "docs" / "data-dictionary.md"
    assert dragoman("docs").stdout == committed.read_text("utf-8")
