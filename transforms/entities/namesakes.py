"""Two people of one surname: which of them a surname alone means, by "Mr" or "Ms" and by who was named last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from transforms.entities.found import Found
from transforms.entities.gazetteer import given_names, read_yaml
from transforms.entities.name_forms import person_words


def title_gender(statement: str) -> str:
    """The gender that a form of address or an office tells, "" where it tells none.

    >>> title_gender("Mrs. Ann Lee"), title_gender("the spokesman"), title_gender("Dr. Lee")
    ('female', 'male', '')
    """
    words = statement.lower().replace(".", "").split()
    genders = _genders()
    return next((genders[word] for word in words if word in genders), "")


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
        key, told = mention.key, title_gender(mention.phrase)
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


@cache
def _genders() -> dict[str, str]:
    """The gender that each form of address tells."""
    return {word: gender for gender, words in read_yaml("offices.yaml")["genders"].items() for word in words}
