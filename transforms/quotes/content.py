"""Where what is said begins and ends in the sentence of its cue verb."""

from collections.abc import Iterator

from transforms.parsing.tokens import Token
from transforms.quotes.around import around
from transforms.quotes.clauses import FINITE, SUBJECTS, cue_verb, edges
from transforms.quotes.cues import Cues, cues
from transforms.quotes.deeds import is_deed
from transforms.quotes.ends import before_objection, end_of_content, past_colon, with_the_rest
from transforms.quotes.marks import DOUBLE
from transforms.quotes.misplaced import behind_parted_subject, misplaced_clause, told_in_marks
from transforms.quotes.objects import object_phrase, prepositional, shown_phrase
from transforms.quotes.subjects import subject_of

_CLAUSAL = frozenset(("statement", "report", "finding", "belief", "intention", "request"))
_INFINITIVE = frozenset(("intention", "request"))
_SUBJECTS = frozenset((*SUBJECTS, "expl"))
_WITH_OBJECT = frozenset(("report", "judgement"))
_TELLING = frozenset(("statement", "finding", "belief", "report"))
_SHORT = 4  # tokens
_NEAR = 3  # tokens from a cue to the clause behind it
# A clause that begins so tells what is said, whatever place the parse gives it.
_ASKED = frozenset(("how", "that", "what", "whether", "why"))
_WH = frozenset(("WDT", "WP", "WRB"))
_NAMES = frozenset(("call", "dub", "know", "name", "term"))
# Verbs whose object hears what is said and is no part of it.
_ADDRESSED = frozenset(("tell", "warn", "ask", "persuade", "convince"))


def content_of(verb: Token, classes: frozenset[str], words: Cues) -> tuple[int, int] | None:
    """The tokens of what is said: a clause first, then an infinitive, then a noun or prepositional phrase."""
    if "finding" in classes and _finds_evidence(verb, words):
        return object_phrase(verb)
    if classes & _CLAUSAL:
        clause = (
            told_in_marks(verb)
            or _behind_parted(verb)
            or _clause(verb, words)
            or enclosing(verb)
            or misplaced_clause(verb, words)
        )
        if clause is not None:
            return clause
    if classes & _INFINITIVE:
        infinitive = next((child for child in _infinitives(verb) if _is_asked_for(verb, child, words)), None)
        if infinitive is not None:
            return _with_addressee(verb, infinitive, words)
    if "prepositional" in classes:
        own = words.prepositions[cue_verb(verb)]
        found = prepositional(verb, own) or (_for_clause(verb) if "for" in own else None)
        if found is not None:
            return found
    if classes & {"report", "judgement"} and not is_deed(verb, words) and not _is_light(verb, words):
        return object_phrase(verb) or (_doing(verb) if "judgement" in classes else None)
    if "finding" in classes and _is_document(subject_of(verb), words):
        return shown_phrase(verb)
    return None


def _behind_parted(verb: Token) -> tuple[int, int] | None:
    """The clause to which the parse gives the one who tells it: `Ruiz, prosecuting, said the bridge fell`."""
    return (verb.i + 1, verb.head.right_edge.i + 1) if behind_parted_subject(verb) is not None else None


def _for_clause(verb: Token) -> tuple[int, int] | None:
    """What is called for in a clause: `called for her to be heard`."""
    clauses = (child for child in verb.rights if child.dep_ in ("advcl", "ccomp", "xcomp"))
    clause = next((child for child in clauses if child.left_edge.lower_ == "for"), None)
    is_next = clause is not None and clause.left_edge.i == verb.i + 1
    return (clause.left_edge.i + 1, clause.right_edge.i + 1) if clause is not None and is_next else None


def _finds_evidence(verb: Token, words: Cues) -> bool:
    """`found no evidence that …`: not that it is so."""
    found = next((child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in words.evidence), None)
    return found is not None and any(child.dep_ in ("acl", "ccomp") for child in found.rights)


def _doing(verb: Token) -> tuple[int, int] | None:
    """What somebody is for or against doing: `opposes raising taxes`."""
    child = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VBG"), None)
    return edges(child) if child is not None and child.left_edge.i == verb.i + 1 else None


def _is_document(source: Token | None, words: Cues) -> bool:
    """Whether what shows something can be read or watched: a poll shows a close race, a map only the way."""
    return source is not None and source.lemma_.lower() in words.documents


def _infinitives(verb: Token) -> Iterator[Token]:
    """The clauses below a verb that may tell what is asked for, or below its object: `urged the town to wait`."""
    for child in verb.rights:
        yield child
        if child.dep_ == "dobj":
            yield from (clause for clause in child.rights if clause.dep_ == "acl")


