import pytest

from transforms.stories.sentence_facts import number_named, sentence_facts


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("27", 27),
        ("1,203", 1203),
        ("eleven", 11),
        ("⑥", None),
        ("1½", None),
        ("3rd", None),
        ("9" * 5000, None),
        ("boat", None),
    ],
)
def test_numbers_by_words_and_digits(word: str, number: int | None) -> None:
    assert number_named(word) == number


def test_people_who_are_counted_exactly() -> None:
    assert sentence_facts("The landslide killed 27 villagers in Bol.").people == {27}
    assert sentence_facts("⑥ people asked about step ⑥ of ③ people.").people == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("The fire left 109 workers dead.", "The fire left 112 workers dead.", -1),
        ("The fire left at least 109 workers dead.", "The fire left 112 workers dead.", 0),
        ("The fire left 112 workers dead.", "Nearly 117 workers died.", 0),
        ("The fire left at least 112 workers dead.", "It killed 112 workers.", 1),
    ],
)
def test_an_estimate_speaks_against_no_count(one: str, other: str, agreement: int) -> None:
    assert sentence_facts(one).agreement_of_counts(sentence_facts(other)) == agreement
