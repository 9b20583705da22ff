"""Who does what for whom: offers, gifts, withdrawals and visits in the ways that news tells them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Told

Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "event_type", "actors", "recipients"),
    [
        ("Norway offered on Tuesday to train teachers in Chad.", "AGREE", ["Norway"], ["teachers"]),
        ("Norway is ready to lay a cable to Chad.", "AGREE", ["Norway"], ["Chad"]),
        ("Norway has agreed to build a dam in Chad.", "AGREE", ["Norway"], ["Chad"]),
        ("Norway's acceptance of Chad's peace proposal came on Tuesday.", "AGREE", ["Norway"], ["Chad"]),
        ("Norway and Chad agreed on a fishing treaty.", "SUPPORT", ["Chad", "Norway"], ["Chad", "Norway"]),
        ("Norway hosted the premier of Chad.", "CONSULT", ["Norway"], ["premier"]),
        ("Norway discussed border security with Chad.", "CONSULT", ["Chad", "Norway"], []),
        ("Norway welcomed the decision of Chad to visit the talks.", "SUPPORT", ["Norway"], ["Chad"]),
        ("Norway's apology to Chad for the raid came on Tuesday.", "SUPPORT", ["Norway"], ["Chad"]),
        ("Norway's condolences were conveyed to Chad.", "SUPPORT", ["Norway"], ["Chad"]),
        ("The lifting of sanctions against Chad by Norway was announced.", "CONCEDE", ["Norway"], ["Chad"]),
        ("Norway lifted the ban on Chad joining the league.", "CONCEDE", ["Norway"], ["Chad"]),
        ("Norway joined forces with Chad.", "COOPERATE", ["Chad", "Norway"], []),
        ("Norway sent soldiers to help Chad rebuild the harbor.", "AID", ["Norway"], ["Chad"]),
        ("Norway's donation of vaccines to Chad was announced.", "AID", ["Norway"], ["Chad"]),
        ("Norway pulled its last soldiers back from the border with Chad.", "RETREAT", ["Norway"], ["Chad"]),
        ("The withdrawal of Norway's troops from Chad began.", "RETREAT", ["Norway"], ["Chad"]),
        ("Norway and Chad agreed to a truce.", "RETREAT", ["Chad", "Norway"], ["Chad", "Norway"]),
        ("The president of Norway met the president of Chad.", "CONSULT", ["president", "president of Chad"], []),
        ("The Norwegian premier was in Oslo for talks with Chad.", "CONSULT", ["Chad", "Norwegian premier"], []),
        ("After two days of talks with Chad, Norway said that it was happy.", "CONSULT", ["Chad", "Norway"], []),
        ("A Norwegian minister reiterated Norway's support for Chad.", "SUPPORT", ["Norwegian minister"], ["Chad"]),
        ("Norwegian peacekeepers were deployed to Chad.", "AID", ["Norwegian peacekeepers"], ["Chad"]),
        ("The island of Malta recognised Kosovo.", "SUPPORT", ["Malta"], ["Kosovo"]),
        ("Norway pulled out of Chad.", "RETREAT", ["Norway"], ["Chad"]),
        ("The World Bank will finance roads in Chad, its director said.", "AGREE", ["World Bank"], ["Chad"]),
        ("Norway took Chad off its blacklist.", "CONCEDE", ["Norway"], ["Chad"]),
        ("Norway pledged $5 million to Chad.", "AGREE", ["Norway"], ["Chad"]),
        ("Norway is mediating in a dispute between Chad and Niger.", "CONSULT", ["Norway"], ["Chad", "Niger"]),
        ("Norwegian engineers helped Chad rebuild a bridge.", "AID", ["Norwegian engineers"], ["Chad"]),
        # Who resigns acts, not who lets them go.
        ("The president accepted the resignation of Ida Berg.", "RETREAT", ["Ida Berg"], []),
        ("Ida Berg was arrested and later released on bail.", "RETREAT", [], ["Ida Berg"]),
        ("Chad extradited Ida Berg to Norway.", "COOPERATE", ["Chad"], ["Norway"]),
        ("The smuggler was extradited from Chad to Norway.", "COOPERATE", ["Chad"], ["Norway"]),
        # Whose country it is does not act for it, but the country.
        ("Chadian President Ida Berg spoke. Her country offered Norway aid.", "AGREE", ["Chad"], ["Norway"]),
        # A visitor's own state is no host, and a deputy acts for herself.
        ("A visit by the premier of Norway to Chad was postponed.", "CONSULT", ["premier"], ["Chad"]),
        ("Ida Berg wept. Her deputy resigned on Monday.", "RETREAT", ["deputy"], []),
        # At whose wish it is done, it is not done to.
        ("The union called off the strike at the request of Norway.", "CONCEDE", ["union"], []),
        ("The rebels in Chad will lay down their rifles on Sunday.", "RETREAT", ["rebels"], []),
    ],
)
def test_who_does_what_for_whom(
    tell: Tell, sentence: str, event_type: str, actors: list[str], recipients: list[str]
) -> None:
    told = tell(sentence)
    assert (event_type, actors, recipients) in [
        (event.event_type, told.actors(event), told.recipients(event)) for event in told.events
    ]


def test_a_headline_to_do_something_is_a_plan(tell: Tell) -> None:
    told = tell("Turkey to hold talks with Chad")
    assert (told.actors(told.the("CONSULT")), told.the("CONSULT").status) == (["Chad", "Turkey"], "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "The app is ready to download.",
        "Norway is ready to attack Chad.",
        "Norway announced the lifting of sanctions.",
        "The museum welcomed visitors.",
        "Rangers meet visitors at the gate.",
        "Every visit to the dentist costs money.",
        "Economists agree that prices hurt savers.",
    ],
)
def test_what_is_no_offer_and_no_sanction(tell: Tell, sentence: str) -> None:
    assert not {"AGREE", "COERCE", "CONSULT"} & {event.event_type for event in tell(sentence).events}
