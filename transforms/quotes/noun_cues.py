"""Reported speech that nouns attribute: `the mayor's claim that …`, `voiced doubts about …`, `an opponent of …`."""

from collections.abc import Iterator

from transforms.parsing.tokens import Span, Token
from transforms.quotes.clauses import Attribution, char_span, edges, speaker_span
from transforms.quotes.cues import Cues
from transforms.quotes.ends import end_of_content, without_aside
from transforms.quotes.objects import prepositional
from transforms.quotes.subjects import subject_of

_FROM = frozenset(("among", "by", "from"))
_NAMED = frozenset(("GPE", "NORP", "ORG", "PERSON"))
_MODIFIERS = frozenset(("amod", "compound", "nmod"))
_OF = frozenset(("of",))


def by_noun(noun: Token, words: Cues) -> Iterator[Attribution]:
    """`X's claim that …`, `his promise to …`, `X voiced concern that …`, `warnings from X that …`, `fears that …`."""
    if noun.lemma_ in words.stances:
        yield from _by_stance(noun)
        return
    source = _holder(noun, words) or _by_whom(noun)
    content = _content_of_noun(noun, words, is_sourced=source is not None)
    if content is None or (source is not None and content[0] <= source.i < content[1]):
        return
    start, end = char_span(noun.doc, *content)
    if end > start:
        yield Attribution(start, end, _speaker_of(noun, source), noun.doc[noun.i : noun.i + 1])


def _by_stance(noun: Token) -> Iterator[Attribution]:
    """`X is an opponent of …`: what X is for or against."""
    content = prepositional(noun, _OF)
    if content is None:
        return
    source = subject_of(noun.head) if noun.dep_ == "attr" else None
    if source is None:
        return
    start, end = char_span(noun.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), noun.doc[noun.i : noun.i + 1])


def _holder(noun: Token, words: Cues) -> Token | None:
    """Whose claim it is: the possessor, or the subject of the light verb whose object the noun is."""
    possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
    verb = noun.head
    if possessor is None and noun.tag_ == "NNS" and noun.i > noun.sent.start:
        before = noun.nbor(-1)  # a verb that the parser takes for a noun: "Ruiz claims that …"
        if (before.tag_ in ("NN", "NNP") or before.ent_type_ == "PERSON") and (
            verb == before or (before.head == noun and noun.dep_ == "ROOT")
        ):
            return before
    is_lent = noun.dep_ == "dobj" and verb.lemma_ in words.light_verbs
    if possessor is not None and not (is_lent and possessor.tag_ == "PRP$"):
        return possessor  # but "threw its weight behind …": the one that throws
    if is_lent:
        return subject_of(verb) or possessor
    return next((child for child in noun.lefts if child.ent_type_ in _NAMED and child.dep_ in _MODIFIERS), None)


def _by_whom(noun: Token) -> Token | None:
    """The source behind a noun: `repeated warnings from the mayor that …`."""
    for child in noun.rights:
        if child.lower_ in _FROM:
            return next((part for part in child.children if part.dep_ == "pobj"), None)
    return None


def _speaker_of(noun: Token, source: Token | None) -> Span | None:
    if source is None:
        return None
    return noun.doc[source.left_edge.i : noun.i] if noun.head == source else speaker_span(source)


def _content_of_noun(noun: Token, words: Cues, *, is_sourced: bool) -> tuple[int, int] | None:
    """A clause with "that" or what is agreed on, `fears that …`; with a source, an infinitive or a topic as well."""
    infinitives = words.infinitive_nouns if is_sourced else words.joint_nouns
    for child in noun.rights:
        is_clause = child.dep_ in ("acl", "ccomp") and _opens_with_that(child)
        is_infinitive = child.dep_ in ("acl", "xcomp", "advcl") and child.tag_ == "VB"
        if (is_clause and noun.lemma_ in words.clause_nouns) or (is_infinitive and noun.lemma_ in infinitives):
            first, last = edges(child)
            first += noun.doc.tokens[first].lower_ in ("for", "that")
            return without_aside(noun, first, end_of_content(child, last, words), words)
    told = _clause_apart(noun) if is_sourced and noun.lemma_ in words.clause_nouns else None
    if told is not None:
        return told
    topic = _topic(noun, words.topics.get(noun.lemma_)) if is_sourced else None
    return without_aside(noun, *topic, words) if topic is not None else None


def _opens_with_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _clause_apart(noun: Token) -> tuple[int, int] | None:
    """`The mayor's main complaint is that …`, `made the case to voters that …`."""
    if not (noun.dep_ == "dobj" or (noun.dep_ == "nsubj" and noun.head.lemma_ == "be")):
        return None
    clause = next((child for child in noun.head.rights if child.dep_ == "ccomp" and _opens_with_that(child)), None)
    return (clause.left_edge.i + 1, clause.right_edge.i + 1) if clause is not None else None


def _topic(noun: Token, prepositions: frozenset[str] | None) -> tuple[int, int] | None:
    """`doubts about …`; the parse may hang the topic on the verb: `cast doubt on …`."""
    if prepositions is None:
        return None
    found = prepositional(noun, prepositions)
    if found is not None or noun.dep_ != "dobj":
        return found
    found = prepositional(noun.head, prepositions)  # right behind the noun and its preposition
    return found if found is not None and found[0] == noun.right_edge.i + 2 else None
