"""The relay chain: through which agencies and papers a speaker's words reached the article."""

from collections.abc import Iterator

from transforms.parsing.tokens import Doc, Span, Token
from transforms.places.actor_tables import find_known, known_organizations
from transforms.quotes.clauses import (
    Attribution,
    agent_of,
    char_span,
    edges,
    is_as_saying,
    speaker_span,
    subject_of,
)
from transforms.quotes.cues import cues

_LONGEST_NAME = 4


def relay_name(head: Token) -> str | None:
    """The relay that a noun phrase names ("the TASS news agency", "the newspaper Vedomosti"); None where it names none."""
    words = cues()
    phrase = [token for token in head.doc.tokens[head.left_edge.i : head.i + 3] if token in (head, *head.subtree)]
    for length in range(_LONGEST_NAME, 0, -1):
        for start in range(len(phrase) - length + 1):
            name = head.doc[phrase[start].i : phrase[start + length - 1].i + 1].text
            if name in words.relays:
                return name
    if head.lemma_.lower() in words.relay_nouns and any(token.pos_ == "PROPN" for token in head.lefts):
        span = speaker_span(head)
        return span[1:].text if span[0].tag_ == "DT" and len(span) > 1 else span.text
    return _told_what_it_is(head) or _known_paper(head)


def _known_paper(head: Token) -> str | None:
    """The paper or agency that the actors' table knows by the words of the phrase."""
    if head.pos_ != "PROPN":
        return None
    words = [token.text for token in speaker_span(head) if token.tag_ != "DT"]
    known = find_known(words, (known_organizations(),))
    return " ".join(words) if known is not None and known.sector == "JRN" else None


def _told_what_it_is(head: Token) -> str | None:
    """The name after the noun in "the newspaper Harbour Post", whichever of the two the parser takes for the head."""
    nouns = cues().relay_nouns
    name = next((part for part in head.rights if part.dep_ == "appos"), head) if head.lemma_.lower() in nouns else head
    before = [token.i for token in head.doc.tokens[head.left_edge.i : name.i] if token.lemma_.lower() in nouns]
    words = head.doc[before[-1] + 1 : name.i + 1] if before else None
    return words.text if words and all(token.pos_ == "PROPN" for token in words) else None


def relay_chain(cue: Span, speaker: Span | None) -> tuple[str, ...]:
    """The relays that the sentence of `cue` names between `speaker` and the article, nearest to the article first."""
    own = range(speaker.start, speaker.end) if speaker is not None else range(0)
    outer: list[str] = []
    inner: list[str] = []
    linking = cues().linking
    sentence = cue.root.sent
    for token in cue.doc.tokens[sentence.start : sentence.end]:
        if token.lemma_ not in linking:
            continue
        for head, chain in ((_passing_on(token), outer), (_spoken_to(token), inner), (_cited(token), inner)):
            name = relay_name(head) if head is not None and head.i not in own else None
            if name is not None and name not in outer and name not in inner:
                chain.append(name)
    return (*outer, *inner)


def _passing_on(token: Token) -> Token | None:
    """`quoted by X`, `according to X`, `X reported`: X."""
    if token.tag_[0] == "V" and token.lemma_ in cues().relay_verbs:
        return agent_of(token) or subject_of(token)
    quoted_by = token.lower_ == "by" and token.head.lower_ == "saying"
    if quoted_by or (token.lower_ == "to" and token.head.lower_ == "according"):
        return next((part for part in token.children if part.dep_ == "pobj"), None)
    return None


def _spoken_to(token: Token) -> Token | None:
    """`told X`, `spoke to X`, `in an interview with X`: X."""
    if token.lemma_ == "tell" and token.tag_[0] == "V":
        return next((part for part in token.rights if part.dep_ in ("dobj", "dative")), None)
    if token.lower_ in ("to", "with") and token.dep_ in ("prep", "dative") and token.head.lemma_ in cues().spoken_to:
        return next((part for part in token.children if part.dep_ == "pobj"), None)
    return None


def _cited(token: Token) -> Token | None:
    """`X reported, citing Y`: Y."""
    if token.lower_ != "citing":
        return None
    return next((part for part in token.rights if part.dep_ == "dobj"), None)


def find_relayed(doc: Doc) -> Iterator[Attribution]:
    """`TASS quoted the minister as saying that …` and `…, TASS cited the minister as saying`: the minister speaks."""
    for token in doc.tokens:
        verb = _verb_of_relay(token) if token.lower_ == "saying" else None
        speaker = _quoted(verb) if verb is not None else None
        if verb is None or speaker is None:
            continue
        clause = next((part for part in token.rights if part.dep_ in ("ccomp", "dobj")), None)
        if clause is None:
            clause = next((part for part in verb.lefts if part.dep_ == "ccomp"), None)
        if clause is None:
            continue
        start, end = char_span(doc, *edges(clause))
        if end > start:
            yield Attribution(start, end, speaker_span(speaker), doc[verb.i : verb.i + 1])


def quoted_by_relay(cue: Token) -> Token | None:
    """Who speaks where `cue` is a relay's: the minister in `TASS quoted the minister as saying: “…”`."""
    if cue.lower_ == "saying":
        verb = _verb_of_relay(cue)
        return _quoted(verb) if verb is not None else None
    says = cue.lemma_ in cues().relay_verbs and any(is_as_saying(child) for child in cue.rights)
    return _quoted(cue) if says else None


def _verb_of_relay(saying: Token) -> Token | None:
    if saying.i == 0 or saying.nbor(-1).lower_ != "as":
        return None
    return next((other for other in saying.ancestors if other.lemma_ in cues().relay_verbs), None)


def _quoted(verb: Token) -> Token | None:
    speaker = next((part for part in verb.rights if part.dep_ in ("dobj", "nsubjpass")), None)
    return speaker or next((part for part in verb.lefts if part.dep_ == "nsubjpass"), None)
