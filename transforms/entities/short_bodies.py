"""The short forms of bodies, works and ships in one article: "BSC", "Sunhill" of "Sunhill Group", "the Post"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from transforms.entities.found import Found, is_phrase_key
from transforms.entities.gazetteer import (
    KnownName,
    context_words,
    given_names,
    is_large_place,
    is_place_name,
    known_country,
    name_cues,
)
from transforms.entities.name_forms import has_legal_form, initials_of, is_initialism, name_key, person_words

_SHORTEST_KNOWN = 5  # letters


@dataclass(slots=True)
class _LongNames:
    """The keys of names of several words by what may stand for them; `surnames` are those of the article's people."""

    kinds: Mapping[str, str]
    surnames: frozenset[str]
    by_initials: dict[str, str] = field(default_factory=dict)
    by_opening: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_ending: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_known: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ships: dict[str, str] = field(default_factory=dict)
    papers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, key: str, text: str) -> None:
        words = key.split()
        self.by_initials[initials_of(text)] = key
        for length in range(1, len(words)):
            self.by_opening[" ".join(words[:length])].add(key)
        self.note_nicknames(key)
        if words[0].upper() in name_cues().ships or words[0] in context_words("storms"):
            self.ships[" ".join(words[1:])] = key

    def note_nicknames(self, key: str) -> None:
        """Note what stands behind the town of a club: "Rays" of "Tampa Bay Rays"."""
        words = key.split() if self.kinds[key] == "ORG" else []
        for length in range(1, len(words)):
            if is_large_place(" ".join(words[:length]).title()) and words[-1].title() not in _no_nicknames():
                self.by_ending[" ".join(words[length:])].add(key)

    def note_known(self, key: str) -> None:
        """Note a body of the tables: its first word stands for it where that is no word of many names ("Harborwatch Party")."""
        first, _, rest = key.partition(" ")
        if rest.title() in name_cues().last and len(first) >= _SHORTEST_KNOWN:
            self.by_known[first].add(key)

    def meant(self, key: str) -> str | None:
        """The long name that a name without initials stands for."""
        bodies = self.by_known.get(key, ())
        if len(bodies) == 1 and self.kinds[key] != "GROUP" and key not in self.surnames and not _is_plain(key.title()):
            return next(iter(bodies))
        opened = self.by_opening.get(key, ())
        if len(opened) == 1 and self._may_open(key, next(iter(opened))):
            return next(iter(opened))
        if key in self.ships and key not in self.surnames:
            return self.ships[key]
        clubs = self.by_ending.get(key, ())
        if len(clubs) == 1 and self.kinds[key] not in ("GROUP", "PLACE") and key not in self.surnames:
            return next(iter(clubs))
        papers = self.papers.get(key, ())
        return papers[0] if len(papers) == 1 and self.kinds[key] == "ORG" else None

    def _may_open(self, key: str, long: str) -> bool:
        """Whether a name can be the first words of a longer one: "Sunhill", a person to the model, of "Sunhill Group"."""
        if self.kinds[key] in ("ORG", "OTHER"):
            return True
        is_firm = self.kinds[key] == "PERSON" and self.kinds[long] == "ORG" and " " not in key
        return is_firm and key.title() not in given_names() and key not in self.surnames


@cache
def _no_nicknames() -> frozenset[str]:
    """The words that end the names of many bodies, and given names."""
    return frozenset((*name_cues().last, *given_names()))


def _is_plain(word: str) -> bool:
    """Whether a word is a place's name or the adjective of a state: "European" is short for no "European Commission"."""
    return is_place_name(word) or known_country(word) is not None


def short_bodies(
    by_key: Mapping[str, Sequence[Found]],
    kinds: Mapping[str, str],
    known: Mapping[str, KnownName | None],
    expansions: Mapping[str, str],
) -> dict[str, str]:
    """The keys of initialisms and other short names, each with that of the long name. `expansions` are as the article says."""
    long_names = _long_names(by_key, kinds, known)
    stated = {name_key(short): name_key(long) for short, long in expansions.items()}
    target: dict[str, str | None] = {}
    for key, mentions in by_key.items():
        if is_phrase_key(key) or known[key] is not None:
            continue
        text = mentions[0].text
        if stated.get(key) in by_key:
            target[key] = stated[key]
        elif is_initialism(text) and long_names.by_initials.get(text.replace(".", ""), key) != key:
            target[key] = long_names.by_initials[text.replace(".", "")]
        elif not any(has_legal_form(mention.text) for mention in mentions):
            target[key] = long_names.meant(key)
    return {key: other for key, other in target.items() if other is not None and other in by_key and other != key}


def _long_names(
    by_key: Mapping[str, Sequence[Found]], kinds: Mapping[str, str], known: Mapping[str, KnownName | None]
) -> _LongNames:
    long_names = _LongNames(kinds, _surnames(kinds))
    of_things = (key for key, kind in kinds.items() if kind in ("ORG", "LAW", "EVENT", "OTHER") and " " in key)
    for key in sorted(of_things, reverse=True):
        table = known[key]
        if table is None:
            long_names.note(key, by_key[key][0].text)
        elif kinds[key] == "ORG":
            long_names.note_known(key)
            if table.sector is None:
                long_names.note_nicknames(key)
    for key, kind in kinds.items():
        last = key.rpartition(" ")[2]
        if kind in ("ORG", "OTHER") and last != key and last in context_words("papers"):
            long_names.papers[last].append(key)
    return long_names


def _surnames(kinds: Mapping[str, str]) -> frozenset[str]:
    people: Iterable[str] = (key for key, kind in kinds.items() if kind == "PERSON" and " " in key)
    return frozenset(person_words(key)[-1] for key in people)
