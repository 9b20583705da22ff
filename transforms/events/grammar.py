"""Grammatical functions read off the dependency parse: who does what to whom, through passives, control and relatives.

The labels are those of ClearNLP as spaCy's English models use them (nsubj, nsubjpass, dobj, dative, agent, prep, pobj, …).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.events.lexicon import lexicon
from transforms.events.passives import far_agent, is_passive
from transforms.events.rebuttals import contrasted
from transforms.parsing.tokens import Token
from transforms.quotes.inverted import inverted

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
# What may have an infinitive that tells of what was done: "the first to help".
NTH = ("first", "last", "only", "latest")
_OBJECT_CONTROL = ("of", "from", "into", "for")  # after verbs with an object: "accuse", "prevent", "talk", "blame"
_RELATIVE = ("who", "which", "that", "whom")
_DIRECTIONS = ("back", "away", "home", "out", "down", "up", "over", "off")  # "pulled them back from A"


@dataclass(slots=True)
class Frame:
    """The arguments of one predicate, as head tokens, with the passive already turned round."""

    head: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    prepositions: dict[str, list[Token]] = field(default_factory=dict)
    complements: list[Token] = field(default_factory=list)
    particles: set[str] = field(default_factory=set)
    passive: bool = False
    contexts: dict[int, set[str]] = field(
        default_factory=dict
    )  # by position of a word: the lemmas around it, once asked for


def conjuncts(head: Token) -> Iterator[Token]:
    """`head` and the tokens coordinated with it, in order."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i:
            yield from conjuncts(child)


def verb_frame(verb: Token) -> Frame:
    """The frame of a verb: own arguments first, then what control, coordination and relatives lend it."""
    frame = Frame(verb, passive=is_passive(verb))
    own_subjects: list[Token] = []
    for child in verb.children:
        label = child.dep_
        if label in SUBJECTS or (label == "aux" and child.tag_ == "NNS"):  # as the parser misreads "as talks collapse"
            own_subjects.append(_antecedent(_doer(child), verb))
        elif label == "dobj":
            frame.objects.append(_antecedent(_meant(child), verb))
        elif label == "dative":
            frame.datives.extend(_dative(child))
        elif label == "agent":
            frame.subjects.extend(_agents(child))
        else:
            _take_further(child, frame)
    add_prepositions(frame.prepositions, verb)
    if not frame.objects and not frame.passive:
        # "had given aid worth …": what is given, though the parse has it for whom it is given to
        frame.objects = [given for given in frame.datives if given.dep_ == "dative" and given.pos_ == "NOUN"]
    if not frame.objects and verb.dep_ == "acl":
        frame.objects.extend(name for name in frame.prepositions.get("oprd", ()) if name.pos_ == "PROPN")
    if frame.passive and not frame.subjects:
        frame.subjects.extend(far_agent(verb))
    speaker = inverted(verb) if not own_subjects else None
    if speaker is not None:
        own_subjects, frame.objects = [speaker], [noun for noun in frame.objects if noun is not speaker]
    subjects = own_subjects or lent_subjects(verb) or _misread_subject(verb)
    (frame.objects if frame.passive else frame.subjects).extend(subjects)
    return frame


def _doer(subject: Token) -> Token:
    """The noun of a subject that the parser took for a clause: "Fires raging near A have destroyed B"."""
    if subject.dep_ != "csubj" or subject.tag_ != "VBG":
        return subject
    return next((child for child in subject.lefts if child.dep_ == "nsubj"), subject)


