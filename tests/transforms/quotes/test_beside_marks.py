"""Words in marks that open no sentence: those that a cue beside them tells, and those that are names or parts of a list."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]

TOLD = [
    (
        "The envoy said “little doubt that the bridge was mined.”",
        "little doubt that the bridge was mined.",
        "The envoy",
    ),
    ("Lopez has used the phrase “law and disorder” often.", "law and disorder", "Lopez"),
    (
        'The bridge has been in decline for years "as people want safer ways, and the council is forcing it," she says.',
        'The bridge has been in decline for years "as people want safer ways, and the council is forcing it,"',
        "she",
    ),
    ('He called the closure "a long time coming."', 'the closure "a long time coming."', "He"),
    ("The crash, which it called “an act of sabotage”, shut the bridge.", "an act of sabotage", "it"),
    (
        "She was shaken by a crash that the mayor described as “an act of sabotage.”",
        "a crash that the mayor described as “an act of sabotage.”",
        "the mayor",
    ),
    (
        "She survived what the mayor described as “a week from hell.”",
        "what the mayor described as “a week from hell.”",
        None,
    ),
    (
        'A builder at the bridge recently described the drivers as "the politely distracted."',
        'the drivers as "the politely distracted."',
        "A builder at the bridge",
    ),
    (
        "The mayor later told the paper she had been “crossing a bridge.”",
        "she had been “crossing a bridge.”",
        "The mayor",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), TOLD)
def test_a_cue_beside_marks_tells_them(find: Find, text: str, content: str, speaker: str | None) -> None:
    found = {quote.text: quote.speaker_text for quote in find(text)}
    assert content in found
    assert speaker is None or found[content] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "She walked there with Lopez, whom everyone called “Boots.”",
        "He told the story he had heard from a builder.",
        "Mechanics use the term “fatigue crack” for it.",
    ],
)
def test_names_and_terms_are_not_said(find: Find, text: str) -> None:
    assert find(text) == ()


def test_the_title_of_a_study_is_not_what_it_concludes(find: Find) -> None:
    (quote,) = find("A study by two builders, “Lost on the River,” concluded that the bridge was safe.")
    assert quote.text == "the bridge was safe"


def test_the_title_of_a_memoir_does_not_go_on_with_a_quote(find: Find) -> None:
    (quote,) = find(
        "“I told him I would rather swim,” she recalled in her memoir, “River of Many Bridges.” He laughed."
    )
    assert quote.text == "I told him I would rather swim,"


def test_the_last_name_of_a_list_is_no_utterance(find: Find) -> None:
    quotes = find(
        "Aides mocked the mayor, calling him “a nuisance” and, in one case, “Father of bridges,” according to emails."
    )
    assert "Father of bridges," not in [quote.text for quote in quotes]


def test_what_is_reported_ends_with_its_marks(find: Find) -> None:
    quotes = find("She stressed that the repairs were “not what any town should do.” “We have a duty,” she said.")
    assert [quote.text for quote in quotes] == ["the repairs were “not what any town should do.”", "We have a duty,"]
