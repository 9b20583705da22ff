"""The parties of an event: argument phrases as entities of the article."""

from collections.abc import Iterator, Sequence

from schemas.record import record
from transforms.events.arguments import is_definite, is_mutual
from transforms.events.arguments import slot as arguments
from transforms.events.clause_heads import is_refusal
from transforms.events.far_parties import FOR_OTHERS, is_backed, names_offence
from transforms.events.grammar import verb_frame
from transforms.events.implied_parties import ImpliedParties
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.noun_frames import counting_noun
from transforms.events.phrase_parties import WHERE
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token
from transforms.places.countries import country_of

_STATE_POWERS = ("arrest", "deport", "ban", "censor", "convict")  # what is done in a state's name, by whomever
_REMOTE = ("against", "on", "with", "to", "over", "for")
_AWAY = ("of", "from")
_DURING = ("after", "following", "during", "in", "into", "at", "before", "since", "from", "for")


@record()
class Parties:
    """Local ids of those who act and those acted upon, in order, each once."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class PartyFinder(ImpliedParties):
    """Finds the entities behind the arguments of one paragraph's triggers."""

    def __call__(self, trigger: Trigger) -> Parties:
        """The parties of a trigger. Those who meet each other are all actors."""
        if trigger.pattern.symmetric:
            meeting = tuple(dict.fromkeys(self._meeting(trigger)))
            return Parties(meeting, meeting if trigger.pattern.mutual and len(meeting) > 1 else ())
        pattern = trigger.pattern
        if trigger.role == "receptive" and not pattern.recipient:  # "accepted the resignation of A"
            found = self._first(trigger, [name for name in pattern.actor if name != "subject"])
            accepting = self.subjects(trigger)
            return Parties(tuple(name for name in found if name not in accepting), ())
        actors = [name for name in self._actors(trigger) if not self._is_itself(name, trigger)]
        recipients = self._first(trigger, pattern.recipient) or (self._befallen(trigger) if actors else [])
        if trigger.role == "receptive":
            recipients = self._first(trigger, ("subject",)) or self._inside(trigger, ("subject",))
            actors = self._first(trigger, ("from", "by", "possessor", "modifier"))
        if len(actors) > 1 and (is_mutual(trigger) or (pattern.mode == "ceasefire" and not recipients)):
            return Parties(tuple(actors), tuple(actors))
        if pattern.mutual or (not actors and len(recipients) > 1 and arguments(trigger, "between")):
            both = tuple(dict.fromkeys((*actors, *recipients)))
            return Parties(both, both if len(both) > 1 else ())
        if recipients == actors and "possessor" in pattern.recipient and "of" not in trigger.frame.prepositions:
            return Parties((), tuple(recipients))  # "her arrest", though "their arrest of her"
        is_abroad = pattern.event_type in FOR_OTHERS or pattern.mode == "visit"
        barred = [*actors, *self._own_states(actors)] if is_abroad else actors
        remote = [slot for slot in _REMOTE if not names_offence(trigger, slot)]
        recipients = recipients or [
            name for name in self._inside(trigger, (*pattern.recipient, "complement", *remote)) if name not in barred
        ]
        others = [name for name in recipients if name not in actors]
        others = others or self.wider(trigger, barred)
        if not others and pattern.mode == "meet" and len(actors) == 1:
            others = self._partner(trigger, actors[0])
        others = others or self.implied(trigger, actors)
        return Parties(tuple(actors), tuple(dict.fromkeys(others)))

    def _is_itself(self, name: str, trigger: Trigger) -> bool:
        """Whether a party is what happens: "air strikes" of "retaliated with air strikes"."""
        itself = self.entity(trigger.token) if trigger.token.pos_ == "NOUN" else None
        return itself is not None and itself.local_id == name and itself.kind == "GROUP" and itself.country is None

    def _actors(self, trigger: Trigger) -> list[str]:
        """Those who act: in their slots, or, of a passive or a protest, told by other words."""
        pattern = trigger.pattern
        found = list(dict.fromkeys(self._first(trigger, pattern.actor) or self._inside(trigger, pattern.actor)))
        if not found and trigger.frame.passive and pattern.mode in _STATE_POWERS:
            found = self._state_where(trigger)
        if not found and trigger.frame.passive and pattern.object and not {"object", "owner"} & {*pattern.recipient}:
            found = self._giver(trigger)
        if not found and trigger.frame.passive and pattern.mode == "restrict" and "on" in trigger.frame.prepositions:
            before = (child for head in trigger.frame.objects for child in head.lefts)  # "A's embargo was imposed on B"
            found = [name for child in before for name in self.named(child, "possessor")]
        if not found and trigger.frame.passive and pattern.event_type == "ASSAULT":
            found = self._behind_attack(trigger)
        # "in solidarity with the miners", "in a concession to the miners"
        is_gesture = pattern.event_type in ("PROTEST", "CONCEDE") or "with" in pattern.preposition
        return self.protesting(trigger.token) if not found and is_gesture else found

    def _behind_attack(self, trigger: Trigger) -> list[str]:
        """Whose the attack is in which somebody was hurt: "were killed in a Chadian raid", "in an ambush by the rebels"."""
        for head in trigger.frame.prepositions.get("in", ()):
            if head.lemma_ in lexicon().onslaught:
                agents = [grand for child in head.rights if child.lower_ == "by" for grand in child.children]
                before = [child for child in head.lefts if child.dep_ in ("poss", "amod", "nmod", "compound")]
                return [name for one in (*before, *agents) for name in self.named(one, "modifier")]
        return []

    def _own_states(self, actors: Sequence[str]) -> Iterator[str]:
        """The states in whose name the actors give: "a minister reiterated Norway's support for B"."""
        known = self._entities.by_id
        states = {known[name].country for name in actors} - {None}
        yield from (
            entity.local_id
            for entity in (self._entities.entities if states else ())
            if entity.kind == "PLACE" and entity.country in states and country_of(entity.name)
        )

    def _giver(self, trigger: Trigger) -> list[str]:
        """Whose the thing is that is given by nobody named: "Norway's condolences were conveyed to B"."""
        heads = trigger.frame.objects
        sent = [head for head in heads if head.lemma_.lower() in lexicon().troops | lexicon().help_crew]
        if sent:
            return [name for head in sent for name in self.named(head, "possessor")]  # "French troops were sent to A"
        owners = (child for head in heads for child in head.lefts if child.dep_ == "poss")
        return [name for owner in owners for name in self.named(owner, "possessor")]

    def _befallen(self, trigger: Trigger) -> list[str]:
        """Whom the act of a noun is done to, where the noun tells by whom: "the beating of Kurds by the army"."""
        slots = trigger.frame.prepositions
        is_told = trigger.token.pos_ == "NOUN" and ("by" in slots or "possessor" in slots)
        return self._first(trigger, ("of",)) if is_told else []

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
            beside = self._attending(noun, _DURING)  # "After the talks A and B said …", but "after the talks A said …"
            found = beside if len(beside) > 1 else self._attending(noun, ("in",))
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
        noun = counting_noun(noun)  # "after two days of talks with B"
        refused = noun.dep_ == "dobj" and governor_effect(noun.head) in ("cancelled", "negated")
        left = noun.head.lower_ in _AWAY and is_refusal(noun.head.head)  # "withdrew from talks"
        left = left or (noun.head.dep_ == "prep" and is_refusal(noun.head.head.head))  # "pulled out of talks"
        if not refused and (noun.dep_ != "pobj" or not (left or noun.head.lower_ in prepositions)):
            return []
        governor = noun.head if refused else noun.head.head
        if governor.dep_ == "prep":
            governor = governor.head
        if prepositions == ("in",) and governor.lemma_ not in lexicon().engaged:
            return []
        if governor.dep_ == "acomp":
            governor = governor.head
        heads = verb_frame(governor).subjects if governor.pos_ in ("VERB", "AUX") else [governor]
        return list(dict.fromkeys(name for head in heads for name in self.named(head, "subject")))

    def _partner(self, trigger: Trigger, party: str) -> list[str]:
        """With whom a party that calls a meeting off was to meet: the state it dealt with last."""
        other = self._joint.partner(party, self._paragraph.span(trigger.token)[0])
        return [other] if other else []

    def _first(self, trigger: Trigger, slots: Sequence[str], *, every: bool = False) -> list[str]:
        found: list[str] = []
        for slot in slots:
            for head in arguments(trigger, slot):
                if slot == "complement" and self.is_sent(head):
                    continue
                found.extend(self.owners(head) if slot == "owner" else self.named(head, _as_place(trigger, slot)))
            if found and not every:
                break
        return found

    def _inside(self, trigger: Trigger, slots: Sequence[str]) -> list[str]:
        """Those whose things or people fill a slot: "a probe into Kenya's banks" is aimed at Kenya."""
        for slot in slots:
            heads = arguments(trigger, slot) if slot != "owner" else []
            if slot == "complement":
                heads = [head for head in heads if not self.is_sent(head)]
            found = [
                name
                for head in heads
                if not is_backed(trigger, head)
                for name in (*self.named(head, _as_place(trigger, slot)), *self.owners(head))
            ]
            if found:
                return found
        return []


def _as_place(trigger: Trigger, slot: str) -> str:
    """The slot, or `territory` where what is done in or to a place is done to it."""
    is_there = trigger.pattern.is_territorial or trigger.pattern.mode == "visit"
    return "territory" if slot in WHERE and slot != "modifier" and is_there else slot
