"""Which words are used of one happening, and who has a part in it: hand-made mentions of several articles."""

import pytest

from transforms.stories.mention_kind import word_class


def resolve_two(world, one, other, **both):
    for name, told in (("a", one), ("b", other)):
        world.article(name)
        world.mention(name, f"Says {name}.", **{**both, **told})
    return world.resolve().events


@pytest.mark.parametrize(("person", "events"), [("Nora Dahl", 1), ("Mira Holt", 2)])
def test_the_people_of_two_articles_tell_that_both_tell_of_one_arrest(world, person, events):
    """An official is in the news of many days."""
    for name in ("a", "b"):
        world.article(name)
        world.mention(name, f"They sued, says {name}.", None, f"sue-{name}", mode="trial", recipients=(person,))
        world.mention(name, f"It was an arrest, says {name}.", "COERCE", "arrest", mode="arrest",
                      topic=("clinic", "speeding"))  # fmt: skip
    arrests = [event for event in world.resolve().events if event.event_type == "COERCE"]
    assert len(arrests) == events


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ({"trigger": "aftershock"}, 2),
        ({"trigger": "rattle", "topic": ("aftershock", "coast", "magnitude")}, 2),
        ({"trigger": "rattle", "topic": ("coast", "magnitude", "tremor")}, 1),
        ({"trigger": "quake"}, 1),
    ],
)
def test_an_aftershock_is_not_the_earthquake(world, told, events):
    both = {"event_type": None, "mode": "disaster", "place": "Port Salla", "topic": ("magnitude", "coast")}
    assert len(resolve_two(world, {"trigger": "earthquake"}, told, **both)) == events


@pytest.mark.parametrize(
    ("word", "is_like"), [("murder", True), ("shooting", True), ("abduct", False), ("torture", False)]
)
def test_what_is_done_in_one_attack(world, word, is_like):
    world.article("a")
    world.mention("a", "He was stabbed.", "ASSAULT", "stab")
    world.mention("a", "So it was.", "ASSAULT", word)
    stab, other = (word_class(mention.event) for mention in world.look_up())
    assert (stab == other) == is_like


def test_who_perished_was_killed(world):
    killed = {"event_type": "ASSAULT", "trigger": "kill"}
    perished = {"event_type": None, "mode": "death", "trigger": "perish"}
    both = {"date_edtf": "2025-03-05", "place": "Port Salla", "topic": ("mill", "worker")}
    assert len(resolve_two(world, killed, perished, **both)) == 1


@pytest.mark.parametrize(("topic", "is_like"), [(("earthquake", "southern"), True), (("storm", "southern"), False)])
def test_what_struck_is_told_beside_the_verb(world, topic, is_like):
    world.article("a")
    world.mention("a", "It was a tremor.", None, "tremor", mode="disaster", topic=("coast", "magnitude"))
    world.mention("a", "It struck.", None, "strike", mode="disaster", topic=topic)
    tremor, strike = sorted(word_class(mention.event) for mention in world.look_up())
    assert (tremor == strike) == is_like


def test_who_joins_is_who_is_signed(world):
    both = {"event_type": None, "mode": "appointment", "topic": ("club", "season")}
    joined = {"trigger": "join", "actors": ("Nora Dahl",)}
    assert len(resolve_two(world, joined, {"trigger": "sign", "recipients": ("Nora Dahl",)}, **both)) == 1
