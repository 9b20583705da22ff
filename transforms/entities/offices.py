"""Offices and forms of address beside a name: "Deputy Foreign Minister Ann Lee", "Ann Lee, head of the agency"."""

from dataclasses import dataclass
from functools import cache

from transforms.entities.gazetteer import read_yaml
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import agent_nouns, former_words, ranks

_LONGEST_BEFORE = 16
_LONGEST_AFTER = 14
ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside a name: tokens `[start, end)` of the statement, in it `[role_start, role_end)` of the office."""

    start: int
    end: int
    role_start: int
    role_end: int


@dataclass(frozen=True, slots=True)
class _Words:
    heads: frozenset[str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    regnal: frozenset[str]
    links: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


@cache
def _words() -> _Words:
    offices = read_yaml("offices.yaml")
    return _Words(
        heads=frozenset(offices["heads"]),
        modifiers=frozenset(offices["modifiers"]),
        honorifics=frozenset(offices["honorifics"]),
        regnal=frozenset(offices["regnal"]),
        links=frozenset(offices["links"]),
        phrases=tuple(tuple(phrase.split()) for phrase in offices["phrases"]),
    )


def is_honorific(token: Token) -> bool:
    """True for "Mr.", "Gen.", "Sheikh" and the like, as written."""
    return token.text in _words().honorifics


def is_regnal(token: Token) -> bool:
    """True for a form of address that is kept with the name: "Pope", "King"."""
    return token.text in _words().regnal


def is_head(token: Token) -> bool:
    """True for a word that names an office or occupation ("minister", "Director", "spokeswoman")."""
    return _singular(token) in _words().heads


def is_modifier(token: Token) -> bool:
    """True for a word that stands inside an office before its head ("deputy", "Foreign")."""
    return token.lower_ in _words().modifiers


def is_office_word(word: str) -> bool:
    """True for a word of an office, its head or one before it."""
    lower = word.lower()
    return lower in _words().heads or lower in _words().modifiers


def is_bare_office(name: str) -> bool:
    """True for an office without whose it is: "Deputy Governor"."""
    return all(map(is_office_word, name.split()))


def set_phrases(doc: Doc) -> list[tuple[int, int]]:
    """The offices whose own words hold a preposition: "Secretary of State". Their words name nothing else."""
    found: list[tuple[int, int]] = []
    phrases_by_first = _phrases_by_first()
    lowers = doc.lowers
    if phrases_by_first.keys().isdisjoint(lowers):
        return found
    for start in [position for position, word in enumerate(lowers) if word in phrases_by_first]:
        for phrase in phrases_by_first[lowers[start]]:
            end = start + len(phrase)
            if lowers[start:end] == phrase:
                found.append((start, end))
    return found


@cache
def _phrases_by_last() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _words().phrases:
        found[phrase[-1]] = (*found.get(phrase[-1], ()), phrase)
    return found


@cache
def _phrases_by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _words().phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def office_before(doc: Doc, name_start: int) -> Office | None:
    """The office that ends where a name starts, forms of address between them skipped."""
    tokens = doc.tokens
    end = name_start + (
        is_regnal(tokens[name_start]) and is_head(tokens[name_start])
    )  # "Pope Francis" holds its office
    floor = tokens[name_start].sent.start
    while end > floor and is_honorific(tokens[end - 1]) and not is_head(tokens[end - 1]):
        end -= 1
    if end > floor and tokens[end - 1].text == ",":
        return _with_complement(doc, end - 1, floor, any_case=True) or _plain(doc, end - 1, floor)
    before_rank = _rank_start(doc, end, floor)
    for stop in (before_rank, end) if before_rank is not None else (end,):
        office = _plain(doc, stop, floor) or _with_complement(doc, stop, floor, any_case=False)
        if office is not None:
            return office
    return None


def _rank_start(doc: Doc, end: int, floor: int) -> int | None:
    """Where a rank begins that ends at `end`: "Deputy Minister of Defense" + "Colonel-General"."""
    for size in (3, 2, 1):
        start = end - size
        if start > floor and words_text(doc, start, end).lower() in ranks():
            return start
    return None


def office_after(doc: Doc, name_end: int) -> Office | None:
    """The office in apposition to a name that ends at `name_end`: ", the head of the agency"."""
    tokens = doc.tokens
    limit = min(tokens[name_end - 1].sent.end, name_end + _LONGEST_AFTER)
    start = _apposition_start(doc, name_end, limit)
    if start is None:
        return None
    head = start
    while head < limit and not is_head(tokens[head]):
        if not _may_precede_head(tokens[head]):
            return None
        head += 1
    while (further := _further_head(doc, head, limit)) is not None:
        head = further
    if head >= limit or tokens[head].tag_.startswith("V"):
        return None
    role_start = _role_start(doc, head, start)
    role_end = _phrase_end(doc, role_start, head + 1)
    if _is_of_the_next(doc, role_end, limit):
        return None
    return Office(start, _complement_end(doc, role_end, limit), role_start, role_end)


def _further_head(doc: Doc, head: int, limit: int) -> int | None:
    """The head that one which is also a modifier leads to: "deputy" + "trade minister"."""
    tokens = doc.tokens
    position = head + 1
    while position < limit and is_modifier(tokens[position]) and not is_head(tokens[position]):
        position += 1
    return position if position < limit and is_head(tokens[position]) else None


def _plain(doc: Doc, end: int, floor: int) -> Office | None:
    if end <= floor or not is_head(doc.tokens[end - 1]):
        return _phrase_before(doc, end, floor)
    role_start = _role_start(doc, end - 1, floor)
    return Office(_owner_start(doc, role_start, floor), end, role_start, end)


def _phrase_before(doc: Doc, end: int, floor: int) -> Office | None:
    """As in "Secretary of State", "Chief of Staff"."""
    tokens = doc.tokens
    for phrase in _phrases_by_last().get(tokens[end - 1].lower_, ()) if end > floor else ():
        start = end - len(phrase)
        if start >= floor and tuple(token.lower_ for token in tokens[start:end]) == phrase:
            role_start = _role_start(doc, start, floor)
            return Office(_owner_start(doc, role_start, floor), end, role_start, end)
    return None


def _with_complement(doc: Doc, end: int, floor: int, *, any_case: bool) -> Office | None:
    """As in "Director of the Asian Department of the Foreign Ministry"."""
    tokens = doc.tokens
    links = _words().links
    found = None
    if not any_case and end > floor and tokens[end - 1].text.islower():
        return None  # "urged the Executive to free" Ann Lee
    for head in range(end - 2, max(floor, end - _LONGEST_BEFORE) - 1, -1):
        token = tokens[head]
        if (
            is_head(token)
            and tokens[head + 1].lower_ in links
            and (any_case or token.is_title or (head > floor and tokens[head - 1].lower_ == "the"))
        ):
            found = head
        elif not (
            token.is_title
            or token.is_upper
            or token.lower_ in links
            or token.lower_ in ("the", "and", "'s", "’s", "-", "&")
        ):
            break
    if found is None:
        return None
    role_start = _role_start(doc, found, floor)
    return Office(_owner_start(doc, role_start, floor), end, role_start, _phrase_end(doc, role_start, found + 1))


def _phrase_end(doc: Doc, start: int, end: int) -> int:
    """One past the office where it goes on as a set phrase: "secretary" + "of state"."""
    tokens = doc.tokens
    for phrase in _words().phrases:
        for first in range(start, end):
            last = first + len(phrase)
            if last > end and last <= len(tokens) and tuple(token.lower_ for token in tokens[first:last]) == phrase:
                return last
    return end


def _role_start(doc: Doc, head: int, floor: int) -> int:
    tokens = doc.tokens
    start = head
    while start > floor:
        before = tokens[start - 1]
        is_joint = before.text in ("-", "–") and start - 1 > floor
        if is_modifier(before) or is_head(before) or is_joint:
            start -= 1
        else:
            break
    while start < head and tokens[start].text in ("-", "–"):
        start += 1
    return start


def _owner_start(doc: Doc, role_start: int, floor: int) -> int:
    """Where the state or body before the office begins: "Russian", "White House", "the company's", "rebel"."""
    tokens = doc.tokens
    start = role_start
    while start > floor:
        before = tokens[start - 1]
        is_name = before.tag_ in ("NNP", "NNPS") or (before.tag_ == "JJ" and before.text[:1].isupper())
        is_owner_mark = before.tag_ == "POS" and start - 1 > floor
        is_sector = before.tag_ in ("NN", "NNS") and before.lower_ in agent_nouns()
        is_joint = before.tag_ == "HYPH" and f"{tokens[start - 2].lower_}-{tokens[start].lower_}" in agent_nouns()
        if is_name or is_owner_mark or is_sector or (is_joint and start - 2 > floor):
            start -= 1
        else:
            break
    for size in (1, 2):  # "former Danish president", "ex-Danish president"
        if start - size >= floor and tokens[start - size].lower_ in former_words():
            is_joined = size == 1 or tokens[start - 1].text in ("-", "–")
            return start - size if is_joined else start
    return start


def _apposition_start(doc: Doc, name_end: int, limit: int) -> int | None:
    tokens = doc.tokens
    start = name_end
    if start < limit and tokens[start].text in (",", "(", "-", "–", "—"):
        start += 1
        if start + 1 < limit and tokens[start].lower_ == "who" and tokens[start + 1].lower_ in ("is", "was"):
            start += 2
            while start < limit and tokens[start].tag_ == "RB":
                start += 1
    elif start + 1 < limit and tokens[start].lower_ in ("is", "was") and tokens[start + 1].lower_ in ARTICLES:
        start += 1
    else:
        return None
    while start < limit and tokens[start].lower_ in ARTICLES:
        start += 1
    return start if start < limit else None


def _is_of_the_next(doc: Doc, end: int, limit: int) -> bool:
    """As in "…, Interior Minister Ann Lee said": the office belongs to who is named right behind it."""
    after = doc.tokens[end] if end < limit else None
    return (
        after is not None
        and after.tag_ in ("NNP", "NNPS")
        and after.text.istitle()
        and doc.tokens[end - 1].tag_
        in (
            "NNP",
            "NN",
        )
    )


def _may_precede_head(token: Token) -> bool:
    return (
        token.tag_ in ("NN", "NNP", "NNPS", "NNS", "JJ", "JJS", "POS", "HYPH", "CD", "DT", "PRP$", "CC")
        and token.lower_ != "and"
    )


def _complement_end(doc: Doc, end: int, limit: int) -> int:
    tokens = doc.tokens
    if end >= limit or tokens[end].lower_ not in _words().links:
        return end
    last = end
    while last < limit and (
        tokens[last].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH", "IN", "PRP$", "CD", "SYM")
        or (
            tokens[last].lower_ in ("and", "&", "to")
            and last + 1 < limit
            and tokens[last + 1].tag_ in ("NNP", "NNPS", "DT")
        )
    ):
        last += 1
    while last > end and tokens[last - 1].tag_ in ("IN", "DT", "CC", "TO"):
        last -= 1
    return last


def _singular(token: Token) -> str:
    lower: str = token.lower_
    return lower[:-1] if lower.endswith("s") and token.tag_ in ("NNS", "NNPS") else lower
