import re

import pytest

from transforms.one_of import one_of


@pytest.mark.parametrize(
    ("text", "found"),
    [("may", "may"), ("march", "march"), ("mart", "mar"), ("U.S. help", "U.S."), ("UxSx", None), ("ma", None)],
)
def test_the_longest_word_that_fits_is_matched(text: str, found: str | None) -> None:
    match = re.match(one_of(["mar", "may", "march", "U.S.", "U.S"]), text)
    assert (match and match[0]) == found


def test_what_follows_decides_between_a_word_and_its_beginning() -> None:
    assert re.findall(rf"{one_of(['Tues', 'Tuesday', 'Tue'])}(?![a-z])", "Tue Tues Tuesd Tuesday") == [
        "Tue",
        "Tues",
        "Tuesday",
    ]
