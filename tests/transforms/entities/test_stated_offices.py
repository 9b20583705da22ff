import pytest
from found_entities import Find

from transforms.entities.article_entities import ArticleEntities
from transforms.entities.stated_offices import office_name


def published(entities: ArticleEntities, kind: str = "OTHER") -> list[tuple[str, str]]:
    """What is published of a kind where everybody acts: the text of each mention and the name of its entity."""
    whole = entities.without_bystanders({entity.local_id for entity in entities.entities})
    return [
        (mention.text, whole.by_id[mention.entity_id].name)
        for mention in whole.mentions
        if whole.by_id[mention.entity_id].kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Chilean President Ana Solis on Monday.", [("Chilean President", "President of Chile")]),
        ("The court, led by Justice Ruth Odhiambo, agreed.", [("Justice", "Justice")]),
        ("Talks with the Mayor of Leeds had ended.", [("Mayor of Leeds", "Mayor of Leeds")]),
        ("They met Senate Minority Leader Ana Solis.", [("Senate Minority Leader", "Senate Minority Leader")]),
        ("They met FBI Director Ana Solis.", [("FBI Director", "FBI Director")]),
        (
            "They met White House Press Secretary Ana Solis.",
            [("White House Press Secretary", "White House Press Secretary")],
        ),
        ("They met the president, Ana Solis.", []),
        ("They met Gauteng Premier Ana Solis.", [("Premier", "Gauteng Premier")]),
        ("Ministers left early.", []),
        ("Former President Ana Solis left early.", [("President", "President")]),
        ("Mayor Of Leeds Opens New Town Bridge", []),
    ],
)
def test_offices_with_capitals_are_mentions(find: Find, text: str, found: list[tuple[str, str]]) -> None:
    assert published(find(text)) == found


def test_the_holder_tells_the_state(find: Find) -> None:
    found = find("Reporters asked Prime Minister Ana Solis of Peru about it.")
    assert published(found) == [("Prime Minister", "Prime Minister of Peru")]


def test_an_office_that_takes_up_a_person_is_that_person(find: Find) -> None:
    found = find("Prime Minister Hugo Brandt resigned on Monday.", "A crowd thanked the Prime Minister at noon.")
    people = published(found, "PERSON")
    assert ("Prime Minister", "Hugo Brandt") in people


def test_the_demonym_of_an_office_is_no_mention_of_a_state_named_elsewhere(find: Find) -> None:
    found = find("Chile lost. They met Chilean President Ana Solis on Monday.")
    assert published(found, "PLACE") == [("Chile", "Chile")]


def test_an_office_that_was_held_is_of_the_elite(find: Find) -> None:
    found = find("They thanked ex-Danish President Olaf Lind and former Peruvian President Ana Solis.")
    assert {entity.sector for _, entity in found.shadowed if entity.kind == "OTHER"} == {"ELI"}
    assert {entity.sector for entity in found.entities if entity.kind == "PERSON"} == {"ELI"}


def test_names_of_offices() -> None:
    assert office_name("Danish Foreign Minister", "DNK") == "Foreign Minister of Denmark"
    assert office_name("Dutch Foreign Minister", "NLD") == "Foreign Minister of the Netherlands"
    assert office_name("President of the Philippines", "PHL") == "President of the Philippines"
    assert office_name("President of Kenya", "KEN") == "President of Kenya"
    assert office_name("Bavarian Interior Minister", "DEU") == "Bavarian Interior Minister"
    assert office_name("Chief Minister", "IND") == "Chief Minister"
    assert office_name("UAW President", "USA") == "UAW President"
    assert office_name("Minister of the Interior", "KEN") == "Minister of the Interior"
    assert office_name("Bishop of Lund", "SWE") == "Bishop of Lund"
    assert office_name("President", None) == "President"
