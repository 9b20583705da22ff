"""Triggers: the verbs and nouns of a sentence that name an event, by the patterns of the lexicon."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from transforms.events.argument_words import has_particle, hyphenated, nouns_of, object_words
from transforms.events.fitting import fits
from transforms.events.grammar import Frame, verb_frame
from transforms.events.lexicon import EVENT_CLASSES, Lexicon, Pattern, Patterns, lexicon
from transforms.events.noun_frames import noun_frame
from transforms.events.passives import is_in_headline
from transforms.events.swallowed import swallowed_frame
from transforms.parsing.tokens import Span, Token


@dataclass(slots=True)
class Trigger:
    """One word that names an event, with the pattern that says which, and the verb that carries its clause.

    `anchor` is the word itself for a verb and the verb above it for a noun; `role` what that verb is to the noun;
    `others` are the patterns still to be tried where this one does not find the parties that it needs.
    """

    token: Token
    pattern: Pattern
    frame: Frame
    role: str | None = None
    consumed: list[Token] = field(default_factory=list)
    others: Sequence[Pattern] = ()

    @property
    def anchor(self) -> Token:
        """The word whose tense, negation and modifiers are the event's own."""
        return self.frame.head


def eventful_words(sentence: Span) -> list[Token]:
    """The words of a sentence that a pattern may fit, PLOVER's or that of a happening."""
    nouns, verb_cues = lexicon().event_nouns, lexicon().verb_cues
    doc, start, end = sentence.doc, sentence.start, sentence.end
    found: list[Token] = []
    around: set[str] = set()
    classes, lemmas, tokens = doc.classes, doc.lemmas, doc.tokens
    has_hyphen = "-" in doc.texts[max(0, start - 1) : end]
    for i in [i for i, word_class in enumerate(classes[start:end], start) if word_class in EVENT_CLASSES]:
        lemma = lemmas[i].lower()
        if classes[i] in ("NOUN", "PROPN"):
            is_verb = lemma in verb_cues and tokens[i].dep_ == "ROOT"  # as the parser misreads headlines
            if lemma in nouns or is_verb or (has_hyphen and _is_tied(tokens[i])):
                found.append(tokens[i])
        elif lemma in verb_cues:
            cues = verb_cues[lemma]
            around = around or (_words_of(sentence) if cues else around)
            if not cues or not cues.isdisjoint(around):
                found.append(tokens[i])
        elif tokens[i].lower_ in nouns and _is_nominal(tokens[i]):
            found.append(tokens[i])
    return found


def _words_of(sentence: Span) -> set[str]:
    """The words by which patterns know arguments: as they stand, their lemmas, and those that a hyphen ties together."""
    doc, start, end = sentence.doc, sentence.start, sentence.end
    words = set(doc.lowers[start:end])
    words.update([lemma.lower() for lemma in {*doc.lemmas[start:end]} - words])
    words.update([token.lower_[:-1] for token in sentence if token.tag_ == "NNPS"])  # "Guards", whose lemma is itself
    if "-" in words or _is_tied(doc.tokens[start]):
        words.update([hyphenated(token) for token in sentence if _is_tied(token)])
    return words


def find_triggers(sentence_words: Sequence[Token], patterns: Patterns, taken: Collection[int] = ()) -> list[Trigger]:
    """The triggers among the `eventful_words` of a sentence, in order.

    Nouns that a verb's pattern has taken into account are left out; tokens at the positions `taken` are passed over.
    """
    found = [
        trigger
        for token in sentence_words
        if token.i not in taken and (trigger := _trigger_of(token, patterns)) is not None
    ]
    if not found:
        return found
    consumed = {token.i for trigger in found for token in trigger.consumed}
    types = {trigger.token.i: trigger.pattern.event_type for trigger in found}
    return [trigger for trigger in found if trigger.token.i not in consumed and not _is_manner(trigger, types)]


def _trigger_of(token: Token, patterns: Patterns) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        return _nominal_trigger(token, lemma, patterns)
    if _is_nominal(token) and token.lower_ in patterns.nouns:
        return _match_noun(token, patterns.nouns[token.lower_], lexicon())
    if lemma not in patterns.verbs:
        return None
    frame = swallowed_frame(token)
    if frame is None and token.dep_ not in ("amod", "compound", "prep"):
        frame = verb_frame(token.head if token.dep_ == "aux" else token)
    return _match_verb(token, frame, patterns.verbs[lemma]) if frame else None


def _nominal_trigger(noun: Token, lemma: str, patterns: Patterns) -> Trigger | None:
    """The trigger of a noun, also of one that the parser made of a headline's verb."""
    verbs, nouns, words = patterns.verbs, patterns.nouns, lexicon()
    if lemma in verbs and _has_arguments(noun):
        return _match_verb(noun, verb_frame(noun), verbs[lemma])
    named = (_is_tied(noun) and nouns.get(hyphenated(noun))) or nouns.get(lemma)
    if named and noun.dep_ not in ("compound", "nmod") and not _counts_events(noun, patterns, words):
        return _match_noun(noun, named, words)
    is_open = patterns is words.happenings or any(child.dep_ == "prt" for child in noun.rights)  # "Chief steps down"
    if lemma in verbs and is_open and _is_misread(noun):
        return _match_verb(noun, _misread_frame(noun), verbs[lemma])
    return None


