"""What was to be: its day lies ahead, and it is planned, called off or held after all, as the sentence has it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Told

    from schemas.event_mentions import ExtractedEvent

Tell = Callable[..., "Told"]

_PUBLISHED = "2024-06-12"  # a Wednesday


def the(told: "Told", trigger: str) -> "ExtractedEvent":
    """The mention that a word tells, not what it is coded as besides."""
    return next(event for event in told.events if event.text == trigger and event.event_type not in ("AGREE", "REJECT"))


@pytest.mark.parametrize(
    ("sentence", "trigger", "edtf"),
    [
        ("Norway has called off a summit with Chad planned for Friday.", "summit", "2024-06-14"),
        ("Norway cancelled talks with Chad that were due on Monday.", "talks", "2024-06-10"),
        ("Norway has cancelled talks with Chad that were due on Monday.", "talks", "2024-06-17"),
        (
            "A meeting of friends of Chad in Bern, which had been planned for 2 July, was scrapped.",
            "meeting",
            "2024-07-02",
        ),
        ("Norway cancelled a visit to Chad set for the weekend.", "visit", "2024-06-15/2024-06-16"),
        ("The visit of the Danish king to Ghana, set for 9 January, has been dropped.", "visit", "2025-01-09"),
        ("A meeting of Peru and Chile, scheduled for 30 May, was scrapped.", "meeting", "2024-05-30"),
        ("Norway postponed a fourth round of talks with Chad to October.", "talks", "2024-10"),
        ("Mayor Ana Roe, who leaves office on 20 July, met miners on Monday.", "leaves", "2024-07-20"),
        ("The king of Chad visits Norway on 2 July, the palace said.", "visits", "2024-07-02"),
        ("The king of Chad visits Norway on 2 May", "visits", "2024-05-02"),
        ("Police have banned a protest by miners planned for 22 June.", "protest", "2024-06-22"),
        ("A protest by miners must not go ahead on 10 July, the mayor said.", "protest", "2024-07-10"),
        ("Chad and Niger will not meet on 10 July.", "meet", "2024-07-10"),
        ("Chad and Niger may meet on Friday.", "meet", "2024-06-14"),
        ("Norway did not rule out a visit to Chad on 2 July.", "visit", "2024-07-02"),
        ("A strike by dockers, set for 2 July, has been averted.", "strike", "2024-07-02"),
        ("The union called a strike for Monday.", "strike", "2024-06-17"),
        ("Miners have called a strike for Friday over pay.", "strike", "2024-06-14"),
        ("Nurses announced a protest in Oslo for 2 May.", "protest", "2025-05-02"),
        ("Norway cancelled talks with Chad due to open on Saturday.", "talks", "2024-06-15"),
        ("The talks between Norway and Chad are to begin on Sunday.", "talks", "2024-06-16"),
        ("There will be no talks between Norway and Chad on Friday.", "talks", "2024-06-14"),
        ("A strike by nurses that had been called for Friday was suspended.", "strike", "2024-06-14"),
        ("Kenya has not decided whether to attend the summit in Bern on 3 July.", "attend", "2024-07-03"),
        ("The talks between Norway and Chad are expected to begin in Bern on Sunday.", "talks", "2024-06-16"),
        # … and what lies behind.
        ("The meeting of Norway and Chad went ahead as planned on Friday.", "meeting", "2024-06-07"),
        ("Norway's premier had been due to travel to Chad in February.", "travel", "2024-02"),
        ("A summit of Norway and Chad had been arranged for 2 June.", "summit", "2024-06-02"),
        ("Chad and Niger may have met on Friday.", "met", "2024-06-07"),
        ("Chad and Niger did not meet on Friday.", "meet", "2024-06-07"),
        ("Chad and Niger met on 10 July.", "met", "2023-07-10"),
        ("Norway called off talks with Chad on Friday.", "talks", None),
    ],
)
def test_the_day_of_what_was_to_be(tell: Tell, sentence: str, trigger: str, edtf: str | None) -> None:
    assert the(tell(sentence, published=_PUBLISHED), trigger).date_edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Norway has called off a summit with Chad planned for Friday.", None),
        ("Norway has postponed the talks with Chad to July.", None),
        ("Norway on Tuesday cancelled talks with Chad due to open on Saturday.", "2024-06-11"),
        ("Norway cancelled a visit to Chad that was to begin on 3 July.", None),
        ("Norway on Tuesday pulled out of talks with Chad set for 9 July.", "2024-06-11"),
        ("Norway put off the talks with Chad until September.", None),
    ],
)
def test_the_day_of_what_is_refused_is_not_that_of_the_refusal(tell: Tell, sentence: str, edtf: str | None) -> None:
    refusal = tell(sentence, published=_PUBLISHED).the("REJECT")
    assert (refusal.status, refusal.date_edtf) == ("occurred", edtf)


@pytest.mark.parametrize(
    ("sentence", "edtf", "place"),
    [
        ("Peru called off a summit with Chile that was to be held on 14 July in Arica.", "2024-07-14", "Arica"),
        ("Peru cancelled talks with Chile that were due to take place on 2 July in Arica.", "2024-07-02", "Arica"),
        ("Peru shelved a meeting with Chile which had been set for 24 June in Arica.", "2024-06-24", "Arica"),
        ("Peru withdrew from talks with Chile scheduled for 30 June in Arica.", "2024-06-30", "Arica"),
        ("Peru praised talks with Chile which were held on 8 June in Arica.", "2024-06-08", "Arica"),
        ("Peru scrapped a meeting with Chile expected to be held in Arica in late August.", "2024-08-20/2024-08-31", "Arica"),
        ("Peru and Chile will attend a summit that opens in Arica on 9 July.", "2024-07-09", "Arica"),
        # What the parties did elsewhere is not the meeting's.
        ("Peru called off talks with Chile, which had closed the port of Arica on 3 May.", None, None),
    ],
)  # fmt: skip
def test_clauses_of_the_noun_tell_its_day_and_place(
    tell: Tell, sentence: str, edtf: str | None, place: str | None
) -> None:
    told = tell(sentence, published=_PUBLISHED)
    meeting = next(event for event in told.events if event.event_type == "CONSULT")
    assert (meeting.date_edtf, told.place(meeting)) == (edtf, place)


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The visit of the king, scheduled for 3 July, was put off until autumn.", "visit", "cancelled"),
        ("The talks between Norway and Chad were shelved because of a storm.", "talks", "cancelled"),
        ("The meeting of Norway and Chad has been axed.", "meeting", "cancelled"),
        ("The union suspended its march on the capital.", "march", "cancelled"),
        ("Norway had planned to sign a pact with Chad but called off the signing.", "sign", "cancelled"),
        ("The premier had been due to visit Chad before pulling out with a cold.", "visit", "cancelled"),
        ("Nurses had intended to strike on Monday but withdrew the call.", "strike", "cancelled"),
        ("Norway and Chad had agreed to meet on Monday, but the encounter never took place.", "meet", "cancelled"),
        ("The premier was to have met the king on Monday.", "met", "cancelled"),
        ("The premier was supposed to have met the king on Monday.", "met", "cancelled"),
        ("The premier was supposed to meet the king on Monday but stayed at home.", "meet", "planned"),
        ("The premier was due to have met the king on Monday.", "met", "cancelled"),
        ("Norway has dropped plans to visit Chad.", "visit", "cancelled"),
        ("The city banned a miners' rally that was planned for Saturday.", "rally", "cancelled"),
        ("A strike by nurses that had been announced for Monday was suspended.", "strike", "cancelled"),
        ("A rally which was to take place on Monday will not be held either.", "rally", "cancelled"),
        ("The strike by nurses in Bern is off.", "strike", "cancelled"),
        ("A meeting of Norway and Chad was set for 3 May but had to be postponed.", "meeting", "cancelled"),
        ("The premier had been due to travel to Chad but did not, citing illness.", "travel", "cancelled"),
        ("The union had planned to strike in May but gave up the plan.", "strike", "cancelled"),
        ("Zielinski was to have met the king and to have visited Chad.", "visited", "cancelled"),
        ("Norway had intended to expel two envoys of Chad but changed its mind.", "expel", "cancelled"),
        ("The summit was due to be held in Bern on 5 June but never took place.", "summit", "cancelled"),
        ("Rebels had planned to attack the port but were stopped by the army.", "attack", "cancelled"),
        ("Norway said it would call off the talks with Chad.", "talks", "cancelled"),
        # It takes place after all, or is still to come.
        ("Norway may call off the talks with Chad.", "talks", "planned"),
        ("Talks between Norway and Chad could be cancelled.", "Talks", "planned"),
        ("Norway threatened to cancel the visit of the king of Chad.", "visit", "planned"),
        ("The envoy was to be expelled on Friday.", "expelled", "planned"),
        ("Norway has not decided whether to attend the summit with Chad.", "attend", "hypothetical"),
        ("The talks between Norway and Chad are to begin on Sunday.", "talks", "planned"),
        ("The visit of the king to Chad, announced in January, has not been cancelled.", "visit", "planned"),
        ("The union called a strike for Monday.", "strike", "planned"),
        ("The summit of Norway and Chad is set for July.", "summit", "planned"),
        ("Norway and Chad held talks for two days.", "talks", "occurred"),
        ("Anna Oke denied that the talks between Norway and Chad had collapsed.", "talks", "occurred"),
        ("The talks between Norway and Chad did not break down.", "talks", "occurred"),
        ("The meeting of Norway and Chad went ahead despite the floods.", "meeting", "occurred"),
        ("The summit of Norway and Chad finally took place after being postponed twice.", "summit", "occurred"),
        ("The talks between Norway and Chad resumed on Monday after being suspended for a month.", "talks", "occurred"),
        ("Norway agreed to the plan after meeting Chad.", "meeting", "occurred"),
        ("The summit of Norway and Chad was postponed twice but took place on Saturday.", "summit", "occurred"),
        ("Norway and Chad held their postponed summit on Saturday.", "summit", "occurred"),
        ("Norway had planned to visit Chad but cancelled the sanctions.", "visit", "planned"),
        ("Norway had planned to meet Chad before withdrawing its troops.", "meet", "planned"),
        ("Norway had planned to sign a treaty at the summit with Chad.", "summit", "planned"),
        ("Norway did not rule out a visit to Chad.", "visit", "hypothetical"),
        ("Norway did not deny the talks with Chad.", "talks", "occurred"),
        ("A second round of talks between Norway and Chad has been called off.", "talks", "cancelled"),
        ("The third round of talks between Norway and Chad, set for July, was postponed.", "talks", "cancelled"),
        ("A round of talks that Norway and Chad had planned for Friday did not take place.", "talks", "cancelled"),
        ("Norway and Chad resumed a second round of talks on Monday.", "talks", "occurred"),
        ("Not one stone was thrown by the crowd.", "thrown", "negated"),
        ("Not all stones thrown by the crowd hit.", "thrown", "occurred"),
    ],
)
def test_what_became_of_a_plan(tell: Tell, sentence: str, trigger: str, status: str) -> None:
    assert the(tell(sentence, published=_PUBLISHED), trigger).status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru and Chile will hold talks in Arica on 4 July.",
        "The foreign ministers of Peru and Chile will meet on Monday.",
        "Peru and Chile are to hold a summit in Arica.",
        "Peru's president will visit Chile in July, her office said.",
        "Peru said it would hold talks with Chile in Arica.",
    ],
)
def test_who_will_meet_has_not_yet_agreed(tell: Tell, sentence: str) -> None:
    told = tell(sentence, published=_PUBLISHED)
    assert {event.status for event in told.events if event.event_type in ("AGREE", "CONSULT")} == {"planned"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru said it would send aid to Chile.",
        "Peru agreed to hold talks with Chile.",
        "Peru is willing to send aid to Chile.",
    ],
)
def test_who_promises_has_agreed(tell: Tell, sentence: str) -> None:
    assert tell(sentence, published=_PUBLISHED).the("AGREE").status == "occurred"


@pytest.mark.parametrize(
    ("sentence", "is_demand"),
    [
        ("Norway insists that the summit with Chad has been postponed.", False),
        ("Norway insisted that Chad had broken the truce.", False),
        ("Norway insisted that Chad withdraw its envoys.", True),
        ("Norway insists that Chad must pay.", True),
    ],
)
def test_to_insist_that_something_is_so_demands_nothing(tell: Tell, sentence: str, is_demand: bool) -> None:
    assert any(event.event_type == "REQUEST" for event in tell(sentence).events) == is_demand


def test_a_rally_that_is_planned_threatens_nobody_named(tell: Tell) -> None:
    told = tell("The next rally by miners is planned for 6 July in Bern.", published=_PUBLISHED)
    assert [(event.event_type, event.status, event.date_edtf) for event in told.events] == [
        ("PROTEST", "planned", "2024-07-06")
    ]


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("Anna Oke left Oslo. She rejected the ceasefire.", "rejected", ["Anna Oke"]),
        ("Anna Oke left Oslo. She denied reports of a strike.", "denied", ["Anna Oke"]),
        ("Anna Oke left Oslo. She criticised the talks with Chad.", "criticised", ["Anna Oke"]),
        ("Anna Oke, a minister, condemned the march.", "condemned", ["Anna Oke"]),
        ("Anna Oke left Oslo. She said nothing, but praised the truce.", "praised", ["Anna Oke"]),
        ("The mayor called the strike illegal.", "strike", None),
    ],
)
def test_what_is_judged_is_no_party(tell: Tell, sentence: str, trigger: str, actors: list[str] | None) -> None:
    told = tell(sentence)
    found = [event for event in told.events if event.text == trigger]
    assert [told.actors(event) for event in found] == ([actors] if actors else [])
    assert all(one in ("Norway", "Chad") for event in found for one in told.recipients(event))


def test_a_minister_and_his_counterpart_are_two(tell: Tell) -> None:
    meeting = tell("Chad confirmed that its minister met his Norwegian counterpart in Oslo.").the("CONSULT")
    assert (meeting.status, len(meeting.actor_ids)) == ("occurred", 2)


def test_a_broken_promise_is_not_of_the_day_of_the_promise(tell: Tell) -> None:
    told = tell("Norway promised aid to Chad in December and has broken its word.", published=_PUBLISHED)
    assert told.the("REJECT").date_edtf is None


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norway and Chad agreed a new date, 12 December, for the talks.", "AGREE"),
        ("Norway rejected Chad's invitation to a summit in Bern on 8 August.", "REQUEST"),
        ("Norway rejected Chad's invitation to a summit in Bern on 8 August.", "REJECT"),
    ],
)
def test_a_day_ahead_is_not_that_of_the_promise_or_the_request(tell: Tell, sentence: str, event_type: str) -> None:
    assert tell(sentence, published=_PUBLISHED).the(event_type).date_edtf is None


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Finland will ban Norwegian imports in June.", "2026-06"),
        ("The Finnish court is expected to rule on the dispute next year.", "2027"),
    ],
)
def test_a_ban_to_come_has_a_day_to_come(tell: Tell, sentence: str, edtf: str) -> None:
    (event,) = tell(sentence, published="2026-05-12").events
    assert event.date_edtf == edtf
