"""Names that capitals and cue words give away where the model is silent: "Ministry of Health", "Harbor County"."""

from collections.abc import Iterable, Iterator, Sequence

from transforms.entities.gazetteer import context_words, given_names, is_place_name, known_country, name_cues
from transforms.entities.name_kinds import cue_of
from transforms.entities.name_words import NAME_TAGS, is_name_word, is_no_name
from transforms.entities.offices import is_head, is_honorific, is_modifier
from transforms.entities.repair_label import trimmed
from transforms.parsing.tokens import Doc, Span, Token

_DATELINE_ENDS = frozenset((",", "(", "-", "–", "—", "_", "--", "---", ":", "/"))
_LONGEST_DATELINE = 4
_LONGEST_OFFICE = 4
_LONGEST_SHIP = 4  # words with the prefix
_SHORTEST_TITLE = 3  # words
_LONGEST_TITLE = 9  # words between quotation marks
_OPENING = frozenset(('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}"))
_CLOSING = frozenset(('"', "\N{RIGHT DOUBLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"))
_SMALL_TAGS = frozenset(("IN", "DT", "CC", "TO", "POS", "HYPH", ":", "CD"))
_TITLE_ENDS = frozenset(("!", "?"))


def name_words(doc: Doc) -> list[int]:
    """The positions of all name words."""
    return [i for i, tag in enumerate(doc.tags) if tag in NAME_TAGS and is_name_word(doc.tokens[i])]


def _runs_of(doc: Doc, positions: Iterable[int]) -> Iterator[tuple[int, int]]:
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


def cued_names(doc: Doc, positions: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Names that their own words give away, with their kind; the name words are at `positions`."""
    cues = name_cues()
    tokens = doc.tokens
    for run_start, end in _runs_of(doc, positions):
        start = run_start
        while start < end - 1 and (
            is_honorific(tokens[start]) or (is_head(tokens[start]) and tokens[start].text not in cues.first)
        ):
            start += 1
        last = end
        while last - 1 > start and (tokens[last - 1].text not in cues.last or _is_given(doc, last - 1)):
            last -= 1
        if last < end and tokens[last - 1].lower_ in context_words("of_an_office") and is_head(tokens[last]):
            last -= 1
        last = _complement_end(doc, last, cues.last)
        first = tokens[start].text
        if first in cues.ships:
            last = min(end, start + _LONGEST_SHIP)
        elif first in cues.foreign:
            last = _foreign_end(doc, end)
        elif first in cues.first:
            last = max(last, _complement_end(doc, start + 1, cues.first))
        kind = cue_of(doc, start, last)
        if kind is not None:
            yield start, last, kind


def _is_given(doc: Doc, position: int) -> bool:
    """Whether a word is the given name of who holds an office: "President Bill Clinton" is no law."""
    return doc.tokens[position].text in given_names() and is_head(doc.tokens[position - 1])


def uncued_names(doc: Doc, positions: Sequence[int], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Other runs of name words, which are at `positions`; a single word that opens a sentence is a doubtful one."""
    tokens = doc.tokens
    for first, last in _runs_of(doc, [position for position in positions if not taken[position]]):
        start, end = trimmed(doc, first, last)
        while start < end and (is_honorific(tokens[start]) or is_head(tokens[start]) or is_modifier(tokens[start])):
            start += 1
        while end > start and (
            is_head(tokens[end - 1])
            or is_modifier(tokens[end - 1])
            or (is_honorific(tokens[end - 1]) and tokens[end - 1].text.isalpha())
        ):
            end -= 1
        office = next((token.i for token in tokens[start:end] if token.text.isupper() and is_head(token)), None)
        if office is not None:  # "BJP MP Ann Roe"
            yield start, office
            start = office + 1
        if end - start > 1 or (end > start and len(tokens[start].text) > 1):
            yield start, end


def titles(doc: Doc, capitals: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Titles of works inside a sentence: capitals in a row, small words among them: "Look Who You Are Now".

    `capitals` are the tokens that begin with a capital letter.
    """
    tokens = doc.tokens
    title_words = context_words("title_words")
    if not any(token.lower_ in title_words for token in capitals):
        return
    for first, end in _runs_of(doc, [token.i for token in capitals if _is_capitalized(token)]):
        if end - first < _SHORTEST_TITLE:
            continue
        start = first + (first > 1 and tokens[first - 1].text == "-")  # "anti-Lima March Against Noise"
        if end - start >= _SHORTEST_TITLE and not tokens[start].is_sent_start:
            words = doc[start:end]
            is_title = any(token.lower_ in title_words for token in words)
            if is_title and _is_in_plain_sentence(words):
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


def _is_in_plain_sentence(words: Span) -> bool:
    """Whether more words of the sentence are small than have capitals."""
    letters = [token for token in words.sent if token.text.isalpha()]
    return sum(token.text.islower() for token in letters) * 2 > len(letters)


def datelines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Towns in capitals that open a report: "GENEVA (Reuters) - …"."""
    tokens = doc.tokens
    for sentence in doc.sents:
        start = end = sentence.start
        while (
            end < min(len(tokens), start + _LONGEST_DATELINE)
            and (text := tokens[end].text).isupper()
            and text[-1].isalpha()
        ):
            end += 1
        if (
            start < end < len(tokens)
            and tokens[end].text in _DATELINE_ENDS
            and is_place_name(doc[start:end].text.title())
        ):
            yield start, end


def _foreign_end(doc: Doc, end: int) -> int:
    """The end of a run with what small words of another language join to it: "Banco" + "de la Plata"."""
    tokens = doc.tokens
    position = end
    while (
        position < len(tokens)
        and not tokens[position].is_sent_start
        and (tokens[position].text in context_words("particles") or tokens[position].text[:1].isupper())
    ):
        position += 1
        if tokens[position - 1].text[:1].isupper():
            end = position
    return end


def _complement_end(doc: Doc, end: int, heads: dict[str, str]) -> int:
    """As in "Ministry" + "of Foreign Affairs and Trade"."""
    tokens = doc.tokens
    if end + 1 >= len(tokens) or not (
        _has_subject(doc, end) or (tokens[end].text in ("of", "for") and tokens[end - 1].text in heads)
    ):
        return end
    joins_names = heads.get(tokens[end - 1].text) not in ("PLACE", "EVENT")
    last = end
    for token in tokens[end + 1 :]:
        if token.is_sent_start:
            break
        if is_name_word(token):
            last = token.i + 1
        elif token.text in ("and", "&"):
            if not joins_names or last == end or _begins_office(doc, token.i + 1) or _begins_body(doc, token.i + 1):
                break
        elif token.lower_ not in ("of", "for", "the"):
            break
    return last


def _has_subject(doc: Doc, end: int) -> bool:
    """As in "Committee" + "on Foreign Relations"; "on Cyprus" tells no subject but whom it is about."""
    tokens = doc.tokens
    if doc.tokens[end].text not in ("on", "against", "Against") or doc.tokens[end - 1].text not in name_cues().subjects:
        return False
    after = last = tokens[end + 1]
    while last.i + 1 < len(tokens) and is_name_word(last.nbor()):
        last = last.nbor()
    return (
        is_name_word(after)
        and known_country(after.text) is None
        and name_cues().last.get(last.text) != "PLACE"  # "the Center on Pier Street"
    )


def _begins_body(doc: Doc, start: int) -> bool:
    """As in "and the World Bank", "and the SEC": a body by itself, not one more subject of the one before."""
    tokens = doc.tokens
    if start + 1 >= len(tokens) or tokens[start].lower_ != "the" or not is_name_word(tokens[start + 1]):
        return False
    last = tokens[start + 1]
    if last.text.isupper() and len(last) > 1:
        return True
    while last.i + 1 < len(tokens) and is_name_word(last.nbor()):
        last = last.nbor()
    return last.i > start + 1 and name_cues().last.get(last.text) == "ORG"


def _begins_office(doc: Doc, start: int) -> bool:
    """As in "and Chief Technology Officer of"."""
    words = doc.tokens[start : start + _LONGEST_OFFICE]
    return bool(words) and (is_head(words[0]) or is_modifier(words[0])) and any(is_head(token) for token in words)
