import json
from datetime import UTC, datetime

import pytest

from schemas.articles import ArticleEvidence
from transforms.clean.clean_document import clean_document
from transforms.clean.furniture import Furniture
from transforms.clean.kinds import is_agency, names_in_byline
from transforms.read.document import Document
from transforms.read.read_file import read_file

STORY = (
    "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed.",
    "Work on the bridge began in the spring of last year and cost 12 million crowns, the town council said.",
)


def evidence(name: str, raw: str, sidecar: dict[str, str] | None = None) -> tuple[ArticleEvidence, ...]:
    (document,) = read_file(name, raw.encode(), json.dumps(sidecar).encode() if sidecar else None)
    assert isinstance(document, Document)
    found = clean_document(document, Furniture(), datetime(2026, 1, 1, tzinfo=UTC)).evidence
    for row in found:
        if row.char_start is not None:
            assert document.text[row.char_start : row.char_end] == row.text
    return found


def told(rows: tuple[ArticleEvidence, ...]) -> set[tuple[str, str, str, str]]:
    return {(row.field, row.value, row.basis, row.text) for row in rows}


def test_a_page_and_its_tags_are_witnesses_side_by_side() -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    page = (
        '<html><head><title>Mayor opens bridge</title><meta name="author" content="Ana Roe, Reuters">'
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
        '<link rel="canonical" href="https://aar.example/2024/05/03/bridge"></head><body><article>'
        f"<h1>Mayor opens bridge</h1><p>By Ana Roe</p><p>3 May 2024</p>{story}</article></body></html>"
    )
    rows = told(evidence("a.html", page))
    assert {
        ("published", "2024-05-03", "meta article:published_time", "2024-05-03T10:00:00Z"),
        ("published", "2024-05-03", "url", "https://aar.example/2024/05/03/bridge"),
        ("published", "2024-05-03", "page", "3 May 2024"),
        ("headline", "Mayor opens bridge", "title", "Mayor opens bridge"),
        ("headline", "Mayor opens bridge", "page", "Mayor opens bridge"),
        ("person", "Ana Roe", "page", "Ana Roe"),
    } <= rows


def test_a_sidecar_is_named_as_what_states_the_date_and_an_agency_is_no_person() -> None:
    sidecar = {"published": "2024-05-03", "byline": "Ana Roe and Reuters"}
    rows = told(evidence("a.txt", "\n\n".join(("Mayor opens bridge in Lindow", *STORY)), sidecar))
    assert ("published", "2024-05-03", "sidecar published", "2024-05-03") in rows
    assert ("person", "Ana Roe", "sidecar byline", "Ana Roe and Reuters") in rows
    assert ("agency", "Reuters", "sidecar byline", "Ana Roe and Reuters") in rows


def test_an_agency_in_a_credit_line_is_relied_on() -> None:
    rows = told(evidence("a.txt", "\n\n".join(("Mayor opens bridge in Lindow", *STORY, "(Reuters)"))))
    assert ("agency", "Reuters", "page", "Reuters") in rows


def test_what_is_not_known_has_no_evidence() -> None:
    assert [row.field for row in evidence("a.txt", STORY[0])] == []


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ana Roe, Senior Reporter", ["Ana Roe"]),
        ("Ana Roe and Jan de Wit | Agence France-Presse", ["Ana Roe", "Jan de Wit", "Agence France-Presse"]),
        ("THU GIANG (according to TASS)", ["THU GIANG", "TASS"]),
        ("Ana Roe, Europe editor, and Jan de Wit", ["Ana Roe", "Jan de Wit"]),
        ("ANA ROE and JAN WIT Associated Press", ["ANA ROE", "JAN WIT", "Associated Press"]),
        ("Ana Roe, BBC News, Lagos", ["Ana Roe", "BBC News"]),
        ("Ana Roe, special to the Courier", ["Ana Roe"]),
        ("Swoop and Ana Roe", ["Swoop", "Ana Roe"]),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in_byline(byline) == names


@pytest.mark.parametrize(
    ("name", "agency"), [("TASS", True), ("Lindow News Desk", True), ("ANK", True), ("Ana Roe", False)]
)
def test_people_and_bodies_are_told_apart(name: str, agency: bool) -> None:
    assert is_agency(name) is agency
