"""`python -m benchmarks.calibration`: how far the confidence of event mentions is to be believed, and its weights anew.

    python -m benchmarks.calibration                  # the reliability table, cross-validated
    python -m benchmarks.calibration --write          # fit on all sentences and write transforms/events/confidence.yaml

The labels tell one event a sentence. A mention of another type may be right about another event of its sentence and is
counted as wrong here, so that the confidence is a floor; the last column tells what is confirmed where a sentence gave
mentions of one type alone. Every second sentence fits the shipped weights; the table is of ten folds over all of them.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.calibration.logistic import Fit, Floats, fit
from benchmarks.calibration.mentions import Judged, judged_mentions

_DATA = Path(__file__).resolve().parents[3] / "shared" / "eval" / "events"
_WEIGHTS = Path(__file__).resolve().parents[2] / "transforms" / "events" / "confidence.yaml"
_FOLDS = 10
_BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
_HEAD = """\
# The log-odds that each feature adds to the chance that a reader would give a mention its type. Fitted by
# `python -m benchmarks.calibration --write` on every second of 1,050 labelled sentences (Zero-Shot-PLOVER); one event a
# sentence is labelled there, so the chance is a floor.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the table, and with `--write` fit the weights on every second sentence; 2 where the labels are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=_DATA, help="the labelled sentences (default: ../shared/eval/events)"
    )
    parser.add_argument("--write", action="store_true", help="fit and write confidence.yaml")
    options = parser.parse_args(arguments)
    if not (options.data / "gold.jsonl").is_file():
        sys.stderr.write(f"no gold.jsonl in {options.data}: name the folder with --data\n")
        return 2
    judged = list(judged_mentions(options.data))
    names = ("intercept", *sorted({name for one in judged for name in one.features}))
    rows, right = matrix(judged, names), np.array([one.is_right for one in judged], dtype=np.float64)
    others = [one for one in judged if one.sentence % 2]
    print_table(
        "confidence as shipped, on the half that did not fit it", others, np.array([one.confidence for one in others])
    )
    print_table(f"fitted anew, {_FOLDS} folds by sentence", judged, cross_validated(judged, rows, right))
    if options.write:
        even = np.array([one.sentence % 2 == 0 for one in judged])
        write_weights(names, fit(rows[even], right[even]))
    return 0


def matrix(judged: Sequence[Judged], names: Sequence[str]) -> Floats:
    """One row a mention, one column a feature, the first all ones."""
    return np.array(
        [[name == "intercept" or name in one.features for name in names] for one in judged], dtype=np.float64
    )


def cross_validated(judged: Sequence[Judged], rows: Floats, right: Floats) -> Floats:
    """The chance of each mention by a fit that has not seen its sentence."""
    folds = np.array([one.sentence % _FOLDS for one in judged])
    chances = np.zeros(len(judged))
    for fold in range(_FOLDS):
        unseen = folds == fold
        chances[unseen] = fit(rows[~unseen], right[~unseen]).chances(rows[unseen])
    return chances


def print_table(title: str, judged: Sequence[Judged], chances: Floats) -> None:
    """Mentions by confidence: how many are confirmed, and the mean gap between the two (expected calibration error)."""
    table = Table(title=title, title_justify="left")
    for heading in ("confidence", "mentions", "mean", "confirmed", "confirmed where alone"):
        table.add_column(heading, justify="left" if heading == "confidence" else "right")
    right = np.array([one.is_right for one in judged])
    alone = np.array([one.is_alone for one in judged])
    error = 0.0
    for low, high in pairwise(_BINS):
        inside = (chances >= low) & (chances < high)
        if not inside.any():
            continue
        confirmed = right[inside].mean()
        error += abs(confirmed - chances[inside].mean()) * inside.mean()
        single = f"{right[inside & alone].mean():.2f}" if (inside & alone).any() else "–"
        cells = f"{low:.1f}–{min(high, 1):.1f}", f"{inside.sum()}", f"{chances[inside].mean():.2f}", f"{confirmed:.2f}"
        table.add_row(*cells, single)
    console = Console(width=None if sys.stdout.isatty() else 100)
    console.print(table)
    brier = float(np.mean((chances - right) ** 2))
    console.print(f"expected calibration error {error:.3f}, Brier score {brier:.3f}, base rate {right.mean():.2f}\n")


def write_weights(names: Sequence[str], fitted: Fit) -> None:
    """Write the weights as one line a feature."""
    lines = [f"{name}: {weight:.2f}" for name, weight in zip(names, fitted.weights, strict=True)]
    _WEIGHTS.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
