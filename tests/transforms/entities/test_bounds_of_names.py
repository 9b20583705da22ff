"""Where names begin and end, and which of them are one entity."""

import pytest
from found_entities import Find
from spacy.language import Language

from transforms.entities.repair_label import repaired
from transforms.parsing.parse import parse_texts
from transforms.parsing.tokens import Span


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The Bank of Peru and the World Bank warned of a slump.", ["Bank of Peru", "Peru", "World Bank"]),
        ("He paid the Department of Justice and the SEC.", ["Department of Justice", "SEC"]),
        ("The Department of Trade and the Sea closed.", ["Department of Trade and the Sea"]),
        ('The head is Ann "Bunny" Roe of Oslo.', ['Ann "Bunny" Roe', "Oslo"]),
        ("It was sent to E. “Bill” Harker in Oslo.", ["E. “Bill” Harker", "Oslo"]),
        ("They met Lagos MP Ann Roe.", ["Lagos", "Ann Roe"]),
        ("Premier Ann Harker-Mathabe spoke.", ["Ann Harker-Mathabe"]),
        ("Mr van Harker lives in Oslo.", ["van Harker", "Oslo"]),
        ("Money was raised by Tennis Australia last year.", ["Tennis Australia"]),
        ("The attack was stopped with help from the US FBI.", ["US", "FBI"]),
        ("Prices rise, wrote Orla Quimby of Sunhill.", ["Orla Quimby", "Sunhill"]),
        ("She won the race in Co Laois.", ["Co Laois"]),
        ("The bridge of AD 550 fell in Oslo.", ["Oslo"]),
        ("The vote in Cote d'Ivoire was late.", ["Cote d'Ivoire"]),
        (
            "Also on trial were Omar Guled and Mohamed Salem Ould Béchir, who were acquitted.",
            ["Omar Guled", "Mohamed Salem Ould Béchir"],
        ),
        ("The Law on Rope Makers passed.", ["Law on Rope Makers"]),
        ("The Union for the Republic won.", ["Union for the Republic"]),
        ("Referee Anthony Harlow showed two cards.", ["Anthony Harlow"]),
        ("Mediator Tukur Harlow showed two cards.", ["Tukur Harlow"]),
        ("They met the U.S. Arms control man Max Harlow.", ["U.S.", "Max Harlow"]),
        ("Chiefs of Disney had met.", ["Disney"]),
        ("The Access to Rivers Act passed.", ["Access to Rivers Act"]),
        ("Nobody read the Rope and Sail Act.", ["Rope and Sail Act"]),
        (
            "He studied at the University of Leeds and Ghent University.",
            ["University of Leeds", "Leeds", "Ghent University"],
        ),
        ("They met in Harlow-on-the-Lake.", ["Harlow-on-the-Lake"]),
        ("Aid came from the U.S. Department of Energy.", ["U.S.", "U.S. Department of Energy"]),
        ("The Civil Carters Union of Leeds and NetRope cheered.", ["Civil Carters Union of Leeds", "Leeds", "NetRope"]),
        ("Manhattan District Attorney Ann Roe spoke.", ["Manhattan", "Ann Roe"]),
        ("Southampton have signed a striker.", ["Southampton"]),
        ("Rebels stopped the Abuja-Kaduna train.", ["Abuja", "Kaduna"]),
        ("The stage had Ann Roe as Harlow for a week.", ["Ann Roe"]),
        ("The shop on Queen Street East closed.", ["Queen Street East"]),
        ("He lives in Barrie, Ont., with a dog.", ["Barrie", "Ont."]),
        ("She drove home from Woodstock on Tuesday.", ["Woodstock"]),
        ("ST. PETERSBURG, Fla. - The game was late.", ["ST. PETERSBURG", "Fla."]),
    ],
)
def test_mentions(find: Find, text: str, mentions: list[str]) -> None:
    whole = find(text).without_bystanders(frozenset())
    assert [
        mention.text for mention in whole.mentions if whole.by_id[mention.entity_id].kind not in ("GROUP", "OTHER")
    ] == mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harlow Rope Plc makes rope. Harlow Rope was founded in Hull.", "Harlow Rope Plc"),
        ("The Bhumjaithai Party won. The ruling pleased Bhumjaithai.", "Bhumjaithai"),
    ],
)
def test_a_firm_or_party_by_its_short_name(find: Find, text: str, name: str) -> None:
    assert [entity.mention_count for entity in find(text).entities if entity.name == name] == [2]


def test_two_firms_of_one_first_word_stay_two(find: Find) -> None:
    found = find("Harlow Corp has a unit in Lyon. Harlow France SA makes rope. Harlow will sell it.")
    assert {entity.name: entity.mention_count for entity in found.entities if entity.kind == "ORG"} == {
        "Harlow Corp": 2,
        "Harlow France SA": 1,
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A delegation of Peru visited Oslo, and Norway paid.", "Oslo"),
        ("OSLO (Reuters) - Norway paid for the bridge.", "Oslo"),
    ],
)
def test_a_capital_that_is_visited_or_opens_a_report_is_the_city(find: Find, text: str, name: str) -> None:
    assert name in [entity.name.title() for entity in find(text).entities]


def test_the_office_of_a_state_of_two_words(find: Find) -> None:
    found = find("South Korean President Ann Roe met reporters.").without_bystanders(frozenset())
    assert "President of South Korea" in [entity.name for entity in found.entities]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A Papua New Guinean lawmaker met reporters.", "Papua New Guinean lawmaker", "PNG"),
        ("Oromo fighters blocked the road.", "Oromo fighters", "ETH"),
    ],
)
def test_people_of_a_state_or_creed_by_their_whole_name(find: Find, text: str, name: str, country: str) -> None:
    assert (name, country) in [(entity.name, entity.country) for entity in find(text).entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The match at the Estádio Ana Roe was late.", "Estádio Ana Roe"),
        ("Huawei's Mate 9, unveiled in Oslo, is late.", "Mate 9"),
        ("Emir of Kuwait met reporters.", "Emir of Kuwait"),
    ],
)
def test_grounds_products_and_offices(find: Find, text: str, name: str) -> None:
    whole = find(text).without_bystanders(frozenset())
    assert name in [entity.name for entity in whole.entities]


@pytest.mark.parametrize("text", ["An opposition MP met reporters.", "Two air traffic controllers met reporters."])
def test_people_by_initials_and_by_three_words(find: Find, text: str) -> None:
    assert [entity.kind for entity in find(text).entities if entity.sector in ("LEG", "LAB")] == ["GROUP"]


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE", "LAW"])
def test_a_mark_that_ends_a_text_is_no_name(nlp: Language, label: str) -> None:
    (doc,) = parse_texts(nlp, ["Talks failed."])
    assert not list(repaired(Span(doc, 2, 3, label)))
