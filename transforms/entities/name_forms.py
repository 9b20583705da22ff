"""The forms of a name that are compared: keys without marks and titles, initials, the words of a person's name."""

import re
import unicodedata
from functools import lru_cache

from transforms.entities.gazetteer import context_words

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mp"))
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "to", "&", "de", "la", "del", "des", "du"))
_INITIALISM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,}[a-z]?|[A-Z][A-Z0-9&-]+")
_ARTICLE = re.compile(r"\b[ae]l-(?=\w{3})")
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)


@lru_cache(maxsize=100_000)
def name_key(text: str) -> str:
    """The name in lower case without diacritics, points, leading article, a firm's legal form and surrounding marks.

    >>> name_key("the Recep Tayyip Erdoğan"), name_key("U.S.")
    ('recep tayyip erdogan', 'us')
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = text.translate(_QUOTES).casefold().translate(_LETTERS)
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    if "." in plain:
        plain = plain.replace(".", "" if _INITIALISM.fullmatch(text) else " ")
    words = plain.replace("`", "'").split()
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    if len(words) > 1 and words[-1].strip(",;:") in context_words("legal_forms") and words[-2] not in ("&", "and"):
        words.pop()
    return " ".join(words).strip(" \"',;:()[]\N{TRADE MARK SIGN}\N{REGISTERED SIGN}") or plain


def has_legal_form(text: str) -> bool:
    """True for a firm's name with what the firm is by law: "Sunhill Inc."."""
    before, _, last = text.rpartition(" ")
    return bool(before) and last.strip(".,;:").lower() in context_words("legal_forms")


@lru_cache(maxsize=50_000)
def person_words(key: str) -> tuple[str, ...]:
    """The words of a person's name key without generational and academic suffixes, and without the Arabic article.

    >>> person_words("john f kennedy jr"), person_words("saad al-jubouri")
    (('john', 'f', 'kennedy'), ('saad', 'jubouri'))
    """
    words = _ARTICLE.sub("", key.replace(",", " ")).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def initials_of(text: str) -> str:
    """The capitals that an initialism of this name would have.

    >>> initials_of("Committee for the Safety of Bridges")
    'CSB'
    """
    words = re.split(r"[\s-]+", text)
    return "".join(word[0].upper() for word in words if word and word.lower() not in _SMALL and word[0].isalnum())


def is_initialism(text: str) -> bool:
    """True for "FSB", "U.N.", "OPCW"; a longer word without points is one that a headline capitalizes."""
    return bool(_INITIALISM.fullmatch(text)) and (len(text) <= 6 or "." in text)  # noqa: PLR2004
