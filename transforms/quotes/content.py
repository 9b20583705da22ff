"""Where what is said begins and ends in the sentence of its cue verb."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import SUBJECTS, edges, goes_back, subject_of
from transforms.quotes.cues import Cues
from transforms.quotes.misplaced import misplaced_clause
from transforms.quotes.objects import object_phrase, prepositional

_CLAUSAL = frozenset(("statement", "report", "finding", "belief", "intention", "request"))
# A verb of these in the past, joined to a clause in the past: "said it was opposed and warned …".
_TOLD = frozenset(("statement", "request"))
_INFINITIVE = frozenset(("intention", "request"))
# What a verb of naming takes: "compared it to …"; what tells that a verb is about words: "attacked the bill as …".
_CALLED = frozenset(("as", "to", "with"))
_REASONS = frozenset(("as", "for", "over"))
_PERSONS = frozenset(("he", "i", "she", "who"))
_SUBJECTS = frozenset((*SUBJECTS, "expl"))
_WITH_OBJECT = frozenset(("report", "judgement"))
_SHORT = 4  # tokens
_NEAR = 3  # tokens from a cue to the clause behind it
# What the article itself adds behind a comma.
_ASIDES = frozenset(("although", "though"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MARKS = frozenset(("“", "”", '"', "''"))
# After a cue that only interrupts: "…, he said, and …".
_GOES_ON = frozenset(("and", "but", "so", "because", "that"))
# A clause that begins so tells what is said, whatever place the parse gives it.
_ASKED = frozenset(("how", "that", "what", "whether", "why"))
_WH = frozenset(("WDT", "WP", "WRB"))
_DASHES = frozenset(("—", "―", "--"))
# Verbs whose object hears what is said and is no part of it.
_ADDRESSED = frozenset(("tell", "warn", "ask", "persuade", "convince"))


def content_of(verb: Token, classes: frozenset[str], words: Cues) -> tuple[int, int] | None:
    """The tokens of what is said: a clause first, then an infinitive, then a noun or prepositional phrase."""
    if classes & _CLAUSAL:
        clause = _clause(verb, words) or enclosing(verb) or misplaced_clause(verb, words)
        if clause is not None:
            return clause
    if classes & _INFINITIVE:
        infinitive = next((child for child in verb.rights if _is_asked_for(verb, child)), None)
        if infinitive is not None:
            return _with_addressee(verb, infinitive, words)
    if "prepositional" in classes:
        found = prepositional(verb, words.prepositions[verb.lemma_])
        if found is not None:
            return found
    if classes & {"report", "judgement"} and not _is_deed(verb, words) and not _is_light(verb, words):
        return object_phrase(verb)
    if "finding" in classes and _is_document(subject_of(verb), words):
        return object_phrase(verb)
    return None


def _is_document(source: Token | None, words: Cues) -> bool:
    """Whether what shows something can be read or watched: a poll shows a close race, a map only the way."""
    return source is not None and source.lemma_.lower() in words.documents


def _is_asked_for(verb: Token, child: Token) -> bool:
    """Whether an infinitive is what is wanted: `declined to sign`, `convinced the court to sign`."""
    if child.dep_ in ("xcomp", "ccomp"):
        return True
    if child.dep_ != "advcl" or child.tag_ != "VB" or child.left_edge.lower_ != "to":
        return False
    before = verb.doc.tokens[child.left_edge.i - 1]
    if before == verb:
        return True
    asked = next((other for other in verb.rights if other.dep_ == "dobj"), None)
    return verb.lemma_ in _ADDRESSED and asked is not None and before.text != ","


def _is_deed(verb: Token, words: Cues) -> bool:
    """Whether a verb with a noun phrase does what it tells and says nothing: `recalled the cars`, `called the police`."""
    if verb.lemma_ in words.naming:
        objects = [child for child in verb.rights if child.dep_ == "dobj"]
        named = any(child.dep_ == "oprd" or child.lower_ in _CALLED for child in verb.rights)
        return len(objects) <= 1 and not named and not any(_is_named_beside(thing, verb) for thing in objects)
    if _is_touch(verb, words):
        return True
    if verb.lemma_ not in words.deeds or any(
        token.text in _MARKS for token in verb.doc.tokens[verb.i + 1 : verb.i + 3]
    ):
        return False
    if any(child.lower_ in _REASONS for child in verb.rights):
        return False
    if any(child.dep_ == "prep" and child.lower_ == "with" for child in verb.rights):
        return True
    source = subject_of(verb)
    return source is None or (source.ent_type_ != "PERSON" and source.lower_ not in _PERSONS)


def _is_touch(verb: Token, words: Cues) -> bool:
    """Whether a verb is done to what one can touch, or is a greeting or the like of somebody: `embraced the men`."""
    if verb.lemma_ not in words.physical and verb.lemma_ not in words.greeting:
        return False
    touched = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if touched is None or any(child.lower_ == "as" for child in verb.rights):
        return False
    behind = verb.doc.tokens[touched.i + 1 : touched.i + 2]
    if behind and behind[0].tag_ == "POS":
        return False  # a phrase that the parse broke: "welcomed the mayor's plan"
    noun = touched.lemma_.lower()
    if verb.lemma_ in words.greeting and (
        touched.tag_ == "PRP" or touched.ent_type_ == "PERSON" or noun in words.somebody
    ):
        return True
    return verb.lemma_ in words.physical and noun in words.things


def _is_light(verb: Token, words: Cues) -> bool:
    """Whether the noun that it governs tells what is said: `expressed hope that …`."""
    if verb.lemma_ not in words.light_verbs:
        return False
    told = next((child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in words.clause_nouns), None)
    if told is None or any(child.lower_ == "no" for child in told.lefts):
        return False
    return any(child.dep_ in ("acl", "ccomp") for child in told.rights)


def _is_named_beside(target: Token, verb: Token) -> bool:
    """Whether what something is called stands in marks behind it, or the parse takes it for an apposition of it."""
    behind = target.right_edge.i + 1
    if behind < verb.sent.end and target.doc.tokens[behind].text in _MARKS:
        return True
    named = next((part for part in target.subtree if part.dep_ == "appos"), None)
    if named is None or named.left_edge.nbor(-1).text == ",":
        return False
    first = named.left_edge
    return (first.nbor() if first.text in _MARKS else first).lower_ in ("a", "an")


def without_aside(verb: Token, first: int, last: int) -> tuple[int, int]:
    """Content behind its cue without what the article adds: behind a dash, and at the end "…, which …", "…, the …"."""
    if first <= verb.i:
        return first, last
    doc = verb.doc
    dashes = [token.i for token in doc.tokens[first:last] if token.text in _DASHES]
    if len(dashes) == 1 and dashes[0] > first:
        last = dashes[0]
    for token in doc.tokens[first + _SHORT : last]:
        if token.dep_ == "appos" and token.right_edge.i + 1 >= last:
            start = token.left_edge
            if start.tag_ == "DT" and start.nbor(-1).text == ",":
                return first, start.i - 1
    for token in doc.tokens[first + 1 : last]:
        if token.lower_ in ("who", "which") and doc.tokens[token.i - 1].text == ",":
            clause = next((other for other in (token, *token.ancestors) if other.dep_ == "relcl"), None)
            if clause is not None and clause.right_edge.i + 1 >= last and clause.left_edge.i >= token.i:
                return first, token.i - 1
    return first, last


def _with_addressee(verb: Token, infinitive: Token, words: Cues) -> tuple[int, int]:
    """An infinitive with the one who is to do it: `urged Iran to sign`, but `told Iran to sign` is said to Iran."""
    first, last = edges(infinitive)
    last = _end_of_content(infinitive, last, words)
    for child in infinitive.rights:  # "vowed to win 5 million voters, focusing on …"
        if child.dep_ == "advcl" and child.tag_ == "VBG" and verb.doc.tokens[child.left_edge.i - 1].text == ",":
            last = min(last, child.left_edge.i - 1)
    asked = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < infinitive.i), None)
    if asked is not None and verb.lemma_ not in _ADDRESSED:
        first = min(first, asked.left_edge.i)
    for joined in verb.rights:  # "wants to cut taxes, build roads and hire teachers"
        if joined.dep_ == "conj" and joined.tag_ == "VB" and joined.i >= last and verb.tag_ != "VB":
            last = joined.right_edge.i + 1
    return first, _before_objection(verb, first, last)


def _clause(verb: Token, words: Cues) -> tuple[int, int] | None:
    """The clause that a verb governs, on whichever side, with what is joined to it by "and" or "but"."""
    for child in verb.children:
        if child.dep_ not in ("ccomp", "csubj") and not _is_clause_like(verb, child, words):
            continue
        first, last = edges(child)
        if first <= verb.i < last:
            if verb.doc.tokens[first].tag_ in _WH:
                return verb.i + 1, last
            continue
        if last <= verb.i:
            if any(_follows(verb, other) for other in verb.rights):
                continue
            return _around(verb, first, last, words)
        first = _start(verb, child, first, words)
        for joined in verb.rights:
            if joined.dep_ == "conj" and joined.i >= last and _is_content(joined, words):
                last = joined.right_edge.i + 1
        last = _before_objection(verb, first, _end_of_content(child, _with_the_rest(verb, last), words))
        return first, _past_colon(verb, last)
    return None


def _start(verb: Token, clause: Token, first: int, words: Cues) -> int:
    """Where the content of a clause behind its cue begins, without "that"."""
    if verb.doc.tokens[first].lower_ == "that" and verb.doc.tokens[first].tag_ != "DT":
        return first + 1
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
    if child.dep_ == "advcl" and child.left_edge.i == verb.i + 1:
        asked = child.left_edge.lower_
        return asked in _ASKED or (asked == "when" and any(part.dep_ == "neg" for part in verb.lefts))
    if child.dep_ != "xcomp" or child.tag_ == "VB":
        return False
    return child.tag_ != "VBG" or (child.i > verb.i and bool(words.verb(verb.lemma_) & _WITH_OBJECT))


def _follows(verb: Token, other: Token) -> bool:
    """Whether `other` is a clause right behind its cue, so that one before the cue is another matter."""
    is_near = other.dep_ == "ccomp" and other.left_edge.i <= verb.i + _NEAR
    return is_near and any(token.tag_ in _FINITE for token in (other, *other.lefts))


def _with_the_rest(verb: Token, last: int) -> int:
    """The end of a clause that the parse broke in two, or that a reason or an infinitive joined to the cue goes on."""
    for part in verb.rights:
        reason = part.dep_ == "advcl" and any(child.lower_ == "because" for child in part.lefts)
        broken = (part.dep_ == "ccomp" or reason) and last <= part.left_edge.i <= last + 1
        joined = part.dep_ == "conj" and part.i >= last and part.tag_ == "VB" and verb.tag_ != "VB"
        if broken or (joined and not any(child.dep_ in (*SUBJECTS, "aux") for child in part.lefts)):
            last = part.right_edge.i + 1
    return last


def _interrupts(verb: Token, words: Cues) -> bool:
    """Whether the cue stands between commas behind a clause of the content: `If it rains, she says, it will fall`."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or verb.dep_ != "ROOT" or verb.nbor().text != ",":
        return False
    start, end = verb.sent.start, subject.left_edge.i
    before = verb.doc.tokens[start : end - 1]
    return (
        end - start > _SHORT
        and verb.doc.tokens[end - 1].text == ","
        and any(token.tag_ in _FINITE for token in before)
        and not any(token.text in _MARKS or (token.tag_[0] == "V" and words.verb(token.lemma_)) for token in before)
    )


