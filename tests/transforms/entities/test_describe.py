from transforms.entities.describe import home_country
from transforms.places.resolve_places import resolve_place


def places(*names: str) -> list:
    return [resolve_place(name) for name in names]


def test_an_article_is_at_home_where_nearly_all_its_places_lie() -> None:
    assert home_country(places("Nairobi", "Mombasa", "Kisumu", "Nakuru", "Kampala")) == "KEN"
    assert home_country(places("Nairobi", "Kampala")) is None
    assert home_country(places("Nairobi")) is None
    assert home_country([]) is None
