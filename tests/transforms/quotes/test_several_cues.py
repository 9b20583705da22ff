"""Reported speech beside more of it: whose a second cue is, and where what is told ends."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "He noted that the carts are full and asked for two more.",
            [("the carts are full", "He"), ("two more", "He")],
        ),
        (
            "Lopez agreed that the bridge was old but praised its builder.",
            [("the bridge was old", "Lopez"), ("its builder", "Lopez")],
        ),
        (
            "The memo warns that the bridge is old and urges the town to wait.",
            [("the bridge is old", "The memo"), ("the town to wait", "The memo")],
        ),
        (
            "Lopez insisted that the mayor had a plan but conceded the bridge was old.",
            [("the mayor had a plan", "Lopez"), ("the bridge was old", "Lopez")],
        ),
        (
            "The lawyers have denied that their client took bribes and say the tapes were cut.",
            [("their client took bribes", "The lawyers"), ("the tapes were cut", "The lawyers")],
        ),
        (
            "The banks said the prices were falling and rejected calls for a limit.",
            [("the prices were falling", "The banks"), ("calls for a limit", "The banks")],
        ),
        (
            "The spokesperson described the reports as malicious and urged citizens to ignore them.",
            [("the reports as malicious", "The spokesperson"), ("citizens to ignore them", "The spokesperson")],
        ),
        (
            "The bridge was “a ruin”, she wrote, and she demanded that the town mend it.",
            [("The bridge was “a ruin”", "she"), ("the town mend it", "she")],
        ),
        (
            "The audit concludes that builders missed the crack and recommends a review.",
            [("builders missed the crack", "The audit"), ("a review", "The audit")],
        ),
        (
            "Lopez said she takes the crack seriously but would not say whether the bridge is safe.",
            [("she takes the crack seriously", "Lopez"), ("whether the bridge is safe", "she")],
        ),
        ("Lopez said the report was late and blamed the town.", [("the report was late and blamed the town", "Lopez")]),
    ],
)
def test_a_second_cue_is_the_sayer_s_where_its_subject_cannot_speak(
    find: Find, text: str, rows: list[tuple[str, str]]
) -> None:
    assert [(quote.text, quote.speaker_text) for quote in find(text)] == rows


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said the governor had refused to pay for the bridge.",
            "the governor had refused to pay for the bridge",
        ),
        ("The mayor said she was worried about the bridge.", "she was worried about the bridge"),
        (
            "The mayor said the governor had told her that the bridge was safe.",
            "the governor had told her that the bridge was safe",
        ),
    ],
)
def test_what_somebody_says_that_others_say_is_one_quote(find: Find, text: str, content: str) -> None:
    assert [(quote.text, quote.speaker_text) for quote in find(text)] == [(content, "The mayor")]


def test_who_is_accused_of_saying_it_is_not_its_accuser(find: Find) -> None:
    assert "saying" not in [quote.cue for quote in find("They accused the mayor of saying that the bridge was safe.")]


def test_what_is_told_ends_before_the_next_cue_and_the_occasion(find: Find) -> None:
    first, _ = find("The council said it was opposed to the toll and warned the builder to wait.")
    assert first.text == "it was opposed to the toll"
    (quote,) = find("Maria Lopez praised the new bridge during a visit to the north.")
    assert quote.text == "the new bridge"


def test_whom_begins_what_the_article_adds(find: Find) -> None:
    assert "he could not vote for the mayor" in [
        quote.text for quote in find("Lopez announced that he could not vote for the mayor, whom the town adores.")
    ]


def test_what_a_participle_behind_closing_marks_tells_is_the_sayer_s(find: Find) -> None:
    quotes = find('The mayor told reporters that the engineer was "hopeful but not naive," denying reports of a rift.')
    assert [quote.speaker_text for quote in quotes] == ["The mayor", "The mayor"]


def test_the_second_verb_of_a_headline_has_the_subject_of_the_first(find: Find) -> None:
    quotes = find("Mayor says bridge is safe, warns Bath against walking on it")
    assert [quote.speaker_text for quote in quotes] == ["Mayor", "Mayor"]


def test_what_a_semicolon_parts_is_not_what_somebody_says_of_it(find: Find) -> None:
    quotes = find("The council has said that the bridge was safe; letters seen by the mayor suggest otherwise.")
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [("the bridge was safe", "The council")]
