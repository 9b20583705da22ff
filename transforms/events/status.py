"""Whether an event happened, as its sentence has it: from tense, modality, negation, conditions and the words that govern it."""

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.triggers import Trigger

# The strongest effect on the way up wins.
_STRENGTH = ("occurred", "ongoing", "planned", "hypothetical", "cancelled", "negated")
_FUTURE = ("will", "shall", "'ll", "’ll", "wo")
_MODAL = ("could", "may", "might", "should", "must", "can", "would", "ca", "cannot", "'d", "’d", "ought")
_CONDITIONAL = ("if", "unless", "whether", "until", "lest")
_PENDING = ("until", "before", "unless")


def find_status(trigger: Trigger) -> str:
    """One of occurred, ongoing, planned, cancelled, hypothetical, negated."""
    if trigger.token.dep_ == "aux":
        return "occurred"  # "said that they must leave" is a demand that has been made
    effects = [*_noun_effects(trigger), *_clause_effects(trigger)]
    if trigger.token.sent.text.rstrip().endswith("?"):
        effects.append("hypothetical")
    if "planned" in effects and "negated" not in effects and "cancelled" in effects:
        return "cancelled"
    return max(effects, key=_STRENGTH.index, default="occurred")


def _noun_effects(trigger: Trigger) -> Iterator[str]:
    """What the modifiers of a nominal event, and the words that govern it, say of it."""
    noun = trigger.token
    if trigger.anchor == noun and noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    words = lexicon()
    for child in noun.children:
        word = child.lemma_.lower()
        if child.dep_ in ("det", "neg") and word in ("no", "neither", "any"):
            yield "negated" if word != "any" else "hypothetical"
        for effect in ("planned", "hypothetical", "cancelled", "ongoing"):
            if child.dep_ in ("amod", "compound") and word in getattr(words, f"{effect}_modifier"):
                yield effect
        if child.dep_ == "relcl" and child != trigger.anchor:
            yield from _verb_effects(child)
    if trigger.anchor == noun or trigger.role != "occurring":
        yield from _governor_effects(noun, skip=trigger.anchor if trigger.role else None)


def _governor_effects(noun: Token, skip: Token | None) -> Iterator[str]:
    words = lexicon()
    head = noun.head
    while noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        noun, head = head, head.head
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent"):
        if head.lower_ in ("after", "following", "since", "during"):
            return
        if head.lower_ in ("for", "to", "on", "of", "about", "from", "against"):
            governor = head.head
            while governor.dep_ == "prep" and governor.pos_ == "ADP":
                governor = governor.head  # "pulled out of the talks"
            effect = governor_effect(governor)
            if effect and governor != skip:
                yield effect
                if governor.pos_ in ("NOUN", "PROPN") and effect == "planned":
                    yield from _governor_effects(governor, skip)
        return
    if noun.dep_ in ("dobj", "nsubjpass", "pobj") and head.pos_ == "VERB":
        effect = governor_effect(head)
        of_verb = list(_verb_effects(head))
        if effect == "negated" and "negated" in of_verb:
            return  # "did not deny the talks"
        if effect and effect != "ongoing" and not (head == skip and effect in ("planned",) and head.lemma_ != "plan"):
            yield effect
        if head != skip and (effect or head.lemma_ in words.light or head.lemma_ in words.occurring):
            yield from (found for found in of_verb if found != "ongoing")


def _clause_effects(trigger: Trigger) -> Iterator[str]:
    """What the verb that carries the event, and the clauses above it, say of it."""
    verb = trigger.anchor
    if verb.pos_ not in ("VERB", "AUX"):
        return
    yield from _verb_effects(verb)
    yield from _upward_effects(verb)


def _verb_effects(verb: Token) -> Iterator[str]:
    """Negation, modals and aspect of one verb."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    negated = any(child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") for child in verb.children)
    negated = negated or any(child.dep_ == "neg" for auxiliary in auxiliaries for child in auxiliary.children)
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            negated |= child.lower_ in ("nobody", "none", "neither")
            negated |= any(grand.lower_ in ("no", "neither") and grand.dep_ == "det" for grand in child.children)
        if child.dep_ == "mark" and child.lower_ in _CONDITIONAL and verb.dep_ == "advcl":
            yield "hypothetical"
    if negated and not any(child.lower_ in ("only", "just") for child in verb.children):
        yield "negated"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in _FUTURE or (auxiliary.lower_ == "would" and verb.dep_ == "ccomp"):
            yield "planned"
        elif auxiliary.lower_ in _MODAL:
            yield "hypothetical"
    if verb.tag_ == "VBG" and any(child.lemma_ == "be" for child in auxiliaries):
        yield "planned" if verb.lemma_ == "go" else "ongoing"
    if any(child.lower_ == "being" for child in auxiliaries):
        yield "ongoing"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(child.tag_ == "TO" for child in auxiliaries):
        yield "planned"


def _has_source(verb: Token) -> bool:
    """Whether someone is named who says so: "they would meet, according to B"."""
    return any(child.lower_ == "according" for child in verb.children)


def _upward_effects(verb: Token) -> Iterator[str]:
    """The effects of the verbs, adjectives and nouns that take the clause as complement, up to the main clause."""
    words = lexicon()
    while verb.head != verb:
        head, label = verb.head, verb.dep_
        infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
        if label == "conj":
            if head.pos_ not in ("VERB", "AUX"):
                return
            if verb.tag_ in ("VB", "VBG") and head.tag_ == verb.tag_ and not _has_own_modal(verb):
                yield from (effect for effect in _verb_effects(head) if effect != "negated")
            elif verb.tag_ not in ("VB", "VBG"):
                if head.dep_ != "ccomp":
                    return
        elif label in ("xcomp", "ccomp", "acl", "pcomp"):
            governor = head.head if label == "pcomp" else head
            if label == "pcomp" and head.lower_ in ("before", "without"):
                yield "negated" if head.lower_ == "without" else "occurred"
            effect = governor_effect(governor)
            reporting = governor.lemma_ in words.reporting and label == "ccomp"
            if label == "acl" and not infinitive:
                return
            if effect and not (reporting and effect != "negated") and (label != "ccomp" or effect != "planned" or _bare(verb)):
                yield effect
            elif effect is None and label == "acl":
                yield "planned"
            if governor.pos_ not in ("VERB", "AUX"):
                verb = governor
                if governor.dep_ in ("acomp", "attr", "oprd"):
                    verb = governor.head
                    yield from _verb_effects(verb)
                    continue
                return
            if not reporting:
                yield from (found for found in _verb_effects(governor) if found != "ongoing" or not effect)
            verb = governor
            continue
        elif label == "advcl":
            if infinitive:
                yield "planned"
                yield from (found for found in _verb_effects(head) if found in ("hypothetical", "negated"))
            return
        elif label in ("relcl", "ROOT"):
            return
        if head.pos_ not in ("VERB", "AUX", "ADJ"):
            return
        verb = head


def _bare(verb: Token) -> bool:
    """Whether a clause is not finite, or subjunctive: "demanded that they leave"."""
    return verb.tag_ in ("VB", "VBG")


def _has_own_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)
