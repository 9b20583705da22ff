"""Reported speech: what the parse says that somebody says, thinks, asks for or condemns."""

from collections.abc import Iterator

from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.adjective_cues import by_adjective
from transforms.quotes.clauses import (
    FINITE,
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    cue_verb,
    edges,
    is_as_saying,
    is_passive,
    speaker_span,
    told_in,
)
from transforms.quotes.content import content_of
from transforms.quotes.cues import Cues, cues
from transforms.quotes.ends import without_aside
from transforms.quotes.inverted import inverted
from transforms.quotes.misplaced import behind_parted_subject
from transforms.quotes.named_media import before_credit, past_citing
from transforms.quotes.noun_cues import by_noun
from transforms.quotes.persons import is_person
from transforms.quotes.phrases import by_phrase, by_poll, by_view, by_wording, is_as_told_by
from transforms.quotes.relay import CITING, credited, named_by
from transforms.quotes.subjects import noun_before, subject_of
from transforms.quotes.unnamed import GROUNDS, by_nobody_named

_CONTENT_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS"])
_TOLD = frozenset(("statement", "report", "request", "finding"))
_SAYING = frozenset(("statement", "report", "finding"))
_CITES = frozenset(("cite", "quote"))
_NAMES = frozenset(("name", "identify", "quote"))
_GIVES = frozenset(("disclose", "give", "mention", "reveal"))
_IDENTITY = frozenset(("identity", "name"))


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """The attributions that verbs, nouns and phrases of `doc` make, in order of their cues."""
    words = cues()
    nouns, classes, adjectives = words.noun_words, words.classes, words.adjectives
    for i in [i for i, tag in enumerate(doc.tags) if tag in _CONTENT_TAGS]:
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
                yield from by_phrase(token, words)
            if lower in adjectives and (tag == "VBN" or token.dep_ == "acomp"):
                yield from by_adjective(token, words)
        elif lower in adjectives and (token.dep_ == "acomp" or token.head.lemma_ == "make"):
            yield from by_adjective(token, words)


def _by_any_noun(noun: Token, words: Cues) -> Iterator[Attribution]:
    misread = tuple(_by_misread_verb(noun, words) if noun.dep_ == "ROOT" else _by_misread_end(noun, words))
    if misread:
        yield from misread
    elif noun.lemma_ in words.nouns:
        yield from by_noun(noun, words)
    if noun.dep_ != "pobj":
        return
    if noun.lower_ in words.views:
        yield from by_view(noun)
    elif noun.lemma_ in words.polls:
        yield from by_poll(noun, words)


def _by_misread_verb(noun: Token, words: Cues) -> Iterator[Attribution]:
    """A verb that the parse takes for a noun though it has a subject and a clause: `Economists estimate/NN that …`."""
    classes = words.verb(noun.lemma_)
    if not classes or credited(noun) is not None:
        return
    told = next((child for child in noun.lefts if child.dep_ == "ccomp"), None)
    is_plural = any(child.dep_ == "nsubj" and child.tag_ == "NNS" for child in noun.lefts)
    is_form = noun.lower_ in words.finite_forms or (is_plural and noun.lower_ == noun.lemma_)
    if told is not None and is_form and noun.doc.tokens[told.right_edge.i + 1].text == ",":
        start, end = char_span(noun.doc, *edges(told))
        source = noun.doc[told.right_edge.i + 2 : noun.i]
        if end > start and len(source):  # "It fell, the ministry's press service reports/NNS."
            yield Attribution(start, end, source, _cue(noun))
    elif any(child.dep_ == "nsubj" for child in noun.lefts) and any(child.dep_ == "ccomp" for child in noun.rights):
        yield from _by_verb(noun, classes, words)


def _by_misread_end(noun: Token, words: Cues) -> Iterator[Attribution]:
    """The same at the end of a sentence, behind more than one noun: `It fell, analysts at the bank estimate/NN.`."""
    sentence, tokens = noun.sent, noun.doc.tokens
    if noun.i + 2 != sentence.end or "statement" not in words.verb(noun.lower_):
        return
    comma = next((i for i in range(noun.i - 2, sentence.start, -1) if tokens[i].text == ","), None)
    if comma is None or any(token.tag_[0] in "VM" for token in tokens[comma + 1 : noun.i]):
        return
    source = next((token for token in tokens[comma + 1 : noun.i] if token.tag_ == "NNS" and is_person(token)), None)
    is_told = any(token.tag_ in FINITE for token in tokens[sentence.start : comma])
    if source is None or not is_told or any(token.tag_[0] == "N" for token in tokens[comma + 1 : source.i]):
        return
    start, end = char_span(noun.doc, sentence.start, comma)
    yield Attribution(start, end, noun.doc[comma + 1 : noun.i], _cue(noun))


