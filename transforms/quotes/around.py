"""Content that begins before its cue: `It fell, she said`, `It fell, she said in May, and nobody came`."""

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import FINITE, SUBJECTS
from transforms.quotes.cues import Cues
from transforms.quotes.marks import DOUBLE

# After a cue that only interrupts: "…, he said, and …".
_GOES_ON = frozenset(("and", "but", "so", "because", "that"))


def around(verb: Token, first: int, last: int, words: Cues) -> tuple[int, int]:
    """Content that begins before its cue: from the start of the sentence, to its end where the cue only interrupts it."""
    doc, sentence, last = verb.doc, verb.sent, _with_loose_phrases(verb, last)
    before = doc.tokens[sentence.start : first]
    if not any(token.text in DOUBLE or (token.tag_[0] == "V" and words.verb(token.lemma_)) for token in before):
        first = sentence.start
    if not any(token.tag_ in FINITE for token in doc.tokens[first:last]):
        is_last = not any(token.tag_ in FINITE for token in doc.tokens[verb.i + 1 : sentence.end])
        return sentence.start, last if is_last else sentence.end  # "Warnings ignored, says mayor"
    comma = next((token.i for token in doc.tokens[verb.i + 1 : verb.i + 8] if token.text == ","), None)
    if comma is not None and comma + 1 < sentence.end:
        after = doc.tokens[comma + 1]
        if _speaks_again(verb, after, words):
            return first, last
        if after.lower_ in _GOES_ON or after.tag_ in FINITE:
            return first, sentence.end
    return first, last


def _with_loose_phrases(verb: Token, last: int) -> int:
    """The end of a clause with the phrases that the parse hangs on the cue behind it: `It fell, in a storm, guards said`."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS and child.i >= last), None)
    if subject is None or subject.left_edge.nbor(-1).text != ",":
        return last
    loose = [child for child in verb.lefts if child.i >= last and child.i < subject.i and not child.is_punct]
    is_all = bool(loose) and all(child.dep_ in ("prep", "advcl") for child in loose)
    is_next = is_all and loose[0].left_edge.i == last + (verb.doc.texts[last] == ",")
    return subject.left_edge.i - 1 if is_next else last


def _speaks_again(verb: Token, after: Token, words: Cues) -> bool:
    """Whether "and" leads to what somebody says next: `It was late, she wrote, and she asked that they wait`."""
    joined = next((child for child in verb.rights if child.dep_ == "conj" and child.i > after.i), None)
    if after.dep_ != "cc" or joined is None or joined.tag_ != verb.tag_:
        return False
    return bool(words.verb(joined.lemma_)) and any(child.dep_ in ("ccomp", "xcomp") for child in joined.rights)
