"""Event mentions: who, where, when and whether, in sentences of our own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from transforms.datelines import dateline_end

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


def test_place_and_day_of_an_act_are_not_those_of_the_accusation(tell: Tell) -> None:
    told = tell("Finland said that Norway had carried out the attack in Riga on Sunday.", published="2025-03-05")
    accusation = told.the("ACCUSE")
    assert told.place(accusation) is None
    assert accusation.date_edtf is None


def test_what_goes_on_for_a_second_day_began_the_day_before(tell: Tell) -> None:
    told = tell("Farmers blocked the road for a second day on Thursday.", published="2025-03-06")
    blockade = told.the("PROTEST")
    assert (blockade.status, blockade.date_edtf) == ("ongoing", "2025-03-05")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Norway cancelled talks with Finland scheduled for 20 May.", "2026-05-20"),
        ("Norway cancelled talks with Finland set for 4 May.", "2026-05-04"),
    ],
)
def test_what_is_called_off_may_have_been_ahead(tell: Tell, sentence: str, day: str) -> None:
    talks = tell(sentence, published="2026-05-11").the("CONSULT")
    assert (talks.status, talks.date_edtf) == ("cancelled", day)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Finnish ministry sent out invitations for a third round of talks on 10 December.",
        "Finland issued an invitation to the summit on 10 December.",
    ],
)
def test_the_day_of_a_meeting_is_not_that_of_the_invitation(tell: Tell, sentence: str) -> None:
    assert tell(sentence, published="2026-10-29").the("REQUEST").date_text is None


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
    assert told.actors(told.the("ACCUSE")) == ["Jonas Gahr Stoere"]
    told = tell('According to the captain, eleven people died. He blamed nobody: "Drones have no flag."')
    assert told.actors(told.the("ACCUSE")) == []


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
    assert told.actors(told.the("CONSULT", "discussed")) == ["Alexander Stubb", "Jonas Gahr Stoere"]


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


def test_rounds_have_their_own_dates(tell: Tell) -> None:
    told = tell(
        "The second round of talks between Finland and Norway in Riga, which took place on 3 May 2024, "
        "followed a first meeting on 7 April 2024."
    )
    second, first = told.the("CONSULT", "talks"), told.the("CONSULT", "meeting")
    assert (second.date_edtf, second.round) == ("2024-05-03", 2)
    assert (first.date_edtf, first.round) == ("2024-04-07", 1)


def test_a_place_belongs_to_its_own_clause(tell: Tell) -> None:
    told = tell("Finland and Norway met in Riga on Monday, since Chad invaded Niger in March.")
    assert told.place(told.the("CONSULT")) == "Riga"
    assert told.place(told.the("ASSAULT")) is None


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


def test_a_dateline_is_no_party_date_or_place(tell: Tell) -> None:
    told = tell("RIGA, 3 May (BNN) - Finland and Norway signed a treaty.", published="2024-05-03")
    event = told.the("AGREE")
    assert told.actors(event) == _BOTH
    assert (event.date_text, told.place(event), event.recipient_ids) == (None, None, ())


@pytest.mark.parametrize("text", ["UN: more aid needed.", "Finland - a country - agreed.", "1200 (about) - few."])
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_telling_a_newspaper_is_no_request(tell: Tell) -> None:
    told = tell('"We are ready," the minister told the Riga Courier in Helsinki.')
    assert not [event for event in told.events if event.event_type == "REQUEST"]


def test_the_capital_of_a_country_is_the_city_that_the_article_names(tell: Tell) -> None:
    told = tell("Finland and Norway met in the Latvian capital.", "Snow fell in Riga that day.")
    assert told.place(told.the("CONSULT")) == "Riga"


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


def test_a_town_is_no_recipient_of_what_is_agreed_there(tell: Tell) -> None:
    told = tell("Finland and Norway signed an agreement in Stavanger.")
    event = told.the("AGREE")
    assert event.recipient_ids == ()
    assert told.place(event) == "Stavanger"


@pytest.mark.parametrize(
    ("sentence", "trigger", "edtf"),
    [
        ("Finland, which joined the pact in 2023, accused Norway of fraud on Monday.", "accused", "2024-02-05"),
        ("Finland accused Norway on Monday after Chad invaded Niger in 2021.", "invaded", "2021"),
        ("Finland and Norway met on Tuesday, two years after Chad invaded Niger in March 2022.", "invaded", "2022-03"),
        ("Finland agreed on Monday in Riga to send aid to Norway.", "send", None),
        ("Finland will send troops to Norway in May, a minister said on Monday.", "send", "2024-05"),
        ("Finland said on Monday that Norway had attacked Riga.", "attacked", None),
        ("At the end of November Finland pulled out of talks with Norway.", "pulled", "2023-11-20/2023-11-30"),
        (
            "Norway freed eleven Finnish sailors who were arrested in late November.",
            "arrested",
            "2023-11-20/2023-11-30",
        ),
        ("Norway freed eleven Finnish sailors who were arrested in late November.", "freed", None),
        ("On Monday Finland called off the meeting with Norway.", "meeting", None),
        ("Finland and Norway, who last met in November, will meet again on 3 March.", "meet", "2024-03-03"),
    ],
)
def test_each_event_has_its_own_date(tell: Tell, sentence: str, trigger: str, edtf: str | None) -> None:
    events = [event for event in tell(sentence, published="2024-02-07").events if event.text == trigger]
    assert edtf in [event.date_edtf for event in events]


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


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "edtf"),
    [
        ("The speech comes ahead of talks between Finland and Norway tomorrow.", "talks", "planned", "2024-02-08"),
        ("Norway called off its talks with Finland of next week.", "talks", "cancelled", "2024-02-12/2024-02-18"),
        ("She will ask for help when she visits Norway next month.", "visits", "planned", "2024-03"),
        ("Finland and Norway signed the treaty ahead of a vote tomorrow.", "signed", "occurred", None),
        ("Finland and Norway signed the treaty on 9 March 2025.", "signed", "occurred", "2025-03-09"),
        ("Finland and Norway signed the treaty yesterday.", "signed", "occurred", "2024-02-06"),
    ],
)
def test_nothing_has_happened_after_its_article(
    tell: Tell, sentence: str, trigger: str, status: str, edtf: str | None
) -> None:
    told = {
        (event.status, event.date_edtf)
        for event in tell(sentence, published="2024-02-07").events
        if event.text == trigger
    }
    assert (status, edtf) in told
