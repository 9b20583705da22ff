"""Whether a noun phrase of people without a name acts or is acted upon."""

from transforms.entities.gazetteer import organs_of_state
from transforms.entities.group_nouns import SUBJECTS, group_nouns, is_actor_noun
from transforms.parsing.tokens import Token
from transforms.places.actors import describe_actor

_PARTNERS = frozenset(
    ("by", "with", "between", "against", "among", "to", "toward", "towards", "from", "for", "on", "at", "outside")
)
_TOWARDS_BODIES = frozenset(("by", "with", "against", "to", "on"))


def may_act(token: Token, *, has_state: bool) -> bool:
    """Subjects and objects act, and what follows "by" or "between", or "of" after a noun of what is done to them.

    What is vague ("people") acts where its state is named, as a subject, and where it is counted or told apart.
    """
    nouns = group_nouns()
    head = token
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    is_counted = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in nouns.measures
    if is_counted:
        head = head.head.head
    is_body = token.lemma_.lower() not in nouns.people
    is_vague = not nouns.vague.isdisjoint((token.lemma_.lower(), token.lower_)) and not has_state
    if is_vague and not (
        (head.dep_ == "nsubj" and not is_body)
        or ((head.dep_ in SUBJECTS or _is_agent(head)) and (is_counted or _is_specific(token)))
    ):
        return False
    if not has_state and _is_pair(token):
        return False
    if head.dep_ in SUBJECTS or _is_owner(head):
        return True
    if head.dep_ != "pobj":
        return False
    before = head.head.lower_
    if before == "of":
        return (has_state or not is_body) and head.head.head.lemma_.lower() in nouns.acts
    if before not in _PARTNERS:
        return False
    if before == "at" and token.lemma_.lower() in organs_of_state():
        return True  # "threw stones at police"
    return has_state or (before in _TOWARDS_BODIES if is_body else before != "for")


def _is_owner(head: Token) -> bool:
    """As in "the government's offer", not in "a teachers' union", where it says what kind of body it is."""
    return head.dep_ == "poss" and head.text.islower() and not is_actor_noun(head.head)


def _is_agent(head: Token) -> bool:
    return head.dep_ == "pobj" and head.head.dep_ == "agent"


def _is_pair(token: Token) -> bool:
    """As in "the two sides", "both ministers", "the parties": such a phrase takes up two who were named before."""
    before = {child.lower_ for child in token.lefts}
    if any(child.dep_ in ("amod", "compound", "nmod") for child in token.lefts):
        return False
    if "both" in before or ("two" in before and "the" in before):
        return True
    return token.tag_ == "NNS" and "the" in before and token.lemma_.lower() in ("side", "party", "delegation")


def _is_specific(token: Token) -> bool:
    """As in "Two men", "paramilitary organization", "forces loyal to A": counted, told apart, or of a known sector."""
    modifiers = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nummod")]
    is_told_apart = any(child.dep_ == "amod" for child in token.rights)
    if is_told_apart or any(child.dep_ == "nummod" for child in modifiers) or _is_of_people(token):
        return True
    return bool(modifiers) and describe_actor(token.doc[modifiers[0].i : token.i + 1].text).sector is not None


def _is_of_people(token: Token) -> bool:
    """As in "families of missing persons", "parents of pupils"."""
    return any(
        grand.lemma_.lower() in group_nouns().people
        for child in token.rights
        if child.text == "of"
        for grand in child.children
    )
