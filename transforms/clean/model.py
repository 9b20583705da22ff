"""The learned part of the cleaner: boosted oblivious trees in `model.json`, evaluated for all blocks at once."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from transforms.clean.features import FEATURES, Matrix


class Judge(Protocol):
    """What gives each block, by its features, the chance that it is the article's own text."""

    @property
    def threshold(self) -> float:
        """The chance from which a block is kept."""

    def chances(self, rows: Matrix) -> NDArray[np.float64]:
        """For each block (a row of features) a chance between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Cleaner:
    """The features asked (in order of tree and level), the thresholds, and what each leaf adds to the log odds."""

    bias: float
    threshold: float
    columns: NDArray[np.int64]
    thresholds: NDArray[np.float32]
    leaves: NDArray[np.float64]

    def chances(self, rows: Matrix) -> NDArray[np.float64]:
        """For each block the chance that it is the article's own text."""
        trees, size = self.leaves.shape
        depth = size.bit_length() - 1
        asked = rows.T.take(self.columns, axis=0)  # a row for each question is read faster than a column
        answers = (asked > self.thresholds[:, None]).reshape(trees, depth, len(rows)).view(np.uint8)
        leaf = np.bitwise_or.reduce(answers << np.arange(depth, dtype=np.uint8)[:, None], axis=1)
        firsts = size * np.arange(trees)[:, None]
        margin = self.bias + self.leaves.take(firsts + leaf).sum(axis=0)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-margin))
        return chances


@cache
def load_cleaner() -> Cleaner:
    """The model that is shipped with the code."""
    stored = json.loads(resources.files(__package__).joinpath("model.json").read_text("utf-8"))
    number = {name: column for column, name in enumerate(FEATURES)}
    asked = [question for tree in stored["trees"] for question in tree["ask"]]
    return Cleaner(
        bias=stored["bias"],
        threshold=stored["threshold"],
        columns=np.array([number[name] for name, _ in asked]),
        thresholds=np.array([threshold for _, threshold in asked], dtype=np.float32),
        leaves=np.array([tree["add"] for tree in stored["trees"]]),
    )
