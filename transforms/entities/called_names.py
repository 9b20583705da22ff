"""What the words beside a name call it: "the militia Fano", "residents of Mais", "Sunhill shares"."""

from functools import lru_cache

from transforms.entities.gazetteer import context_words, given_names
from transforms.entities.name_words import has_age, is_person_word
from transforms.entities.offices import is_head
from transforms.entities.place_signs import is_known_place
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc
from transforms.places.actor_tables import find_known, known_organizations, known_people
from transforms.places.gazetteer import find_features

_LONGEST_PERSON = 3  # words
_LONGEST_NOUN = 9  # tokens behind a name to the end of the noun for what it is
_BEFORE_NOUNS = frozenset(("NN", "JJ", "NNP", "HYPH", "VBG", "VBN", "RP"))
_LONGEST_DATELINE = 14  # tokens before the agency's name


def called(doc: Doc, start: int, end: int, label: str) -> str | None:
    """What the words beside a name call it."""
    if label in ("ORG", "OTHER", "PLACE") and (
        _is_relative(doc, start) or _has_age_before(doc, start, end) or _is_told_as_person(doc, start, end)
    ):
        return "PERSON"
    if _is_agency(doc, start, end) or _is_called_body(doc, start, end):
        return "ORG"
    if label in ("ORG", "OTHER", "PERSON") and _is_firm(doc, start, end):
        return "ORG"  # "Lima shares" are those of a stock exchange
    if _is_called_place(doc, start) or _is_landform(doc, start, end):
        return "PLACE"
    if label == "PERSON" and (_is_printed_in(doc, start) or _is_employer(doc, start, end)):
        return "ORG"
    if label in ("OTHER", "PLACE") and _speaks_as_officer(doc, start, end):
        return "PERSON"
    if label in ("OTHER", "PERSON", "PLACE") and _is_told_as_firm(doc, start, end):
        return "ORG"
    return "OTHER" if label in ("PERSON", "ORG", "OTHER") and _is_vessel(doc, start) else None


def is_called_with_article(doc: Doc, start: int, end: int) -> bool:
    """As in "the Courier reported": who speaks and has an article is a paper or a body, no person and no place."""
    tokens = doc.tokens
    last = tokens[end - 1]
    if tokens[start].is_sent_start or tokens[start - 1].lower_ != "the" or last.tag_ != "NNP":
        return False
    if last.dep_ in ("dobj", "dative") and last.head.lemma_ == "tell":
        return True  # "told the Courier"
    return last.dep_ == "nsubj" and last.head.lemma_ in context_words("reporting")


def _is_printed_in(doc: Doc, start: int) -> bool:
    """As in "first appeared in Harbor Courier": what a text stands in is a paper."""
    before = doc.tokens[start - 1] if start else None
    return before is not None and before.lower_ == "in" and before.head.lemma_ in context_words("printing")


def _is_employer(doc: Doc, start: int, end: int) -> bool:
    """As in "Katja Lund of Sunbank said": whom a person who speaks is of, where that is no place."""
    tokens = doc.tokens
    if start < 3 or tokens[start - 1].lower_ != "of" or tokens[start].text in given_names():  # noqa: PLR2004 - two names
        return False
    person = tokens[start - 2]
    return person.ent_type_ == "PERSON" and is_person_word(person) and not is_known_place(words_text(doc, start, end))


def _speaks_as_officer(doc: Doc, start: int, end: int) -> bool:
    """As in "the chief doctor of the hospital Dilfuza Roe stated": two names behind a common noun, which speak."""
    tokens = doc.tokens
    if end - start not in (2, 3) or start == 0 or not all(map(is_person_word, tokens[start:end])):
        return False
    before, verb = tokens[start - 1], tokens[end : end + 1]
    is_noun = before.tag_ == "NN" and before.text.islower() and before.text not in context_words("body_nouns")
    if is_known_place(words_text(doc, start, end)):
        return False
    return is_noun and bool(verb) and verb[0].tag_ in ("VBD", "VBZ") and verb[0].lemma_ in context_words("stating")


