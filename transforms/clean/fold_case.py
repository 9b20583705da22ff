"""Lines in lower case, for patterns in lower case: these fail sooner than patterns that ignore case."""

import re


def fold_case(text: str) -> str:
    """The text in lower case, character for character; a dotless i is an i, as for patterns that ignore case.

    >>> fold_case("İLGİLİ Haberler"), fold_case("devamını oku")
    ('ilgili haberler', 'devamini oku')
    """
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.replace("i\u0307", "i").replace("ı", "i")


def folded_pattern(form: str) -> re.Pattern[str]:
    """The pattern in lower case `form`, to be matched with what `fold_case` gives."""
    return re.compile(form.replace("ı", "i"))
