"""On which side of publication an event lies, as its verb and its status have it."""

from schemas.plover import HAPPENED
from transforms.dates.reading import Tense
from transforms.events.clause_heads import is_charge, refusal_above
from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.events.passives import is_in_headline
from transforms.events.triggers import Trigger
from transforms.events.verb_status import FUTURE, MODALS
from transforms.parsing.tokens import Token


def event_tense(trigger: Trigger, status: str) -> Tense:
    """On which side of publication an event with this status lies."""
    if status in HAPPENED or is_charge(trigger.anchor):
        may_lie_ahead = _is_present(trigger.anchor) or _is_awaited(trigger.token)
        return "either" if may_lie_ahead else "past"
    if status == "cancelled":
        return "either"  # the talks that had been set for next week, or were dropped last month
    verb = trigger.anchor if trigger.anchor.pos_ in ("VERB", "AUX") else trigger.anchor.head
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "have" in auxiliaries and not auxiliaries.isdisjoint(MODALS):
        return "past"  # "may have met on Monday"
    if status in ("planned", "hypothetical"):
        if _is_past_attempt(verb):
            return "past"
        return "either" if _had_planned(trigger.anchor) else "future"
    if status == "negated":
        if not auxiliaries.isdisjoint((*FUTURE, *MODALS)):
            return "future"  # "must not go ahead on 10 April"
        if refusal_above(trigger):
            return "either"
    return "past"


def _is_awaited(noun: Token) -> bool:
    """Whether a meeting is what something is for, or what comes after: "a venue for the 31 March meeting", "ahead of it"."""
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in lexicon().gathering:
        return False
    above = noun.head
    if above.lower_ == "of":
        return above.head.lower_ == "ahead"
    return above.lower_ in ("before", "until") or (above.lower_ == "for" and above.head.pos_ == "NOUN")


def _is_present(verb: Token) -> bool:
    """Whether a sentence tells it in the present, but no headline: then it may be of a day ahead, "who leaves on 2 May"."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries
    is_present |= verb.tag_ == "VBG" and any(one.lemma_ == "be" and one.tag_ in ("VBZ", "VBP") for one in auxiliaries)
    return is_present and not is_in_headline(verb)


def _is_past_attempt(verb: Token) -> bool:
    """Whether it is what an attempt was for that is over: "a previous bid to reconcile them", "an attempt to meet failed"."""
    noun, words = verb.head, lexicon()
    if verb.dep_ not in ("acl", "relcl") or noun.pos_ != "NOUN":
        return False
    if any(child.lower_ in words.former for child in noun.lefts):
        return True
    return noun.dep_ in SUBJECTS and noun.head.lemma_ in words.failing and noun.head.tag_ == "VBD"


def _had_planned(verb: Token) -> bool:
    """Whether the plan is told as past: "had been due to meet"."""
    while verb.dep_ in ("xcomp", "acomp") and verb.head != verb:
        verb = verb.head
    return any(child.lower_ == "had" for child in verb.children)
