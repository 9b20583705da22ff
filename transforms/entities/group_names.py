"""The names of one article joined into entities: surnames to full names, initialisms to expansions."""

import re
from collections import defaultdict
from collections.abc import Sequence

from transforms.entities.canonical_name import canonical_name, ministry_name, name_without_state
from transforms.entities.found import Found, Group, is_phrase_key
from transforms.entities.gazetteer import KnownName, context_words, given_names, is_large_place, is_region
from transforms.entities.name_forms import has_legal_form, is_initialism, name_key, person_words
from transforms.entities.name_variants import is_short_given, is_spelling_of
from transforms.entities.namesakes import firm_namesakes, own_namesakes, strangers
from transforms.entities.short_bodies import short_bodies
from transforms.places.actors import ActorDescription, describe_actor
from transforms.places.countries import country_name

_Key = tuple[str, str]
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+(?:-[^\W\d_]+)?")
_MIDDLE_INITIAL = re.compile(r"(?<=\w)\s+[A-Z]\.\s+(?=\w)")


def group_names(found: Sequence[Found], expansions: dict[str, str]) -> list[Group]:
    """One group for each entity, in order of first mention. `expansions`: what the article's initialisms stand for."""
    by_key: dict[str, list[Found]] = defaultdict(list)
    known_of = _known_expansions(found, expansions)
    others = strangers(found)
    for mention in found:
        by_key[others.get((mention.char_start, mention.char_end), mention.key)].append(mention)
    kinds = {key: _vote(mentions) for key, mentions in by_key.items()}
    known = {key: _known(mentions) or known_of.get(key) for key, mentions in by_key.items()}
    kinds |= _called_by_one_name(kinds, known)
    full = _full_names(kinds, known)
    target = _persons(by_key, kinds, known, full)
    namesakes = own_namesakes(found, full) | firm_namesakes(found, full, _firms(kinds)) | others
    target |= short_bodies(by_key, kinds, known, expansions)
    names = {key: " ".join(_name(mentions, kinds[key]).split()) for key, mentions in by_key.items()}
    groups: dict[_Key, Group] = {}
    for mention in found:
        key = _final(namesakes.get((mention.char_start, mention.char_end), mention.key), target)
        beforehand = mention.known if mention.known is not None else known[key]
        kind = beforehand.kind if beforehand else kinds[key]
        name = beforehand.name if beforehand else names[key]
        group = groups.setdefault((kind, name), Group(name, kind, beforehand))
        group.mentions.append(mention)
    for group in groups.values():
        group.is_full_name = _is_full(group)
    return list(groups.values())


def group_phrases(found: Sequence[Found]) -> list[Group]:
    """One group for each people or body without a name, in order of first mention."""
    by_key: dict[str, list[Found]] = defaultdict(list)
    for mention in found:
        by_key[mention.key].append(mention)
    names = {key: " ".join(longest_name(mentions).split()) for key, mentions in by_key.items()}
    apart = {key: _told_apart(mentions) for key, mentions in by_key.items() if len(mentions) > 1}
    groups: dict[str, Group] = {}
    for mention in found:
        name = apart.get(mention.key, {}).get(mention.char_start) or names[mention.key]
        group = groups.get(name)
        if group is None:
            group = groups[name] = Group(name, "GROUP", None, is_full_name=not is_initialism(name))
        group.mentions.append(mention)
    return list(groups.values())


def _told_apart(mentions: Sequence[Found]) -> dict[int, str]:
    """Longer names, by position, for the people of other states than the first: "the premier of A met the premier of B"."""
    stated = [(mention, describe_actor(mention.phrase).country) for mention in mentions if mention.phrase]
    first = next((country for _, country in stated if country), None)
    return {
        mention.char_start: f"{mention.own_text} of {country_name(country)}"
        for mention, country in stated
        if country and country != first
    }


