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
