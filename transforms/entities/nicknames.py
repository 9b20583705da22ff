"""Names of people with what they are called between quotation marks: 'Ann "Bunny" Roe'."""

from collections.abc import Iterator

from transforms.entities.gazetteer import context_words
from transforms.entities.name_words import is_name_word, is_person_word
from transforms.parsing.tokens import Doc, Token

_OPENING = frozenset(('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}", "'"))
_CLOSING = frozenset(('"', "\N{RIGHT DOUBLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}", "'"))
_LONGEST = 2  # words of a nickname
_MOST_GIVEN = 3  # words before it


def nicknamed(doc: Doc) -> Iterator[tuple[int, int]]:
    """The spans of such names; what is between the marks has capitals, and so has the surname right behind them."""
    tokens = doc.tokens
    for token in doc.capitals:
        before = token.i - 1
        if before < 1 or tokens[before].text not in _OPENING or not _is_given(tokens[before - 1]):
            continue
        closing = next(
            (i for i in range(token.i + 1, min(len(tokens), token.i + _LONGEST + 1)) if tokens[i].text in _CLOSING),
            None,
        )
        end = _surname_end(doc, closing + 1) if closing is not None else None
        if end is None or any(not tokens[i].text[:1].isupper() for i in range(token.i, closing or 0)):
            continue
        start = before - 1
        while start > tokens[before].sent.start and before - start < _MOST_GIVEN and _is_given(tokens[start - 1]):
            start -= 1
        if not any(other.is_sent_start for other in tokens[start + 1 : end]):
            yield start, end


def _is_given(token: Token) -> bool:
    """Whether a word may be a given name or its initials: "G.B."."""
    return is_person_word(token) or (token.text.isupper() and token.text.endswith("."))


def _surname_end(doc: Doc, start: int) -> int | None:
    """One past the surname that begins here, with its small words."""
    tokens = doc.tokens
    position = start
    while position < len(tokens) and tokens[position].text in context_words("particles"):
        position += 1
    end = position
    while end < min(len(tokens), position + 2) and is_name_word(tokens[end]) and is_person_word(tokens[end]):
        end += 1
    return end if end > position else None
