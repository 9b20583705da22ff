"""What the parse of one sentence gives quotes: subjects, speakers as the article names them, token stretches."""

from schemas.record import record
from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.cues import cues
from transforms.quotes.openings import is_dash, is_label, past_dateline
from transforms.quotes.persons import is_office

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CHAIN = ("conj", "xcomp", "advcl", "acl", "pcomp", "ccomp")
_PREDICATES = frozenset(("acomp", "attr", "dobj", "pobj"))
_PARTICLES = frozenset(("prt", "advmod"))
_FROM = frozenset(("by", "from", "of"))
_LONGEST_PAIR = 8  # tokens of "… and …" that speak together
_STOPS = (",", ";", ":", "-", "–", "—", "--", ".")
_BODIES = frozenset(("FAC", "GPE", "LOC", "ORG"))
_PLACES = frozenset(("DATE", "FAC", "GPE", "LOC", "NORP"))
_CLOSING = {"”": "“", "»": "«"}
_MARKS = ("“", '"', "‘", "'")
_CLOSES = frozenset(("”", '"', "’", "'", "''", "»"))


@record()
class Attribution:
    """Content and its source inside one paragraph: `[start, end)` counts from the paragraph's own start."""

    start: int
    end: int
    speaker: Span | None
    cue: Span


def subject_of(verb: Token) -> Token | None:
    """Who does what `verb` tells: its own subject, or that of the verb it is joined to or depends on."""
    token = verb
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.dep_ == "ccomp" and _is_behind_comma(verb):
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
            return token.head if token.head.pos_ in ("PROPN", "PRON", "NOUN", "NUM") else None
        if token.dep_ not in _CHAIN or token.head == token:
            return None
        other = _other_subject(token.head)
        if other is not None:
            return other
        token, is_apart = _governing(token.head), token.head.pos_ not in ("VERB", "AUX")
    return None


def _is_behind_comma(verb: Token) -> bool:
    """Whether a comma, which may stand inside of closing marks, parts a verb from what is before it."""
    if not verb.i:
        return False
    before = verb.nbor(-1)
    return (before.nbor(-1) if before.text in _CLOSES and before.i else before).text == ","


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
    if not is_past and verb.tag_ != "VBZ":
        return False
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
        return subjects[0] if subjects else None
    subjects = [child for child in subjects if not child.is_punct and not is_label(child)] or subjects
    before = [child for child in subjects if child.i < verb.i]
    if len(before) > 1 and _tells_who(*before[-2:]):
        return before[-2]
    return next(iter(before[-1:] or subjects), None)


def _tells_who(person: Token, noun: Token) -> bool:
    """Whether `noun` only tells who a person is: `Ana Ruiz, the mayor of the town, said …`."""
    place = noun.left_edge.i - 1
    return person.ent_type_ == "PERSON" and place == person.i + 1 and person.doc.tokens[place].text == ","


def _antecedent(subject: Token) -> Token:
    """For "who" and "which", the noun that their clause describes."""
    if subject.tag_ not in ("WP", "WDT") or subject.head.dep_ != "relcl":
        return subject
    noun = subject.head.head
    governor = noun.head.head  # "the commander of the fleet, who …": not the fleet
    is_body = subject.tag_ == "WP" and noun.dep_ == "pobj" and noun.ent_type_ in _BODIES
    return governor if is_body and is_office(governor) else noun


def noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb to which the parse gives no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    place = verb.i - 1
    while place > verb.sent.start and verb.doc.tokens[place].pos_ in ("ADV", "AUX"):
        place -= 1
    token = verb.doc.tokens[place] if place >= verb.sent.start else None
    return token if token is not None and token.pos_ in ("PROPN", "PRON", "NOUN") else None


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive: "was condemned by X"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    return None


