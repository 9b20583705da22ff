"""What the whole article, and the words beside it, make of a name. All of it is written for these tests."""

from collections.abc import Callable

import pytest

from transforms.entities.article_entities import ArticleEntities

Find = Callable[..., ArticleEntities]


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
    ],
)
def test_names_are_whole(find: Find, sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in mentioned(find(sentence))


def test_a_compound_stays_whole_and_its_name_free(find: Find) -> None:
    found = find("A three-judge panel ruled on Monday. The Lima-based rebels attacked a bank.")
    assert ("three-judge panel", "GROUP") in mentioned(found)
    assert {("Lima", "PLACE"), ("rebels", "GROUP")} <= set(mentioned(found))
