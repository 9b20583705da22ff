"""What kind of thing a name is, by the words in it and beside it."""

import pytest
from found_entities import Find


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fiona Harper-Bridge wrote the script.", "Fiona Harper-Bridge", "PERSON"),
        ("The ferry sank, said Angela Hill.", "Angela Hill", "PERSON"),
        ("They climbed Angela Hill at dawn.", "Angela Hill", "PLACE"),
        ("He came with his wife, Perrine, and a dog.", "Perrine", "PERSON"),
        ("A stake in Toyota was sold to the state.", "Toyota", "ORG"),
        ("Toyota shares fell. Toyota has said nothing.", "Toyota", "ORG"),
        ("Tokyo shares fell on Monday.", "Tokyo", "PLACE"),
        ("Brundel Oyj makes rope. Brundel was founded in Turku.", "Brundel Oyj", "ORG"),
        ("Residents of Dunmarrow blocked the road.", "Dunmarrow", "PLACE"),
        ("The families live in Dunmarrow and Ballyskeen.", "Ballyskeen", "PLACE"),
        ("Elephants left the Kelloran sanctuary.", "Kelloran", "PLACE"),
        ("The two met at a rescue centre at Kelloran.", "Kelloran", "PLACE"),
        ("Gunmen rode into Kelloran town at night.", "Kelloran", "PLACE"),
        ("Storms came from as far away as Perth.", "Perth", "PLACE"),
        ("Two ships were bound for Rotterdam.", "Rotterdam", "PLACE"),
        ("Fargo, Otterby and Winscombe counties were flooded.", "Winscombe", "PLACE"),
        ("The army began Operation Silent Sea in March.", "Operation Silent Sea", "EVENT"),
        ("The James Arden Space Telescope was launched.", "James Arden Space Telescope", "OTHER"),
        ("The minister wrote on X that he would resign.", "Twitter", "ORG"),
        ("Troops came from NSW on Sunday.", "NSW", "PLACE"),
        ("Delwyn Carrow, 58, wrote to the council.", "Delwyn Carrow", "PERSON"),
        ("Its county chairman, Gethin Carrow, called it an insult.", "Gethin Carrow", "PERSON"),
        ("The head of the Association of Carters Nurlan Beisov declared a strike.", "Nurlan Beisov", "PERSON"),
        ("The head of the Association of Carters Nurlan Beisov declared a strike.", "Association of Carters", "ORG"),
        ("She works nights at St Bride's Hospital.", "St Bride's Hospital", "ORG"),
        ("He is president of the Mine and Metal Workers Union.", "Mine and Metal Workers Union", "ORG"),
        ("City of Bath Council closed the road.", "City of Bath Council", "ORG"),
        ("Saad al-Jamili resigned. Jamili gave no reason.", "Saad al-Jamili", "PERSON"),
        ("Orvendo, the smart-lock start-up, fired its founder.", "Orvendo", "ORG"),
        ("The mother of eight-month-old Caolan screamed.", "Caolan", "PERSON"),
        ("A 29-year-old Elkhart man was hurt.", "Elkhart", "PLACE"),
        ("Developer Simon Attwood said he was cross.", "Simon Attwood", "PERSON"),
        ("Lowenna Tregear gathered names. Lowenna's father, Mark, drove the car.", "Lowenna Tregear", "PERSON"),
        ("Hajiya Amina Lawal brought the case.", "Amina Lawal", "PERSON"),
        ("DUP MLA Gordon Spratt spoke.", "Democratic Unionist Party", "ORG"),
        ("The police chief said Coun Phil Ormerod was late.", "Phil Ormerod", "PERSON"),
        ("The bench of the Allahabad High Court sat. The High Court ruled in July.", "Allahabad High Court", "ORG"),
        ('The thief called himself "General Mark Harlow".', "Mark Harlow", "PERSON"),
        ("The HMS Duke of Harlow sank off Oslo.", "HMS Duke of Harlow", "OTHER"),
        ("Fans wept after the Rays had lost again.", "Rays", "ORG"),
        ("A Lithuanian MEP spoke, and MEPs cheered.", "MEPs", "GROUP"),
    ],
)  # fmt: skip
def test_the_kind_of_a_name(find: Find, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(entity.name, entity.kind) for entity in find(text).entities]


def test_a_short_given_name_is_the_one_person_of_it(find: Find) -> None:
    found = find("Steven Aldred lost a leg. His friend had known Steve for years.")
    assert [mention.text for mention in found.mentions if mention.text.startswith("Ste")] == ["Steven Aldred", "Steve"]
    assert len([entity for entity in found.entities if entity.kind == "PERSON"]) == 1


def test_a_surname_without_its_article_is_the_same_person(find: Find) -> None:
    found = find("Saad al-Jamili resigned on Monday. Jamili said he was tired.")
    assert [entity.name for entity in found.entities if entity.kind == "PERSON"] == ["Saad al-Jamili"]


def test_a_high_court_is_that_of_the_state_that_the_article_tells(find: Find) -> None:
    found = find("Kenya's High Court freed a lawyer. The High Court in Nairobi sits again in May.")
    assert "Kenyan High Court" in [entity.name for entity in found.entities]


@pytest.mark.parametrize(
    "text",
    [
        "Lobitos lies on the Manzanares River near Cumana.",
        "The barge ran aground in the Allegheny River.",
    ],
)
def test_rivers_lie_where_they_end(find: Find, text: str) -> None:
    assert any(entity.name.endswith("River") and entity.latitude is not None for entity in find(text).entities)


def test_sums_of_money_and_plain_openings_are_no_names(find: Find) -> None:
    found = find("Divisional forest officer Ann Roe paid N1.2 billion and Sh80,000.")
    assert [entity.name for entity in found.entities] == ["Ann Roe"]


def test_shares_are_those_of_the_firm_that_is_named(find: Find) -> None:
    found = find("The mill is owned by Tarn Minerals. Tarn shares closed down.")
    assert [mention.text for mention in found.mentions] == ["Tarn Minerals", "Tarn"]


def test_a_given_name_that_is_a_town_too_is_who_was_named(find: Find) -> None:
    found = find("Lester Delgado found a purse. His father told Lester to give it back.")
    assert [entity.name for entity in found.entities if entity.kind != "GROUP"] == ["Lester Delgado"]
