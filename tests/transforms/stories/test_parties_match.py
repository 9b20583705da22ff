"""Whether two entities can be one party, above all where one of them is only described."""

from dataclasses import replace

import pytest

from transforms.stories.mention import is_description, is_state
from transforms.stories.parties_match import party_match, share_a_name
from transforms.stories.settings import settings


@pytest.fixture
def match(entity):
    return lambda one, other: party_match(entity(one), entity(other), settings().parties)


def test_a_woman_of_a_town_is_described_and_no_state(entity):
    assert is_description(entity("Salla woman"))
    assert not is_state(entity("Salla woman"))
    assert is_state(replace(entity("Salla woman"), name="Sudonians"))
    assert is_state(replace(entity("Salla woman"), name="Sudonian troops", sector="MIL"))


def test_who_is_described_may_have_a_name_elsewhere_but_in_one_country(match):
    weights = settings().parties
    assert match("Salla woman", "Ida Lund") == weights["description"]
    assert match("Salla woman", "Mira Holt") == 0
    assert match("Salla woman", "Salla woman") == weights["same"]
    assert match("students", "students") == weights["same_description"]


def test_a_description_is_no_name(entity):
    assert not share_a_name((entity("Salla woman"),), (entity("Salla woman"),))


def test_a_place_of_no_known_country_may_be_where_the_others_are(entity):
    nowhere = replace(entity("Port Salla"), country=None)
    weights = settings().parties
    assert party_match(nowhere, entity("Norland Foreign Ministry"), weights) == weights["description"]
    assert party_match(nowhere, entity("Ida Lund"), weights) == 0
    assert party_match(entity("Port Salla"), replace(entity("Norland Foreign Ministry"), country=None), weights) == 0


@pytest.mark.parametrize(
    ("name", "kind", "is_same"),
    [
        ("N. Dahl", "PERSON", True),
        ("Dahl", "PERSON", True),
        ("M. Dahl", "PERSON", False),
        ("N. Holm", "PERSON", False),
        ("N. Dahl", "ORG", False),
    ],
)
def test_an_initial_stands_for_a_first_name(entity, name, kind, is_same):
    weights = settings().parties
    whole = replace(entity("Nora Dahl"), kind=kind)
    short = replace(whole, entity_id="en_short", name=name)
    assert (party_match(short, whole, weights) == weights["same_name"]) == is_same
