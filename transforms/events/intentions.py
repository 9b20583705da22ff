"""Declared intentions: what a party says it will do, or will not do, is itself an event.

PLOVER, like CAMEO before it, codes the declaration: a cooperative act that a party says it will do is AGREE, a hostile
one THREATEN, and a cooperative one that it says it will not do REJECT. The act itself stays a mention of its own,
planned or negated. What two parties are going to do, though nobody is told to have said so, is coded AGREE as well: not
as a declaration that has been made, but as the same plan under a second type.
"""

from schemas.plover import EVENT_TYPES
from schemas.record import record
from transforms.events.grammar import SUBJECTS, is_denied, verb_frame
from transforms.events.lexicon import lexicon
from transforms.events.parties import Parties, PartyFinder
from transforms.events.triggers import Trigger
from transforms.events.verb_status import is_condition
from transforms.parsing.tokens import Token

_SURELY = ("will", "shall", "'ll", "’ll")
_WILL = ("will", "would", "shall", "wo", "'ll", "’ll")
_THREAT_MODES = {
    "COERCE": "restrict",
    "SANCTION": "relations",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": None,
}


@record()
class Declared:
    """Type and mode of a declaration; without `is_made` it is only another type of the act that is planned."""

    event_type: str
    mode: str | None = None
    is_made: bool = True


def declared_type(trigger: Trigger, status: str, parties: Parties, finder: PartyFinder) -> Declared | None:
    """The declaration that a planned or refused act amounts to, or None where nobody declares it."""
    event_type = trigger.pattern.event_type
    verb = trigger.anchor
    if (
        event_type is None
        or not parties.actors
        or trigger.frame.passive
        or verb.pos_ != "VERB"
        or trigger.role in ("occurring", "receptive")
    ):
        return None
    cooperative = EVENT_TYPES[event_type].quad in (1, 2) and event_type != "AGREE"
    if status == "negated" and cooperative and _will(verb) and is_denied(verb):
        return Declared("REJECT")
    is_announced = _is_willing(verb) or (_will(verb) and _own_words(verb, finder))
    is_vowed = status == "planned" and _is_vowed(trigger)
    if event_type in _THREAT_MODES and (is_vowed or (is_announced and _is_on_condition(verb, status))):
        return Declared("THREATEN", _THREAT_MODES[event_type])
    is_between_two = cooperative and verb.dep_ == "ROOT" and _will(verb, _SURELY) and _are_two(parties)
    if status != "planned" or not (is_announced or is_between_two):
        return None
    if cooperative:
        # One side's word that there will be a meeting is no agreement to meet.
        return Declared("AGREE", is_made=is_announced and event_type != "CONSULT")
    return Declared("THREATEN", _THREAT_MODES[event_type]) if event_type in _THREAT_MODES else None


def _is_vowed(trigger: Trigger) -> bool:
    """As in "vowed to carry out more attacks", "plan to go on strike"."""
    verb, words = trigger.anchor, lexicon()
    if verb.dep_ != "xcomp":
        return False
    is_protest = trigger.pattern.event_type == "PROTEST"
    return verb.head.lemma_ in words.vowing or (is_protest and verb.head.lemma_ in words.planning)


def _is_on_condition(verb: Token, status: str) -> bool:
    """As in "said it would strike unless they left"."""
    return status == "hypothetical" and _will(verb) and any(map(is_condition, verb.children))


def _are_two(parties: Parties) -> bool:
    return len({*parties.actors, *parties.recipients}) > 1


def _will(verb: Token, words: tuple[str, ...] = _WILL) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in words for child in verb.children)


def _is_willing(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in lexicon().willing


def _own_words(verb: Token, finder: PartyFinder) -> bool:
    """Whether the one who reports the act is the one who will do it, or speaks for them."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    report = (
        verb.head
        if verb.dep_ == "ccomp"
        else next((c for c in verb.children if c.dep_ in ("parataxis", "ccomp")), verb)
    )
    if report == verb or report.lemma_ not in lexicon().reporting:
        return False
    doers = verb_frame(verb).subjects
    speakers = [child for child in report.children if child.dep_ in SUBJECTS]
    for doer in doers:
        for speaker in speakers:
            if doer.lower_ in ("it", "they", "he", "she", "we", "i"):
                return True
            if any(child.tag_ == "PRP$" for child in speaker.lefts):
                return True  # "A will meet B, its minister said"
            if set(finder.names(doer)) & {*finder.names(speaker), *finder.names(speaker, "owner")}:
                return True  # "A will meet B, A's office said"
            first, second = finder.entity(doer), finder.entity(speaker)
            if first and second and (first == second or (first.country and first.country == second.country)):
                return True
            if doer.lemma_.lower() in lexicon().agents and not any(
                child.dep_ in ("amod", "compound", "poss") for child in doer.children
            ):
                return True
    return False
