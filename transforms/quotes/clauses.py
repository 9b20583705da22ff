"""What the parse of one sentence gives quotes: agents, holders, speakers as the article names them, token stretches."""

from schemas.record import record
from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.cues import cues
from transforms.quotes.openings import is_dash
from transforms.quotes.persons import is_office

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))  # tags of verbs that carry a clause of their own
_PARTICLES = frozenset(("prt", "advmod"))
_FROM = frozenset(("by", "from", "of"))
_INSIDE = frozenset(("at", "in", "by"))
_LONGEST_PAIR = 8  # tokens of "… and …" that speak together
_STOPS = (",", ";", ":", "-", "–", "—", "--", ".")
_PLACES = frozenset(("DATE", "FAC", "GPE", "LOC", "NORP"))
_CLOSING = {"”": "“", "»": "«"}
_MARKS = ("“", '"', "‘", "'")


@record()
class Attribution:
    """Content and its source inside one paragraph: `[start, end)` counts from the paragraph's own start."""

    start: int
    end: int
    speaker: Span | None
    cue: Span


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive: "was condemned by X"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    return None


def told_in(verb: Token) -> Token | None:
    """Where a passive says that it is told: the report in `it is noted in the report that …`, `“…” it is said in it`."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None or subject.lower_ != "it":
        return None
    words = cues()
    for child in verb.rights:
        where = _object(child) if child.lower_ in _INSIDE and child.i == verb.i + 1 else None
        if where is not None:
            is_text = where.lemma_.lower() in words.documents or where.lemma_.lower() in words.speech_nouns
            return where if is_text or is_office(where) or where.lower_ == "release" else None
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
