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
