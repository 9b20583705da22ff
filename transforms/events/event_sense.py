"""Whether a trigger speaks of an event rather than of a habit, an opinion or a thing."""

from collections.abc import Iterator

from transforms.events.antecedents import PRONOUNS
from transforms.events.arguments import slot
from transforms.events.figures import is_no_act
from transforms.events.grammar import SUBJECTS, Frame
from transforms.events.idle_talk import is_idle
from transforms.events.joint_parties import is_several, joint_kind
from transforms.events.lexicon import lexicon
from transforms.events.lifeless import is_of_things, is_own_affair
from transforms.events.noun_frames import is_for_a_day
from transforms.events.parties import Parties, PartyFinder
from transforms.events.triggers import Trigger
from transforms.events.verb_status import MODALS, is_plain_present
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token

_OFTEN_HABITS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")  # what people without a name do is no news
# … nor what is asked of nobody or allowed by nobody: "learners are required".
_OFTEN_TERMS = (*_OFTEN_HABITS, "CONCEDE", "REQUEST")


def is_event(trigger: Trigger, parties: Parties, status: str, paragraph: Paragraph, finder: PartyFinder) -> bool:
    """Whether the trigger speaks of an event rather than of a habit, an opinion or a thing."""
    if (
        _lacks_parties(trigger, parties, finder)
        or _is_bidden(trigger.anchor)
        or is_idle(trigger, parties, status)
        or is_own_affair(trigger, parties)
        or is_of_things(trigger, finder)
    ):
        return False
    named = bool(parties.actors or parties.recipients)
    if named and trigger.pattern.event_type in _OFTEN_TERMS and is_plain_present(trigger.anchor):
        named = _are_told(trigger, parties, finder)
        if not named and trigger.token.lemma_ in lexicon().serving and paragraph.kind == "body":
            return False  # "the bank allows customers to pay by phone"
    return not is_no_act(trigger) and not _is_general(trigger, status, named=named, is_body=paragraph.kind == "body")


def _are_told(trigger: Trigger, parties: Parties, finder: PartyFinder) -> bool:
    """Whether the parties of what the plain present tells make it an act rather than a habit, a term or a service."""
    if trigger.token.lemma_ in lexicon().serving:
        return any(map(finder.is_known, parties.actors)) and any(map(finder.is_known, parties.recipients))
    kind = trigger.pattern.event_type
    known = kind not in _OFTEN_HABITS or any(map(finder.is_known, (*parties.actors, *parties.recipients)))
    is_claimed = trigger.anchor.dep_ == "ccomp" and any(head.lower_ in PRONOUNS for head in trigger.frame.subjects)
    return (known or is_claimed) and bool(parties.actors or is_claimed or kind == "CONSULT")


def _lacks_parties(trigger: Trigger, parties: Parties, finder: PartyFinder) -> bool:
    """Whether parties that the pattern needs are not named."""
    needs, frame = trigger.pattern.needs, trigger.frame
    named = bool(parties.actors or parties.recipients)
    two = bool(parties.recipients) or len(parties.actors) > 1
    return (
        (
            "party" in needs
            and not two
            and not any(map(is_several, frame.subjects))
            and not any(map(joint_kind, frame.objects))
        )
        or ("named" in needs and not named)
        or ("actor" in needs and not parties.actors)
        or ("recipient" in needs and not parties.recipients)
        or ("argument" in needs and not named and not _is_pinned(trigger))
        or ("dated" in needs and not _has_its_day(trigger.token))
        or ("person" in needs and not finder.has_person_object(trigger))
        or ("accused" in needs and not _names_accused(trigger, finder))
        or ("state" in needs and not any(map(finder.is_place, frame.objects)))
        or ("from-place" in needs and not any(map(finder.is_place, _left(frame))))
        or ("state-actor" in needs and not any(map(finder.is_place, frame.subjects)))
        or ("addressee" in needs and not finder.names_any((*frame.subjects, *frame.objects)))
    )


