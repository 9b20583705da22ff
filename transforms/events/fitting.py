"""Whether the constraints of a pattern hold for the clause of a verb or a noun."""

import re
from collections.abc import Callable, Iterator

from transforms.events.argument_words import has_particle, object_words
from transforms.events.grammar import Frame, conjuncts, is_denied
from transforms.events.lexicon import Pattern, lexicon
from transforms.events.passives import is_main_verb
from transforms.parsing.tokens import Token

_ON_OBJECTS = (("as",), ("of",))  # what the parse hangs on the object rather than on the verb
_PERFECT = ("had", "has", "have", "was", "were")
_SCORE = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")


def fits(pattern: Pattern, word: Token, frame: Frame) -> bool:
    """Whether the constraints that verbs and nouns share hold."""
    return (
        (not (pattern.preposition or pattern.not_preposition) or _fits_prepositions(pattern, word, frame))
        and (not (pattern.subject or pattern.not_subject) or _fits_subject(pattern, frame))
        and (not (pattern.complement or pattern.not_complement) or _fits_complements(pattern, frame))
        and not (pattern.context and _context(word, frame).isdisjoint(pattern.context))
        and (not pattern.not_context or _context(word, frame).isdisjoint(pattern.not_context))
        and (not pattern.needs or all(_NEEDS[need](frame) for need in pattern.needs if need in _NEEDS))
    )


def _fits_prepositions(pattern: Pattern, word: Token, frame: Frame) -> bool:
    slots = frame.prepositions
    if pattern.preposition:
        targets = [token for name in pattern.preposition for token in slots.get(name, ())]
        if not targets and (pattern.object or "with" in pattern.preposition or pattern.preposition in _ON_OBJECTS):
            # As the parse may have "discussed the border with A", "removed A as minister", "cleared A of lying".
            targets = [
                grand
                for head in frame.objects
                for part in head.rights
                if part.lower_ in pattern.preposition
                for grand in part.children
            ]
        if not targets and not has_particle(word, frame, *pattern.preposition):
            return False
        if pattern.preposition_object and object_words(targets).isdisjoint(pattern.preposition_object):
            return False
    return not any(name in slots for name in pattern.not_preposition)


def _fits_subject(pattern: Pattern, frame: Frame) -> bool:
    subjects = object_words(frame.subjects)
    return not (pattern.subject and subjects.isdisjoint(pattern.subject)) and pattern.not_subject.isdisjoint(subjects)


def _fits_complements(pattern: Pattern, frame: Frame) -> bool:
    verbs = {verb.lemma_ for verb in _complement_verbs(frame)}
    if pattern.complement and verbs.isdisjoint(pattern.complement) and not (verbs and "*" in pattern.complement):
        return False
    infinitives = {verb.lemma_ for verb in _complement_verbs(frame) if verb.dep_ != "ccomp"}
    if infinitives and "*" in pattern.not_complement:
        return False
    return infinitives.isdisjoint(pattern.not_complement)


def _is_negated(frame: Frame) -> bool:
    return is_denied(frame.head)


def is_agent(head: Token) -> bool:
    """Whether a phrase means somebody who can act: by name, by a pronoun of people, by an office or a group."""
    words, lemma = lexicon(), head.lemma_.lower()
    if head.pos_ == "PRON":
        return head.lower_ not in ("it", "that", "this", "which", "these", "what", "those")
    return head.pos_ == "PROPN" or any(
        lemma in one
        for one in (words.agents, words.people, words.joint_state, words.workforce, words.help_crew, words.troops)
    )


def _is_of_crowd(frame: Frame) -> bool:
    """Whether those who act are many and hold no office: "students", "Kurds", not "ministers"."""
    words = lexicon()
    for head in frame.subjects:
        lemma = head.lemma_.lower()
        is_office = lemma in words.joint_person or (lemma in words.agents and lemma not in words.people)
        if lemma in words.people or lemma in words.workforce or (head.tag_ in ("NNS", "NNPS") and not is_office):
            return True
    return False


def _is_future(frame: Frame) -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in ("will", "would", "shall", "wo") for child in frame.head.children
    )


def _is_action(frame: Frame) -> bool:
    """Whether somebody can be asked to do it: not "must be a member", but "must be ready"; nor "should have gone"."""
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in frame.head.children):
        return False
    return frame.passive or frame.head.lemma_ not in lexicon().stative or "acomp" in frame.prepositions


def _is_reported(frame: Frame) -> bool:
    verb = frame.head
    return verb.dep_ == "ccomp" and verb.head.lemma_ in lexicon().reporting


def _is_ordering(frame: Frame) -> bool:
    """Whether what is told is to be done: "told them to leave", "told him that he must go"."""
    return any(
        verb.dep_ == "xcomp" or any(child.lower_ in ("must", "should") for child in verb.children)
        for verb in frame.complements
    )


def _is_mandative(frame: Frame) -> bool:
    """Whether what is insisted on is to be, not said to be so: "insisted that they leave", "insists that they must"."""
    return any(
        verb.dep_ == "ccomp"
        and verb.lemma_ != "be"  # "wants her to be happy"
        and (verb.tag_ == "VB" or any(child.lower_ in ("must", "should", "be") for child in verb.children))
        for verb in frame.complements
    )


def _is_ahead(frame: Frame) -> bool:
    """Whether what is warned of need not have happened: not "warned that costs had risen", "that farms are closing"."""
    return not any(
        verb.dep_ == "ccomp"
        and (verb.tag_ == "VBD" or _is_going_on(verb) or any(child.lower_ in _PERFECT for child in verb.children))
        for verb in frame.complements
    )


