"""Towns inside the names of bodies, in lists, and in the state that an article is at home in."""

import pytest
from found_entities import Find

from transforms.entities.article_entities import ArticleEntities


def places(found: ArticleEntities) -> list[str]:
    """The place mentions as they are published, those inside other names with them."""
    whole = found.without_bystanders(frozenset())
    return [mention.text for mention in whole.mentions if whole.by_id[mention.entity_id].kind == "PLACE"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Henry County Sheriff's Office found the boat.", ["Henry County"]),
        ("Two men are held in the Greene County Jail.", ["Greene County"]),
        ("The Toledo Police Department called the owner.", ["Toledo"]),
        ("The Idaho Department of Fisheries closed the lake.", ["Idaho"]),
        ("She studied at the University of Oregon.", ["Oregon"]),
        ("The Superior Court heard the owners of the boat.", []),
        ("The Supreme Court heard the owners of the boat.", []),
        ("The Toledo Rowing Club won again.", []),
        ("The boat left Toledo in May. The Toledo Rowing Club won again.", ["Toledo", "Toledo"]),
        ("The boat left Boston in May, said the Boston Globe.", ["Boston"]),
        ("The Ohio Coalition for Rowing Safety won again.", ["Ohio"]),
        ("The Texas Rangers won again.", []),
        ("The Rowing Friends Association of Northern Ohio won again.", ["Ohio"]),
        ("The Harbor College of Law won again.", []),
    ],
)
def test_the_place_in_the_name_of_a_body_is_a_mention(find: Find, sentence: str, expected: list[str]) -> None:
    assert places(find(sentence)) == expected


def test_the_place_in_a_name_is_one_entity_with_the_place_itself(find: Find) -> None:
    found = find("The Henry County Sheriff's Office searched Henry County.").without_bystanders(frozenset())
    assert [(entity.name, entity.mention_count) for entity in found.entities if entity.kind == "PLACE"] == [
        ("Henry County", 2)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The fire was seen in Harper and Kingman counties.", ["Harper", "Kingman"]),
        ("Storms were seen in Penrith, Maryport and Barrow.", ["Penrith", "Maryport", "Barrow"]),
        ("In Boston, Jackson said the boat was late.", ["Boston"]),
    ],
)
def test_names_in_a_list_of_places_are_places(find: Find, sentence: str, expected: list[str]) -> None:
    assert places(find(sentence)) == expected


HOME = "The road from Longview to Tyler passes through Rusk County and Henderson in Texas."


def test_a_town_of_the_home_state_is_no_person(find: Find) -> None:
    assert "Kilgore" in places(find(HOME, "Kilgore did this last year and regretted it."))


def test_a_surname_is_no_town_of_the_home_state(find: Find) -> None:
    found = find(HOME, "Police arrested Ann Kilgore.", "Kilgore denied the theft.")
    assert "Kilgore" not in places(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bologna met reporters.", ["Bologna"]),
        ("Da Nang met reporters.", ["Da Nang"]),
        ("Bologna said that it was late.", []),
        ("Ann Bologna left. Bologna met reporters.", []),
        ("President Bologna met reporters.", []),
    ],
)
def test_a_large_town_abroad_alone_is_no_person(find: Find, text: str, expected: list[str]) -> None:
    assert places(find(text)) == expected


def test_a_town_goes_by_no_scholarly_transcription(find: Find) -> None:
    assert "Tulkarm" in [entity.name for entity in find("Police met reporters in Tulkarm.").entities]
