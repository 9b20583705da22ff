"""The words by which patterns recognize arguments: heads, their modifiers, what they count, particles of verbs."""

from collections.abc import Sequence

from transforms.events.antecedents import PRONOUNS, antecedent
from transforms.events.grammar import Frame, conjuncts
from transforms.events.lexicon import lexicon
from transforms.parsing.tokens import Token

_PREMODIFIERS = ("compound", "amod", "nmod", "poss")


def object_words(heads: Sequence[Token], *, own: bool = True) -> set[str]:
    """The lower-case lemmas by which an argument can be recognized: heads, their modifiers, and what "a series of" counts.

    A pronoun can also be recognized by what it stands for: "The navy said it had …".
    """
    found: set[str] = set()
    for first in heads:
        for head in conjuncts(first):
            if own:
                found.update((head.lemma_.lower(), head.lower_, hyphenated(head)))
                if head.pos_ == "PROPN" and head.lower_.endswith("s"):
                    found.add(head.lower_[:-1])  # "Rebels", which the capital makes a name
                if head.lower_ in PRONOUNS and (meant := antecedent(head)) is not None and meant.lower_ not in PRONOUNS:
                    found.update(object_words([meant]))
            undoes = own and head.lemma_.lower() in lexicon().undoing  # "suspended tariff cuts" is no word of tariffs
            for child in head.children:
                if undoes and child.dep_ in _PREMODIFIERS:
                    continue
                if child.dep_ in _PREMODIFIERS or child.dep_ in ("quantmod", "nummod"):
                    found.add(child.lemma_.lower())
                    found.update(
                        grand.lemma_.lower() for grand in child.children if grand.dep_ in (*_PREMODIFIERS, "quantmod")
                    )
                elif child.dep_ == "prep" and (
                    (child.lower_ == "of" and not (own and _is_undoing(head)))
                    or (child.lower_ in ("in", "to") and not own)
                ):
                    found.update(word.lemma_.lower() for grand in child.children for word in conjuncts(grand))
    return found


def _is_undoing(head: Token) -> bool:
    """Whether a noun names an act upon what stands after it: "announced the lifting of sanctions" is no word of sanctions."""
    words, lemma = lexicon(), head.lemma_.lower()
    return lemma in words.undoing or (lemma in words.event_nouns and lemma not in words.group_head)


def hyphenated(noun: Token) -> str:
    """The lemma of a noun with what a hyphen ties to it, which the tokenizer splits: "cease-fire", "sit-in"."""
    tokens, position = noun.doc.tokens, noun.i
    if position > 1 and tokens[position - 1].text == "-":
        return f"{tokens[position - 2].lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


def nouns_of(heads: Sequence[Token]) -> list[Token]:
    """The nouns of an argument, with those that "a series of" counts."""
    found: list[Token] = []
    for first in heads:
        for head in conjuncts(first):
            found.append(head)
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    found.extend(child.children)
    return found


def has_particle(verb: Token, frame: Frame, *particles: str) -> bool:
    """Whether one of the particles goes with the verb, whichever label the parser gives it."""
    if not frame.particles.isdisjoint(particles):
        return True
    return any(
        child.lower_ in particles
        and child.dep_ in ("prep", "advmod", "prt")
        and not any(grand.ent_type_ in ("DATE", "TIME") for grand in child.children)
        for child in verb.children
    )
