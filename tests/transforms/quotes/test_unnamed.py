"""Reported speech whose source nobody names, or that has none."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]


def test_a_passive_may_name_no_source(find: Find) -> None:
    (quote,) = find("The bridge was expected to fall.")
    assert (quote.text, quote.speaker_text, quote.cue) == ("The bridge was expected to fall", None, "expected")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The court heard that the bridge had been closed.", "the bridge had been closed"),
        ("The bridge had been closed, an inquest heard on Monday.", "The bridge had been closed"),
        ("MPs heard that the bridge had cost a fortune.", "the bridge had cost a fortune"),
        ("The jury was told that the bridge was safe.", "the bridge was safe"),
        ("The bridge was safe, a jury has been told.", "The bridge was safe"),
        ("The inquiry heard the bridge was old.", "the bridge was old"),
    ],
)
def test_what_a_court_hears_is_said_by_nobody_named(find: Find, text: str, content: str) -> None:
    assert [(quote.text, quote.speaker_text) for quote in find(text)] == [(content, None)]


@pytest.mark.parametrize("text", ["She heard that her son was safe.", "The children were told to wait outside."])
def test_what_somebody_hears_and_an_order_are_no_reports(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_claim_that_nobody_is_named_for_has_no_source(find: Find) -> None:
    (quote,) = find("There are fears that the bridge will fall.")
    assert (quote.text, quote.speaker_text, quote.cue) == ("the bridge will fall", None, "fears")


def test_blame_without_a_source_is_told_with_its_grounds(find: Find) -> None:
    (quote,) = find("The builders were blamed for the delay in March.")
    assert (quote.text, quote.speaker_text, quote.cue) == (
        "The builders were blamed for the delay in March",
        None,
        "blamed",
    )


def test_nobody_says_what_they_may_not_be_named_for(find: Find) -> None:
    (quote,) = find("Two aides, speaking on condition of anonymity to discuss private talks, said the bridge was old.")
    assert (quote.text, quote.speaker_text) == ("the bridge was old", "Two aides")


def test_a_warning_of_something_else_is_no_source_of_the_clause_before(find: Find) -> None:
    quotes = find("Mayor opens bridge as engineers warn of a flood.")
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [("a flood", "engineers")]


def test_who_may_be_forgiven_is_forgiven_by_nobody(find: Find) -> None:
    assert "forgiven" not in [quote.cue for quote in find("Readers may be forgiven for wondering about the bridge.")]


@pytest.mark.parametrize("text", ["The claim was labeled false.", "The bridge has been called a death trap."])
def test_what_nobody_named_calls_something_is_told_whole(find: Find, text: str) -> None:
    assert [(quote.text, quote.speaker_text) for quote in find(text)] == [(text.rstrip("."), None)]
