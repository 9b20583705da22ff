"""What a pronoun stands for within its sentence, by the clauses above its own."""

from transforms.events.grammar import SUBJECTS
from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Token

PRONOUNS = frozenset(("it", "they", "he", "she", "him", "her", "them"))


def antecedent(pronoun: Token) -> Token | None:
    """The subject of the clause above a pronoun's own: in "Iran said it would …" and "Before he left, Obama …" the same one."""
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "aux") and verb.head != verb:
        verb = verb.head
    if pronoun.dep_ not in SUBJECTS:
        return None
    if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts):
        while verb.head != verb and verb.head.pos_ not in ("VERB", "AUX"):
            verb = verb.head  # "flew to Moscow, where he met B"
    elif verb.dep_ not in ("ccomp", "advcl"):
        return None
    if verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_ not in lexicon().reporting:
        return None  # what follows is no report but another clause: "She blamed nobody: drones have no flag."
    found = next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    if found is not None and found.tag_ in ("NNS", "NNPS") and pronoun.lower_ in ("he", "she"):
        return None
    return found


def object_antecedent(pronoun: Token) -> Token | None:
    """The object of the verb above an infinitive: in "A called B to congratulate him" B."""
    verb = pronoun.head
    while verb.dep_ in ("prep", "conj") and verb.head != verb:
        verb = verb.head
    if (
        pronoun.dep_ not in ("dobj", "dative", "pobj")
        or verb.dep_ not in ("xcomp", "advcl")
        or verb.tag_ not in ("VB", "VBG")
    ):
        return None
    return next((child for child in verb.head.children if child.dep_ in ("dobj", "nsubjpass")), None)
