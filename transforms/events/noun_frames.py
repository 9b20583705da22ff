"""The arguments of a noun that names an event, and of the verb that carries it: "held talks", "a meeting took place"."""

from collections.abc import Iterator

from transforms.events.grammar import SUBJECTS, Frame, add_prepositions, conjuncts, verb_frame
from transforms.events.lexicon import Lexicon, lexicon
from transforms.parsing.tokens import Token

_POSTNOMINAL = ("relcl", "acl", "amod", "appos")
_HAVING = ("have", "give", "issue")
_WHICH = ("WDT", "WP")
_TRAVELLING = ("be", "go", "leave", "embark")
_NOMINAL_OBJECT = ("dobj", "nsubjpass", "attr", "oprd")


def noun_frame(noun: Token, words: Lexicon) -> tuple[Frame, str | None]:
    """The arguments of a noun, and of the light verb that carries it, if one does.

    The role is `light` ("held talks"), `receptive` ("faces criticism"), `occurring` ("the talks took place") or None.
    """
    anchor, role = _carrier(noun, words)
    frame = verb_frame(anchor) if anchor else Frame(noun)
    if anchor:
        frame.objects = [noun]
    add_prepositions(frame.prepositions, noun)
    _take_agent(frame)
    if "between" not in frame.prepositions:
        _share_between(frame, noun)
    is_beside = anchor is not None and (anchor.lemma_ in words.telling or anchor.lemma_ in words.hosting)
    aside = is_beside and "with" not in frame.prepositions
    if role == "occurring" or aside:
        frame.subjects.clear()
    for child in noun.children:
        if child.dep_ == "poss":
            frame.prepositions.setdefault("possessor", []).append(child)
        elif child.dep_ in ("compound", "amod", "nmod"):
            frame.prepositions.setdefault("modifier", []).append(child)
    return frame, role


def _take_agent(frame: Frame) -> None:
    """Who does it, where the parse hangs that on whom it befalls: "the arrest of A by the army", "criticism of A from B"."""
    for name in ("by", "from"):
        if name in frame.prepositions:
            continue
        for befallen in frame.prepositions.get("of", ()):
            for child in befallen.subtree:
                is_agent = child.lower_ == name and child.dep_ == "prep" and child.i > befallen.i
                if is_agent and (agents := [grand for grand in child.children if grand.dep_ == "pobj"]):
                    frame.prepositions[name] = agents


def _share_between(frame: Frame, noun: Token) -> None:
    """Let "secret meetings and exchanges between A and B" be both between A and B."""
    for sibling in (*noun.rights, noun.head):
        first, last = sorted((noun, sibling), key=lambda token: token.i)
        is_pair = last.dep_ == "conj" and last.head == first and not any(child.dep_ == "det" for child in last.lefts)
        if is_pair and all(token.text != "," for token in noun.doc.tokens[first.i : last.i]):
            shared: dict[str, list[Token]] = {}
            add_prepositions(shared, sibling)
            if shared.get("between") and shared["between"][0].i > last.i:
                frame.prepositions["between"] = shared["between"]


