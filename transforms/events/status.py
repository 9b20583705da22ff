"""Whether an event happened, as its sentence has it: from tense, modality, negation, conditions and governing words."""

from collections.abc import Iterator

from transforms.events.absence import effect_of_absence
from transforms.events.clause_heads import refusal_above
from transforms.events.grammar import NTH, SUBJECTS, is_beside, is_infinitive, is_to_come
from transforms.events.lexicon import governor_effect, lexicon
from transforms.events.noun_frames import clauses_after, counting_noun, is_for_a_day, tells_plan
from transforms.events.passives import is_passive
from transforms.events.rebuttals import calls_untrue, is_rebutted, says_what_was_wrong
from transforms.events.taken_back import is_given_up, took_place_after_all
from transforms.events.triggers import Trigger
from transforms.events.verb_status import has_own_modal, is_condition, is_perfect_infinitive, verb_effects
from transforms.parsing.tokens import Token

# The strongest effect on the way up wins.
_STRENGTH = ("occurred", "ongoing", "planned", "hypothetical", "cancelled", "negated")
_AVOIDING = ("far", "short", "instead", "rather")  # "far from condemning", "stopped short of accusing"
# Acts of speech are done by what is done for their sake: "marched to demand", "met to discuss".
_SPOKEN = ("REQUEST", "ACCUSE", "CONSULT", "THREATEN", "SUPPORT", "PROTEST")
_QUESTIONS = ("whether", "if")
# What stands between an act to come and the event by which, or until which, it is done.
_BY_THEN = ("at", "during", "in", "with", "before", "until", "till")
_FORWARD = ("for", "to", "on", "of", "about", "from", "against", "in", "into")


def find_status(trigger: Trigger) -> str:
    """One of occurred, ongoing, planned, cancelled, hypothetical, negated."""
    if trigger.token.dep_ == "aux":
        return "occurred"  # "said that they must leave" is a demand that has been made
    effects = [*_noun_effects(trigger), *_clause_effects(trigger)]
    effects += filter(None, map(effect_of_absence, (trigger.token, trigger.anchor)))
    if "negated" in trigger.pattern.needs and trigger.pattern.event_type == "REJECT":
        effects = [effect for effect in effects if effect != "negated"]  # "did not take part" is how talks are shunned
    if trigger.token.sent.text.rstrip().endswith("?"):
        effects.append("hypothetical")
    if "negated" in effects and is_condition(trigger.anchor):
        return "hypothetical"  # "unless they go", "if they do not go"
    if "cancelled" in effects and "hypothetical" in effects and refusal_above(trigger):
        return "planned"  # "may call off the talks", "threatened to cancel the visit"
    if "planned" in effects and "negated" not in effects and ("cancelled" in effects or is_given_up(trigger)):
        return "cancelled"
    if "negated" in effects and _was_planned(trigger.token):
        refused = refusal_above(trigger)
        if trigger.role in ("occurring", "light") or (refused and refused.lemma_ in lexicon().refusing):
            return "cancelled"
    return max(effects, key=_STRENGTH.index, default="occurred")


def _noun_effects(trigger: Trigger) -> Iterator[str]:
    """What the modifiers of a nominal event, and the words that govern it, say of it."""
    noun = trigger.token
    if trigger.anchor == noun and noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    words = lexicon()
    for child in noun.children:
        word = child.lemma_.lower()
        if child.dep_ in ("det", "neg") and word in ("no", "neither", "any"):
            yield "negated" if word != "any" else "hypothetical"
        for effect in ("planned", "hypothetical", "cancelled", "ongoing"):
            # "their postponed summit took place": then that is what became of it
            is_past = effect == "cancelled" and trigger.role is not None
            if child.dep_ in ("amod", "compound") and word in getattr(words, f"{effect}_modifier") and not is_past:
                yield effect
        if child.dep_ == "relcl" and child != trigger.anchor and _tells_of(child):
            yield from verb_effects(child)
        if child.dep_ == "acl" and child.tag_ == "VBN" and trigger.role is None:
            yield from _object_effects(child, None)  # "Summit put off", "the attack foiled by the army"
    yield from _predicate_effects(noun, trigger)
    rebutted = trigger.anchor.lemma_ in words.rebutting and trigger.role == "receptive"
    if trigger.anchor == noun or (trigger.role != "occurring" and not rebutted):
        yield from _governor_effects(noun, skip=trigger.anchor if trigger.role else None)


