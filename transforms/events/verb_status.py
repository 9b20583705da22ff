"""What one verb's own form says of its event: negation, modals, aspect, and the word that opens its clause."""

from collections.abc import Iterator, Sequence

from transforms.events.rebuttals import contrasted
from transforms.parsing.tokens import Token

FUTURE = ("will", "shall", "'ll", "’ll", "wo")
MODALS = ("could", "may", "might", "should", "must", "can", "would", "ca", "cannot", "'d", "’d", "ought")
_CONDITIONAL = ("if", "unless", "whether", "lest")
_PENDING = ("until", "till", "before", "once", "when", "after")
_WASTING = ("lose", "waste", "miss")
_WOULD = (*FUTURE, "would")


def verb_effects(verb: Token) -> Iterator[str]:
    """Negation, modals and aspect of one verb."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    yield from _clause_mark(verb)
    if any(auxiliary.lower_ in _WOULD for auxiliary in auxiliaries) and any(map(is_condition, verb.children)):
        yield "hypothetical"  # "will withdraw unless …"
    if _is_negated(verb, auxiliaries):
        yield "negated"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in FUTURE or (auxiliary.lower_ == "would" and _is_told(verb)):
            yield "planned"
        elif auxiliary.lower_ in MODALS:
            yield "hypothetical"
    if verb.tag_ == "VBG" and any(child.lemma_ == "be" for child in auxiliaries):
        yield "planned" if verb.lemma_ == "go" else "ongoing"
    if any(child.lower_ == "being" for child in auxiliaries) and verb.dep_ not in ("pcomp", "advcl"):
        yield "ongoing"  # "is being built", not "after being built"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(child.tag_ == "TO" for child in auxiliaries):
        yield "planned"


def is_condition(clause: Token) -> bool:
    """Whether a clause tells on what that of its head depends."""
    return clause.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in clause.lefts
    )


def _clause_mark(verb: Token) -> Iterator[str]:
    """What the word that opens an adverbial clause says: a condition, or the time of what is still to come."""
    if verb.dep_ != "advcl":
        return
    marks = {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod")}
    if not marks.isdisjoint(_CONDITIONAL):
        yield "hypothetical"
    is_ahead = any(child.dep_ == "aux" and child.lower_ in (*FUTURE, *MODALS) for child in verb.head.children)
    if is_ahead and verb.tag_ in ("VBZ", "VBP") and not marks.isdisjoint(_PENDING):
        yield "planned"  # "they will sign it when they meet"
    is_told_ahead = verb.tag_ == "VBD" and not marks.isdisjoint(("until", "till"))
    if is_told_ahead and any(
        child.lower_ in ("would", "'d", "’d") for child in verb.head.children if child.dep_ == "aux"
    ):
        yield "planned"  # "said it would go on until they left"


def _is_negated(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a verb, one of its auxiliaries, its subject or its object is negated: "never", "no talks", "neither side"."""
    if any(child.dep_ == "dobj" and contrasted(child) for child in verb.children):
        return False  # "did not hit the port but the bridge": it did hit something
    negated = any(child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") for child in verb.children)
    negated = negated or any(child.dep_ == "neg" for auxiliary in auxiliaries for child in auxiliary.children)
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            negated |= child.lower_ in ("nobody", "none", "neither")
            is_swift = child.dep_ == "dobj" and verb.lemma_ in _WASTING  # "lost no time in expelling them"
            negated |= not is_swift and any(
                grand.lower_ in ("no", "neither") and grand.dep_ == "det" for grand in child.children
            )
            negated |= child.dep_ != "dobj" and child.left_edge.lower_ == "not" and _is_none(child)
    return negated and not any(child.lower_ in ("only", "just") for child in verb.children)


def _is_none(subject: Token) -> bool:
    """As in "not one stone was thrown", "not a single soldier crossed the river"; "not all did" leaves some who did."""
    return subject.doc[subject.left_edge.i + 1].lower_ in ("one", "a")


def _is_told(verb: Token) -> bool:
    """Whether someone is named who says so, so that "would" tells a plan: "said that they would meet"."""
    return verb.dep_ == "ccomp" or any(child.lower_ == "according" for child in verb.children)


def is_plain_present(verb: Token) -> bool:
    """As in "they meet", "it is awarded", not "is being awarded"."""
    passive = [child for child in verb.children if child.dep_ == "auxpass"]
    return verb.tag_ in ("VBP", "VBZ") or (
        any(child.tag_ in ("VBP", "VBZ") for child in passive)
        and not any(child.dep_ == "aux" for child in verb.children)
    )


def is_perfect_infinitive(verb: Token) -> bool:
    """As in "were to have met"."""
    return {"to", "have"} <= {child.lower_ for child in verb.children if child.dep_ == "aux"}


def has_own_modal(verb: Token) -> bool:
    """Whether a verb has an auxiliary of its own, other than that of the passive."""
    return any(child.dep_ == "aux" for child in verb.children)
