import pytest

from transforms.clean.site import heading_beside_site_title, printed_site
from transforms.read.document import Document
from transforms.read.read_file import read_file


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Aar Press - English edition", "Aar Press"),
        ("© 2024 Aar Press. All rights reserved.", "Aar Press"),
        ("Copyright Lindow Courier Group, Lindow.", "Lindow Courier"),
        ("Lindow Herald", "Lindow Herald"),
        ("© Ministry of Bridges 2026 | Webmaster", "Ministry of Bridges"),
        ("Mayor opens new bridge", None),
        ("© 2024", None),
    ],
)
def test_site_is_named_by_the_lines_around_an_article(line: str, name: str | None) -> None:
    assert printed_site([line]) == name


def test_heading_stands_in_for_a_title_that_names_only_the_site() -> None:
    page = (
        "<html><head><title>Lindow Courier</title></head><body><div>News</div><h2>Mayor opens new bridge in Lindow</h2>"
        "<p>The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed.</p>"
        "</body></html>"
    )
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    number = heading_beside_site_title(document, "Lindow Courier")
    assert number is not None
    block = document.blocks[number]
    assert document.text[block.char_start : block.char_end] == "Mayor opens new bridge in Lindow"
    assert heading_beside_site_title(document, "Mayor opens the new bridge in Lindow, two years late") is None


def test_line_in_capitals_heads_a_page_whose_title_names_an_office() -> None:
    page = (
        "<html><head><title>Ministry of Bridges of the Republic of Taralia</title></head><body><table><tr>"
        "<td>MINISTRY OF BRIDGES</td><td>Home<br>Tenders<br>Staff<br>Press<p>MINISTER OPENS NEW BRIDGE IN LINDOW</p>"
        "<p>The minister opened the new bridge over the Aar on Monday, two years after the old one was closed.</p>"
        "</td></tr></table></body></html>"
    )
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    number = heading_beside_site_title(document, "Ministry of Bridges of the Republic of Taralia")
    assert number is not None
    block = document.blocks[number]
    assert document.text[block.char_start : block.char_end] == "MINISTER OPENS NEW BRIDGE IN LINDOW"
    assert heading_beside_site_title(document, "Minister opens new bridge in Lindow on a rainy Monday") is None


def test_line_above_the_byline_heads_an_old_page_without_headings() -> None:
    page = (
        "<html><head><title>Lindow Courier Online</title></head><body><table><tr><td><a href=s.html>Sports</a><br>Weather</td>"
        "<td><font size=5><b>New Bridge Opens Amid Protest</b></font><p>By ANN ROE<br>Courier Staff Writer<p>May 17, 1999"
        "<p>The mayor opened the new bridge over the Aar on Monday, two years after the old one was closed.</p>"
        "</td></tr></table></body></html>"
    )
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    number = heading_beside_site_title(document, "Lindow Courier Online")
    assert number is not None
    block = document.blocks[number]
    assert document.text[block.char_start : block.char_end] == "New Bridge Opens Amid Protest"