def noun_holder(noun: Token) -> Token | None:
    """Whose words a noun of speech tells: `the mayor's reply`, `a message from the mayor`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ in _FROM:
            return _object(child)
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else None  # what the parse hangs on the verb before
    return _object(behind) if behind is not None and behind.lower_ in _FROM else None


def _object(preposition: Token) -> Token | None:
    return next((part for part in preposition.children if part.dep_ == "pobj"), None)


def viewer_of(noun: Token) -> Token | None:
    """Whose view a phrase gives: `in the words of X`, `in X's opinion`."""
    if noun.lower_ not in cues().views or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return None
    return noun_holder(noun)


def wording_of(verb: Token) -> Token | None:
    """The verb in `as X put it`."""
    is_one = verb.lemma_ in cues().wording and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it"
    return verb if is_one and _own_subject(verb) is not None else None


def is_as_saying(preposition: Token) -> bool:
    """Whether it begins the "as saying" of `quoted him as saying`."""
    place, tokens = preposition.i + 1, preposition.doc.tokens
    return preposition.lower_ == "as" and place < len(tokens) and tokens[place].lower_ == "saying"


def cue_verb(verb: Token) -> str:
    """The verb as cues.yaml lists it, with its particle where it says something else with it: `weigh in`."""
    words = cues()
    if verb.lemma_ in words.with_particle:
        for child in verb.rights:
            phrase = f"{verb.lemma_} {child.lower_}"
            if child.dep_ in _PARTICLES and phrase in words.classes:
                return phrase
    return verb.lemma_


def is_passive(verb: Token) -> bool:
    """Whether `verb` is in the passive."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def speaker_span(head: Token) -> Span:
    """The noun phrase of a speaker without relative clauses and asides; a name set beside a role noun stays."""
    doc, start, end = head.doc, head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.text in _MARKS:
            end = child.i + 1
            continue
        if child.text == "," and _is_named(head):
            continue  # "his deputy, Hana Okoye"
        if child.dep_ == "appos" and child.pos_ == "PROPN" and (head.pos_ in ("NOUN", "NUM") or is_office(head)):
            end = child.i + 1
            break
        if child.dep_ in ("relcl", "acl", "appos", "advcl", "punct", "cc", "conj") or child.i - end > 1:
            if child.dep_ in ("cc", "conj") and child.right_edge.i - head.i < _LONGEST_PAIR:
                end = child.right_edge.i + 1
                continue
            break
        end = child.right_edge.i + 1
    start = next((token.i + 1 for token in doc.tokens[start : head.i] if is_dash(token)), start)  # a dateline
    while start < head.i and (doc.tokens[start].is_punct or doc.tokens[start].pos_ in ("ADP", "CCONJ", "ADV")):
        start += 1
    about = (token.i for token in doc.tokens[head.i + 1 : end] if token.tag_[0] == "W" and token.nbor(-1).text == ",")
    end = next(about, end)  # "an aide to the mayor, who …"
    while end - 1 > head.i and (doc.tokens[end - 1].is_punct or doc.tokens[end - 1].is_space):
        end -= 1
    return doc[start : _name_end(doc, start, end)]


def _name_end(doc: Doc, start: int, end: int) -> int:
    """The end of a noun phrase with the rest of its name: `Karl Wessely`, `news agency “TASS”`."""
    while end < len(doc.tokens) and doc.tokens[end - 1].pos_ == "PROPN" and _is_misread_name(doc.tokens[end]):
        end += 1
    behind = doc.tokens[end].text if end < len(doc.tokens) else ""
    is_pair = behind in _CLOSING and any(token.text == _CLOSING[behind] for token in doc.tokens[start:end])
    return end + is_pair


def _is_misread_name(token: Token) -> bool:
    """Whether a word is written as a name though the parser takes it for another one: "Karl Wessely/RB wrote"."""
    is_written_so = token.text.istitle() and token.text.isalpha() and not token.is_sent_start
    return is_written_so and token.tag_ in ("RB", "JJ", "NN", "VB", "UH", "FW")


def _is_named(head: Token) -> bool:
    """Whether the name of a person of some office, or of a body, stands right behind its comma."""
    name = next((child for child in head.rights if child.dep_ == "appos"), None)
    if name is None or name.pos_ != "PROPN" or name.left_edge.nbor(-1).text != ",":
        return False
    return head.lower_ == "one" or is_office(head) or (head.pos_ == "NOUN" and name.ent_type_ not in _PLACES)


def edges(token: Token) -> tuple[int, int]:
    """First token of a subtree and one past its last."""
    return token.left_edge.i, token.right_edge.i + 1


def char_span(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The characters of tokens `[first, last)` without stops and dashes around them; (0, 0) where nothing is left."""
    tokens = doc.tokens
    while first < last and (tokens[first].is_space or tokens[first].text in _STOPS):
        first += 1
    while last > first and (
        tokens[last - 1].is_space or tokens[last - 1].text in _STOPS or tokens[last - 1].dep_ == "cc"
    ):
        last -= 1
    if first >= last:
        return 0, 0
    return tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1])
