"""The cue words of cues.yaml, indexed for look-up by lemma."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from transforms.load_yaml import load_yaml

# The classes of verbs that tell what is said aloud, not what is held or wished.
SPOKEN = frozenset(("statement", "report", "judgement", "request", "manner"))


@dataclass(frozen=True)
class Cues:
    """Which words attribute, and what they govern. Verbs and nouns are lemmas in lower case."""

    classes: dict[str, frozenset[str]]
    gestures: frozenset[str]
    past: dict[str, str]
    deeds: frozenset[str]
    debaters: frozenset[str]
    physical: frozenset[str]
    greeting: frozenset[str]
    somebody: frozenset[str]
    things: frozenset[str]
    naming: frozenset[str]
    documents: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    clause_adjectives: frozenset[str]
    infinitive_adjectives: frozenset[str]
    toward_adjectives: frozenset[str]
    clause_nouns: frozenset[str]
    infinitive_nouns: frozenset[str]
    joint_nouns: frozenset[str]
    topics: dict[str, frozenset[str]]
    stances: frozenset[str]
    speech_nouns: frozenset[str]
    inverting: frozenset[str]
    addressing: frozenset[str]
    accusing: frozenset[str]
    going_on: frozenset[str]
    one_word: frozenset[str]
    counts: frozenset[str]
    greetings: frozenset[str]
    replying: frozenset[str]
    refusing: frozenset[str]
    answering: frozenset[str]
    answered: frozenset[str]
    evidence: frozenset[str]
    polls: frozenset[str]
    unsure: frozenset[str]
    hearers: frozenset[str]
    people: frozenset[str]
    mentions: frozenset[str]
    unreal: frozenset[str]
    views: frozenset[str]
    wording: frozenset[str]
    raising: frozenset[str]
    forcing: frozenset[str]
    light_verbs: frozenset[str]
    voicing: frozenset[str]
    not_speech_before: tuple[str, ...]
    not_turns: frozenset[str]
    headline_sources: frozenset[str]
    relays: frozenset[str]
    relay_nouns: frozenset[str]
    named_alone: frozenset[str]
    names_of_media: frozenset[str]
    crediting: frozenset[str]
    relay_verbs: frozenset[str]
    spoken_to: frozenset[str]

    @cached_property
    def finite_forms(self) -> frozenset[str]:
        """The forms in which verbs of speech attribute, `notes` and `wrote`: what a parser takes for a noun is told by them."""
        spoken = [verb for verb, names in self.classes.items() if names & _QUOTING and " " not in verb]
        forms = {form for verb in spoken for form in _regular_forms(verb)}
        return frozenset(forms | {form for verb, form in self.past.items() if verb in spoken})

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The verbs that attribute in a phrase: "according to X", "as X put it", "the court heard"."""
        return self.wording | {"accord", "hear"}

    @cached_property
    def with_particle(self) -> frozenset[str]:
        """The verbs that attribute, or do so otherwise, with a particle: `weigh in on`."""
        return frozenset(verb.partition(" ")[0] for verb in self.classes if " " in verb)

    @cached_property
    def linking(self) -> frozenset[str]:
        """The words that link a speaker to a relay: `cited`, `told`, `in an interview with`."""
        return self.relay_verbs | self.crediting | {"tell", "by", "to", "with"}

    @cached_property
    def nouns(self) -> frozenset[str]:
        """All nouns that attribute."""
        return self.clause_nouns | self.infinitive_nouns | frozenset(self.topics) | self.stances

    @cached_property
    def noun_words(self) -> frozenset[str]:
        """The lemmas of all that attributes as a noun, and of verbs that a parser may take for one."""
        return (
            self.nouns
            | frozenset(self.classes)
            | self.polls
            | self.views
            | {view.removesuffix("s") for view in self.views}
        )

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """All adjectives that attribute."""
        return self.clause_adjectives | self.infinitive_adjectives | self.toward_adjectives

    @cached_property
    def names_follow(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word after which marks hold a name, a motto or a mention.

        One with a colon begins a sentence: "Read: “…”", but "A sign read: “…”".
        """
        words, leads = ("|".join(map(re.escape, group)) for group in self._names_and_leads())
        return re.compile(rf"(?:(?<![\w-])(?:{words})|(?:^|[.?!\n]\s*)(?:{leads}))$", re.IGNORECASE)

    def _names_and_leads(self) -> tuple[list[str], list[str]]:
        leads = [word for word in self.not_speech_before if word.endswith(":")]
        return [word for word in self.not_speech_before if word not in leads], leads

    def verb(self, lemma: str) -> frozenset[str]:
        """The classes of a verb; empty for one that attributes nothing."""
        return self.classes.get(lemma, _NO_CLASS)


_NO_CLASS: frozenset[str] = frozenset()
_QUOTING = frozenset(("statement", "report", "manner"))


def _regular_forms(verb: str) -> tuple[str, str]:
    """The third person and the past of a regular verb: `clarifies`, `clarified`."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies", verb[:-1] + "ied"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return third, verb + ("d" if verb.endswith("e") else "ed")


@cache
def cues() -> Cues:
    """The cue words, read on first use."""
    data = load_yaml(files("transforms.quotes").joinpath("cues.yaml").read_text("utf-8"))
    classes: dict[str, set[str]] = {}
    for name, verbs in data["verbs"].items():
        for verb in verbs:
            classes.setdefault(verb, set()).add(name)
    for verb in data["prepositions"]:
        classes.setdefault(verb, set()).add("prepositional")
    topics: dict[str, set[str]] = {}
    for preposition, nouns in data["nouns"]["topic"].items():
        for noun in nouns:
            topics.setdefault(noun, set()).add(preposition)
    return Cues(
        classes={verb: frozenset(names) for verb, names in classes.items()},
        gestures=frozenset(data["gestures"]),
        past=data["past"],
        deeds=frozenset(data["deeds"]),
        debaters=frozenset(data["debaters"]),
        physical=frozenset(data["physical"]),
        greeting=frozenset(data["greeting"]),
        somebody=frozenset(data["somebody"]),
        things=frozenset(data["things"]),
        naming=frozenset(data["naming"]),
        documents=frozenset(data["documents"]),
        prepositions={verb: frozenset(words) for verb, words in data["prepositions"].items()},
        clause_adjectives=frozenset(data["adjectives"]["clause"]),
        infinitive_adjectives=frozenset(data["adjectives"]["infinitive"]),
        toward_adjectives=frozenset(data["adjectives"]["toward"]),
        clause_nouns=frozenset(data["nouns"]["clause"]),
        infinitive_nouns=frozenset((*data["nouns"]["infinitive"], *data["nouns"]["joint"])),
        joint_nouns=frozenset(data["nouns"]["joint"]),
        topics={noun: frozenset(words) for noun, words in topics.items()},
        stances=frozenset(data["nouns"]["stance"]),
        speech_nouns=frozenset(data["nouns"]["speech"]),
        inverting=frozenset(data["inverting"]),
        addressing=frozenset(data["addressing"]),
        accusing=frozenset(data["accusing"]),
        going_on=frozenset(data["going_on"]),
        one_word=frozenset(data["one_word"]),
        counts=frozenset(data["counts"]),
        greetings=frozenset(data["greetings"]),
        replying=frozenset(data["replying"]),
        refusing=frozenset(data["refusing"]),
        answering=frozenset(data["answering"]),
        answered=frozenset(data["answered"]),
        evidence=frozenset(data["evidence"]),
        polls=frozenset(data["polls"]),
        unsure=frozenset(data["unsure"]),
        hearers=frozenset(data["hearers"]),
        people=frozenset(data["people"]),
        mentions=frozenset(data["mentions"]),
        unreal=frozenset(data["unreal"]),
        views=frozenset(data["views"]),
        wording=frozenset(data["wording"]),
        raising=frozenset(data["raising"]),
        forcing=frozenset(data["forcing"]),
        light_verbs=frozenset(data["light_verbs"]),
        voicing=frozenset(data["voicing"]),
        not_speech_before=tuple(data["not_speech_before"]),
        not_turns=frozenset(data["not_turns"]),
        headline_sources=frozenset(data["headline_sources"]),
        relays=frozenset(data["relays"]),
        relay_nouns=frozenset(data["relay_nouns"]),
        named_alone=frozenset(data["named_alone"]),
        names_of_media=frozenset(data["names_of_media"]),
        crediting=frozenset(data["crediting"]),
        relay_verbs=frozenset(data["relay_verbs"]),
        spoken_to=frozenset(data["spoken_to"]),
    )
