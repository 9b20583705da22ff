"""People who only share the name of somebody in the tables."""

import pytest
from found_entities import Find, named


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Kenyan Foreign Minister Wang Yi met reporters.", "Wang Yi", "KEN", "GOV"),
        ("Wang Yi, 23, a nurse in Lima, met reporters.", "Wang Yi", None, None),
        ("Peru welcomed George Bush, a Peruvian miner.", "George Bush", None, None),
        ("Kenyan Foreign Minister Wang Yi met reporters in China.", "Wang Yi", "CHN", "GOV"),
        ("Wang Yi, a Peruvian-born nurse, met reporters.", "Wang Yi", "CHN", "GOV"),
        ("Foreign Minister Wang Yi met reporters in Peru.", "Wang Yi", "CHN", "GOV"),
    ],
)
def test_whom_the_article_gives_to_another_state(
    find: Find, text: str, name: str, country: str | None, sector: str | None
) -> None:
    assert named(find(text), name) == ("PERSON", country, sector)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Antonio Guterres met reporters.", "António Guterres"),
        ("Donald J. Trump met reporters.", "Donald Trump"),
        ("Sergei Lavrov met reporters.", "Sergei Lavrov"),
    ],
)
def test_a_known_name_has_its_accents_and_the_romanization_of_the_article(find: Find, text: str, name: str) -> None:
    assert name in [entity.name for entity in find(text).entities]
