"""Gradient boosting with oblivious trees (every level asks one question of all rows), in NumPy, for two classes.

Small enough to read, and its model is three short arrays a tree. After Prokhorenkova et al., CatBoost (NeurIPS 2018).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fit; `row_share` and `column_share` are drawn anew for each tree."""

    trees: int = 200
    depth: int = 5
    rate: float = 0.12
    bins: int = 48
    row_share: float = 0.35
    column_share: float = 0.35
    shrink: float = 20.0
    seed: int = 11


@dataclass(frozen=True, slots=True)
class Model:
    """`columns` and `thresholds` have one row a tree and one place a level; `leaves` 2**depth values a tree."""

    bias: float
    columns: NDArray[np.int64]
    thresholds: Floats
    leaves: Floats

    def margin(self, rows: NDArray[np.float32]) -> Floats:
        """Log odds of each row."""
        total = np.full(len(rows), self.bias)
        powers = 1 << np.arange(self.columns.shape[1])
        for columns, thresholds, leaves in zip(self.columns, self.thresholds, self.leaves, strict=True):
            total += leaves[(rows[:, columns] > thresholds) @ powers]
        return total


def fit(rows: NDArray[np.float32], target: Floats, weight: Floats, settings: Settings) -> Model:
    """Fit log odds of `target` (shares between 0 and 1 are allowed) with row weights."""
    random = np.random.default_rng(settings.seed)
    edges = [_edges(rows[:, column], settings.bins, random) for column in range(rows.shape[1])]
    codes = np.column_stack(
        [np.searchsorted(edge, rows[:, column], side="left") for column, edge in enumerate(edges)]
    ).astype(np.uint8)
    mean = float((target * weight).sum() / weight.sum())
    bias = float(np.log(mean / (1 - mean)))
    margin = np.full(len(rows), bias)
    columns = np.zeros((settings.trees, settings.depth), np.int64)
    thresholds = np.zeros((settings.trees, settings.depth))
    leaves = np.zeros((settings.trees, 1 << settings.depth))
    for tree in range(settings.trees):
        chance = 1 / (1 + np.exp(-margin))
        gradient, hessian = weight * (target - chance), weight * np.maximum(chance * (1 - chance), 1e-6)
        picked = np.flatnonzero(random.random(len(rows)) < settings.row_share)
        candidates = np.sort(
            random.choice(rows.shape[1], max(1, int(settings.column_share * rows.shape[1])), replace=False)
        )
        questions = _grow(codes[picked], gradient[picked], hessian[picked], candidates, edges, settings)
        leaf = np.zeros(len(rows), np.int64)
        for level, (column, code) in enumerate(questions):
            columns[tree, level], thresholds[tree, level] = (
                column,
                edges[column][code] if len(edges[column]) else np.inf,
            )
            leaf += (codes[:, column] > code).astype(np.int64) << level
        size = 1 << settings.depth
        value = np.bincount(leaf, gradient, size) / (np.bincount(leaf, hessian, size) + settings.shrink)
        leaves[tree] = settings.rate * value
        margin += leaves[tree][leaf]
    return Model(bias, columns, thresholds, leaves)


def _edges(values: NDArray[np.float32], bins: int, random: np.random.Generator) -> Floats:
    """Thresholds between the quantiles of a column, fewer where it has few values."""
    sample = values if len(values) < 50_000 else random.choice(values, 50_000, replace=False)  # noqa: PLR2004
    distinct = np.unique(sample)
    if len(distinct) <= bins:
        return ((distinct[1:] + distinct[:-1]) / 2).astype(np.float64)
    cuts = np.unique(np.quantile(sample, np.linspace(0, 1, bins + 1)[1:-1]))
    return np.unique(np.concatenate([cuts, [(distinct[0] + distinct[1]) / 2]])).astype(np.float64)


def _grow(
    codes: NDArray[np.uint8],
    gradient: Floats,
    hessian: Floats,
    candidates: NDArray[np.int64],
    edges: list[Floats],
    settings: Settings,
) -> list[tuple[int, int]]:
    """The question of each level: the column and code that gain most over all leaves together."""
    questions: list[tuple[int, int]] = []
    leaf = np.zeros(len(codes), np.int64)
    width = settings.bins + 2
    for level in range(settings.depth):
        size = (1 << level) * width
        best = (-np.inf, 0, 0)
        base = leaf * width
        for column in candidates:
            if not len(edges[column]) or (
                (int(column),) in [question[:1] for question in questions[-1:]] and len(edges[column]) == 1
            ):
                continue
            place = base + codes[:, column]
            grad = np.bincount(place, gradient, size).reshape(-1, width).cumsum(axis=1)
            hess = np.bincount(place, hessian, size).reshape(-1, width).cumsum(axis=1)
            gain = (
                grad**2 / (hess + settings.shrink)
                + (grad[:, -1:] - grad) ** 2 / (hess[:, -1:] - hess + settings.shrink)
            ).sum(axis=0)
            code = int(gain[: len(edges[column])].argmax())
            if gain[code] > best[0]:
                best = (float(gain[code]), int(column), code)
        questions.append(best[1:])
        leaf += (codes[:, best[1]] > best[2]).astype(np.int64) << level
    return questions
