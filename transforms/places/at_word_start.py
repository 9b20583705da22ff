"""A regular expression for words of a list where a word of the text begins, which is searched for fast."""

import re
from collections.abc import Iterable

from transforms.one_of import one_of


def at_word_start(words: Iterable[str], *, not_after: str = r"\w") -> str:
    """A group that matches any of the words where the character before it is none of `not_after`, the longest first.

    What stands before is looked at behind the first letter: so the search skips to such letters instead of looking back
    from each character of the text.

    >>> re.findall(at_word_start(["Lee", "Leeds"]), "Leeds, McLee, Leeward")
    ['Leeds', 'Lee']
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    letters = ((re.escape(letter), one_of(found)) for letter, found in sorted(rests.items()))
    return f"(?:{'|'.join(f'{letter}(?<!{not_after}{letter}){rest}' for letter, rest in letters)})"
