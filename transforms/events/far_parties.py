"""Parties that stand deep in the clause of an event: in its object, its infinitive, its purpose or its places."""

from collections.abc import Iterator, Sequence

from transforms.events.grammar import SUBJECTS, Frame, conjuncts, is_infinitive
from transforms.events.lexicon import lexicon
from transforms.events.phrase_parties import WHERE, PhraseParties, is_state
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token
from transforms.places.countries import country_of

FOR_OTHERS = ("AGREE", "AID", "COOPERATE", "SUPPORT")  # what may be done to help somebody
_WIDER_SLOTS = ("to", "for", "with", "against", "from", "on", "over", "at")
_SIDE_CLAUSES = ("relcl", "advcl", "ccomp", "appos", "parataxis")
_PUNISHING = ("arrest", "convict")
_LOCATIVE = ("in", "at", "into", "across", "throughout", "inside", "to", "of")


class FarParties(PhraseParties):
    """Finds the parties of an event where no slot of its pattern names any."""

    def wider(self, trigger: Trigger, actors: Sequence[str]) -> list[str]:
        """Those other than the actors who are named deeper in the object, the infinitive or the phrases of the clause."""
        frame = trigger.frame
        heads = [token for head in frame.objects[:1] for token in conjuncts(head)]
        if trigger.token.pos_ == "NOUN":
            heads += frame.prepositions.get("of", [])  # "the donation of vaccines to B"
            itself = self.entity(trigger.token)
            actors = [*actors, itself.local_id] if itself else actors
        for name in _WIDER_SLOTS:
            if names_offence(trigger, name):
                continue
            phrases = [head for head in frame.prepositions.get(name, ()) if not is_backed(trigger, head)]
            is_free = trigger.pattern.is_territorial or name not in WHERE
            heads += phrases if is_free else filter(self._is_no_town, phrases)
        if trigger.pattern.event_type == "MOBILIZE":
            heads += [head for name in ("near", "along", "toward") for head in frame.prepositions.get(name, ())]
        heads += [verb for verb in frame.complements if verb.dep_ in ("xcomp", "advcl")]
        if trigger.pattern.event_type in FOR_OTHERS:
            above = (frame.head, *frame.objects, *frame.complements)
            heads += [one for head in above for child in head.rights for one in _served(child)]
        for head in heads:
            found = self._below(head, actors, territorial=trigger.pattern.is_territorial)
            if found:
                return found
        is_territorial = trigger.pattern.is_territorial or _promises_in_place(trigger)
        places = self._places_below(frame) if is_territorial else []
        return [name for name in places if name not in actors]

    def _places_below(self, frame: Frame) -> list[str]:
        """The first state in which, or for which, an act is done; the first place in which something is set up."""
        founded = any(verb.lemma_ in lexicon().founding for verb in frame.complements)
        return self._states_below(frame.head) or (self._states_below(frame.head, also_towns=True) if founded else [])

    def _states_below(self, verb: Token, *, also_towns: bool = False) -> list[str]:
        """The first state in which, or for which, an act is done: "… to fight floods in Kenya"."""
        waiting = [
            child for child in verb.rights if child.dep_ not in (*SUBJECTS, "agent", "ccomp") and child.tag_ != "VBD"
        ]
        while waiting:
            token = waiting.pop(0)
            if _is_behest(token):
                continue
            entity = self.entity(token) if token.dep_ == "pobj" and token.head.lower_ in _LOCATIVE else None
            if entity and entity.kind == "PLACE" and (also_towns or country_of(entity.name)):
                return list(self.named(token, "territory"))
            waiting += [
                child
                for child in token.children
                if child.dep_ not in (*_SIDE_CLAUSES, *SUBJECTS)
                or (child.dep_ in ("advcl", "relcl") and child.tag_ == "VB")
            ]
        return []

    def is_sent(self, token: Token, actors: Sequence[str] = ()) -> bool:
        """Whether those named are moved by those who act: "sent troops", "withdrew its soldiers"."""
        entity = self.entity(token) if token.lemma_.lower() in lexicon().troops else None
        if entity is None or entity.kind != "GROUP":
            return False
        return (
            entity.country is None
            or any(child.tag_ == "PRP$" for child in token.lefts)
            or any(self._entities.by_id[name].country == entity.country for name in actors)
        )

    def _is_no_town(self, head: Token) -> bool:
        entity = self.entity(head)
        return entity is None or entity.kind != "PLACE" or is_state(entity, head)

    def _below(self, head: Token, actors: Sequence[str], *, territorial: bool) -> list[str]:
        """The first other party under a head, outside of subordinate clauses, and those coordinated with it."""
        waiting = [head]
        while waiting:
            token = waiting.pop(0)
            if _is_behest(token):
                continue
            entity = self.entity(token)
            is_sent = self.is_sent(token, actors)
            if entity and entity.kind != "OTHER" and token.ent_type_ not in ("DATE", "TIME") and not is_sent:
                found = [name for name in self.named(token, "below") if name not in actors]
                if found:
                    return found
            if pair := [name for name in self.taken_up(token) if name not in actors]:
                return pair  # "proposed flights between the two countries"
            waiting += [
                child
                for child in (token.rights if is_sent else token.children)
                if child.dep_ not in _SIDE_CLAUSES
                and child.dep_ not in SUBJECTS
                and (territorial or child.dep_ != "prep" or child.lower_ not in WHERE)
            ]
        return []


def names_offence(trigger: Trigger, slot: str) -> bool:
    """Whether a phrase tells what somebody is punished for: "arrested for DUI"."""
    return slot == "for" and trigger.pattern.mode in _PUNISHING


def is_backed(trigger: Trigger, head: Token) -> bool:
    """Whether a protest is for somebody, or an act at their wish: "marched in solidarity with the miners", "at A's request"."""
    if _is_behest(head):
        return True
    if trigger.pattern.event_type != "PROTEST" or head.dep_ != "pobj" or not head.head.i:
        return False
    return head.head.nbor(-1).lemma_ in lexicon().support_thing  # on which the parse may hang the phrase or not


def _is_behest(head: Token) -> bool:
    return head.lemma_ in lexicon().behest and head.dep_ == "pobj" and head.head.lower_ in ("at", "on")


def _served(verb: Token) -> Iterator[Token]:
    """What may hold those for whom something is done: in "sent doctors to help A rebuild" A, then the whole purpose."""
    if verb.dep_ in ("advcl", "acl", "relcl") and is_infinitive(verb):
        for clause in verb.rights:
            if clause.dep_ == "ccomp":
                yield from (child for child in clause.lefts if child.dep_ == "nsubj")
        yield verb


def _promises_in_place(trigger: Trigger) -> bool:
    """Whether one party is to do what concerns the state where it is done: "agreed to open schools in B"."""
    doers = sum(1 for subject in trigger.frame.subjects for _ in conjuncts(subject))
    if trigger.pattern.event_type not in ("AGREE", "THREATEN") or doers != 1:
        return False
    patterns = lexicon().plover.verbs
    return any(
        pattern.is_territorial
        for verb in trigger.frame.complements
        if verb.lemma_ not in ("hold", "meet")
        for pattern in patterns.get(verb.lemma_, ())
    )
