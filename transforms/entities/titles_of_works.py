"""Titles of works, slogans and awards that capitals give away: "Look Who You Are Now", "Player of the Year"."""

from collections.abc import Iterable, Iterator, Sequence

from transforms.entities.gazetteer import context_words
from transforms.entities.name_words import is_no_name
from transforms.entities.offices import is_head, is_honorific
from transforms.parsing.tokens import Doc, Span, Token

_SHORTEST_TITLE = 3  # words
_LONGEST_TITLE = 9  # words between quotation marks
_OPENING = frozenset(('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}"))
_CLOSING = frozenset(('"', "\N{RIGHT DOUBLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"))
_SMALL_TAGS = frozenset(("IN", "DT", "CC", "TO", "POS", "HYPH", ":", "CD"))
_TITLE_ENDS = frozenset(("!", "?"))


def runs_of(doc: Doc, positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of tokens at positions in a row, each inside one sentence."""
    tokens = doc.tokens
    start = end = -1
    for position in positions:
        if position != end or tokens[position].is_sent_start:
            if end > start:
                yield start, end
            start = position
        end = position + 1
    if end > start:
        yield start, end


def titles(doc: Doc, capitals: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Titles of works inside a sentence: capitals in a row, small words among them: "Look Who You Are Now".

    `capitals` are the tokens that begin with a capital letter.
    """
    tokens = doc.tokens
    title_words = context_words("title_words")
    if not any(token.lower_ in title_words for token in capitals):
        return
    for first, end in runs_of(doc, [token.i for token in capitals if _is_capitalized(token)]):
        if end - first < _SHORTEST_TITLE:
            continue
        start = first + (first > 1 and tokens[first - 1].text == "-")  # "anti-Lima March Against Noise"
        if end - start >= _SHORTEST_TITLE and not tokens[start].is_sent_start:
            words = doc[start:end]
            is_title = any(token.lower_ in title_words for token in words)
            if is_title and is_in_plain_sentence(words):
                yield start, end


def awards(doc: Doc, capitals: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Titles that are given for a time: "Player of the Year", "Sports Woman of the Century".

    `capitals` are the tokens that begin with a capital letter.
    """
    tokens = doc.tokens
    times = context_words("award_times")
    for token in capitals:
        if token.text not in times or token.i - token.sent.start < _SHORTEST_TITLE:
            continue
        start = token.i - 2
        if tokens[start].text != "of" or tokens[start + 1].text != "the":
            continue
        while start > token.sent.start and _is_capitalized(tokens[start - 1]) and not is_no_name(tokens[start - 1]):
            start -= 1
        if start < token.i - 2:
            yield start, token.i + 1


def quoted_titles(doc: Doc) -> Iterator[tuple[int, int]]:
    """Titles and slogans between quotation marks: capitals and small words, as in "Harbor's Best Cooks"."""
    opened: int | None = None
    for token in doc.tokens if any(mark in doc.text for mark in _OPENING) else ():
        if token.text in _OPENING and opened is None:
            opened = token.i + 1
        elif opened is not None and token.text in _CLOSING:
            end = token.i
            while end > opened and doc.tokens[end - 1].text in (",", "."):
                end -= 1
            is_somebody = is_honorific(doc.tokens[opened]) or is_head(doc.tokens[opened])
            if 1 < end - opened <= _LONGEST_TITLE and not is_somebody and _is_title(doc[opened:end]):
                yield opened, end
            opened = token.i + 1 if token.text in _OPENING else None


def _is_title(words: Span) -> bool:
    """Whether all words but small ones have capitals, the first and the last among them, two at least."""
    large = [token for token in words if _is_large(token)]
    return (
        len(large) > 1
        and any(_is_capitalized(token) for token in large)
        and _is_large(words[0])
        and all(_is_large(token) or token.tag_ in _SMALL_TAGS for token in words)
        and (_is_large(words[-1]) or words[-1].text in _TITLE_ENDS)
    )


def _is_large(token: Token) -> bool:
    return _is_capitalized(token) or (token.text.isupper() and token.text.isalpha())


def _is_capitalized(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() and text.isalpha() and (text[1:].islower() or len(text) == 1)


def is_in_plain_sentence(words: Span) -> bool:
    """Whether more words of the sentence are small than have capitals."""
    letters = [token for token in words.sent if token.text.isalpha()]
    return sum(token.text.islower() for token in letters) * 2 > len(letters)
