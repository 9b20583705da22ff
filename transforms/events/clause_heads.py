"""The words whose modifiers tell where and when an event is: itself, its verb, and what shares time and place with them."""

from collections.abc import Iterator

from transforms.events.grammar import SUBJECTS, is_undertaking
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.noun_frames import counting_noun, relative_verbs
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_INHERITING = ("xcomp", "advcl", "conj", "pcomp")
_PAST = ("VBD", "VBN")
_OTHER_TIMES = ("before", "after", "since", "until", "till", "following")  # "met before the May talks" is not of May
_UNDERGOING = ("dobj", "nsubjpass")


def clause_heads(trigger: Trigger, *, refused: bool) -> Iterator[Token]:
    """The words whose modifiers are the event's: itself, its verb, and the verbs that it shares time and place with.

    With `refused` also the meeting that is refused: it has the place of the refusal, but not its day.
    """
    word = trigger.token
    yield word
    nominal = word.pos_ not in ("VERB", "AUX")
    if nominal:
        yield from relative_verbs(word)
        counting = counting_noun(word)
        if counting != word:
            word = counting
            yield word
            yield from relative_verbs(word)
    elif trigger.pattern.event_type == "CONSULT" or (refused and trigger.pattern.mode == "meet"):
        for meeting in _meetings(trigger):
            yield meeting
            yield from relative_verbs(meeting)
    if nominal and word.dep_ == "nsubj" and word.head.lemma_ == "be":
        yield from _predicate(word.head)
    if nominal and word.dep_ == "nsubj" and word.head.lemma_ in lexicon().wreaking:
        yield word.head
        yield from _at_once(word.head)
    if word.dep_ == "dobj" and word.head.lemma_ in lexicon().following:
        yield word.head
    # The day of "on Monday they called off the meeting" is not the day on which it was due.
    is_refused = word.dep_ in _UNDERGOING and is_refusal(trigger.anchor)
    if trigger.anchor != trigger.token and trigger.anchor.lemma_ not in lexicon().following and not is_refused:
        yield trigger.anchor
        word = trigger.anchor
        yield from _as_planned(word)
    yield from _verbs_above(word)
    yield from _at_once(trigger.anchor)
    if "attempt" in trigger.pattern.needs:
        yield from _when(trigger.anchor)


def is_refusal(verb: Token) -> bool:
    """Whether a verb calls off, suspends, bans or rejects what it has as its object, or pulls out of it."""
    words = lexicon()
    if verb.pos_ != "VERB":
        return False
    return verb.lemma_ in words.refusing or verb.lemma_ in words.suspending or governor_effect(verb) == "cancelled"


def refusal_above(trigger: Trigger) -> Token | None:
    """The verb by which what the trigger names is called off, banned or rejected: "called off" over "talks"."""
    noun = trigger.token
    if noun.pos_ in ("VERB", "AUX"):
        return None
    noun = counting_noun(noun)
    above = noun.head
    while noun.dep_ == "pobj" and above.dep_ == "prep" and above != above.head:
        above = above.head  # "pulled out of talks"
    return above if noun.dep_ in (*_UNDERGOING, "pobj") and is_refusal(above) else None


def _predicate(verb: Token) -> Iterator[Token]:
    """What is said of a subject: in "talks are due to begin on Sunday" `due` and `begin`."""
    for child in verb.children:
        if child.dep_ in ("acomp", "xcomp"):
            yield child
            yield from _predicate(child)


