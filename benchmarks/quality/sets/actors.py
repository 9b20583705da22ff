"""Phrases that name an actor, each set into one sentence: its country, its sector, its canonical name."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.measures import mean, overlap, share
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span

_FIELDS = ("country", "sector", "name")
_STATELESS = ("IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG")


def file_of(index: int) -> str:
    """The name of the one-sentence article of the phrase on line `index`."""
    return f"{index:04d}.txt"


def write_articles(gold: Sequence[Row], folder: Path) -> None:
    """Write each phrase as an article of one sentence."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, item in enumerate(gold):
        (folder / file_of(index)).write_text(f"{item['phrase']} met reporters on Tuesday.\n", encoding="utf-8")


def score(gold: Gold, rows: Rows) -> Score:
    """Exact match of country, sector and name, each over the phrases that state it ('' states that there is none).

    Gold codes a body that belongs to no state by its sector ("IGO"); the published column holds ISO 3166-1 codes alone,
    so such a code asks for no country. What literal codes would give is among the figures.
    """
    answers = [answer(item["phrase"], rows_of(rows, file_of(index))) for index, item in enumerate(gold)]
    literal = share(
        item["country"] == ours["country"] for item, ours in zip(gold, answers, strict=True) if "country" in item
    )
    results = [(_of_a_state(item), _of_a_state(ours)) for item, ours in zip(gold, answers, strict=True)]
    metrics = {field: share(item[field] == ours[field] for item, ours in results if field in item) for field in _FIELDS}
    named = {
        f"{field}_where_there_is_one": share(item[field] == ours[field] for item, ours in results if item.get(field))
        for field in ("country", "sector")
    }
    misses = []
    for item, ours in results:
        stated = [field for field in _FIELDS if field in item]
        hits = mean(float(item[field] == ours[field]) for field in stated) or 0.0
        shown = [" ".join(f"{field}={values[field]!r}" for field in stated) for values in (item, ours)]
        misses.append(Miss(item["phrase"], hits, shown[0], f"{shown[1]} from {ours['text']!r}"))
    return Score(known(metrics), known(named | {"country_literal": literal}), tuple(misses))


def _of_a_state(row: Row) -> Row:
    return row | {"country": ""} if row.get("country") in _STATELESS else row


def answer(phrase: str, ours: FileRows) -> Row:
    """What we know of the entity that covers most of the phrase; its country else from the event's actors."""
    start = max(ours.raw.find(phrase), 0)
    where = start, start + len(phrase)
    touching = [row for row in ours.mentions if overlap(span(row), where)]
    best = min(touching, key=lambda row: (-overlap(span(row), where), row["char_start"]), default=None)
    result = {"country": "", "sector": "", "name": "", "text": ""}
    if best is not None:
        result = {"country": best["country"], "sector": best["sector"], "name": best["name"], "text": best["text"]}
    if not result["country"]:
        countries = {country for row in ours.events for country in row["actor_countries"]}
        result["country"] = next(iter(countries)) if len(countries) == 1 else ""
    return {field: value or "" for field, value in result.items()}
