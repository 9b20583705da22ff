"""Subjects that do nothing of their own will: "the decline forces firms to", "the app supports", "his response threatens to".

What is said, allowed, given or forbidden, people and bodies do, and the texts they speak through. A thing or a state of
things as the subject of such a verb tells how matters stand, and no act.
"""

from functools import cache

from transforms.entities.group_nouns import is_actor_noun
from transforms.events.fitting import is_agent
from transforms.events.grammar import conjuncts
from transforms.events.lexicon import lexicon
from transforms.events.parties import Parties, PartyFinder
from transforms.events.passives import is_passive
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_BY_THINGS = ("ASSAULT", "PROTEST", "RETREAT")  # a bomb kills, a march blocks a road, an amnesty frees
_PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "ent", "ant", "eer", "man", "woman", "folk", "kin", "mate", "pal")
_SHORTEST = 6  # letters of a word that such an ending makes one of people: not "order", "paper"
_THINGS = ("this", "everything", "something", "nothing", "anything")


def is_own_affair(trigger: Trigger, parties: Parties) -> bool:
    """Whether somebody only stops what they do themselves: "the charity suspended its work"."""
    pattern, frame = trigger.pattern, trigger.frame
    if (pattern.event_type, pattern.mode) != ("COERCE", "restrict") or frame.passive or parties.recipients:
        return False
    return any(child.lower_ in ("its", "their") for head in frame.objects for child in head.lefts)


def is_of_things(trigger: Trigger, finder: PartyFinder) -> bool:
    """Whether every subject of an act of will is a thing, or what is done or the case."""
    verb, subjects = trigger.token, trigger.frame.subjects
    if verb.pos_ != "VERB" or not subjects or trigger.anchor != verb or trigger.pattern.event_type in _BY_THINGS:
        return False
    if "subject" not in trigger.pattern.actor or verb.dep_ == "acl":
        return False  # "said that the claims were false", "an attempt to bring them together"
    if verb.dep_ == "advcl" and is_passive(verb.head):
        return False  # "the raid was foiled by the army, killing two"
    return all(_is_lifeless(head, finder) for first in subjects for head in conjuncts(first))


def _is_lifeless(head: Token, finder: PartyFinder) -> bool:
    if head.pos_ == "PRON":
        return head.lower_ in _THINGS
    if head.pos_ == "VERB":
        return head.tag_ == "VBG" and head.dep_ == "csubj" and all(child.dep_ != "nsubj" for child in head.lefts)
    if head.pos_ != "NOUN" or finder.entity(head) is not None:
        return False
    if any(child.dep_ == "appos" and finder.entity(child) for child in head.rights):
        return False  # "In this photo, A meets B", as the parser has it
    lemma = head.lemma_.lower()
    return lemma not in _able() and not _is_of_people(lemma) and not is_agent(head) and not is_actor_noun(head)


def _is_of_people(lemma: str) -> bool:
    return len(lemma) >= _SHORTEST and lemma.endswith(_PEOPLE_ENDINGS)


@cache
def _able() -> frozenset[str]:
    """Nouns that stand for those who act: texts, gatherings, vehicles, weapons, and what counts people."""
    words = lexicon()
    return (
        (words.document | words.transport | words.vehicle | words.armed | words.weapon | words.money_talk)
        | words.gathering
        | words.group_head
        | words.voice
        | words.venue
        | words.territory
        | words.place_head
    )
