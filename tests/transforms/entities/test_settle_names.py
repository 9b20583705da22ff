"""What the whole article, and the words beside it, make of a name. All of it is written for these tests."""

from collections.abc import Callable

import pytest
from found_entities import Find

from transforms.entities.article_entities import ArticleEntities
from transforms.entities.names import Name
from transforms.entities.settle_names import settle_names
from transforms.entities.weights import LABEL
from transforms.parsing.parse import ParsedArticle

Parse = Callable[..., ParsedArticle]


def mentioned(entities: ArticleEntities) -> list[tuple[str, str]]:
    return [(mention.text, entities.by_id[mention.entity_id].kind) for mention in entities.mentions]


def test_a_headline_in_title_case_names_only_what_is_a_name(find: Find) -> None:
    found = find(
        "Lindqvist Vows To Drop Harbor Tax After Talks With Dock Workers",
        "Mayor Marta Lindqvist said the harbor tax would go. She had met dock workers, and the talks were short.",
    )
    headline = [text for text, _ in mentioned(found)]
    assert headline[0] == "Lindqvist"
    assert not {"Harbor Tax", "Drop Harbor Tax", "Vows", "Talks"} & set(headline)


def test_a_name_found_once_is_found_everywhere(find: Find) -> None:
    surname = find("Ann Quibell led the race. Few expected that a Quibell win would matter.")
    assert [text for text, kind in mentioned(surname) if kind == "PERSON"] == ["Ann Quibell", "Quibell"]


def test_a_repeated_name_lies_in_one_sentence(parse: Callable[..., ParsedArticle]) -> None:
    first, same, cut = parse(
        "Carver Co. Lowell bought the mill in May.",
        "The mill went to Carver Co. Lowell in May.",
        "The mill belonged to Carver Co. Lowell bought it.",
    ).paragraphs
    assert [sentence.text for sentence in cut.doc.sents][1] == "Lowell bought it."
    known = Name(0, 3, "ORG", LABEL)
    settled = settle_names([(first, [known]), (same, []), (cut, [])])
    assert [(name.start, name.end) for _, names in settled for name in names] == [(0, 3), (4, 7)]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The prize went to Ruth M. Calloway on Monday.", "Ruth M. Calloway", "PERSON"),
        ("They live near 97th Avenue in Lima.", "97th Avenue", "PLACE"),
        ("Lorries blocked Highway 29 on Monday.", "Highway 29", "PLACE"),
        ("She bought it from Carver & Lowell in May.", "Carver & Lowell", "ORG"),
        ("The crowd cheered Constable Hartnell.", "Hartnell", "PERSON"),
        ("He reads The Globe and Mail at breakfast.", "Globe and Mail", "ORG"),
        ("Two nurses treated children for HIV.", "HIV", "OTHER"),
        ("Shops stay closed on Boxing Day.", "Boxing Day", "EVENT"),
        ("The state Department of Fisheries objected.", "Department of Fisheries", "ORG"),
        ('Last year he wrote "The Salt of the Shore," a novel.', "The Salt of the Shore", "OTHER"),
        ('The list of "Harbor\'s Best Cooks" has two new names.', "Harbor's Best Cooks", "OTHER"),
        ("They sold Brightwell\N{TRADE MARK SIGN} lamps in May.", "Brightwell\N{TRADE MARK SIGN}", "ORG"),
        ("The Harbor Committee on Tidal Research met on Monday.", "Harbor Committee on Tidal Research", "ORG"),
        ("She ran for Kenya at the 2012 Harbor Games.", "2012 Harbor Games", "EVENT"),
        ("The clinic bought a UV lamp and some gloves.", "UV", "OTHER"),
    ],
)
def test_names_are_whole(find: Find, sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in mentioned(find(sentence))


def test_a_word_that_opens_a_sentence_is_no_name_where_the_article_writes_it_small(find: Find) -> None:
    found = find("Event managers plan ahead.", "Each event was planned for a year.")
    assert ("Event managers", "GROUP") in mentioned(found)


def test_words_in_quotation_marks_are_no_name_without_capitals(find: Find) -> None:
    said = find('"We will go," she said. The guests, "old and new," had left. They called it "a good idea, or two."')
    assert [text for text, kind in mentioned(said) if kind != "GROUP"] == []


def test_a_compound_stays_whole_and_its_name_free(find: Find) -> None:
    found = find("A three-judge panel ruled on Monday. The Lima-based rebels attacked a bank.")
    assert ("three-judge panel", "GROUP") in mentioned(found)
    assert {("Lima", "PLACE"), ("rebels", "GROUP")} <= set(mentioned(found))


def test_no_name_crosses_the_end_of_a_sentence_even_where_the_parser_is_wrong_about_it(
    parse: Parse, find: Find
) -> None:
    text = "The award went to Maj. A. B. Lind of the St. Roe Fire Dept. Rescue Squad on Monday."
    sentences = {one.sentence_id: one for one in parse(text).sentences}
    assert len(sentences) > 1  # else this tests nothing
    mentions = find(text).mentions
    assert "Rescue Squad" in [mention.text for mention in mentions]
    for mention in mentions:
        sentence = sentences[mention.sentence_id]
        assert sentence.char_start <= mention.char_start < mention.char_end <= sentence.char_end
