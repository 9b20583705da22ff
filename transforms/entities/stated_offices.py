"""Offices that an article writes as names: "French President", "the Mayor of Leeds", "Justice"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.entities.gazetteer import context_words, is_region, known_country
from transforms.entities.name_words import is_no_name
from transforms.entities.names import Name
from transforms.entities.offices import is_head, is_modifier, is_office_word, set_phrases
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import former_words
from transforms.places.countries import country_name, country_of, demonym_country
from transforms.places.gazetteer import demonym_region

# Offices of which a state has one: the office is named by its state.
_OF_A_STATE = frozenset(
    ("minister", "president", "premier", "chancellor", "king", "queen", "emir", "sultan", "emperor")
)
_OF_REGIONS = frozenset(("chief minister", "deputy chief minister", "minister-president", "first minister"))
_SHORTEST = 4  # letters


@dataclass(frozen=True, slots=True)
class StatedOffice:
    """An office in tokens `[start, end)` of a paragraph, what is before `role_start` says whose.

    The region that begins at `named_start`, which is a mention of its own, is part of the office's name. `holder` is the
    person named right behind it.
    """

    named_start: int
    start: int
    role_start: int
    end: int
    holder: Name | None


def stated_offices(doc: Doc, names: Sequence[Name]) -> Iterator[StatedOffice]:
    """The offices written with capitals: with the demonym or body before them and the place or body behind an "of"."""
    tokens = doc.tokens
    capitals = [token for token in doc.capitals if _may_begin(token)]
    if not capitals:
        return
    taken = {position: name for name in names for position in range(name.start, name.end)}
    phrases = dict(set_phrases(doc))
    done = 0
    for token in capitals:
        if token.i < done or token.i in taken:
            continue
        end = phrases.get(token.i) or _role_end(doc, token, taken)
        if end is None or not all(word.text[:1].isupper() for word in tokens[token.i : end] if len(word) > 3):  # noqa: PLR2004 - "of"
            continue
        start = _with_owner(doc, token.i, taken)
        holder = taken.get(end)
        if holder is not None and (holder.kind != "PERSON" or holder.start != end):
            continue
        role_end, end = end, end if holder is not None else _complement_end(doc, end, taken)
        done = end
        if holder is None and (
            (tokens[start].is_sent_start and not _is_whose(doc, role_end, end, taken))
            or (start > 0 and tokens[start - 1].text[:1].isupper())
        ):
            continue  # its capital may be the sentence's, and a name before it may be what it is part of
        if not _is_title(doc, token, taken):
            yield StatedOffice(_named_start(doc, start, taken), start, token.i, end, holder)


def office_name(statement: str, country: str | None) -> str:
    """What the office is called everywhere: "President of France" for "French President"; otherwise as it stands."""
    whole, _, whose = statement.partition(" of ")
    if whose and country_of(whose) is None:
        return statement  # "Minister of the Interior"
    role = whole.split()
    if demonym_country(" ".join(role[:2])):  # "South Korean"
        role = role[2:]
    while role and (demonym_country(role[0]) or known_country(role[0])):
        if demonym_region(role[0]) is not None:
            return statement  # "Bavarian Interior Minister"
        role = role[1:]
    if role and " ".join(role).lower() in _OF_REGIONS:
        return statement
    if country is None or not role or role[-1].lower() not in _OF_A_STATE or not all(map(is_office_word, role)):
        return statement
    state = country_name(country)
    return f"{' '.join(role)} of {'the ' if state in context_words('with_article') else ''}{state}"


def _may_begin(token: Token) -> bool:
    return (is_head(token) or is_modifier(token)) and not (token.text.isupper() or token.lower_ in former_words())


def _role_end(doc: Doc, first: Token, taken: dict[int, Name]) -> int | None:
    """One past the last word of the office that begins here: "Deputy Foreign Minister"."""
    end = None
    for token in doc.tokens[first.i : first.sent.end]:
        if token.i in taken or not token.text[:1].isupper() or not (is_head(token) or is_modifier(token)):
            break
        if is_head(token):
            end = token.i + 1 if token.tag_ not in ("NNS", "NNPS") else None
    return end


def _with_owner(doc: Doc, start: int, taken: dict[int, Name]) -> int:
    """Where the demonym or body begins that is part of the office: "French" + "President", "FBI" + "Director"."""
    tokens = doc.tokens
    if start == tokens[start].sent.start:
        return start
    name = taken.get(start - 1)
    if name is not None and name.kind == "ORG" and name.end == start and name.start >= tokens[start].sent.start:
        return name.start
    if name is not None and name.known is not None and name.kind == "PLACE" and name.end == start:
        return name.start  # "South Korean"
    return start - 1 if known_country(tokens[start - 1].text) is not None else start


def _named_start(doc: Doc, start: int, taken: dict[int, Name]) -> int:
    """Where the region begins whose office it is: "Gauteng" + "Premier"."""
    name = taken.get(start - 1)
    if name is None or name.kind != "PLACE" or name.end != start or name.start < doc.tokens[start].sent.start:
        return start
    return name.start if is_region(words_text(doc, name.start, name.end)) else start


def _complement_end(doc: Doc, end: int, taken: dict[int, Name]) -> int:
    """One past the state or body behind an "of": "Mayor" + "of Leeds", "Minister" + "of the Interior"."""
    tokens = doc.tokens
    if end + 1 >= len(tokens) or tokens[end].lower_ not in ("of", "for"):
        return end
    start = end + 2 if tokens[end + 1].lower_ == "the" and end + 2 < len(tokens) else end + 1
    name = taken.get(start)
    if name is not None and name.start == start and name.kind in ("PLACE", "ORG"):
        return name.end
    last = start
    while (
        last < tokens[end].sent.end
        and tokens[last].text[:1].isupper()
        and last not in taken
        and is_modifier(tokens[last])
    ):
        last += 1
    return last if last > start else end


def _is_whose(doc: Doc, role_end: int, end: int, taken: dict[int, Name]) -> bool:
    """As in "Emir of Kuwait": the state or body named behind it makes a title of an office that opens a sentence."""
    return end > role_end and end - 1 in taken and doc.tokens[role_end].text.islower()


def _is_title(doc: Doc, token: Token, taken: dict[int, Name]) -> bool:
    """Whether the sentence is written like a title: most of its plain words have capitals too."""
    sentence = token.sent
    words = [
        word.text[0].isupper()
        for word in doc.tokens[sentence.start + 1 : sentence.end]
        if len(word) >= _SHORTEST and not (word.i in taken or is_head(word) or is_modifier(word) or is_no_name(word))
    ]
    return 2 * sum(words) > len(words)
