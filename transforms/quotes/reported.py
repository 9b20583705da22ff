"""Reported speech: what the parse says that somebody says, thinks, asks for or condemns."""

from collections.abc import Iterator, Sequence

from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.clauses import (
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    edges,
    is_as_saying,
    is_passive,
    noun_before,
    speaker_span,
    subject_of,
    viewer_of,
    wording_of,
)
from transforms.quotes.content import content_of, enclosing, without_aside
from transforms.quotes.cues import Cues, cues
from transforms.quotes.inverted import inverted, misread
from transforms.quotes.named_media import before_credit, past_citing, past_source
from transforms.quotes.objects import prepositional
from transforms.quotes.relay import CITING, credited, named_by, teller_of

_HELD = frozenset(("statement", "report", "finding", "belief"))
# What an adjective or a noun is about, and the grounds of praise or blame that name no source.
_ABOUT = frozenset(("about", "of", "on", "over", "with"))
_WANTED = frozenset(("for",))
_GROUNDS = frozenset(("of", "for", "as"))
_SAYING = frozenset(("statement", "report", "finding"))
_DASHES = frozenset(("-", "–", "—", "--"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CITES = frozenset(("cite", "quote"))
_FROM = frozenset(("among", "by", "from"))


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """The attributions that verbs, nouns and phrases of `doc` make, in order of their cues."""
    words = cues()
    nouns, classes, adjectives, views = words.nouns, words.classes, words.adjectives, words.views
    for token in doc.tokens:
        kind = token.tag_[0]
        if kind == "N":
            if token.lemma_ in nouns:
                yield from _by_noun(token, words)
            if token.dep_ == "pobj" and token.lower_ in views:
                yield from _by_view(token)
        elif kind == "V":
            known = classes.get(token.lemma_)
            if known:
                yield from _by_verb(token, known, words)
            elif token.lemma_ in words.phrases:
                yield from _by_phrase(token, words)
            if (token.dep_ == "acomp" or token.tag_ == "VBN") and token.lower_ in adjectives:
                yield from _by_adjective(token, words)
        elif kind == "J" and token.dep_ == "acomp" and token.lower_ in adjectives:
            yield from _by_adjective(token, words)


def _by_phrase(token: Token, words: Cues) -> Iterator[Attribution]:
    """`according to X`, `as X put it`, `the court heard that …`."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.lemma_ == "hear":
        yield from _by_hearing(token, words)
    elif wording_of(token) is not None:
        yield from _by_wording(token)


def _by_verb(verb: Token, classes: frozenset[str], words: Cues) -> Iterator[Attribution]:
    if verb.tag_ == "VBN" and _is_as_told_by(verb):
        yield from _by_wording(verb)
        return
    if _is_idle(verb, classes, words):
        return
    behind = inverted(verb)
    if behind is not None:
        start, end = char_span(verb.doc, verb.sent.start, min(verb.i, behind.left_edge.i))
        yield Attribution(start, end, speaker_span(behind), _cue(verb))
        return
    passive = is_passive(verb)
    forced = _forced(verb, words) if verb.dep_ == "xcomp" else None
    source = agent_of(verb) if passive else forced or subject_of(verb) or noun_before(verb)
    if source is None or (forced is None and _is_unsaid_infinitive(verb, words)):
        if passive and source is None and classes & _HELD:
            yield from _by_nobody(verb, is_finite="request" in classes)
        elif passive and source is None and "judgement" in classes:
            yield from _blamed_by_nobody(verb)
        return
    content = _passive_content(verb, classes) if passive else content_of(verb, classes, words)
    if content is None or content[0] <= source.i < content[1] <= verb.i:
        return
    first, last = before_credit(verb, *without_aside(verb, *content))
    start, end = char_span(verb.doc, past_citing(verb.doc, first, last), last)
    if end > start:
        yield Attribution(start, end, speaker_span(source), _cue(verb))


def _forced(verb: Token, words: Cues) -> Token | None:
    """Who is made to say it: the object in `forced him to admit that …`."""
    if verb.tag_ != "VB" or verb.head.lemma_ not in words.forcing:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _is_unsaid_infinitive(verb: Token, words: Cues) -> bool:
    """An infinitive says nothing yet, but that of a purpose, `took to the radio to accuse …`, or behind `appeared to`."""
    if verb.dep_ == "advcl" or _is_raised(verb, words):
        return False
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _is_raised(verb: Token, words: Cues) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in words.raising


def _by_nobody(verb: Token, *, is_finite: bool) -> Iterator[Attribution]:
    """A passive that names no source: `the vote is expected to fail`, `they were told that it failed`.

    With `is_finite` only a finite clause is content, as an order is none: `they were told to wait`. It may stand before
    a court's: `It fell, the jury was told`.
    """
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    clause = next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")), None)
    if clause is None and subject is not None and {subject.lower_, subject.lemma_} & cues().hearers:
        clause = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if subject is None or clause is None or verb.dep_ in ("relcl", "acl") or (is_finite and clause.dep_ == "xcomp"):
        return
    first, last = edges(clause)
    first = subject.left_edge.i if clause.dep_ == "xcomp" else first + (verb.doc.tokens[first].lower_ == "that")
    start, end = char_span(verb.doc, first, last)
    if end > start:
        yield Attribution(start, end, None, _cue(verb))


def _by_hearing(verb: Token, words: Cues) -> Iterator[Attribution]:
    """`The court heard that …`, `…, an inquest heard`: what somebody said before those who hear it."""
    apart = misread(verb)  # "It fell, an inquest heard on Monday."
    hearer = apart or subject_of(verb)
    if hearer is None or not {hearer.lower_, hearer.lemma_.lower()} & words.hearers:
        return
    if apart is not None:
        content: tuple[int, int] | None = (verb.sent.start, apart.left_edge.i)
    else:
        content = content_of(verb, frozenset(("statement",)), words)
    start, end = char_span(verb.doc, *content) if content is not None else (0, 0)
    if end > start:
        yield Attribution(start, end, None, _cue(verb))


def _blamed_by_nobody(verb: Token) -> Iterator[Attribution]:
    """Praise or blame that names no source but its grounds: `the police were accused of shooting first`."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    grounds = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in _GROUNDS), None)
    if subject is None or grounds is None or verb.dep_ in ("relcl", "acl"):
        return
    start, end = char_span(verb.doc, subject.left_edge.i, grounds.right_edge.i + 1)
    if end > start:
        yield Attribution(start, end, None, _cue(verb))


def _is_as_told_by(verb: Token) -> bool:
    """`As noted by X, …`, `As Interfax was told at X, …`."""
    if verb.dep_ != "advcl" or not any(child.lower_ == "as" for child in verb.lefts):
        return False
    return agent_of(verb) is not None or teller_of(verb) is not None


def _is_idle(verb: Token, classes: frozenset[str], words: Cues) -> bool:
    """Whether a cue attributes nothing of its own: under "if", or a wish inside what somebody is said to say."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.lefts):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any("aux" in child.dep_ for child in verb.lefts):
        return True  # "Asked about the price, she said …": not what she asked
    if verb.head.lemma_ == "let" and verb.dep_ == "ccomp":
        return True  # "Let us say that …"
    if verb.lemma_ in ("continue", "begin") and any(child.dep_ == "xcomp" for child in verb.rights):
        return True
    if credited(verb) is not None:
        return True
    if (verb.lower_ in CITING or (verb.lemma_ in _CITES and verb.dep_ == "relcl")) and named_by(verb) is not None:
        return True  # who says it, and not what they say: "citing the port authority"
    nested = verb.dep_ in ("ccomp", "xcomp") and bool(words.verb(verb.head.lemma_))
    return nested and not classes & _SAYING and not _is_raised(verb, words)


def _passive_content(verb: Token, classes: frozenset[str]) -> tuple[int, int] | None:
    """`The attack was condemned by X`: the subject."""
    if not classes & {"judgement", "report"} or any(map(is_as_saying, verb.rights)):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return edges(subject) if subject is not None and subject.pos_ != "PRON" else None


def _according(token: Token) -> Iterator[Attribution]:
    """`according to X`: the clause that it modifies."""
    to = next((child for child in token.children if child.dep_ == "prep"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    start, end = char_span(token.doc, *_modified(token))
    if end > start:
        yield Attribution(start, end, speaker_span(source), token.doc[token.i : to.i + 1])


def _by_view(noun: Token) -> Iterator[Attribution]:
    """`In X's view, …`, `…, in the words of X`: the clause that it modifies."""
    source = viewer_of(noun)
    if source is None:
        return
    start, end = char_span(noun.doc, *_modified(noun.head))
    if end > start:
        yield Attribution(start, end, speaker_span(source), noun.doc[noun.i : noun.i + 1])


def _modified(phrase: Token) -> tuple[int, int]:
    """The tokens of the clause that a phrase at its start or end modifies, without the phrase."""
    head = phrase.head
    while head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.lefts):
        head = head.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    first, last = edges(head)
    own_first, own_last = edges(phrase)
    own_last = past_source(phrase.doc, own_last, last)
    if own_first <= first or _is_dateline(phrase.doc.tokens[first:own_first]):
        first = own_last
    elif own_last >= last or all(t.is_punct or t.is_space for t in phrase.doc.tokens[own_last:last]):
        last = own_first
    return first, last


def _is_dateline(before: Sequence[Token]) -> bool:
    """Whether nothing of a clause stands before a phrase that opens it: marks, or a place and a date before a dash."""
    if all(token.is_punct or token.is_space for token in before):
        return True
    return before[-1].text in _DASHES and not any(token.tag_ in _FINITE for token in before)


def _by_wording(verb: Token) -> Iterator[Attribution]:
    """`As X put it, …`, `As noted by X, …`."""
    source, content = agent_of(verb) or teller_of(verb) or subject_of(verb), enclosing(verb)
    if source is None or content is None:
        return
    start, end = char_span(verb.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), _cue(verb))


def _by_adjective(adjective: Token, words: Cues) -> Iterator[Attribution]:
    """`X is confident that …`, `X is worried about …`, `X is willing to …`."""
    if adjective.tag_ == "VBN" and (not is_passive(adjective) or agent_of(adjective) is not None):
        return
    source = subject_of(adjective if adjective.tag_ == "VBN" else adjective.head)
    content = _content_of_adjective(adjective, words) if source is not None else None
    if source is None or content is None or source.lower_ in ("it", "that", "this"):
        return
    start, end = char_span(adjective.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), adjective.doc[adjective.i : adjective.i + 1])


def _content_of_adjective(adjective: Token, words: Cues) -> tuple[int, int] | None:
    governed = "xcomp" if adjective.lower_ in words.infinitive_adjectives else "ccomp"
    clause = next((child for child in adjective.rights if child.dep_ == governed), None)
    if clause is None:
        return prepositional(adjective, _ABOUT)
    first, last = edges(clause)
    return first + (adjective.doc.tokens[first].lower_ == "that"), last


def _by_noun(noun: Token, words: Cues) -> Iterator[Attribution]:
    """`X's claim that …`, `his promise to …`, `X voiced concern that …`, `warnings from X that …`, `fears that …`."""
    source = _holder(noun, words) or _by_whom(noun)
    content = _content_of_noun(noun, words, is_sourced=source is not None)
    if content is None or (source is not None and content[0] <= source.i < content[1]):
        return
    start, end = char_span(noun.doc, *content)
    if end > start:
        yield Attribution(start, end, _speaker_of(noun, source), noun.doc[noun.i : noun.i + 1])


def _holder(noun: Token, words: Cues) -> Token | None:
    """Whose claim it is: the possessor, or the subject of the light verb whose object the noun is."""
    possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
    verb = noun.head
    if possessor is None and noun.tag_ == "NNS" and noun.i > noun.sent.start:
        before = noun.nbor(-1)  # a verb that the parser takes for a noun: "Ruiz claims that …"
        if before.tag_ in ("NN", "NNP") and (verb == before or (before.head == noun and noun.dep_ == "ROOT")):
            return before
    if possessor is not None or noun.dep_ != "dobj" or verb.lemma_ not in words.light_verbs:
        return possessor
    return subject_of(verb)


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
        is_clause = child.dep_ in ("acl", "ccomp") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        )
        is_infinitive = child.dep_ in ("acl", "xcomp", "advcl") and child.tag_ == "VB"
        if (is_clause and noun.lemma_ in words.clause_nouns) or (is_infinitive and noun.lemma_ in infinitives):
            first, last = edges(child)
            return first + (noun.doc.tokens[first].lower_ in ("for", "that")), last
    if is_sourced and noun.lemma_ in words.wanted_nouns:
        return prepositional(noun, _WANTED)
    return prepositional(noun, _ABOUT) if is_sourced and noun.lemma_ in words.topic_nouns else None


def _cue(verb: Token) -> Span:
    """The verb as it stands, with the particle or negation that changes what it says."""
    return verb.doc[verb.i : verb.i + 1]
