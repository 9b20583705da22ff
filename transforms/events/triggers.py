"""Triggers: the verbs and nouns of a sentence that name an event, by the patterns of the lexicon."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from transforms.events.grammar import Frame, add_prepositions, conjuncts, verb_frame
from transforms.events.lexicon import Lexicon, Pattern, Patterns, lexicon
from transforms.tokens import Span, Token

_PREMODIFIERS = ("compound", "amod", "nmod", "poss")
_EVENT_CLASSES = frozenset(("VERB", "AUX", "NOUN", "PROPN"))
_NOMINAL_OBJECT = ("dobj", "nsubjpass", "attr", "oprd")


@dataclass(slots=True)
class Trigger:
    """One word that names an event, with the pattern that says which, and the verb that carries its clause.

    `anchor` is the word itself for a verb and the verb above it for a noun; `role` what that verb is to the noun.
    """

    token: Token
    pattern: Pattern
    frame: Frame
    role: str | None = None
    consumed: list[Token] = field(default_factory=list)

    @property
    def anchor(self) -> Token:
        """The word whose tense, negation and modifiers are the event's own."""
        return self.frame.head


def find_triggers(sentence: Span, patterns: Patterns, taken: Collection[int] = ()) -> list[Trigger]:
    """The triggers of a sentence, in order, without the nouns that a verb's pattern has taken into account.

    Tokens at the positions `taken` are passed over.
    """
    words = lexicon()
    found: list[Trigger] = []
    frames: dict[int, Frame] = {}
    for token in sentence:
        trigger = None
        word_class = token.pos_
        if word_class not in _EVENT_CLASSES or token.i in taken:
            continue
        lemma = token.lemma_.lower()
        if word_class in ("NOUN", "PROPN"):
            named = patterns.nouns.get(hyphenated(token)) or patterns.nouns.get(lemma)
            if named and token.dep_ not in ("compound", "nmod") and not _counts_events(token, patterns, words):
                trigger = _match_noun(token, named, words)
        elif lemma in patterns.verbs:
            frame = frames.setdefault(token.i, verb_frame(token.head if token.dep_ == "aux" else token))
            trigger = _match_verb(token, frame, patterns.verbs[lemma])
        if trigger:
            found.append(trigger)
    consumed = {token.i for trigger in found for token in trigger.consumed}
    return [trigger for trigger in found if trigger.token.i not in consumed]


def _counts_events(noun: Token, patterns: Patterns, words: Lexicon) -> bool:
    """Whether the event is named by what the noun counts: "the second round of talks" is one event, the talks."""
    return noun.lemma_ in words.group_head and any(
        grand.lemma_.lower() in patterns.nouns
        for child in noun.rights
        if child.lower_ == "of"
        for grand in child.children
    )


def _match_verb(verb: Token, frame: Frame, patterns: Sequence[Pattern]) -> Trigger | None:
    if verb.dep_ in ("amod", "compound"):
        return None
    for pattern in patterns:
        if pattern.particle and not _has_particle(verb, frame, pattern.particle):
            continue
        objects = object_words(frame.objects)
        if pattern.object and objects.isdisjoint(pattern.object):
            continue
        if pattern.not_object and not pattern.not_object.isdisjoint(objects):
            continue
        if _fits(pattern, verb, frame):
            consumed = [] if pattern.keeps_object or not pattern.object else _nouns_of(frame.objects)
            return Trigger(verb, pattern, frame, consumed=consumed)
    return None


def _fits(pattern: Pattern, word: Token, frame: Frame) -> bool:
    """Whether the constraints that verbs and nouns share hold."""
    return (
        _fits_prepositions(pattern, word, frame)
        and _fits_subject(pattern, frame)
        and _fits_complements(pattern, frame)
        and not (pattern.context and _context(word, frame).isdisjoint(pattern.context))
        and all(_NEEDS[need](frame) for need in pattern.needs if need in _NEEDS)
    )


def _fits_prepositions(pattern: Pattern, word: Token, frame: Frame) -> bool:
    slots = frame.prepositions
    if pattern.preposition:
        targets = [token for name in pattern.preposition for token in slots.get(name, ())]
        if not targets and not _has_particle(word, frame, *pattern.preposition):
            return False
        if pattern.preposition_object and object_words(targets).isdisjoint(pattern.preposition_object):
            return False
    return not any(name in slots for name in pattern.not_preposition)


def _fits_subject(pattern: Pattern, frame: Frame) -> bool:
    if not (pattern.subject or pattern.not_subject):
        return True
    subjects = object_words(frame.subjects)
    return not (pattern.subject and subjects.isdisjoint(pattern.subject)) and pattern.not_subject.isdisjoint(subjects)


