"""Where what is said ends, and what the article itself goes on to add."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import SUBJECTS, cue_verb
from transforms.quotes.cues import Cues
from transforms.quotes.marks import DOUBLE
from transforms.quotes.subjects import goes_back, subject_of

# A verb of these in the past, joined to a clause in the past: "said it was opposed and warned …".
_TOLD = frozenset(("statement", "request"))
# What is found and how one speaks go on with the clause that they stand in: "said they had gone there and found nothing".
_NOT_APART = frozenset(("finding", "manner"))
_TOLD_OF = frozenset(("ccomp", "dobj", "xcomp"))
_SPOKEN = frozenset(("statement", "report", "judgement"))
# Verbs of speech that a clause of time or manner has as well: "…, beginning in May".
_GOING_ON = frozenset(("begin", "continue"))
_MAY_FOLLOW = frozenset(("VBD", "VBG", "VBN"))  # the tags of a cue that follows content
_CONDITIONS = frozenset(("because", "if", "unless", "until"))
# A time that tells when it is said: "…, a day after the vote".
_WHEN = frozenset(("after", "before"))
_TIMES = frozenset(("day", "days", "hours", "minutes", "month", "months", "week", "weeks", "year", "years"))
_NOW = frozenset(("MD", "VBP", "VBZ"))
_SHORT = 4  # tokens
# What the article itself adds behind a comma.
_ASIDES = frozenset(("although", "though"))
_APPOSED = frozenset(("appos", "npadvmod"))
_DASHES = frozenset(("—", "―", "--"))


def without_aside(verb: Token, first: int, last: int, words: Cues) -> tuple[int, int]:
    """Content behind its cue without what the article adds: behind a dash, and at the end "…, which …", "…, the …"."""
    if first <= verb.i:
        return first, last
    doc = verb.doc
    last = _before_semicolon(verb, first, _before_next_cue(verb, first, last, words))
    dashes = [token.i for token in doc.tokens[first:last] if token.text in _DASHES]
    if len(dashes) == 1 and dashes[0] > first:
        last = dashes[0]
    apposed = _before_apposition(verb, first, last)
    if apposed < last:
        return first, apposed
    if verb.tag_ in _NOW:
        last = _before_time(verb, first, last)
    for token in doc.tokens[first + 1 : last]:
        if token.lower_ in ("who", "whom", "which") and doc.tokens[token.i - 1].text == ",":
            clause = next((other for other in (token, *token.ancestors) if other.dep_ == "relcl"), None)
            if clause is not None and clause.right_edge.i + 1 >= last and clause.left_edge.i >= token.i:
                return first, token.i - 1
    return first, last


def _before_apposition(verb: Token, first: int, last: int) -> int:
    """Where content ends before what the article adds of its last noun: `…, a town in the south`."""
    for token in verb.doc.tokens[first + _SHORT : last]:
        is_something = token.lower_ == "something"  # "…, something that the mayor denies"
        if (token.dep_ in _APPOSED or is_something) and token.right_edge.i + 1 >= last:
            start = token.left_edge
            if (start.tag_ == "DT" or is_something) and start.nbor(-1).text == "," and not _is_listed(token):
                return start.i - 1
    return last


def _before_time(verb: Token, first: int, last: int) -> int:
    """Where content ends before the time at which it is said: `says he will go, a day after the vote`."""
    tokens = verb.doc.tokens
    for token in tokens[first + _SHORT : last]:
        is_time = token.lower_ in _WHEN and token.nbor(-1).lower_ in _TIMES
        if is_time and token.head.right_edge.i + 1 >= last:
            comma = next((other.i for other in tokens[token.i - _SHORT : token.i] if other.text == ","), last)
            return comma if comma > first else last
    return last


def _before_semicolon(verb: Token, first: int, last: int) -> int:
    """Where the article goes on in its own words: `says it fell; others say it stands`, but not `said that …; that …`."""
    texts = verb.doc.texts[first:last]
    if ";" not in texts:
        return last
    place = first + texts.index(";")
    is_listed = any(text in DOUBLE or text == ":" for text in texts[: place - first])
    return last if is_listed or place + 1 == last or verb.doc.lowers[place + 1] == "that" else place


def _is_listed(apposed: Token) -> bool:
    """Whether the parse takes a part of a list for an apposition: `said it broke the treaty, the convention, and the law`."""
    return any(child.dep_ == "cc" for child in apposed.head.children)


def _before_next_cue(verb: Token, first: int, last: int, words: Cues) -> int:
    """Where content ends that another cue of the same speaker, or a source, follows.

    `…, adding that …`, `…, according to …`, `said it was late and urged them to go`.
    """
    behind = verb.doc.tokens[first + _SHORT : last]
    for token in [token for token in behind if token.tag_ in _MAY_FOLLOW or token.lower_ == "with"]:
        before = token.nbor(-1)
        if before.dep_ == "cc" and _is_other_tense(token) and words.verb(cue_verb(token)):
            return before.i
        if token.right_edge.i + 1 < last:
            continue
        if before.text in DOUBLE and before.nbor(-1).text == ",":
            before = before.nbor(-1)
        if token.tag_ == "VBG" and before.text == ",":
            if token.lower_ == "according" or (words.verb(token.lemma_) & _SPOKEN and token.lemma_ not in _GOING_ON):
                return before.i
        elif token.lower_ == "with" and before.text == "," and _has_participle(token, words):
            return before.i
        elif token.tag_ == "VBD" == verb.tag_ and before.dep_ == "cc" and token.dep_ == "conj":
            is_apart = token.head.tag_ != "VBD" or token.head.lemma_ == "be"
            if is_apart and words.verb(token.lemma_) & _TOLD and any(child.dep_ in _TOLD_OF for child in token.rights):
                return before.i
    return last


def _is_other_tense(joined: Token) -> bool:
    """Whether a past stands behind "would …", so that both cannot be one clause: `said it would fall and called for help`."""
    is_past = joined.tag_ in ("VBD", "VBN") and joined.dep_ == "conj" and joined.head.tag_ == "VB"
    has_own = any(child.dep_ in SUBJECTS or child.dep_.startswith("aux") for child in joined.lefts)
    return is_past and not has_own and any(child.tag_ == "MD" for child in joined.head.lefts)


def _has_participle(preposition: Token, words: Cues) -> bool:
    """`with one in four saying that …`."""
    return any(
        child.tag_ == "VBG" and words.verb(child.lemma_) & _SPOKEN
        for part in preposition.rights
        for child in (part, *part.children)
    )


def end_of_content(head: Token, last: int, words: Cues) -> int:
    """Where content ends before the cue behind it: `said it fell, citing …`, `said it would fall and warned …`."""
    for child in head.rights:
        before = head.doc.tokens[child.left_edge.i - 1]
        cue = child.tag_[0] == "V" and child.lemma_ != "begin" and bool(words.verb(child.lemma_) - _NOT_APART)
        if child.dep_ == "advcl" and before.text == ",":
            aside = child.left_edge.lower_ in _ASIDES
            if aside or (cue and child.tag_ == "VBG"):
                return before.i
        if child.dep_ == "conj" and before.dep_ == "cc" and (_is_of_teller(child, head) or _is_kept_back(child, words)):
            return before.i
        if (
            child.dep_ == "conj"
            and cue
            and (goes_back(child) or (child.tag_ == "VBD" and (head.tag_ != "VBD" or words.verb(child.lemma_) & _TOLD)))
            and subject_of(child) is not None
        ):
            own = any(part.dep_ in SUBJECTS for part in child.lefts)
            if not own and before.dep_ != "mark":
                return child.left_edge.i - 1 if before.dep_ == "cc" else child.left_edge.i
    return last


def _is_of_teller(joined: Token, told: Token) -> bool:
    """Whether a verb behind ", and" is in the tense of the cue, not of what it tells: `says it was shut, and has a letter`."""
    if told.dep_ != "ccomp" or joined.nbor(-1).nbor(-1).text != "," or joined.left_edge is not joined:
        return False
    is_past = told.tag_ == "VBD" or any(child.tag_ == "VBD" and "aux" in child.dep_ for child in told.lefts)
    is_now = told.tag_ in ("VBP", "VBZ") or any(child.tag_ in _NOW and "aux" in child.dep_ for child in told.lefts)
    teller = told.head.tag_
    return joined.tag_ == teller and ((is_past and teller in ("VBP", "VBZ")) or (is_now and teller == "VBD"))


def _is_kept_back(joined: Token, words: Cues) -> bool:
    """What the teller does not say: `said he takes it seriously but would not say why`."""
    is_speech = joined.lemma_ == "say" or joined.lemma_ in words.replying
    return is_speech and any(child.dep_ == "neg" for child in joined.lefts) and subject_of(joined) is not None


def before_objection(verb: Token, first: int, last: int) -> int:
    """Where the article's own "…, but the polls are no measure of it" begins; "but she knows …" goes on with content."""
    for token in verb.doc.tokens[first + 1 : last - 1]:
        if token.lower_ == "but" and token.nbor(-1).text == "," and token.nbor(1).pos_ in ("DET", "PROPN", "NOUN"):
            return token.i - 1
    return last


def with_the_rest(verb: Token, last: int) -> int:
    """The end of a clause that the parse broke in two, or that a reason or an infinitive joined to the cue goes on."""
    for part in verb.rights:
        reason = part.dep_ == "advcl" and any(child.lower_ in _CONDITIONS for child in part.lefts)
        broken = (part.dep_ == "ccomp" or reason) and last <= part.left_edge.i <= last + 1
        joined = part.dep_ == "conj" and part.i >= last and part.tag_ == "VB" and verb.tag_ != "VB"
        if broken or (joined and not any(child.dep_ in (*SUBJECTS, "aux") for child in part.lefts)):
            last = part.right_edge.i + 1
    return last


def past_colon(verb: Token, last: int) -> int:
    """The end of the sentence where a colon ends the clause: "notes that three things happen: homes …"."""
    doc, end = verb.doc, verb.sent.end
    return end if last < end and doc.tokens[last].text == ":" and doc.tokens[end - 1].text not in DOUBLE else last