def counting_noun(noun: Token) -> Token:
    """The noun that counts or groups events and stands for them in the clause: `round` of "a round of talks"; else itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in lexicon().group_head:
        return noun.head.head
    return noun


def _carrier(noun: Token, words: Lexicon) -> tuple[Token | None, str | None]:
    head_noun = noun
    while head_noun.dep_ == "conj" and head_noun.head.pos_ in ("NOUN", "PROPN"):
        head_noun = head_noun.head
    head_noun = counting_noun(head_noun)
    verb = head_noun.head
    for relative in relative_verbs(noun) if head_noun == noun else (*relative_verbs(noun), *relative_verbs(head_noun)):
        if relative.dep_ == "relcl" and relative.lemma_ in words.occurring:
            return relative, "occurring"
        if _carries_out(relative, words):
            return relative, "light"
    if head_noun.dep_ == "pobj" and _carries(verb, noun, words):
        return verb.head, "light"
    if verb.pos_ not in ("VERB", "AUX") or (verb.lemma_ in words.following and head_noun.dep_ == "dobj"):
        return None, None
    if (verb.lemma_ == "be" and head_noun.dep_ == "nsubj") or (
        verb.lemma_ in words.due and head_noun.dep_ == "nsubjpass"
    ):
        carrier = _to_occur(verb, words)
        if carrier[0]:
            return carrier
    if head_noun.dep_ in _NOMINAL_OBJECT:
        return _object_carrier(noun, verb, words)
    return (verb, "occurring") if head_noun.dep_ == "nsubj" and verb.lemma_ in words.occurring else (None, None)


def _carries_out(verb: Token, words: Lexicon) -> bool:
    """As in "the attack carried out by A", "the talks (that) A had with B"."""
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and verb.lemma_ in words.carrying
    is_done = verb.lemma_ in words.carrying or verb.lemma_ in _HAVING
    return is_done and verb.dep_ == "relcl" and _has_noun_as_object(verb)


def _carries(preposition: Token, noun: Token, words: Lexicon) -> bool:
    """As in "the talks ended without a deal", "is on a visit to A"."""
    verb = preposition.head.lemma_
    if preposition.lower_ == "on":
        return noun.lemma_ in words.journey and verb in _TRAVELLING
    return preposition.lower_ == "without" and verb in words.ending


def _to_occur(verb: Token, words: Lexicon) -> tuple[Token | None, str | None]:
    """What a subject is to do: `begin` in "talks are (expected) to begin", `held` in "the vote was to be held"."""
    for word in _below(verb):
        passive = any(child.dep_ == "auxpass" for child in word.children)
        if word.dep_ == "xcomp" and (word.lemma_ in words.occurring or (passive and word.lemma_ in words.light)):
            return word, "occurring"
    return None, None


def _is_there(verb: Token, noun: Token) -> bool:
    """As in "there was criticism from A", not "there is support"."""
    return (
        verb.lemma_ == "be"
        and any(child.dep_ == "expl" for child in verb.lefts)
        and any(token.lower_ in ("from", "by") and token.i > noun.i for token in noun.subtree)
    )


def _object_carrier(noun: Token, verb: Token, words: Lexicon) -> tuple[Token | None, str | None]:
    if verb.lemma_ in words.rebutting and noun.lemma_.lower() in words.charge:
        return verb, "receptive"
    if any(child.dep_ == "oprd" for child in verb.children):
        return None, None  # "called the strike illegal" calls none
    if verb.lemma_ in words.light or _is_there(verb, noun):
        return verb, "light"
    if verb.lemma_ in words.experiencing and noun.dep_ == "dobj":
        return verb, "occurring"
    return (verb, "receptive") if verb.lemma_ in words.receptive else (None, None)


def relative_verbs(noun: Token) -> Iterator[Token]:
    """The verbs of "a meeting (in Oslo) that took place …" and of "… that was supposed to take place …"."""
    words = lexicon()
    for due in (*noun.children, *noun.head.children) if noun.dep_ == "dobj" else noun.children:
        if due.dep_ == "prep" and due.lower_ == "due" and due.i > noun.i:  # as the parse has "talks due to open in May"
            yield from (due, *due.children)
    for clause, is_beside in clauses_after(noun):
        if _is_of_its_own(clause):
            continue
        if tells_plan(clause):
            yield clause
            yield from _below(clause)
        elif is_beside and not _is_launched(clause):
            continue  # "a rally by miners who gathered …"; but nobody is "planned for Saturday"
        elif is_beside or _took_place(clause, words):
            yield clause


def _is_of_its_own(clause: Token) -> bool:
    """Whether a relative clause tells of something of the noun's: "a strike at a plant, whose closure is due in May"."""
    return clause.dep_ == "relcl" and any(
        grand.tag_ == "WP$" for child in clause.lefts if child.dep_ in SUBJECTS for grand in child.lefts
    )


