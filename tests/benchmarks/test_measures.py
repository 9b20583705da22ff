import pytest

from benchmarks.quality.align import file_offsets
from benchmarks.quality.measures import Counts, b_cubed, bag_f1, pair_spans, set_counts, set_f1, word_positions
from benchmarks.quality.sets.load import similar_pairs


def test_counts_where_one_side_or_both_are_empty() -> None:
    assert Counts().metrics() == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert Counts(predicted=3).metrics() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert Counts(gold=3).metrics() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_counts_add_up() -> None:
    total = Counts(2, 4, 1, 1) + Counts(2, 0, 0, 0)
    assert total.metrics("x_") == {"x_precision": 0.25, "x_recall": 0.25, "x_f1": 0.25}


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        ("", "", 1.0),
        ("", "a", 0.0),
        ("a", "", 0.0),
        ("The cat, the dog", "the CAT!", 2 * 1.0 * 0.5 / 1.5),
        ("a a b", "a b b", 2 / 3),
        ("Türkiye düştü", "türkiye Düştü", 1.0),
    ],
)
def test_bag_f1(gold: str, ours: str, expected: float) -> None:
    assert bag_f1(gold, ours) == pytest.approx(expected)


def test_set_f1_of_word_positions() -> None:
    text = "“Да, конечно,” he said"
    assert word_positions(text, (1, 13)) == {1, 5}
    assert set_f1(word_positions(text, (1, 13)), word_positions(text, (5, 13))) == pytest.approx(2 / 3)


def test_spans_pair_one_to_one_the_closest_first() -> None:
    assert pair_spans([(0, 4), (5, 9)], [(0, 9), (5, 9)]) == [(0, 0), (1, 1)]
    assert pair_spans([(0, 4)], [(0, 4), (0, 4)]) == [(0, 0)]
    assert pair_spans([(0, 4)], [(4, 8)]) == []
    assert pair_spans([], [(4, 8)]) == []


def test_b_cubed_of_the_known_example() -> None:
    # Amigó et al. 2009: precision is the mean, over the mentions, of the purity of their own cluster.
    gold = ["a", "a", "a", "b", "b"]
    ours = [1, 1, 2, 2, 2]
    precision, recall, f1 = b_cubed(gold, ours)
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_b_cubed_at_its_ends() -> None:
    assert b_cubed([], []) == (1.0, 1.0, 1.0)
    assert b_cubed(["a", "b"], ["x", "y"]) == (1.0, 1.0, 1.0)
    assert b_cubed(["a", "b"], ["x", "x"]) == (0.5, 1.0, pytest.approx(2 / 3))


def test_set_counts() -> None:
    counts = set_counts({("a", "b"), ("a", "c")}, {("a", "b")})
    assert (counts.precision, counts.recall) == (1.0, 0.5)


def test_offsets_survive_line_ends_and_trimming() -> None:
    raw = "\ufeff" + "First line  \r\n\r\nZweite Zeile ütf\r\n"
    to_file, is_same = file_offsets("First line\n\nZweite Zeile ütf", raw[1:])
    start = "First line\n\nZweite Zeile ütf".index("Zweite")
    assert is_same
    assert raw[1:][to_file(start) : to_file(start + 6)] == "Zweite"


def test_offsets_survive_changed_characters() -> None:
    raw = "He said cafÃ© late and left town"
    text = "He said café late and left town"
    to_file, is_same = file_offsets(text, raw)
    start = text.index("left")
    assert not is_same
    assert raw[to_file(start) : to_file(start + 4)] == "left"


def test_offsets_into_an_empty_text() -> None:
    to_file, _ = file_offsets("", "abc")
    assert to_file(0) == 0


def test_similar_pairs_are_exact() -> None:
    base = "one two three four five six seven eight nine ten"
    texts = {
        "a": base,
        "b": base,
        "c": base + " eleven twelve",
        "d": "one two three four five and then quite another matter",
        "e": "too short",
        "f": "",
    }
    # a has 6 five-grams, c the same and 2 more; d shares one of its own 6 with a.
    assert similar_pairs(texts) == {("a", "b"): 1.0, ("a", "c"): 0.75, ("b", "c"): 0.75}
    assert similar_pairs(texts, least=1 / 11)[("a", "d")] == pytest.approx(1 / 11)
    assert similar_pairs({}) == {}
