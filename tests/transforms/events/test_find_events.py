"""Event mentions: who, where, when and whether, in sentences of our own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Told

Tell = Callable[..., "Told"]

_BOTH = ["Finland", "Norway"]


@pytest.mark.parametrize(
    ("sentence", "event_type", "actors", "recipients"),
    [
        ("Finland expelled two Norwegian diplomats.", "SANCTION", ["Finland"], ["Norwegian diplomats"]),
        ("Two Norwegian diplomats were expelled by Finland.", "SANCTION", ["Finland"], ["Norwegian diplomats"]),
        ("Finland signed a treaty and accused Norway of fraud.", "ACCUSE", ["Finland"], ["Norway"]),
        ("Finland agreed to provide aid to Malawi.", "AID", ["Finland"], ["Malawi"]),
        ("Finland's parliament passed a resolution condemning Norway.", "ACCUSE", None, ["Norway"]),
        ("Diplomats from Finland and Norway met in Riga.", "CONSULT", _BOTH, []),
        ("After talks with Norway, Finland closed the bridge.", "CONSULT", _BOTH, []),
        ("Finland and Norway accused each other of fraud.", "ACCUSE", _BOTH, _BOTH),
        ("Norway rejected the accusation.", "ACCUSE", [], ["Norway"]),
        ("Finland gave money to fight floods in Malawi.", "AID", ["Finland"], ["Malawi"]),
        (
            "The Army of Lindow did not answer. Its leaders threatened Norway.",
            "THREATEN",
            ["Army of Lindow"],
            ["Norway"],
        ),
        ("The Finnish side invited four Norwegian employees to leave.", "SANCTION", ["Finnish side"], None),
        ("Finland rejected the invitation of Norway.", "REQUEST", [], ["Finland"]),
        ("Finland struck targets in Norway on Monday.", "ASSAULT", ["Finland"], ["Norway"]),
        ("Finland hit Norway with ballistic missiles.", "ASSAULT", ["Finland"], ["Norway"]),
        (
            "The expulsion of two Norwegian diplomats by Finland was a shock.",
            "SANCTION",
            ["Finland"],
            ["Norwegian diplomats"],
        ),
        ("Norway condemned the expulsion of its two diplomats by Finland.", "SANCTION", ["Finland"], None),
        ("The mayor was angry when gunmen attacked the bus.", "ASSAULT", ["gunmen"], None),
        ("Finland gave two Norwegian diplomats three days to leave.", "SANCTION", ["Finland"], ["Norwegian diplomats"]),
        ("Finland asked the employees of Norway's firms to leave by Friday.", "REQUEST", ["Finland"], None),
        ("Finland said that Norway had carried out the attack.", "ACCUSE", ["Finland"], ["Norway"]),
        ("Finland accused the army of theft.", "ACCUSE", ["Finland"], ["army"]),
        ("Finland threatened to strike if Norway did not withdraw.", "THREATEN", ["Finland"], ["Norway"]),
        ("Finland and Norway met in Oslo. There they settled the debt.", "AGREE", _BOTH, []),
        ("Norwegian sailors boarded a Finnish trawler.", "COERCE", ["Norwegian sailors"], ["Finnish trawler"]),
    ],
)
def test_parties(
    tell: Tell, sentence: str, event_type: str, actors: list[str] | None, recipients: list[str] | None
) -> None:
    told = tell(sentence)
    event = told.the(event_type)
    if actors is not None:
        assert told.actors(event) == actors
    if recipients is not None:
        assert told.recipients(event) == recipients


@pytest.mark.parametrize("sentence", ["Drones hit the port of Lindow.", "A drone attack on Lindow killed two men."])
def test_attack_with_drones(tell: Tell, sentence: str) -> None:
    assert tell(sentence).the("ASSAULT").mode == "drone"


def test_what_an_attack_brings_about_is_no_event_of_its_own(tell: Tell) -> None:
    told = tell("Rebels attacked the port of Lindow, setting fire to a warehouse.")
    assert {event.event_type for event in told.events} == {"ASSAULT"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody was hurt, assured the governor of Lindow.",
        "The rebels will not return, assured General Diaz.",
        "Moscow will keep its word, assured the Kremlin.",
    ],
)
def test_who_assures_after_what_is_told_is_not_assured(tell: Tell, sentence: str) -> None:
    assert not [event for event in tell(sentence).events if event.event_type == "SUPPORT"]


def test_who_is_assured_between_other_acts(tell: Tell) -> None:
    told = tell("Finland's premier flew to Rome, assured Italy of his support and left.")
    assert told.recipients(told.the("SUPPORT")) == ["Italy"]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Alexander Stubb talked with Jonas Gahr Stoere on the phone.", "phone"),
        ("Alexander Stubb spoke in a telephone call with Jonas Gahr Stoere.", "phone"),
        ("Alexander Stubb spoke with Jonas Gahr Stoere about telephone lines.", None),
    ],
)
def test_talks_on_the_telephone(tell: Tell, sentence: str, mode: str | None) -> None:
    assert tell(sentence).the("CONSULT").mode == mode


def test_a_pronoun_before_another_clause_is_not_its_subject(tell: Tell) -> None:
    told = tell('Jonas Gahr Stoere went home. He blamed nobody: "Drones have no flag."')
    assert told.actors(told.the("ACCUSE")) == ["Jonas Gahr Støre"]
    told = tell('According to the captain, eleven people died. He blamed nobody: "Drones have no flag."')
    assert not any(told.actors(event) for event in told.events if event.event_type == "ACCUSE")


def test_a_round_without_its_talks_is_a_meeting(tell: Tell) -> None:
    told = tell("Finland and Norway met in Riga. A third round is planned for December 10, 2025.")
    planned = next(event for event in told.events if event.text == "round")
    assert (planned.event_type, planned.status, planned.round) == ("CONSULT", "planned", 3)
    assert (told.actors(planned), planned.date_edtf) == (_BOTH, "2025-12-10")


def test_a_proposal_about_the_two_countries_is_made_to_the_other(tell: Tell) -> None:
    told = tell("Finland and Norway met in Riga.", "Finland proposed to resume flights between the two countries.")
    request = told.the("REQUEST")
    assert (told.actors(request), told.recipients(request)) == (["Finland"], ["Norway"])


@pytest.mark.parametrize(
    "phrase", ["The two sides", "Both countries", "The parties", "They", "The two countries", "The delegations"]
)
def test_joint_phrases_mean_both_parties(tell: Tell, phrase: str) -> None:
    told = tell("Finland and Norway met in Riga on Monday.", f"{phrase} agreed on a ferry line.")
    assert told.actors(told.the("AGREE")) == _BOTH
    assert not [entity for entity in told.entities.entities if entity.kind == "GROUP"]


def test_the_two_men_are_people(tell: Tell) -> None:
    told = tell("Jonas Gahr Stoere met Alexander Stubb in Riga.", "The two men discussed fish.")
    assert told.actors(told.the("CONSULT", "discussed")) == ["Alexander Stubb", "Jonas Gahr Støre"]


def test_a_pair_is_not_taken_from_a_war_told_in_passing(tell: Tell) -> None:
    told = tell(
        "Finland and Norway met in Riga.",
        "It was the first meeting since Chad invaded Niger.",
        "The two sides agreed on tolls.",
    )
    assert told.actors(told.the("AGREE")) == _BOTH


def test_a_definite_meeting_takes_up_the_last_one(tell: Tell) -> None:
    told = tell("Finland and Norway held talks in Riga.", "The talks lasted three hours.")
    assert told.actors(told.events[-1]) == _BOTH


def test_a_cancelled_meeting_is_refused_and_cancelled_where_it_was_due(tell: Tell) -> None:
    told = tell(
        "Finland and Norway are neighbours.", "Finland cancelled a meeting that was supposed to take place in Riga."
    )
    refusal, meeting = told.the("REJECT"), told.the("CONSULT")
    assert (refusal.mode, refusal.status, meeting.status) == ("meet", "occurred", "cancelled")
    assert told.place(refusal) == told.place(meeting) == "Riga"
    assert told.recipients(refusal) == ["Norway"]
    assert told.actors(meeting) == _BOTH


def test_pulling_out_of_talks_is_refusing_to_meet(tell: Tell) -> None:
    told = tell("Finland pulled out of talks with Norway in Riga.")
    assert told.the("REJECT").mode == "meet"
    assert told.the("CONSULT").status == "cancelled"
    assert told.actors(told.the("CONSULT")) == _BOTH


def test_a_topic_that_was_not_raised(tell: Tell) -> None:
    told = tell("Finland and Norway met in Riga.", "The fishing dispute was not brought up.")
    event = told.the("CONSULT", "brought")
    assert event.status == "negated"
    assert "dispute" in event.topic
    assert told.actors(event) == _BOTH


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Finland did not deny the talks with Norway.", "occurred"),
        ("Finland denied the talks with Norway.", "negated"),
        ("Finland did not confirm the talks with Norway.", "hypothetical"),
    ],
)
def test_denials_and_confirmations(tell: Tell, sentence: str, status: str) -> None:
    assert tell(sentence).the("CONSULT").status == status


def test_what_is_named_in_place_of_what_is_denied_is_what_was_done(tell: Tell) -> None:
    for sentence in ("Norway did not attack Finland but Malawi.", "Norway attacked not Finland but Malawi."):
        event = tell(sentence).the("ASSAULT")
        assert event.status == "occurred"
        assert tell(sentence).recipients(event) == ["Malawi"]
    both = tell("Norway attacked not only Finland but Malawi.")
    assert both.the("ASSAULT").status == "occurred"
    assert both.recipients(both.the("ASSAULT")) == ["Finland", "Malawi"]


def test_a_correction_is_nobodys_word(tell: Tell) -> None:
    event = tell("Correction: An earlier version of this report said that Norway had attacked Finland.").the("ASSAULT")
    assert (event.status, event.attributed_to) == ("negated", None)


def test_telling_a_newspaper_is_no_request(tell: Tell) -> None:
    told = tell('"We are ready," the minister told the Riga Courier in Helsinki.')
    assert not [event for event in told.events if event.event_type == "REQUEST"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan would help expand trade.",
        "Rebuilding trust takes years.",
        "The suspects tried to flee to Lima.",
        "She declined to say when.",
    ],
)
def test_no_events(tell: Tell, sentence: str) -> None:
    assert not [event for event in tell(sentence).events if event.event_type in ("AID", "ACCUSE", "REJECT")]


def test_spans_slice_to_their_text_and_ids_are_stable(tell: Tell) -> None:
    sentences = ("Finland expelled two diplomats of Norway.", "Norway condemned the expulsion and called for talks.")
    first, second = tell(*sentences), tell(*sentences)
    text = "\n\n".join(sentences)
    assert first.events == second.events
    assert all(text[event.char_start : event.char_end] == event.text for event in first.events)


def test_a_host_is_not_one_of_those_who_talk(tell: Tell) -> None:
    told = tell("Oman hosted talks between Finland and Norway.")
    event = told.the("CONSULT")
    assert event.mode == "third-party"
    assert (told.actors(event), told.recipients(event)) == (_BOTH, ["Oman"])


def test_capitals_act_for_their_states(tell: Tell) -> None:
    told = tell("Oslo accused Helsinki of fraud, a reporter in Stockholm said.")
    event = told.the("ACCUSE")
    assert (told.actors(event), told.recipients(event)) == (["Norway"], ["Finland"])


@pytest.mark.parametrize(
    ("sentence", "event_type", "actors", "recipients"),
    [
        ("Finland accused Norway of shelling Latvia.", "ASSAULT", ["Norway"], ["Latvia"]),
        ("A report by Finland called for sanctions against Norway.", "THREATEN", ["Finland"], ["Norway"]),
        ("Finland rejected a call from Norway to free the crew.", "REJECT", ["Finland"], ["Norway"]),
        ("Finland refused to let Norway join the pact.", "REJECT", ["Finland"], ["Norway"]),
        ("Finland and Norway failed to reach a deal.", "REJECT", _BOTH, _BOTH),
        ("Finland returned dozens of paintings to Norway.", "RETREAT", ["Finland"], ["Norway"]),
        ("Finland will meet Norway on Friday.", "AGREE", _BOTH, []),
        ("Finland signed a treaty with Norway.", "SUPPORT", ["Finland"], ["Norway"]),
        ("A Finnish court convicted Timo Salo of fraud.", "ACCUSE", ["Finnish court"], ["Timo Salo"]),
    ],
)
def test_parties_through_control_and_small_clauses(
    tell: Tell, sentence: str, event_type: str, actors: list[str], recipients: list[str]
) -> None:
    told = tell(sentence)
    event = told.the(event_type)
    assert (told.actors(event), told.recipients(event)) == (actors, recipients)


@pytest.mark.parametrize(
    "sentence",
    [
        "One does not invite a neighbour to talk.",
        "Negotiations with Norway are taking place.",
        "They asked why the port was closed.",
        "New links could facilitate communication between Finland and Norway.",
        "There is a need to eliminate problems.",
        "A report published on 14 October told of the harbour.",
        "It is no sign that Norway and Finland are prepared to lower fares.",
        "Norway and Finland publicly cast each other as threats to stability.",
    ],
)
def test_generalities_questions_and_figures_of_speech_are_no_events(tell: Tell, sentence: str) -> None:
    assert not [event for event in tell(sentence).events if event.event_type != "CONSULT" or event.mode]


def test_a_round_of_another_kind_is_no_meeting(tell: Tell) -> None:
    told = tell("The second round between Nadal and Federer was played in Paris.")
    assert [event.event_type for event in told.events if event.text == "round"] == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("An editor in Oslo said that Finland had attacked Norway.", "An editor in Oslo"),
        ("Correction: an earlier version said that Finland had attacked Norway.", None),
    ],
)
def test_an_editor_has_a_word_of_his_own_and_a_correction_none(tell: Tell, sentence: str, speaker: str | None) -> None:
    (attack,) = [event for event in tell(sentence).events if event.event_type == "ASSAULT"]
    assert attack.attributed_to == speaker


def test_firms_and_their_employees_are_not_expelled(tell: Tell) -> None:
    sentence = "Finland asked the employees of the country's firms to leave the harbour."
    assert not [event for event in tell(sentence).events if event.event_type == "SANCTION"]
    assert tell("Finland ordered Norwegian diplomats to leave the country.").the("SANCTION").mode == "expel"


def test_what_a_strike_brings_about_is_no_protest_beside_it(tell: Tell) -> None:
    told = tell("Kenyan dock workers went on strike on Monday, bringing the port of Mombasa to a halt.")
    assert [(event.event_type, event.mode) for event in told.events] == [("PROTEST", "strike")]
    told = tell("Kenyan dock workers brought the port of Mombasa to a halt on Monday.")
    assert [(event.event_type, event.mode) for event in told.events] == [("PROTEST", "obstruct")]
