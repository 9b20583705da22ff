"""The parties of an event: argument phrases as entities of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from schemas.entities import LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.events.grammar import SUBJECTS, add_prepositions, conjuncts, verb_frame
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parse import Paragraph
from transforms.places.countries import country_of

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_PARTY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")
_PRONOUNS = ("it", "they", "he", "she")
_OWNER_PREPOSITIONS = ("by", "of", "from", "against", "in")
_REMOTE = ("against", "on", "with", "to", "over", "for")
_COMPLEMENT_SLOTS = ("with", "to", "against", "on", "from", "into")


@dataclass(frozen=True, slots=True)
class Parties:
    """Local ids of those who act and those acted upon, in order, each once."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class PartyFinder:
    """Finds the entities behind the arguments of one paragraph's triggers."""

    def __init__(self, paragraph: Paragraph, entities: ArticleEntities) -> None:
        self._paragraph = paragraph
        self._entities = entities

    def __call__(self, trigger: Trigger) -> Parties:
        """The parties of a trigger. Those who meet each other are all actors."""
        pattern = trigger.pattern
        actors = self._first(trigger, pattern.actor, every=pattern.symmetric)
        recipients = self._first(trigger, pattern.recipient, every=pattern.symmetric)
        if not recipients and not pattern.symmetric:
            recipients = self._inside(trigger, (*pattern.recipient, "complement", *_REMOTE))
        if trigger.role == "receptive":
            recipients = self._first(trigger, ("subject",))
            actors = self._first(trigger, ("from", "by", "possessor", "modifier"))
        if pattern.symmetric:
            actors, recipients = [*actors, *recipients], []
        actors = list(dict.fromkeys(actors))
        return Parties(tuple(actors), tuple(dict.fromkeys(name for name in recipients if name not in actors)))

    def entity(self, token: Token) -> LocalEntity | None:
        """The party that a token is part of the name of."""
        found = self._entities.covering(*self._paragraph.span(token))
        return found if found and found.kind in _PARTY_KINDS else None

    def has_person_object(self, trigger: Trigger) -> bool:
        """Whether the object is a person or people in office: one receives a minister, but welcomes a decision."""
        for first in trigger.frame.objects:
            for head in conjuncts(first):
                entity = self.entity(head)
                if head.lemma_.lower() in lexicon().agents or (entity and entity.kind == "PERSON"):
                    return True
        return False

    def _first(self, trigger: Trigger, slots: Sequence[str], *, every: bool = False) -> list[str]:
        found: list[str] = []
        for slot in slots:
            for head in _slot(trigger, slot):
                found.extend(self._owners(head) if slot == "owner" else self._named(head, slot))
            if found and not every:
                break
        return found

    def _inside(self, trigger: Trigger, slots: Sequence[str]) -> list[str]:
        """Those whose things or people fill a slot: "a probe into Kenya's banks" is aimed at Kenya."""
        for slot in slots:
            heads = _slot(trigger, slot) if slot != "owner" else []
            found = [name for head in heads for name in (*self._named(head, slot), *self._owners(head))]
            if found:
                return found
        return []

    def _named(self, first: Token, slot: str) -> Iterator[str]:
        """The entities of a noun phrase and its conjuncts; for a plain noun of people, the state or body they belong to."""
        for named in conjuncts(first):
            entity = self.entity(named)
            head = named
            if entity is None and named.lower_ in _PRONOUNS:
                head = _antecedent(named) or named
                entity = self.entity(head)
            if entity:
                yield from self._coordinated(head, entity)
                if slot == "modifier" and entity.kind == "PLACE" and not _is_state(entity, head):
                    continue
                yield entity.local_id
            elif slot != "modifier" and head.lemma_.lower() in lexicon().agents | lexicon().group_head:
                yield from self._behind(head)

    def _coordinated(self, head: Token, entity: LocalEntity) -> Iterator[str]:
        """The other states in "Kenyan and Ugandan troops", of which one mention covers only the last."""
        for child in head.lefts:
            if child.dep_ in ("amod", "nmod", "compound") and any(grand.dep_ == "conj" for grand in child.children):
                for modifier in conjuncts(child):
                    other = self.entity(modifier)
                    if other and other.local_id != entity.local_id:
                        yield other.local_id

    def _behind(self, head: Token) -> Iterator[str]:
        for child in head.lefts:
            entity = self.entity(child) if child.dep_ in _MODIFIERS else None
            if entity:
                yield entity.local_id
                yield from (other.local_id for token in conjuncts(child) if (other := self.entity(token)) and other != entity)
                return
        slots: dict[str, list[Token]] = {}
        add_prepositions(slots, head)
        for name in ("of", "from", "in", "for"):
            found = [entity.local_id for first in slots.get(name, ()) for one in conjuncts(first) if (entity := self.entity(one))]
            if found:
                yield from found
                return

    def _owners(self, first: Token) -> Iterator[str]:
        """Those behind a thing or an act: "China's decision", "the ban by Paris", "the killing of Kurds"."""
        for head in conjuncts(first):
            slots: dict[str, list[Token]] = {}
            add_prepositions(slots, head)
            for child in head.lefts:
                if child.dep_ in _MODIFIERS:
                    slots.setdefault("owner", []).append(child)
            for name in ("owner", *_OWNER_PREPOSITIONS):
                found = [name_ for token in slots.get(name, ()) for name_ in self._named(token, "owner")]
                found = found or [name_ for token in slots.get(name, ()) if name != "owner" for name_ in self._owners(token)]
                if found:
                    yield from found
                    break


def _slot(trigger: Trigger, slot: str) -> list[Token]:
    """The heads of the phrases that fill a slot of the trigger's frame."""
    frame = trigger.frame
    if slot == "subject":
        return frame.subjects
    if slot in ("object", "owner"):
        return frame.objects if trigger.anchor == trigger.token else []
    if slot == "speaker":
        return verb_frame(frame.head.head).subjects
    if slot == "dative":
        return frame.datives
    if slot == "embedded":
        return [subject for verb in frame.complements if verb.dep_ == "ccomp" for subject in verb_frame(verb).subjects]
    if slot == "complement":
        return _complement_arguments(trigger)
    found = list(frame.prepositions.get(slot, ()))
    if not found and trigger.anchor == trigger.token:
        slots: dict[str, list[Token]] = {}
        for head in frame.objects:
            add_prepositions(slots, head)
        found = slots.get(slot, [])
    return found


def _complement_arguments(trigger: Trigger) -> list[Token]:
    for verb in trigger.frame.complements:
        inner = verb_frame(verb)
        found = [*inner.objects, *inner.datives]
        for name in _COMPLEMENT_SLOTS:
            found += inner.prepositions.get(name, [])
        return found
    return []


def _antecedent(pronoun: Token) -> Token | None:
    """The subject of the clause above a pronoun's own: in "Iran said it would …" and "Before he left, Obama …" the same one."""
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "aux") and verb.head != verb:
        verb = verb.head
    if pronoun.dep_ not in SUBJECTS or verb.dep_ not in ("ccomp", "advcl"):
        return None
    return next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)


def _is_state(entity: LocalEntity, token: Token) -> bool:
    return country_of(entity.name) is not None or token.tag_ == "JJ"
