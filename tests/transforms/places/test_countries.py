import pytest

from transforms.places.countries import (
    alpha3_of_alpha2,
    capital_country,
    countries,
    country_name,
    country_of,
    demonym_country,
)


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("the Netherlands", "NLD"),
        ("Ivory Coast", "CIV"),
        ("Côte d\u2019Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("SOUTH KOREA", "KOR"),
        ("DRC", "COD"),
        ("U.S.", "USA"),
        ("Burma", "MMR"),
        ("Scotland", "GBR"),
        ("Crimea", "UKR"),
        ("us", None),
        ("car", None),
        ("Narnia", None),
    ],
)
def test_country_of_reads_names_aliases_and_parts_of_states(name: str | None, alpha3: str | None) -> None:
    assert country_of(name) == alpha3


@pytest.mark.parametrize(
    ("word", "alpha3"),
    [
        ("Nigerian", "NGA"),
        ("Nigeriens", "NER"),
        ("Emirati", "ARE"),
        ("Burmese", "MMR"),
        ("Dutch", "NLD"),
        ("Poles", "POL"),
        ("poles", None),
        ("polish", None),
        ("Martian", None),
    ],
)
def test_demonyms_need_their_capital(word: str, alpha3: str | None) -> None:
    assert demonym_country(word) == alpha3


@pytest.mark.parametrize(
    ("name", "alpha3"), [("the Kremlin", "RUS"), ("Beijing", "CHN"), ("Downing Street", "GBR"), ("Osaka", None)]
)
def test_capitals_and_seats_stand_for_states(name: str | None, alpha3: str | None) -> None:
    assert capital_country(name) == alpha3


def test_short_names() -> None:
    assert [country_name(code) for code in ("RUS", "USA", "TUR", "KOR")] == [
        "Russia",
        "United States",
        "Turkey",
        "South Korea",
    ]
    with pytest.raises(KeyError):
        country_name("ZZZ")


def test_every_country_is_whole() -> None:
    assert len(countries()) == len(alpha3_of_alpha2()) == 250
    for code, country in countries().items():
        assert country_of(country.name) == code
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180
