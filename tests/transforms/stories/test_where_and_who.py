"""What the place, the side and the day of each mention speak for and against, on hand-made mentions of several articles."""

from dataclasses import replace

import pytest
from tellings import only, tell

from transforms.dedup.fact_columns import FactColumns
from transforms.stories.closeness import Closeness
from transforms.stories.explain_pair import PairExplainer
from transforms.stories.findings import party_findings

CRASH = {"event_type": None, "mode": "accident", "trigger": "crash", "date_edtf": "2025-03-05"}


def test_a_visit_is_where_it_goes(world):
    tell(world, "a", "Holt will visit Vienna.", trigger="visit", mode="visit", actors=("Mira Holt",),
         recipients=("Vienna",), status="planned")  # fmt: skip
    assert only(world).place == "Vienna"


def test_a_disaster_is_where_it_strikes(world):
    storm = {"event_type": None, "mode": "disaster", "trigger": "storm", "date_edtf": "2025-03-05"}
    tell(world, "a", "A storm hit Norland.", recipients=("Norland",), **storm)
    tell(world, "b", "A storm hit Sudonia.", recipients=("Sudonia",), **storm)
    assert [event.place for event in sorted(world.resolve().events, key=lambda one: one.place or "")] == [
        "Norland",
        "Sudonia",
    ]


def test_a_stay_is_not_whom_one_meets_there(world):
    both = {"actors": ("Mira Holt",), "date_edtf": "2025-03-05", "place": "Vienna", "topic": ("minister", "treaty")}
    sentence = "Holt arrived in Vienna and held talks with Lund."
    tell(world, "a", sentence, trigger="arrive", mode="visit", recipients=("Vienna",), **both)
    world.mention("a", sentence, trigger="talk", **{**both, "actors": ("Mira Holt", "Ida Lund")})
    assert len(world.resolve().events) == 2


@pytest.mark.parametrize(
    ("event_type", "word", "other", "events"),
    [
        ("REQUEST", "demand", "require", 2),
        ("REQUEST", "demand", "request", 2),
        ("REQUEST", "demand", "demand", 1),
        ("ASSAULT", "bomb", "shell", 2),
        ("CONSULT", "meet", "discuss", 1),
    ],
)
def test_two_words_of_one_sentence_tell_of_two_acts_unless_of_one_meeting(world, event_type, word, other, events):
    sentence = "So it was, and they had it that the port be closed."
    tell(world, "a", sentence, event_type=event_type, trigger=word)
    world.mention("a", sentence, event_type, other)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(("kind", "events"), [("accident", 1), ("acquisition", 2)])
def test_one_town_that_both_articles_name_pins_what_happens_at_a_place(world, kind, events):
    world.names = ("Vienna",)
    body = "The crews worked on the ramps near the Salla depot, whose crane had stood by the Ost quay for years. "
    for name, more in (
        ("a", "Oil, rope and lamps were at hand."),
        ("b", "Its Rix brake, Tal lever and Ung gear had gone."),
    ):
        world.article(name, "2025-03-06", body[: 45 if name == "b" else None] + more)
        world.mention(name, f"Of it says {name}.", None, "crash" if kind == "accident" else "buy", mode=kind)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(("told", "events"), [
    ({"event_type": None, "mode": "death", "trigger": "die"}, 1),
    ({"event_type": "COERCE", "mode": "arrest", "trigger": "arrest"}, 2),
])  # fmt: skip
def test_the_number_of_the_dead_grows_and_that_of_the_arrested_does_not(world, told, events):
    for name, number in (("a", 23), ("b", 26)):
        tell(world, name, f"Of {number} pirates says {name}.", date_edtf="2025-03-05", **told)
    assert len(world.resolve().events) == events


def test_who_receives_a_guest_is_not_visited(world):
    tell(world, "a", "Norland received Sudonia.", trigger="receive", mode="visit", actors=("Norland",),
         recipients=("Sudonia",))  # fmt: skip
    assert only(world).place is None


@pytest.mark.parametrize(("there", "events"), [("Vienna", 1), ("Geneva", 2)])
def test_visits_to_two_towns_are_two(world, there, events):
    visit = {"trigger": "visit", "mode": "visit", "actors": ("Mira Holt",), "topic": ("harbour", "treaty")}
    tell(world, "a", "Holt cancelled a visit.", "2025-03-01", status="cancelled", recipients=("Vienna",), **visit)
    tell(world, "b", "Holt plans a visit.", "2025-03-02", status="planned", recipients=(there,), **visit)
    assert len(world.resolve().events) == events