def _vote(mentions: Sequence[Found]) -> str:
    if len(mentions) == 1:
        return mentions[0].kind
    if any(mention.kind == "ORG" and has_legal_form(mention.text) for mention in mentions):
        return "ORG"  # "Roe Inc" tells what "Roe" is
    votes: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        votes[mention.kind] += mention.weight
    return max(votes, key=lambda kind: (votes[kind], kind))


def _known(mentions: Sequence[Found]) -> KnownName | None:
    """What the gazetteer says of a name; a capital that stands for its state here need not do so there."""
    return next(
        (mention.known for mention in mentions if mention.known is not None and mention.known.kind != "PLACE"), None
    )


def _known_expansions(found: Sequence[Found], expansions: dict[str, str]) -> dict[str, KnownName]:
    """What the gazetteer says of one side of "Long Name (LN)" holds for the other."""
    known = {mention.text: mention.known for mention in found if mention.known is not None}
    joined = {}
    for short, long in expansions.items():
        for one, other in ((short, long), (long, short)):
            if one in known and other not in known:
                joined[name_key(other)] = known[one]
    return joined


def _called_by_one_name(kinds: dict[str, str], known: dict[str, KnownName | None]) -> dict[str, str]:
    """Names of two words of no known kind that are a person's, as one of the words alone is a person here too."""
    singles = {key for key, kind in kinds.items() if kind == "PERSON" and " " not in key and not known[key]}
    return {
        key: "PERSON"
        for key, kind in kinds.items()
        if kind == "OTHER" and not known[key] and _TWO_WORDS.fullmatch(key) and not singles.isdisjoint(key.split())
    }


def _full_names(kinds: dict[str, str], known: dict[str, KnownName | None]) -> dict[str, tuple[str, ...]]:
    """The words of persons' names of several words, by their keys."""
    return {
        key: person_words(key)
        for key, kind in kinds.items()
        if kind == "PERSON" and len(person_words(key)) > 1 and not known[key]
    }


def _firms(kinds: dict[str, str]) -> dict[str, str]:
    """The bodies by the first of their words, which may be a founder's surname; only those that are alone with it."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for key, kind in kinds.items():
        if kind == "ORG" and " " in key and key.rpartition(" ")[2] not in context_words("named_after"):
            by_word[key.partition(" ")[0]].append(key)
    return {word: keys[0] for word, keys in by_word.items() if len(keys) == 1}


def _persons(
    by_key: dict[str, list[Found]],
    kinds: dict[str, str],
    known: dict[str, KnownName | None],
    full: dict[str, tuple[str, ...]],
) -> dict[str, str]:
    """Short forms of persons' names, each to the fuller form that it stands for."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for key, words in full.items():
        for word in {*words, *(words[-1].split("-"))}:
            by_word[word].append(key)
    target: dict[str, str] = {}
    for key in by_key:
        words = person_words(key)
        if is_phrase_key(key) or known[key] is not None or not words or (len(words) > 1 and kinds[key] != "PERSON"):
            continue
        if len(words) == 1 and kinds[key] not in ("PERSON", "OTHER", "ORG", "GROUP", "PLACE"):
            continue
        candidates = [other for other in by_word.get(words[-1], ()) if other != key and _stands_for(words, full[other])]
        if not candidates and len(words) == 1 and kinds[key] == "PERSON":
            short = [other for other in full if is_short_given(words[0], full[other][0])]
            candidates = short if len(short) == 1 else []
        if (
            len(words) == 1
            and kinds[key] != "PERSON"
            and not any(
                _is_surname(words[0], full[other]) or (words[0] == full[other][0] and _may_be_given(key, kinds[key]))
                for other in candidates
            )
        ):
            continue
        if candidates:
            target[key] = _best(candidates, words, full, by_key)
    return target


def _may_be_given(word: str, kind: str) -> bool:
    """Whether a word that is somebody's first name is theirs: "Marcus", which is a town's too."""
    if kind != "PLACE":
        return kind == "OTHER"
    name = word.title()
    return name in given_names() and not (is_large_place(name) or is_region(name))


