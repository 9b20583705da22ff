"""Names that capitals and cue words give away where the model is silent: "Ministry of Health", "Harbor County"."""

from collections.abc import Iterator, Sequence

from transforms.entities.gazetteer import context_words, given_names, is_place_name, known_country, name_cues
from transforms.entities.group_nouns import group_nouns
from transforms.entities.name_kinds import cue_of
from transforms.entities.name_words import NAME_TAGS, is_before_street, is_name_word, is_no_name
from transforms.entities.offices import is_head, is_honorific, is_modifier
from transforms.entities.repair_label import trimmed
from transforms.entities.titles_of_works import is_in_plain_sentence, runs_of
from transforms.parsing.tokens import Doc, Token

_DATELINE_ENDS = frozenset((",", "(", "-", "–", "—", "_", "--", "---", ":", "/"))
_LONGEST_DATELINE = 4
_CUT_SHORT = frozenset(("ST", "STE", "FT", "MT"))  # before a point: "ST. PETERSBURG"
_LONGEST_OFFICE = 4
_LONGEST_SHIP = 4  # words with the prefix
_JOINS_IN_LAWS = frozenset(("and", "&", "to", "of", "for"))
_BEFORE_LAWS = frozenset(("DT", "POS", "PRP$", "CD"))


def name_words(doc: Doc) -> list[int]:
    """The positions of all name words, plurals that the tagger takes for common nouns among them: "the Rays"."""
    tokens = doc.tokens
    return [
        i
        for i, tag in enumerate(doc.tags)
        if (tag in NAME_TAGS and is_name_word(tokens[i])) or (tag == "NNS" and _is_named_plural(tokens[i]))
    ]


def _is_named_plural(token: Token) -> bool:
    """As in "the Rays have won", "the Scorpion Kings": a capital inside a sentence of small letters."""
    if not token.text.istitle() or token.is_sent_start or is_no_name(token) or token.lower_ in group_nouns().people:
        return False
    before = token.nbor(-1)
    is_part = before.text.istitle() and before.text.isalpha() and not before.is_sent_start
    is_open = before.lower_ == "the" or (is_part and known_country(before.text) is None)
    return is_open and is_in_plain_sentence(token.doc[token.i : token.i + 1])


def cued_names(doc: Doc, positions: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Names that their own words give away, with their kind; the name words are at `positions`."""
    cues = name_cues()
    tokens = doc.tokens
    for run_start, end in runs_of(doc, positions):
        start = run_start
        while (
            start < end - 1
            and not is_before_street(tokens[start])
            and (is_honorific(tokens[start]) or (is_head(tokens[start]) and tokens[start].text not in cues.first))
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
            last = _ship_end(doc, start, end)
        elif first in cues.foreign:
            last = _foreign_end(doc, end)
        elif first in cues.first:
            last = max(last, _complement_end(doc, start + 1, cues.first))
        kind = cue_of(doc, start, last)
        if kind == "LAW":
            start = _law_start(doc, start)
        if kind is not None:
            yield start, _with_direction(doc, last, end), kind


def _with_direction(doc: Doc, last: int, end: int) -> int:
    """As in "Queen Street" + "East"."""
    tokens = doc.tokens
    is_street = last < end and tokens[last - 1].text in name_cues().streets
    return last + (is_street and tokens[last].lower_ in context_words("directions"))


def _ship_end(doc: Doc, start: int, end: int) -> int:
    """Where a ship's name ends, with an "of" in it: "HMS Prince of Wales"."""
    tokens = doc.tokens
    last = min(end, start + _LONGEST_SHIP)
    if last - start > 1 and last + 1 < len(tokens) and tokens[last].text == "of":
        after = last + 1 + (tokens[last + 1].lower_ == "the")
        if after < len(tokens) and is_name_word(tokens[after]):
            return after + 1
    return last


def _law_start(doc: Doc, start: int) -> int:
    """Where a law begins whose name small words join: "Right to Information" of "the Right to Information Act"."""
    tokens = doc.tokens
    first, sentence = start, tokens[start].sent.start
    while first - 2 > sentence and tokens[first - 1].text in _JOINS_IN_LAWS and tokens[first - 2].text[:1].isupper():
        first -= 2
        while first > sentence and is_name_word(tokens[first - 1]):
            first -= 1
    is_another = any(name_cues().last.get(token.text) == "LAW" for token in tokens[first:start])
    return start if is_another or first == sentence or tokens[first - 1].tag_ not in _BEFORE_LAWS else first


def _is_given(doc: Doc, position: int) -> bool:
    """Whether a word is the given name of who holds an office: "President Bill Clinton" is no law."""
    return doc.tokens[position].text in given_names() and is_head(doc.tokens[position - 1])


def uncued_names(doc: Doc, positions: Sequence[int], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Other runs of name words, which are at `positions`; a single word that opens a sentence is a doubtful one."""
    tokens = doc.tokens
    for first, last in runs_of(doc, [position for position in positions if not taken[position]]):
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
            end += 1 + (text in _CUT_SHORT and tokens[end].nbor().text == ".")
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
