"""The figures that may not get worse, in a file; lowering one is a visible act with its reason beside it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.evaluate import SetResult

FLOORS = Path(__file__).with_name("floors.yaml")
# How far below a measured figure its floor is set: what one item more or less may move.
_SLACK = 0.01
_HEAD = "# Written by `python -m benchmarks.quality --raise-floors` and `--lower`; see `make score-check`.\n"


@dataclass(slots=True)
class Floors:
    """The least value of each metric of each set, and every lowering so far with its reason."""

    floors: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)

    def get(self, name: str, metric: str) -> float | None:
        """The floor of a metric, if it has one."""
        return self.floors.get(name, {}).get(metric)

    def raise_to(self, results: Iterable[SetResult]) -> list[str]:
        """Raise each floor to just under what was measured; never lower one. Says what was raised."""
        said = []
        for result in results:
            for metric, value in result.metrics.items():
                floor = max(0.0, math.floor((value - _SLACK) * 1000 + 0.5) / 1000)
                old = self.get(result.name, metric)
                if old is None or floor > old:
                    self.floors.setdefault(result.name, {})[metric] = floor
                    said.append(f"{result.name}.{metric}: {old} -> {floor}")
        return said

    def lower(self, name: str, metric: str, value: float, reason: str, today: date) -> None:
        """Lower one floor. Raises ValueError without a reason, a known metric, or a value that is lower."""
        old = self.get(name, metric)
        if old is None:
            raise ValueError(f"There is no floor for {name}.{metric}.")
        if value >= old:
            raise ValueError(f"The floor of {name}.{metric} is {old}; {value} is not lower.")
        if not reason.strip():
            raise ValueError("A floor is lowered only with a reason (--reason TEXT).")
        self.floors[name][metric] = value
        entry = {"set": name, "metric": metric, "from": old, "to": value, "on": today.isoformat(), "reason": reason}
        self.lowered.append(entry)

    def failures(self, results: Iterable[SetResult]) -> list[str]:
        """What does not hold: metrics under their floor or gone, sets with floors that are absent, and defects."""
        said = []
        for result in results:
            wanted = self.floors.get(result.name, {})
            said += [f"{result.name}: {defect}" for defect in result.defects]
            if result.is_absent:
                said += [f"{result.name}: absent, {len(wanted)} floors not checked"] if wanted else []
                continue
            for metric, floor in wanted.items():
                value = result.metrics.get(metric)
                if value is None:
                    said.append(f"{result.name}.{metric}: not measured, floor {floor}")
                elif value < floor:
                    said.append(f"{result.name}.{metric}: {value:.3f} is under its floor {floor}")
        return said


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors in the file; none where there is no file yet."""
    stored = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else None
    return Floors(**(stored or {}))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors back."""
    text = yaml.safe_dump({"floors": floors.floors, "lowered": floors.lowered}, sort_keys=True, allow_unicode=True)
    path.write_text(_HEAD + text, encoding="utf-8")
