"""Whom the words for a speaker name: "the secretary general of the league, Ann Lee", "the minister of energy Ann Lee"."""

from schemas.entities import LocalEntity
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.offices import is_head, is_honorific
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span, Token
from transforms.quotes.persons import is_office

_NAMES = frozenset(("NNP", "NNPS"))


def named_speaker(
    paragraph: Paragraph, speaker: Span, entities: ArticleEntities, known: LocalEntity | None
) -> LocalEntity | None:
    """Whom a name in apposition to a speaker, or at the end of the words for one, tells; else `known`."""
    if known is not None and known.kind == "PERSON":
        return known
    person = _named_person(paragraph, speaker, entities)
    if person is not None or (known is not None and known.kind not in ("GROUP", "OTHER")):
        return person or known
    return _apposed(paragraph, speaker, entities, "ORG") or known


def _named_person(paragraph: Paragraph, speaker: Span, entities: ArticleEntities) -> LocalEntity | None:
    return (
        _apposed(paragraph, speaker, entities, "PERSON")
        or _behind_comma(paragraph, speaker, entities)
        or _at_the_end(paragraph, speaker, entities)
    )


def _apposed(paragraph: Paragraph, speaker: Span, entities: ArticleEntities, kind: str) -> LocalEntity | None:
    for token in speaker:
        if token.dep_ == "appos" and speaker.start <= token.head.i < speaker.end:
            named = entities.covering(*paragraph.span(token))
            if named is not None and named.kind == kind:
                return named
    return None


def _person(paragraph: Paragraph, token: Token, entities: ArticleEntities) -> LocalEntity | None:
    named = entities.covering(*paragraph.span(token))
    return named if named is not None and named.kind == "PERSON" else None


def _behind_comma(paragraph: Paragraph, speaker: Span, entities: ArticleEntities) -> LocalEntity | None:
    """Who is named between commas right behind the one person that a speaker is: `the spokesman, Ann Lee, said`."""
    tokens, place = speaker.doc.tokens, speaker.end + 1
    if place >= len(tokens) or tokens[speaker.end].text != "," or speaker.root.tag_ != "NN":
        return None
    if not is_office(speaker.root) or any(token.dep_ == "cc" for token in speaker):
        return None
    named = _person(paragraph, tokens[place], entities)
    end = place
    while end < len(tokens) and named is not None and _person(paragraph, tokens[end], entities) is named:
        end += 1
    return named if end < len(tokens) and tokens[end].text == "," else None


def _at_the_end(paragraph: Paragraph, speaker: Span, entities: ArticleEntities) -> LocalEntity | None:
    """Who is named at the end of an office: "the head of foreign policy Ann Lee", "the minister of Energy Ann Lee".

    But not in "the son of minister Ann Lee", "the lawyer of Ann Lee".
    """
    last = _person(paragraph, speaker[-1], entities)
    before = next((token for token in reversed(list(speaker)) if _person(paragraph, token, entities) is not last), None)
    if last is None or before is None or before.i <= speaker.root.i or is_head(before) or is_honorific(before):
        return None
    if before.text == ",":  # "the mayor of Sebha, Ann Lee", which the parse takes for a pair
        return last if speaker.root.tag_ == "NN" and is_head(speaker.root) else None
    return last if before.tag_ == "NN" or (before.tag_ in _NAMES and is_head(speaker.root)) else None
