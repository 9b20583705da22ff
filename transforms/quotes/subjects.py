"""Who does what a verb tells, through the verbs and nouns that it depends on."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import SUBJECTS, cue_verb
from transforms.quotes.cues import cues
from transforms.quotes.marks import CLOSING
from transforms.quotes.openings import is_label, past_dateline
from transforms.quotes.persons import is_office, is_person

_CHAIN = ("conj", "xcomp", "advcl", "acl", "pcomp", "ccomp")
_PREDICATES = frozenset(("acomp", "attr", "dobj", "pobj"))
_BODIES = frozenset(("FAC", "GPE", "LOC", "ORG"))


def subject_of(verb: Token) -> Token | None:
    """Who does what `verb` tells: its own subject, or that of the verb it is joined to or depends on."""
    token = verb
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.dep_ == "ccomp" and is_behind_comma(verb):
        token = verb.head.head  # "she said it fell, citing …": she cites
    if goes_back(token):
        token = token.head.head
    is_apart = False
    for _ in range(4):
        own = _own_subject(token)
        if own is not None and own.tag_ == "WDT" and token.dep_ == "relcl":
            return _beyond_thing(verb, token) or _antecedent(own)
        if own is not None:
            return (
                None if is_apart and own.lower_ == "it" else _antecedent(past_dateline(own))
            )  # "it is worth noting that …"
        if token.dep_ == "relcl":
            return _beyond_thing(verb, token) or token.head
        if token.dep_ == "acl" and token.tag_ in ("VBG", "TO", "VB"):
            beyond = _beyond_thing(verb, token)
            return beyond or (token.head if token.head.pos_ in ("PROPN", "PRON", "NOUN", "NUM") else None)
        if token.dep_ not in _CHAIN or token.head == token:
            return None
        other = _other_subject(token.head)
        if other is not None:
            return other
        token, is_apart = (
            _governing(token.head) if not _is_misjoined(token) else _verb_above(token),
            token.head.pos_ not in ("VERB", "AUX"),
        )
    return None


def is_behind_comma(verb: Token) -> bool:
    """Whether a comma, which may stand inside of closing marks, parts a verb from what is before it."""
    if not verb.i:
        return False
    before = verb.nbor(-1)
    return (before.nbor(-1) if before.text in CLOSING and before.i else before).text == ","


def goes_back(verb: Token) -> bool:
    """Whether a cue that the parse joins to what is said is the sayer's: `said the cart is full and asked for another`.

    Told by the tense, or by a subject that can neither speak nor be read.
    """
    said, words = verb.head, cues()
    if verb.dep_ != "conj" or said.dep_ != "ccomp":
        return False
    classes = words.verb(cue_verb(verb))
    subject = _own_subject(said)
    if not classes or "finding" in classes or not words.verb(said.head.lemma_) or subject is None:
        return False
    if _disagrees(subject, said, verb):
        return True
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and said.tag_ == "VB")
    if said.head.tag_ != ("VBD" if is_past else verb.tag_):
        return False
    if is_past and (said.tag_ in ("VBP", "VBZ") or _is_compound_tense(said, verb)):
        return True
    if not is_past and (verb.tag_ != "VBZ" or said.tag_ == "VBD"):
        return verb.tag_ == "VBZ"  # "concludes that they failed and recommends a review"
    if verb.lemma_ in words.going_on and "statement" in words.verb(said.head.lemma_):
        return any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)
    is_thing = subject.tag_ in ("NN", "NNS") and not subject.ent_type_ and not is_office(subject)
    return is_thing and subject.lemma_ not in words.documents


def _disagrees(subject: Token, said: Token, verb: Token) -> bool:
    """Whether a verb in the plural has another subject: `Lawyers deny that their client took bribes and say …`."""
    is_plain = verb.tag_ in ("VB", "VBP") and said.tag_ in ("VBD", "VBZ")
    is_one = subject.tag_ in ("NN", "NNP") and not any(child.dep_ == "conj" for child in subject.rights)
    return is_plain and is_one and not any(child.dep_.startswith("aux") for child in (*verb.lefts, *said.lefts))


def _beyond_thing(verb: Token, clause: Token) -> Token | None:
    """Who says what a participle behind a comma tells, where the noun before its clause can say nothing.

    `She opposed a tax that was too high, saying it would hurt`.
    """
    thing = clause.head
    is_apart = verb is not clause and verb.tag_ == "VBG" and verb.doc.tokens[verb.i - 1].text == ","
    if not is_apart or thing.ent_type_ or thing.tag_ not in ("NN", "NNS") or is_office(thing):
        return None
    governor = next((token for token in thing.ancestors if token.pos_ in ("VERB", "AUX")), None)
    return _own_subject(governor) if governor is not None else None


def _is_compound_tense(said: Token, verb: Token) -> bool:
    """Whether a past right behind "and" cannot go on with "would …" or "had …"."""
    is_compound = said.tag_ == "VB" or (said.tag_ == "VBN" and any(child.lower_ == "had" for child in said.lefts))
    return is_compound and verb.doc.tokens[verb.i - 1].dep_ == "cc"


def _other_subject(governor: Token) -> Token | None:
    """Who does what a participle tells that no verb governs: `his habit of blaming …`, `they thanked her for backing …`."""
    noun = governor.head if governor.pos_ == "ADP" else governor
    if noun.pos_ not in ("VERB", "AUX"):
        return next((child for child in noun.children if child.dep_ == "poss"), None)
    if governor.lower_ != "for":
        return None
    return next((child for child in noun.rights if child.dep_ == "dobj" and child.i < governor.i), None)


def _is_misjoined(verb: Token) -> bool:
    """Whether the parse joins a verb to a word that is none: `described it as malicious and urged them to wait`."""
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and verb.head.pos_ in ("ADJ", "ADV", "NOUN")


def _verb_above(token: Token) -> Token:
    return next((other for other in token.ancestors if other.tag_ in ("VBD", "VBZ", "VBP")), token.head)


def _governing(governor: Token) -> Token:
    """The verb that governs a clause, through its preposition and its predicate: `she steered clear of blaming …`."""
    if governor.pos_ == "ADP":
        governor = governor.head
    is_predicate = governor.pos_ not in ("VERB", "AUX") and governor.dep_ in _PREDICATES
    return governor.head if is_predicate else governor


def _own_subject(verb: Token) -> Token | None:
    """The subject before a verb, else the one behind it; of two the nearer one, as the other may be a dateline."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) < 2:  # noqa: PLR2004 - the common case
        return subjects[0] if subjects and not _is_object(subjects[0], verb) else None
    subjects = [child for child in subjects if not child.is_punct and not is_label(child)] or subjects
    before = [child for child in subjects if child.i < verb.i]
    if len(before) > 1 and _tells_who(*before[-2:]):
        return before[-2]
    return next(iter(before[-1:] or subjects), None)


