import pytest

from transforms.clean.about import headline_block, language_of
from transforms.clean.bylines import byline_in
from transforms.read.document import Block, Document, Metadata


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Roe", "Ana Roe"),
        ("By Ana RoePublished May 3", "Ana Roe"),
        ("Por Ana Roe · 3 de mayo de 2024", "Ana Roe"),
        ("Posted by admin", None),
        ("By Sat", None),
        ("Ana Roe", None),
    ],
)
def test_name_in_a_byline(line: str, name: str | None) -> None:
    assert byline_in(line) == name


def test_italian_articles_are_no_english_ones() -> None:
    said = "I ministri hanno detto che i cittadini devono pagare a Roma in contanti entro lunedì, e i sindacati protestano."
    assert language_of(said) == "it"


def test_a_sentence_of_names_is_no_creole() -> None:
    assert (
        language_of("Fijian Vice President Ratu Osea Kalani meets President Olaf Lind at Suva House on May 4, 2019.")
        is None
    )
    assert language_of("Statsministern träffade på tisdagen journalister i Lund och talade om läget i landet.") == "sv"


def test_the_one_h1_is_the_headline_though_a_crosshead_repeats_the_page_title() -> None:
    lines = [("h1", "How Do Ferries That Carry Lorries Load?"), ("p", "2024-11-06"), ("h2", "How Lorries Load a Ferry")]
    text = "\n".join(line for _, line in lines)
    starts = [text.index(line) for _, line in lines]
    blocks = tuple(Block(at, at + len(line), tag) for at, (tag, line) in zip(starts, lines, strict=True))
    document = Document(article_id="a", file_name="a.html", media="html", text=text, blocks=blocks, metadata=Metadata())
    assert headline_block(document, "How Lorries Load a Ferry") == 0
