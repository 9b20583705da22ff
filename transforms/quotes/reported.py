"""Reported speech: what the parse says that somebody says, thinks, asks for or condemns."""

from collections.abc import Iterator, Sequence

from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.adjective_cues import by_adjective
from transforms.quotes.clauses import (
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    cue_verb,
    edges,
    is_as_saying,
    is_passive,
    noun_before,
    speaker_span,
    subject_of,
    viewer_of,
    wording_of,
)
from transforms.quotes.content import content_of, enclosing
from transforms.quotes.cues import Cues, cues
from transforms.quotes.ends import without_aside
from transforms.quotes.inverted import inverted
from transforms.quotes.named_media import before_credit, past_citing, past_source
from transforms.quotes.noun_cues import by_noun
from transforms.quotes.relay import CITING, credited, named_by, teller_of
from transforms.quotes.unnamed import GROUNDS, by_hearing, by_nobody_named

_SAYING = frozenset(("statement", "report", "finding"))
_DASHES = frozenset(("-", "–", "—", "--"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CITES = frozenset(("cite", "quote"))


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """The attributions that verbs, nouns and phrases of `doc` make, in order of their cues."""
    words = cues()
    nouns, classes, adjectives = words.noun_words, words.classes, words.adjectives
    for i in [i for i, tag in enumerate(doc.tags) if tag[0] in "NVJ"]:
        tag, lemma = doc.tags[i], doc.lemmas[i]
        kind = tag[0]
        if kind == "N":
            if lemma in nouns:
                yield from _by_any_noun(doc.tokens[i], words)
            continue
        token, lower = doc.tokens[i], doc.lowers[i]
        if kind == "V":
            known = classes.get(cue_verb(token) if lemma in words.with_particle else lemma)
            if known:
                yield from _by_verb(token, known, words)
            elif lemma in words.phrases:
                yield from _by_phrase(token, words)
            if lower in adjectives and (tag == "VBN" or token.dep_ == "acomp"):
                yield from by_adjective(token, words)
        elif lower in adjectives and (token.dep_ == "acomp" or token.head.lemma_ == "make"):
            yield from by_adjective(token, words)


def _by_any_noun(noun: Token, words: Cues) -> Iterator[Attribution]:
    misread = tuple(_by_misread_verb(noun, words)) if noun.dep_ == "ROOT" else ()
    if misread:
        yield from misread
    elif noun.lemma_ in words.nouns:
        yield from by_noun(noun, words)
    if noun.dep_ != "pobj":
        return
    if noun.lower_ in words.views:
        yield from _by_view(noun)
    elif noun.lemma_ in words.polls:
        yield from _by_poll(noun, words)


def _by_misread_verb(noun: Token, words: Cues) -> Iterator[Attribution]:
    """A verb that the parse takes for a noun though it has a subject and a clause: `Economists estimate/NN that …`."""
    classes = words.verb(noun.lemma_)
    if not classes:
        return
    told = next((child for child in noun.lefts if child.dep_ == "ccomp"), None)
    if told is not None and noun.lower_ in words.finite_forms and noun.doc.tokens[told.right_edge.i + 1].text == ",":
        start, end = char_span(noun.doc, *edges(told))
        source = noun.doc[told.right_edge.i + 2 : noun.i]
        if end > start and len(source):  # "It fell, the ministry's press service reports/NNS."
            yield Attribution(start, end, source, _cue(noun))
    elif any(child.dep_ == "nsubj" for child in noun.lefts) and any(child.dep_ == "ccomp" for child in noun.rights):
        yield from _by_verb(noun, classes, words)


def _by_phrase(token: Token, words: Cues) -> Iterator[Attribution]:
    """`according to X`, `as X put it`, `the court heard that …`."""
    if token.lower_ == "according":
        yield from _according(token)
    elif token.lemma_ == "hear":
        yield from by_hearing(token, words)
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
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and "judgement" in classes:
        yield from _judged_by(verb, words)
        return
    passive = is_passive(verb)
    forced = _forced(verb, words) if verb.dep_ == "xcomp" else None
    source = agent_of(verb) if passive else forced or subject_of(verb) or noun_before(verb)
    if source is None or (forced is None and _is_unsaid_infinitive(verb, words)):
        if passive and source is None:
            yield from by_nobody_named(verb, classes, words)
        return
    content = _passive_content(verb, classes, words) if passive else content_of(verb, classes, words)
    if content is None or content[0] <= source.i < content[1] <= verb.i:
        return
    first, last = before_credit(verb, *without_aside(verb, *content, words))
    start, end = char_span(verb.doc, past_citing(verb.doc, first, last), last)
    if end > start:
        yield Attribution(start, end, _speaker_before(source, first), _cue(verb))


def _speaker_before(source: Token, first: int) -> Span:
    """The source, without what is said: `was accused by builders of hiding a crack`."""
    speaker = speaker_span(source)
    return source.doc[speaker.start : first - 1] if source.i < first < speaker.end else speaker


def _forced(verb: Token, words: Cues) -> Token | None:
    """Who is made to say it: the object in `forced him to admit that …`."""
    if verb.tag_ != "VB" or verb.head.lemma_ not in words.forcing:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _is_unsaid_infinitive(verb: Token, words: Cues) -> bool:
    """An infinitive says nothing yet, but that of a purpose, `took to the radio to accuse …`, or behind `appeared to`."""
    if (
        verb.dep_ == "advcl"
    ):  # but not what somebody may not be named for: "spoke on condition of anonymity to discuss …"
        return any(token.lower_ == "anonymity" for token in verb.doc.tokens[verb.sent.start : verb.i])
    if _is_raised(verb, words):
        return False
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _is_raised(verb: Token, words: Cues) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in words.raising


def _judged_by(verb: Token, words: Cues) -> Iterator[Attribution]:
    """`a plan criticized by unions`: what the participle is said of."""
    source, judged = agent_of(verb), verb.head
    if source is None or verb.lemma_ in words.naming or verb.lemma_ in words.deeds or verb.lemma_ in words.physical:
        return
    start, end = char_span(verb.doc, judged.left_edge.i, verb.left_edge.i)
    if end > start:
        yield Attribution(start, end, speaker_span(source), _cue(verb))


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


def _passive_content(verb: Token, classes: frozenset[str], words: Cues) -> tuple[int, int] | None:
    """`The attack was condemned by X`: the subject; `He was accused by X of lying`, `It was dismissed by X as weak`."""
    grounds = _grounds_behind_agent(verb, words)
    if grounds is not None and "prepositional" in classes and grounds.lower_ != "as":
        return grounds.i + 1, grounds.right_edge.i + 1
    if not classes & {"judgement", "report"} or any(map(is_as_saying, verb.rights)):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is not None and grounds is not None:
        return subject.left_edge.i, grounds.right_edge.i + 1
    return edges(subject) if subject is not None and subject.pos_ != "PRON" else None


def _grounds_behind_agent(verb: Token, words: Cues) -> Token | None:
    """The preposition of what somebody is accused of, or called as, behind "by …"."""
    agent = agent_of(verb)
    if agent is None:
        return None
    known = words.prepositions.get(verb.lemma_, GROUNDS) | GROUNDS
    own = (part for part in agent.rights if part.lower_ == "as" or any(child.dep_ == "pcomp" for child in part.rights))
    parts = (*verb.rights, *agent.head.rights, *own)
    return next((part for part in parts if part.dep_ == "prep" and part.lower_ in known and part.i > agent.i), None)


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


def _by_poll(noun: Token, words: Cues) -> Iterator[Attribution]:
    """`In the latest poll, Ruiz leads`: what the clause tells that it opens, but where this tells who said so."""
    preposition = noun.head
    verb = preposition.head
    opens = preposition.lower_ == "in" and preposition.i == preposition.sent.start
    if not opens or verb.tag_[0] != "V" or words.verb(verb.lemma_) or is_passive(verb):
        return
    start, end = char_span(noun.doc, *_modified(preposition))
    if end > start:
        yield Attribution(start, end, speaker_span(noun), noun.doc[preposition.i : preposition.i + 1])


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


def _cue(verb: Token) -> Span:
    """The verb as it stands, with the particle or negation that changes what it says."""
    return verb.doc[verb.i : verb.i + 1]
