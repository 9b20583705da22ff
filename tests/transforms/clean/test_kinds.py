"""How single lines look."""

import pytest

from transforms.clean.kinds import is_byline, is_caption, is_credit


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


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Ferry crews at the north pier (file photo)", True),
        ("Caption: The two winners of the race at the mill.", True),
        ("Pictured at the mill are the two winners of the race", True),
        ("Crews clear the flooded road near the mill. Foto: Wit Archive", True),
        ("The new bridge seen from the old harbour wall, Sept. 4, 2023", True),
        ("The council met for an hour at the town hall [AFP]", True),
        ("The council will meet again to vote on the bridge.", False),
        ("The ferry leaves the north pier at dawn. | Photo by Ada Quill for the Courier", True),
        ("The north pier, 1850s — via Lindow City Archive", True),
        ("Excavation on the market square. / TOWN COUNCIL", True),
        ("The council voted for it. / Two members left.", False),
        ("She lives beside the mill. Pictures by Ada Quill hang in every room of it.", False),
        ("The grain went by rail – via Lindow and Rain to the port.", False),
    ],
)
def test_captions_are_told_by_their_wording(line: str, caption: bool) -> None:
    assert is_caption(line) is caption


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Staff Correspondent, Lindow", True),
        ("Our Own Correspondent", True),
        ("STAFF REPORTER", True),
        ("Diplomatic correspondent in Lindow, Aarland", True),
        ("Online Desk", True),
        ("The Editorial Board", True),
        ("Staff Reporter Shot in Lindow", False),
        ("Our correspondent, who was there, saw it", False),
        ("The editors quit", False),
    ],
)
def test_an_office_signs_where_nobody_is_named(line: str, byline: bool) -> None:
    assert is_byline(line) is byline
