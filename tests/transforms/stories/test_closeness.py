"""Articles measured all at once are as close as measured one by one."""

import numpy as np
import pytest

from transforms.dedup.fact_columns import FactColumns
from transforms.stories.closeness import Closeness

TEXTS = (
    "Holt met Lund in Geneva on 5 March about the ferry.",
    "In Geneva, Lund and Holt spoke about the ferry to Salla.",
    "",
    "A bakery opened.",
)
FACTS = FactColumns.of_texts(TEXTS)


def test_many_pairs_at_once_are_as_close_as_each_alone():
    at_once, alone = Closeness(FACTS), Closeness(FACTS)
    pairs = [(i, j) for i in range(4) for j in range(i + 1, 4)]
    measured = at_once.measure(np.array([i * 4 + j for i, j in pairs]))
    assert measured.tolist() == pytest.approx([alone(i, j) for i, j in pairs])
    assert measured[0] > 0.5 > measured[1] == 0.0


def test_close_pairs_share_names():
    assert Closeness(FACTS).close_pairs(range(len(FACTS)), 0.2) == [(0, 1)]
    assert Closeness(FACTS).close_pairs(range(1, len(FACTS)), 0.2) == []


@pytest.mark.parametrize(("words", "pairs"), [(20, [(0, 1)]), (200, [])])
def test_one_name_brings_only_short_articles_together(words, pairs):
    common, own = [f"w{number:04}" for number in range(words // 2)], [f"x{number:04}" for number in range(words)]
    texts = (" ".join(("Kalori", *common, *own[:half])) for half in (words // 2, 0))
    assert Closeness(FactColumns.of_texts(list(texts))).close_pairs((0, 1), 0.2) == pairs
