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
    denies = above.lemma_ in words.disbelieving and report.dep_ in ("dobj", "nsubjpass")
    is_untrue = report.dep_ in _SUBJECTS and any(
        child.dep_ in ("acomp", "attr") and child.lemma_.lower() in words.untrue for child in above.children
    )
    return (denies or is_untrue) and not any(child.dep_ == "neg" for child in above.children)


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
