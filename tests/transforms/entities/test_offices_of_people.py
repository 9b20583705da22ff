"""Offices that an article states, and whom pronouns and offices mean. All of it is written for these tests."""

import pytest
from found_entities import Find, named, stands_for, texts_of


def test_title_is_a_role_and_no_part_of_the_mention(find: Find) -> None:
    found = find("Deputy Foreign Minister Elena Markova flew to Lima. Mr. Hale met Markova's aides.")
    assert texts_of(found, "Elena Markova") == ["Elena Markova", "Markova"]
    assert [role.role for role in found.roles] == ["Deputy Foreign Minister"]
    assert texts_of(found, "Hale") == ["Hale"]


@pytest.mark.parametrize(
    ("sentence", "name", "role", "organization", "country"),
    [
        ("Peru's Finance Minister Carlos Ruiz resigned.", "Carlos Ruiz", "Finance Minister", "Peru", "PER"),
        ("Carlos Ruiz, director of the World Bank, resigned.", "Carlos Ruiz", "director", "World Bank", None),
        ("CIA Director Susan Webb resigned.", "Susan Webb", "Director", "Central Intelligence Agency", "USA"),
        ("Secretary of State Susan Webb arrived in Oslo.", "Susan Webb", "Secretary of State", None, None),
        ("Ana Ruiz, deputy trade minister of Peru, resigned.", "Ana Ruiz", "deputy trade minister", "Peru", "PER"),
        ("Finance Minister Ana Ruiz of Peru resigned.", "Ana Ruiz", "Finance Minister", "Peru", "PER"),
    ],
)
def test_office_with_organization_and_country_as_stated(
    find: Find, sentence: str, name: str, role: str, organization: str | None, country: str | None
) -> None:
    found = find(sentence)
    (stated,) = found.roles
    assert found.by_id[stated.entity_id].name == name
    assert (stated.role, stated.organization, stated.country) == (role, organization, country)
    assert role in sentence[stated.char_start : stated.char_end]


def test_long_office_between_organization_and_name(find: Find) -> None:
    found = find("The team was led by Director of the Latin America Department of the Foreign Ministry Igor Belov.")
    assert texts_of(found, "Igor Belov") == ["Igor Belov"]


def test_a_slip_of_the_article_is_kept_as_its_role_claim_only(find: Find) -> None:
    found = find(
        "Chile's Trade Minister Hugo Brandt spoke on Monday.",
        "The Norwegian minister praised the fleet. Later the Norwegian official flew home.",
    )
    (role,) = found.roles
    assert (role.country, named(found, "Hugo Brandt")[1]) == ("CHL", "NOR")


def test_an_office_of_somebody_who_is_only_part_of_a_phrase_is_no_role(find: Find) -> None:
    found = find("The play was staged entirely by Phiri—Designer, Singer, and Writer—plus a helper from Lusaka.")
    assert {role.entity_id for role in found.roles} <= {entity.local_id for entity in found.entities}


def test_an_office_of_another_state_is_somebody_else(find: Find) -> None:
    text = "French President Emmanuel Macron spoke in Paris. The Polish president said on Monday that he would come."
    found = find(text)
    he = text.index("he would")
    assert stands_for(found, text, "Polish president") is None
    assert (he, he + len("he")) not in found.anaphora


def test_pronouns_and_role_nouns_are_resolved(find: Find) -> None:
    text = "Ambassador Linda Okafor arrived on Monday. She met farmers. The diplomat left with Robert Hale. He waved."
    found = find(text)
    assert stands_for(found, text, "She") == "Linda Okafor"
    assert stands_for(found, text, "diplomat") == "Linda Okafor"
    assert stands_for(found, text, "He") == "Robert Hale"