def _is_asked_for(verb: Token, child: Token, words: Cues) -> bool:
    """Whether an infinitive is what is wanted: `declined to sign`, `convinced the court to sign`."""
    if child.dep_ in ("xcomp", "ccomp"):
        return True
    if child.dep_ not in ("acl", "advcl") or child.tag_ != "VB" or child.left_edge.lower_ != "to":
        return False
    before = verb.doc.tokens[child.left_edge.i - 1]
    if before == verb:
        return True
    asked = next((other for other in verb.rights if other.dep_ == "dobj"), None)
    is_request = verb.lemma_ in _ADDRESSED or ("request" in words.verb(verb.lemma_) and verb.lemma_ != "call")
    return is_request and asked is not None and before.text != ","


def _is_light(verb: Token, words: Cues) -> bool:
    """Whether the noun that it governs tells what is said: `expressed hope that …`, `voiced concern about …`."""
    if verb.lemma_ not in words.light_verbs:
        return False
    told = next((child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in words.nouns), None)
    if told is None or any(child.lower_ == "no" for child in told.lefts):
        return False
    if told.lemma_ in words.clause_nouns and any(child.dep_ in ("acl", "ccomp") for child in told.rights):
        return True
    if verb.lemma_ not in words.voicing or any(child.dep_ == "poss" for child in told.lefts):
        return False
    return told.i + 1 < verb.sent.end and told.nbor().lower_ in words.topics.get(told.lemma_, ())


def _is_asked(child: Token) -> bool:
    """The one who is to do what is asked for: `urged Iran to …`, `called on Iran to …`."""
    return child.dep_ == "dobj" or (child.lower_ in ("on", "upon") and child.head.lemma_ == "call")


def _with_addressee(verb: Token, infinitive: Token, words: Cues) -> tuple[int, int]:
    """An infinitive with the one who is to do it: `urged Iran to sign`, but `told Iran to sign` is said to Iran."""
    first, last = edges(infinitive)
    last = end_of_content(infinitive, last, words)
    for child in infinitive.rights:  # "vowed to win 5 million voters, focusing on …"
        if child.dep_ == "advcl" and child.tag_ == "VBG" and verb.doc.tokens[child.left_edge.i - 1].text == ",":
            last = min(last, child.left_edge.i - 1)
    asked = next((child for child in verb.rights if child.i < infinitive.i and _is_asked(child)), None)
    if asked is not None and verb.lemma_ not in _ADDRESSED:
        first = min(first, asked.left_edge.i if asked.dep_ == "dobj" else asked.i + 1)
    for joined in verb.rights:  # "wants to cut taxes, build roads and hire teachers"
        if joined.dep_ == "conj" and joined.tag_ == "VB" and joined.i >= last and verb.tag_ != "VB":
            last = joined.right_edge.i + 1
    return first, before_objection(verb, first, last)


def _clause(verb: Token, words: Cues) -> tuple[int, int] | None:
    """The clause that a verb governs, on whichever side, with what is joined to it by "and" or "but"."""
    for child in verb.children:
        if child.dep_ not in ("ccomp", "csubj") and not _is_clause_like(verb, child, words):
            continue
        first, last = edges(child)
        if verb.dep_ == "parataxis" and first > verb.i and verb.doc.tokens[first - 1].text == ",":
            continue  # "There is no proof, she says, that …": the whole is said
        if first <= verb.i < last:
            if verb.doc.tokens[first].tag_ in _WH:
                return verb.i + 1, last
            continue
        if last <= verb.i:
            if verb.doc.tokens[last].text == ";" or any(_follows(verb, other) for other in verb.rights):
                continue
            return around(verb, first, last, words)
        first = _start(verb, child, first, words)
        is_finite = _is_finite(child)  # "declared it illegal, and three were held": the second is told by the writer
        for joined in verb.rights:
            if is_finite and joined.dep_ == "conj" and joined.i >= last and _is_content(joined, words):
                last = joined.right_edge.i + 1
        last = before_objection(verb, first, end_of_content(child, with_the_rest(verb, last), words))
        return first, past_colon(verb, last)
    return None


def _start(verb: Token, clause: Token, first: int, words: Cues) -> int:
    """Where the content of a clause behind its cue begins, without "that"."""
    that = verb.doc.tokens[first + (verb.doc.tokens[first].lower_ == "only")]  # "would say only that …"
    if that.lower_ == "that" and that.tag_ != "DT":
        return that.i + 1
    return verb.sent.start if _interrupts(verb, words) else _with_described(verb, clause, first, words)


def _with_described(verb: Token, clause: Token, first: int, words: Cues) -> int:
    """Where a clause begins whose subject the parse makes an object of the cue, or that describes this object.

    `said young and old would come`, `cited remarks he had made`.
    """
    thing = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < first), None)
    if thing is None or clause.dep_ != "ccomp":
        return first
    if verb.lemma_ not in _ADDRESSED and not any(child.dep_ in _SUBJECTS for child in clause.lefts):
        return thing.left_edge.i
    describes = thing.right_edge.i + 1 == first and words.verb(verb.lemma_) & _WITH_OBJECT
    return thing.left_edge.i if describes else first