def _by_verb(verb: Token, classes: frozenset[str], words: Cues) -> Iterator[Attribution]:
    if verb.dep_ == "advcl" and verb.tag_ != "VBG" and is_as_told_by(verb):
        yield from by_wording(verb)
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
    source = (_agent(verb) or told_in(verb)) if passive else forced or _doer(verb)
    if source is None or (forced is None and _is_unsaid_infinitive(verb, words)):
        if passive and source is None:
            yield from by_nobody_named(verb, classes, words)
        return
    content = _passive_content(verb, classes, words) if passive else content_of(verb, classes, words)
    if content is not None and content[0] <= source.i < content[1] <= verb.i and source.dep_ == "appos":
        content = content[0], source.left_edge.i - 1
    if content is None or content[0] <= source.i < content[1] <= verb.i or _is_of_whom(verb, content[0]):
        return
    first, last = before_credit(verb, *without_aside(verb, *content, words))
    start, end = char_span(verb.doc, past_citing(verb.doc, first, last), last)
    if end > start:
        yield Attribution(start, end, _speaker_before(source, first), _cue(verb))


def _is_of_whom(verb: Token, first: int) -> bool:
    """Whether the content only tells of whom something is thought: `Ruiz, who many expect to win`."""
    return first < verb.i and verb.dep_ == "relcl" and verb.doc.tags[first] == "WP"


def _doer(verb: Token) -> Token | None:
    return behind_parted_subject(verb) or subject_of(verb) or noun_before(verb)


def _agent(verb: Token) -> Token | None:
    """By whom it is said, and not by what means: `were told by text message that …`."""
    agent = agent_of(verb)
    if agent is None or agent.tag_ != "NN" or agent.ent_type_ or is_person(agent):
        return agent
    return agent if any(child.dep_ in ("det", "poss") for child in agent.lefts) else None


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


def _is_idle(verb: Token, classes: frozenset[str], words: Cues) -> bool:
    """Whether a cue attributes nothing of its own: under "if", or a wish inside what somebody is said to say."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.lefts):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any("aux" in child.dep_ for child in verb.lefts):
        return True  # "Asked about the price, she said …": not what she asked
    if verb.lower_ == "asked" and (any(map(_answers, verb.rights)) or _is_answered(verb)):
        return True
    if _says_nothing(verb, words):
        return True
    if verb.lemma_ in ("continue", "begin") and any(child.dep_ == "xcomp" for child in verb.rights):
        return True
    if credited(verb) is not None or any(child.dep_ == "xcomp" and _is_to_be_named(child) for child in verb.rights):
        return True
    if (verb.lower_ in CITING or (verb.lemma_ in _CITES and verb.dep_ == "relcl")) and named_by(verb) is not None:
        return True  # who says it, and not what they say: "citing the port authority"
    nested = verb.dep_ in ("ccomp", "xcomp") and bool(words.verb(verb.head.lemma_))
    return nested and not classes & _SAYING and not _is_raised(verb, words)


def _says_nothing(verb: Token, words: Cues) -> bool:
    """`did not comment on the report`, `declined to comment on it`, `Let us say that …`, `called off the talks`."""
    if verb.head.lemma_ == "let" and verb.dep_ == "ccomp":
        return True
    if verb.lemma_ in words.naming and any(child.dep_ == "prt" for child in verb.rights):
        return True
    if verb.lemma_ == "say" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in words.greetings:
        return True
    if verb.lemma_ in words.refusing:
        return any(child.dep_ == "xcomp" and child.lemma_ in words.replying for child in verb.rights)
    return verb.lemma_ in words.replying and any(child.dep_ == "neg" for child in verb.lefts)


def _answers(verb: Token) -> bool:
    """Whether a verb is what somebody does who is asked, as the parse may miss: `Ruiz, asked if it fell, nodded`."""
    is_apart = verb.dep_ in ("ccomp", "conj") and verb.tag_ in FINITE
    is_apart = is_apart and verb.doc.tokens[verb.left_edge.i - 1].text == ","
    return is_apart and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.lefts)


def _is_answered(asked: Token) -> bool:
    is_apart = asked.i == asked.sent.start or asked.nbor(-1).text == ","
    return asked.dep_ == "advcl" and asked.i < asked.head.i and is_apart


def _is_to_be_named(infinitive: Token) -> bool:
    """How somebody speaks, and not what they say: `asked not to be named`, `preferred not to mention her name`."""
    if infinitive.lemma_ in _NAMES:
        return any(child.dep_ == "auxpass" for child in infinitive.lefts)
    return infinitive.lemma_ in _GIVES and any(child.lemma_ in _IDENTITY for child in infinitive.rights)


def _passive_content(verb: Token, classes: frozenset[str], words: Cues) -> tuple[int, int] | None:
    """`The attack was condemned by X`: the subject; `He was accused by X of lying`, `It was dismissed by X as weak`."""
    grounds = _grounds_behind_agent(verb, words)
    if grounds is not None and "prepositional" in classes and grounds.lower_ != "as":
        return grounds.i + 1, grounds.right_edge.i + 1
    if classes & _TOLD:  # "They were told by the mayor that …", "It was reported by the mayor that …"
        told = ("ccomp", "xcomp") if "request" in classes else ("ccomp",)
        where = told_in(verb)
        below = (child for child in where.rights if child.dep_ == "acl") if where is not None else ()
        clause = next((child for child in verb.rights if child.dep_ in told), None) or next(iter(below), None)
        if clause is not None:
            first, last = edges(clause)
            return first + (verb.doc.tokens[first].lower_ == "that"), last
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


def _cue(verb: Token) -> Span:
    """The verb as it stands, with the particle or negation that changes what it says."""
    return verb.doc[verb.i : verb.i + 1]