def _verbs_above(word: Token) -> Iterator[Token]:
    """The verbs above a verb whose time and place it shares: not those of a report, a charge, a plan or a condition."""
    while word.pos_ in ("VERB", "AUX") and word.dep_ in _INHERITING and word.head != word and not _is_apart(word):
        if word.dep_ == "conj" and is_perfect(word) and not is_perfect(word.head):
            return  # "promised it in May and has broken its word"
        has_own_subject = word.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in word.children)
        if has_own_subject and word.tag_ == "VBD" and word.head.tag_ == "VBN" and _has(word.head, ("had",)):
            return  # "on Monday they had offered a truce, but the army refused"
        is_complement = word.dep_ in ("xcomp", "pcomp") or (word.dep_ == "advcl" and is_undertaking(word))
        if is_charge(word):
            return
        word = word.head.head if word.dep_ == "pcomp" else word.head
        if word.pos_ not in ("VERB", "AUX") or word.lemma_ in lexicon().reporting:
            return
        is_done = word.lemma_ in lexicon().achieving and word.tag_ in ("VBD", "VBN")
        if is_complement and not is_done and _leaves_open(word):
            return  # the day and place of "agreed on Monday in A to send" are those of the promise
        yield word


def _leaves_open(verb: Token) -> bool:
    return verb.lemma_ in lexicon().achieving or governor_effect(verb) in ("planned", "hypothetical")


def _at_once(verb: Token) -> Iterator[Token]:
    """What is told of the same moment: in "two died when a bus overturned on Monday" each verb is of the day of the other."""
    if verb.tag_ in _PAST:
        told = [child for child in verb.rights if child.dep_ == "advcl"]
        told += [verb.head] if verb.dep_ == "advcl" else []
        clauses = (child if child.head == verb else verb for child in told)
        yield from (one for one, clause in zip(told, clauses, strict=True) if _opens_with_when(clause, one))


def _opens_with_when(clause: Token, told: Token) -> bool:
    return told.tag_ in _PAST and any(child.lower_ == "when" for child in clause.lefts)


def closing_verbs(verb: Token) -> Iterator[Token]:
    """The verbs of the past joined behind one that close with the time and place of both.

    They tell what the same party did too, "shut a road and burnt cars on Monday", or whom the same blow befell, "two were
    killed and a third was hurt".
    """
    if verb.tag_ not in _PAST or (verb.tag_ == "VBN" and not _has_been(verb)):
        return
    harming = lexicon().harming
    for child in verb.rights:
        if child.dep_ == "conj" and child.tag_ in _PAST:
            is_alike = verb.lemma_ in harming and child.lemma_ in harming
            if is_alike or not any(grand.dep_ in SUBJECTS for grand in child.lefts):
                yield child


def _has_been(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.lefts)


def is_charge(verb: Token) -> bool:
    """Whether a verb tells what someone is charged with or thanked for: "accused A of shelling", "praised A for sending"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for")


def _as_planned(verb: Token) -> Iterator[Token]:
    """The verb of "went ahead as planned on Friday", on which the parse hangs the day."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.lemma_ in lexicon().due and any(mark.lower_ == "as" for mark in child.lefts):
            yield child


def is_perfect(verb: Token) -> bool:
    """Whether a verb tells of what has been done up to now."""
    return _has(verb, ("has", "have"))


def _has(verb: Token, auxiliaries: tuple[str, ...]) -> bool:
    return any(child.lower_ in auxiliaries for child in verb.children if child.dep_ == "aux")


def _meetings(trigger: Trigger) -> Iterator[Token]:
    """The meeting that a verb names, as object or after a preposition: "pulled out of talks", "will attend a summit"."""
    slots = trigger.frame.prepositions
    waiting = [*trigger.frame.objects, *(token for name in slots if name not in _OTHER_TIMES for token in slots[name])]
    yield from (token for token in waiting if token.lemma_.lower() in lexicon().money_talk)


def _is_apart(verb: Token) -> bool:
    """Whether a clause tells of another time than the one above it: "they met … since A invaded B"."""
    if verb.dep_ != "advcl" or verb.tag_ in ("VB", "VBG"):
        return False
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in lexicon().apart for child in verb.lefts)


def _when(verb: Token) -> Iterator[Token]:
    """The verbs of "when A refused to open the gate at B", which tells how an attempt failed, and so where."""
    for clause in (child for token in verb.subtree for child in token.children if child.dep_ in ("advcl", "relcl")):
        if any(child.lower_ == "when" for child in clause.lefts):
            yield clause
            yield from (child for child in clause.children if child.dep_ == "xcomp")
