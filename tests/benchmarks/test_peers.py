from pathlib import Path

import pytest

from benchmarks.quality.evaluate import SCORERS
from benchmarks.quality.peers import Peer, peers_of
from benchmarks.quality.peers.cache import read_all
from benchmarks.quality.rows import FileRows

PAGE = """<html><head><title>Ferry runs aground | The Bell</title>
<meta property="article:published_time" content="2024-03-02T08:00:00Z"><meta name="author" content="Ana Soto">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ferry runs aground</h1>
<p>A ferry with ninety people on board ran aground off the northern pier on Monday morning, the coast guard said.</p>
<p>Nobody was hurt, and all passengers were brought to the harbour within an hour, according to the same statement.</p>
<p>The company that runs the line said that it would look into why the ship had left the marked channel.</p>
</article><footer>All rights reserved</footer></body></html>"""


def read(set_name: str, peer_name: str, content: str) -> FileRows:
    peer = next(peer for peer in peers_of(set_name) if peer.name == peer_name)
    return peer.read("a", content.encode())


@pytest.mark.parametrize("name", ["trafilatura", "newspaper4k"])
def test_pages(name: str) -> None:
    article = read("html", name, PAGE).article
    assert article is not None
    assert "ran aground off the northern pier" in article["body"]
    assert "All rights reserved" not in article["body"]
    assert (article["byline"], article["published_edtf"]) == ("Ana Soto", "2024-03-02")


@pytest.mark.parametrize("name", ["trafilatura", "newspaper4k", "htmldate"])
def test_an_empty_page(name: str) -> None:
    assert not (read("html", name, "").article or {}).get("published_edtf")


def test_htmldate() -> None:
    article = read("html", "htmldate", PAGE).article
    assert article == {"published_edtf": "2024-03-02"}


def test_keep_long_lines() -> None:
    ours = read("text", "keep long lines", "Home\nThe ferry ran aground today.\nShare this story with friends\n")
    assert ours.article == {"body": "The ferry ran aground today."}
    assert [ours.raw[row["char_start"] : row["char_end"]] for row in ours.removed] == [
        "Home",
        "Share this story with friends",
    ]


def test_quotation_marks() -> None:
    ours = read("quotes", "quotation marks", 'He said “größer, or else” and "so be it". An open " mark.')
    assert [row["text"] for row in ours.quotes] == ["größer, or else", "so be it"]
    assert all(ours.raw[row["char_start"] : row["char_end"]] == row["text"] for row in ours.quotes)


def test_spacy_names() -> None:
    text = "Nothing here.\nPresident Emmanuel Macron flew to Berlin on Tuesday."
    people = read("entities", "spaCy + same spelling", text)
    assert ("Emmanuel Macron", "PERSON") in {(row["text"], row["kind"]) for row in people.mentions}
    assert "Tuesday" not in {row["text"] for row in people.mentions}
    places = read("places", "spaCy + largest town of the name", text).mentions
    assert [(row["text"], row["country"]) for row in places] == [("Berlin", "DEU")]
    assert text[places[0]["char_start"] : places[0]["char_end"]] == "Berlin"


def test_every_peer_is_held_to_metrics_that_its_set_has() -> None:
    for name in SCORERS:
        for peer in peers_of(name):
            assert peer.metrics, (name, peer.name)


def test_results_are_kept_by_content(tmp_path: Path) -> None:
    calls: list[str] = []

    def count(file: str, raw: bytes) -> FileRows:
        calls.append(file)
        return FileRows(file, raw.decode(), {"body": raw.decode().upper()})

    peer = Peer("counter", "pytest", ("body_f1",), count)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("same")
    for _ in range(2):
        rows = read_all(peer, tmp_path, ["a.txt", "b.txt"], tmp_path / "cache")
        assert rows["b.txt"] == FileRows("b.txt", "same", {"body": "SAME"})
    assert calls == ["a.txt"]
