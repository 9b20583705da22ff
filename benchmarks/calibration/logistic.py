"""Logistic regression with a ridge, by Newton's method: enough for some thirty yes-or-no features."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_STEPS = 25


@dataclass(frozen=True, slots=True)
class Fit:
    """The log-odds that each column adds; the first column is the intercept."""

    weights: Floats

    def chances(self, rows: Floats) -> Floats:
        """The estimated chance of each row."""
        return np.asarray(1 / (1 + np.exp(-rows @ self.weights)), dtype=np.float64)


def fit(rows: Floats, right: Floats, ridge: float = 1.0) -> Fit:
    """The weights of the greatest penalized likelihood. The intercept (first column, all ones) is not penalized."""
    penalty = ridge * np.eye(rows.shape[1])
    penalty[0, 0] = 1e-9
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = Fit(weights).chances(rows)
        gradient = rows.T @ (right - chances) - penalty @ weights
        curvature = (rows * (chances * (1 - chances))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(curvature, gradient)
    return Fit(weights)
