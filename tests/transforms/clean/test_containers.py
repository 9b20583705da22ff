"""Containers that are none of the article, and the article that stands in one itself."""

from datetime import UTC, datetime

from transforms.clean.clean_document import clean_document
from transforms.clean.containers import container_rules
from transforms.clean.furniture import Furniture
from transforms.read.document import Block, Document
from transforms.read.read_file import read_file

PARAGRAPH = "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed."
OTHER = "The council of Rain voted on Tuesday for a school that has room for three hundred children and a hall for the town."


def _blocks(*paths: str) -> tuple[list[Block], list[str]]:
    lines = [PARAGRAPH] * 3 + [OTHER] * (len(paths) - 3)
    return [Block(0, len(line), tag="p", path=path) for line, path in zip(lines, paths, strict=True)], lines


def test_what_stands_beside_the_article_is_named_by_its_container() -> None:
    article = "html body main div.story p"
    blocks, lines = _blocks(
        article,
        article,
        article,
        "html body main div.swiper-wrapper div.swiper-slide p",
        "html body div#signup-modal div p",
        "html body footer div p",
        "html body div#siteFooter p",
        "html body main aside p",
        "html body main section#multimodal-models p",
    )
    named = ["in_carousel", "in_signup", "in_page_footer", "in_page_footer", None, None]
    assert container_rules(blocks, lines) == [None] * 3 + named


def test_a_slide_show_that_is_the_article_stays() -> None:
    slide = "html body main div.swiper-wrapper div.swiper-slide p"
    blocks, lines = _blocks(slide, slide, slide, "html body footer p")
    assert container_rules(blocks, lines) == [None] * 3 + ["in_page_footer"]


def test_teasers_in_a_carousel_are_cut_with_their_reason() -> None:
    teaser = f'<div class="carousel"><div class="carousel-item"><h3>School for Rain</h3><p>{OTHER}</p></div></div>'
    article = f"<article><h1>Bridge opened</h1>{f'<p>{PARAGRAPH}</p>' * 4}</article>"
    page = f"<html><body><main>{article}{teaser}</main></body></html>"
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    cleaned = clean_document(document, Furniture(), datetime(2026, 5, 1, tzinfo=UTC))
    assert OTHER not in cleaned.article.body
    assert {row.rule for row in cleaned.removed if OTHER in row.text} == {"in_carousel"}
