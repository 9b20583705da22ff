"""Chooses among the meanings of all names of an article at once: size, and what lies near what.

Every name may take any of its meanings, at the cost of how unlikely that one is among them; a meaning is supported by each
other name as far as the meaning that suits it best is worth its cost. So "Lebanon" and "Boone County" together are in Indiana,
though neither is by itself. This is max-product belief propagation; the heuristics weighed in it are those of Leidner, Toponym
Resolution in Text (2007).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import asin, cos, exp, log10, radians, sin, sqrt
from typing import Protocol, TypeVar

from transforms.places.gazetteer import Candidate

_Key = TypeVar("_Key")

_EARTH_RADIUS_KM = 6371.0
_MOST_NAMES = 40  # names beyond these give no support to others
_ROUNDS = 2
_POINTS = frozenset({"city", "county", "facility", "feature"})
_CELL_DEGREES = 2.0

# The weights of the evidence, in powers of ten of population; fitted on the development set of local news.
_SIZE = 0.9
_SMALLEST = 500  # inhabitants of a place whose population is unknown
_NEAR_KM = 100.0
_NEAR = 3.0
_SAME_STATE = 1.2
_SAME_COUNTRY = 0.25
_STATE_NAMED = 1.5
_REGION_OF_WORLD_KM = 700.0
_REGION_OF_WORLD = 0.6
_MOST_SUPPORT = 6.0
_CUES = 2.5
_CAPITAL = 0.8
_OTHER_NAME = -2.2


class Located(Protocol):
    """Anything with coordinates in degrees (WGS 84)."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""


def distance_km(one: Located, other: Located) -> float:
    """Great-circle distance in kilometres (haversine)."""
    latitude_1, latitude_2 = radians(one.latitude), radians(other.latitude)
    half_latitude = sin((latitude_2 - latitude_1) / 2)
    half_longitude = sin(radians(other.longitude - one.longitude) / 2)
    chord = half_latitude**2 + cos(latitude_1) * cos(latitude_2) * half_longitude**2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def choose_places(options: Mapping[str, Sequence[Candidate]], cues: Mapping[str, float]) -> dict[str, Candidate | None]:
    """The best meaning of each name, None for a name without any. `cues` weigh the countries that the text speaks for."""
    named = {name: places for name, places in options.items() if places}
    open_names = [name for name, places in named.items() if len(places) > 1]
    chosen = {name: places[0] if places else None for name, places in options.items()}
    if not open_names:
        return chosen
    priors = {name: [_prior(place, cues) for place in places] for name, places in named.items()}
    scores = dict(priors)
    heard = list(named)[:_MOST_NAMES]
    others = {name: [other for other in heard if _is_another(name, other)] for name in open_names}
    witnesses: dict[str, _Witness] = {}
    settled: dict[tuple[str, str], list[float]] = {}  # what names of one meaning say of another name's meanings
    for _ in range(_ROUNDS):
        for name in heard:
            if name not in witnesses or len(named[name]) > 1:
                witnesses[name] = _Witness.of(named[name], scores[name])
        for name in open_names:
            said = []
            for other in others[name]:
                support = settled.get((other, name))
                if support is None:
                    support = [witnesses[other].support(place) for place in named[name]]
                    if len(named[other]) == 1:
                        settled[other, name] = support
                said.append(support)
            sums = [sum(supports) for supports in zip(*said, strict=True)] or [0.0] * len(named[name])
            scores[name] = [prior + _damped(total) for prior, total in zip(priors[name], sums, strict=True)]
    for name in open_names:
        chosen[name] = max(zip(scores[name], named[name], strict=True), key=lambda pair: pair[0])[1]
    return chosen


def _prior(place: Candidate, cues: Mapping[str, float]) -> float:
    score = _SIZE * log10(max(place.population, _SMALLEST)) + _CUES * cues.get(place.country or "", 0.0)
    return score + _CAPITAL * place.is_capital + _OTHER_NAME * (not place.is_main_name)


def _is_another(name: str, other: str) -> bool:
    """Whether two names are witnesses for each other: "Kent" and "Kent Airport" are one."""
    return name not in other and other not in name


def _damped(support: float) -> float:
    """Support that grows ever more slowly: the tenth place near by says less than the first."""
    return _MOST_SUPPORT * (1 - exp(-support / _MOST_SUPPORT))


@dataclass(slots=True)
class _Witness:
    """One name's meanings, indexed by where they are; each is worth what closeness gives less what the meaning costs."""

    countries: dict[str, float] = field(default_factory=dict)
    states: dict[tuple[str, str], float] = field(default_factory=dict)
    cells: dict[tuple[int, int], list[tuple[float, Candidate]]] = field(default_factory=lambda: defaultdict(list))
    likeliest: Candidate | None = None

    @classmethod
    def of(cls, places: Sequence[Candidate], scores: Sequence[float]) -> "_Witness":
        witness, best = cls(), max(scores)
        whole = best + log10(sum(10 ** (score - best) for score in scores))
        for place, score in zip(places, scores, strict=True):
            if place.country is None:
                continue
            cost = whole - score
            if score == best:
                witness.likeliest = place
            _keep_best(witness.countries, place.country, _SAME_COUNTRY - cost)
            if place.admin1:
                worth = _SAME_COUNTRY + _SAME_STATE + _STATE_NAMED * (place.kind == "region") - cost
                _keep_best(witness.states, (place.country, place.admin1), worth)
            if place.kind in _POINTS:
                witness.cells[_cell(place)].append((cost, place))
        return witness

    def support(self, place: Candidate) -> float:
        """How well the name, whatever it means, fits the place; 0 where it does not."""
        country = place.country
        if country is None:
            return 0.0
        worth = self.countries.get(country, 0.0)
        if worth or self.states:
            worth = max(worth, self.states.get((country, place.admin1), 0.0), 0.0)
        if self.cells and place.kind in _POINTS:
            for cell in _cells_around(*_cell(place)):
                if cell in self.cells:
                    worth = max(worth, *(_nearness(place, other) - cost for cost, other in self.cells[cell]))
        if worth < _REGION_OF_WORLD and self.likeliest is not None and self.likeliest.country != country:
            worth = max(worth, _REGION_OF_WORLD * exp(-distance_km(place, self.likeliest) / _REGION_OF_WORLD_KM))
        return worth


def _nearness(place: Candidate, other: Candidate) -> float:
    is_same_country = place.country == other.country
    is_same_state = is_same_country and place.admin1 == other.admin1 != ""
    shared = _SAME_COUNTRY * is_same_country + _SAME_STATE * is_same_state
    return shared + _NEAR * exp(-distance_km(place, other) / _NEAR_KM)


def _cell(place: Candidate) -> tuple[int, int]:
    return int(place.latitude // _CELL_DEGREES), int(place.longitude // _CELL_DEGREES)


@lru_cache(maxsize=10_000)
def _cells_around(row: int, column: int) -> tuple[tuple[int, int], ...]:
    return tuple((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _keep_best(worths: dict[_Key, float], key: _Key, worth: float) -> None:
    worths[key] = max(worth, worths.get(key, worth))
