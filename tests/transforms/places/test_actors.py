from pathlib import Path

import pytest

from schemas.plover import SECTORS
from transforms.places.actor_tables import agent_nouns, known_organizations, known_people
from transforms.places.actors import describe_actor
from transforms.places.countries import countries

_OPEN_PHRASES = 5  # of actor_phrases.tsv: what we cannot do yet


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Norwegian trawlers", "NOR", "AGR"),
        ("navy accountant", None, "MIL"),
        ("the Peruvian prime minister's office", "PER", "GOV"),
        ("Portugal's Defence Ministry", "PRT", "GOV"),
        ("Kenyan riot police", "KEN", "COP"),
        ("a former Danish minister", "DNK", "ELI"),
        ("leader of the rebels", None, "REB"),
        ("head of a textile workers' union", None, "LAB"),
        ("a police union", None, "LAB"),
        ("Lagos authorities", "NGA", "GOV"),
        ("Republican senators", "USA", "LEG"),
        ("a Tory lawmaker", "GBR", "LEG"),
        ("farmers in Sindh", "PAK", "AGR"),
        ("People's Republic of China", "CHN", None),
        ("an opposition senator", None, "LEG"),
        ("displaced families", None, "REF"),
        ("Colombian drug cartel", "COL", "CRM"),
        ("five armed men", None, "UAF"),
        ("Canadians", "CAN", None),
        ("president of the European Council", None, "GOV"),
        ("European Union officials", None, "EUR"),
        ("Socialist Party", None, "PTY"),
        ("Fijian Socialist Party", "FJI", "PTY"),
        ("Social Democratic Party", None, "PTY"),
        ("British Columbia farmers", "CAN", "AGR"),
        ("New Mexico governor", "USA", "GOV"),
        ("ex-Mossad director", "ISR", "ELI"),
        ("a former Pentagon official", "USA", "ELI"),
        ("Former CIA officer", "USA", "ELI"),
        ("former Hamas leader", "PSE", "REB"),
        ("National Liberation Brigades", None, "MIL"),
        ("Maltese women's group", "MLT", "SOC"),
        ("local officials", None, "GOV"),
        ("the mayor of Leeds", "GBR", "GOV"),
        ("mumbai police", "IND", "COP"),
        ("Venice", "ITA", "CVL"),
        ("Odessa", "UKR", "CVL"),
        ("al-Bab", "SYR", "CVL"),
        ("Deputy Interior Minister Colonel-General", None, "GOV"),
        ("police colonel", None, "COP"),
        ("an army general", None, "MIL"),
        ("Folketing", "DNK", "LEG"),
        ("Landtag of Bavaria", "DEU", "LEG"),
        ("Moammar Gadhafi", "LBY", "GOV"),
        ("Wolfgang Schuessel", "AUT", "GOV"),
        ("Ahmed Shah Massoud", "AFG", "REB"),
        ("a Croatian ombudswoman", "HRV", "GOV"),
        ("riot officers", None, "COP"),
        ("Sheikh Nawaf al-Ahmad al-Sabah", "KWT", "GOV"),
        ("High State Council", None, "GOV"),
        ("Securities Division of the Minnesota Department of Commerce", "USA", "GOV"),
        ("Shearson Lehman Brothers", "USA", "BUS"),
        ("Guardia Civil", "ESP", "COP"),
        ("Tatmadaw", "MMR", "MIL"),
        ("members of the Shin Bet", "ISR", "SPY"),
        ("Kommersant reporters", "RUS", "JRN"),
        ("Lisbon", "PRT", "GOV"),
        ("something else", None, None),
        ("", None, None),
        ("...", None, None),
    ],
)
def test_country_and_sector_of_a_description(phrase: str, country: str | None, sector: str | None) -> None:
    described = describe_actor(phrase)
    assert (described.country, described.sector, described.name) == (country, sector, described.name)


def test_phrases_of_every_kind_are_coded_as_we_would() -> None:
    lines = Path(__file__).with_name("actor_phrases.tsv").read_text("utf-8").splitlines()
    phrases = [line.split("\t") for line in lines[2:]]
    described = {phrase: describe_actor(phrase) for phrase, _, _ in phrases}
    wrong = [
        (phrase, described[phrase])
        for phrase, country, sector in phrases
        if (described[phrase].country or "", described[phrase].sector if sector else "") != (country, sector)
    ]
    assert len(wrong) <= _OPEN_PHRASES, wrong


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Organization of American States", "Organization of American States"),
        ("OAS", "Organization of American States"),
        ("Nato", "NATO"),
        ("the Tijuana cartel", "Tijuana Cartel"),
        ("Boko Haram militants", "Boko Haram"),
        ("Chancellor Angela Merkel", "Angela Merkel"),
        ("Mohammed Morsi", "Mohamed Morsi"),
        ("Türkiye", "Turkey"),
        ("Jaysh al Izzah", "Jaysh al-Izza"),
        ("Lashkar-i-Taiba", "Lashkar-e-Taiba"),
        ("White Town", None),
        ("who", None),
        ("Pedro Morales", None),
        ("Harrison Ford", None),
    ],
)
def test_canonical_names(phrase: str, name: str | None) -> None:
    assert describe_actor(phrase).name == name


def test_a_title_outweighs_the_office_in_the_table() -> None:
    assert describe_actor("Senator Barack Obama").sector == "LEG"
    assert describe_actor("Barack Obama").sector == "GOV"


def test_an_organization_gives_country_and_sector_to_its_people() -> None:
    official = describe_actor("Mossad officials")
    assert (official.country, official.sector) == ("ISR", "SPY")
    lawyer = describe_actor("a lawyer for Hezbollah")
    assert (lawyer.country, lawyer.sector) == ("LBN", "JUD")


def test_tables_use_known_codes_only() -> None:
    known = [*known_people().values(), *known_organizations().values()]
    assert {one.country for one in known} - {None} <= countries().keys()
    assert {one.sector for one in known} | {noun.sector for noun in agent_nouns().values()} <= set(SECTORS)
