"""A regular expression for a few words of a list where a word of the text begins, which is searched for fast."""

import re
from collections.abc import Iterable

from transforms.one_of import one_of


def at_word_start(words: Iterable[str]) -> str:
    """A group that matches any of the words where no letter or digit stands before it, the longest first.

    What stands before is looked at behind the first letter: so the search skips to such letters instead of looking back
    from each character of the text. That pays off only for words that begin with few letters.

    >>> re.findall(at_word_start(["Lee", "Leeds"]), "Leeds, McLee, Lee")
    ['Leeds', 'Lee']
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, found in sorted(rests.items()):
        letter = re.escape(first)
        branches.append(rf"{letter}(?<!\w{letter}){one_of(found)}")
    return f"(?:{'|'.join(branches)})"