def _fits_complements(pattern: Pattern, frame: Frame) -> bool:
    if not (pattern.complement or pattern.not_complement):
        return True
    verbs = {verb.lemma_ for verb in _complement_verbs(frame)}
    if pattern.complement and verbs.isdisjoint(pattern.complement) and not (verbs and "*" in pattern.complement):
        return False
    infinitives = {verb.lemma_ for verb in _complement_verbs(frame) if verb.dep_ != "ccomp"}
    if infinitives and "*" in pattern.not_complement:
        return False
    return infinitives.isdisjoint(pattern.not_complement)


def _is_negated(frame: Frame) -> bool:
    return any(child.dep_ == "neg" for child in frame.head.children)


def _is_future(frame: Frame) -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in ("will", "would", "shall", "wo") for child in frame.head.children
    )


def _is_reported(frame: Frame) -> bool:
    verb = frame.head
    return verb.dep_ == "ccomp" and verb.head.lemma_ in lexicon().reporting


def _is_ordering(frame: Frame) -> bool:
    """Whether what is told is to be done: "told them to leave", "told him that he must go"."""
    return any(
        verb.dep_ == "xcomp" or any(child.lower_ in ("must", "should") for child in verb.children)
        for verb in frame.complements
    )


def _is_guilty(frame: Frame) -> bool:
    """Whether a court's finding is of guilt: "found them guilty", "was found guilty"."""
    verbs = (frame.head, *frame.complements)
    found = [child for verb in verbs for child in (verb, *verb.children) if child.lower_ in ("guilty", "liable")]
    return any(child.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "amod", "advcl") for child in found)


def _asks_for_something(frame: Frame) -> bool:
    """Whether asking is requesting, not putting a question: "asked why", "asked whether"."""
    clauses = [verb for verb in frame.complements if verb.dep_ == "ccomp"]
    return not any(
        child.tag_ in ("WRB", "WP", "WDT") or (child.dep_ == "mark" and child.lower_ in ("if", "whether"))
        for verb in clauses
        for child in verb.lefts
    )


def _is_custody(frame: Frame) -> bool:
    return not object_words(
        [t for name in ("in", "into", "under") for t in frame.prepositions.get(name, ())]
    ).isdisjoint(("custody", "detention", "arrest", "captivity"))


# What a pattern can need of its clause; the needs that concern parties are decided when these are known.
_NEEDS: dict[str, Callable[[Frame], bool]] = {
    "passive": lambda frame: frame.passive,
    "object": lambda frame: bool(frame.objects),
    "negated": _is_negated,
    "future": _is_future,
    "unwilling": lambda frame: _is_negated(frame) and _is_future(frame),
    "reported": _is_reported,
    "custody": _is_custody,
    "ordering": _is_ordering,
    "guilty": _is_guilty,
    "no-question": _asks_for_something,
    "between": lambda frame: any(
        child.lower_ == "between" for head in (frame.head, *frame.objects) for child in head.rights
    ),
}


def _match_noun(noun: Token, patterns: Sequence[Pattern], words: Lexicon) -> Trigger | None:
    frame, role = noun_frame(noun, words)
    for pattern in patterns:
        if "light" in pattern.needs and role not in ("light", "receptive"):
            continue
        if pattern.object and object_words([noun], own=False).isdisjoint(pattern.object):
            continue
        if _fits(pattern, noun, frame):
            return Trigger(noun, pattern, frame, role)
    return None


def noun_frame(noun: Token, words: Lexicon) -> tuple[Frame, str | None]:
    """The arguments of a noun, and of the light verb that carries it, if one does.

    The role is `light` ("held talks"), `receptive` ("faces criticism"), `occurring` ("the talks took place") or None.
    """
    anchor, role = _carrier(noun, words)
    frame = verb_frame(anchor) if anchor else Frame(noun)
    if anchor:
        frame.objects = [noun]
    add_prepositions(frame.prepositions, noun)
    if "between" not in frame.prepositions:
        _share_between(frame, noun)
    aside = anchor and anchor.lemma_ in words.telling | words.hosting and "with" not in frame.prepositions
    if role == "occurring" or aside:
        frame.subjects.clear()
    for child in noun.children:
        if child.dep_ == "poss":
            frame.prepositions.setdefault("possessor", []).append(child)
        elif child.dep_ in ("compound", "amod", "nmod"):
            frame.prepositions.setdefault("modifier", []).append(child)
    return frame, role


def _share_between(frame: Frame, noun: Token) -> None:
    """Let "secret meetings and exchanges between A and B" be both between A and B."""
    for sibling in (*noun.rights, noun.head):
        first, last = sorted((noun, sibling), key=lambda token: token.i)
        is_pair = last.dep_ == "conj" and last.head == first and not any(child.dep_ == "det" for child in last.lefts)
        if is_pair and all(token.text != "," for token in noun.doc[first.i : last.i]):
            shared: dict[str, list[Token]] = {}
            add_prepositions(shared, sibling)
            if shared.get("between") and shared["between"][0].i > last.i:
                frame.prepositions["between"] = shared["between"]