def _is_told_as_firm(doc: Doc, start: int, end: int) -> bool:
    """As in "Sunhill, the software start-up, …": one word with the noun for what it is behind it."""
    tokens = doc.tokens
    if end - start > 1 or doc[end : end + 1].text != "," or doc[end + 1 : end + 2].text not in ("a", "an", "the"):
        return False
    for place in range(end + 2, min(end + _LONGEST_NOUN, len(tokens))):
        if tokens[place].tag_ not in _BEFORE_NOUNS:
            break
        goes_on = place + 1 < len(tokens) and tokens[place + 1].tag_ in _BEFORE_NOUNS
        if not goes_on:
            first = place - 2 if tokens[place - 1].text == "-" else place
            return doc[first : place + 1].text in context_words("firm_nouns")
    return False


def is_where(doc: Doc, start: int, end: int) -> bool:
    """As in "residents of Mais", "was born in Mais", "a camp near Mais": where people live and things happen is a place.

    A name that the tables have as another thing's, and one in capitals, is none.
    """
    words = doc.tokens[start:end]
    if words[0].text in given_names() or not all(token.text.istitle() for token in words):
        return False
    inner = doc[start:end].root
    while inner.dep_ == "conj":
        inner = inner.head
    if inner.dep_ != "pobj" or inner.i >= end or doc.tokens[start - 1].tag_ == "DT":
        return False
    preposition = inner.head
    where = preposition.head
    is_there = (
        where.lemma_ in context_words("happening_verbs")
        if where.tag_.startswith("V")
        else where.lemma_.lower() in context_words("located_nouns")
    )
    wanted = ("in", "near", "outside", "from", "of") if where.lemma_ == "resident" else ("in", "near", "outside", "at")
    return is_there and preposition.lower_ in wanted and kind_in_tables(words_text(doc, start, end)) is None


def _is_landform(doc: Doc, start: int, end: int) -> bool:
    """As in "the Mtkvari river", "the Nile": a name that modifies the common noun for what it is, or of a known feature."""
    tokens = doc.tokens
    if start and tokens[start - 1].lower_ == "the" and find_features(words_text(doc, start, end)):
        return True
    return (
        end < len(tokens)
        and tokens[end].text in context_words("landforms")
        and tokens[end - 1].dep_ in ("compound", "nmod")
        and tokens[end - 1].head.i == end
    )


def _is_agency(doc: Doc, start: int, end: int) -> bool:
    """As in "LIMA, May 3 (Harbor Wire) - …": what a dateline has in brackets."""
    tokens = doc.tokens
    return (
        0 < start < _LONGEST_DATELINE
        and end + 1 < len(tokens)
        and (tokens[start - 1].text, tokens[end].text) == ("(", ")")
        and tokens[end + 1].text in ("-", "–", "—", "--")
        and tokens[0].text.isupper()
    )


def _is_called_body(doc: Doc, start: int, end: int) -> bool:
    """As in "the opposition party Waddani", "the Fano militia"; not as in "told the agency Ann Roe had left"."""
    tokens = doc.tokens
    before = tokens[start - 1] if start and not tokens[start].is_sent_start else None
    if before is not None and before.text in context_words("body_nouns"):
        root = doc[start:end].root
        return before.tag_ == "NN" and (before.head == root or root.head == before)
    return (
        end < len(tokens)
        and tokens[end].text in context_words("armed_bodies")
        and doc[start:end].root.head == tokens[end]
        and kind_in_tables(words_text(doc, start, end)) == "ORG"
    )


def _is_firm(doc: Doc, start: int, end: int) -> bool:
    """As in "Sunhill shares", "Sunhill's chief executive", "a stake in Sunhill": what is listed and has an owner."""
    tokens = doc.tokens
    after = end + (end < len(tokens) and tokens[end].tag_ == "POS")
    if after < len(tokens) and tokens[after].text in context_words("of_firms"):
        return tokens[after].text != "chief" or doc[after + 1 : after + 2].text == "executive"
    return (
        start > 1
        and tokens[start - 1].text in ("in", "of")
        and tokens[start - 2].text in context_words("holdings")
        and not tokens[start].is_sent_start
    )


