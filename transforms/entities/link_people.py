"""Which local persons are one: spellings of one full name, and surnames with the only name that they can stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from transforms.entities.gazetteer import given_names
from transforms.entities.name_forms import name_key
from transforms.entities.name_variants import are_compatible, person_forms

Key = tuple[str, ...]
_ASKED = ("article_id", "name", "country", "is_full_name")


def person_keys(people: pl.DataFrame) -> list[Key]:
    """A key for each of the local entities, in their order; people of one key are one person."""
    full = people.filter("is_full_name")
    keys = _full_keys(full["name"].unique().to_list())
    countries: defaultdict[Key, set[str]] = defaultdict(set)
    for name, country in full.select("name", "country").drop_nulls().unique().iter_rows():
        countries[keys[name]].add(country)
    longer = _longer_names(keys, countries)
    keys = {name: longer.get(key, key) for name, key in keys.items()}
    by_surname: defaultdict[str, set[Key]] = defaultdict(set)
    for key in keys.values():
        by_surname[key[-1]].add(key)
    beside: defaultdict[str, set[Key]] = defaultdict(set)
    for article_id, name in full.select("article_id", "name").iter_rows():
        beside[article_id].add(keys[name])
    return [
        keys[name] if is_full else _short_key(name, country, by_surname, countries, beside[article_id])
        for article_id, name, country, is_full in people.select(_ASKED).iter_rows()
    ]


def _full_keys(names: Iterable[str]) -> dict[str, Key]:
    """By full name given name and surname; the middle names too where people of the corpus differ in them alone."""
    forms = {name: person_forms(name) for name in names}
    middles: defaultdict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for given, middle, surname in forms.values():
        middles[given, surname].add(middle)
    are_one = {block: _are_all_compatible(stated) for block, stated in middles.items()}
    return {
        name: ("PERSON", name_key(name), surname)
        if not given
        else ("PERSON", given, surname)
        if are_one[given, surname]
        else ("PERSON", given, *middle, surname)
        for name, (given, middle, surname) in forms.items()
    }


def _longer_names(keys: Mapping[str, Key], countries: Mapping[Key, set[str]]) -> dict[Key, Key]:
    """By the key of a name that leaves out the last name that of the only one in full: "Edmundo González" Urrutia.

    Both are of one state, and the name behind the given name is no given name.
    """
    openings: defaultdict[tuple[str, str], set[Key]] = defaultdict(set)
    for name, key in keys.items():
        given, middle, _ = person_forms(name)
        if middle and name_key(name).replace("-", " ").split()[1].title() not in given_names():
            openings[given, middle[0]].add(key)
    longer = {}
    for name, key in keys.items():
        given, middle, surname = person_forms(name)
        fuller = openings.get((given, surname), set()) - {key} if given and not middle else set()
        if len(fuller) == 1 and countries.get(key, set()) & countries.get(only := next(iter(fuller)), set()):
            longer[key] = only
    return longer


def _are_all_compatible(middles: Iterable[tuple[str, ...]]) -> bool:
    stated = [middle for middle in middles if middle]
    return all(are_compatible(one, other) for one in stated for other in stated)


def _short_key(
    name: str,
    country: str | None,
    by_surname: Mapping[str, set[Key]],
    countries: Mapping[Key, set[str]],
    beside: set[Key],
) -> Key:
    """The full name that a surname stands for: none of those that its own article keeps apart from it (`beside`)."""
    candidates = by_surname.get(person_forms(name)[2], set()) - beside
    if country is not None:
        same = {key for key in candidates if country in countries.get(key, ())}
        candidates = same or {key for key in candidates if key not in countries}
    return next(iter(candidates)) if len(candidates) == 1 else ("PERSON", name_key(name), "")