def _was_planned(noun: Token) -> bool:
    """Whether the noun itself says that there was a plan: "a planned march", "a strike that had been announced for Monday"."""
    told = (noun, counting) if (counting := counting_noun(noun)) != noun else (noun,)
    return any(
        child.dep_ in ("amod", "compound") and child.lower_ in ("planned", "scheduled", "announced")
        for word in told
        for child in word.lefts
    ) or any(
        clause.dep_ in ("relcl", "acl") and (clause.lemma_ == "announce" or tells_plan(clause))
        for word in told
        for clause, _ in clauses_after(word)
    )


def _predicate_effects(noun: Token, trigger: Trigger) -> Iterator[str]:
    """What "it would be the first meeting", "talks are due to begin" and "a raid is possible" say of the noun."""
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be" and trigger.anchor == noun:
        yield from verb_effects(verb)
    if noun.dep_ in SUBJECTS and verb.lemma_ == "fall" and governor_effect(verb) == "cancelled":
        yield "cancelled"  # "the visit fell through"
    if noun.dep_ in SUBJECTS and verb.lemma_ == "be":
        yield from filter(None, (governor_effect(child) for child in verb.children if child.dep_ == "acomp"))
        if any(child.lower_ == "off" and not child.children for child in verb.rights):
            yield "cancelled"  # "the strike is off"


def _tells_of(clause: Token) -> bool:
    """Whether a relative clause has the event as its subject or object: not "talks that may bring peace"."""
    words = lexicon()
    return any(clause.lemma_ in carrying for carrying in (words.occurring, words.due, words.light)) or any(
        child.dep_ in ("nsubjpass", "dobj") and child.tag_ in ("WDT", "WP") for child in clause.children
    )


def _governor_effects(event: Token, skip: Token | None) -> Iterator[str]:
    noun = counting_noun(event)
    head = noun.head
    while noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        noun, head = head, head.head
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent"):
        yield from _prepositional_effects(head, skip)
    elif head.pos_ == "VERB" and (
        noun.dep_ in ("dobj", "nsubjpass", "pobj") or (noun.dep_ == "nsubj" and is_passive(head))
    ):
        yield from _object_effects(head, skip)
        words = lexicon()
        if head.lemma_ in words.suspending and (event.lemma_.lower() in words.gathering or _was_planned(event)):
            yield "cancelled"


def _prepositional_effects(preposition: Token, skip: Token | None) -> Iterator[str]:
    verb = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    if preposition.lower_ in _BY_THEN and verb.pos_ == "VERB":
        # What will be said at a meeting, or done before it, is said of a meeting to come; so are the losses with which
        # a plant will close.
        # Whoever took no part in talks has not talked.
        told = [*verb_effects(verb), *_upward_effects(verb)]
        kept = ("planned", "cancelled", *(("negated",) if verb.lemma_ in lexicon().engaged else ()))
        yield from (found for found in told if found in kept)
    if preposition.lower_ == "without":
        yield "negated"  # "the talks ended without a deal"
    if preposition.lower_ not in (*_FORWARD, "towards", "toward"):
        return
    governor = preposition.head
    while governor.dep_ == "prep" and governor.pos_ == "ADP":
        governor = governor.head  # "pulled out of the talks"
    if preposition.lower_ in ("towards", "toward"):
        yield "hypothetical"
    elif governor.pos_ in ("VERB", "AUX") and governor.lemma_ in lexicon().leading:
        effects = [*verb_effects(governor), *_upward_effects(governor)]
        yield from (found for found in effects if found != "ongoing")  # "could lead to a strike"
    elif governor.pos_ in ("NOUN", "PROPN") and governor != skip:
        yield from _subject_matter_effects(governor, preposition.lower_, skip)
    effect = governor_effect(governor) if preposition.lower_ not in ("in", "into") else None
    if effect and governor != skip:
        yield effect
        if governor.pos_ in ("NOUN", "PROPN") and effect == "planned":
            yield from _governor_effects(governor, skip)


def _subject_matter_effects(governor: Token, preposition: str, skip: Token | None) -> Iterator[str]:
    """What becomes of an event that is told or talked of: "denied reports of a raid", "talks on a truce"."""
    words = lexicon()
    if governor.dep_ == "pobj" and governor.head.head.lemma_.lower() in words.topical:
        governor = governor.head.head  # "dialogue with A on a truce"
    if is_rebutted(governor):
        yield "negated"
    if governor.lemma_ in words.report and preposition in ("of", "about", "on"):
        yield from _governor_effects(governor, skip)
    elif governor.lemma_.lower() in words.topical and preposition in ("on", "about"):
        yield "hypothetical"


