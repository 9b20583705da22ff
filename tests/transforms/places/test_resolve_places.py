import re

import pytest

from transforms.places.choose_places import distance_km
from transforms.places.resolve_places import Place, resolve_place, resolve_places


def resolve(text: str, *names: str) -> list[Place | None]:
    spans = [re.search(re.escape(name), text).span() for name in names]
    return resolve_places(text, spans)


def countries_of(text: str, *names: str) -> list[str | None]:
    return [place and place.country for place in resolve(text, *names)]


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("A barn burned down in Paris, Ky., overnight.", 38.2, -84.3),
        ("A barn burned down in Paris, Texas, overnight.", 33.7, -95.6),
        ("A barn burned down in Paris overnight.", 48.9, 2.3),
    ],
)
def test_the_state_after_the_comma_decides(text: str, latitude: float, longitude: float) -> None:
    [place] = resolve(text, "Paris")
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.2)


def test_other_places_of_the_article_decide() -> None:
    lebanon = "Shops in Tripoli closed early. Beirut and Sidon stayed calm."
    libya = "Shops in Tripoli closed early. Benghazi and Misrata stayed calm."
    assert countries_of(lebanon, "Tripoli", "Beirut", "Sidon") == ["LBN"] * 3
    assert countries_of(libya, "Tripoli", "Benghazi", "Misrata") == ["LBY"] * 3


def test_a_country_named_like_a_state_is_chosen_by_its_neighbours() -> None:
    abroad = "Trade grew between Georgia, Armenia and Azerbaijan, said officials in Tbilisi."
    at_home = "Storms crossed Alabama and Georgia. Atlanta, Macon and Savannah lost power."
    assert countries_of(abroad, "Georgia", "Armenia", "Tbilisi") == ["GEO", "ARM", "GEO"]
    assert countries_of(at_home, "Georgia", "Atlanta", "Savannah") == ["USA"] * 3


def test_countries_demonyms_and_regions_have_coordinates_and_ids() -> None:
    country, people, state, part = resolve(
        "Kenya and Kenyan firms, Ohio, and southern Ohio.", "Kenya", "Kenyan", "Ohio", "southern Ohio"
    )
    assert country == people
    assert (country.geonames_id, country.country) == (192950, "KEN")
    assert (state.geonames_id, state.country) == (5165418, "USA")
    assert part == state


def test_a_county_lies_in_the_state_of_the_other_places() -> None:
    county, _, _ = resolve(
        "Henry County deputies from Paris, Tenn., and Huntingdon met.", "Henry County", "Paris", "Huntingdon"
    )
    assert county.country == "USA"
    assert county.latitude == pytest.approx(36.3, abs=0.5)
    assert county.longitude == pytest.approx(-88.3, abs=0.5)


def test_two_unlikely_meanings_that_agree_beat_a_likely_one() -> None:
    text = "Sheriff's deputies took a man from Lebanon to the Boone County Jail."
    town, county = resolve(text, "Lebanon", "Boone County")
    assert (town.country, county.country) == ("USA", "USA")
    assert distance_km(town, county) < 30


@pytest.mark.parametrize(
    ("text", "latitude"),
    [
        ("Officers of the Kentucky State Police came to Berea.", 37.6),
        ("Berea is in Cuyahoga County.", 41.4),
        ("The Cleveland Fire Department helped in Berea.", 41.4),
    ],
)
def test_names_inside_other_names_are_witnesses(text: str, latitude: float) -> None:
    assert resolve(text, "Berea")[0].latitude == pytest.approx(latitude, abs=0.2)


def test_names_in_a_list_of_counties_are_counties() -> None:
    text = "The river divides Camden and Charlton counties in Georgia from Florida."
    camden, charlton = resolve(text, "Camden", "Charlton")
    assert (camden.name, charlton.name) == ("Camden County", "Charlton County")
    assert distance_km(camden, charlton) < 100


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Floods hit Lahore and the rest of Punjab.", "Punjab", "PAK"),
        ("Floods hit Amritsar and the rest of Punjab.", "Punjab", "IND"),
        ("A train from Maastricht to northern Limburg stopped.", "Limburg", "NLD"),
        ("A train from Hasselt and Leuven to northern Limburg stopped.", "Limburg", "BEL"),
        ("Herders crossed Turkana county.", "Turkana county", "KEN"),
    ],
)
def test_a_region_of_two_states_lies_by_the_towns_of_the_article(text: str, name: str, country: str) -> None:
    towns = re.findall("Lahore|Amritsar|Maastricht|Hasselt|Leuven", text)
    assert countries_of(text, name, *towns)[0] == country


def test_a_word_for_people_is_no_village() -> None:
    [place, _] = resolve("An English choir sang in Indianapolis.", "English", "Indianapolis")
    assert place.name == "England"


def test_the_towns_of_a_region_lie_in_it() -> None:
    [town] = resolve("He lives in Salem, Tamil Nadu.", "Salem")
    assert town.country == "IND"
    [town] = resolve("The ferry left La Paz, Baja California Sur, at noon.", "La Paz")
    assert town.country == "MEX"


def test_a_building_stands_in_the_place_of_its_name() -> None:
    court, county = resolve(
        "The Boone County Courthouse in Lebanon, Ind., closed.", "Boone County Courthouse", "Lebanon"
    )
    assert court.name == "Boone County Courthouse"
    assert court.geonames_id is None
    assert distance_km(court, county) < 30


def test_a_sea_and_a_part_of_the_world_are_no_towns() -> None:
    assert countries_of("Peace in the Middle East and on the Red Sea.", "Middle East", "Red Sea") == [None, None]


def test_former_names_lead_to_the_place() -> None:
    assert resolve_place("Bombay") == resolve_place("Mumbai")
    assert resolve_place("Kiev").name == "Kyiv"


def test_words_of_local_news_count() -> None:
    assert countries_of("Cambridge has a City Council and a school district.", "Cambridge") == ["USA"]


def test_the_name_of_a_state_is_no_village_of_another() -> None:
    text = "Drivers from Rochester, Syracuse, Utica and even Ohio were stuck in Rome, N.Y."
    place = resolve(text, "Rochester", "Syracuse", "Utica", "Ohio", "Rome", "N.Y.")[3]
    assert place is not None
    assert place.longitude < -80


def test_a_county_that_is_none_of_the_united_states_lies_elsewhere() -> None:
    assert "USA" not in countries_of("The road runs to the Elginfield County line.", "Elginfield County")
    assert "USA" not in countries_of("The road runs to the Springfield County line.", "Springfield County")


def test_the_unknown_stays_unknown() -> None:
    assert resolve("He came from Qwghlmstead.", "Qwghlmstead") == [None]
    assert resolve_places("", []) == []


def test_the_source_decides_where_the_text_is_silent() -> None:
    text = "The fair in Athens opens on Monday."
    [span] = [re.search("Athens", text).span()]
    [place] = resolve_places(text, [span], source_places=["Ohio", "Columbus", "Zanesville"])
    assert place.latitude == pytest.approx(39.3, abs=0.2)


def test_distance() -> None:
    assert distance_km(resolve_place("London"), resolve_place("Paris")) == pytest.approx(344, abs=5)
