"""No pair that scores above 0 is left out before it is scored."""

from itertools import combinations
from random import Random

import numpy as np
import pytest

from transforms.dedup.fact_columns import FactColumns
from transforms.stories.closeness import Closeness
from transforms.stories.score_pair import PairScorer

WORDS = ("ferry", "border", "Salla", "12 boats", "13 boats", "tariffs", "harbour", "Monday", "quay", "fog")
NAMED = ("Geneva", "Vienna", "Mira Holt", "Anton Brask", "Ida Lund")
PARTIES = ("Norland", "Sudonia", "Mira Holt", "Anton Brask", "Ida Lund", "delegations")


def fill(world, chance: Random) -> None:
    for name in "abcde":
        published = chance.choice([None, "2025-03-04", "2025-03-06", "2025-06-01"])
        world.article(name, published, " ".join(chance.sample(WORDS, 6)))
        for _ in range(5):
            event_type, mode, trigger = chance.choice(
                [
                    ("CONSULT", None, "meet"),
                    ("CONSULT", None, "talk"),
                    ("COERCE", None, "seize"),
                    (None, "accident", "sink"),
                ]
            )
            world.mention(
                name,
                " ".join(chance.sample(WORDS, 4)),
                event_type,
                trigger,
                mode=mode,
                status=chance.choice(["occurred", "planned", "negated", "cancelled"]),
                actors=tuple(chance.sample(PARTIES, chance.randint(0, 2))),
                place=chance.choice([None, "Geneva", "Vienna"]),
                date_text=chance.choice([None, "Monday"]),
                date_edtf=chance.choice([None, None, "2025-03-03", "2025-03", "2025-03-05"]),
                topic=tuple(chance.sample(WORDS, chance.randint(0, 3))),
            )


@pytest.mark.parametrize("seed", range(12))
def test_every_pair_above_0_is_found(world, seed):
    fill(world, Random(seed))
    chance = Random(seed)
    mentions = world.look_up({name: chance.sample(NAMED, 3) for name in "abcde"})
    assert any(len(one.around) > 1 for one in mentions)
    closeness = Closeness(FactColumns.of_texts([article.body for article in world.articles.values()]))
    a, b = (world.articles[name].article_id for name in "ab")
    scorer = PairScorer(closeness, {a: a, b: a})
    pairs = list(combinations(range(len(mentions)), 2))
    above = [(score, i, j) for i, j in pairs if (score := scorer.score(mentions[i], mentions[j])) > 0]
    assert above
    assert PairScorer(closeness, {a: a, b: a}).likely(mentions, np.array(pairs)) == above
