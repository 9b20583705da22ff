import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from schemas.entities import Entity, LocalEntity
from schemas.render.frames import from_frame, to_frame
from schemas.table import table_of
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.link_entities import link_entities
from transforms.entities.name_variants import person_forms
from transforms.ids import content_id


def local(article: str, name: str, kind: str = "PERSON", **fields: object) -> LocalEntity:
    values: dict[str, object] = {
        "local_id": content_id("lo", article, kind, name),
        "article_id": article,
        "name": name,
        "kind": kind,
        "aliases": (),
        "is_full_name": kind != "PERSON" or " " in name,
        "country": None,
        "sector": None,
        "geonames_id": None,
        "wikidata_id": None,
        "latitude": None,
        "longitude": None,
        "mention_count": 1,
    }
    return LocalEntity(**(values | fields))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Linked:
    entities: list[Entity]
    entity_of: dict[str, str]


def link(local: Sequence[LocalEntity]) -> Linked:
    links = link_entities(to_frame(table_of(LocalEntity), local))
    return Linked(from_frame(Entity, links.entities), dict(links.links.iter_rows()))


def same(links: Linked, one: LocalEntity, other: LocalEntity) -> bool:
    return links.entity_of[one.local_id] == links.entity_of[other.local_id]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Markin", "Sergey Markin"),
        ("Tomáš Dvořák", "Tomas Dvorak"),
        ("Anne-Marie Colbert", "Anne Marie Colbert"),
        ("Paul R. Henning", "Paul Henning"),
        ("William Harker", "Bill Harker"),
        ("Edwin Harker Jr.", "Edwin Harker"),
        ("Mohammed Rashad", "Muhammad Rashad"),
    ],
)
def test_spellings_of_one_person_join(one: str, other: str) -> None:
    first, second = local("a", one), local("b", other)
    assert same(link([first, second]), first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Bertoni", "Mario Bertoni"),
        ("Peter Lang", "Paul Lang"),
        ("Harold A. Stone", "Harold B. Stone"),
        ("Julia Weiss", "Juliet Weiss"),
    ],
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    first, second = local("a", one), local("b", other)
    assert not same(link([first, second]), first, second)


def test_surname_joins_the_only_full_name() -> None:
    full, short = local("a", "Elena Markova"), local("b", "Markova")
    links = link([full, short])
    assert same(links, full, short)
    (entity,) = links.entities
    assert (entity.name, entity.mention_count, entity.article_count) == ("Elena Markova", 2, 2)


def test_surname_of_two_people_joins_the_one_of_its_country_or_nobody() -> None:
    people = [local("a", "Elena Markova", country="RUS"), local("b", "Irina Markova", country="BGR")]
    bulgarian, unknown = local("c", "Markova", country="BGR"), local("d", "Markova")
    links = link([*people, bulgarian, unknown])
    assert same(links, people[1], bulgarian)
    assert not same(links, people[0], unknown)
    assert not same(links, people[1], unknown)


def test_surname_is_nobody_whom_its_own_article_names_beside_it() -> None:
    elena, ivan = local("a", "Elena Markov"), local("b", "Ivan Markov")
    short = local("a", "Markov")
    links = link([elena, ivan, short])
    assert same(links, ivan, short)
    assert not same(links, elena, short)


def test_initialism_joins_the_expansion_that_another_article_gives() -> None:
    full = local("a", "Bridge Safety Council", "ORG", aliases=("BSC",))
    short = local("b", "BSC", "ORG", is_full_name=False)
    assert same(link([short, full]), full, short)


def test_kind_is_what_most_mentions_say() -> None:
    town = local("a", "Lindhaven", "PLACE", mention_count=5)
    slip = local("b", "Lindhaven", "ORG")
    links = link([town, slip])
    assert [(entity.name, entity.kind) for entity in links.entities] == [("Lindhaven", "PLACE")]


def test_two_places_of_one_name_stay_two() -> None:
    texas = local("a", "Paris", "PLACE", geonames_id=4717560, latitude=33.66, longitude=-95.55, country="USA")
    france = local("b", "Paris", "PLACE", geonames_id=2988507, latitude=48.85, longitude=2.35, country="FRA")
    links = link([texas, france])
    assert len(links.entities) == len({entity.entity_id for entity in links.entities}) == 2


