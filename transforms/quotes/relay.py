"""The relay chain: through which agencies and papers a speaker's words reached the article."""

from collections.abc import Iterator

from transforms.parsing.tokens import Doc, Span, Token
from transforms.quotes.clauses import (
    SUBJECTS,
    Attribution,
    agent_of,
    char_span,
    edges,
    is_as_saying,
    is_passive,
    speaker_span,
)
from transforms.quotes.cues import cues
from transforms.quotes.media_names import relay_name
from transforms.quotes.persons import is_office
from transforms.quotes.subjects import subject_of

# What a medium says of its source: `citing X`, `with reference to X`, and `…, which cited X`.
CITING = frozenset(("citing", "quoting", "reference", "referring"))
_CITED = frozenset(("cited", "cites", "quoted", "quotes"))
_CITES = CITING | _CITED
_WHEN = frozenset(("DATE", "TIME"))


def relay_chain(cue: Span, speaker: Span | None, medium: Span | None, told: range) -> tuple[str, ...]:
    """The relays that the sentence of `cue` names between `speaker` and the article, nearest to the article first.

    `medium` is the subject of `cue` where it cites `speaker`; a speaker that is a medium itself then ends the chain.
    `told` are the characters of the content, whose own relays pass on other words.
    """
    if medium is not None and speaker is not None:
        names = (_name_of(medium.root) or medium.text, relay_name(speaker.root), *relay_chain(cue, medium, None, told))
        return tuple(dict.fromkeys(filter(None, names)))
    own = range(speaker.start, speaker.end) if speaker is not None else range(0)
    if cue.start_char in told:
        told = range(0)
    outer: list[str] = []
    inner: list[str] = []
    linking = cues().linking
    sentence = cue.root.sent
    for token in cue.doc.tokens[sentence.start : sentence.end]:
        if token.lemma_ not in linking or token.idx in told:
            continue
        for head, chain in ((_passing_on(token), outer), (_spoken_to(token), inner), (_cited(token), inner)):
            if head is None or head.i in own:
                continue
            name = _name_of(head) if chain is outer and _links(token, cue) else relay_name(head)
            if name is None and chain is outer and credited(token) is head:
                name = speaker_span(head).text.removeprefix("the ")
            if name is not None and name not in outer and name not in inner:
                chain.append(name)
    return (*outer, *inner)


def _links(token: Token, cue: Span) -> bool:
    """Whether a word passes on what `cue` tells, whatever passes it: the cue itself, `quoted … as saying`, `by`."""
    return token.i == cue.start or token.lower_ == "by" or (cue.start > 0 and is_as_saying(cue.root.nbor(-1)))


def _name_of(head: Token) -> str | None:
    """The name of a medium, or the words for one that its sentence does not name: "the agency"."""
    name = relay_name(head)
    if name is not None or head.lemma_.lower() not in cues().relay_nouns or head.tag_ != "NN":
        return name
    span = speaker_span(head)
    return span.text if span[0].lower_ == "the" else None


def cited_source(cue: Span, speaker: Span | None) -> Span | None:
    """Whom the medium that speaks names as its source: X in `TASS, quoting X, said`, `TASS reports with reference to X`."""
    medium = speaker.root if speaker is not None else None
    if medium is None or medium.pos_ == "PRON":
        return None
    sentence = cue.root.sent
    for token in cue.doc.tokens[sentence.start : sentence.end]:
        if token.lower_ not in _CITES or not (token.lower_ in CITING or _is_told_of(token, medium)):
            continue
        source = named_by(token)
        if source is not None and _is_beside(token, cue, medium) and _is_medium(medium, token, cue.root):
            return speaker_span(source) if source.i != medium.i else None
    return None


def _is_told_of(token: Token, medium: Token) -> bool:
    """Whether a clause about the medium tells whom it cited: `according to TASS, which quoted X, …`."""
    return token.dep_ == "relcl" and token.head == medium


def named_by(token: Token) -> Token | None:
    """Who is cited, where it is no more than who: X in `citing X`, `with reference to X`."""
    clause = next((child for child in token.rights if child.dep_ == "ccomp"), None)
    is_more = clause is not None and token.doc.tokens[clause.left_edge.i - 1].text != ","
    return None if is_more else _who(token)


def _who(token: Token) -> Token | None:
    """The one that a word governs, itself or by its "to"."""
    to = next((part for part in token.rights if part.lower_ == "to"), token)
    part = next((part for part in to.rights if part.dep_ in ("dobj", "pobj")), None)
    return part if part is not None and (part.pos_ == "PROPN" or is_office(part)) else None


def _is_beside(token: Token, cue: Span, medium: Token) -> bool:
    """Whether the words that cite open the sentence, or stand behind the medium or its cue but for a date."""
    if token.dep_ == "relcl":
        return True
    first = token.i - 1 if token.lower_ == "reference" else token.i
    before = cue.doc.tokens[token.sent.start : first]
    while before and (before[-1].is_punct or before[-1].pos_ in ("NUM", "ADP", "ADV") or before[-1].ent_type_ in _WHEN):
        before = before[:-1]
    return not before or before[-1].i in (medium.i, medium.right_edge.i, *range(cue.start, cue.end))


def _is_medium(medium: Token, token: Token, cue: Token) -> bool:
    """Whether who cites is an agency or a paper: by its name or noun, or as no person it quotes or reports."""
    if relay_name(medium) is not None or medium.lemma_.lower() in cues().relay_nouns:
        return True
    passes_on = token.lower_ == "quoting" or cue.lemma_ == "report"
    return passes_on and medium.pos_ == "PROPN" and (medium.ent_type_ == "ORG" or medium.is_upper)