def _take_further(child: Token, frame: Frame) -> None:
    """What is neither subject nor object: predicates, clauses, particles and what stands behind these."""
    label = child.dep_
    if label in ("attr", "oprd", "acomp"):
        frame.prepositions.setdefault(label, []).append(child)
        if label == "acomp":
            frame.complements.extend(grand for grand in child.rights if grand.dep_ == "xcomp")
    elif label in ("xcomp", "ccomp"):
        frame.complements.extend(() if is_beside(child) else (child,))
        frame.objects.extend(_so_called(child))
    elif label == "advcl" and (is_undertaking(child) or is_controlled(child)):
        frame.complements.append(child)
    elif label == "advcl" and is_infinitive(child) and any(mark.lower_ == "for" for mark in child.lefts):
        frame.prepositions.setdefault("for", []).append(child)  # "called for the ban to be lifted"
        frame.complements.append(child)
    elif label == "prt":
        frame.particles.add(child.lower_)
        frame.objects.extend(grand for grand in child.children if grand.dep_ == "pobj")  # "sealed off the capital"
    elif (
        label == "npadvmod"
        and child.tag_ == "NNS"
        and child.i > child.head.i
        and child.head.lemma_ in ("give", "grant")
    ):
        frame.objects.append(child)  # "gave them three days to leave"
    elif label == "advmod" and child.lower_ in _DIRECTIONS:
        add_prepositions(frame.prepositions, child)


def _so_called(clause: Token) -> Iterator[Token]:
    """Of whom an adjective is said without a verb: "holds A responsible", "freed the nurses unharmed"."""
    if clause.pos_ == "ADJ" and clause.dep_ == "ccomp" and clause.i > clause.head.i:
        labels = [child.dep_ for child in clause.lefts]
        if "aux" not in labels and "mark" not in labels and "cop" not in labels:
            yield from (child for child in clause.lefts if child.dep_ == "nsubj")


def is_beside(clause: Token) -> bool:
    """Whether the parser took a clause before a semicolon for a complement of the next: "They raided it; two were shot"."""
    return clause.dep_ == "ccomp" and clause.i < clause.head.i and any(child.text == ";" for child in clause.head.lefts)


def _agents(by: Token) -> Iterator[Token]:
    """By whom, also where the parse takes what they do for a gerund: "was rejected by striking nurses"."""
    for child in by.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ == "pcomp" and child.tag_ == "VBG":
            yield from (grand for grand in child.children if grand.dep_ == "dobj" and grand.i == child.i + 1)


def is_denied(verb: Token) -> bool:
    """Whether a verb has a "not" of its own."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with its "to": "to sign", "to be signed"."""
    is_bare = verb.tag_ == "VB" or any(child.lower_ == "be" and child.dep_ == "auxpass" for child in verb.children)
    return is_bare and any(child.tag_ == "TO" for child in verb.children)


def is_undertaking(verb: Token) -> bool:
    """Whether the parser took what somebody offers or promises for a purpose: "offered on Monday to send aid"."""
    head = verb.head
    return (
        head.lemma_ in lexicon().undertaking
        and is_infinitive(verb)
        and not any(child.dep_ in ("dobj", "nsubjpass", "xcomp") for child in head.children)
    )


def is_controlled(verb: Token) -> bool:
    """Whether the parser took for a purpose what somebody is to do: "pushed Poland to take more migrants"."""
    head = verb.head
    return (
        head.lemma_ in lexicon().object_control
        and is_infinitive(verb)
        and any(child.dep_ == "dobj" and child.right_edge.i + 2 == verb.i for child in head.rights)
    )


def is_to_come(verb: Token) -> bool:
    """Whether a verb is the only one of a headline such as "Turkey to host talks"."""
    return verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "ROOT" and is_infinitive(verb)


def _meant(argument: Token) -> Token:
    """The object that a clause ends with where it denies the first: "did not hit the port but the bridge"."""
    is_denied = any(child.dep_ == "neg" for child in (*argument.children, *argument.head.children))
    return (contrasted(argument) if is_denied else None) or argument


def add_prepositions(slots: dict[str, list[Token]], head: Token) -> None:
    """Collect the objects of the prepositions under `head`, also of chained ones ("from inside X")."""
    for child in head.children:
        if child.dep_ == "prep" or (child.dep_ == "dative" and child.pos_ == "ADP"):
            for grand in child.children:
                if grand.dep_ in ("pobj", "pcomp"):
                    if grand.dep_ == "pcomp":  # "a ban on women driving"
                        grand = next((token for token in grand.lefts if token.dep_ == "nsubj"), grand)  # noqa: PLW2901
                    slot = "when" if grand.ent_type_ in ("DATE", "TIME") else child.lower_
                    if grand.lower_ == "front" and slot == "in":  # "in front of the embassy"
                        slots.setdefault("outside", []).extend(g for of in grand.rights for g in of.children)
                        continue
                    slots.setdefault(slot, []).append(grand)
                elif grand.dep_ == "prep":
                    chained = [g for g in grand.children if g.dep_ == "pobj"]
                    for name in (child.lower_, grand.lower_) if child.lower_ == "out" else (child.lower_,):
                        slots.setdefault(name, []).extend(chained)


