"""Whom pronouns and nouns take up where several people and bodies are about. All of it is written for these tests."""

import pytest
from found_entities import Find, stands_for, texts_of


@pytest.mark.parametrize(
    ("text", "anaphor", "name"),
    [
        # Who speaks names others, and is named by none of the words in marks.
        ("Peter Lund was asked about the vote. “John Marsh is tired,” he said.", "he said", "Peter Lund"),
        # Who said the last thing goes on, whoever it was about.
        ("Peter Lund said that John Marsh had left. He added that the door was open.", "He added", "Peter Lund"),
        # What took up a name is a name for those that follow.
        (
            "Peter Lund came late. John Marsh waited. He said it was cold. It rained. It snowed. He said it was warm.",
            "He said it was warm",
            "John Marsh",
        ),
        # What is told beside a name tells who it is.
        ("Ruan Pell came with his wife, Lowen Pell. She said the road was shut.", "She said", "Lowen Pell"),
        ("Lowen Tay, a mother of two, met Ruan Pell. She said the road was shut.", "She said", "Lowen Tay"),
        # "It said" is the body that does what was told before.
        ("Sunhill Corp cut its forecast on Monday. It said demand was weak.", "It said", "Sunhill Corp"),
        ("Sunhill Corp sued Brundel Oyj. The company said it had proof. It added it would win.", "It added", "Sunhill Corp"),
        ("Sunhill Corp cut its forecast. It rained.", "It rained", None),
        # What somebody is takes up who was last named …
        ("Delwyn Carrow, 58, lost forty sheep. “I told them,” the farmer said.", "farmer", "Delwyn Carrow"),
        # … unless another of them was spoken of since.
        ("Delwyn Carrow, 58, met a farmer in May. “I told them,” the farmer said.", "farmer said", None),
        # A form of address tells what somebody is.
        ("Dr. Todor Vassev runs the hospital. Ann Roe waited. “We heat two rooms,” the doctor said.", "doctor", "Todor Vassev"),
        ("Lt. Gov. Ann Roe came. Gov. Peter Lund waited. The lieutenant governor spoke.", "lieutenant governor", "Ann Roe"),
        # So does the body that somebody is of.
        (
            "Economist Ann Roe said it was late. The University of Leeds lecturer said it rained.",
            "University of Leeds lecturer",
            "Ann Roe",
        ),
        # Who has no name and speaks is meant before those who were named.
        ("Peter Lund resigned. A driver told the radio that he was glad. He said it was late.", "He said", None),
    ],
)  # fmt: skip
def test_whom_it_takes_up(find: Find, text: str, anaphor: str, name: str | None) -> None:
    found = find(text)
    start = text.index(anaphor)
    ends = (start + len(anaphor), start + len(anaphor.split(maxsplit=1)[0]))
    local_id = next((found.anaphora[start, end] for end in ends if (start, end) in found.anaphora), None)
    assert (found.by_id[local_id].name if local_id else None) == name


def test_a_surname_stays_that_of_who_was_named_before_a_relative(find: Find) -> None:
    found = find("Ernesto Roe binds books. His daughter, Marcela Roe, worries. Roe knows no other trade.")
    assert texts_of(found, "Ernesto Roe") == ["Ernesto Roe", "Roe"]


def test_the_minister_is_the_one_who_was_named(find: Find) -> None:
    text = "Minister Ann Roe came. The minister spoke."
    assert stands_for(find(text), text, "minister") == "Ann Roe"


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("Delwyn Carrow, 58, wrote to the council.", "Delwyn Carrow"),
        ("Delwyn Carrow wrote to the council.", None),
    ],
)
def test_whom_a_lede_tells_of_is_named_behind_it(find: Find, second: str, name: str | None) -> None:
    lede = "A farmer who lost forty sheep says nobody heard him."
    found = find(lede, second)
    local_id = found.anaphora.get((2, 8))
    assert (found.by_id[local_id].name if local_id else None) == name
