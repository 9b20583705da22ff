"""Plans and cancellations that their own sentence takes back: "had planned to sign but called off the signing"."""

from collections.abc import Iterator

from transforms.events.grammar import conjuncts
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_TURNS = ("but", "yet", "before", "until", "only")
_UP_TO = ("before", "until")
_GOVERNED = ("xcomp", "acomp", "ccomp", "oprd")
_SAME_WORD = 4  # letters that a verb and its noun share: "sign", "signing"


def is_given_up(trigger: Trigger) -> bool:
    """Whether the sentence goes on to say that nothing came of the plan for the event."""
    if all(token.lower_ not in _TURNS for token in trigger.token.sent):
        return False
    return any(
        _gives_up(clause, trigger) or _does_not_happen(clause)
        for verb in _plan(trigger.anchor)
        for clause in _turns(verb)
        if clause.i > trigger.token.i
    )


def took_place_after_all(refusal: Token) -> bool:
    """Whether what was called off is then said to have taken place: "was postponed twice but went ahead"."""
    return any(
        clause.lemma_ in lexicon().occurring and not _is_negated(clause)
        for clause in conjuncts(refusal)
        if clause != refusal and clause.tag_ in ("VBD", "VBN", "VBZ")
    )


def _plan(verb: Token) -> Iterator[Token]:
    """The event's verb, and those above it by which it was planned."""
    yield verb
    while verb.dep_ in _GOVERNED and verb.head != verb:
        verb = verb.head
        yield verb


def _turns(verb: Token) -> Iterator[Token]:
    """The clauses that turn against what a verb tells, and what they say was to be done: "but had to be postponed"."""
    is_opposed = any(child.lower_ in ("but", "yet") for child in verb.children if child.dep_ == "cc")
    for child in verb.children:
        if child.dep_ == "conj" and is_opposed:
            for clause in conjuncts(child):
                yield clause
                yield from (grand for grand in clause.children if grand.dep_ == "xcomp" and clause.lemma_ == "have")
                is_report = clause.lemma_ in lexicon().reporting
                yield from (grand for grand in clause.children if grand.dep_ == "ccomp" and is_report)
        elif child.dep_ == "advcl" and any(mark.lower_ in (*_UP_TO, "only") for mark in child.lefts):
            yield child
        elif child.dep_ == "prep" and child.lower_ in _UP_TO:
            yield from (grand for grand in child.children if grand.dep_ == "pcomp")


def _gives_up(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb calls off the event, the plan for it, or what it does not name: "withdrew"."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if verb.lemma_ == "change" and any(thing.lemma_ == "mind" for thing in things):
        return True
    is_passive = any(child.dep_ == "auxpass" for child in verb.children)
    if is_passive and governor_effect(verb) == "negated":
        return all(thing.pos_ == "PRON" for thing in things)  # "but were stopped by the army"
    if governor_effect(verb) != "cancelled" or _is_negated(verb):
        return False
    things += [
        grand
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in ("of", "from")
        for grand in child.children
        if grand.dep_ == "pobj"
    ]
    return all(_is_meant(thing, trigger) for thing in things)


def _is_meant(thing: Token, trigger: Trigger) -> bool:
    lemma = thing.lemma_.lower()
    if thing.pos_ == "PRON" or lemma in lexicon().arranged:
        return True
    if lemma[:_SAME_WORD] == trigger.token.lemma_.lower()[:_SAME_WORD]:
        return True
    patterns = lexicon().plover.nouns.get(lemma, ())
    return any(pattern.event_type == trigger.pattern.event_type for pattern in patterns)


def _does_not_happen(verb: Token) -> bool:
    """As in "but it never took place", "but they did not"."""
    if any(child.lower_ == "did" and _is_negated(child) and child.right_edge.i < verb.i for child in verb.children):
        return True  # "but did not, citing …"
    return _is_negated(verb) and (verb.lemma_ in lexicon().occurring or verb.lemma_ == "do")


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
