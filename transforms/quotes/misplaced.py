"""Clauses that are said though the parse gives them another place than that of an object."""

from itertools import takewhile

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import FINITE, SUBJECTS
from transforms.quotes.cues import Cues
from transforms.quotes.persons import is_person
from transforms.quotes.relay import CITING

_STARTS = frozenset(("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OPENS = frozenset(("mark", "advmod"))
_WHERE = frozenset(("at", "by", "during", "in", "on", "via"))
_SAYS = frozenset(("add", "say", "state", "tell", "write"))
_PASTS = frozenset(("VBD", "VBN", "VBZ"))
_SHORT = 4  # tokens
_MARKS = frozenset(("“", "”", '"', "''", "``", "‘", "«"))


def misplaced_clause(verb: Token, words: Cues) -> tuple[int, int] | None:
    """A clause with "that" anywhere below the cue; one without behind a verb of saying; the rest of what is "said"."""
    found = _that_clause(verb, words) or _clause_of_addressee(verb, words) or _clause_of_first_subject(verb)
    if found is None and "statement" in words.verb(verb.lemma_):
        found = _unmarked_clause(verb)
    if found is None and verb.lemma_ == "say":
        found = _rest_of_sentence(verb)
    return found


def behind_parted_subject(verb: Token) -> Token | None:
    """The subject that the parse gives to what is said: Ruiz in `Ruiz, prosecuting, said the bridge fell`."""
    told = verb.head
    if verb.dep_ != "parataxis" or told.i < verb.i or verb.nbor(-1).text != ",":
        return None
    subjects = [child for child in told.lefts if child.dep_ in _SUBJECTS]
    is_parted = len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].left_edge.i <= verb.i + 2
    return subjects[0] if is_parted else None


def _clause_of_first_subject(verb: Token) -> tuple[int, int] | None:
    """A clause whose verb the parse takes for a participle: `A boat with 20 people capsized/VBN, the guard said`."""
    subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    if len(subjects) != 2 or subjects[1].left_edge.nbor(-1).text != ",":  # noqa: PLR2004 - what is told and who tells
        return None
    first, last = subjects[0].left_edge.i, subjects[1].left_edge.i - 1
    is_told = first == verb.sent.start and any(token.tag_ in _PASTS for token in verb.doc.tokens[first:last])
    return (first, last) if is_told and not any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights) else None


def told_in_marks(verb: Token) -> tuple[int, int] | None:
    """The sentence that words in marks behind a cue go on with: `When it fell, she said, “we ran.”`."""
    texts, start = verb.doc.texts, verb.i + 1
    if (
        len(texts) < start + 3
        or texts[start] != ","
        or texts[start + 1] not in _MARKS
        or not texts[start + 2].islower()
    ):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    before = verb.doc.tokens[verb.sent.start : subject.left_edge.i - 1] if subject is not None else ()
    if not before or before[-1].nbor().text != "," or not any(token.tag_ in FINITE for token in before):
        return None
    closing = next((place for place in range(start + 3, verb.sent.end) if texts[place] in _MARKS), verb.sent.end - 1)
    return verb.sent.start, closing + 1


def _that_clause(verb: Token, words: Cues) -> tuple[int, int] | None:
    for that in verb.doc.tokens[verb.i + 1 : verb.sent.end]:
        if that.lower_ != "that" or that.dep_ not in _OPENS:
            continue
        first = that.head.left_edge
        if first != that and not (first.lower_ == "only" and first.i == that.i - 1):  # "would say only that …"
            continue
        between = list(takewhile(lambda token: token.i != verb.i, that.head.ancestors))
        last = between[-1].head if between else that.head.head
        if last == verb and not any(_holds_clause(token, verb, words) for token in between):
            return that.i + 1, that.head.right_edge.i + 1
    return None


def _clause_of_addressee(verb: Token, words: Cues) -> tuple[int, int] | None:
    """What the parse makes a clause about the one who is told: `reminded members that …`, `told the paper she had left`."""
    if verb.lemma_ not in words.addressing:
        return None
    told = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    clause = next((child for child in told.rights if child.dep_ == "relcl"), None) if told is not None else None
    if told is None or clause is None:
        return None
    first = clause.left_edge
    if first.lower_ == "that" and first.dep_ not in _SUBJECTS:
        return first.i + 1, clause.right_edge.i + 1
    hears = told.lemma_ in words.relay_nouns or is_person(told)
    has_own = any(child.dep_ in _SUBJECTS and child.left_edge is first for child in clause.lefts)
    return (first.i, clause.right_edge.i + 1) if hears and has_own and first.tag_[0] != "W" else None


def _holds_clause(token: Token, verb: Token, words: Cues) -> bool:
    """Whether a "that" below `token` is governed by it and not by `verb`."""
    if token.lower_ in CITING and token.nbor(-1).text == ",":
        return False  # "TASS reported, referring to a source, that …"
    if token.dep_ == "pobj" and token.head.head == verb and token.head.lower_ in _WHERE and verb.lemma_ in _SAYS:
        return False  # "said in a statement that …", "told analysts on a call that …"
    return token.i < verb.i or token.tag_[0] == "V" or token.lemma_.lower() in words.nouns


def _unmarked_clause(verb: Token) -> tuple[int, int] | None:
    """`said after the talks they would go on`: a finite clause that the parse takes for an adverbial."""
    for clause in verb.rights:
        if clause.dep_ != "advcl" or any(child.dep_ in ("mark", "advmod") for child in clause.lefts):
            continue
        subject = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
        is_finite = clause.tag_ in FINITE or any(child.tag_ in FINITE for child in clause.lefts)
        if subject is None or not is_finite or subject.tag_[0] == "W":
            continue
        if not any(token.text == "," for token in verb.doc.tokens[verb.i : subject.i]):
            return subject.left_edge.i, clause.right_edge.i + 1
    return None


def _rest_of_sentence(verb: Token) -> tuple[int, int] | None:
    """What follows "said" where the parse sees no clause in it, though it holds a finite verb."""
    first, last = verb.i + 1, verb.sent.end
    rest = verb.doc.tokens[first:last]
    starts = len(rest) > _SHORT and rest[0].pos_ in _STARTS
    return (first, last) if starts and any(token.tag_ in FINITE for token in rest) else None