def _left(frame: Frame) -> Iterator[Token]:
    """What is withdrawn from: "pulled out of Chad"."""
    for name in ("from", "out", "of"):
        yield from frame.prepositions.get(name, ())


def _is_bidden(verb: Token) -> bool:
    """Whether it is what the reader is told to do: "Support our work", "Please consider supporting us"."""
    while verb.dep_ in ("xcomp", "conj", "pcomp", "advcl", "ccomp") and verb.head != verb:
        if any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in verb.lefts):
            break
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("ROOT", "ccomp")
        and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.lefts)
    )


def _is_pinned(trigger: Trigger) -> bool:
    is_taken = trigger.role == "receptive" and not trigger.pattern.recipient  # "accepted his resignation"
    return is_taken or trigger.role in ("light", "occurring") or _has_its_day(trigger.token)


def _names_accused(trigger: Trigger, finder: PartyFinder) -> bool:
    """Whether what is said is said of somebody: "said that Chad had failed them", not "said that the figures were to blame"."""
    heads = slot(trigger, "embedded")
    return any(head.pos_ == "PRON" for head in heads) or finder.names_any(heads)


def _is_general(trigger: Trigger, status: str, *, named: bool, is_body: bool) -> bool:
    """Whether a trigger speaks of habits, opinions or possibilities rather than of one event.

    That is so of what "one" or "you" do, of what may or should be done by nobody named, and of a plain present without a
    named party, though in headlines and captions the present tells news.
    """
    if any(subject.lower_ in lexicon().generic and not subject.lefts for subject in trigger.frame.subjects):
        return True
    if any(child.lower_ == "every" for child in trigger.token.lefts) or _is_habitual(trigger.token):
        return True  # "every visit"
    if named or any(_is_office(head) for head in (*trigger.frame.subjects, *trigger.frame.objects)):
        return False
    auxiliaries = {child.lower_ for child in trigger.anchor.children if child.dep_ == "aux"}
    is_present = trigger.anchor.tag_ in ("VBP", "VBZ")
    is_present |= trigger.anchor == trigger.token and is_plain_present(trigger.anchor)
    present = is_present or not auxiliaries.isdisjoint(("do", "does"))
    return (
        (present and is_body)
        or status == "hypothetical"
        or (status == "negated" and not auxiliaries.isdisjoint(MODALS))
    )


def _is_habitual(act: Token) -> bool:
    """As in "kidnapping is rife", not "the strike is illegal"."""
    verb = act.head
    return (
        act.dep_ == "nsubj"
        and verb.lemma_ == "be"
        and verb.tag_ in ("VBZ", "VBP")
        and all(child.dep_ not in ("det", "poss") for child in act.lefts)
        and any(child.dep_ == "acomp" and child.lemma_ in lexicon().habitual for child in verb.rights)
    )


def _has_its_day(noun: Token) -> bool:
    """Whether a noun is that of a day: "Monday's bombing", "an ambush near the port on Tuesday", "talks planned for May 3"."""
    of_days = (child for child in noun.lefts if child.ent_type_ == "DATE")
    if any(child.dep_ == "poss" or (child.pos_ == "PROPN" and child.dep_ in ("nmod", "compound")) for child in of_days):
        return True
    if noun.dep_ == "nsubjpass" and noun.head.lemma_ in lexicon().due and is_for_a_day(noun.head):
        return True
    for token in noun.doc.tokens[noun.i + 1 : noun.right_edge.i + 1]:
        if token.pos_ in ("VERB", "AUX"):
            return False
        if token.ent_type_ == "DATE" and token.dep_ == "pobj" and token.head.lower_ == "on":
            return True
    return False


def _is_office(head: Token) -> bool:
    """Whether a phrase means someone who is known though not named here: "the president", "its army"."""
    return head.lemma_.lower() in lexicon().agents and any(
        child.lower_ in lexicon().taking_up or child.dep_ == "poss" for child in head.lefts
    )
