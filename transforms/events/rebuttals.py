"""What is told and denied, and what is denied only to name something else: "refuted reports of a raid", "not A but B"."""

from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def is_rebutted(report: Token) -> bool:
    """Whether a report is denied where it is told: "refuted the information …", "rumours … are false", "a denial that …"."""
    words = lexicon()
    lemma, above = report.lemma_.lower(), report.head
    if lemma in words.denial:
        return True
    if lemma not in words.report:
        return False
    if above.lemma_ in words.disbelieving and report.dep_ in ("dobj", "nsubjpass"):
        return not _is_denied(above)
    verdicts = [above] if report.dep_ in _SUBJECTS else report.rights if report.dep_ == "ROOT" else ()
    return any(map(calls_untrue, verdicts))  # the verb of a report may hang below it: "Reports that … proved false."


def calls_untrue(verb: Token) -> bool:
    """As in "was false", "proved to be a hoax", "turned out to be wrong", "is not true"."""
    found = [child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd", "xcomp")]
    found += [grand for child in found if child.dep_ == "xcomp" for grand in child.children]
    wanted = frozenset(("true",)) if _is_denied(verb) else lexicon().untrue
    return any(word.lemma_.lower() in wanted for word in found)


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def says_what_was_wrong(verb: Token) -> bool:
    """Whether a correction tells what an article had wrong: "an earlier version of this article said that …"."""
    return any(
        child.dep_ == "nsubj"
        and child.lemma_.lower() in lexicon().own_voice
        and any(grand.lower_ in ("earlier", "previous", "original") for grand in child.children)
        for child in verb.lefts
    )


def contrasted(word: Token) -> Token | None:
    """What is named in place of `word`, which is ruled out: B of "did not hit A but B", "hit not A but B"."""
    for head in (word, word.head):  # the parser joins B to A or to the verb
        if any(child.lower_ == "but" and child.dep_ == "cc" and child.i > word.i for child in head.children):
            others = [child for child in head.children if child.dep_ == "conj" and child.i > word.i]
            if others and others[0].pos_ in ("NOUN", "PROPN", "PRON") and not _says_only(word):
                return others[0]
    return None


def _says_only(word: Token) -> bool:
    """Whether both are meant: "hit not only A but B"."""
    return any(child.lower_ in ("only", "just", "merely") for child in (*word.children, *word.head.children))