def _past_colon(verb: Token, last: int) -> int:
    """The end of the sentence where a colon ends the clause: "notes that three things happen: homes …"."""
    doc, end = verb.doc, verb.sent.end
    return end if last < end and doc.tokens[last].text == ":" and doc.tokens[end - 1].text not in _MARKS else last


def _before_objection(verb: Token, first: int, last: int) -> int:
    """Where the article's own "…, but the polls are no measure of it" begins; "but she knows …" goes on with content."""
    for token in verb.doc.tokens[first + 1 : last - 1]:
        if token.lower_ == "but" and token.nbor(-1).text == "," and token.nbor(1).pos_ in ("DET", "PROPN", "NOUN"):
            return token.i - 1
    return last


def _end_of_content(head: Token, last: int, words: Cues) -> int:
    """Where content ends before the cue behind it: `said it fell, citing …`, `said it would fall and warned …`."""
    for child in head.rights:
        before = head.doc.tokens[child.left_edge.i - 1]
        cue = child.tag_[0] == "V" and child.lemma_ != "begin" and bool(words.verb(child.lemma_))
        if child.dep_ == "advcl" and before.text == ",":
            aside = child.left_edge.lower_ in _ASIDES
            if aside or (cue and child.tag_ == "VBG"):
                return before.i
        if (
            child.dep_ == "conj"
            and cue
            and child.tag_ == "VBD"
            and (head.tag_ != "VBD" or words.verb(child.lemma_) & _TOLD or goes_back(child))
            and subject_of(child) is not None
        ):
            own = any(part.dep_ in SUBJECTS for part in child.lefts)
            if not own and before.dep_ != "mark":
                return child.left_edge.i - 1 if before.dep_ == "cc" else child.left_edge.i
    return last


