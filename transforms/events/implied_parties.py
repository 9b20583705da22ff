"""Parties that only the clauses and phrases around an act name: whom a protest is against, on whom a threat depends."""

from collections.abc import Sequence

from transforms.events.far_parties import FarParties
from transforms.events.grammar import add_prepositions, is_denied, verb_frame
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger
from transforms.parsing.tokens import Token

_UNLESS = ("if", "unless", "until", "till", "before")
_AGAINST = ("against", "at", "over", "on", "for", "to", "of")


class ImpliedParties(FarParties):
    """Finds the parties that an act's own slots do not hold."""

    def implied(self, trigger: Trigger, actors: Sequence[str]) -> list[str]:
        """Those other than the actors whom a protest, a threat or a refusal is aimed at."""
        kind = trigger.pattern.event_type
        found = self._demanded(trigger) or self._employer(trigger) if kind == "PROTEST" else self._facing(trigger)
        if not found and (kind in ("THREATEN", "REJECT") or is_denied(trigger.anchor)):
            found = self._warned(trigger)
        return [name for name in found if name not in actors]

    def protesting(self, noun: Token) -> list[str]:
        """Who does something in protest: "blocked the road in protest at the fees", "wear black in a protest against them"."""
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "in" or verb.pos_ != "VERB":
            return []
        return list(dict.fromkeys(name for head in verb_frame(verb).subjects for name in self.named(head, "subject")))

    def _facing(self, trigger: Trigger) -> list[str]:
        """Who meets with what others do: "faces a lawsuit brought by a client"."""
        act = trigger.anchor.head
        if trigger.anchor.dep_ != "acl" or act.dep_ != "dobj" or act.head.lemma_ not in lexicon().receptive:
            return []
        return [name for head in verb_frame(act.head).subjects for name in self.named(head, "subject")]

    def _employer(self, trigger: Trigger) -> list[str]:
        """Where those who strike work: "Pilots at B walked out"."""
        if trigger.pattern.mode != "strike":
            return []
        slots: dict[str, list[Token]] = {}
        for head in trigger.frame.subjects:
            add_prepositions(slots, head)
        return [name for head in slots.get("at", ()) for name in self.named(head, "at")]

    def _demanded(self, trigger: Trigger) -> list[str]:
        """Those whom the clauses about a protest say that it is against: "marched to demand that the army leave"."""
        words = lexicon().protesting
        for above in dict.fromkeys((trigger.token, trigger.anchor)):
            for clause in above.rights:
                if clause.pos_ != "VERB" or clause.lemma_ not in words:
                    continue
                frame = verb_frame(clause)
                asked = [subject for verb in frame.complements for subject in verb_frame(verb).subjects]
                against = [token for name in _AGAINST for token in frame.prepositions.get(name, ())]
                for head in (*frame.objects, *asked, *against):
                    found = [*self.named(head, "object")] or self._below(head, (), territorial=False)
                    if found:
                        return found
        return []

    def _warned(self, trigger: Trigger) -> list[str]:
        """Those on whose conduct it depends: "threatened to strike unless the army withdrew", "will not end it until …"."""
        for verb in (trigger.anchor, *trigger.frame.complements):
            for clause in verb.children:
                if clause.dep_ == "advcl" and any(child.lower_ in _UNLESS for child in clause.lefts):
                    return [name for head in verb_frame(clause).subjects for name in self.named(head, "subject")]
        return []
