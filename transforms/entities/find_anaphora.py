"""What pronouns and role nouns stand for: "he", "the minister", "the Turkish official", "the agency".

The nearest agreeing antecedent, subjects first: a small resolver after Hobbs (1978) and Lappin & Leass (1994).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.record import record
from transforms.entities.find_roles import Role
from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import given_names, known_country, read_yaml
from transforms.entities.namesakes import title_gender
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token
from transforms.places.actors import describe_actor

_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
_REFLEXIVE = {"male": len("himself"), "female": len("herself")}
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PRONOUN_REACH = 700  # characters
_NOUN_REACH = 2500


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The group index for each resolved span, and the countries that role nouns give ("the Turkish official")."""

    spans: dict[tuple[int, int], int]
    nationalities: dict[int, list[str]]


@record()
class _Antecedent:
    char_start: int
    char_end: int
    index: int
    sentence: int
    is_subject: bool


class AnaphoraResolver:
    """Resolves the anaphora of one article from its named entities and their offices."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], groups: Sequence[Group], roles: Mapping[str, Sequence[Role]]
    ) -> None:
        self._groups = groups
        self._roles = roles
        self._people: list[_Antecedent] = []
        self._bodies: list[_Antecedent] = []
        self._index_at = {
            found.char_start: index
            for index, group in enumerate(groups)
            if group.kind == "PERSON"
            for found in group.mentions
        }
        self._pronouns: list[tuple[int, int, int, str]] = []
        self._sentence_starts = [0]
        self._read(paragraphs)
        self._gender = {index: self._gender_of(group) for index, group in enumerate(groups) if group.kind == "PERSON"}

    def resolve(self, phrases: Sequence[Found]) -> Anaphora:
        """The antecedents of pronouns, and of those of the noun phrases that have one."""
        spans: dict[tuple[int, int], int] = {}
        nationalities: dict[int, list[str]] = defaultdict(list)
        strangers = []
        for phrase in phrases:
            index = self._index_at.get(phrase.named_at)
            if index is None:
                index = self._for_phrase(phrase)
            if index is not None:
                spans[phrase.char_start, phrase.char_end] = index
                nationalities[index] += _states(phrase)
            elif _states(phrase) and phrase.text.rpartition(" ")[2].lower() in _office_heads():
                strangers.append(phrase.char_start)
        for start, end, sentence, gender in self._pronouns:
            floor = self._last(strangers, start, sentence)
            if end - start == _REFLEXIVE[gender]:  # "the bomber blew himself up": who is meant stands in the sentence
                floor = max(floor, self._sentence_starts[sentence])
            index = self._person_for_pronoun(start, sentence, gender, floor)
            if index is not None:
                spans[start, end] = index
        return Anaphora(spans, nationalities)

    def _read(self, paragraphs: Sequence[Paragraph]) -> None:
        at = {found.char_start: (found, index) for index, group in enumerate(self._groups) for found in group.mentions}
        number = 0
        for paragraph in paragraphs:
            for token in paragraph.doc.tokens:
                start = paragraph.char_start + token.idx
                if token.is_sent_start:
                    number += 1
                    self._sentence_starts.append(start)
                if start in at:
                    found, index = at[start]
                    self._note(paragraph, token, found, index, number)
                elif token.tag_ in ("PRP", "PRP$") and token.lower_ in _GENDERS:
                    self._pronouns.append((start, start + len(token), number, _GENDERS[token.lower_]))

    def _note(self, paragraph: Paragraph, token: Token, found: Found, index: int, sentence: int) -> None:
        kind = self._groups[index].kind
        if kind not in ("PERSON", "ORG", "LAW"):
            return
        span = paragraph.doc.char_span(token.idx, token.idx + found.char_end - found.char_start)
        is_subject = span is not None and span.root.dep_ in _SUBJECTS
        antecedent = _Antecedent(found.char_start, found.char_end, index, sentence, is_subject)
        (self._people if kind == "PERSON" else self._bodies).append(antecedent)

    def _last(self, strangers: Sequence[int], start: int, sentence: int) -> int:
        """Where somebody without a name was last spoken of before a pronoun in its sentence: "the Polish president"."""
        sentence_start = self._sentence_starts[sentence]
        return max((place for place in strangers if sentence_start <= place < start), default=-1)

    def _person_for_pronoun(self, start: int, sentence: int, gender: str, floor: int) -> int | None:
        best: tuple[tuple[int, bool, int], int] | None = None
        for person in self._before(self._people, start, _PRONOUN_REACH):
            if person.char_start < floor:
                break
            if self._gender[person.index] not in (gender, ""):
                continue
            # One of whom nothing tells the gender is as far as one a sentence farther away.
            distance = min(sentence - person.sentence + (not self._gender[person.index]), 3)
            rank = (-distance, person.is_subject, person.char_start)
            if best is None or rank > best[0]:
                best = (rank, person.index)
        return best[1] if best else None

    def _for_phrase(self, phrase: Found) -> int | None:
        words = [word for word in phrase.text.split() if known_country(word) is None]
        if not words:
            return None
        noun = words[-1].lower()
        modifiers = {word.lower() for word in words[:-1]}
        for person in self._before(self._people, phrase.char_start, _NOUN_REACH):
            if self._holds(person.index, noun, modifiers) and self._agrees(person.index, phrase):
                return person.index
        body = _role_nouns()["bodies"].get(noun)
        if body is None or modifiers:
            return None
        for other in self._before(self._bodies, phrase.char_start, _NOUN_REACH):
            group = self._groups[other.index]
            sector = group.known.sector if group.known else None
            if sector in body["sectors"] or not set(body["words"]).isdisjoint(group.name.lower().split()):
                return other.index
        return None

    def _holds(self, index: int, noun: str, modifiers: set[str]) -> bool:
        """Whether the article gives the person an office that the noun takes up."""
        words = {
            word.lower()
            for role in self._roles.get(self._groups[index].name, ())
            for word in role.role.replace("-", " ").split()
        }
        if noun in words:
            return modifiers <= words
        return not modifiers and not words.isdisjoint(_role_nouns()["people"].get(noun, ()))

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
        return len({person.index for person in self._people if person.char_start < phrase.char_start}) == 1

    def _before(self, antecedents: Sequence[_Antecedent], start: int, reach: int) -> Iterator[_Antecedent]:
        """The antecedents before `start` within reach, the nearest first."""
        low, high = 0, len(antecedents)
        while low < high:
            middle = (low + high) // 2
            if antecedents[middle].char_end <= start:
                low = middle + 1
            else:
                high = middle
        for position in range(low - 1, -1, -1):
            if start - antecedents[position].char_end > reach:
                return
            yield antecedents[position]

    def _gender_of(self, group: Group) -> str:
        stated = (role.statement for role in self._roles.get(group.name, ()))
        addressed = (found.phrase.split()[0] for found in group.mentions if found.phrase)
        told = next(filter(None, map(title_gender, (*stated, *addressed))), "")
        if told or not group.is_full_name:
            return told
        return given_names().get(group.name.split()[0], "")


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
def _role_nouns() -> dict[str, dict[str, dict[str, list[str]]]]:
    nouns: dict[str, dict[str, dict[str, list[str]]]] = read_yaml("role_nouns.yaml")
    return nouns
