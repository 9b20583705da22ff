"""Headlines That Write Every Word So: their verbs in the lower case in which the model knows them.

Only the present is written so, the tense that headlines tell in and that the model takes for names: "Mayor Slams Critics".
"""

import re
from functools import cache
from importlib.resources import files

from transforms.load_yaml import load_yaml

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?:['’][A-Za-z]+)?(?![\w'’-])")
_LONGEST = 250  # characters
_SMALL = 4  # letters: shorter words are in lower case in some headlines
_FEWEST = 4
_OPENS = (":", "“", "‘", '"', "(", "—", "–")
# A verb right behind these is in its plain form, which a name or a noun may have too: "to Vote".
_BEFORE_PLAIN = frozenset(("to", "will", "would", "can", "could", "should", "must", "cannot", "not"))


def running_case(text: str) -> str:
    """A headline in title case with its verbs in the present as in running text; any other text as it is.

    All else keeps its capitals, and every character its place.

    >>> running_case("Mayor Slams Critics As 'Cowards' In Harbor City")
    "Mayor slams Critics as 'Cowards' In Harbor City"
    """
    if len(text) > _LONGEST or not _is_title_case(text):
        return text
    parts, end, before = [], 0, ""
    for match in _WORD.finditer(text):
        word, start = match[0].lower(), match.start()
        if match[0][1:].islower() and start and not text[:start].rstrip().endswith(_OPENS):
            is_known = word in _forms() or (before in _BEFORE_PLAIN and word in _verbs())
            parts += [text[end:start], word if is_known else match[0]]
            end = match.end()
        before = word
    return "".join((*parts, text[end:]))


def _is_title_case(text: str) -> bool:
    """Whether all longer words of a text, and more than a name has, begin with a capital, and not all its letters are."""
    words = [word for word in _WORD.findall(text) if len(word) >= _SMALL]
    return len(words) >= _FEWEST and not any(word[0].islower() for word in words) and not text.isupper()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_data()["verbs"])


@cache
def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = load_yaml(files(__package__).joinpath("headline_verbs.yaml").read_text("utf-8"))
    return data


@cache
def _forms() -> frozenset[str]:
    """The third persons of the verbs, and words that are as common in headlines and no names."""
    return frozenset((*_data()["alone"], *map(_third_person, _verbs())))


def _third_person(verb: str) -> str:
    """The third person of a verb in the present, the tense of headlines: `denies`, `reaches`."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
