"""Which capitalized words may be part of a name, and of a person's."""

import re

from transforms.entities.gazetteer import context_words, given_names, name_cues
from transforms.entities.offices import is_head, is_honorific, is_modifier
from transforms.parsing.tokens import Doc, Token

NAME_TAGS = frozenset(("NNP", "NNPS"))  # the tags of a name's words
_SUM = re.compile(r"[A-Z]{1,3}\d[\d,]*(?:\.\d+|,\d{3})[a-z]*")  # of money: "N1.2", "Sh80,000", "R4.5bn"
_LONGEST_AGE = 3  # digits
_ENGLISH = frozenset(("as", "an"))
_ERAS = frozenset(("AD", "BC", "BCE", "CE"))
_MONTH_SURNAMES = frozenset(("April", "May", "June", "August"))


def is_name_word(token: Token) -> bool:
    """True for a capitalized word that the tagger takes for part of a name, week days and the like excepted."""
    return token.tag_ in NAME_TAGS and token.text[:1].isupper() and not is_no_name(token)


def is_person_word(token: Token) -> bool:
    """True for a name word that can be part of a person's name."""
    return (
        is_name_word(token)
        and not (is_honorific(token) or is_head(token) or is_modifier(token))
        and token.text not in name_cues().last
        and not (token.text.isupper() and len(token) > 2)  # noqa: PLR2004 - but "JD" is a given name
    )


def is_no_name(token: Token) -> bool:
    """True for a week day, a month and other capitalized words that are nobody's name; "Theresa May" is somebody."""
    if (
        token.lower_ in context_words("time_zones")
        and token.i > 0
        and token.nbor(-1).lower_ in context_words("day_halves")
    ):
        return True
    if token.text in _ERAS and _has_year(token):
        return True
    if token.text not in name_cues().not_names:
        return _SUM.fullmatch(token.text) is not None
    return not (token.text in _MONTH_SURNAMES and token.i > 0 and token.nbor(-1).text in given_names())


def is_particle(word: str) -> bool:
    """Whether a small word may join a surname to the name before it; "as" and "an" are English words ("Ann Roe as Juliet")."""
    return word in context_words("particles") and word not in _ENGLISH


def is_before_street(token: Token) -> bool:
    """As in "King Street", "Bishop Road": an office that a street is called after, and nobody's."""
    after = token.nbor().text
    return after in name_cues().streets and after not in ("Place", "St.")


def _has_year(token: Token) -> bool:
    """As in "AD 550", "49 BC"."""
    beside = token.doc.tokens[max(0, token.i - 1) : token.i + 2]
    return any(other.text.isdigit() for other in beside)


def has_age(doc: Doc, end: int) -> bool:
    """As in "Harrison, 8, held a plate"."""
    age = doc[end + 1 : end + 2].text
    return doc[end : end + 1].text == "," and age.isdigit() and len(age) <= _LONGEST_AGE
