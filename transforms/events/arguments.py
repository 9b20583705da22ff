"""The arguments of a trigger, by the names that patterns give to the slots of its frame."""

from collections.abc import Iterator

from transforms.events.grammar import add_prepositions, verb_frame
from transforms.events.lexicon import lexicon
from transforms.events.noun_frames import counting_noun
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_COMPLEMENT_SLOTS = ("with", "to", "against", "on", "from", "into")


def slot(trigger: Trigger, name: str) -> list[Token]:
    """The heads of the phrases that fill a slot of the trigger's frame."""
    frame = trigger.frame
    if name == "subject":
        return frame.subjects
    if name in ("object", "owner"):
        return frame.objects if trigger.anchor == trigger.token else []
    if name == "speaker":
        return verb_frame(frame.head.head).subjects
    if name == "dative":
        return frame.datives
    if name == "embedded":
        clauses = (verb for verb in frame.complements if verb.dep_ == "ccomp" or _has_subject(verb))
        return [subject for verb in clauses for subject in verb_frame(verb).subjects]
    if name == "complement":
        return _complement_arguments(trigger)
    found = list(frame.prepositions.get(name, ()))
    if not found and trigger.anchor == trigger.token:
        # "imposed sanctions on A", "called for sanctions against A"
        slots: dict[str, list[Token]] = {}
        required = [head for one in trigger.pattern.preposition for head in frame.prepositions.get(one, ())]
        for head in (*frame.objects, *required):
            for counted in _counted(head):
                add_prepositions(slots, counted)
        found = slots.get(name, [])
    return found


def _has_subject(verb: Token) -> bool:
    """As in "helped A repair it", where the parse may have no clause."""
    return any(child.dep_ == "nsubj" for child in verb.lefts)


def _counted(head: Token) -> Iterator[Token]:
    """A noun, and what it counts: "dozens of paintings"."""
    yield head
    if head.lemma_ in lexicon().group_head:
        for child in head.rights:
            if child.lower_ == "of":
                yield from child.children


def _complement_arguments(trigger: Trigger) -> list[Token]:
    for verb in trigger.frame.complements:
        return _arguments_of_complement(verb)
    return []


def _arguments_of_complement(verb: Token) -> list[Token]:
    """Whom an act that is refused, promised or threatened would be done to; for "let X do" and "agree to meet Y" X and Y."""
    inner = verb_frame(verb)
    founded = verb.lemma_ in lexicon().founding
    found = [*([] if founded else inner.objects), *inner.datives]
    for name in _COMPLEMENT_SLOTS:
        found += inner.prepositions.get(name, [])
    for given in inner.objects:
        found += (grand for child in given.rights if child.lower_ == "to" for grand in child.children)
    if found:
        return found
    for deeper in inner.complements:
        subjects = verb_frame(deeper).subjects if deeper.dep_ == "ccomp" else []
        return subjects or _arguments_of_complement(deeper)
    return []


def after_dateline(head: Token, body_start: int) -> list[Token]:
    """The nouns of the text proper that the parser has hung on a word of the dateline."""
    return [
        token
        for token in head.subtree
        if token.idx >= body_start and token.head.idx < body_start and token.pos_ in ("NOUN", "PROPN")
    ]


def is_mutual(trigger: Trigger) -> bool:
    """Whether the parties act upon "each other" or "one another"."""
    targets = [*trigger.frame.objects, *(token for found in trigger.frame.prepositions.values() for token in found)]
    return any(
        target.lower_ in ("other", "another") and any(child.lower_ in ("each", "one") for child in target.lefts)
        for target in targets
    )


def is_definite(noun: Token) -> bool:
    """Whether a meeting noun takes up a meeting told of: "the talks", "this round", "the next meeting"."""
    return any(child.lower_ in lexicon().taking_up for child in counting_noun(noun).lefts)
