"""Happenings that PLOVER has no type for: one sentence in, class, status and those it befalls out."""

import pytest

from schemas.plover import HAPPENING_CLASSES
from transforms.events.lexicon import lexicon


def happenings(told):
    return [event for event in told.events if event.event_type is None]


@pytest.mark.parametrize(
    ("sentence", "mode", "text"),
    [
        ("A strong earthquake struck the coast of Peru on Monday.", "disaster", "earthquake"),
        ("A passenger ferry capsized off Zanzibar late on Sunday.", "accident", "capsized"),
        ("The warehouse fire in Gdansk burned for two days.", "fire", "fire"),
        ("The novelist Ida Berg died in Oslo on Tuesday.", "death", "died"),
        ("Three climbers were injured near Chamonix.", "injury", "injured"),
        ("The singer checked into a clinic in Malibu.", "illness", "checked"),
        ("Ida Berg married the actor Tom Rask in June.", "family", "married"),
        ("Thieves stole four paintings from a museum in Ghent.", "crime", "stole"),
        ("Two walkers disappeared in the Tatra mountains.", "search", "disappeared"),
        ("Tom Rask pleaded guilty in a court in Lyon.", "trial", "pleaded"),
        ("Halden Motors unveiled a small electric car in Turin.", "launch", "unveiled"),
        ("Halden Motors acquired the battery maker Voltra.", "acquisition", "acquired"),
        ("Halden Motors laid off 400 workers in Turin.", "business", "laid"),
        ("The president appointed Ida Berg as ambassador to Chile.", "appointment", "appointed"),
        ("The manager left the club on Friday.", "departure", "left"),
        ("Voters in Ghana elected Ama Boateng.", "election", "elected"),
        ("The senate passed a bill on water on Friday.", "legislation", "passed"),
        ("Norway won the gold medal in Turin.", "contest", "won"),
        ("Ida Berg won the Nobel Prize in physics.", "award", "won"),
        ("The ceremony took place in Stockholm on Sunday.", "occasion", "ceremony"),
        ("Divers discovered a Roman ship near Sicily.", "discovery", "discovered"),
        ("Nine people were killed when a ferry sank off Samar.", "death", "killed"),
        ("The coast guard saved 99 passengers off Samar.", "search", "saved"),
        ("The closing of the plant in Turin was announced on Monday.", "business", "closing"),
        ("A power outage left Turin dark on Friday.", "disruption", "outage"),
    ],
)
def test_each_class(tell, sentence, mode, text):
    assert (mode, text) in [(event.mode, event.text) for event in happenings(tell(sentence))]


def test_every_class_has_patterns():
    patterns = lexicon().happenings
    modes = {
        pattern.mode for table in (patterns.verbs, patterns.nouns) for found in table.values() for pattern in found
    }
    assert modes == set(HAPPENING_CLASSES)


def test_whom_it_befalls_does_not_act(tell):
    told = tell("Ida Berg died in Oslo on Tuesday.")
    (death,) = happenings(told)
    assert (told.actors(death), told.recipients(death), told.place(death)) == ([], ["Ida Berg"], "Oslo")


def test_those_who_are_left_dead_or_lose_their_lives_have_died(tell):
    assert [event.mode for event in happenings(tell("The storm left nine dead.")) if event.text == "left"] == ["death"]
    (death,) = happenings(told := tell("Ida Berg lost her life in Oslo."))
    assert (death.mode, told.recipients(death)) == ("death", ["Ida Berg"])


def test_status_is_told_as_of_other_events(tell):
    told = tell("Halden Motors will launch a new model next year.", "Voltra did not buy the firm in Turin.")
    assert [(event.mode, event.status) for event in happenings(told)] == [
        ("launch", "planned"),
        ("acquisition", "negated"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Earthquakes are common along the coast.",
        "Many people die on the roads every year.",
        "Insurers fear more floods.",
        "Any fire in these forests spreads fast.",
        "People buy fewer cars than before.",
        "She plays the piano and wins hearts.",
    ],
)
def test_kinds_and_habits_are_no_happenings(tell, sentence):
    assert not happenings(tell(sentence))