def _is_surname(word: str, full: tuple[str, ...]) -> bool:
    """Whether a word is the surname, or the first of two: "Roe" of "Ann Roe Arce"."""
    return word == full[-1] or (len(full) > 2 and word == full[-2] and len(word) > 1)  # noqa: PLR2004 - given name and two


def _stands_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) >= len(full):
        return False
    if len(short) > 1 and short == full[: len(short)] and len(full) - len(short) == 1:
        return True  # both given names: "Saif al-Islam"
    remaining = iter(full)
    if not all(any(_agrees(word, other) for other in remaining) for word in short):
        return False
    return len(short) == 1 or short[-1] == full[-1]


def _agrees(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _best(
    candidates: Sequence[str], words: tuple[str, ...], full: dict[str, tuple[str, ...]], by_key: dict[str, list[Found]]
) -> str:
    """A surname goes to the one last named in full before it; a given name only where no surname is the same."""
    first_use = by_key[" ".join(words)][0].char_start if " ".join(words) in by_key else 0

    def rank(key: str) -> tuple[bool, int, int, str]:
        before = [mention.char_start for mention in by_key[key] if mention.char_start < first_use]
        return (full[key][-1] == words[-1], max(before, default=-1), len(by_key[key]), key)

    return max(candidates, key=rank)


def _final(key: str, target: dict[str, str]) -> str:
    seen = {key}
    while key in target and target[key] not in seen:
        key = target[key]
        seen.add(key)
    return key


def _name(mentions: Sequence[Found], kind: str) -> str:
    """The canonical name where a rule gives one, otherwise the longest spelling."""
    if kind == "ORG" and (ministry := ministry_name(mentions)) is not None:
        return ministry
    longest = longest_name(mentions)
    if kind == "ORG" and (without_state := name_without_state(longest)) is not None:
        return without_state
    known = describe_actor(longest) if kind in ("ORG", "PERSON") else None
    if kind == "PERSON" and known is not None and known.name is None:
        known = describe_actor(_MIDDLE_INITIAL.sub(" ", longest))  # "Ann R. Lee"
    if known is None or known.name is None or (kind == "PERSON" and _is_romanization_of(longest, known.name)):
        return longest
    if kind == "ORG" and _is_of_another_state(mentions, known):
        return longest
    return canonical_name(known.name) if kind == "ORG" else known.name


def _is_romanization_of(name: str, known: str) -> bool:
    """Whether a name is the known one in another romanization, which is as good; a name without its accents is not."""
    return (
        name.count(" ") == known.count(" ")
        and is_spelling_of(name, known)
        and (known.isascii() or name_key(name) != name_key(known))
    )


def named_ministries(phrases: Sequence[Found]) -> list[Group]:
    """The ministries of states among noun phrases without capitals: "Russian foreign ministry"."""
    groups: dict[str, Group] = {}
    for phrase in phrases:
        name = ministry_name([phrase]) if "ministry" in phrase.text else None
        if name is not None:
            found = Found(phrase.char_start, phrase.char_end, phrase.text, "ORG", phrase.weight, phrase=phrase.phrase)
            groups.setdefault(name, Group(name, "ORG", None)).mentions.append(found)
    return list(groups.values())


def _is_of_another_state(mentions: Sequence[Found], known: ActorDescription) -> bool:
    """Whether the article gives the body to another state than the gazetteer does: "Swedish Social Democrats"."""
    stated = {describe_actor(mention.phrase).country for mention in mentions if mention.phrase} - {None}
    return bool(stated) and known.country is not None and known.country not in stated


def longest_name(mentions: Sequence[Found]) -> str:
    """The longest spelling, rather one that is not all capitals."""
    if len(mentions) == 1:
        return mentions[0].own_text
    return max((mention.own_text for mention in mentions), key=lambda text: (not text.isupper(), len(text), text))


def _is_full(group: Group) -> bool:
    if group.known is not None:
        return True
    if group.kind == "PERSON":
        return len(person_words(name_key(group.name))) > 1
    return not is_initialism(group.name)
