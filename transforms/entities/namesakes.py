"""Two people of one surname: which of them a surname alone means, by "Mr" or "Ms" and by who was named last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from transforms.entities.found import Found
from transforms.entities.gazetteer import context_words, given_names, read_yaml
from transforms.entities.name_forms import person_words
from transforms.entities.name_words import has_age
from transforms.parsing.tokens import Doc

_LONGEST_NOUN = 5  # tokens from the article to the noun: "a retired farm hand"


def title_gender(statement: str) -> str:
    """The gender that a form of address or an office tells, "" where it tells none.

    >>> title_gender("Mrs. Ann Lee"), title_gender("the spokesman"), title_gender("Dr. Lee")
    ('female', 'male', '')
    """
    words = statement.lower().replace(".", "").split()
    genders = _genders()
    return next((genders[word] for word in words if word in genders), "")


def gender_beside(doc: Doc, start: int, end: int) -> str:
    """The gender that the word before a name, or the apposition behind it, tells: "his wife, Mair Roe", "Mair Roe, a mother".

    `[start, end)` are the tokens of the name.
    """
    tokens = doc.tokens
    before = start - 1 - (start > 1 and tokens[start - 1].text == ",")
    told = kin_gender(tokens[before].lower_.removesuffix(".")) if before >= tokens[start].sent.start else ""
    if told:
        return told
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return ""
    after = end + 1 + 2 * has_age(doc, end)  # "Mair Roe, 58, a mother of two"
    if doc[after : after + 1].text not in ("a", "an"):
        return ""
    nouns = (token for token in tokens[after + 1 : after + _LONGEST_NOUN] if token.tag_ == "NN")
    return next(filter(None, (_kin().get(noun.lower_) for noun in nouns)), "")


def is_kin(doc: Doc, start: int) -> bool:
    """Whether the name that begins at token `start` is that of somebody's relative: "his wife, Mair Roe"."""
    before = start - 1 - (start > 1 and doc.tokens[start - 1].text == ",")
    if before < max(1, doc.tokens[start].sent.start) or doc.tokens[before].lower_ not in context_words("relatives"):
        return False
    return any(child.tag_ in ("PRP$", "POS") or child.dep_ == "poss" for child in doc.tokens[before].lefts)


def own_namesakes(found: Iterable[Found], full: Mapping[str, Sequence[str]]) -> dict[tuple[int, int], str]:
    """For each mention by a surname that several people of the article have, the key of the one it means.

    `full` gives the words of each person's full name by its key. A surname goes to the last named of those whose gender
    does not speak against it; before any of them was named, it is left to what holds for all its mentions.
    """
    rivals: dict[str, list[str]] = defaultdict(list)
    for key, words in full.items():
        rivals[words[-1]].append(key)
    rivals = defaultdict(list, {surname: keys for surname, keys in rivals.items() if len(keys) > 1})
    if not rivals:
        return {}
    genders: dict[str, str] = {}
    recent: dict[str, list[str]] = defaultdict(list)
    own: dict[tuple[int, int], str] = {}
    for mention in found:
        key, told = mention.key, mention.gender or title_gender(mention.phrase)
        if key in full and key in rivals[full[key][-1]]:
            genders[key] = told or genders.get(key) or _given_gender(mention.text)
            meant = key
        elif len(words := person_words(key)) == 1 and words[0] in rivals:
            fitting = [other for other in recent[words[0]] if not told or genders[other] in (told, "")]
            if not fitting:
                continue
            meant = own[mention.char_start, mention.char_end] = fitting[-1]
            genders[meant] = genders[meant] or told
        else:
            continue
        line = recent[full[meant][-1]]
        if mention.is_kin and line and meant not in line:
            line.insert(0, meant)  # "Roe … His daughter, Ann Roe, …": "Roe" goes on to be him
            continue
        if meant in line:
            line.remove(meant)
        line.append(meant)
    return own


def firm_namesakes(
    found: Sequence[Found], full: Mapping[str, Sequence[str]], firms: Mapping[str, str]
) -> dict[tuple[int, int], str]:
    """For each mention by a surname that a firm of the article has too, without a form of address, the firm's key.

    `full` is as in `own_namesakes`, `firms` gives the firm's key by its first word. Such a name is the firm's until one of
    the people is named in full, and where the firm was named in full after them.
    """
    bearers = {words[-1] for words in full.values()} & firms.keys()
    if not bearers:
        return {}
    last: dict[str, str] = {}
    for mention in reversed(found):  # before any of them, the first of them to come
        last.update({word: mention.key for word in bearers if _names(mention.key, word, full, firms)})
    own = {}
    for mention in found:
        last.update({word: mention.key for word in bearers if _names(mention.key, word, full, firms)})
        if mention.key in bearers and last[mention.key] == firms[mention.key] and not title_gender(mention.phrase):
            own[mention.char_start, mention.char_end] = firms[mention.key]
    return own


def _names(key: str, word: str, full: Mapping[str, Sequence[str]], firms: Mapping[str, str]) -> bool:
    """Whether a name is the firm's or that of somebody with the surname, in full."""
    return key == firms[word] or (key in full and full[key][-1] == word)


def strangers(found: Sequence[Found]) -> dict[tuple[int, int], str]:
    """A key of its own for each mention of a surname by "Mr" or "Ms" that cannot be its only full name in the article.

    Given names mislead about gender; so that is said only of a surname that the article calls both "Mr" and "Ms".
    """
    named: dict[str, dict[str, str]] = defaultdict(dict)
    addressed: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for mention in found:
        told, words = _address_gender(mention), person_words(mention.key)
        if mention.kind == "PERSON" and len(words) > 1:
            genders = named[words[-1]]
            genders[mention.key] = genders.get(mention.key) or told or _given_gender(mention.text)
        elif told and len(words) == 1:
            addressed[words[0]][mention.char_start, mention.char_end] = told
    return {
        span: f"{surname}/{told}"
        for surname, spans in addressed.items()
        if len(set(spans.values())) > 1 and len(named[surname]) == 1 and "" not in named[surname].values()
        for span, told in spans.items()
        if told not in named[surname].values()
    }


def _address_gender(mention: Found) -> str:
    """What the word before the name tells: "Ms Lee", but not "the wife of Lee"."""
    words = mention.phrase.removesuffix(mention.text).split()
    return title_gender(words[-1]) if words else ""


def _given_gender(name: str) -> str:
    return given_names().get(name.split(maxsplit=1)[0], "")


def kin_gender(noun: str) -> str:
    """The gender of whom a noun tells of, "" where it tells none.

    >>> kin_gender("widow"), kin_gender("actress"), kin_gender("farmer")
    ('female', 'female', '')
    """
    return _kin().get(noun) or _genders().get(noun, "")


@cache
def _kin() -> dict[str, str]:
    return {word: gender for gender, words in read_yaml("offices.yaml")["kin"].items() for word in words}


@cache
def _genders() -> dict[str, str]:
    """The gender that each form of address tells."""
    return {word: gender for gender, words in read_yaml("offices.yaml")["genders"].items() for word in words}
