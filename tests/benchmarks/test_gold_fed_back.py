"""Every scorer gives 1.0 on the whole of the real gold when that is what was published."""

import json
from pathlib import Path

import pytest

from benchmarks.quality.evaluate import SCORERS
from benchmarks.quality.published import decode
from benchmarks.quality.rows import FileRows, Row
from benchmarks.quality.sets.actors import file_of
from benchmarks.quality.sets.entities import is_named
from benchmarks.quality.sets.places import country_of

SETS = Path(__file__).resolve().parents[3] / "shared" / "eval"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SETS.is_dir(), reason="the labelled articles (../shared) are not here"),
]


def html_rows(item: Row, raw: str) -> FileRows:
    article = {"body": item["text"], "headline": item["title"], "byline": item["author"]}
    return FileRows(item["file"], raw, {**article, "published_edtf": item["published"]})


def text_rows(item: Row, raw: str) -> FileRows:
    removed, offset = [], 0
    for number, line in enumerate(raw.split("\n"), 1):
        if number not in item["keep"]:
            removed.append({"char_start": offset, "char_end": offset + len(line)})
        offset += len(line) + 1
    return FileRows(item["file"], raw, {"body": item["text"]}, removed)


def events_rows(item: Row, raw: str) -> FileRows:
    event_type = "RETREAT" if item["type"] == "YIELD" else item["type"]
    row = {"event_type": event_type, "actors": [item["source"]], "recipients": [item["target"]], "confidence": 1.0}
    return FileRows(item["file"], raw, {}, events=[{**row, "char_start": 0, "char_end": 1}], sentences=1)


def quotes_rows(item: Row, raw: str) -> FileRows:
    quotes = [
        {
            "char_start": row["content"][0],
            "char_end": row["content"][1],
            "text": raw[slice(*row["content"])],
            "is_direct": row["direct"],
            "speaker_id": None,
            "speaker_text": raw[slice(*row["source"])] if row["source"] else None,
        }
        for row in item["attributions"]
    ]
    return FileRows(item["file"], raw, {}, quotes=quotes)


def stories_rows(item: Row, raw: str) -> FileRows:
    rows = [
        {"char_start": row["start"], "char_end": row["end"], "text": row["text"], "event_id": row["cluster"]}
        for row in item["mentions"]
    ]
    return FileRows(item["file"], raw, {}, events=[{**row, "event_type": "AID"} for row in rows])


def places_rows(item: Row, raw: str) -> FileRows:
    rows = [
        {
            "char_start": row["start"],
            "char_end": row["end"],
            "text": row["phrase"],
            "kind": "PLACE",
            "name": row["phrase"],
            "geonames_id": int(row["geonames"]) if row["geonames"] else None,
            "latitude": float(row["lat"]) if row["lat"] else None,
            "longitude": float(row["lon"]) if row["lon"] else None,
            "country": country_of(row),
        }
        for row in item["toponyms"]
    ]
    return FileRows(item["file"], raw, {}, mentions=rows)


def entities_rows(item: Row, raw: str) -> FileRows:
    rows = [
        {
            "char_start": row["start"],
            "char_end": row["end"],
            "text": row["text"],
            "kind": "OTHER",
            "entity_id": row["wikidata"],
        }
        for row in item["mentions"]
        if is_named(row)
    ]
    return FileRows(item["file"], raw, {}, mentions=rows)


def actors_rows(item: Row, raw: str) -> FileRows:
    fields = {field: item.get(field) or None for field in ("country", "sector", "name")}
    end = len(item["phrase"])
    mention = {"char_start": 0, "char_end": end, "text": item["phrase"], **fields}
    return FileRows(item["file"], raw, {}, mentions=[mention])


ROWS = {
    "html": html_rows,
    "text": text_rows,
    "events": events_rows,
    "quotes": quotes_rows,
    "stories": stories_rows,
    "places": places_rows,
    "entities": entities_rows,
    "actors": actors_rows,
}


@pytest.mark.parametrize("name", SCORERS)
def test_gold_fed_back_gives_one(name: str) -> None:
    lines = (SETS / name / "gold.jsonl").read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    for index, item in enumerate(gold):
        item.setdefault("file", file_of(index))
    if name == "actors":
        texts = {item["file"]: item["phrase"] for item in gold}
    else:
        texts = {item["file"]: decode((SETS / name / "articles" / item["file"]).read_bytes()) for item in gold}
    metrics = SCORERS[name](gold, {item["file"]: ROWS[name](item, texts[item["file"]]) for item in gold}).metrics
    assert metrics
    assert metrics == pytest.approx(dict.fromkeys(metrics, 1.0), abs=1e-9)
