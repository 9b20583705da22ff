"""Names that the model or capitals in a row glue together, cut apart: "Hull, Leeds", "Foreign Ministry Ann Lee"."""

from transforms.entities.gazetteer import context_words, given_names, name_cues
from transforms.entities.name_words import is_person_word
from transforms.entities.offices import is_head
from transforms.entities.place_signs import is_known_place
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import ranks
from transforms.places.countries import country_of, demonym_country

_LONGEST_PERSON = 3  # words
_QUOTES = frozenset(('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"))
_DASHES = frozenset(("-", "–", "—", "--"))


def parts(doc: Doc, start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """One entity of the model cut where it glues names together.

    "… Foreign Ministry Ann Lee" is a body and a person named by two or three words; "Hull, Leeds" are two towns.
    """
    tokens = doc.tokens
    if (gap := _gap(doc, start, end, kind)) is not None:
        part = "PLACE" if gap == _dash_of_route(doc, start, end) else kind
        return [(start, gap, part), *parts(doc, gap + 1, end, part)]
    if kind == "PERSON" and end - start > 1 and is_demonym(tokens[start].text):
        return [(start + 1, end, kind)]  # "Tanzanian Maasai", "French Henri Martin"
    if kind == "PERSON" and _opens_with_place(doc, start, end):
        return [(start, start + 1, "PLACE"), (start + 1, end, kind)]
    if kind == "PERSON" and (office := _office_of_place(doc, start, end)) is not None:
        return [(start, office, "PLACE"), (office + 1, end, kind)]
    if kind in ("ORG", "PERSON") and (of := _end_of_person(doc, start, end)) is not None:
        return [(start, of, "PERSON"), *parts(doc, of + 1, end, "ORG")]
    if kind in ("ORG", "OTHER", "PERSON") and (name := _name_behind(doc, start, end)) is not None:
        state = [(start, name, "PLACE")] if not is_head(tokens[name - 1]) else []
        return [*state, (name, end, "PERSON")]
    name = _person_behind(doc, start, end) if kind != "PLACE" else None
    if name is not None and kind in ("ORG", "PERSON", "OTHER"):
        return [(start, name, name_cues().last.get(tokens[name - 1].text, "ORG")), (name, end, "PERSON")]
    return [(start, end, kind)]


def _gap(doc: Doc, start: int, end: int, kind: str) -> int | None:
    """The mark or word between two names that are glued: the comma of "Hull, Leeds"."""
    marks = (token for token in doc.tokens[start:end] if not token.text.isalnum() or token.text == "as")
    comma = next((token.i for token in marks if _parts_names(doc, token, end)), None)
    if comma is not None and kind in ("PLACE", "ORG", "PERSON") and not _is_suffix(doc, comma + 1, end):
        return comma
    return (_between_two_bodies(doc, start, end) if kind == "ORG" else None) or _dash_of_route(doc, start, end)


def _dash_of_route(doc: Doc, start: int, end: int) -> int | None:
    """The hyphen of "the Lima-Quito train": it joins two places of the tables."""
    tokens = doc.tokens
    if end >= len(tokens) or tokens[end].lower_ not in context_words("routes"):
        return None
    dash = next((token.i for token in tokens[start + 1 : end - 1] if token.text in _DASHES), None)
    first = start + (tokens[start].lower_ == "the")
    if dash is None or not is_known_place(words_text(doc, first, dash)):
        return None
    return dash if is_known_place(words_text(doc, dash + 1, end)) else None


def _between_two_bodies(doc: Doc, start: int, end: int) -> int | None:
    """Where "and" stands between two bodies.

    They are of one kind ("University of Hull and Leeds University"), or the first one ends with its place and the other
    is none ("Carters Union of Hull and Sunhill").
    """
    words = [token.text for token in doc.tokens[start:end]]
    cues = name_cues()
    for place, word in enumerate(words[1:-1], 1):
        if word not in ("and", "&"):
            continue
        kinds = {one for one in words[:place] if one in cues.last} & set(words[place + 1 :])
        if kinds and not kinds.isdisjoint((words[place - 1], *words[:2])) and len(words) - place > 2:  # noqa: PLR2004 - two words of a body
            return start + place
        is_placed = place > 2 and words[place - 2] == "of" and is_known_place(words[place - 1])  # noqa: PLR2004 - body, "of", place
        if is_placed and not is_known_place(" ".join(words[place + 1 :])) and cues.first.get(words[0]) is None:
            return start + place
    return None


def _person_behind(doc: Doc, start: int, end: int) -> int | None:
    """Where the name begins of a person behind a body: "Foreign Ministry" + "Ann Lee", "head of the Carters" + "Nurlan Roe"."""
    tokens, cues = doc.tokens, name_cues().last
    for name in range(end - 2, max(start, end - 1 - _LONGEST_PERSON), -1):
        if not all(map(is_person_word, tokens[name:end])):
            return None
        if tokens[name - 1].text in cues and name - 1 > start:
            return name
        is_whole = tokens[name].text in given_names() and tokens[name - 1].text[:1].isupper()
        if is_whole and _holds_office(doc, start):
            return name
    return None


def _holds_office(doc: Doc, start: int) -> bool:
    """Whether an office of the body that begins at `start` is named before it: "the head of the Union of Carters"."""
    tokens = doc.tokens
    of = start - 1 - (start > 1 and tokens[start - 1].lower_ == "the")
    return of > 0 and tokens[of].lower_ in ("of", "for") and is_head(tokens[of - 1])


def _end_of_person(doc: Doc, start: int, end: int) -> int | None:
    """Where a person ends who is told with a town or firm: "Ann Roe" of "Ann Roe of Sunhill"."""
    tokens = doc.tokens
    of = next((token.i for token in tokens[start + 2 : min(end - 1, start + 4)] if token.text == "of"), None)
    if of is None or not all(is_person_word(token) for token in tokens[start:of]):
        return None
    who = doc[start:of].root
    speaks = who.dep_ == "nsubj" and who.head.lemma_ in context_words("reporting")
    return of if speaks or is_given_name(tokens[start].text) else None


def _name_behind(doc: Doc, start: int, end: int) -> int | None:
    """Where a person's name begins behind a rank or a state: "General" + "Milan Roe", "Great Britain" + "Ann Roe"."""
    tokens = doc.tokens
    for name in range(start + 1, min(start + 4, end - 1)):
        if not all(is_person_word(token) for token in tokens[name:end]) or not is_given_name(tokens[name].text):
            continue
        before = words_text(doc, start, name)
        if before.lower() in ranks() or country_of(before) is not None:
            return name
    return None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, one that is a town's too among them."""
    return word in given_names() or word.lower() in context_words("given_places")


def _opens_with_place(doc: Doc, start: int, end: int) -> bool:
    """As in "In Kisumu Ann Roe spoke": a town after a preposition, then a given name and a surname."""
    tokens = doc.tokens
    return (
        end - start > 2  # noqa: PLR2004 - a town and two names
        and start > 0
        and tokens[start - 1].lower_ in ("in", "from", "near")
        and tokens[start + 1].text in given_names()
        and tokens[start].text not in given_names()
        and is_known_place(tokens[start].text)
    )


def _office_of_place(doc: Doc, start: int, end: int) -> int | None:
    """Where the office stands between a town and who holds it: "Lagos MP Ann Roe"."""
    office = next((token.i for token in doc.tokens[start + 1 : end - 1] if is_head(token)), None)
    return office if office is not None and is_known_place(words_text(doc, start, office)) else None


def _parts_names(doc: Doc, token: Token, end: int) -> bool:
    """Whether a mark stands between two names: a comma, a dash between spaces, a bracket or quotation mark alone, "as"."""
    tokens = doc.tokens
    if token.text in (",", ";", "|"):
        return True
    if token.text == "as":
        return tokens[token.i + 1].text[:1].isupper() if token.i + 1 < end else False  # "as-Sadr" is one
    if token.text in _DASHES:
        return token.i > 0 and tokens[token.i - 1].idx + len(tokens[token.i - 1]) < token.idx
    if token.text in _QUOTES:
        return not any(other.text in _QUOTES for other in tokens[token.i + 1 : end])
    return token.text == "(" and all(other.text != ")" for other in tokens[token.i : end])


def is_demonym(word: str) -> bool:
    """Whether a word tells of a state and is nobody's given name: "Tanzanian"."""
    return demonym_country(word) is not None and word not in given_names()


def _is_suffix(doc: Doc, start: int, end: int) -> bool:
    """As in "Inc." of a company, "Jr." of a person, "Food and Drugs" of a long office."""
    return end - start == 1 and doc.tokens[start].text.rstrip(".") in (
        "Inc",
        "Ltd",
        "LLC",
        "LLP",
        "Jr",
        "Sr",
        "PLC",
        "Corp",
        "Co",
    )
