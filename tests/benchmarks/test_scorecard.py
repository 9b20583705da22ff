import gzip
import json
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest
from rich.console import Console

from benchmarks.quality import dragoman
from benchmarks.quality.__main__ import main
from benchmarks.quality.dragoman import run_dragoman
from benchmarks.quality.evaluate import SETS, SetResult, evaluate
from benchmarks.quality.floors import Floors, read_floors, write_floors
from benchmarks.quality.published import Published, article_id
from benchmarks.quality.report import markdown_table, meanings, print_misses, print_table, write_between_marks
from benchmarks.quality.rows import Miss

TABLES = """
    CREATE TABLE articles (article_id VARCHAR, file_name VARCHAR, text VARCHAR, body VARCHAR);
    CREATE TABLE removed_text (article_id VARCHAR, char_start INTEGER, char_end INTEGER);
    CREATE TABLE entities (entity_id VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, sector VARCHAR,
        geonames_id INTEGER, wikidata_id VARCHAR, latitude DOUBLE, longitude DOUBLE);
    CREATE TABLE entity_mentions (article_id VARCHAR, entity_id VARCHAR, char_start INTEGER, char_end INTEGER);
    CREATE TABLE quotes (article_id VARCHAR, char_start INTEGER, char_end INTEGER, via VARCHAR[]);
    CREATE TABLE event_mentions (article_id VARCHAR, char_start INTEGER, char_end INTEGER, event_type VARCHAR,
        actors VARCHAR[]);
    CREATE TABLE sentences (article_id VARCHAR);
"""


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    path = tmp_path / "curated.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(TABLES)
    return path


def fill(path: Path, *statements: str) -> None:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_rows_are_read_back_by_file(tmp_path: Path, curated: Path) -> None:
    raw = "Wien,  grüßt\r\nLinz\r\n"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    fill(
        curated,
        "INSERT INTO articles VALUES ('ar_1', 'a.txt', 'Wien,  grüßt\nLinz', 'x')",
        "INSERT INTO entities VALUES ('en_1', 'Linz', 'PLACE', 'AUT', NULL, 5, NULL, 48.3, 14.3)",
        "INSERT INTO entity_mentions VALUES ('ar_1', 'en_1', 13, 17)",
        "INSERT INTO event_mentions VALUES ('ar_1', 7, 12, 'CONSULT', ['Wien', 'Linz'])",
        "INSERT INTO sentences VALUES ('ar_1'), ('ar_1')",
    )
    with Published(curated) as published:
        rows, unlike = published.files(tmp_path, ["a.txt"], align=True)
    ours = rows["a.txt"]
    assert unlike == 0
    assert ours.sentences == 2
    assert [raw[row["char_start"] : row["char_end"]] for row in ours.mentions] == ["Linz"]
    assert (ours.mentions[0]["name"], ours.mentions[0]["country"]) == ("Linz", "AUT")
    assert ours.events[0]["actors"] == ["Wien", "Linz"]
    assert raw[ours.events[0]["char_start"] : ours.events[0]["char_end"]] == "grüßt"


def test_files_of_the_same_bytes_have_the_same_rows(tmp_path: Path, curated: Path) -> None:
    content = "The same words."
    (tmp_path / "a.txt").write_text(content)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(content.encode()))
    (tmp_path / "c.txt").write_text("Other words.")
    fill(curated, f"INSERT INTO articles VALUES ('{article_id(content.encode())}', 'a.txt', '{content}', '{content}')")
    with Published(curated) as published:
        rows, _ = published.files(tmp_path, ["a.txt", "b.txt.gz", "c.txt"], align=True)
    assert rows["a.txt"].article == rows["b.txt.gz"].article is not None
    assert rows["c.txt"].article is None