def _carrier(noun: Token, words: Lexicon) -> tuple[Token | None, str | None]:
    head_noun = noun
    while head_noun.dep_ == "conj" and head_noun.head.pos_ in ("NOUN", "PROPN"):
        head_noun = head_noun.head
    if head_noun.dep_ == "pobj" and head_noun.head.lower_ == "of" and head_noun.head.head.lemma_ in words.group_head:
        head_noun = head_noun.head.head
    verb = head_noun.head
    for relative in relative_verbs(noun) if head_noun == noun else (*relative_verbs(noun), *relative_verbs(head_noun)):
        if relative.dep_ == "relcl" and relative.lemma_ in words.occurring:
            return relative, "occurring"
    if verb.pos_ not in ("VERB", "AUX") or (verb.lemma_ in words.following and head_noun.dep_ == "dobj"):
        return None, None
    if head_noun.dep_ in _NOMINAL_OBJECT:
        return _object_carrier(noun, verb, words)
    return (verb, "occurring") if head_noun.dep_ == "nsubj" and verb.lemma_ in words.occurring else (None, None)


def _object_carrier(noun: Token, verb: Token, words: Lexicon) -> tuple[Token | None, str | None]:
    if verb.lemma_ in words.rebutting and noun.lemma_.lower() in words.charge:
        return verb, "receptive"
    if verb.lemma_ in words.light:
        return verb, "light"
    return (verb, "receptive") if verb.lemma_ in words.receptive else (None, None)


def relative_verbs(noun: Token) -> Iterator[Token]:
    """The verbs of "a meeting (in Oslo) that took place …" and of "… that was supposed to take place …"."""
    words = lexicon()
    below = [
        one
        for child in noun.children
        if child.dep_ == "prep"
        for grand in child.children
        if grand.dep_ == "pobj"
        for one in conjuncts(grand)
        if one.pos_ == "PROPN" or child.lower_ in ("between", "with")
    ]
    for child in (*noun.children, *(clause for name in below for clause in name.children)):
        if child.dep_ == "relcl" and child.lemma_ in words.occurring:
            yield child
        elif child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in words.light:
            yield child  # "an operation, launched on 3 May"
        elif child.dep_ in ("relcl", "acl") and (child.lemma_ in words.due or _is_to_occur(child)):
            yield child
            yield from (verb for verb in child.children if verb.dep_ == "xcomp")


def _is_to_occur(verb: Token) -> bool:
    """As in "a meeting that was to take place in Oslo"."""
    return verb.lemma_ == "be" and any(
        child.dep_ == "xcomp" and child.lemma_ in lexicon().occurring for child in verb.children
    )


def object_words(heads: Sequence[Token], *, own: bool = True) -> set[str]:
    """The lower-case lemmas by which an argument can be recognized: heads, their modifiers, and what "a series of" counts."""
    found: set[str] = set()
    for first in heads:
        for head in conjuncts(first):
            if own:
                found.update((head.lemma_.lower(), head.lower_, hyphenated(head)))
            for child in head.children:
                if child.dep_ in _PREMODIFIERS or child.dep_ in ("quantmod", "nummod"):
                    found.add(child.lemma_.lower())
                    found.update(
                        grand.lemma_.lower() for grand in child.children if grand.dep_ in (*_PREMODIFIERS, "quantmod")
                    )
                elif child.dep_ == "prep" and (child.lower_ == "of" or (child.lower_ in ("in", "to") and not own)):
                    found.update(word.lemma_.lower() for grand in child.children for word in conjuncts(grand))
    return found


def hyphenated(noun: Token) -> str:
    """The lemma of a noun with what a hyphen ties to it, which the tokenizer splits: "cease-fire", "sit-in"."""
    tokens, position = noun.doc.tokens, noun.i
    if position > 1 and tokens[position - 1].text == "-":
        return f"{tokens[position - 2].lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


def _nouns_of(heads: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for first in heads:
        for head in conjuncts(first):
            found.append(head)
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    found.extend(child.children)
    return found


def _complement_verbs(frame: Frame) -> Iterator[Token]:
    for complement in frame.complements:
        yield from conjuncts(complement)


def _context(word: Token, frame: Frame) -> set[str]:
    """The lemmas around a word: those of its own phrase, and for an argument those of the phrase of its head."""
    found = frame.contexts.get(word.i)
    if found is None:
        top = word.head if word.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj") else word
        found = {token.lemma_.lower() for token in word.doc[top.left_edge.i : top.right_edge.i + 1]}
        frame.contexts[word.i] = found
    return found


def _has_particle(verb: Token, frame: Frame, *particles: str) -> bool:
    if not frame.particles.isdisjoint(particles):
        return True
    return any(
        child.lower_ in particles
        and child.dep_ in ("prep", "advmod", "prt")
        and not any(grand.ent_type_ in ("DATE", "TIME") for grand in child.children)
        for child in verb.children
    )
