import numpy as np
import pytest

from transforms.clean.recurrence import TOPIC_NAMES, TWIN_NAMES, agree, topic_features, twin_features, twins

PARAGRAPH = "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed."
LINES = ["1. A new bridge", "Sign up", "A new bridge", PARAGRAPH, "Bridges of the mayor", "Cheap flights", "Sign up"]
RUNS = np.array([line == PARAGRAPH for line in LINES])


def test_twins_say_the_same_behind_other_list_marks() -> None:
    assert twins(["* Costs", "Bridge", "2. costs", "·", "·", "Cost"]) == [[0, 2]]


def test_lines_that_say_the_same_have_one_chance() -> None:
    chances = np.array([0.1, 0.3, 0.5, 0.9, 1.0])
    agreed = agree(chances, ["+ Costs", "Bridge", "Costs", "costs", "Bridges"])
    assert agreed[[0, 2, 3]] == pytest.approx([0.5] * 3)
    assert agreed[[1, 4]] == pytest.approx([0.3, 1.0])
    assert chances[0] == pytest.approx(0.1)  # what was given is left as it was


def test_a_line_of_the_contents_has_its_heading_for_a_twin() -> None:
    rows = twin_features(LINES, RUNS, RUNS)
    column = dict(zip(TWIN_NAMES, rows.T, strict=True))
    assert column["twin_heads"].tolist() == [1, 0, 0, 0, 0, 0, 0]
    assert column["twins"].tolist() == [1, 1, 1, 0, 0, 0, 1]
    assert column["twin_first"].tolist() == [1, 1, 0, -1, -1, -1, 0]
    assert column["twin_distance"].tolist() == [2, 5, 2, 0, 0, 0, 5]


def test_a_heading_shares_words_with_the_paragraphs_and_an_offer_does_not() -> None:
    column = dict(zip(TOPIC_NAMES, topic_features(LINES, RUNS, RUNS).T, strict=True))
    assert column["topic_share"][4] == 1.0
    assert column["topic_share"][5] == 0.0
    assert column["topic_share"][3] == 0.0  # a paragraph's own words are no recurrence
    assert column["outside_share"][1] == 1.0


def test_one_line_alone() -> None:
    one = np.array([True])
    assert twin_features(["Bridge"], one, one).shape == (1, len(TWIN_NAMES))
    assert topic_features(["·"], one, one).tolist() == [[-1, -1, -1, -1, 0]]
