"""How far a noun phrase of people without a name goes."""

from collections.abc import Mapping

from transforms.entities.gazetteer import creeds, known_country
from transforms.entities.group_nouns import group_nouns
from transforms.entities.names import Name
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import agent_nouns, former_words
from transforms.places.countries import country_of, demonym_country

_LEFT = frozenset(("amod", "compound", "nmod", "poss", "nummod", "case", "punct", "advmod", "quantmod", "npadvmod"))
_COMPLEMENT = frozenset(("of", "in", "at", "from", "across"))
# The country after "in" is not theirs.
_ABROAD = frozenset(("embassy", "consulate", "ambassador", "mission", "envoy", "consul"))
_QUANTITIES = frozenset(("CD", "PDT", "DT", "PRP$", "WP$", "WDT", "WRB", "WP", "RBR", "RBS", "EX"))
_WHEN = frozenset(
    [
        "ago",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_DASHES = frozenset(("-", "–", "—", "--"))
_HYPHENS = frozenset(("-", "–"))
_LONGEST_COMPLEMENT = 8


def group_span(doc: Doc, head: Token, taken: dict[int, Name]) -> tuple[int, int]:
    """The head with its modifiers; with its "of" complement where the head only says how many."""
    tokens = doc.tokens
    start = head.i
    while start > head.sent.start:
        before = tokens[start - 1]
        name = taken.get(before.i)
        if before.tag_ == "POS" and _is_kind_of_owner(doc, start - 2, head):
            start -= 2
            continue
        if before.tag_ in _QUANTITIES or before.tag_ in ("POS", ",", "CC", "IN", "TO") or _parts(before):
            break
        if name is not None and _is_of_the_past(doc, name):
            start = name.start - 1
            break
        if name is not None and _is_own_name(name, before):
            break
        if before.dep_ not in _LEFT and name is None:
            break
        start = max(name.start, head.sent.start) if name is not None else start - 1
    while start < head.i and (tokens[start].is_punct or tokens[start].tag_ in ("RB", "RBR")):
        start += 1
    start = _hyphenated_start(doc, start, head, taken)
    end = head.i + 1
    if head.lemma_.lower() in group_nouns().measures and end < len(tokens) and tokens[end].text == "of":
        end = max((child.i + 1 for child in tokens[end].children if child.dep_ == "pobj"), default=end)
        if any(_is_own_name(taken[token.i], token) for token in tokens[head.i + 1 : end] if token.i in taken):
            end = head.i + 1
    return start, end


def _parts(before: Token) -> bool:
    """Whether a word or a dash is no part of the phrase after it: "on Monday rebels …", "RIGA - Latvian farmers …"."""
    if before.text not in _DASHES:
        return before.lower_ in _WHEN
    last = before.doc.tokens[before.i - 1]
    return last.idx + len(last) < before.idx


def compound_start(doc: Doc, start: int, head: Token, taken: Mapping[int, Name]) -> int:
    """Where the name begins that is part of the compound: "Lima" of "Lima police"."""
    owner = _owner(doc, start, head, taken)
    if owner is not None:
        return owner.start
    name = taken.get(start - 1) if start > head.sent.start else None
    if name is None or name.end != start or name.start < head.sent.start or name.kind not in ("PLACE", "ORG"):
        return start
    root = doc[name.start : name.end].root
    is_part = root.dep_ in ("compound", "nmod", "amod") and start <= root.head.i <= head.i
    return name.start if is_part and not _is_of_the_past(doc, name) else start


def _owner(doc: Doc, start: int, head: Token, taken: Mapping[int, Name]) -> Name | None:
    """The state whose body or people the head is: "Kenya's army"."""
    if start - 2 < head.sent.start or doc.tokens[start - 1].tag_ != "POS":
        return None
    name = taken.get(start - 2)
    return name if name is not None and name.known is not None and name.known.kind == "PLACE" else None


def _hyphenated_start(doc: Doc, start: int, head: Token, taken: dict[int, Name]) -> int:
    """Where a compound that the span cuts begins ("three-judge panel"); after one that begins with a name ("Lima-based")."""
    tokens = doc.tokens
    while start - 2 >= head.sent.start and tokens[start - 1].text in _HYPHENS:
        before, hyphen = tokens[start - 2], tokens[start - 1]
        if before.idx + len(before) != hyphen.idx or hyphen.idx + len(hyphen) != tokens[start].idx:
            break
        if before.i in taken:
            return min(start + 1, head.i)
        start -= 2
    return start


def _is_kind_of_owner(doc: Doc, position: int, head: Token) -> bool:
    """As in "teachers' union", "prime minister's office": the owner says what kind of body it is."""
    owner = doc.tokens[max(position, 0)]
    return (
        position >= head.sent.start
        and owner.tag_ in ("NN", "NNS")
        and owner.text.islower()
        and owner.lower_ in agent_nouns()
        and head.lemma_.lower() not in group_nouns().people
    )


def _is_of_the_past(doc: Doc, name: Name) -> bool:
    """As in "former White House official": who was of the body is no longer it."""
    return name.kind == "ORG" and name.start > 0 and doc.tokens[name.start - 1].lower_ in former_words()


def _is_own_name(name: Name, token: Token) -> bool:
    """Whether a name is more than the adjective of a state or creed: "Peru", not "Peruvian"."""
    return not (_is_creed(name, token) or _is_of_a_state(name, token))


def _is_creed(name: Name, token: Token) -> bool:
    """As in "Shiite clerics", "Tuareg rebels"."""
    return name.end - name.start == 1 and token.text in creeds()


def _is_of_a_state(name: Name, token: Token) -> bool:
    if name.kind in ("PLACE", "GROUP") and (_is_adjective(token) or _is_demonym(token.text)):
        return True
    return _is_abbreviated(token)


def _is_demonym(word: str) -> bool:
    """True for "Thai", whatever the tagger takes it for; False for what is a state's name too."""
    return demonym_country(word) is not None and country_of(word) is None and known_country(word) is not None


def _is_abbreviated(token: Token) -> bool:
    return token.text.replace(".", "") in ("US", "UK", "UN", "EU")


def _is_adjective(token: Token) -> bool:
    return token.tag_ in ("JJ", "NNS", "NNPS") or token.dep_ == "amod"


def whole_phrase(doc: Doc, start: int, end: int, taken: Mapping[int, Name]) -> tuple[int, int]:
    """The phrase with its possessor and place names before, and its complement after."""
    tokens = doc.tokens
    floor = tokens[start].sent.start
    first = start
    while first > floor and (
        tokens[first - 1].tag_ in ("POS", "NNP", "NNPS", "JJ", "HYPH")
        or tokens[first - 1].text in _HYPHENS
        or (first < start and tokens[first].tag_ == "POS" and tokens[first - 1].tag_ in ("NN", "NNS"))  # "minister's"
        or (first - 1 in taken and tokens[first - 1].dep_ == "compound")  # a town that the tagger takes for a noun
    ):
        first -= 1
    last = end
    is_abroad = tokens[end - 1].lemma_.lower() in _ABROAD
    if end < len(tokens) and tokens[end].lower_ in (("of",) if is_abroad else _COMPLEMENT):
        for token in tokens[end : end + _LONGEST_COMPLEMENT]:
            if (
                token.tag_ not in ("IN", "DT", "NNP", "NNPS", "JJ", "NN", "NNS", "POS", "HYPH", "TO", "CC")
                or token.is_sent_start
            ):
                break
            if token.tag_ in ("NNP", "NNPS", "NN", "NNS"):
                last = token.i + 1
    return first, last