def lent_subjects(verb: Token) -> list[Token]:
    """The subject of a verb that has none of its own: from what it modifies, or from the verb that governs it."""
    head = verb.head
    if verb.dep_ == "acl":
        return (_resolved(head) if is_infinitive(verb) else []) or [head]
    if verb.dep_ == "relcl":
        return [head] if is_to_come(verb) else []
    if verb.dep_ == "pcomp":
        controlled = _controlled_by_preposition(head)
        if controlled:
            return controlled
        head = head.head.head if head.head.dep_ == "dobj" else head.head  # "played a role in persuading them"
    elif verb.dep_ not in ("xcomp", "conj", "advcl", "ccomp"):
        return []
    if head.dep_ in ("acomp", "oprd") and head.head.pos_ in ("VERB", "AUX"):
        head = head.head  # "is willing to help"
    if head == verb or head.pos_ not in ("VERB", "AUX"):
        return lent_subjects(head) if head.dep_ == "acl" else []
    controlled = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass")]
    if controlled and head.lemma_ in lexicon().object_control and (verb.dep_ == "xcomp" or is_controlled(verb)):
        return controlled
    subjects = [_antecedent(child, head) for child in head.children if child.dep_ in SUBJECTS]
    if verb.dep_ == "conj" and is_passive(head) and not is_passive(verb) and verb.tag_ != "VBN":
        return subjects
    return subjects or lent_subjects(head)


def _resolved(noun: Token) -> list[Token]:
    """Who is to do what a decision or an attempt is about: "the army's plan", "a Turkish plan", "they made an effort"."""
    if noun.lemma_.lower() not in lexicon().resolve:
        return []
    owners = [child for child in noun.lefts if child.dep_ == "poss"] or list(filter(_is_acting, noun.lefts))
    owners = owners or [grand for child in noun.rights if child.lower_ == "by" for grand in child.children]
    if owners or noun.head.pos_ != "VERB":
        return owners
    if noun.dep_ == "dobj":
        subjects = [_antecedent(child, noun.head) for child in noun.head.children if child.dep_ in SUBJECTS]
        return subjects or lent_subjects(noun.head)
    return []


def _is_acting(modifier: Token) -> bool:
    """Whether what stands before a noun names who is behind it: "a government plan", "a Turkish offer"."""
    if modifier.dep_ == "compound":
        return modifier.lemma_.lower() in lexicon().agents or modifier.ent_type_ in ("ORG", "GPE")
    return modifier.dep_ == "amod" and modifier.ent_type_ == "NORP"


def _misread_subject(verb: Token) -> list[Token]:
    """A subject that the parser has joined to the adverbial before it: "On a visit to A, B praised C"."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return []
    for token in reversed(verb.lefts):
        if token.dep_ == "npadvmod" and token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME"):
            return [token]  # "FIFA suspended two clubs"
        if token.dep_ == "prep":
            apart = [
                word
                for word in token.subtree
                if word.dep_ == "conj" and not any(child.dep_ == "cc" for child in word.head.children)
            ]
            return apart[-1:]
    return []


def _controlled_by_preposition(preposition: Token) -> list[Token]:
    """The object that does what a gerund says: "accused the army of shelling", "was accused of shelling"."""
    if preposition.lower_ not in _OBJECT_CONTROL or preposition.head.dep_ in ("dobj", "attr"):
        return []
    return [child for child in preposition.head.children if child.dep_ in ("dobj", "nsubjpass")]


def _antecedent(argument: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if argument.lower_ not in _RELATIVE or argument.tag_ not in ("WDT", "WP"):
        return argument
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else argument


def _dative(child: Token) -> Iterator[Token]:
    if child.pos_ == "ADP":
        yield from (grand for grand in child.children if grand.dep_ == "pobj")
    else:
        yield child