def _is_content(joined: Token, words: Cues) -> bool:
    """Whether a verb that the parse joins to the cue goes on with the content: `said it fell but would rise`."""
    if any(child.tag_ == "MD" or (child.lower_ == "had" and child.dep_ == "aux") for child in joined.lefts):
        return True  # "said it was late and had lost its way"
    return not words.verb(joined.lemma_) and any(child.dep_ in _SUBJECTS for child in joined.lefts)


def _around(verb: Token, first: int, last: int, words: Cues) -> tuple[int, int]:
    """Content that begins before its cue: from the start of the sentence, to its end where the cue only interrupts it."""
    doc, sentence = verb.doc, verb.sent
    before = doc.tokens[sentence.start : first]
    if not any(token.text in _MARKS or (token.tag_[0] == "V" and words.verb(token.lemma_)) for token in before):
        first = sentence.start
    if not any(token.tag_ in _FINITE for token in doc.tokens[first:last]):
        return sentence.start, sentence.end
    comma = next((token.i for token in doc.tokens[verb.i + 1 : verb.i + 8] if token.text == ","), None)
    if comma is not None and comma + 1 < sentence.end:
        after = doc.tokens[comma + 1]
        if after.lower_ in _GOES_ON or after.tag_ in _FINITE:
            return first, sentence.end
    return first, last


def enclosing(verb: Token) -> tuple[int, int] | None:
    """The clause around `…, he said, …` or before `…, as he said`: its head's words but those of the cue's clause."""
    head = verb.head
    as_clause = verb.dep_ == "advcl" and any(
        child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in verb.children
    )
    if head == verb or not (verb.dep_ == "parataxis" or as_clause):
        return None
    if head.dep_ in SUBJECTS:  # "The point, she said, is that …"
        head = head.head
    first, last = edges(head)
    own_first, own_last = edges(verb)
    if own_first <= first:
        return own_last, last
    tokens = verb.doc.tokens
    is_last = own_last >= last or (own_last == last - 1 and tokens[own_first - 1].text == ",")
    return first, own_first if is_last else last
