"""Turns of a dialogue that a dash opens."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]

TURNS = [
    (
        "- Will the bridge be opened this year? - asked the journalist.",
        "Will the bridge be opened this year?",
        "the journalist",
    ),
    (
        "– No, it will not be opened, – answered Lopez. – It is too early.",
        "No, it will not be opened, – answered Lopez. – It is too early.",
        "Lopez",
    ),
    ("— It is too early to say, — the minister noted.", "It is too early to say,", "the minister"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), TURNS)
def test_a_turn_has_the_speaker_of_the_cue_behind_its_dash(find: Find, text: str, content: str, speaker: str) -> None:
    (quote,) = find(text)
    assert (quote.text, quote.speaker_text, quote.is_direct) == (content, speaker, True)


def test_an_item_of_a_list_is_no_turn(find: Find) -> None:
    assert find("- Two lanes, one of them new. - a wide path for bicycles") == ()
