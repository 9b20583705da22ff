"""What is said as a phrase: the target of praise or blame, what is called for, what a report is about."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import is_as_saying
from transforms.quotes.cues import cues
from transforms.quotes.marks import DOUBLE

# Prepositional phrases that time an act of praise or blame and are no part of its target.
_TIMES = frozenset(("during", "after", "before", "since", "until", "amid", "while"))
# Who can be praised or blamed though only a pronoun names them, and what says for what: "blasted him for paying no tax".
_BLAMED = frozenset(("him", "her", "them", "us", "me", "you"))
_GROUNDS = frozenset(("as", "of", "for", "to", "about", "over", "against", "from", "because"))
# What the parse hangs on the verb though it tells more of the phrase before it.
_CLAUSES = frozenset(("ccomp", "relcl", "acl"))
_UPON = frozenset(("on", "upon"))
_PLACES = frozenset(("FAC", "GPE", "LOC"))
_OF_WHOM = frozenset(("by", "behind", "between", "from", "among"))
# Behind a comma these still belong to the phrase: "the influence of lobbies, including …".
_EXAMPLES = frozenset(("including", "like", "such"))


def prepositional(verb: Token, prepositions: frozenset[str]) -> tuple[int, int] | None:
    """What follows the verb's own preposition: `called for talks`, `accused him of lying`."""
    for child in verb.rights:
        if child.dep_ == "dobj" and verb.lemma_ == "call":
            return None  # "called an election for May"
        if child.dep_ in ("prep", "prt") and child.lower_ in prepositions:
            inner = next((part for part in child.children if part.dep_ in ("pobj", "pcomp")), None)
            if inner is None or (verb.lemma_ in cues().answering and inner.lemma_ not in cues().answered):
                continue
            last = (child if any(part.dep_ == "conj" for part in child.rights) else inner).right_edge.i + 1
            named = next((part for part in verb.rights if part.i == last and part.lower_ in ("as", "over")), None)
            first = _accused(verb, inner)
            if child.lower_ in _UPON and last < verb.sent.end and verb.doc.tokens[last].tag_ == "TO":
                last = max(last, verb.doc.tokens[last].head.right_edge.i + 1)  # "called on the town to wait"
            return first, _with_examples(verb, named.right_edge.i + 1 if named is not None else last)
    return None


def _accused(verb: Token, inner: Token) -> int:
    """Where `accused the mayor of lying` begins to tell what is held, which is against whom as well."""
    whom = next((part for part in verb.rights if part.dep_ == "dobj" and part.i < inner.i), None)
    return whom.left_edge.i if whom is not None and verb.lemma_ in cues().accusing else inner.left_edge.i


def _with_examples(verb: Token, last: int) -> int:
    """The end of a phrase with the examples behind its comma, which the parse hangs on the verb."""
    for child in verb.rights:
        if child.i == last + 1 and child.dep_ == "prep" and child.lower_ in _EXAMPLES:
            return child.right_edge.i + 1
    return last


def object_phrase(verb: Token) -> tuple[int, int] | None:
    """The noun phrase that a verb of praise, blame or report takes, and what it is called: `called the vote a sham`."""
    target = _target(verb)
    if any(is_as_saying(child) for child in verb.rights):
        return None  # "reported the mayor as saying …"
    if target is None:
        return _called_before(verb)
    if target.pos_ == "PRON" and target.lower_ not in _BLAMED and not _is_called(verb, target):
        return None
    first, last = target.left_edge.i, _end_of_target(target)
    for child in verb.rights:
        if child.i > target.i and (child.dep_ == "oprd" or child.lower_ in _GROUNDS or _goes_on(child, last)):
            last = max(last, child.right_edge.i + 1)
        elif child.dep_ == "conj" and child.tag_ == "VBG" != verb.tag_ and child.left_edge.i > last:
            last = child.right_edge.i + 1  # "mentioned closing roads and building bridges"
    if verb.doc.tokens[last - 1].tag_ == "POS" and last < verb.sent.end:
        last = verb.doc.tokens[last].right_edge.i + 1  # a phrase that the parse broke behind "'s"
    occasion = next((token.i for token in verb.doc.tokens[target.i + 1 : last] if token.lower_ == "during"), last)
    return first, _with_examples(verb, occasion)


def shown_phrase(verb: Token) -> tuple[int, int] | None:
    """What a document shows, and how it shows it: `showed her with a lead`, `shows him ahead by three points`."""
    found = next(((part.left_edge.i, part.right_edge.i + 1) for part in verb.rights if part.dep_ == "dobj"), None)
    if found is None:
        return None
    first, last = object_phrase(verb) or found
    for child in verb.rights:
        is_state = child.dep_ in ("advmod", "prep", "acomp", "oprd") and child.lower_ not in _TIMES
        if is_state and child.left_edge.i == last and child.right_edge.ent_type_ != "DATE":
            last = child.right_edge.i + 1
    return first, last


def _target(verb: Token) -> Token | None:
    """Whom or what a verb praises or blames: its object, or "which" in `a tax which they call a gift`."""
    target = next((child for child in verb.rights if child.dep_ in ("dobj", "oprd")), None)
    if target is None and verb.dep_ == "relcl":
        return next((child for child in verb.lefts if child.dep_ == "dobj" and child.lower_ == "which"), None)
    return target


def _end_of_target(target: Token) -> int:
    """The end of the phrase of a target, without asides and times."""
    last = target.i + 1
    for child in target.rights:
        aside = child.dep_ in ("relcl", "appos", "acl") and target.doc.tokens[child.left_edge.i - 1].text == ","
        if aside or (child.dep_ == "prep" and child.lower_ in _TIMES):
            break
        if child.dep_ != "punct":
            last = child.right_edge.i + 1
    return last


def _called_before(verb: Token) -> tuple[int, int] | None:
    """What something is called where that stands before it: `dismissed as “false” reports of a split`."""
    as_what = next((child for child in verb.rights if child.lower_ == "as" and child.i == verb.i + 1), None)
    if as_what is None or not any(part.dep_ in ("pobj", "pcomp") for part in as_what.rights):
        return None
    before = next((child for child in verb.lefts if child.dep_ == "dobj"), None)
    if verb.dep_ not in ("acl", "relcl") and before is None:
        return as_what.i, as_what.right_edge.i + 1
    if as_what.nbor().text not in DOUBLE:
        return None  # "what they see as abuse", but "what they call “abuse”"
    if verb.dep_ in ("acl", "relcl"):
        before = verb.head if verb.left_edge.nbor(-1).text != "," else as_what
    return (before or as_what).left_edge.i, as_what.right_edge.i + 1


def _is_called(verb: Token, target: Token) -> bool:
    """Whether a pronoun stands with what it is called: `cast himself as a victim`, `cited it as proof`."""
    return any((child.lower_ == "as" or child.dep_ in ("oprd", "dobj")) and child.i > target.i for child in verb.rights)


def _goes_on(child: Token, last: int) -> bool:
    """Whether a part of the verb's clause belongs to the phrase that ends right before it: `remarks he had made`.

    So does where it was: `the attack in Kabul`.
    """
    if child.dep_ == "dobj":
        return child.left_edge.i >= last
    if child.dep_ == "advcl":  # "described him as “stunned”"
        is_named = child.tag_[0] in "JN" or child.tag_ == "VBN"
        return child.left_edge.lower_ == "as" and child.left_edge.i == last and is_named
    is_place = child.lower_ == "in" and child.right_edge.ent_type_ in _PLACES
    return child.left_edge.i == last and (child.dep_ in _CLAUSES or child.lower_ in _OF_WHOM or is_place)
