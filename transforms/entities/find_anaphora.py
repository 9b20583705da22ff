"""What pronouns and role nouns stand for: "he", "the minister", "the Turkish official", "the agency".

The nearest agreeing antecedent, who speaks and subjects first: a small resolver after Hobbs (1978) and Lappin & Leass (1994).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.entities.antecedents import STRANGER, Antecedent, Antecedents, Mention, before
from transforms.entities.find_roles import Role
from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import given_names, known_country, read_yaml
from transforms.entities.group_nouns import group_nouns
from transforms.entities.ledes import read_lede
from transforms.entities.namesakes import kin_gender, title_gender
from transforms.parsing.parse import Paragraph
from transforms.places.actors import describe_actor

_REFLEXIVE = {"male": len("himself"), "female": len("herself")}
# A phrase behind one of these may take up someone named before; one behind these is of somebody new.
_DEFINITE = frozenset(("the", "this", "that"))
_INDEFINITE = frozenset(("a", "an", "another", "one"))
_LESSER = frozenset(("Lt", "Lt."))  # "Lt. Gov." is no governor
_SMALL = frozenset(("of", "the", "and", "for"))
_LONGEST_WORD = 9
_AGE_OR_TIME = re.compile(r"\d+-year-old|former|retired|young|elderly|veteran|ex")
_DESCRIBED_REACH = 3  # sentences from "the farmer" back to a name
_FAR = 3  # sentences
_BODY_REACH = 2  # sentences from "it said" back to the body that speaks
_PRONOUN_REACH = 700  # characters
_NOUN_REACH = 2500


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The group index for each resolved span, and the countries that role nouns give ("the Turkish official")."""

    spans: dict[tuple[int, int], int]
    nationalities: dict[int, list[str]]


