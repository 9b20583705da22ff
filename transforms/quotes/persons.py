"""Who can speak: people and bodies, by their names or by the nouns for them."""

from transforms.parsing.tokens import Token
from transforms.places.actor_tables import agent_nouns
from transforms.quotes.cues import cues


def is_person(noun: Token) -> bool:
    """Whether a noun is a person's name or tells of people: "Ana Ruiz", "the witness", "two sources"."""
    return noun.ent_type_ == "PERSON" or is_office(noun)


def is_office(noun: Token) -> bool:
    """Whether a noun tells of people or of a body by what they are: "the witness", "the army"."""
    known, people = agent_nouns(), cues().people
    return noun.lower_ in known or noun.lemma_.lower() in known or noun.lemma_.lower() in people
