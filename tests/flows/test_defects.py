"""A defect of our own that one article brings to light costs that article's rows and nothing else."""

from pathlib import Path
from typing import Any

import pytest
from homes import MEETING, STRIKE, query, run, write

import flows.stages.clean
import transforms.extract
import transforms.parsing.fast_pipeline


def failing(function: Any, word: str) -> Any:
    """`function`, which now fails on articles that say `word`."""

    def call(item: Any, *arguments: Any) -> Any:
        if word in item.text:
            raise KeyError(word)
        return function(item, *arguments)

    return call


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path, "meeting.txt", MEETING)
    write(tmp_path, "strike.txt", STRIKE)
    return tmp_path


def test_an_article_that_cannot_be_extracted_is_published_as_an_article(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transforms.extract, "extract_article", failing(transforms.extract.extract_article, "Kampala"))
    assert run(home).status == "published"
    assert query(home, "SELECT file_name FROM articles ORDER BY ALL") == [("meeting.txt",), ("strike.txt",)]
    assert query(home, "SELECT DISTINCT file_name FROM event_mentions JOIN articles USING (article_id)") == [
        ("strike.txt",)
    ]
    ((name, stage, reason, detail),) = query(home, "SELECT file_name, stage, reason, detail FROM quarantine")
    assert (name, stage, reason) == ("meeting.txt", "extract", "extraction failed")
    assert detail.startswith("KeyError: 'Kampala' (test_defects.py:")


def test_an_article_that_cannot_be_parsed_costs_the_others_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_columns(nlp: Any, texts: Any) -> Any:
        if any("Kampala" in text for text in texts):
            raise MemoryError("too long")
        return whole(nlp, texts)

    whole = transforms.parsing.fast_pipeline.parse_columns
    monkeypatch.setattr(transforms.parsing.fast_pipeline, "parse_columns", parse_columns)
    assert run(home).status == "published"
    assert query(home, "SELECT file_name FROM articles ORDER BY ALL") == [("meeting.txt",), ("strike.txt",)]
    assert query(home, "SELECT DISTINCT file_name FROM event_mentions JOIN articles USING (article_id)") == [
        ("strike.txt",)
    ]
    assert query(home, "SELECT file_name, reason FROM quarantine") == [("meeting.txt", "extraction failed")]


def test_once_mended_reprocessing_brings_it_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(transforms.extract, "extract_article", failing(transforms.extract.extract_article, "Kampala"))
        run(home)
    assert run(home, reprocess=True).status == "published"
    assert query(home, "SELECT count(DISTINCT article_id) FROM event_mentions") == [(2,)]
    assert query(home, "SELECT * FROM quarantine") == []


def test_an_article_that_cannot_be_cleaned_is_held_back_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.stages.clean, "clean_document", failing(flows.stages.clean.clean_document, "Kampala"))
    assert run(home).status == "published"
    assert query(home, "SELECT file_name FROM articles") == [("strike.txt",)]
    assert query(home, "SELECT file_name, stage, reason FROM quarantine") == [
        ("meeting.txt", "read", "cleaning failed")
    ]


def test_a_file_that_cannot_be_read_is_held_back_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_file(file_name: str, *arguments: Any) -> Any:
        if file_name == "meeting.txt":
            raise RecursionError("too deep")
        return whole(file_name, *arguments)

    whole = flows.stages.clean.read_file
    monkeypatch.setattr(flows.stages.clean, "read_file", read_file)
    assert run(home).status == "published"
    assert query(home, "SELECT file_name FROM articles") == [("strike.txt",)]
    ((reason, detail),) = query(home, "SELECT reason, detail FROM quarantine")
    assert reason == "reading failed"
    assert "RecursionError: too deep" in detail
