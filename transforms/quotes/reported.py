"""Reported speech: what the parse says that somebody says, thinks, asks for or condemns."""

from collections.abc import Iterator

from transforms.quotes.clauses import (
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    edges,
    is_passive,
    noun_before,
    speaker_span,
    subject_of,
)
from transforms.quotes.cues import Cues, cues
from transforms.tokens import Doc, Span, Token

_CLAUSAL = frozenset(("statement", "report", "finding", "belief", "intention", "request"))
_SAYING = frozenset(("statement", "report", "finding"))
_INFINITIVE = frozenset(("intention", "request"))
_SHORT = 4  # tokens
# What the article itself adds behind a comma.
_ASIDES = frozenset(("although", "though"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# Prepositional phrases that time an act of praise or blame and are no part of its target.
_TIMES = frozenset(("during", "after", "before", "since", "until", "amid", "while"))


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """The attributions that verbs, nouns and phrases of `doc` make, in order of their cues."""
    words = cues()
    for token in doc:
        if token.tag_[0] == "V":
            classes = words.verb(token.lemma_)
            if classes:
                yield from _by_verb(token, classes, words)
            elif token.lower_ == "according":
                yield from _according(token)
        if token.dep_ == "acomp" and token.lower_ in words.adjectives:
            yield from _by_adjective(token)
        if token.tag_[0] == "N" and token.lemma_.lower() in words.nouns:
            yield from _by_noun(token, words)


def _by_verb(verb: Token, classes: frozenset[str], words: Cues) -> Iterator[Attribution]:
    if _is_idle(verb, classes, words):
        return
    passive = is_passive(verb)
    source = agent_of(verb) if passive else subject_of(verb) or noun_before(verb)
    if source is None or any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts):
        return
    content = _passive_content(verb, classes) if passive else _content(verb, classes, words)
    if content is None or content[0] <= source.i < content[1] <= verb.i:
        return
    start, end = char_span(verb.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), _cue(verb))


