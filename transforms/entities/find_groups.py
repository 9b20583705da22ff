"""People and bodies without a name: "protesters", "the Russian delegation", "a team of heavily armed police"."""

from collections.abc import Iterator, Mapping, Sequence

from transforms.entities.found import Found
from transforms.entities.gazetteer import creeds
from transforms.entities.group_nouns import agent_words, is_actor_noun
from transforms.entities.group_span import compound_start, group_span, whole_phrase
from transforms.entities.may_act import may_act
from transforms.entities.names import Name
from transforms.entities.offices import is_modifier
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Doc, Token

_COMPLEMENT_OF = frozenset(("of", "from"))
_JOINS = frozenset(("and", ",", "'s", "’s"))
_NOUN_TAGS = frozenset(("NN", "NNS", "JJ", "VBN", "NNP", "NNPS"))


def find_groups(paragraph: Paragraph, names: Sequence[Name]) -> Iterator[Found]:
    """The noun phrases of a paragraph that act or are acted upon, without article and numeral.

    A phrase takes in the demonyms before its head ("Russian diplomats") and the place or body that is part of the compound
    ("Lima police"), which stays a mention of its own; what owns it ("Norway's army") or stands after it ("police in
    Lima") tells its country.
    """
    doc = paragraph.doc
    taken = {position: name for name in names for position in range(name.start, name.end)}
    done = 0
    lowers, lemmas = doc.lowers, doc.lemmas
    agents = agent_words()
    for i in [i for i, tag in enumerate(doc.tags) if tag in _NOUN_TAGS]:
        if lowers[i] not in agents and lemmas[i].lower().rstrip("s") not in agents:
            continue
        token = doc.tokens[i]
        if i < done or not is_actor_noun(token) or (token.i in taken and taken[token.i].end - taken[token.i].start > 1):
            continue
        start, end = group_span(doc, token, taken)
        whole_start, whole_end = whole_phrase(doc, start, end, taken)
        has_state = any(
            position in taken and taken[position].kind in ("PLACE", "ORG") for position in range(whole_start, whole_end)
        )
        if start < done or not may_act(token, has_state=has_state) or _names_someone(doc, end, taken):
            continue
        named = _named_behind_complement(doc, token, end, whole_end, taken)
        done = end
        named_start = compound_start(doc, start, token, taken)
        char_start, char_end = paragraph.span(doc[named_start:end])
        is_whole = (whole_start, whole_end) == (start, end) or _is_of_several(token, whole_start, whole_end, taken)
        phrase = "" if is_whole else doc[whole_start:whole_end].text
        yield Found(
            char_start,
            char_end,
            doc[named_start:end].text,
            "GROUP",
            1.0,
            phrase=phrase,
            is_phrase=True,
            has_lent_capital=named_start == start and _has_lent_capital(doc.tokens[start], taken.get(start)),
            own_start=paragraph.span(doc.tokens[start])[0],
            named_at=paragraph.span(doc.tokens[named.start])[0] if named is not None else -1,
        )


def _has_lent_capital(token: Token, name: Name | None) -> bool:
    if not token.is_sent_start or token.text in creeds():
        return False
    return (name is None or name.kind == "OTHER") and token.text[1:].islower()


def _is_of_several(token: Token, start: int, end: int, taken: Mapping[int, Name]) -> bool:
    """As in "foreign ministers of Kenya and Uganda", "Kenya's and Uganda's ministers": no one state's people."""
    if token.tag_ != "NNS":
        return False
    sentence = token.sent
    while start > sentence.start and (start - 1 in taken or token.doc.tokens[start - 1].lower_ in _JOINS):
        start -= 1
    if end > token.i + 1 and token.nbor().lower_ in _COMPLEMENT_OF:
        while end < sentence.end and (end in taken or token.doc.tokens[end].lower_ in _JOINS):
            end += 1
    else:
        end = token.i
    known = [name.known for position in range(start, end) if (name := taken.get(position)) is not None]
    return len({state.country for state in known if state is not None and state.kind == "PLACE"}) > 1


def _named_behind_complement(
    doc: Doc, token: Token, end: int, whole_end: int, taken: Mapping[int, Name]
) -> Name | None:
    """Who is named in apposition behind the complement: "the former mayor of Lima, Ann Lee"."""
    tokens = doc.tokens
    if token.tag_ == "NNS" or whole_end == end or whole_end + 1 >= len(tokens) or tokens[whole_end].text != ",":
        return None
    name = taken.get(whole_end + 1)
    if name is None or name.kind != "PERSON":
        return None
    root = doc[name.start : name.end].root
    return name if root.dep_ == "appos" and token.i <= root.head.i < whole_end else None


def _names_someone(doc: Doc, end: int, taken: dict[int, Name]) -> bool:
    """True for "minister" in "minister Ann Lee" and for "deputy" in "deputy governor"."""
    tokens = doc.tokens
    follows = taken.get(end)
    if follows is not None and follows.kind in ("PERSON", "ORG", "OTHER"):
        return True
    if (
        end < len(tokens)
        and tokens[end].text == ","
        and (name := taken.get(end + 1)) is not None
        and name.kind == "PERSON"
    ):
        return True
    return end < len(tokens) and is_modifier(tokens[end]) and tokens[end].tag_ in ("NN", "NNP")
