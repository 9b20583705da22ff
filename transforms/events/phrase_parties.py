"""Noun phrases as parties: the entities of the article behind a phrase, its owners, its members, its apposition."""

from collections.abc import Iterable, Iterator, Sequence

from schemas.entities import LocalEntity
from transforms.datelines import dateline_end
from transforms.entities.article_entities import ArticleEntities
from transforms.events.antecedents import PRONOUNS, antecedent, object_antecedent
from transforms.events.arguments import after_dateline
from transforms.events.grammar import SUBJECTS, add_prepositions, conjuncts, verb_frame
from transforms.events.joint_parties import JointParties, joint_kind
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token
from transforms.places.countries import country_of

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_PARTY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")
_OWNER_PREPOSITIONS = ("by", "of", "from", "against", "in")
# Slots in which a phrase may only say where something is done.
WHERE = ("modifier", "in", "into", "at", "from", "near", "across", "inside", "outside")


class PhraseParties:
    """Finds the entities behind the noun phrases of one paragraph."""

    def __init__(self, paragraph: Paragraph, entities: ArticleEntities, joint: JointParties) -> None:
        self._paragraph = paragraph
        self._entities = entities
        self._joint = joint
        self._body_start = dateline_end(paragraph.doc.text)
        self._entity_at: dict[int, LocalEntity | None] = {}  # by position: the same words are asked for again and again

    def entity(self, token: Token) -> LocalEntity | None:
        """The party that a token is part of the name of."""
        if token.i not in self._entity_at:
            self._entity_at[token.i] = self._covering(token)
        return self._entity_at[token.i]

    def _covering(self, token: Token) -> LocalEntity | None:
        if token.idx < self._body_start:
            return None
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

    def is_place(self, head: Token) -> bool:
        """Whether a phrase names a state, a region or a town."""
        entity = self.entity(head)
        return entity is not None and entity.kind == "PLACE"

    def is_known(self, local_id: str) -> bool:
        """Whether a party has a name or a state: "farmers" has none."""
        entity = self._entities.by_id[local_id]
        return entity.kind != "GROUP" or entity.country is not None

    def names(self, head: Token, slot: str = "subject") -> list[str]:
        """The parties of a noun phrase; with `owner` those whose it is."""
        return list(self.owners(head) if slot == "owner" else self.named(head, slot))

    def names_any(self, heads: Sequence[Token]) -> bool:
        """Whether a party is named anywhere in the phrases of these heads."""
        return any(self.entity(token) for head in heads for token in head.subtree if head.pos_ != "PRON")

    def named(self, first: Token, slot: str) -> Iterator[str]:
        """The entities of a noun phrase and its conjuncts; for a plain noun of people, the state or body they belong to."""
        if first.idx < self._body_start:
            for token in after_dateline(first, self._body_start):
                yield from self.named(token, slot)
            return
        for named in conjuncts(first):
            is_pronoun = named.lower_ in PRONOUNS and self.entity(named) is None
            yield from self.taken_up(named) or (self._of_pronoun(named, slot) if is_pronoun else self._one(named, slot))

    def taken_up(self, head: Token) -> Sequence[str]:
        """The pair that "both sides" stands for."""
        kind = joint_kind(head)
        return self._joint.last(kind, self._paragraph.span(head)[0]) if kind else ()

    def _one(self, head: Token, slot: str) -> Iterator[str]:
        entity = self.entity(head)
        if entity is None and head.lemma_.lower() in lexicon().place_head and (place := self._named_of(head)):
            yield place.local_id
            return
        named = self._apposed(head) if entity is None or entity.kind == "GROUP" else None
        if named:
            yield named.local_id  # "his counterpart, B"
            return
        behind = list(self._behind(head)) if entity and entity.kind == "GROUP" else []
        if len(behind) > 1 or (behind and entity and entity.country is None and self._is_known(behind[0])):
            yield from behind  # "diplomats from A and B", "members of C"
        elif entity:
            yield from self._coordinated(head, entity)
            if slot not in WHERE or entity.kind != "PLACE" or is_state(entity, head):
                yield entity.local_id
        elif slot == "between":
            yield from self._before(head)
        else:
            words, lemma = lexicon(), head.lemma_.lower()
            if slot != "modifier" and (lemma in words.agents or lemma in words.group_head):
                yield from self._behind(head)
            elif slot == "subject" and lemma in words.document:
                yield from self._authors(head)

    def _named_of(self, head: Token) -> LocalEntity | None:
        """The place of "the island of Malta"."""
        for child in head.rights:
            for grand in child.children if child.lower_ == "of" else ():
                if (entity := self.entity(grand)) and entity.kind == "PLACE":
                    return entity
        return None

    def _before(self, head: Token) -> Iterator[str]:
        """Those whom the parser takes for modifiers in "talks between A and B concern water"."""
        for child in head.lefts:
            if child.dep_ in _MODIFIERS:
                yield from (one.local_id for token in conjuncts(child) if (one := self.entity(token)))

    def _apposed(self, head: Token) -> LocalEntity | None:
        """The person or body that an apposition names after a noun of office, or that the noun itself stands behind."""
        above = self.entity(head.head) if head.dep_ == "appos" else None
        if above and above.kind == "PERSON":
            return above  # "B, the 34-year-old who …"
        for child in head.rights:
            if child.dep_ == "appos":
                entity = self.entity(child)
                if entity and entity.kind in ("PERSON", "ORG"):
                    return entity
        return None

    def _of_pronoun(self, pronoun: Token, slot: str) -> Iterator[str]:
        above = antecedent(pronoun) or object_antecedent(pronoun)
        if above is not None and above != pronoun:
            found = self.named(above, slot)
            yield from found if pronoun.lower_ != "it" else self._things(found, above)
        elif pronoun.lower_ == "they" and slot == "subject":
            yield from self._joint.last("side", self._paragraph.span(pronoun)[0])

    def _things(self, found: Iterable[str], head: Token) -> Iterator[str]:
        """Those that "it" can mean: a body or a state, also one for which an official speaks, but nobody else."""
        is_person = head.lemma_.lower() in lexicon().joint_person
        for name in found:
            entity = self._entities.by_id[name]
            if entity.kind != "PERSON" and not (is_person and entity.kind == "GROUP" and entity.country is None):
                yield name

    def _coordinated(self, head: Token, entity: LocalEntity) -> Iterator[str]:
        """The other states in "Kenyan and Ugandan troops", of which one mention covers only the last."""
        for child in head.lefts:
            is_joined = any(grand.dep_ in ("conj", "cc") for grand in child.children)
            if is_joined and child.dep_ in ("amod", "nmod", "compound"):
                for modifier in conjuncts(child):
                    other = self.entity(modifier)
                    if other and other.local_id != entity.local_id:
                        yield other.local_id
                    yield from (
                        more.local_id
                        for grand in modifier.lefts
                        if grand.dep_ in _MODIFIERS
                        and (more := self.entity(grand))
                        and more.local_id != entity.local_id
                    )

    def _behind(self, head: Token) -> Iterator[str]:
        """Those whom people act for: "Kenya's army", "the staff of the Kenyan embassy", "diplomats from both countries"."""
        own = self.entity(head)
        owner = self._owner_before(head)
        if owner:
            yield owner.local_id
            return
        for child in head.lefts:
            entity = self.entity(child) if child.dep_ in _MODIFIERS else None
            if entity and entity.kind == "PERSON" and child.dep_ == "poss" and _is_another(head):
                return  # "his deputy"
            if entity and entity != own:
                yield entity.local_id
                yield from (
                    other.local_id for token in conjuncts(child) if (other := self.entity(token)) and other != entity
                )
                return
        slots: dict[str, list[Token]] = {}
        add_prepositions(slots, head)
        for name in ("of", "from", "in", "for"):
            found = [
                local_id
                for first in slots.get(name, ())
                for one in conjuncts(first)
                for local_id in self._source(one, own)
            ]
            if found:
                yield from found
                return

    def _states(self, owners: Sequence[str]) -> Iterator[str]:
        """The owners, with the state that a person is of in place of the person, if it is named: "her country"."""
        for owner in map(self._entities.by_id.__getitem__, owners):
            states = (
                entity.local_id
                for entity in self._entities.entities
                if entity.kind == "PLACE" and entity.country == owner.country and country_of(entity.name)
            )
            yield next(states, owner.local_id) if owner.kind == "PERSON" else owner.local_id

    def _owner_before(self, head: Token) -> LocalEntity | None:
        """The body or state that "its" means before a noun of people where its own sentence names none: the last subject."""
        pronoun = next((child for child in head.lefts if child.lower_ == "its"), None)
        if pronoun is None or pronoun.sent.start == 0 or self._last_subject(pronoun.sent.start, pronoun.i):
            return None
        return self._last_subject(head.doc.tokens[pronoun.sent.start - 1].sent.start, pronoun.sent.start)

    def _last_subject(self, start: int, end: int) -> LocalEntity | None:
        """The body or state that is the last subject among these tokens."""
        for token in reversed(self._paragraph.doc.tokens[start:end]):
            entity = self.entity(token) if token.dep_ in SUBJECTS else None
            if entity and (entity.kind == "ORG" or is_state(entity, token)):
                return entity
        return None

    def _is_known(self, local_id: str) -> bool:
        """Whether a party tells more than the people who act for it: a state or a body, not the town they are in."""
        entity = self._entities.by_id[local_id]
        return entity.kind != "PLACE" or country_of(entity.name) is not None

    def _source(self, token: Token, own: LocalEntity | None) -> Sequence[str]:
        entity = self.entity(token)
        if entity and entity != own:
            return (entity.local_id,)
        kind = joint_kind(token)
        if kind:
            return self._joint.last(kind, self._paragraph.span(token)[0])
        return () if entity or token.pos_ == "PROPN" else tuple(self._behind(token))

    def _authors(self, document: Token) -> list[str]:
        """Those who speak through a text: its owner, or who passed, sent or issued it."""
        owners = list(self.owners(document))
        verb = document.head.head if document.dep_ == "pobj" else document.head
        if owners or verb.pos_ != "VERB" or document.dep_ not in ("dobj", "pobj"):
            return owners
        return [name for head in verb_frame(verb).subjects for name in self.named(head, "speaker")]

    def owners(self, first: Token) -> Iterator[str]:
        """Those behind a thing or an act: "China's decision", "the ban by Paris", "the killing of Kurds"."""
        for head in conjuncts(first):
            slots: dict[str, list[Token]] = {}
            add_prepositions(slots, head)
            for child in head.lefts:
                if child.dep_ in _MODIFIERS:
                    slots.setdefault("owner", []).append(child)
            for child in head.rights:
                if child.dep_ == "acl" and child.tag_ == "VBN":
                    add_prepositions(slots, child)  # "every offer made by B"
                    if "on" in slots:
                        slots["owner"] = slots["on"]  # "sanctions imposed by A on B"
                    slots.setdefault("by", []).extend(
                        g for c in child.children if c.dep_ == "agent" for g in c.children
                    )
            for name in ("owner", *_OWNER_PREPOSITIONS):
                found = [
                    name_
                    for token in slots.get(name, ())
                    for name_ in self.named(token, "in" if name == "in" else "owner")
                ]
                found = found or [
                    name_ for token in slots.get(name, ()) if name != "owner" for name_ in self.owners(token)
                ]
                if found and name == "owner" and _is_another(head):
                    found = [name_ for name_ in found if self._entities.by_id[name_].kind != "PERSON"]  # "his sister"
                if found:
                    yield from self._states(found) if head.lemma_.lower() in lexicon().place_head else found
                    break


def _is_another(head: Token) -> bool:
    """Whether a noun is of one who acts for himself, not for the one whose he is: "her successor", not "her spokesman"."""
    return head.lemma_.lower() in lexicon().own_person


def is_state(entity: LocalEntity, token: Token) -> bool:
    """Whether a mention is of a state, by name or by demonym."""
    return country_of(entity.name) is not None or token.tag_ == "JJ"
