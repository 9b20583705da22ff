"""Which local persons are one: spellings of one full name, and surnames with the only name that they can stand for."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from schemas.entities import LocalEntity
from transforms.entities.name_forms import name_key
from transforms.entities.name_variants import are_compatible, person_forms

_Key = tuple[str, ...]
_Block = tuple[str, str]


def person_keys(people: Sequence[LocalEntity]) -> dict[str, _Key]:
    """A key for each `local_id`; people of one key are one person."""
    middles: dict[_Block, set[tuple[str, ...]]] = defaultdict(set)
    full = [person for person in people if person.is_full_name]
    for person in full:
        given, middle, surname = person_forms(person.name)
        middles[given, surname].add(middle)
    keys = {person.local_id: _full_key(person, middles) for person in full}
    by_surname: dict[str, set[_Key]] = defaultdict(set)
    countries: dict[_Key, Counter[str]] = defaultdict(Counter)
    beside: dict[str, set[_Key]] = defaultdict(set)
    for person in full:
        key = keys[person.local_id]
        by_surname[key[-1]].add(key)
        beside[person.article_id].add(key)
        if person.country is not None:
            countries[key][person.country] += 1
    for person in people:
        if not person.is_full_name:
            keys[person.local_id] = _short_key(person, by_surname, countries, beside[person.article_id])
    return keys


def _full_key(person: LocalEntity, middles: dict[_Block, set[tuple[str, ...]]]) -> _Key:
    """Given name and surname; the middle names too where the corpus has several people who differ in them alone."""
    given, middle, surname = person_forms(person.name)
    stated = {other for other in middles[given, surname] if other}
    if not given:
        return ("PERSON", name_key(person.name), surname)
    if all(are_compatible(one, other) for one in stated for other in stated):
        return ("PERSON", given, surname)
    return ("PERSON", given, *middle, surname)


def _short_key(
    person: LocalEntity, by_surname: dict[str, set[_Key]], countries: dict[_Key, Counter[str]], beside: set[_Key]
) -> _Key:
    """The full name that a surname stands for: none of those that its own article keeps apart from it (`beside`)."""
    surname = person_forms(person.name)[2]
    candidates = sorted(by_surname.get(surname, set()) - beside)
    if person.country is not None:
        same = [key for key in candidates if countries[key][person.country]]
        candidates = same or [key for key in candidates if not countries[key]]
    if len(candidates) == 1:
        return candidates[0]
    return ("PERSON", name_key(person.name), "")
