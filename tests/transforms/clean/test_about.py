import pytest

from transforms.clean.about import headline_block, headline_of, language_of, site_before, without_site
from transforms.clean.signatures import byline_in
from transforms.read.document import Block, Document, Metadata


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Roe", "Ana Roe"),
        ("By Ana RoePublished May 3", "Ana Roe"),
        ("(Reporting by Ana Roe; Editing by Tim Poe)", "Ana Roe"),
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


def test_heading_of_the_site_is_no_headline() -> None:
    lines = [("h1", "Larne Bay Courier"), ("h2", "Timber pier at Larne Bay to close"), ("p", "By Niamh Carraway")]
    text = "\n".join(line for _, line in lines)
    starts = [text.index(line) for _, line in lines]
    blocks = tuple(Block(at, at + len(line), tag) for at, (tag, line) in zip(starts, lines, strict=True))
    stated = Metadata(headline="Timber pier at Larne Bay to close | Larne Bay Courier")
    document = Document(article_id="a", file_name="a.html", media="html", text=text, blocks=blocks, metadata=stated)
    assert headline_block(document, "Timber pier at Larne Bay to close") == 1


@pytest.mark.parametrize(
    ("printed", "title", "headline"),
    [
        ("Harbour news", "Timber pier at Larne Bay to close", "Timber pier at Larne Bay to close"),
        ("Blog: Timber pier to close", "Timber pier to close", "Timber pier to close"),
        ("Old pier at Larne Bay shuts", "Timber pier at Larne Bay to close", "Old pier at Larne Bay shuts"),
        ("A bay of storms, and a board in doubt", "Timber pier to close", "A bay of storms, and a board in doubt"),
        (
            "Watch: Timber pier to close in spring",
            "Timber pier to close in spring - Lindow News",
            "Timber pier to close in spring",
        ),
        ("2024 price of timber", "price of timber", "2024 price of timber"),
        ("Timber", "The Courier", "Timber"),
    ],
)
def test_heading_that_is_only_a_label_gives_way_to_the_title(printed: str, title: str, headline: str) -> None:
    assert headline_of(printed, title) == headline


@pytest.mark.parametrize(
    ("title", "site"), [("Harbour Notes: Pier shut", "Harbour Notes"), ("Pier shut", None), ("The old Pier shut", None)]
)
def test_site_before_a_headline(title: str, site: str | None) -> None:
    assert site_before("Pier shut", title) == site


def test_domain_behind_a_title_is_the_site() -> None:
    assert without_site("Pier Shut | Courier.com", None, None) == "Pier Shut"
    assert without_site("Pier Shut | Part Two", None, None) == "Pier Shut | Part Two"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Harbour Notes: Timber pier to close", 1),
        ("Harbour Notes: Timber pier to", 1),
        ("Harbour Notes: Ferries to stop soon", 0),
        ("Harbour Notes", 0),
    ],
)
def test_site_in_the_h1_gives_way_to_the_heading_that_the_title_names_behind_it(title: str, headline: int) -> None:
    text = "Harbour Notes\nTimber pier to close"
    blocks = (Block(0, 13, "h1"), Block(14, len(text), "h3"))
    document = Document(article_id="a", file_name="a.html", media="html", text=text, blocks=blocks, metadata=Metadata())
    assert headline_block(document, title) == headline


def test_lesser_heading_that_the_title_ends_with_is_the_headline() -> None:
    text = "Archive\nTimber pier to close"
    blocks = (Block(0, 7, "h3"), Block(8, len(text), "h3"))
    document = Document(article_id="a", file_name="a.html", media="html", text=text, blocks=blocks, metadata=Metadata())
    assert headline_block(document, "Harbour Notes: Timber pier to close") == 1