def _is_idle(verb: Token, classes: frozenset[str], words: Cues) -> bool:
    """Whether a cue attributes nothing of its own: under "if", or a wish inside what somebody is said to say."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.lefts):
        return True
    nested = verb.dep_ in ("ccomp", "xcomp") and bool(words.verb(verb.head.lemma_))
    return nested and not classes & _SAYING


def _content(verb: Token, classes: frozenset[str], words: Cues) -> tuple[int, int] | None:
    """The tokens of what is said: a clause first, then an infinitive, then a noun or prepositional phrase."""
    if classes & _CLAUSAL:
        clause = _clause(verb, words) or _enclosing(verb) or _that_clause(verb)
        if clause is not None:
            return clause
        if verb.lemma_ == "say":
            return _rest_of_sentence(verb)
    if classes & _INFINITIVE:
        infinitive = next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")), None)
        if infinitive is not None:
            return _with_addressee(verb, infinitive, words)
    if "prepositional" in classes:
        found = _prepositional(verb, words.prepositions[verb.lemma_])
        if found is not None:
            return found
    if classes & {"report", "judgement"}:
        return _object(verb)
    return None


def _with_addressee(verb: Token, infinitive: Token, words: Cues) -> tuple[int, int]:
    """An infinitive with the one who is to do it: `urged Iran to sign`, but `told Iran to sign` is told to Iran."""
    first, last = edges(infinitive)
    last = _end_of_content(infinitive, last, words)
    asked = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < infinitive.i), None)
    if asked is not None and verb.lemma_ != "tell":
        first = min(first, asked.left_edge.i)
    return first, last


def _clause(verb: Token, words: Cues) -> tuple[int, int] | None:
    """The clause that a verb governs, on whichever side, with what is joined to it by "and" or "but"."""
    for child in verb.children:
        if child.dep_ not in ("ccomp", "csubj") and not (child.dep_ == "xcomp" and child.tag_ not in ("VB", "VBG")):
            continue
        first, last = edges(child)
        if first <= verb.i < last:
            continue
        if last <= verb.i:
            return _around(verb, first, last)
        if verb.doc[first].lower_ == "that":
            first += 1
        for joined in verb.rights:
            if joined.dep_ == "conj" and joined.i >= last and _is_content(joined, words):
                last = joined.right_edge.i + 1
        return first, _end_of_content(child, last, words)
    return None


def _end_of_content(head: Token, last: int, words: Cues) -> int:
    """Where content ends before the cue behind it: `said it fell, citing …`, `said it would fall and warned …`."""
    for child in head.rights:
        before = head.doc[child.left_edge.i - 1]
        cue = child.tag_[0] == "V" and bool(words.verb(child.lemma_))
        if child.dep_ == "advcl" and before.text == ",":
            aside = child.left_edge.lower_ in _ASIDES
            if aside or (cue and child.tag_ == "VBG"):
                return before.i
        if (
            child.dep_ == "conj"
            and cue
            and child.tag_ == "VBD"
            and head.tag_ != "VBD"
            and subject_of(child) is not None
        ):
            own = any(part.dep_ in SUBJECTS for part in child.lefts)
            if not own and before.dep_ != "mark":
                return child.left_edge.i - 1 if before.dep_ == "cc" else child.left_edge.i
    return last


def _that_clause(verb: Token) -> tuple[int, int] | None:
    """A clause with "that" which the parse gives another place than that of an object."""
    for child in verb.rights:
        if (
            child.dep_ in ("advcl", "acl", "relcl")
            and child.left_edge.lower_ == "that"
            and child.left_edge.tag_ == "IN"
        ):
            return child.left_edge.i + 1, child.right_edge.i + 1
    return None


def _rest_of_sentence(verb: Token) -> tuple[int, int] | None:
    """What follows "said" where the parse sees no clause in it, though it holds a finite verb."""
    first, last = verb.i + 1, verb.sent.end
    rest = verb.doc[first:last]
    starts = len(rest) > _SHORT and rest[0].pos_ in ("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM")
    return (first, last) if starts and any(token.tag_ in _FINITE for token in rest) else None


def _is_content(joined: Token, words: Cues) -> bool:
    """Whether a verb that the parse joins to the cue goes on with the content: `said it fell but would rise`."""
    if words.verb(joined.lemma_):
        return False
    return any(child.dep_ in SUBJECTS or child.tag_ == "MD" for child in joined.lefts)


def _around(verb: Token, first: int, last: int) -> tuple[int, int]:
    """Content that begins before its cue: the whole sentence where the cue only interrupts it."""
    doc, sentence = verb.doc, verb.sent
    if not any(token.tag_ in _FINITE for token in doc[first:last]):
        return sentence.start, sentence.end
    comma = next((token.i for token in doc[verb.i + 1 : verb.i + 8] if token.text == ","), None)
    if comma is not None and comma + 1 < sentence.end and doc[comma + 1].lower_ in ("and", "but", "so", "because"):
        return first, sentence.end
    return first, last


def _enclosing(verb: Token) -> tuple[int, int] | None:
    """The clause around `…, he said, …` or before `…, as he said`: its head's words but those of the cue's clause."""
    head = verb.head
    as_clause = verb.dep_ == "advcl" and any(
        child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children
    )
    if head == verb or not (verb.dep_ == "parataxis" or as_clause):
        return None
    first, last = edges(head)
    own_first, own_last = edges(verb)
    if own_first <= first:
        return own_last, last
    return first, own_first if own_last >= last else last


def _prepositional(verb: Token, prepositions: frozenset[str]) -> tuple[int, int] | None:
    """What follows the verb's own preposition: `called for talks`, `accused him of lying`."""
    for child in verb.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in prepositions:
            inner = next((part for part in child.children if part.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return edges(inner)
    return None


def _object(verb: Token) -> tuple[int, int] | None:
    """The noun phrase that a verb of praise, blame or report takes, and what it is called: `called the vote a sham`."""
    target = next((child for child in verb.rights if child.dep_ in ("dobj", "oprd")), None)
    if target is None or target.pos_ == "PRON":
        return None
    first, last = target.left_edge.i, target.i + 1
    for child in target.rights:
        aside = child.dep_ in ("relcl", "appos", "acl") and verb.doc[child.left_edge.i - 1].text == ","
        if aside or (child.dep_ == "prep" and child.lower_ in _TIMES):
            break
        if child.dep_ != "punct":
            last = child.right_edge.i + 1
    for child in verb.rights:
        if child.i > target.i and (child.dep_ == "oprd" or child.lower_ in ("as", "of", "for", "to")):
            last = max(last, child.right_edge.i + 1)
    return first, last


def _passive_content(verb: Token, classes: frozenset[str]) -> tuple[int, int] | None:
    """`The attack was condemned by X`: the subject."""
    if not classes & {"judgement", "report"}:
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return edges(subject) if subject is not None and subject.tag_ not in ("WDT", "WP") else None


def _according(token: Token) -> Iterator[Attribution]:
    """`according to X`: the clause that it modifies."""
    to = next((child for child in token.children if child.dep_ == "prep"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    head = token.head
    while head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.lefts):
        head = head.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    first, last = edges(head)
    own_first, own_last = edges(token)
    if own_first <= first or all(t.is_punct or t.is_space for t in token.doc[first:own_first]):
        first = own_last
    elif own_last >= last or all(t.is_punct or t.is_space for t in token.doc[own_last:last]):
        last = own_first
    start, end = char_span(token.doc, first, last)
    if end > start:
        yield Attribution(start, end, speaker_span(source), token.doc[token.i : to.i + 1])


def _by_adjective(adjective: Token) -> Iterator[Attribution]:
    """`X is confident that …`."""
    source = subject_of(adjective.head)
    clause = next((child for child in adjective.rights if child.dep_ == "ccomp"), None)
    if source is None or clause is None or source.lower_ in ("it", "that", "this"):
        return
    start, end = char_span(adjective.doc, *edges(clause))
    if end > start:
        yield Attribution(start, end, speaker_span(source), adjective.doc[adjective.i : adjective.i + 1])


def _by_noun(noun: Token, words: Cues) -> Iterator[Attribution]:
    """`X's claim that …`, `his promise to …`."""
    source = next((child for child in noun.children if child.dep_ == "poss"), None)
    if source is None:
        return
    for child in noun.rights:
        is_clause = child.dep_ in ("acl", "ccomp") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        )
        is_infinitive = child.dep_ in ("acl", "xcomp") and child.tag_ == "VB"
        if (is_clause and noun.lemma_ in words.clause_nouns) or (
            is_infinitive and noun.lemma_ in words.infinitive_nouns
        ):
            start, end = char_span(noun.doc, *edges(child))
            yield Attribution(start, end, speaker_span(source), noun.doc[noun.i : noun.i + 1])
            return


def _cue(verb: Token) -> Span:
    """The verb as it stands, with the particle or negation that changes what it says."""
    return verb.doc[verb.i : verb.i + 1]