def test_a_word_that_a_plover_event_takes_is_no_happening_too(tell):
    told = tell("Police in Lima arrested the mayor after rebels attacked the town.")
    assert not happenings(told)
    assert {event.event_type for event in told.events} == {"COERCE", "ASSAULT"}


def test_far_from_the_lead_only_what_is_pinned_down_counts(tell):
    lead = ("Finland and Norway held talks in Riga.", "The ministers spoke for two hours.", "They will meet again.")
    assert not happenings(tell(*lead, "The crash was on everybody's mind."))
    assert happenings(tell(*lead, "The crash near Oslo was on everybody's mind."))


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("The crash near Lyon was the deadliest accident since a ferry sank off Crete in 1999.", 0),
        ("It has been quiet since a ferry sank off Crete in 1999.", 1),
    ],
)
def test_what_a_superlative_is_measured_by_is_no_event(tell, sentence, events):
    assert len([event for event in tell(sentence).events if event.text == "sank"]) == events


@pytest.mark.parametrize(
    ("sentence", "is_attack"),
    [
        ("An explosion at a chemical plant near Gdansk killed seven workers on Monday.", False),
        ("A gas blast in Leeds killed two women.", False),
        ("The explosion of a boiler injured six students.", False),
        ("A massive blast ripped through a flour mill in Turin.", False),
        ("An explosion in a coal mine has killed 33 miners.", False),
        ("A blast in the market of Lindow killed nine people.", True),
        ("A bomb explosion outside a factory in Lindow killed nine soldiers.", True),
        ("A suicide bomber killed nine at a gas plant in Chad.", True),
        ("Rebels killed nine workers at a cement plant in Chad.", True),
        ("Firefighters battled the flames for ten hours.", False),
        ("Rebels battled the army for ten hours.", True),
    ],
)
def test_what_blows_up_by_accident_is_no_attack(tell, sentence, is_attack):
    assert any(event.event_type == "ASSAULT" for event in tell(sentence).events) == is_attack


@pytest.mark.parametrize(
    ("headline", "classes"),
    [
        ("Twelve passengers hurt near Cusco", {"injury"}),
        ("Spain beat Chile 3-1 on Tuesday.", {"contest"}),
        ("Ruiz beat the odds on Tuesday.", set()),
        ("The bank named Carla Ruiz as its chief executive on Tuesday.", {"appointment"}),
        ("Rescuers dug a body from the rubble on Tuesday.", {"search"}),
        ("A coach slammed into a tree near Leeds.", {"accident"}),
        ("The singer entered a clinic on Monday.", {"illness"}),
        ("Rovers signed Ida Berg on Friday.", {"appointment"}),
        ("She will play the queen in a drama on Friday.", {"appointment"}),
        ("The coach was relieved of his duties on Friday.", {"departure"}),
        ("The firm filed for Chapter 11 on Friday.", {"business"}),
        ("The firm completed the takeover on Friday.", {"acquisition"}),
        ("Robbers stormed a jewellery store in Ghent.", {"crime"}),
        ("The boy was found alive on Friday.", {"search"}),
        ("The writer took her own life on Friday.", {"death"}),
        ("The tanker ran aground off Oman.", {"accident"}),
        ("The opening of a new wing of the museum took place on Tuesday.", {"launch"}),
        ("A truck ploughed into a market stall in Nakuru.", {"accident"}),
        ("The singer lost her battle with cancer on Monday.", {"death"}),
        ("The film opens on Friday.", {"launch"}),
        ("Job cuts at the carmaker were announced on Tuesday.", {"business"}),
    ],
)
def test_happenings_in_headlines_scores_and_nouns(tell, headline, classes):
    assert {event.mode for event in happenings(tell(headline))} == classes
