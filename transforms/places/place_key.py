"""The form in which place names are compared."""

import re
import unicodedata
from functools import lru_cache

_SAINT = re.compile(r"^(?:st|ste)\.? ")
_MOUNT = re.compile(r"^mt\.? ")
_FORT = re.compile(r"^ft\.? ")
_DROPPED = re.compile(r"[.'\u2019\u2018`]")
_GAP = re.compile(r"[\s\-\u2013\u2014]+")


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str:
    """Lower case, without marks, points and apostrophes; hyphens are spaces; "St.", "Mt." and "Ft." are written out.

    >>> place_key("St.-Étienne"), place_key("Coeur d'Alene"), place_key("Ft. Worth")
    ('saint etienne', 'coeur dalene', 'fort worth')
    """
    plain = name if name.isascii() else without_marks(name)
    key = _GAP.sub(" ", _DROPPED.sub("", plain).casefold()).strip()
    if not key.startswith(("st", "mt", "ft")):
        return key
    key = _SAINT.sub("saint ", key)
    key = _MOUNT.sub("mount ", key)
    return _FORT.sub("fort ", key)


def without_marks(name: str) -> str:
    """The name in plain letters: "Łódź" → "Lodz"."""
    letters = (
        name.replace("ł", "l")
        .replace("Ł", "L")
        .replace("ø", "o")
        .replace("Ø", "O")
        .replace("\u0131", "i")
        .replace("đ", "d")
    )
    return "".join(char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char))