def _is_object(noun: Token, verb: Token) -> bool:
    """Whether the parse takes whom a headline's second verb tells of for its subject: `Mayor says no, warns Bath of floods`."""
    first = verb.head
    if verb.dep_ != "conj" or noun.i < verb.i or noun.right_edge.i + 1 == verb.sent.end or verb.nbor(-1).text != ",":
        return False
    has_own = any(child.dep_ in SUBJECTS and child.i < first.i for child in first.lefts)
    return has_own and first.tag_ == verb.tag_ and bool(cues().verb(cue_verb(first)))


def _tells_who(person: Token, noun: Token) -> bool:
    """Whether `noun` only tells who a person is: `Ana Ruiz, the mayor of the town, said …`."""
    place = noun.left_edge.i - 1
    return person.ent_type_ == "PERSON" and place == person.i + 1 and person.doc.tokens[place].text == ","


def _antecedent(subject: Token) -> Token:
    """For "who" and "which", the noun that their clause describes."""
    clause = subject.head
    if subject.tag_ == "WP" and clause.dep_ == "ccomp" and clause.head.lemma_ == "be":  # "It was the mayor who …"
        return next((child for child in clause.head.rights if child.dep_ == "attr" and child.i < subject.i), subject)
    if subject.tag_ not in ("WP", "WDT") or clause.dep_ != "relcl":
        return subject
    noun = clause.head
    governor = noun.head.head  # "the commander of the fleet, who …": not the fleet
    is_body = subject.tag_ == "WP" and noun.dep_ == "pobj" and (noun.ent_type_ in _BODIES or not is_person(noun))
    return governor if is_body and is_office(governor) else noun


def noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb to which the parse gives no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    place = verb.i - 1
    while place > verb.sent.start and verb.doc.tokens[place].pos_ in ("ADV", "AUX"):
        place -= 1
    token = verb.doc.tokens[place] if place >= verb.sent.start else None
    if token is not None and token.text == "," and place > verb.sent.start:
        return _apposed(token.nbor(-1)) or _asked_before(verb)
    return token if token is not None and token.pos_ in ("PROPN", "PRON", "NOUN") else None


def _asked_before(verb: Token) -> Token | None:
    """The subject that the parse gives to what it was asked: `Ruiz, asked if it fell, said …`."""
    asked = next((child for child in verb.lefts if child.dep_ == "advcl" and child.lower_ == "asked"), None)
    return _own_subject(asked) if asked is not None else None


def _apposed(token: Token) -> Token | None:
    """The person that the parse hangs on the noun before: `It is shut in Bath, the mayor, Ana Ruiz, wrote`."""
    while token.dep_ == "appos" and token.head.dep_ == "appos":
        token = token.head
    is_apart = token.dep_ == "appos" and token.left_edge.i > token.sent.start and token.left_edge.nbor(-1).text == ","
    return token if is_apart and is_person(token) else None


def wording_of(verb: Token) -> Token | None:
    """The verb in `as X put it`."""
    is_one = verb.lemma_ in cues().wording and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it"
    return verb if is_one and _own_subject(verb) is not None else None