def _is_manner(trigger: Trigger, types: Mapping[int, str | None]) -> bool:
    """Whether a noun says only how something of its type is done: "walked off the job in protest"."""
    noun = trigger.token
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or any(child.dep_ == "det" for child in noun.lefts):
        return False  # "stopped work in a strike at the mine"
    return types.get(noun.head.head.i, "") == trigger.pattern.event_type


def _is_misread(word: Token) -> bool:
    """Whether the parser took the verb of a headline for a noun: "Bus plunges into a ravine", "Two trains collide"."""
    return (
        word.dep_ == "ROOT"
        and word.tag_ in ("NN", "NNS")
        and is_in_headline(word)
        and any(child.dep_ in ("compound", "nmod") for child in word.lefts)
        and all(token.pos_ not in ("VERB", "AUX") for token in word.sent)
    )


def _has_arguments(word: Token) -> bool:
    """Whether the parser gave a noun at the top of a headline the subject and the object of a verb: "Gunmen storm hotel"."""
    if word.dep_ != "ROOT" or word.tag_ not in ("NN", "NNS"):
        return False
    return {"nsubj", "dobj"} <= {child.dep_ for child in word.children}


def _is_nominal(word: Token) -> bool:
    """Whether a gerund is the subject of what goes on: "Fighting continued near A"."""
    return (
        word.tag_ == "VBG"
        and word.dep_ in ("nsubj", "nsubjpass")
        and all(child.dep_ in ("det", "amod", "compound", "prep", "poss") for child in word.children)
    )


def _misread_frame(verb: Token) -> Frame:
    frame = verb_frame(verb)
    frame.subjects = [child for child in verb.lefts if child.dep_ in ("compound", "nmod")][-1:]
    return frame


def _is_tied(word: Token) -> bool:
    """Whether a hyphen ties it to the word before: "fire" in "cease-fire"."""
    return word.i > 1 and word.doc.texts[word.i - 1] == "-"


def _counts_events(noun: Token, patterns: Patterns, words: Lexicon) -> bool:
    """Whether the event is named by what the noun counts: "the second round of talks" is one event, the talks."""
    return noun.lemma_ in words.group_head and any(
        grand.pos_ in EVENT_CLASSES and grand.lemma_.lower() in patterns.nouns
        for child in noun.rights
        if child.lower_ == "of"
        for grand in child.children
    )


def _match_verb(verb: Token, frame: Frame, patterns: Sequence[Pattern]) -> Trigger | None:
    objects = object_words(frame.objects) if frame.objects else frozenset()
    for position, pattern in enumerate(patterns):
        if pattern.object and objects.isdisjoint(pattern.object):
            continue
        if pattern.particle and not has_particle(verb, frame, pattern.particle):
            continue
        if objects and not pattern.not_object.isdisjoint(objects):
            continue
        if fits(pattern, verb, frame):
            consumed = [] if pattern.keeps_object or not pattern.object else nouns_of(frame.objects)
            if verb.dep_ in ("pcomp", "advcl"):
                # "the talks resumed after being suspended": what is told of the talks above is of its own
                consumed = [noun for noun in consumed if verb.left_edge.i <= noun.i <= verb.right_edge.i]
            return Trigger(verb, pattern, frame, consumed=consumed, others=patterns[position + 1 :])
    return None


def _match_noun(noun: Token, patterns: Sequence[Pattern], words: Lexicon) -> Trigger | None:
    return _fit_noun(noun, *noun_frame(noun, words), patterns)


def _fit_noun(noun: Token, frame: Frame, role: str | None, patterns: Sequence[Pattern]) -> Trigger | None:
    around = object_words([noun], own=False)
    owned = "possessor" in frame.prepositions  # "Norway's apology to Chad came on Monday"
    for position, pattern in enumerate(patterns):
        if "light" in pattern.needs and role not in ("light", "receptive") and not (owned and role == "occurring"):
            continue
        if (pattern.object and around.isdisjoint(pattern.object)) or not around.isdisjoint(pattern.not_object):
            continue
        if fits(pattern, noun, frame):
            return Trigger(noun, pattern, frame, role, others=patterns[position + 1 :])
    return None


def next_reading(trigger: Trigger) -> Trigger | None:
    """The same word by the next pattern that fits it."""
    if not trigger.others:
        return None
    if trigger.anchor == trigger.token and trigger.token.pos_ not in ("NOUN", "PROPN"):
        return _match_verb(trigger.token, trigger.frame, trigger.others)
    return _fit_noun(trigger.token, trigger.frame, trigger.role, trigger.others)