def test_nothing_published(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    with Published(tmp_path / "none.duckdb") as published:
        rows, _ = published.files(tmp_path, ["a.txt"], align=True)
    assert (rows["a.txt"].article, rows["a.txt"].events) == (None, [])


def command(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "command"
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n")
    path.chmod(0o755)
    return path


def test_a_run_is_told_by_its_last_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = command(tmp_path, "print('going')\nprint('{\"status\": \"published\"}')")
    monkeypatch.setattr(dragoman, "COMMAND", script)
    run = run_dragoman(tmp_path, tmp_path / "home")
    assert run.finished
    assert run.trouble is None
    assert run.summary == {"status": "published"}
    assert run.peak_mb > 1


@pytest.mark.parametrize("body", ["print('{broken')", "sys.exit('no such folder')", "print('[1]')", "pass"])
def test_a_run_that_ends_otherwise_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(dragoman, "COMMAND", command(tmp_path, body))
    run = run_dragoman(tmp_path, tmp_path / "home")
    assert not run.finished
    assert run.trouble is not None


@pytest.mark.parametrize("name", SETS)
def test_a_set_that_is_not_there_is_absent(tmp_path: Path, name: str) -> None:
    result = evaluate(name, tmp_path / "eval", tmp_path / "work")
    assert result.is_absent
    assert result.metrics == {}


def test_a_run_without_output_scores_zero_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dragoman, "COMMAND", command(tmp_path, "sys.exit('broken')"))
    folder = tmp_path / "eval" / "stories"
    (folder / "articles").mkdir(parents=True)
    items = []
    for name in ("a.txt", "b.txt"):
        (folder / "articles" / name).write_text("A raid.")
        mention = {"start": 2, "end": 6, "text": "raid", "cluster": "C1"}
        items.append({"file": name, "topic": "1", "mentions": [mention]})
    (folder / "gold.jsonl").write_text("\n".join(json.dumps(item) for item in items) + "\n")
    result = evaluate("stories", tmp_path / "eval", tmp_path / "work")
    assert result.metrics["pair_f1"] == 0.0
    assert "broken" in result.notes[0]


MEASURED = SetResult("text", {"line_f1": 0.8237, "body_f1": 0.004})


def test_floors_rise_to_just_under_the_measure_and_never_fall() -> None:
    floors = Floors()
    floors.raise_to([MEASURED])
    assert floors.floors == {"text": {"line_f1": 0.814, "body_f1": 0.0}}
    assert floors.raise_to([SetResult("text", {"line_f1": 0.7})]) == []
    assert floors.get("text", "line_f1") == 0.814


def test_what_fails_a_check() -> None:
    floors = Floors({"text": {"line_f1": 0.9, "body_f1": 0.0, "gone": 0.1}, "html": {"title": 0.5}})
    assert floors.failures([MEASURED]) == [
        "text.line_f1: 0.824 is under its floor 0.9",
        "text.gone: not measured, floor 0.1",
    ]
    assert floors.failures([SetResult("html", is_absent=True)]) == ["html: absent, 1 floors not checked"]
    assert floors.failures([SetResult("places", is_absent=True)]) == []
    broken = SetResult("places", defects=["a.txt: extraction failed: IndexError: 3"])
    assert floors.failures([broken]) == ["places: a.txt: extraction failed: IndexError: 3"]


def test_lowering_keeps_its_reason(tmp_path: Path) -> None:
    floors = Floors({"text": {"line_f1": 0.9}})
    for value, reason in ((0.95, "up"), (0.8, "  ")):
        with pytest.raises(ValueError, match="lower"):
            floors.lower("text", "line_f1", value, reason, date(2024, 1, 2))
    with pytest.raises(ValueError, match="no floor"):
        floors.lower("text", "other", 0.1, "why", date(2024, 1, 2))
    floors.lower("text", "line_f1", 0.8, "the gold was mended", date(2024, 1, 2))
    write_floors(floors, tmp_path / "floors.yaml")
    assert read_floors(tmp_path / "floors.yaml") == Floors(
        {"text": {"line_f1": 0.8}},
        [
            {
                "set": "text",
                "metric": "line_f1",
                "from": 0.9,
                "to": 0.8,
                "on": "2024-01-02",
                "reason": "the gold was mended",
            }
        ],
    )
    assert read_floors(tmp_path / "none.yaml") == Floors()


def test_the_command_tells_absent_from_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.yaml"
    write_floors(Floors({"text": {"line_f1": 0.9}}), path)
    arguments = ["--data", str(tmp_path), "--set", "text", "--floors", str(path), "--jobs", "1"]
    assert main([*arguments, "--json", str(tmp_path / "out.json")]) == 0
    assert "absent: not measured" in capsys.readouterr().out
    assert json.loads((tmp_path / "out.json").read_text())["sets"]["text"]["is_absent"] is True
    assert main([*arguments, "--check"]) == 1
    assert "1 floors not checked" in capsys.readouterr().out


def test_the_command_lowers_only_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.yaml"
    write_floors(Floors({"text": {"line_f1": 0.9}}), path)
    assert main(["--floors", str(path), "--lower", "text.line_f1", "0.5"]) == 2
    assert "reason" in capsys.readouterr().err
    assert main(["--floors", str(path), "--lower", "text.line_f1", "0.5", "--reason", "mended gold"]) == 0
    assert read_floors(path).get("text", "line_f1") == 0.5


def test_the_table_shows_peers_and_floors_and_the_worst_items() -> None:
    console = Console(record=True, width=150)
    result = SetResult("text", {"line_f1": 0.5}, {"run_seconds": 3.0}, {"rule": {"line_f1": 0.4}})
    result.misses = (Miss("bad.txt", 0.1, "[gold]", "ours"), Miss("good.txt", 1.0, "g", "o"))
    print_table(console, [result, SetResult("html", is_absent=True)], Floors({"text": {"line_f1": 0.45}}))
    print_misses(console, result, 5)
    printed = console.export_text()
    for expected in ("0.500", "0.400 rule", "0.450", "absent", "bad.txt", "[gold]"):
        assert expected in printed
    assert "good.txt" not in printed


def test_the_table_goes_between_its_marks_and_says_what_each_figure_means(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- score -->\nold\n<!-- /score -->\nafter\n")
    result = SetResult("text", {"line_f1": 0.5}, peers={"rule": {"line_f1": 0.4}})
    about = {"version": "1.2", "measured_at": "2024-01-02T03:04:05"}
    floors = Floors({"text": {"line_f1": 0.45}})
    for _ in range(2):
        write_between_marks(page, markdown_table([result, SetResult("html", is_absent=True)], floors, about))
    assert page.read_text().splitlines() == [
        "before",
        "<!-- score -->",
        "Measured on 2024-01-02 with version 1.2:",
        "",
        "| set | metric | ours | floor | peer | what it means |",
        "|---|---|---|---|---|---|",
        f"| text | line_f1 | 0.500 | 0.450 | 0.400 rule | {meanings()['text']['line_f1']} |",
        "| html | absent: not measured | | | | |",
        "<!-- /score -->",
        "after",
    ]
    page.write_text("no marks here\n")
    with pytest.raises(ValueError, match="no place"):
        write_between_marks(page, "table")


def test_every_metric_with_a_floor_has_a_meaning() -> None:
    said = meanings()
    assert set(SETS) == set(said)
    assert {(name, metric) for name, held in read_floors().floors.items() for metric in held} <= {
        (name, metric) for name, metrics in said.items() for metric in metrics
    }