@pytest.mark.parametrize(
    ("sentence", "counts_many"),
    [
        ("Holt visits Vienna.", False),
        ("Holt visits the port.", False),
        ("Visits by Holt are rare, and visits to Vienna rarer.", True),
        ("They agreed on more visits.", True),
    ],
)
def test_a_verb_before_its_object_counts_nothing(world, sentence, counts_many):
    world.article("a")
    world.mention("a", sentence, trigger="visit", mode="visit", actors=("Mira Holt",))
    world.events[0] = replace(world.events[0], text="visits")
    (mention,) = world.look_up()
    assert mention.counts_many == counts_many


def test_a_verb_that_takes_no_object_counts_nothing(world):
    tell(world, "a", "Holt arrives in Vienna.", trigger="arrive", mode="visit", actors=("Mira Holt",))
    world.events[0] = replace(world.events[0], text="arrives")
    (mention,) = world.look_up()
    assert not mention.counts_many


@pytest.mark.parametrize(
    ("named", "text", "is_elsewhere"),
    [
        (("Vienna",), "A bus crashed.", True),
        ((), "A bus crashed.", False),
        (("Vienna",), "A bus crashed near Geneva.", False),
        (("Vienna", "Geneva"), "A bus crashed.", False),
    ],
)
def test_an_article_of_other_towns_speaks_against_a_place(world, named, text, is_elsewhere):
    """Not where the article names no town, nor where it names that one as well."""
    world.article("a", body=text)
    world.mention("a", "A bus crashed.", **CRASH)
    tell(world, "b", "A crash in Geneva.", place="Geneva", **CRASH)
    texts = FactColumns.of_texts([article.body for article in world.articles.values()])
    explainer = PairExplainer(Closeness(texts), {})
    one, other = world.look_up({"a": named})
    found = explainer.explain(one, other, explainer.profile(one), explainer.profile(other))
    assert found is not None
    assert ("elsewhere" in found) == is_elsewhere


@pytest.mark.parametrize(("trigger", "events"), [("die", 1), ("funeral", 2)])
def test_words_listed_of_different_happenings_are_of_two(world, trigger, events):
    death = {"event_type": None, "mode": "death", "recipients": ("Nora Dahl",)}
    tell(world, "a", "Dahl perished.", trigger="perish", **death)
    tell(world, "b", f"Of Dahl: {trigger}.", trigger=trigger, **death)
    assert len(world.resolve().events) == events


ARREST = {"event_type": "COERCE", "mode": "arrest", "trigger": "arrest"}
OFFER = {"event_type": None, "mode": "appointment", "trigger": "offer"}


@pytest.mark.parametrize(
    ("acts", "suffers", "act", "other_word", "found"),
    [
        ("Salla woman", "Nora Dahl", ARREST, "arrest", []),
        ("Norland Foreign Ministry", "Ida Lund", ARREST, "arrest", ["other_parties"]),
        ("Mira Holt", "Nora Dahl", OFFER, "offer", []),
        ("Mira Holt", "Nora Dahl", OFFER, "hire", ["other_persons"]),
    ],
)
def test_who_acts_is_no_other_than_who_is_acted_upon(world, acts, suffers, act, other_word, found):
    """Unless both are named, as each article would have both; but one word of hiring tells who is on which side."""
    tell(world, "a", f"So did {acts}.", actors=(acts,), **act)
    tell(world, "b", f"So was {suffers}.", recipients=(suffers,), **{**act, "trigger": other_word})
    assert list(party_findings(*world.look_up())) == found


@pytest.mark.parametrize(("published", "events"), [("2025-03-20", 1), ("2025-08-20", 2)])
def test_what_is_not_dated_is_hardly_of_months_ago(world, published, events):
    tell(world, "a", "In March four were killed at the mine.", published, event_type=None, mode="death", trigger="kill",
         date_edtf="2025-03", topic=("mine", "gallery"), recipients=("delegations",))  # fmt: skip
    tell(world, "b", "Three were found dead in the mine.", published, event_type=None, mode="death", trigger="die",
         topic=("mine", "gallery"), recipients=("delegations",))  # fmt: skip
    assert len(world.resolve().events) == events


def test_a_bus_that_plunged_crashed(world):
    for name, word in (("a", "plunge"), ("b", "crash")):
        tell(world, name, f"So it was, says {name}.", **{**CRASH, "trigger": word, "place": "Geneva"})
    assert len(world.resolve().events) == 1
