"""Whom an article means by "the two sides", "both countries" or "the talks": the parties that it has told of before."""

from collections.abc import Iterator, Sequence

from schemas.entities import LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.events.grammar import conjuncts
from transforms.events.lexicon import lexicon
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span, Token
from transforms.places.countries import country_of

_DUAL = ("two", "both", "neither")
_DEFINITE = ("the", "both", "these", "those", "neither", "either", "each")
_PARTY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP")
_BETWEEN = "between"


def joint_kind(head: Token) -> str | None:
    """`side`, `state` or `person` for the head of a phrase that takes up two parties at once, or None.

    "The sides" and "the parties" need no number; "the two countries", "both men" do, as plurals they may be any.
    """
    words = lexicon()
    if head.tag_ in ("CD", "DT") and head.lower_ in _DUAL:
        return "side" if head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") else None
    lemma = head.lemma_.lower()
    is_joint = lemma in words.joint_side or lemma in words.joint_state or lemma in words.joint_person
    if not is_joint or head.tag_ not in ("NNS", "NN"):
        return None
    lefts = head.lefts
    modifiers = [child for child in lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    if any(child.lemma_.lower() not in words.joint_modifier for child in modifiers):
        return None
    told = {child.lower_ for child in lefts}
    dual = not told.isdisjoint(_DUAL)
    if lemma in words.joint_side and (dual or (head.tag_ == "NNS" and "the" in told)):
        return "side" if not any(child.lower_ == "of" for child in head.rights) else None
    if not dual or told.isdisjoint(_DEFINITE):
        return None
    return "state" if lemma in words.joint_state else "person" if lemma in words.joint_person else None


def is_several(subject: Token) -> bool:
    """Whether a subject is two or more who can meet, though the article does not name them: "the ministers"."""
    words, lemma = lexicon(), subject.lemma_.lower()
    people = (words.joint_side, words.joint_state, words.joint_person)
    return joint_kind(subject) is not None or (subject.tag_ == "NNS" and any(lemma in kind for kind in people))


class JointParties:
    """The pairs that an article has told of, in order, and what later phrases take up of them."""

    def __init__(self, entities: ArticleEntities) -> None:
        self._entities = entities
        self._pairs: list[tuple[int, tuple[str, ...]]] = []
        self._meeting: tuple[str, ...] = ()
        self._states = {
            entity.country: entity.local_id
            for entity in reversed(entities.entities)
            if entity.kind == "PLACE" and entity.country and country_of(entity.name) == entity.country
        }

    def read(self, sentence: Span, paragraph: Paragraph) -> None:
        """Take note of the pairs that a sentence names side by side: "relations between A and B", "C and D said"."""
        tokens = sentence.doc.tokens[sentence.start : sentence.end]
        heads = {token.head.i for token in tokens if token.dep_ == "conj" and token.head.dep_ != "conj"}
        for position in sorted(heads):
            token = sentence.doc.tokens[position]
            named = list(self._named(token, paragraph))
            if len(named) == 2 and _are_opposite(*named):  # noqa: PLR2004 - a pair
                self.note(tuple(entity.local_id for entity in named), paragraph.span(token)[0])

    def note(self, parties: Sequence[str], char_start: int, *, meeting: bool = False) -> None:
        """Take note of those who meet or face each other."""
        if len(parties) == 2 and _are_opposite(*(self._entities.by_id[name] for name in parties)):  # noqa: PLR2004 - a pair
            self._pairs.append((char_start, tuple(parties)))
        if meeting and len(parties) > 1:
            self._meeting = tuple(parties)

    def meeting(self) -> tuple[str, ...]:
        """The parties of the meeting that was told of last."""
        return self._meeting

    def last(self, kind: str, before: int) -> tuple[str, ...]:
        """The pair that a phrase of a kind takes up, the nearest first; empty where the article has named none."""
        for char_start, pair in reversed(self._pairs):
            if char_start >= before:
                continue
            entities = [self._entities.by_id[local_id] for local_id in pair]
            if kind == "side":
                return pair
            if kind == "person" and all(entity.kind in ("PERSON", "GROUP") for entity in entities):
                return pair
            states = self._as_states(pair)
            if kind == "state" and states:
                return states
        return ()

    def partner(self, party: str, before: int) -> str | None:
        """The state that a state or its people dealt with last, as far as the article tells."""
        country = self._entities.by_id[party].country
        for char_start, pair in reversed(self._pairs):
            if char_start >= before:
                continue
            for other, one in (pair, pair[::-1]):
                if one == party or (country and self._entities.by_id[one].country == country):
                    return self._states.get(self._entities.by_id[other].country or "", other)
        return None

    def _as_states(self, pair: tuple[str, ...]) -> tuple[str, ...]:
        states = tuple(self._states.get(self._entities.by_id[name].country or "", "") for name in pair)
        return states if all(states) and len(set(states)) == len(pair) else ()

    def person_before(self, char_start: int, other: str) -> str | None:
        """The person named last before a position, for "the meeting between B", whose A stands before."""
        for mention in reversed(self._entities.mentions):
            entity = self._entities.by_id[mention.entity_id]
            if mention.char_end <= char_start and entity.kind == "PERSON" and entity.local_id != other:
                return entity.local_id
        return None

    def _named(self, first: Token, paragraph: Paragraph) -> Iterator[LocalEntity]:
        found: dict[str, LocalEntity] = {}
        for token in conjuncts(first):
            entity = self._entities.covering(*paragraph.span(token))
            if entity is None or entity.kind not in _PARTY_KINDS:
                return
            found[entity.local_id] = entity
        yield from found.values()


def _are_opposite(one: LocalEntity, other: LocalEntity) -> bool:
    """Whether two who are named side by side can be two sides: both people, or both of states that differ."""
    if one.country and other.country:
        return one.country != other.country
    return one.kind == other.kind == "PERSON"
