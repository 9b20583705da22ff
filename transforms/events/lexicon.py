"""The words and patterns that event extraction knows, read once from the YAML files beside this module."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from schemas.plover import EVENT_TYPES, HAPPENING_CLASSES
from transforms.parsing.tokens import Token

# The word classes that can name an event; patterns are looked up by words of these alone.
EVENT_CLASSES = frozenset(("VERB", "AUX", "NOUN", "PROPN"))
HAPPENINGS = "happenings"
PATTERN_FILES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
_TERRITORIAL = ("AID", "RETREAT", "CONCEDE", "COERCE", "ASSAULT", "MOBILIZE", "SANCTION")
_NOUN_ACTORS = ("subject", "by", "possessor", "modifier")
_NOUN_RECIPIENTS = ("against", "on", "upon", "toward", "towards", "at", "to")
_BEFALLEN = ("of", "possessor", "modifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to speak of one type of event. Empty constraints hold always; slots are tried in order.

    A happening that PLOVER has no type for has its class as `mode`.
    """

    event_type: str | None
    mode: str | None
    also: str | None
    particle: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    symmetric: bool = False
    mutual: bool = False
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    preposition: tuple[str, ...] = ()
    preposition_object: frozenset[str] = frozenset()
    not_preposition: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    not_complement: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    not_context: frozenset[str] = frozenset()
    keeps_object: bool = False

    @property
    def cues(self) -> frozenset[str]:
        """Words, as they stand or as lemmas, of which a verb's sentence must hold one; none where it fits without them."""
        complement = self.complement if "*" not in self.complement else frozenset()
        particle = frozenset((self.particle,)) if self.particle else frozenset()
        return self.object or self.preposition_object or self.context or complement or self.subject or particle

    @property
    def is_territorial(self) -> bool:
        """Whether what is done in a country is done to it, as PLOVER's coders read such acts."""
        return self.event_type in _TERRITORIAL


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns by part of speech and lemma."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]


@dataclass(frozen=True)
class Lexicon:
    """PLOVER's patterns, those of other happenings, named word classes, and the words that steer status and arguments.

    A word class is an attribute by its name.
    """

    plover: Patterns
    happenings: Patterns
    classes: dict[str, frozenset[str]]
    governors: dict[str, str]

    def __post_init__(self) -> None:
        # Set rather than looked up when asked for: they are asked for some hundred times an article.
        vars(self).update(self.classes)

    @cached_property
    def event_nouns(self) -> frozenset[str]:
        """Every lemma of a noun that a pattern is found by."""
        return frozenset((*self.plover.nouns, *self.happenings.nouns))

    @cached_property
    def verb_cues(self) -> dict[str, frozenset[str]]:
        """For each verb the words of which its sentence must hold one for any pattern to fit; none where one may without."""
        cues: dict[str, list[frozenset[str]]] = {}
        for table in (self.plover.verbs, self.happenings.verbs):
            for verb, patterns in table.items():
                cues.setdefault(verb, []).extend(one.cues for one in patterns)
        return {verb: frozenset().union(*found) if all(found) else frozenset() for verb, found in cues.items()}

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> frozenset[str]:
            """A word class by its name."""


@cache
def lexicon() -> Lexicon:
    """The lexicon, from `lexicon.yaml` and one file of patterns for each quad class."""
    shared = _load("lexicon")
    classes = {name: frozenset(_words(line, {})) for name, line in shared["classes"].items()}
    governors = {word: effect for effect, line in shared["governors"].items() for word in _words(line, classes)}
    plover = [item for name in PATTERN_FILES for item in _load(name).items()]
    happenings = [(None, [entry | {"mode": mode} for entry in lines]) for mode, lines in _load(HAPPENINGS).items()]
    return Lexicon(_compile(plover, classes), _compile(happenings, classes), classes, governors)


def _compile(
    entries: Sequence[tuple[str | None, Sequence[dict[str, Any]]]], classes: dict[str, frozenset[str]]
) -> Patterns:
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    for event_type, lines in entries:
        for entry in lines:
            for word, pattern in entry_patterns(event_type, entry, classes):
                (verbs if "verbs" in entry else nouns).setdefault(word, []).append(pattern)
    return Patterns(
        {word: tuple(sorted(found, key=_specificity)) for word, found in verbs.items()},
        {word: tuple(sorted(found, key=_specificity)) for word, found in nouns.items()},
    )


def governor_effect(word: Token) -> str | None:
    """What a word does to the event below it; a particle can turn it ("call for talks", "call off talks")."""
    governors = lexicon().governors
    for child in word.children:
        if child.dep_ in ("prt", "advmod", "prep"):
            effect = governors.get(f"{word.lemma_}+{child.lower_}")
            if effect:
                return effect
    return governors.get(word.lemma_.lower())


def _specificity(pattern: Pattern) -> int:
    """Patterns that ask for more are tried first; equal ones keep the order of their files."""
    asked = (pattern.particle, pattern.object, pattern.subject, pattern.preposition, pattern.preposition_object)
    return -sum(map(bool, (*asked, pattern.complement, pattern.context, pattern.needs)))


def entry_patterns(
    event_type: str | None, entry: dict[str, Any], classes: dict[str, frozenset[str]]
) -> Iterator[tuple[str, Pattern]]:
    """The patterns of one entry, each with the lemma that it is found by."""
    entry = dict(entry)
    is_verb = "verbs" in entry
    words = entry.pop("verbs" if is_verb else "nouns")
    mode = entry.pop("mode", None)
    if mode is not None and mode not in (EVENT_TYPES[event_type].modes if event_type else HAPPENING_CLASSES):
        raise ValueError(f"{event_type or 'a happening'} has no mode {mode!r}")
    also = entry.pop("also", None)
    if also is not None and also not in EVENT_TYPES:
        raise ValueError(f"{event_type} cannot also be {also!r}")
    actors, recipients = _usual_slots(event_type, is_verb=is_verb, undergoer=entry.pop("undergoer", "") == "true")
    actor = tuple(entry.pop("actor", actors).split())
    recipient = tuple(entry.pop("recipient", recipients).split())
    preposition = tuple(entry.pop("preposition", "").split())
    flags = {key: entry.pop(key) == "true" for key in ("symmetric", "mutual", "keeps_object") if key in entry}
    rest: dict[str, Any] = {key: frozenset(_words(value, classes)) for key, value in entry.items()}
    for word in _words(words, classes):
        lemma, _, particle = word.partition("+")
        yield (
            lemma,
            Pattern(
                event_type=event_type,
                mode=mode,
                also=also,
                particle=particle or None,
                actor=actor,
                recipient=recipient,
                preposition=preposition,
                **flags,
                **rest,
            ),
        )


def _usual_slots(event_type: str | None, *, is_verb: bool, undergoer: bool) -> tuple[str, str]:
    """Where who acts, and whom it befalls, stands beside a word, unless its line says otherwise."""
    if undergoer:
        return "", "subject object"
    if is_verb:
        return "subject", "object"
    if event_type is None:
        return "subject by", " ".join(_BEFALLEN)
    return " ".join(_NOUN_ACTORS), " ".join(_NOUN_RECIPIENTS)


def _words(line: str, classes: dict[str, frozenset[str]]) -> Iterator[str]:
    """The words of a line; `<name>` stands for the words of a class."""
    for word in line.split():
        if word.startswith("<"):
            yield from sorted(classes[word[1:-1]])
        else:
            yield word


def _load(name: str) -> dict[str, Any]:
    text = (files(__package__) / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes strings only, so `on` is a word
    return loaded
