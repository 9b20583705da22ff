"""What the lines around a block say of it."""

import numpy as np
import pytest

from transforms.clean.ledger import Verdict
from transforms.clean.neighbours import BODY, carry_on, keep_short_sentences
from transforms.read.document import Block

_ABOVE = "The mayor of Lindow opened the new bridge over the Aar on Monday."
_BELOW = "The council plans to close the ferry at the end of the month."
_FURNITURE = Verdict("boilerplate", "model")


@pytest.mark.parametrize(("path", "chance", "is_kept"), [("", 0.1, True), ("", 0.01, False), ("main p", 0.1, False)])
def test_paragraph_below_one_of_the_body_carries_it_on(path: str, chance: float, is_kept: bool) -> None:
    verdicts = [BODY, _FURNITURE]
    blocks = [Block(0, 10), Block(11, 20, path=path)]
    carry_on(blocks, [_ABOVE, _BELOW], verdicts, np.array([0.9, chance]))
    assert (verdicts[1].kind is None) == is_kept


def test_the_last_paragraphs_below_an_insert_carry_the_body_on() -> None:
    verdicts = [BODY, Verdict("boilerplate", "related_links"), _FURNITURE, _FURNITURE]
    lines = [
        _ABOVE,
        "READ ALSO: Ferry fares rise",
        _BELOW,
        "It was the third such plan that the council made this year.",
    ]
    carry_on([Block(number, number) for number in range(4)], lines, verdicts, np.array([0.9, 0.0, 0.1, 0.1]))
    assert [verdict.kind for verdict in verdicts] == [None, "boilerplate", None, None]


@pytest.mark.parametrize(("after", "is_kept"), [(_BELOW, True), ("Most read", False)])
def test_paragraph_among_inserts_stands_between_two_of_the_body(after: str, is_kept: bool) -> None:
    verdicts = [BODY, Verdict("boilerplate", "continue_reading"), _FURNITURE, BODY if after == _BELOW else _FURNITURE]
    lines = [_ABOVE, "ADVERTISEMENT", "Several hundred people had come to the eastern bank that morning.", after]
    keep_short_sentences([Block(number, number) for number in range(4)], lines, verdicts)
    assert (verdicts[2].kind is None) == is_kept