def _is_relative(doc: Doc, start: int) -> bool:
    """As in "her cousin Ana Roe", "his wife, Ana"."""
    before = doc.tokens[start - 1] if start and not doc.tokens[start].is_sent_start else None
    if before is not None and before.text == "," and start > 2 and doc.tokens[start - 3].tag_ == "PRP$":  # noqa: PLR2004 - "his wife,"
        before = doc.tokens[start - 2]
    return before is not None and before.text in context_words("relatives")


def _is_told_as_person(doc: Doc, start: int, end: int) -> bool:
    """As in "Mair Roe, 58, …", "the club's chairman, Mair Roe, said": two or three names with an age, or told by an office."""
    if not 1 < end - start <= _LONGEST_PERSON or not all(map(is_person_word, doc.tokens[start:end])):
        return False
    if has_age(doc, end):
        return not is_known_place(words_text(doc, start, end))
    if start < 2 or doc.tokens[start - 1].text != ",":  # noqa: PLR2004 - office and comma
        return False
    office, root = doc.tokens[start - 2], doc[start:end].root
    is_apposed = root.dep_ == "appos" and root.head == office and office.tag_ == "NN" and is_head(office)
    return is_apposed and office.lower_ not in context_words("held_by_bodies")


def _has_age_before(doc: Doc, start: int, end: int) -> bool:
    """As in "eight-month-old Caolan", but not in "a 29-year-old Leeds man"."""
    if start < 2 or doc.tokens[start - 1].lower_ != "old" or doc.tokens[start - 2].text != "-":  # noqa: PLR2004 - "-old"
        return False
    return doc.tokens[end - 1].dep_ != "compound" and doc[end : end + 1].text != "-"


def _is_vessel(doc: Doc, start: int) -> bool:
    """As in "the tanker Harbor Star", "the crew of the Harbor Star", "aboard the Ann Roe"."""
    tokens = doc.tokens
    if start > tokens[start].sent.start and tokens[start - 1].text in context_words("vessels"):
        return True
    if start < 2 or tokens[start - 1].lower_ != "the":  # noqa: PLR2004 - two words before
        return False
    before = tokens[start - 2]
    return before.lower_ in ("aboard", "onboard") or (
        start > 2 and before.lower_ == "of" and tokens[start - 3].lower_ in context_words("sailing")  # noqa: PLR2004
    )


def _is_called_place(doc: Doc, start: int) -> bool:
    """As in "the southern town of Mais", "the village Dvani"."""
    tokens = doc.tokens
    if start - tokens[start].sent.start < 2:  # noqa: PLR2004 - two words before
        return False
    before = tokens[start - 1].lower_
    root = doc[start : start + 1].root
    first = root.head if root.dep_ == "conj" else root
    if first.dep_ == "appos" and first.head.lower_ in context_words("place_heads") and first.i == first.head.i + 1:
        return True
    return before == "village" or (before == "of" and tokens[start - 2].lower_ in context_words("place_nouns"))


def has_officer(doc: Doc, end: int) -> bool:
    """As in "Sunhill chairman Ann Roe": what has an officer like a firm's."""
    tokens = doc.tokens
    return end < len(tokens) and tokens[end].text in context_words("officers") and tokens[end - 1].dep_ == "compound"


def speaks(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is who says something."""
    root = doc[start:end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in context_words("speaking")


@lru_cache(maxsize=50_000)
def kind_in_tables(name: str) -> str | None:
    """PERSON or ORG for a name that one of the actors' tables has and the other has not."""
    is_person = find_known((name,), (known_people(),)) is not None
    is_body = find_known((name,), (known_organizations(),)) is not None
    return None if is_person == is_body else "PERSON" if is_person else "ORG"
