import pytest

from transforms.clean.line_features import LINE_NAMES, line_features


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("We love our bridge", "we_share", 0.5),
        ("She lives in Lindow and is a writer and editor", "author_words", 3),
        ("Roe et al., Journal of Bridges, vol. 3, pp. 4-9", "reference_words", 4),
        ("Terms and conditions: all rights reserved, no warranty", "notice_words", 4),
        ("Discover our ferries", "offer", 1),
        ("The ferries discover Lindow", "offer", 0),
        ("The bridge opened.", "notice_words", 0),
    ],
)
def test_words_that_give_a_line_away(line: str, name: str, value: float) -> None:
    assert line_features(line)[LINE_NAMES.index(name)] == value
