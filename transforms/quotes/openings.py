"""What opens a sentence or a headline and is not its subject though the parse may take it for one: datelines and labels."""

from transforms.datelines import dateline_end
from transforms.parsing.tokens import Token

_DASHES = frozenset(("—", "–", "--"))
_LATEST = 12  # tokens from the start of a paragraph


def is_dash(token: Token) -> bool:
    """Whether a token is a dash, or a hyphen between spaces that stands for one."""
    if token.text != "-":
        return token.text in _DASHES
    return token.i > 0 and token.idx > token.nbor(-1).idx + len(token.nbor(-1))


def is_label(subject: Token) -> bool:
    """Whether a colon parts a word from the verb that the parse gives it: `Iran: talks will go on, says spokesman`."""
    return subject.i < subject.head.i and subject.nbor().text == ":"


def past_dateline(subject: Token) -> Token:
    """Who stands behind the dateline that the parse takes for a subject: `RIGA, Latvia — Ana Ruiz said so`."""
    tokens = subject.doc.tokens
    if subject.i > _LATEST or not any(is_dash(token) for token in tokens[subject.i + 1 : subject.head.i]):
        return subject
    end = dateline_end(subject.doc.text)
    if subject.idx >= end:
        return subject
    behind = (token for token in tokens[subject.i : subject.head.i] if token.idx >= end and token.dep_ != "compound")
    return next((token for token in behind if token.pos_ in ("PROPN", "PRON", "NOUN")), subject)