def clauses_after(noun: Token) -> Iterator[tuple[Token, bool]]:
    """What may be a clause on a noun: its own, or, of its phrase, on a name or on people, for which True comes along."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in _POSTNOMINAL:
            yield child, False
            if child.dep_ == "appos":
                yield from clauses_after(child)
        elif child.dep_ == "prep":
            objects = (grand for grand in child.children if grand.dep_ == "pobj" and grand.children)
            for below in (one for first in objects for one in conjuncts(first) if one.children):
                is_side = below.pos_ == "PROPN" or child.lower_ in ("between", "with")
                yield from ((clause, is_beside or not is_side) for clause, is_beside in clauses_after(below))


def _took_place(clause: Token, words: Lexicon) -> bool:
    """As in "a meeting that opened in Oslo", "an operation, launched on 3 May", not "a visit, announced on 3 May"."""
    if clause.dep_ == "relcl":
        return _takes_place(clause) or _is_carried_out(clause) or _wreaks(clause)
    lemma = clause.lemma_
    is_done = clause.dep_ == "acl" and clause.tag_ == "VBN"
    return is_done and lemma in words.light and lemma not in words.reporting


def _takes_place(verb: Token) -> bool:
    """As in "a meeting that opened in Oslo", not "talks with A, which had closed its ports"."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return verb.lemma_ in lexicon().occurring and all(child.lower_ == "place" for child in objects)


def _wreaks(verb: Token) -> bool:
    """As in "a storm that hit the coast in May"."""
    return verb.lemma_ in lexicon().wreaking and any(
        child.dep_ == "nsubj" and child.tag_ == "WDT" for child in verb.lefts
    )


def _is_carried_out(verb: Token) -> bool:
    """As in "a meeting that was held in Oslo", "a meeting that they held in Oslo"."""
    is_passive = any(child.dep_ == "nsubjpass" and child.tag_ in _WHICH for child in verb.lefts)
    return verb.lemma_ in lexicon().light and (is_passive or _has_noun_as_object(verb))


def _has_noun_as_object(verb: Token) -> bool:
    """Whether the noun above a relative clause is what somebody does in it: "the talks (that) A had"."""
    if any(child.dep_ == "dobj" and child.tag_ in _WHICH for child in verb.lefts):
        return True
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return (
        bool(subjects)
        and all(child.tag_ not in _WHICH for child in subjects)
        and all(child.dep_ not in ("dobj", "ccomp", "xcomp", "acomp", "attr") for child in verb.children)
    )


def _is_launched(verb: Token) -> bool:
    """As in "an offensive against the rebels, which was launched in May": nobody launches rebels, and no town starts."""
    if verb.dep_ != "relcl":
        return False
    if verb.lemma_ in lexicon().staging and _is_carried_out(verb):
        return True
    is_started = verb.lemma_ in lexicon().starting and not any(child.dep_ == "dobj" for child in verb.children)
    return is_started and any(child.dep_ == "nsubj" and child.tag_ == "WDT" for child in verb.lefts)


def tells_plan(clause: Token) -> bool:
    """Whether a clause on a noun tells that it is to be: "planned for May", "that was to take place"."""
    return _is_due(clause) or any(map(_is_due, _below(clause))) or is_for_a_day(clause)


def is_for_a_day(verb: Token) -> bool:
    """Whether a verb tells for when something is: "called for Monday", "called a strike for Monday", not for how long."""
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    return any(
        grand.pos_ == "PROPN" and grand.ent_type_ == "DATE"
        for word in (verb, *objects)
        for child in word.rights
        if child.dep_ == "prep" and child.lower_ == "for"
        for grand in child.children
    )


def _is_due(word: Token) -> bool:
    """Whether a word tells that an event is to be: "planned for May", "that was to take place", "due to be held"."""
    words = lexicon()
    return word.lemma_ in words.due or (
        word.dep_ == "xcomp" and (word.lemma_ in words.occurring or word.lemma_ in words.light)
    )


def _below(word: Token) -> Iterator[Token]:
    """The infinitives and adjectives that a verb has as complements, and theirs."""
    for child in word.children:
        if child.dep_ in ("xcomp", "acomp", "oprd"):
            yield child
            yield from _below(child)