class AnaphoraResolver:
    """Resolves the anaphora of one article from its named entities and their offices."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], groups: Sequence[Group], roles: Mapping[str, Sequence[Role]]
    ) -> None:
        self._groups = groups
        self._roles = roles
        self._index_at = {
            found.char_start: index
            for index, group in enumerate(groups)
            if group.kind == "PERSON"
            for found in group.mentions
        }
        self._strangers: dict[str, list[int]] = defaultdict(list)
        self._all = Antecedents(paragraphs, groups)
        self._lede = read_lede(paragraphs, self._all.people)
        self._gender = {index: self._gender_of(group) for index, group in enumerate(groups) if group.kind == "PERSON"}

    def resolve(self, text: str, phrases: Sequence[Found]) -> Anaphora:
        """The antecedents of pronouns, and of those of the noun phrases that have one, in the article's `text`."""
        spans: dict[tuple[int, int], int] = {}
        nationalities: dict[int, list[str]] = defaultdict(list)
        officials: list[int] = []
        pronouns = iter(self._all.pronouns)
        pronoun = next(pronouns, None)
        for phrase in (*phrases, None):
            while pronoun is not None and (phrase is None or pronoun.start < phrase.char_start):
                self._resolve_pronoun(pronoun, officials, spans)
                pronoun = next(pronouns, None)
            if phrase is None:
                break
            before_it = _word_before(text, phrase)
            in_lede = self._meant_by_lede(phrase, is_definite=before_it in _DEFINITE)
            if in_lede is not None:
                self._take(phrase, in_lede, spans)
                continue
            if phrase.named_at < 0 and before_it not in _DEFINITE:
                self._note_stranger(phrase, is_one=before_it in _INDEFINITE)
                continue
            index = self._index_at.get(phrase.named_at)
            if index is None:
                index = self._for_phrase(phrase)
            if index is not None:
                self._take(phrase, index, spans)
                nationalities[index] += _states(phrase)
            elif _states(phrase) and phrase.text.rpartition(" ")[2].lower() in _office_heads():
                officials.append(phrase.char_start)
        spans.update(self._bodies_that_speak())
        return Anaphora(spans, nationalities)

    def _take(self, phrase: Found, index: int, spans: dict[tuple[int, int], int]) -> None:
        spans[phrase.char_start, phrase.char_end] = index
        self._all.take_up(self._all.mention_at(phrase), index)

    def _meant_by_lede(self, phrase: Found, *, is_definite: bool) -> int | None:
        """The person who is "a farmer" in the lede and "the farmer" behind it."""
        if self._lede is None:
            return None
        is_there = phrase.char_start <= self._lede.start < phrase.char_end
        is_again = is_definite and phrase.text.lower() == self._lede.noun
        agrees = kin_gender(self._lede.noun) in ("", self._gender[self._lede.index])
        return self._lede.index if agrees and (is_there or is_again) else None

    def _note_stranger(self, phrase: Found, *, is_one: bool) -> None:
        """Note somebody without a name, who may be meant where they speak: "A driver told us it shook. He said …"."""
        noun = phrase.text.rpartition(" ")[2].lower()
        self._strangers[noun].append(phrase.char_start)
        self._strangers[noun.removesuffix("s")].append(phrase.char_start)
        mention = self._all.mention_at(phrase, kin_gender(noun))
        if is_one and mention.speaks and noun in group_nouns().people:
            self._all.take_up(mention, STRANGER)

    def _resolve_pronoun(self, pronoun: Mention, officials: Sequence[int], spans: dict[tuple[int, int], int]) -> None:
        sentence_start = self._all.sentence_starts[pronoun.sentence]
        # Where somebody without a name was last spoken of in the sentence: "the Polish president".
        floor = max((place for place in officials if sentence_start <= place < pronoun.start), default=-1)
        if pronoun.end - pronoun.start == _REFLEXIVE[pronoun.gender]:
            # "the bomber blew himself up": who is meant stands in the sentence
            floor = max(floor, sentence_start)
        meant = self._person_for(pronoun, floor)
        if meant is None:
            return
        spans[pronoun.start, pronoun.end] = meant.index
        self._all.take_up(pronoun, meant.index)
        if pronoun.speaks and meant.mention.speaks and pronoun.sentence - meant.mention.sentence <= 1:
            self._gender[meant.index] = self._gender[meant.index] or pronoun.gender

    def _person_for(self, pronoun: Mention, floor: int) -> Antecedent | None:
        best: tuple[tuple[bool, int, int, bool, bool, int], Antecedent] | None = None
        for person in before(self._all.people, pronoun.start, _PRONOUN_REACH):
            mention = person.mention
            if mention.start < floor:
                break
            gender = self._gender[person.index] if person.index != STRANGER else mention.gender or pronoun.gender
            if pronoun.gender and gender not in (pronoun.gender, ""):
                continue
            # One of whom nothing tells the gender is as far as one a sentence farther away, and so is one of whom
            # somebody else speaks; who speaks names others: '"Ann is late," she said'.
            is_aside = mention.is_quoted and not pronoun.is_quoted
            is_unsure = gender != pronoun.gender != "" and not (pronoun.speaks and mention.speaks)
            distance = pronoun.sentence - mention.sentence + is_unsure + is_aside
            # Far back, whom the article is about.
            often = len(self._groups[person.index].mentions) if distance >= _FAR and person.index != STRANGER else 0
            rank = (
                not (is_aside and pronoun.speaks),
                -min(distance, _FAR),
                often,
                pronoun.speaks and mention.speaks,
                mention.is_subject,
                mention.start,
            )
            if best is None or rank > best[0]:
                best = (rank, person)
        return best[1] if best is not None and best[1].index != STRANGER else None

    def _bodies_that_speak(self) -> Iterator[tuple[tuple[int, int], int]]:
        """The body that each "it said" means: the one that does what the last sentence before it tells."""
        for pronoun in self._all.its:
            doers = [
                body
                for body in before(self._all.bodies, pronoun.start, _PRONOUN_REACH)
                if body.mention.is_subject
                and self._groups[body.index].kind == "ORG"
                and not body.mention.is_quoted
                and pronoun.sentence - body.mention.sentence <= _BODY_REACH
            ]
            nearest = [body for body in doers if body.mention.sentence == doers[0].mention.sentence]
            if nearest:
                meant = next((body for body in nearest if body.mention.speaks), nearest[-1])
                self._all.take_up(pronoun, meant.index)
                yield (pronoun.start, pronoun.end), meant.index

    def _for_phrase(self, phrase: Found) -> int | None:
        words = [word for word in phrase.text.split() if known_country(word) is None]
        if not words:
            return None
        noun = words[-1].lower()
        modifiers = {word.lower() for word in words[:-1]}
        for person in before(self._all.people, phrase.char_start, _NOUN_REACH):
            if (
                person.index != STRANGER
                and self._holds(person.index, noun, modifiers)
                and self._agrees(person.index, phrase)
            ):
                return person.index
        if noun in _describing_nouns() and _tells_no_office(phrase):
            return self._last_described(phrase, noun)
        body = _role_nouns()["bodies"].get(noun)
        if body is None or modifiers:
            return None
        for other in before(self._all.bodies, phrase.char_start, _NOUN_REACH):
            group = self._groups[other.index]
            sector = group.known.sector if group.known else None
            if sector in body["sectors"] or not set(body["words"]).isdisjoint(group.name.lower().split()):
                return other.index
        return None

    def _last_described(self, phrase: Found, noun: str) -> int | None:
        """Whom "the farmer" means: who was last named, where no other farmer was spoken of since."""
        described = self._all.mention_at(phrase, kin_gender(noun))
        meant = self._person_for(described, -1)
        if meant is None or described.sentence - meant.mention.sentence > _DESCRIBED_REACH:
            return None
        named = next(person.mention.start for person in self._all.people if person.index == meant.index)
        is_other = any(named < place < phrase.char_start for place in self._strangers.get(noun, ()))
        return meant.index if not is_other else None

    def _holds(self, index: int, noun: str, modifiers: set[str]) -> bool:
        """Whether the article gives the person an office that the noun takes up."""
        words = self._offices(index)
        if noun in words:
            return modifiers <= words
        called = " ".join((*sorted(modifiers), noun))  # "lieutenant governor"
        if not self._addresses(index).isdisjoint(_role_nouns()["addressed"].get(called, ())):
            return True
        return not modifiers and not words.isdisjoint(_role_nouns()["people"].get(noun, ()))

    def _offices(self, index: int) -> set[str]:
        """The words of the offices that the article gives a person."""
        roles = self._roles.get(self._groups[index].name, ()) if index != STRANGER else ()
        return {word.lower() for role in roles for word in role.role.replace("-", " ").split()}

    def _addresses(self, index: int) -> set[str]:
        """The words that stand right before the name: "dr." of "Dr. Ann Roe"."""
        told = (found.phrase.removesuffix(found.text).split() for found in self._groups[index].mentions if found.phrase)
        return {" ".join(words[-2:] if words[-2:][0] in _LESSER else words[-1:]).lower() for words in told if words}

    def _agrees(self, index: int, phrase: Found) -> bool:
        """Whether the states of phrase and person agree, that of a known person's table before those stated.

        A slip about somebody unknown passes where only one person is named so far.
        """
        stated = set(_states(phrase))
        known = describe_actor(self._groups[index].name).country
        if stated and known is not None:
            return known in stated
        held = {role.country for role in self._roles.get(self._groups[index].name, ()) if role.country is not None}
        if not stated or not held or stated & held:
            return True
        return len({person.index for person in self._all.people if person.mention.start < phrase.char_start}) == 1

    def _gender_of(self, group: Group) -> str:
        stated = (role.statement for role in self._roles.get(group.name, ()))
        addressed = (found.phrase.split()[0] for found in group.mentions if found.phrase)
        beside = (found.gender for found in group.mentions)
        told = next(filter(None, (*beside, *map(title_gender, (*stated, *addressed)))), "")
        return told or given_names().get(group.name.split()[0], "")


def _word_before(text: str, phrase: Found) -> str:
    words = text[max(0, phrase.char_start - _LONGEST_WORD) : phrase.char_start].lower().split()
    return words[-1] if words else ""


def _tells_no_office(phrase: Found) -> bool:
    """Whether the words before a noun tell an age, a time or a body: "the Leeds University lecturer"."""
    modifiers = phrase.text.split()[:-1]
    return all(word[:1].isupper() or word in _SMALL or _AGE_OR_TIME.fullmatch(word) for word in modifiers)


def _states(phrase: Found) -> list[str]:
    return [
        known.country
        for word in phrase.text.split()
        if (known := known_country(word)) is not None and known.country is not None
    ]


@cache
def _office_heads() -> frozenset[str]:
    return frozenset(read_yaml("offices.yaml")["heads"])


@cache
def _describing_nouns() -> frozenset[str]:
    return frozenset(read_yaml("role_nouns.yaml")["describing"])


@cache
def _role_nouns() -> dict[str, dict[str, dict[str, list[str]]]]:
    nouns: dict[str, dict[str, dict[str, list[str]]]] = read_yaml("role_nouns.yaml")
    return nouns