def _is_going_on(verb: Token) -> bool:
    is_progressive = verb.tag_ == "VBG" and any(child.lower_ in ("is", "are") for child in verb.lefts)
    return is_progressive and verb.lemma_ != "go"


def _is_no_comment(frame: Frame) -> bool:
    """Whether it is no opinion that is agreed to: "it can wait, analysts agreed", but "they will meet, both agreed"."""
    said = [verb for verb in frame.complements if verb.dep_ == "ccomp" and verb.i < frame.head.i]
    return all(any(child.lower_ in ("will", "would", "to") for child in verb.lefts) for verb in said)


def _is_guilty(frame: Frame) -> bool:
    """Whether a court's finding is of guilt: "found them guilty", "was found guilty"."""
    verbs = (frame.head, *frame.complements)
    found = [child for verb in verbs for child in (verb, *verb.children) if child.lower_ in ("guilty", "liable")]
    return any(child.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "amod", "advcl") for child in found)


def _asks_for_something(frame: Frame) -> bool:
    """Whether asking is requesting, not putting a question: "asked why", "asked whether"."""
    clauses = [verb for verb in frame.complements if verb.dep_ == "ccomp"]
    if not frame.complements and (frame.passive or not frame.objects):
        return False  # "asked at a news conference if …", whose clause the parse may hang elsewhere
    return not any(
        child.tag_ in ("WRB", "WP", "WDT") or (child.dep_ == "mark" and child.lower_ in ("if", "whether"))
        for verb in clauses
        for child in verb.lefts
    )


def _is_of_people(frame: Frame) -> bool:
    """Whether the object can be a person or people in office: one receives a minister, but welcomes a decision."""
    return any(
        head.pos_ in ("PROPN", "PRON") or head.lemma_.lower() in lexicon().agents
        for first in frame.objects
        for head in conjuncts(first)
    )


def _tells_score(frame: Frame) -> bool:
    """Whether the sentence gives the score of a game: "won 3-1"."""
    return _SCORE.search(frame.head.sent.text) is not None


def _is_custody(frame: Frame) -> bool:
    return not object_words(
        [t for name in ("in", "into", "under") for t in frame.prepositions.get(name, ())]
    ).isdisjoint(("custody", "detention", "arrest", "captivity"))


def _is_no_mishap(frame: Frame) -> bool:
    """Whether those who are killed were attacked, not lost in an accident that the sentence tells."""
    words, lemmas = lexicon(), frame.head.doc.lemmas
    sentence = frame.head.sent
    # Of what nobody is told to have done, the sentence before may tell the accident.
    is_open = frame.passive and not frame.subjects and sentence.start > 0
    start = frame.head.doc.tokens[sentence.start - 1].sent.start if is_open else sentence.start
    if words.mishap.isdisjoint([lemma.lower() for lemma in lemmas[start : sentence.end]]):
        return True
    return not words.armed.isdisjoint(object_words(frame.subjects))


# What a pattern can need of its clause; the needs that concern parties are decided when these are known.
_NEEDS: dict[str, Callable[[Frame], bool]] = {
    "passive": lambda frame: frame.passive,
    "object": lambda frame: bool(frame.objects),
    "transitive": lambda frame: (
        bool(frame.objects or frame.complements or "for" in frame.prepositions) or frame.head.dep_ == "nsubj"
    ),  # as the parser misreads verbs
    "no-comment": _is_no_comment,
    "active": lambda frame: not frame.passive or bool(frame.subjects),
    "ahead": _is_ahead,
    "no-object": lambda frame: not (frame.objects or frame.complements),
    "crowd": _is_of_crowd,
    "no-crowd": lambda frame: not _is_of_crowd(frame),
    "negated": _is_negated,
    "future": _is_future,
    "unwilling": lambda frame: _is_negated(frame) and _is_future(frame),
    "reported": _is_reported,
    "action": _is_action,
    "impersonal": lambda frame: not any(map(is_agent, frame.objects)),
    "agentive": lambda frame: frame.passive or not frame.subjects or any(map(is_agent, frame.subjects)),
    "custody": _is_custody,
    "no-mishap": _is_no_mishap,
    "score": _tells_score,
    "firm-subject": lambda frame: any(head.ent_type_ == "ORG" for head in (*frame.subjects, *frame.objects)),
    "firm": lambda frame: any(head.ent_type_ == "ORG" for head in frame.objects),
    "person": _is_of_people,
    "ordering": _is_ordering,
    "mandative": _is_mandative,
    "guilty": _is_guilty,
    "no-question": _asks_for_something,
    "between": lambda frame: any(
        child.lower_ == "between" for head in (frame.head, *frame.objects) for child in head.rights
    ),
}


def _complement_verbs(frame: Frame) -> Iterator[Token]:
    for complement in frame.complements:
        yield from conjuncts(complement)


def _context(word: Token, frame: Frame) -> set[str]:
    """The lemmas around a word: those of its own phrase, and for an argument those of the phrase of its head."""
    found = frame.contexts.get(word.i)
    if found is None:
        is_below = word.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj")
        top = word.head if is_below or (word.dep_ == "acl" and is_main_verb(word)) else word
        found = {token.lemma_.lower() for token in word.doc.tokens[top.left_edge.i : top.right_edge.i + 1]}
        frame.contexts[word.i] = found
    return found
