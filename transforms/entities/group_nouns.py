"""The nouns that name people and bodies without a name, and whether a word is one."""

from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.entities.gazetteer import read_yaml
from transforms.parsing.tokens import Token
from transforms.places.actor_tables import agent_nouns
from transforms.places.actors import describe_actor

# What a word for people ends in; other words that tell a sector are for bodies ("hospital", "trawler" is the exception).
_PEOPLE_ENDINGS = (
    *("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "ent", "ents", "man", "men", "ee", "ees"),
    *("eer", "eers", "ic", "ics", "ive", "ives", "woman", "women", "herd", "herds", "ess", "esses", "smith", "smiths"),
)
SUBJECTS = frozenset(("nsubj", "nsubjpass", "dobj", "iobj", "dative", "ROOT"))


@dataclass(frozen=True, slots=True)
class GroupNouns:
    """Words in lower case, by what they are as the head of a phrase."""

    people: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    measures: frozenset[str]
    crowds: frozenset[str]  # plurals
    acts: frozenset[str]
    initials: frozenset[str]  # of people, without a name ("MP")
    pairs: frozenset[str]  # agent nouns of two words and more
    seconds: frozenset[str]  # the last words of these


@cache
def group_nouns() -> GroupNouns:
    """The words of `data/actor_nouns.yaml`, the offices and the agent nouns that tell a sector."""
    nouns = read_yaml("actor_nouns.yaml")
    offices = frozenset(read_yaml("offices.yaml")["heads"]) - {
        "head",
        "lead",
        "prime",
        "veteran",
        "star",
        "host",
        "partner",
    }
    never = frozenset(nouns["never"])
    others = {noun for noun in agent_nouns() if " " not in noun} - never
    people = {noun for noun in others if noun.endswith(_PEOPLE_ENDINGS)}
    pairs = frozenset(noun for noun in agent_nouns() if " " in noun and noun.rpartition(" ")[2] not in never)
    return GroupNouns(
        frozenset((*nouns["people"], *nouns["initials"])) | offices | people,
        frozenset(nouns["bodies"]) | others - people,
        frozenset(nouns["vague"]),
        frozenset(nouns["measures"]),
        frozenset(nouns["crowds"]),
        frozenset(nouns["acts"]),
        frozenset(nouns["initials"]),
        pairs,
        frozenset(pair.rpartition(" ")[2] for pair in pairs),
    )


def is_actor_noun(token: Token) -> bool:
    """Whether a token is the head of a phrase for people or a body, and no body's own name."""
    if not _is_agent(token, token.tag_):
        return False
    if token.lower_ in group_nouns().initials:
        return True
    # The name of one body is none: "Storting".
    return not token.text.isupper() and (not token.text[:1].isupper() or describe_actor(token.text).name is None)


def _is_agent(token: Token, tag: str) -> bool:
    nouns = group_nouns()
    if tag in ("JJ", "VBN"):
        return token.lower_ in nouns.people and token.dep_ in SUBJECTS
    if _is_agent_noun(token.lower_, token.lemma_):
        return token.lower_ not in nouns.crowds or _is_crowd(token)
    lemma = token.lemma_.lower()
    if lemma not in nouns.seconds:
        return False
    before = [word.lower_ for word in token.doc.tokens[max(token.i - 2, token.sent.start) : token.i]]
    return any(" ".join((*before[start:], lemma)) in nouns.pairs for start in range(len(before)))


def _is_crowd(measure: Token) -> bool:
    """As in "Thousands marched", "Tens of thousands fled", not in "Thousands of trees"."""
    counted = [grand for child in measure.rights if child.lower_ == "of" for grand in child.children]
    return measure.dep_ in ("nsubj", "nsubjpass") and all(token.lower_ in group_nouns().crowds for token in counted)


@cache
def agent_words() -> frozenset[str]:
    """The words of which an agent has one, as they are written or as a lemma without a final s: other words are none."""
    nouns = group_nouns()
    words = nouns.people | nouns.bodies | nouns.crowds | nouns.seconds
    return words | {word.rstrip("s") for word in words}


@lru_cache(maxsize=50_000)
def _is_agent_noun(word: str, lemma: str) -> bool:
    nouns, lemma = group_nouns(), lemma.lower()
    return (
        lemma in nouns.people
        or lemma in nouns.bodies
        or word in nouns.people
        or word in nouns.bodies  # "media"
        or word in nouns.crowds
        or lemma.rstrip("s") in nouns.bodies
    )