def _object_effects(verb: Token, skip: Token | None) -> Iterator[str]:
    words = lexicon()
    effect = governor_effect(verb)
    if effect == "cancelled" and took_place_after_all(verb):
        return
    of_verb = list(verb_effects(verb))
    if effect == "cancelled" and "negated" in of_verb:
        yield "planned"
        return
    if effect == "negated" and "negated" in of_verb:
        if verb.lemma_ in words.refusing:
            yield "hypothetical"  # "did not rule out talks"; "did not deny the talks" leaves them standing
        return
    if verb == skip and is_for_a_day(verb):
        yield "planned"  # "was set for 3 May", "called a strike for Monday"
    is_light = verb == skip and (
        (verb.lemma_, effect) == ("call", "hypothetical")
        or (effect == "planned" and verb.lemma_ not in ("plan", "schedule"))
    )
    if effect and effect != "ongoing" and not is_light:
        yield effect
    if verb != skip and (effect or verb.lemma_ in words.light or verb.lemma_ in words.occurring):
        yield from (found for found in of_verb if found != "ongoing")


def _clause_effects(trigger: Trigger) -> Iterator[str]:
    """What the verb that carries the event, and the clauses above it, say of it."""
    verb = trigger.anchor
    if verb.pos_ not in ("VERB", "AUX"):
        return
    of_verb = list(verb_effects(verb))
    if verb != trigger.token and verb.lemma_ in lexicon().telling and "negated" in of_verb:
        # Who does not confirm a meeting leaves it open; who does not deny it leaves it standing.
        of_verb = ["hypothetical"] if verb.lemma_ != "deny" else []
    if verb != trigger.token and governor_effect(verb) == "cancelled":
        of_verb = [found for found in of_verb if found != "negated"]  # "has not been cancelled"
    if trigger.role == "occurring" and verb.lemma_ in lexicon().ending:
        yield from (found for found in (*of_verb, *_upward_effects(verb)) if found != "negated")
        return  # "denied that the talks had collapsed": there were talks
    yield from of_verb
    if trigger.pattern.event_type in _SPOKEN and verb.dep_ == "advcl" and is_infinitive(verb):
        yield from verb_effects(verb.head)
        verb = verb.head
    yield from _upward_effects(verb)


def _upward_effects(verb: Token) -> Iterator[str]:
    """The effects of the verbs, adjectives and nouns that take the clause as complement, up to the main clause."""
    above: Token | None = verb
    while above is not None and above.head != above:
        effects, above = _step(above)
        yield from effects


def _step(verb: Token) -> tuple[list[str], Token | None]:
    """What the word above a clause does to it, and the word to go on from, None at the top."""
    head, label = verb.head, _clause_label(verb)
    if label == "conj":
        return _of_coordination(verb)
    if label == "relcl" and is_to_come(verb):
        return ["planned"], None
    if label in ("ccomp", "xcomp") and any(
        child.dep_ == "mark" and child.lower_ in _QUESTIONS for child in verb.children
    ):
        return ["hypothetical"], None
    if label == "ccomp" and head.lemma_ in lexicon().reporting and says_what_was_wrong(head):
        return ["negated"], None
    if (
        label == "relcl"
        and is_rebutted(head)
        and not any(child.dep_ in SUBJECTS and child.tag_[0] == "W" for child in verb.lefts)
    ):
        return ["negated"], None
    if label in ("xcomp", "ccomp", "acl", "pcomp"):
        return _of_complement(verb)
    if label == "advcl":
        above = [found for found in verb_effects(head) if found in ("hypothetical", "negated")]
        return (["planned", *above] if is_infinitive(verb) else []), None
    return [], head if label not in ("relcl", "ROOT") and head.pos_ in ("VERB", "AUX", "ADJ") else None


def _clause_label(verb: Token) -> str:
    """What a clause is to the word above; an infinitive that the parser has as a relative clause is what its noun is for.

    As in "will take measures to ease sanctions", not in "a man whom to trust".
    """
    is_of_noun = verb.dep_ == "relcl" and is_infinitive(verb) and all(child.tag_[0] != "W" for child in verb.lefts)
    return "acl" if is_of_noun and not is_to_come(verb) else verb.dep_


