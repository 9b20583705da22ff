"""What is told of nobody or only thought of: things "taken for granted", help that could be given, calls made by anyone.

What is said, allowed, promised or given is somebody's act, and no news without them; where it only may, should or is meant
to be done, it is an opinion or a purpose, unless both parties are named. What people do to each other is no news of
anything either where neither they nor its day or place are told.
"""

from schemas.event_mentions import ExtractedEvent
from transforms.events.grammar import NTH, is_infinitive
from transforms.events.joint_parties import is_several
from transforms.events.parties import Parties
from transforms.events.triggers import Trigger
from transforms.events.verb_status import FUTURE, MODALS
from transforms.parsing.tokens import Token

_ATTITUDES = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "AID", "COOPERATE"))
_DEALINGS = frozenset(("CONSULT", "RETREAT", "SANCTION", "MOBILIZE", "COERCE"))
_PUBLIC = ("arrest", "curfew", "martial-law", "seize", "resign")  # known by what they are, whoever is behind them
_SELF_EVIDENT = frozenset(("undone", "dated"))  # "failed to agree", "last month's accord"
_WISHING = ("want", "hope", "aim", "seek", "try", "attempt", "need", "wish", "like")


def is_idle(trigger: Trigger, parties: Parties, status: str) -> bool:
    """Whether an act of words or of help is told of nobody, or is only thought of."""
    pattern = trigger.pattern
    if pattern.event_type not in _ATTITUDES or not pattern.needs.isdisjoint(_SELF_EVIDENT) or _is_under_way(trigger):
        return False
    if status == "negated":
        return not parties.actors and (not parties.recipients or _is_modal(trigger.anchor)) and not _has_failed(trigger)
    if not (parties.actors or (parties.recipients and not _is_gerund(trigger.token))):
        return not any(map(is_several, trigger.frame.subjects))
    is_pair = bool(parties.recipients and parties.actors) or len(parties.actors) > 1
    if is_pair or (pattern.mode == "investigate" and parties.actors):
        return False  # experts are sent to investigate
    if status == "hypothetical":
        return True
    return status == "planned" and _is_wish(trigger.anchor)


def _has_failed(trigger: Trigger) -> bool:
    """Whether an agreement was not made, whoever was to make it: "talks ended without a deal", "is yet to be signed"."""
    is_made = trigger.role is not None or bool(trigger.frame.objects)
    return trigger.pattern.event_type == "AGREE" and is_made and not _is_modal(trigger.anchor)


def _is_modal(verb: Token) -> bool:
    """As in "you cannot blame them", "it will not be accepted", "Don't blame them"."""
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    return any(word in (*MODALS, *FUTURE) for word in auxiliaries) or (verb.tag_ == "VB" and verb.dep_ == "ROOT")


def _is_under_way(trigger: Trigger) -> bool:
    """Whether a noun tells what goes on or is begun, whoever does it: "an inquiry opened on Monday"."""
    is_begun = trigger.pattern.mode == "investigate" and trigger.role == "light"
    return is_begun or (trigger.role == "occurring" and trigger.token.pos_ == "NOUN")


def _is_gerund(verb: Token) -> bool:
    """As in "encouraging people to save", not "is encouraging them"."""
    return verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children)


def _is_wish(verb: Token) -> bool:
    """As in "wants to help", "a fund to support the arts", "does it to please them"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in _WISHING
    is_nth = verb.head.lower_ in NTH  # "was the first to help"
    return verb.dep_ in ("advcl", "acl", "relcl") and is_infinitive(verb) and not is_nth


def is_adrift(mention: ExtractedEvent) -> bool:
    """Whether neither parties nor time nor place are told of what is news by these alone."""
    return (
        mention.event_type in _DEALINGS
        and mention.status not in ("cancelled", "negated")
        and mention.mode not in _PUBLIC
        and not (mention.actor_ids or mention.recipient_ids or mention.date_text or mention.place_id)
    )
