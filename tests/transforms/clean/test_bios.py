"""What tells of whoever wrote or sent an article stands at its end and is no part of it."""

from collections.abc import Callable

import pytest

from transforms.clean.clean_document import CleanedArticle

Cleaned = Callable[..., CleanedArticle]


def _page(story: list[str], *tail: str) -> str:
    paragraphs = "".join(map("<p>{}</p>".format, (*story, *tail)))
    return f'<h1>Mayor opens new bridge in Lindow</h1><p class="by">By Greta Holm</p>{paragraphs}'


@pytest.mark.parametrize(
    "bio",
    [
        "Greta Holm is a retired surveyor who lives on the eastern bank.",
        "Greta Holm, a retired surveyor, writes twice a month about the river.",
        "Greta Holm, Lecturer in Hydrology, University of Lindow",
        "The writer is a surveyor in Lindow.",
    ],
)
def test_paragraph_on_who_signs_is_cut(cleaned: Cleaned, story: list[str], bio: str) -> None:
    assert cleaned(_page(story, bio), name="a.html").article.body.split("\n\n") == story


@pytest.mark.parametrize(
    "last",
    [
        "Anna Brandt is a retired surveyor who lives on the eastern bank of the river.",
        "Greta Holm is sure that we will all miss the ferry on winter mornings like these.",
    ],
)
def test_paragraph_on_others_stays(cleaned: Cleaned, story: list[str], last: str) -> None:
    assert cleaned(_page(story, last), name="a.html").article.body.endswith(last)


def test_what_a_sender_says_of_itself_is_cut_with_all_below(cleaned: Cleaned, story: list[str]) -> None:
    tail = (
        "About the Aar Ferry Company",
        "Aar Ferry Company has carried cars and people over the river since 1911 and employs 40 people in Lindow.",
        "Its boats were built in the town's own yard and have won several prizes for their engines.",
    )
    assert cleaned(_page(story, *tail), name="a.html").article.body.split("\n\n") == story


def test_label_before_the_stated_name_is_no_part_of_it(cleaned: Cleaned, story: list[str]) -> None:
    page = "<meta name=author content='BY GRETA HOLM | Staff writer'>" + _page(story, "Greta Holm covers the river.")
    assert cleaned(page.replace("By Greta Holm", ""), name="a.html").article.body.split("\n\n") == story
