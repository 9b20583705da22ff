"""How single lines look."""

import pytest

from transforms.clean.kinds import is_credit


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Getty Images / Ada Quill", True),
        ("Shutterstock/Ada Quill", True),
        ("Ada Quill / Reuters", True),
        ("Photo: Ada Quill", True),
        ("Reporting by Ada Quill; editing by Tom Ash", True),
        ("Reuters reported on Friday that the port was closed.", False),
        ("Getty Images sued the maker of the picture generator.", False),
    ],
)
def test_credits_are_told_from_sentences_about_agencies(line: str, credits: bool) -> None:
    assert is_credit(line) is credits
