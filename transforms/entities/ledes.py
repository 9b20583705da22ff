"""Whom a lede tells of without a name, where the next paragraph names them: "A farmer has …" and "Huw Roe, 58, …"."""

import re
from collections.abc import Sequence

from schemas.record import record
from transforms.entities.antecedents import Antecedent
from transforms.entities.group_nouns import group_nouns
from transforms.entities.offices import ARTICLES
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token

# Who is told so behind a name is introduced here, whatever they do: an age or a clause.
_INTRODUCED = re.compile(r",\s(?:\d{1,3}\b|who\b)")


@record()
class Lede:
    """The noun of who is told of, the place of the noun in the article's text, and the entity that it is."""

    noun: str
    start: int
    index: int


def read_lede(paragraphs: Sequence[Paragraph], people: Sequence[Antecedent]) -> Lede | None:
    """Whom the first paragraph tells of, where the second begins with the first person that the article names."""
    bodies = [paragraph for paragraph in paragraphs if paragraph.kind == "body"][:2]
    if len(bodies) < 2 or not people:  # noqa: PLR2004 - the lede and who is named behind it
        return None
    first, second = bodies
    person = people[0].mention
    is_introduced = _INTRODUCED.match(second.doc.text, person.end - second.char_start) is not None
    if person.start != second.char_start or not person.is_subject or not is_introduced:
        return None
    subject = _subject(first)
    return Lede(subject.lower_, first.span(subject)[0], people[0].index) if subject is not None else None


def _subject(paragraph: Paragraph) -> Token | None:
    """The one person who does what the first sentence of a paragraph tells, and who begins it."""
    sentence = next(iter(paragraph.doc.sents))
    subject = next((child for child in sentence.root.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ != "NN" or subject.lower_ not in group_nouns().people:
        return None
    opening = subject.left_edge
    return subject if opening.i == sentence.start and opening.lower_ in ARTICLES else None
