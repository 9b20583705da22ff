import pytest

from transforms.parsing.openings import without_openings
from transforms.parsing.parse import parse_texts


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("UPDATE 2-Ferry talks end", "Ferry talks end"),
        ("RPT-WRAPUP 1-Chad, Niger sign pact", "Chad, Niger sign pact"),
        ("EXCLUSIVE: Chad rejects offer", "Chad rejects offer"),
        ("WATCH | Three held in Lyon", "Three held in Lyon"),
        ("Let's remind, on Monday police held two.", "On Monday police held two."),
        ("He resigned. Let us recall that he was tried.", "He was tried."),
        ("“I go.” It should be noted that he had stayed.", "He had stayed."),
    ],
)
def test_what_tells_nothing_is_blank_and_all_else_keeps_its_place(written, left):
    found = without_openings(written)
    assert len(found) == len(written)
    assert found.endswith(f" {left}") and left.casefold() == written[-len(left) :].casefold()


@pytest.mark.parametrize(
    "text",
    [
        "US-China talks end",
        "LIVE-IN carer held",
        "FOCUS group meets",
        "Let's recall the day he won.",
        "Recall vote set",
        "We recall.",
    ],
)
def test_words_that_tell_something_stay(text):
    assert without_openings(text) == text


def test_a_headline_is_parsed_without_its_slug(nlp):
    (doc,) = parse_texts(nlp, ["UPDATE 2-Greek seamen end strike"])
    assert [token.text for token in doc if token.dep_ in ("nsubj", "dobj")] == ["seamen", "strike"]
