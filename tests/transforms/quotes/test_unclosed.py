"""Words in marks whose closing mark is missing."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "“The bridge was shaking when we crossed, said Maria Lopez, a teacher.",
            "The bridge was shaking when we crossed,",
            "Maria Lopez",
        ),
        ("“The bridge was shaking, she said.", "The bridge was shaking,", "she"),
        ("“The bridge was shaking all night. ― Maria Lopez", "The bridge was shaking all night.", "Maria Lopez"),
    ],
)
def test_an_open_quote_ends_before_its_cue_or_its_signature(find: Find, text: str, content: str, speaker: str) -> None:
    (quote,) = find(text)
    assert (quote.text, quote.speaker_text, quote.is_direct) == (content, speaker, True)


def test_an_open_quote_that_the_next_paragraph_goes_on_with_is_whole(find: Find) -> None:
    (quote,) = find("“The bridge was shaking, he told us, and we ran.", "“We ran to the bank,” said Maria Lopez.")
    assert (quote.text.split()[-1], quote.speaker_text) == ("bank,", "Maria Lopez")


def test_an_open_quote_without_a_cue_runs_to_the_end_of_its_paragraph(find: Find) -> None:
    (quote,) = find("The mayor said: “The bridge will be opened in May, when the river has fallen.")
    assert quote.text == "The bridge will be opened in May, when the river has fallen."
