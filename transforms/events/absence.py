"""What denies an event from above: "no plans to attack", "nothing left to negotiate", "yet to sign", "no evidence that …"."""

from transforms.events.grammar import SUBJECTS, is_infinitive
from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Token

_NOBODY = ("nothing", "none", "nobody")
_DENYING = ("no", "neither", "little", "few")
_COMPLETING = ("for", "of", "to", "in", "on")


def effect_of_absence(word: Token) -> str | None:
    """`negated` where what would bring the event about is denied, `hypothetical` where what tells of it is; else None.

    `word` is the verb of the event's clause, or a noun that tells it.
    """
    head = word.head
    if word.dep_ == "xcomp" and head.lemma_ in ("have", "be") and is_infinitive(word):
        return "negated" if any(child.lower_ == "yet" for child in head.rights) else None
    words = lexicon()
    if word.dep_ in ("acl", "relcl") or (word.dep_ in ("advcl", "xcomp") and head.dep_ == "acl"):
        noun = head if word.dep_ in ("acl", "relcl") else head.head
        is_to_be = is_infinitive(word) and noun.lemma_.lower() not in words.unhindering
    elif word.dep_ in ("pcomp", "pobj") and head.dep_ == "prep" and head.lower_ in _COMPLETING:
        noun = head.head
        is_to_be = noun.lemma_.lower() in words.prospect
    else:
        return None
    if not _is_denied(noun):
        return None
    is_told = noun.lemma_.lower() in words.evidence and not _is_subject(word)
    return "negated" if is_to_be else "hypothetical" if is_told else None


def _is_denied(noun: Token) -> bool:
    return noun.lower_ in _NOBODY or any(
        child.dep_ in ("det", "neg", "amod") and child.lower_ in _DENYING for child in noun.lefts
    )


def _is_subject(verb: Token) -> bool:
    """Whether the noun does what the clause tells: "no evidence that was found"."""
    return verb.dep_ == "relcl" and any(child.dep_ in SUBJECTS and child.tag_ in ("WDT", "WP") for child in verb.lefts)
