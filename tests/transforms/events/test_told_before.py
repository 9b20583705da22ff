"""What a mention takes up of what its article has told before."""

import pytest

LEDE = "Thousands of Finnish teachers marched in Helsinki on 3 March 2025."


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Smaller marches were held in Turku.", "2025-03-03"),
        ("Similar protests took place in Turku.", "2025-03-03"),
        ("Similar protests have taken place in Turku.", None),
        ("Marches were held in Turku.", None),
        ("Smaller marches were held in Turku on 4 March 2025.", "2025-03-04"),
    ],
)
def test_what_is_likened_to_a_protest_told_of_is_of_its_day(tell, sentence, day):
    told = tell(LEDE, sentence)
    (protest,) = [one for one in told.events if one.event_type == "PROTEST" and told.place(one) == "Turku"]
    assert protest.date_edtf == day


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        ("Finland called for the release of the crew.", ["Norway"]),
        ("Finland called for an inquiry into the matter.", []),
        ("Norway called for the release of the crew.", []),
    ],
)
def test_release_is_asked_of_the_captor(tell, sentence, addressees):
    told = tell("Norway seized a Finnish trawler in January.", sentence)
    assert told.recipients(told.the("REQUEST")) == addressees


@pytest.mark.parametrize(
    ("sentence", "donors", "receivers"),
    [
        ("A convoy of aid from Turkey arrived in Idlib.", ["Turkey"], ["Idlib"]),
        ("A ship carrying blankets donated by Japan docked in Colombo.", ["Japan"], ["Colombo"]),
    ],
)
def test_what_brings_aid_comes_from_those_who_gave_it(tell, sentence, donors, receivers):
    told = tell(sentence)
    aid = next(one for one in told.events if one.text in ("arrived", "docked"))
    assert (aid.event_type, told.actors(aid), told.recipients(aid)) == ("AID", donors, receivers)


@pytest.mark.parametrize(
    ("lede", "found"),
    [
        ("Japan sent food to Haiti on 1 May 2025.", [("planned", "2025-05-04", ["Japan"], ["Haiti"])]),
        ("It rained.", []),
    ],
)
def test_a_second_ship_brings_aid_where_aid_was_told_of_before(tell, lede, found):
    told = tell(lede, "A second ship will leave Osaka on 4 May 2025.")
    leaving = [one for one in told.events if one.text == "leave" and one.event_type == "AID"]
    assert [(one.status, one.date_edtf, told.actors(one), told.recipients(one)) for one in leaving] == found


@pytest.mark.parametrize(
    ("sentence", "told_again"),
    [
        (
            "A similar exchange in Suva was cancelled in May.",
            [("cancelled", "2025-05", "Suva")],
        ),
        (
            "An earlier attempt failed in May, when Fiji refused to open the pier at Suva.",
            [("cancelled", "2025-05", "Suva")],
        ),
        ("An earlier attempt was filmed in May.", []),
        ("The exchange of gifts was cancelled in May.", []),
    ],
)
def test_what_is_likened_to_an_event_told_of_is_of_its_kind_and_parties(tell, sentence, told_again):
    told = tell("Fiji and Tonga exchanged prisoners on 3 July 2025.", sentence, published="2025-07-04")
    again = [one for one in told.events if one.event_type == "COOPERATE" and one.text != "exchanged"]
    assert [(one.status, one.date_edtf, told.place(one)) for one in again] == told_again
    assert all(told.actors(one) == ["Fiji", "Tonga"] for one in again)


@pytest.mark.parametrize(
    "sentence", ["An earlier attempt had failed in May.", "A similar exchange in Suva was cancelled in May."]
)
def test_what_is_likened_to_nothing_told_of_is_no_event(tell, sentence):
    assert [one for one in tell(sentence).events if one.event_type == "COOPERATE"] == []
