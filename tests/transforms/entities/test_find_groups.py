"""People and bodies without a name. All of it is written for these tests."""

import pytest
from found_entities import Find, named, texts_of


def test_demonym_alone_is_the_state_and_with_people_a_group(find: Find) -> None:
    found = find("A Nigerian ferry sank. Kenyan soldiers searched for survivors.")
    assert texts_of(found, "Nigeria") == ["Nigerian"]
    assert named(found, "Kenyan soldiers") == ("GROUP", "KEN", "MIL")


@pytest.mark.parametrize(
    ("sentence", "name", "country", "sector"),
    [
        ("Peruvian cattle ranchers blocked a road.", "Peruvian cattle ranchers", "PER", "AGR"),
        ("A Chilean teachers' union called a strike.", "Chilean teachers' union", "CHL", "LAB"),
        ("Shiite clerics met the mayor.", "Shiite clerics", None, "REL"),
        ("Lagos fishermen met the mayor.", "fishermen", "NGA", "AGR"),
        ("Sindh farmers met the mayor.", "Sindh farmers", "PAK", "AGR"),
        ("EU diplomats left Oslo.", "EU diplomats", None, "GOV"),
        ("Rebel leader Joseph Kato surrendered.", "Joseph Kato", None, "REB"),
        ("Swedish Social Democrats left the room.", "Swedish Social Democrats", "SWE", "PTY"),
        ("Tanzanian Maasai herders met the mayor.", "Tanzanian Maasai herders", "TZA", "AGR"),
        ("Former Prime Minister Tony Blair spoke.", "Tony Blair", "GBR", "ELI"),
        ("A former White House official spoke.", "former White House official", "USA", "ELI"),
        ("Peru's Deputy Minister of Defence Colonel-General Ivo Sala spoke.", "Ivo Sala", "PER", "GOV"),
        ("Prime Minister Tony Blair spoke.", "Tony Blair", "GBR", "GOV"),
        ("Yesterday Ursula von der Leyen spoke.", "Ursula von der Leyen", None, "EUR"),
    ],
)
def test_people_and_bodies_by_what_they_are(
    find: Find, sentence: str, name: str, country: str | None, sector: str
) -> None:
    assert named(find(sentence), name)[1:] == (country, sector)


@pytest.mark.parametrize(
    "sentence",
    [
        "The foreign ministers of Kenya and Uganda met on Monday.",
        "The foreign ministers of Peru, Kenya and Uganda met on Monday.",
        "Kenya's and Uganda's foreign ministers met on Monday.",
    ],
)
def test_people_of_several_states_are_of_no_single_one(find: Find, sentence: str) -> None:
    assert named(find(sentence), "foreign ministers")[1] is None


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        ("Lagos police arrested Ann Lee.", "Lagos police", "Lagos"),
        ("Boko Haram militants attacked the village.", "Boko Haram militants", "Boko Haram"),
    ],
)
def test_a_compound_with_a_name_is_an_actor_and_its_name_stays_one(
    find: Find, text: str, name: str, inside: str
) -> None:
    found = find(text)
    assert {mention.text for mention in found.mentions} >= {name, inside}
    whole = found.covering(0, len(inside))
    assert whole is not None
    assert whole.name == inside
    actor = found.covering(len(inside) + 1, len(name))
    assert actor is not None
    assert actor.name == name


def test_how_many_of_a_state_is_one_phrase(find: Find) -> None:
    found = find("A group of Senegalese migrants attacked the guards.", "The chief of the Peruvian police resigned.")
    spoken = find("The speaker of the Malian parliament resigned.")
    assert named(spoken, "speaker of the Malian parliament")[1:] == ("MLI", "LEG")
    assert named(found, "group of Senegalese migrants")[1:] == ("SEN", "REF")
    assert named(found, "chief of the Peruvian police")[1:] == ("PER", "COP")


def test_media_of_a_state_act(find: Find) -> None:
    assert named(find("Chinese state media attacked the film."), "Chinese state media")[1:] == ("CHN", "GOV")


def test_the_state_that_owns_an_actor_is_part_of_its_mention_and_not_of_its_name(find: Find) -> None:
    found = find("Kenya's ruling junta attacked the village. Later the junta\u2019s troops left.")
    (actor,) = (mention for mention in found.mentions if mention.text == "Kenya's ruling junta")
    assert (found.by_id[actor.entity_id].name, found.by_id[actor.entity_id].country) == ("ruling junta", "KEN")
    assert "Kenya" in {mention.text for mention in found.mentions}


@pytest.mark.parametrize(
    "text", ["former Danish president Olaf Lind spoke.", "Ousted Danish president Olaf Lind spoke."]
)
def test_who_held_an_office_before_is_of_the_elite(find: Find, text: str) -> None:
    assert named(find(text), "Olaf Lind") == ("PERSON", "DNK", "ELI")