def _of_coordination(verb: Token) -> tuple[list[str], Token | None]:
    head = verb.head
    if head.pos_ not in ("VERB", "AUX"):
        return [], None
    if verb.tag_ == "VBN" and not has_own_modal(verb) and not any(child.dep_ == "auxpass" for child in verb.lefts):
        return [effect for effect in verb_effects(head) if effect != "negated"], head  # "will be tried and sentenced"
    if verb.tag_ not in ("VB", "VBG"):
        return [], head if head.dep_ == "ccomp" or (
            is_perfect_infinitive(verb) and is_perfect_infinitive(head)
        ) else None
    if head.tag_ == verb.tag_ and not has_own_modal(verb):
        return [effect for effect in verb_effects(head) if effect != "negated"], head
    return [], head


def _of_complement(verb: Token) -> tuple[list[str], Token | None]:
    label = _clause_label(verb)
    settled = _settled(verb, label)
    if settled is not None:
        return settled, None
    governor = verb.head.head if label == "pcomp" else verb.head
    avoided = label == "pcomp" and (verb.head.lower_ == "without" or governor.lower_ in _AVOIDING)
    effects = ["negated"] if avoided else []
    effects += _effects_on_noun_above(governor)
    effect = _effect_of_governor(governor, verb)
    reporting = governor.lemma_ in lexicon().reporting and label == "ccomp"
    if effect is None:
        is_told_to = label == "xcomp" and governor.lemma_ in lexicon().instructing and is_infinitive(verb)
        effects += ["planned"] if label == "acl" else ["hypothetical"] if is_told_to else []
    elif not (reporting and effect != "negated") and (label != "ccomp" or effect != "planned" or _bare(verb)):
        effects.append(effect)
    if governor.pos_ not in ("VERB", "AUX"):
        if governor.dep_ not in ("acomp", "attr", "oprd"):
            return effects, None
        return [*effects, *verb_effects(governor.head)], governor.head
    if not reporting:
        effects += [found for found in verb_effects(governor) if found != "ongoing" or not effect]
    return effects, governor


def _settled(verb: Token, label: str) -> list[str] | None:
    """The effects of the word above a clause, where nothing farther up counts; None where it may."""
    above = verb.head
    if label == "acl" and not is_infinitive(verb):
        return ["negated"] if is_rebutted(above) else []
    if label == "acl":
        is_nth = any(child.lower_ in NTH or child.ent_type_ == "ORDINAL" for child in above.lefts)
        return [] if is_nth else None  # "the third minister to resign"
    if label == "pcomp" and above.lower_ == "of" and above.head.lemma_ in lexicon().exonerating:
        return ["negated"]
    if label == "pcomp" and above.lower_ == "about" and not is_passive(verb):
        return ["hypothetical"]  # "a song about shooting a man"
    if label == "pcomp":
        is_done = above.lower_ in ("after", "since", "despite", "following")  # "agreed after meeting B": they met
        return [] if is_done else ["hypothetical"] if above.lower_ in ("towards", "toward") else None
    if label == "ccomp" and (is_rebutted(above) or (above.lemma_ == "be" and calls_untrue(above))):
        return ["negated"]  # "reports that … proved false", "it is not true that …"
    return [] if is_beside(verb) else None


def _effects_on_noun_above(noun: Token) -> Iterator[str]:
    """What becomes of the report or the plan that an event is the content of: "denied reports", "shelved a plan to …"."""
    words = lexicon()
    if noun.pos_ == "NOUN" and (noun.lemma_ in words.report or noun.lemma_ in words.arranged):
        wanted = "negated" if noun.lemma_ in words.report else "cancelled"
        yield from (found for found in _governor_effects(noun, None) if found == wanted)


def _effect_of_governor(governor: Token, verb: Token) -> str | None:
    """What the word above a complement does to it; to be to do something is a plan, to have been to have done it a lost one.

    Who is supposed to have done it has, as far as is known.
    """
    is_perfect = is_perfect_infinitive(verb)
    is_expected = governor.lemma_ == "be" and verb.dep_ == "xcomp" and (is_perfect or is_infinitive(verb))
    if governor.lemma_ == "have" and governor.tag_ in ("VBP", "VBZ") and verb.dep_ == "xcomp" and is_infinitive(verb):
        return "hypothetical"  # "they still have to approve it"
    effect = "planned" if is_expected else governor_effect(governor)
    if effect != "planned" or not is_perfect:
        return effect
    told = governor.head if governor.dep_ in ("acomp", "oprd") else governor
    was = any(token.tag_ == "VBD" for token in (told, *told.children))
    return "cancelled" if was else "hypothetical" if governor.lemma_ == "suppose" else effect


def _bare(verb: Token) -> bool:
    """Whether a clause is not finite, or subjunctive: "demanded that they leave"."""
    return verb.tag_ in ("VB", "VBG")