def _passing_on(token: Token) -> Token | None:
    """`quoted by X`, `according to X`, `X reported`: X."""
    medium = credited(token) if token.lemma_ in cues().crediting else None
    if medium is not None:
        return medium
    if token.tag_[0] == "V" and token.lemma_ in cues().relay_verbs:
        return agent_of(token) or subject_of(token)
    quoted_by = token.lower_ == "by" and token.head.lower_ == "saying"
    if quoted_by or (token.lower_ == "to" and token.head.lower_ == "according"):
        return next((part for part in token.children if part.dep_ == "pobj"), None)
    return None


def _spoken_to(token: Token) -> Token | None:
    """`told X`, `spoke to X`, `in an interview with X`: X."""
    if token.lemma_ == "tell" and token.tag_[0] == "V":
        heard = next((part for part in token.rights if part.dep_ in ("dobj", "dative")), None)
        return heard or next((part for part in token.lefts if part.dep_ == "nsubjpass"), None)
    if token.lower_ in ("to", "with") and token.dep_ in ("prep", "dative") and _is_speaking(token.head):
        return next((part for part in token.children if part.dep_ == "pobj"), None)
    return None


def _is_speaking(head: Token) -> bool:
    words = cues()
    return head.lemma_ in words.spoken_to or (head.tag_[0] == "V" and "statement" in words.verb(head.lemma_))


def _cited(token: Token) -> Token | None:
    """`X reported, citing Y`: Y."""
    if token.lower_ != "citing":
        return None
    return next((part for part in token.rights if part.dep_ == "dobj"), None)


def credited(verb: Token) -> Token | None:
    """The medium that a clause at the end credits with what somebody else is said to say: `X said it fell, reports AFP`."""
    if verb.lemma_ not in cues().crediting or verb.tag_ not in ("VBD", "VBZ", "VBN", "NNS"):
        return None
    words, tokens, last = cues(), verb.doc.tokens, verb.sent.end
    if verb.tag_ == "NNS":
        medium = _credited_by_noun(verb)
    else:
        medium = next((part for part in verb.children if part.pos_ in ("PROPN", "NOUN") and part.dep_ != "conj"), None)
    if medium is None or verb.i not in (medium.left_edge.i - 1, medium.right_edge.i + 1, medium.i - 1):
        return None
    first = verb.i if verb.i == medium.i - 1 else min(verb.i, medium.left_edge.i)
    is_last = max(verb.i, medium.right_edge.i) + 2 >= last
    if first == verb.sent.start or tokens[first - 1].text != ",":
        return None
    if relay_name(medium) is None and not (medium.pos_ == "PROPN" and is_last and first == verb.i):
        return None
    told = (token for token in tokens[verb.sent.start : first] if token.tag_[0] == "V")
    is_told = any(
        child.dep_ in SUBJECTS for token in told if "statement" in words.verb(token.lemma_) for child in token.children
    )
    return medium if is_told else None


def _credited_by_noun(verb: Token) -> Token | None:
    """The medium beside a verb that the parse takes for a noun: `…, informs/NNS TASS`, `…, TASS informs/NNS`."""
    is_before = verb.dep_ == "compound" and verb.head.i == verb.i + 1
    medium = verb.head if is_before else next((child for child in verb.lefts if child.i == verb.i - 1), None)
    return medium if medium is not None and medium.pos_ == "PROPN" else None


def teller_of(verb: Token) -> Token | None:
    """Who tells a relay: X in `as Interfax was told at X`."""
    if verb.lower_ != "told" or not is_passive(verb):
        return None
    place = next((part for part in verb.rights if part.lower_ in ("at", "by", "in")), None)
    return next((part for part in place.rights if part.dep_ == "pobj"), None) if place is not None else None


def find_relayed(doc: Doc) -> Iterator[Attribution]:
    """`TASS quoted the minister as saying that …` and `…, TASS cited the minister as saying`: the minister speaks."""
    for token in [doc.tokens[i] for i, word in enumerate(doc.lowers) if word == "saying"]:
        verb = _verb_of_relay(token)
        speaker = _quoted(verb) if verb is not None else None
        if verb is None or speaker is None:
            continue
        clause = next((part for part in token.rights if part.dep_ in ("ccomp", "dobj")), None)
        if clause is None:
            clause = next((part for part in verb.lefts if part.dep_ == "ccomp"), None)
        if clause is None:
            continue
        first, last = edges(clause)
        start, end = char_span(doc, first + (doc.tokens[first].dep_ == "mark"), last)
        if end > start:
            yield Attribution(start, end, speaker_span(speaker), doc[verb.i : verb.i + 1])


def quoted_by_relay(cue: Token) -> Token | None:
    """Who speaks where `cue` is a relay's: the minister in `TASS quoted the minister as saying: “…”`."""
    if cue.lower_ == "saying":
        verb = _verb_of_relay(cue)
        return _quoted(verb) if verb is not None else None
    if cue.lemma_ not in cues().relay_verbs:
        return None
    if any(is_as_saying(child) for child in cue.rights):
        return _quoted(cue)
    return _who(cue) if cue.lower_ in _CITED and not is_passive(cue) else None  # "TASS quoted X: “…”"


def _verb_of_relay(saying: Token) -> Token | None:
    if saying.i == 0 or saying.nbor(-1).lower_ != "as":
        return None
    return next((other for other in saying.ancestors if other.lemma_ in cues().relay_verbs), None)


def _quoted(verb: Token) -> Token | None:
    speaker = next((part for part in verb.rights if part.dep_ in ("dobj", "nsubjpass")), None)
    return speaker or next((part for part in verb.lefts if part.dep_ == "nsubjpass"), None)
