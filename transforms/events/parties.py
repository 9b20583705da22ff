"""The parties of an event: argument phrases as entities of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.entities import LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.events.arguments import after_dateline, antecedent, is_definite, is_mutual, object_antecedent
from transforms.events.arguments import slot as arguments
from transforms.events.datelines import dateline_end
from transforms.events.grammar import SUBJECTS, add_prepositions, conjuncts, verb_frame
from transforms.events.joint_parties import JointParties, joint_kind
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.triggers import Trigger
from transforms.parse import Paragraph
from transforms.places.countries import country_of
from transforms.tokens import Token

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_PARTY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")
_PRONOUNS = ("it", "they", "he", "she", "him", "her", "them")
_STATE_POWERS = ("arrest", "deport", "ban", "censor", "convict")  # what is done in a state's name, by whomever
_OWNER_PREPOSITIONS = ("by", "of", "from", "against", "in")
_REMOTE = ("against", "on", "with", "to", "over", "for")
_WIDER_SLOTS = ("to", "for", "with", "against", "from", "on", "over", "at")
_SIDE_CLAUSES = ("relcl", "advcl", "ccomp", "appos", "parataxis")
_LOCATIVE = ("in", "into", "across", "throughout", "inside", "to", "of")
_WHERE = ("modifier", "in", "into", "at", "from", "near", "across", "inside", "outside")
_DURING = ("after", "following", "during", "in", "at", "before", "since", "from")


@dataclass(frozen=True, slots=True)
class Parties:
    """Local ids of those who act and those acted upon, in order, each once."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class PartyFinder:
    """Finds the entities behind the arguments of one paragraph's triggers."""

    def __init__(self, paragraph: Paragraph, entities: ArticleEntities, joint: JointParties) -> None:
        self._paragraph = paragraph
        self._entities = entities
        self._joint = joint
        self._body_start = dateline_end(paragraph.doc.text)

    def __call__(self, trigger: Trigger) -> Parties:
        """The parties of a trigger. Those who meet each other are all actors."""
        if trigger.pattern.symmetric:
            return Parties(tuple(dict.fromkeys(self._meeting(trigger))), ())
        pattern = trigger.pattern
        actors = list(dict.fromkeys(self._first(trigger, pattern.actor) or self._inside(trigger, pattern.actor)))
        if not actors and trigger.frame.passive and pattern.mode in _STATE_POWERS:
            actors = self._state_where(trigger)
        recipients = self._first(trigger, pattern.recipient)
        if trigger.role == "receptive":
            recipients = self._first(trigger, ("subject",)) or self._inside(trigger, ("subject",))
            actors = self._first(trigger, ("from", "by", "possessor", "modifier"))
        if len(actors) > 1 and is_mutual(trigger):
            return Parties(tuple(actors), tuple(actors))
        if pattern.mutual:
            both = tuple(dict.fromkeys((*actors, *recipients)))
            return Parties(both, both if len(both) > 1 else ())
        recipients = recipients or self._inside(trigger, (*pattern.recipient, "complement", *_REMOTE))
        others = [name for name in recipients if name not in actors]
        others = others or [name for name in self._wider(trigger) if name not in actors]
        if not others and pattern.mode == "meet" and len(actors) == 1:
            others = self._partner(trigger, actors[0])
        return Parties(tuple(actors), tuple(dict.fromkeys(others)))

    def subjects(self, trigger: Trigger) -> list[str]:
        """Those whom the clause of the event has as its subject."""
        return list(dict.fromkeys(self._first(trigger, ("subject",))))

    def _state_where(self, trigger: Trigger) -> list[str]:
        """The state in which someone "was arrested" by nobody named."""
        for head in trigger.frame.prepositions.get("in", ()):
            entity = self.entity(head)
            if entity and entity.kind == "PLACE" and country_of(entity.name):
                return [entity.local_id]
        return []

    def _meeting(self, trigger: Trigger) -> list[str]:
        """Those who meet or deal with each other: named with the event, in the clause around it, or before."""
        pattern = trigger.pattern
        found = [*self._first(trigger, pattern.actor, every=True), *self._first(trigger, pattern.recipient, every=True)]
        found = list(dict.fromkeys(found))
        noun = trigger.token
        if len(found) == 1 and noun.pos_ == "NOUN":
            partner = self._entities.by_id[found[0]]
            if arguments(trigger, "between") and partner.kind == "PERSON":
                first = min(token.idx for token in arguments(trigger, "between"))
                other = self._joint.person_before(self._paragraph.char_start + first, partner.local_id)
                return [other, *found] if other else found
            if arguments(trigger, "with"):
                return [*self._attending(noun, _DURING), *found]
        if not found and noun.pos_ == "NOUN":
            found = self._attending(noun, ("in",))
        if len(found) == 1 and governor_effect(trigger.anchor) == "cancelled":
            return [*found, *self._partner(trigger, found[0])]
        takes_up = is_definite(noun) if noun.pos_ == "NOUN" else "passive" in pattern.needs
        if not found and pattern.event_type == "CONSULT" and takes_up:
            return list(self._joint.meeting())
        return found

    def _attending(self, noun: Token, prepositions: Sequence[str]) -> list[str]:
        """The subject of the clause that a meeting is a circumstance of: "After talks with B, A said …"."""
        while noun.dep_ == "conj":
            noun = noun.head
        refused = noun.dep_ == "dobj" and governor_effect(noun.head) in ("cancelled", "negated")
        if not refused and (noun.dep_ != "pobj" or noun.head.lower_ not in prepositions):
            return []
        governor = noun.head if refused else noun.head.head
        if governor.dep_ == "prep":
            governor = governor.head
        if prepositions == ("in",) and governor.lemma_ not in lexicon().engaged:
            return []
        if governor.dep_ == "acomp":
            governor = governor.head
        heads = verb_frame(governor).subjects if governor.pos_ in ("VERB", "AUX") else [governor]
        return list(dict.fromkeys(name for head in heads for name in self._named(head, "subject")))

    def _partner(self, trigger: Trigger, party: str) -> list[str]:
        """With whom a party that calls a meeting off was to meet: the state it dealt with last."""
        other = self._joint.partner(party, self._paragraph.span(trigger.token)[0])
        return [other] if other else []

    def entity(self, token: Token) -> LocalEntity | None:
        """The party that a token is part of the name of."""
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

    def names(self, head: Token, slot: str = "subject") -> list[str]:
        """The parties of a noun phrase; with `owner` those whose it is."""
        return list(self._owners(head) if slot == "owner" else self._named(head, slot))

    def names_any(self, heads: Sequence[Token]) -> bool:
        """Whether a party is named anywhere in the phrases of these heads."""
        return any(self.entity(token) for head in heads for token in head.subtree if head.pos_ != "PRON")

    def _first(self, trigger: Trigger, slots: Sequence[str], *, every: bool = False) -> list[str]:
        found: list[str] = []
        for slot in slots:
            for head in arguments(trigger, slot):
                found.extend(self._owners(head) if slot == "owner" else self._named(head, _as_place(trigger, slot)))
            if found and not every:
                break
        return found

    def _inside(self, trigger: Trigger, slots: Sequence[str]) -> list[str]:
        """Those whose things or people fill a slot: "a probe into Kenya's banks" is aimed at Kenya."""
        for slot in slots:
            heads = arguments(trigger, slot) if slot != "owner" else []
            found = [
                name for head in heads for name in (*self._named(head, _as_place(trigger, slot)), *self._owners(head))
            ]
            if found:
                return found
        return []

    def _named(self, first: Token, slot: str) -> Iterator[str]:
        """The entities of a noun phrase and its conjuncts; for a plain noun of people, the state or body they belong to."""
        if first.idx < self._body_start:
            for token in after_dateline(first, self._body_start):
                yield from self._named(token, slot)
            return
        for named in conjuncts(first):
            is_pronoun = named.lower_ in _PRONOUNS and self.entity(named) is None
            yield from self._taken_up(named) or (
                self._of_pronoun(named, slot) if is_pronoun else self._one(named, slot)
            )

    def _taken_up(self, head: Token) -> Sequence[str]:
        """The pair that "both sides" stands for."""
        kind = joint_kind(head)
        return self._joint.last(kind, self._paragraph.span(head)[0]) if kind else ()

    def _one(self, head: Token, slot: str) -> Iterator[str]:
        entity = self.entity(head)
        named = self._apposed(head) if entity is None or entity.kind == "GROUP" else None
        if named:
            yield named.local_id  # "his counterpart, B"
            return
        behind = list(self._behind(head)) if entity and entity.kind == "GROUP" else []
        if len(behind) > 1 or (behind and entity and entity.country is None and self._is_known(behind[0])):
            yield from behind  # "diplomats from A and B", "members of C"
        elif entity:
            yield from self._coordinated(head, entity)
            if slot not in _WHERE or entity.kind != "PLACE" or _is_state(entity, head):
                yield entity.local_id
        elif slot == "between":
            yield from self._before(head)
        elif slot != "modifier" and head.lemma_.lower() in lexicon().agents | lexicon().group_head:
            yield from self._behind(head)
        elif slot == "subject" and head.lemma_.lower() in lexicon().document:
            yield from self._authors(head)

    def _before(self, head: Token) -> Iterator[str]:
        """Those whom the parser takes for modifiers in "talks between A and B concern water"."""
        for child in head.lefts:
            if child.dep_ in _MODIFIERS:
                yield from (one.local_id for token in conjuncts(child) if (one := self.entity(token)))

    def _apposed(self, head: Token) -> LocalEntity | None:
        """The person or body that an apposition names after a noun of office."""
        for child in head.rights:
            if child.dep_ == "appos":
                entity = self.entity(child)
                if entity and entity.kind in ("PERSON", "ORG"):
                    return entity
        return None

    def _of_pronoun(self, pronoun: Token, slot: str) -> Iterator[str]:
        above = antecedent(pronoun) or object_antecedent(pronoun)
        if above is not None and above != pronoun:
            yield from self._named(above, slot)
        elif pronoun.lower_ == "they" and slot == "subject":
            yield from self._joint.last("side", self._paragraph.span(pronoun)[0])

    def _coordinated(self, head: Token, entity: LocalEntity) -> Iterator[str]:
        """The other states in "Kenyan and Ugandan troops", of which one mention covers only the last."""
        for child in head.lefts:
            if child.dep_ in ("amod", "nmod", "compound") and any(grand.dep_ == "conj" for grand in child.children):
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
        for child in head.lefts:
            entity = self.entity(child) if child.dep_ in _MODIFIERS else None
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
        owners = list(self._owners(document))
        verb = document.head.head if document.dep_ == "pobj" else document.head
        if owners or verb.pos_ != "VERB" or document.dep_ not in ("dobj", "pobj"):
            return owners
        return [name for head in verb_frame(verb).subjects for name in self._named(head, "speaker")]

    def _wider(self, trigger: Trigger) -> list[str]:
        """Those named deeper inside the object, the infinitive or the prepositional phrases of the event's clause."""
        frame = trigger.frame
        heads = [token for head in frame.objects[:1] for token in conjuncts(head)]
        for name in _WIDER_SLOTS:
            phrases = frame.prepositions.get(name, [])
            is_free = trigger.pattern.is_territorial or name not in _WHERE
            heads += phrases if is_free else filter(self._is_no_town, phrases)
        heads += [verb for verb in frame.complements if verb.dep_ == "xcomp"]
        for head in heads:
            found = self._below(head, territorial=trigger.pattern.is_territorial)
            if found:
                return found
        return self._states_below(frame.head) if trigger.pattern.is_territorial else []

    def _states_below(self, verb: Token) -> list[str]:
        """The first state in which, or for which, an act is done: "… to fight floods in Kenya"."""
        waiting = [
            child for child in verb.rights if child.dep_ not in (*SUBJECTS, "agent", "ccomp") and child.tag_ != "VBD"
        ]
        while waiting:
            token = waiting.pop(0)
            entity = self.entity(token) if token.dep_ == "pobj" and token.head.lower_ in _LOCATIVE else None
            if entity and entity.kind == "PLACE" and country_of(entity.name):
                return list(self._named(token, "territory"))
            waiting += [
                child
                for child in token.children
                if child.dep_ not in (*_SIDE_CLAUSES, *SUBJECTS)
                or (child.dep_ in ("advcl", "relcl") and child.tag_ == "VB")
            ]
        return []

    def _is_no_town(self, head: Token) -> bool:
        entity = self.entity(head)
        return entity is None or entity.kind != "PLACE" or _is_state(entity, head)

    def _below(self, head: Token, *, territorial: bool) -> list[str]:
        """The first party under a head, outside of subordinate clauses, and those coordinated with it."""
        waiting = [head]
        while waiting:
            token = waiting.pop(0)
            entity = self.entity(token)
            if entity and entity.kind != "OTHER" and token.ent_type_ not in ("DATE", "TIME"):
                return list(self._named(token, "below"))
            if pair := self._taken_up(token):
                return list(pair)  # "proposed flights between the two countries"
            waiting += [
                child
                for child in token.children
                if child.dep_ not in _SIDE_CLAUSES
                and child.dep_ not in SUBJECTS
                and (territorial or child.dep_ != "prep" or child.lower_ not in _WHERE)
            ]
        return []

    def _owners(self, first: Token) -> Iterator[str]:
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
                    for name_ in self._named(token, "in" if name == "in" else "owner")
                ]
                found = found or [
                    name_ for token in slots.get(name, ()) if name != "owner" for name_ in self._owners(token)
                ]
                if found:
                    yield from found
                    break


def _is_state(entity: LocalEntity, token: Token) -> bool:
    return country_of(entity.name) is not None or token.tag_ == "JJ"


def _as_place(trigger: Trigger, slot: str) -> str:
    """The slot, or `territory` where what is done in or to a place is done to it."""
    return "territory" if slot in _WHERE and slot != "modifier" and trigger.pattern.is_territorial else slot
