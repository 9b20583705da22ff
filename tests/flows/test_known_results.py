import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from homes import MEETING, STRIKE, content
from rich.console import Console

from flows.fingerprint import stamps
from flows.pipeline import Job, RunResult, run_once
from flows.progress import PlainReporter
from flows.settings import Settings

ANEW = Job(reprocess=True, everything=True)
REPORT = "Police in {town} arrested {count} people on Monday after a protest over unpaid wages turned violent."


def run(home: Path, job: Job, **settings: Any) -> RunResult:
    return run_once(Settings(home=home, **settings), job, PlainReporter(Console(quiet=True)))


def kept(home: Path) -> dict[str, int]:
    """How many parses, findings and events are kept."""
    query = (
        "select substr(stamp, 1, instr(stamp, ' ') - 1), count(*) from results join chunks using (chunk_no) group by 1"
    )
    with closing(sqlite3.connect(home / "cache.sqlite")) as connection:
        return dict(connection.execute(query).fetchall())


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Sixty articles, many with a paragraph of an earlier one."""
    towns = ("Mombasa", "Kisumu", "Gulu", "Mwanza")
    texts = [
        f"{REPORT.format(town=towns[number % 4], count=number + 2)}\n\n{(MEETING, STRIKE)[number % 2]}"
        for number in range(60)
    ]
    lines = [
        json.dumps({"id": str(number), "title": f"Report {number}", "text": text}) for number, text in enumerate(texts)
    ]
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def no_entities(_: object) -> None:
    raise AssertionError("entities were looked for")


def no_model(name: str) -> None:
    raise AssertionError(f"{name} was loaded")


@pytest.mark.slow
def test_rows_do_not_depend_on_cache_batch_or_workers(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job(paths=(inbox,))
    run(tmp_path / "plain", job, workers=0, cache_mb=0)
    expected = content(tmp_path / "plain")
    assert len(expected["event_mentions"]) > 60
    assert not (tmp_path / "plain" / "cache.sqlite").exists()
    for name, settings in {
        "small": {"workers": 0, "batch_articles": 7},
        "many": {"workers": 2, "batch_articles": 45},
    }.items():
        run(tmp_path / name, job, **settings)
        assert content(tmp_path / name) == expected
    assert kept(tmp_path / "small")["parse"] < 2 * 60
    monkeypatch.setattr("flows.stages.extract.load_model", no_model)
    assert run(tmp_path / "many", ANEW, workers=0).status == "unchanged"
    assert content(tmp_path / "many") == expected


@pytest.mark.slow
def test_rows_of_batch_by_batch_are_those_of_all_at_once(tmp_path: Path, inbox: Path) -> None:
    lines = (inbox / "reports.jsonl").read_text("utf-8").splitlines()
    (inbox / "reports.jsonl").unlink()
    retold = MEETING.replace("met in Kampala", "held talks in Kampala")
    lines += [json.dumps({"id": f"late {number}", "title": "", "text": f"{retold}\n\n{STRIKE}"}) for number in range(2)]
    for number, start in enumerate((0, 30, 50, 61)):
        batch = lines[start : start + (30, 20, 11, 1)[number]]
        (inbox / f"{number}.jsonl").write_text("\n".join(batch), "utf-8")
    run(tmp_path / "plain", Job(paths=(inbox,)), workers=0, cache_mb=0)
    expected = content(tmp_path / "plain")
    home = tmp_path / "home"
    for file in sorted(inbox.iterdir()):
        run(home, Job(paths=(file,)), workers=0)
    assert content(home) == expected
    run(home, ANEW, workers=0)
    assert content(home) == expected


@pytest.mark.slow
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path, inbox: Path) -> None:
    home = tmp_path / "home"
    run(home, Job(paths=(inbox,)), workers=0)
    expected = content(home)
    (home / "cache.sqlite").write_bytes(b"no database at all" * 500)
    result = run(home, ANEW, workers=0)
    assert any("cache.sqlite was damaged" in note for note in result.notes)
    assert content(home) == expected
    assert kept(home)["findings"] == kept(home)["events"] == 60


@pytest.mark.slow
def test_other_event_rules_find_events_anew_and_nothing_else(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    run(home, Job(paths=(inbox,)), workers=0)
    expected = content(home)
    before = kept(home)
    now = stamps(Settings().model)
    monkeypatch.setattr("flows.fingerprint.stamps", lambda _: replace(now, events="events of other rules"))
    monkeypatch.setattr("transforms.findings.find_entities", no_entities)
    monkeypatch.setattr("flows.stages.extract.load_model", no_model)
    assert run(home, ANEW, workers=0).status == "unchanged"
    assert content(home) == expected
    assert kept(home) == {**before, "events": 2 * before["events"]}


@pytest.mark.slow
def test_damaged_findings_are_found_anew(tmp_path: Path, inbox: Path) -> None:
    home = tmp_path / "home"
    run(home, Job(paths=(inbox,)), workers=0)
    expected = content(home)
    with closing(sqlite3.connect(home / "cache.sqlite")) as connection, connection:
        connection.execute("update chunks set packed = substr(packed, 1, 100)")
    assert run(home, ANEW, workers=0).status == "unchanged"
    assert content(home) == expected