def test_counties_of_one_name_are_told_apart_by_where_they_lie() -> None:
    ohio, again = (local(article, "Clark County", "PLACE", latitude=39.9, longitude=-83.8) for article in "ac")
    nevada = local("b", "Clark County", "PLACE", latitude=36.2, longitude=-115.0)
    links = link([ohio, nevada, again])
    assert same(links, ohio, again)
    assert not same(links, ohio, nevada)


def test_one_garbled_article_does_not_set_the_country() -> None:
    people = [
        local(article, "Hugo Brandt", country=country)
        for article, country in (("a", "CHL"), ("b", "NOR"), ("c", "NOR"))
    ]
    assert link(people).entities[0].country == "NOR"


def test_order_does_not_matter() -> None:
    names = [
        "Elena Markova",
        "Markova",
        "Irina Markova",
        "Sergey Markin",
        "Sergei Markin",
        "Markin",
        "Paul R. Henning",
        "Paul Henning",
    ]
    entities = [
        local(f"{number}", name, country=country) for number, name in enumerate(names) for country in (None, "RUS")
    ]
    expected = link(entities)
    for seed in range(5):
        shuffled = random.Random(seed).sample(entities, len(entities))
        assert link(shuffled) == expected


def test_found_entities_link_across_articles(find: Callable[..., ArticleEntities]) -> None:
    first = find("Chilean President Rosa Vidal met NATO officials.", article_id="ar_0000000000000001")
    second = find("On Monday Vidal thanked the North Atlantic Treaty Organization.", article_id="ar_0000000000000002")
    links = link([*first.entities, *second.entities])
    counts = {entity.name: entity.article_count for entity in links.entities}
    assert (counts["Rosa Vidal"], counts["NATO"]) == (2, 2)
    assert set(links.entity_of) == {entity.local_id for entity in (*first.entities, *second.entities)}


def test_spellings_fold_alike() -> None:
    assert person_forms("Yevgeny Ryabov") == person_forms("Evgeni Riabov")
    assert person_forms("Ivan Loshkaryov") == person_forms("Ivan Loshkarev")


def test_nobody_is_linked_with_nobody() -> None:
    assert link([]) == Linked([], {})


def test_initialism_of_two_stays_alone() -> None:
    councils = [
        local("a", "Bridge Safety Council", "ORG", aliases=("BSC",)),
        local("b", "Bay Sailing Club", "ORG", aliases=("BSC",)),
    ]
    short = local("c", "BSC", "ORG", is_full_name=False)
    links = link([*councils, short])
    assert not any(same(links, one, short) for one in councils)


def test_place_that_lies_nowhere_joins_the_only_place_of_its_name() -> None:
    known = local("a", "Lindhaven", "PLACE", geonames_id=1001, latitude=54.1, longitude=9.2)
    unknown = local("b", "Lindhaven", "PLACE")
    assert same(link([known, unknown]), known, unknown)
    other = local("c", "Lindhaven", "PLACE", geonames_id=1002, latitude=44.1, longitude=-79.2)
    assert not same(link([known, other, unknown]), known, unknown)


def test_an_office_without_an_owner_is_another_one_in_each_article() -> None:
    here, there = local("ar_1", "Deputy Governor", "OTHER"), local("ar_2", "Deputy Governor", "OTHER")
    lima, also_lima = local("ar_1", "Mayor of Lima", "OTHER"), local("ar_2", "Mayor of Lima", "OTHER")
    links = link([here, there, lima, also_lima])
    assert not same(links, here, there)
    assert same(links, lima, also_lima)


def test_a_name_without_its_last_part_joins_the_only_one_in_full() -> None:
    whole, short = local("a", "Hassan Sheikh Nurow", country="SOM"), local("b", "Hassan Sheikh", country="SOM")
    assert same(link([whole, short]), whole, short)
    other = local("b", "Hassan Sheikh", country="KEN")
    assert not same(link([whole, other]), whole, other)
    middle, surname = local("a", "Robert James Hale", country="USA"), local("b", "Robert James", country="USA")
    assert not same(link([middle, surname]), middle, surname)
    suffixed = local("a", "Omar Hale Jr.", country="USA")
    assert not same(link([suffixed, surname]), suffixed, surname)
