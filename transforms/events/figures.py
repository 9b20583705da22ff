"""Which verbs tell of prices, amounts and evidence rather than of what somebody did: "shares declined 5p", "oil rallied"."""

from collections.abc import Iterator

from transforms.events.grammar import Frame, conjuncts
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_SIZES = ("MONEY", "PERCENT", "QUANTITY", "CARDINAL")
_ATTACKED = frozenset(("market", "street"))  # what also has people in it
_OF_PEOPLE = ("SUPPORT", "REQUEST", "ASSAULT")


def is_no_act(trigger: Trigger) -> bool:
    """Whether a verb has a figure as its subject, is done to one as it is to people and states alone, or tells how much."""
    verb, frame = trigger.token, trigger.frame
    if verb.pos_ != "VERB" or trigger.pattern.event_type is None:
        return False
    if verb.lower_ == "opposed" and verb.i and verb.nbor(-1).lower_ == "as":
        return True  # "floating systems as opposed to fixed ones"
    words = lexicon()
    if any(head.lemma_.lower() in words.figure for head in _all(frame.subjects)):
        return True
    is_restricted = trigger.pattern.mode == "restrict" and frame.passive
    if trigger.pattern.event_type in _OF_PEOPLE or is_restricted:
        moved = (words.figure | words.flow) - words.request_thing  # a demand may be backed or renewed
        moved = moved - _ATTACKED if trigger.pattern.event_type == "ASSAULT" else moved
        if any(head.lemma_.lower() in moved for head in _all(frame.objects)):
            return True
    return verb.lemma_ in words.varying and _gives_size(frame)


def _all(heads: list[Token]) -> Iterator[Token]:
    for head in heads:
        yield from conjuncts(head)


def _is_size(head: Token) -> bool:
    return head.text[:1].isdigit() or head.ent_type_ in _SIZES or any(child.dep_ == "nummod" for child in head.lefts)


def _gives_size(frame: Frame) -> bool:
    """Whether it says how much: "declined 5p", "yields 7 pct"; or that something became less: "declined in March"."""
    if any(map(_is_size, frame.objects)):
        return True
    if frame.head.lemma_ != "decline" or frame.objects or frame.complements:
        return False
    return not any(head.ent_type_ == "PERSON" or head.lower_ in ("he", "she", "they") for head in frame.subjects)