def _is_clause_like(verb: Token, child: Token, words: Cues) -> bool:
    """Whether an open complement is content: `feels betrayed`, and for verbs with an object `denied taking bribes`."""
    first = child.left_edge.i
    is_next = first == verb.i + 1 or (first == verb.i + 2 and verb.nbor().dep_ == "advmod")
    if child.dep_ == "advcl" and is_next:
        asked = child.left_edge.lower_
        if asked == "if":
            return verb.lemma_ in words.unsure
        return asked in _ASKED or (asked == "when" and any(part.dep_ == "neg" for part in verb.lefts))
    if child.dep_ != "xcomp" or child.tag_ == "VB":
        return False
    return child.tag_ != "VBG" or (child.i > verb.i and bool(words.verb(verb.lemma_) & _WITH_OBJECT))


def _follows(verb: Token, other: Token) -> bool:
    """Whether `other` is a clause right behind its cue, so that one before the cue is another matter."""
    is_near = other.dep_ == "ccomp" and other.left_edge.i <= verb.i + _NEAR and verb.nbor().text != ";"
    return is_near and _is_finite(other)


def _is_finite(clause: Token) -> bool:
    return any(token.tag_ in FINITE for token in (clause, *clause.lefts))


def _interrupts(verb: Token, words: Cues) -> bool:
    """Whether the cue stands between commas behind a clause of the content: `If it rains, she says, it will fall`."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(subjects) > 1 and subjects[-1].left_edge.nbor(-1).text == ",":  # "The toll, she said in May, is too low."
        clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
        return clause is not None and clause.left_edge.nbor(-1).text == "," and clause.tag_ in FINITE
    subject = next(iter(subjects), None)
    if subject is None or verb.dep_ != "ROOT" or verb.nbor().text != ",":
        return False
    start, end = verb.sent.start, subject.left_edge.i
    before = verb.doc.tokens[start : end - 1]
    return (
        end - start > _SHORT
        and verb.doc.tokens[end - 1].text == ","
        and any(token.tag_ in FINITE for token in before)
        and not any(token.text in DOUBLE or (token.tag_[0] == "V" and _tells(token, words)) for token in before)
    )


def _tells(verb: Token, words: Cues) -> bool:
    """Whether a verb before a cue may tell what stands there: one of saying or finding, not in the infinitive."""
    return verb.tag_ != "VB" and bool(words.verb(verb.lemma_) & _TELLING)


def _is_content(joined: Token, words: Cues) -> bool:
    """Whether a verb that the parse joins to the cue goes on with the content: `said it fell but would rise`."""
    if any(child.tag_ == "MD" or (child.lower_ == "had" and child.dep_ == "aux") for child in joined.lefts):
        return True  # "said it was late and had lost its way"
    return not words.verb(joined.lemma_) and any(child.dep_ in _SUBJECTS for child in joined.lefts)


def _is_aside(verb: Token) -> bool:
    """Whether a cue between commas is hung on the subject before it: `The toll, she argued in May, is low`."""
    first, last = edges(verb)
    tokens = verb.doc.tokens
    return (
        verb.dep_ == "relcl"
        and verb.head.dep_ in SUBJECTS
        and "statement" in cues().verb(verb.lemma_)
        and tokens[first - 1].text == "," == tokens[min(last, len(tokens) - 1)].text
        and verb.head.i < first
        and any(child.dep_ == "nsubj" and child.left_edge.i == first and child.tag_[0] != "W" for child in verb.lefts)
        and not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.rights)
    )


def enclosing(verb: Token) -> tuple[int, int] | None:
    """The clause around `…, he said, …` or before `…, as he said`: its head's words but those of the cue's clause."""
    head = verb.head
    as_clause = (
        verb.dep_ == "advcl"
        and verb.lemma_ not in _NAMES  # "the tax as we know it", "the “gift”, as they call it"
        and (
            verb.lemma_ in cues().addressing
            or all(child.dep_ != "dobj" or child.lower_ == "it" for child in verb.rights)
        )
        and any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children)
    )
    own = cues().prepositions.get(verb.lemma_, ())
    if as_clause and any(child.dep_ == "prep" and child.lower_ in own for child in verb.rights):
        return None  # "as engineers warn of a flood" tells something else
    if head == verb or not (verb.dep_ == "parataxis" or as_clause or _is_aside(verb)):
        return None
    if head.dep_ in SUBJECTS:  # "The point, she said, is that …"
        head = head.head
    first, last = edges(head)
    own_first, own_last = edges(verb)
    while verb.dep_ == "parataxis" and own_first <= first and head.head != head:  # "It was wrong, she said, to go."
        head = head.head
        first, last = edges(head)
    if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.rights):
        return first, last  # what the parse hangs on the cue, "…, she says, that …", is part of it
    if own_first <= first:
        return own_last, last
    tokens = verb.doc.tokens
    is_last = own_last >= last or (own_last == last - 1 and tokens[own_first - 1].text == ",")
    return first, own_first if is_last else last
