"""Names as they are in other countries, and what an article says that somebody is known as."""

import pytest
from found_entities import Find

from transforms.entities.article_entities import ArticleEntities


def mentions_of(found: ArticleEntities) -> dict[tuple[str, str], list[str]]:
    return {
        (entity.kind, entity.name): [mention.text for mention in found.mentions if mention.entity_id == entity.local_id]
        for entity in found.entities
    }


@pytest.mark.parametrize(
    ("text", "kind", "name", "mentions"),
    [
        ("President Hassan Sheikh Nur met Chad's Sheikh Salman. Hassan Sheikh left.", "PERSON", "Hassan Sheikh Nur",
         ["Hassan Sheikh Nur", "Hassan Sheikh"]),
        ("Police arrested Jean-Pierre Mbuyi in Goma.", "PERSON", "Jean-Pierre Mbuyi", ["Jean-Pierre Mbuyi"]),
        ("Abdirahman Mohamed Guled won. Abdirahman Mohamed Guled wept.", "PERSON", "Abdirahman Mohamed Guled",
         ["Abdirahman Mohamed Guled", "Abdirahman Mohamed Guled"]),
        ("Omar Guled, leader of the opposition party Waradi, better known as Dhegey, spoke. Dhegey left.", "PERSON",
         "Omar Guled", ["Omar Guled", "Dhegey", "Dhegey"]),
        ("The Harbor Safety Mission in Peru, known as TRAMIS, spoke. TRAMIS left.", "ORG",
         "Harbor Safety Mission", ["Harbor Safety Mission", "TRAMIS", "TRAMIS"]),
        ("The Harbor Freedom Alliance party, HAFRA, spoke. HAFRA left.", "ORG", "Harbor Freedom Alliance",
         ["Harbor Freedom Alliance", "HAFRA", "HAFRA"]),
        ("Omar Guled leads the opposition party Waradi.", "ORG", "Waradi", ["Waradi"]),
        ("He told the news agency Omar Guled had left.", "PERSON", "Omar Guled", ["Omar Guled"]),
        ("The Russian foreign ministry spoke. The Russian Foreign Ministry wrote.", "ORG",
         "Russian Ministry of Foreign Affairs", ["Russian foreign ministry", "Russian Foreign Ministry"]),
        ("Ukraine's ministry of defence denied it.", "ORG", "Ukrainian Ministry of Defense", ["Ukraine's ministry"]),
        ("The Attorney General's Office denied it.", "ORG", "Attorney General's Office", ["Attorney General's Office"]),
        ("Hurricane Beryl came. Beryl destroyed the port.", "EVENT", "Hurricane Beryl", ["Hurricane Beryl", "Beryl"]),
        ("The IFRC and the ICRC sent tents.", "ORG", "International Committee of the Red Cross", ["ICRC"]),
        ("The African Union praised ATMIS.", "ORG", "African Union", ["African Union"]),
    ],
)  # fmt: skip
def test_names_and_what_stands_for_them(find: Find, text: str, kind: str, name: str, mentions: list[str]) -> None:
    assert mentions_of(find(text))[kind, name] == mentions


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Police foiled a plot to kill President Ana Ruiz, Interior Minister Omar Guled said.",
         [("Ana Ruiz", "President"), ("Omar Guled", "Interior Minister")]),
        ("Congress urged the Executive to recognize Ana Ruiz as the winner.", []),
        ("President of the Government Omar Guled received Ana Ruiz.", [("Omar Guled", "President")]),
    ],
)  # fmt: skip
def test_an_office_is_of_whom_it_stands_beside(find: Find, text: str, roles: list[tuple[str, str]]) -> None:
    found = find(text)
    assert [(found.by_id[role.entity_id].name, role.role) for role in found.roles] == roles


def test_who_does_it_to_himself_stands_in_the_sentence(find: Find) -> None:
    text = "Minister Omar Guled condemned it. A bomber blew himself up in the square. Omar Guled shot himself."
    anaphora = find(text).anaphora
    assert [text[:start].count(".") for start, end in anaphora if text[start:end] == "himself"] == [2]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Philippines won. The Philippines lost. Filipinos wept in it. Roe told the National Security Council.",
         "Philippine National Security Council", "PHL"),
        ("The United States won. Roe told the National Security Council.", "National Security Council", "USA"),
        ("The Armed Forces of the Philippines (AFP) spoke. AFP soldiers fled.", "Armed Forces of the Philippines", "PHL"),
        ("The Department of the Treasury of the United States spoke.", "U.S. Department of the Treasury", "USA"),
        ("The United States Senate met.", "U.S. Senate", "USA"),
        ("The Kenyan Senate met. The Senate left.", "Kenyan Senate", "KEN"),
        ("LAGOS - The Senate met. Governor Ann Roe of Kano State spoke.", "Nigerian Senate", "NGA"),
        ("The Senate met. Roe flew from Ohio to the Philippines.", "U.S. Senate", "USA"),
        ("The Senate in Manila met. The Philippines was calm.", "Philippine Senate", "PHL"),
        ("The Senate met. Roe flew to China.", "U.S. Senate", "USA"),
    ],
)  # fmt: skip
def test_bodies_that_many_states_have(find: Find, text: str, name: str, country: str) -> None:
    assert [entity.country for entity in find(text).entities if entity.name == name] == [country]


def test_who_is_named_behind_the_complement_is_meant(find: Find) -> None:
    text = "Police arrested the former mayor of the town of Bamban, Alice Roe, on Monday."
    found = find(text)
    assert [found.by_id[meant].name for meant in found.anaphora.values()] == ["Alice Roe"]
    assert "mayor" not in {entity.name.rpartition(" ")[2] for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Taye Atske Gudina came. Taye, for his part, said no.", "Taye Atske Gudina", ["Taye Atske Gudina", "Taye"]),
        ("Alice Roe, whose real name is said to be Guo Hua, fled.", "Alice Roe", ["Alice Roe", "Guo Hua"]),
        ("She met the former prime minister of Great Britain Ann Roe.", "Ann Roe", ["Ann Roe"]),
        ("45 persons stood trial, among them Milan Radoiçiq.", "Milan Radoiçiq", ["Milan Radoiçiq"]),
        ("The chief of staff, General Milan Radović, denied it.", "Milan Radović", ["Milan Radović"]),
        ("Kosovo closed the border crossings Jarinje and Brnjak.", "Brnjak", ["Brnjak"]),
        ("Commodore Jay Tarro spoke at Sabina Shoal.", "Jay Tarro", ["Jay Tarro"]),
        ("He told the state news agency SONNA after it.", "SONNA", ["SONNA"]),
    ],
)  # fmt: skip
def test_names_that_are_easily_missed(find: Find, text: str, name: str, mentions: list[str]) -> None:
    found = find(text)
    assert [m for (_, other), m in mentions_of(found).items() if other == name] == [mentions]
