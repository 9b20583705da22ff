"""People and bodies without a name: "protesters", "the Russian delegation", "a team of heavily armed police"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.entities.find_mentions import Name
from transforms.entities.found import Found
from transforms.entities.gazetteer import creeds, known_country, organs_of_state, read_yaml
from transforms.entities.offices import is_modifier
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.parsing.tokens import Doc, Token
from transforms.places.actor_tables import agent_nouns, former_words
from transforms.places.actors import describe_actor
from transforms.places.countries import country_of, demonym_country

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "dobj", "iobj", "dative", "ROOT"))
_PARTNERS = frozenset(("by", "with", "between", "against", "among", "to", "toward", "towards", "from", "for", "on"))
_LEFT = frozenset(("amod", "compound", "nmod", "poss", "nummod", "case", "punct", "advmod", "quantmod", "npadvmod"))
_COMPLEMENT_OF = frozenset(("of", "from"))
_JOINS = frozenset(("and", ",", "'s", "’s"))
_COMPLEMENT = frozenset(("of", "in", "at", "from", "across"))
# The country after "in" is not theirs.
_ABROAD = frozenset(("embassy", "consulate", "ambassador", "mission", "envoy", "consul"))
_QUANTITIES = frozenset(("CD", "PDT", "DT", "PRP$", "WP$", "WDT", "WRB", "WP", "RBR", "RBS", "EX"))
_NOUN_TAGS = frozenset(("NN", "NNS", "JJ", "VBN", "NNP", "NNPS"))
_HYPHENS = frozenset(("-", "–"))
_LONGEST_COMPLEMENT = 8
# What a word for people ends in; other words that tell a sector are for bodies ("hospital", "trawler" is the exception).
_PEOPLE_ENDINGS = (
    *("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "ent", "ents", "man", "men", "ee", "ees"),
    *("eer", "eers", "ic", "ics", "ive", "ives", "woman", "women", "herd", "herds", "ess", "esses", "smith", "smiths"),
)


@dataclass(frozen=True, slots=True)
class _Nouns:
    people: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    measures: frozenset[str]
    pairs: frozenset[str]  # agent nouns of two words and more
    seconds: frozenset[str]  # the last words of these


@cache
def _nouns() -> _Nouns:
    nouns = read_yaml("actor_nouns.yaml")
    offices = frozenset(read_yaml("offices.yaml")["heads"]) - {
        "head",
        "lead",
        "prime",
        "veteran",
        "star",
        "host",
        "partner",
    }
    never = frozenset(nouns["never"])
    others = {noun for noun in agent_nouns() if " " not in noun} - never
    people = {noun for noun in others if noun.endswith(_PEOPLE_ENDINGS)}
    pairs = frozenset(noun for noun in agent_nouns() if " " in noun and noun.rpartition(" ")[2] not in never)
    return _Nouns(
        frozenset(nouns["people"]) | offices | people,
        frozenset(nouns["bodies"]) | others - people,
        frozenset(nouns["vague"]),
        frozenset(nouns["measures"]),
        pairs,
        frozenset(pair.rpartition(" ")[2] for pair in pairs),
    )


def find_groups(article: ParsedArticle, paragraph: Paragraph, names: Sequence[Name]) -> Iterator[Found]:
    """The noun phrases of a paragraph that act or are acted upon, without article and numeral.

    A phrase takes in the demonyms before its head ("Russian diplomats") and the place or body that is part of the compound
    ("Lima police"), which stays a mention of its own; what owns it ("Norway's army") or stands after it ("police in
    Lima") tells its country.
    """
    doc = paragraph.doc
    taken = {position: name for name in names for position in range(name.start, name.end)}
    done = 0
    for token in doc.tokens:
        if (
            token.tag_ not in _NOUN_TAGS
            or not _is_known_word(token.lower_, token.lemma_)
            or token.i < done
            or not _is_actor_noun(token)
            or (token.i in taken and taken[token.i].end - taken[token.i].start > 1)
        ):
            continue
        start, end = _span(doc, token, taken)
        whole_start, whole_end = _whole(doc, start, end, taken)
        has_state = any(
            position in taken and taken[position].kind in ("PLACE", "ORG") for position in range(whole_start, whole_end)
        )
        if start < done or not _may_act(token, has_state=has_state) or _names_someone(doc, end, taken):
            continue
        done = end
        named_start = _compound_start(doc, start, token, taken)
        char_start, char_end = paragraph.span(doc[named_start:end])
        is_whole = (whole_start, whole_end) == (start, end) or _is_of_several(token, whole_start, whole_end, taken)
        phrase = "" if is_whole else doc[whole_start:whole_end].text
        yield Found(
            char_start,
            char_end,
            article.text[char_start:char_end],
            "GROUP",
            1.0,
            phrase=phrase,
            is_phrase=True,
            has_lent_capital=named_start == start and _has_lent_capital(doc.tokens[start], taken.get(start)),
            own_start=paragraph.span(doc.tokens[start])[0],
        )


def _has_lent_capital(token: Token, name: Name | None) -> bool:
    return bool(token.is_sent_start) and (name is None or name.kind == "OTHER") and token.text[1:].islower()


def _is_actor_noun(token: Token) -> bool:
    if not _is_agent(token, token.tag_) or token.text.isupper():
        return False
    # The name of one body is none: "Storting".
    return not token.text[:1].isupper() or describe_actor(token.text).name is None


def _is_agent(token: Token, tag: str) -> bool:
    nouns = _nouns()
    if tag in ("JJ", "VBN"):
        return token.lower_ in nouns.people and token.dep_ in _SUBJECTS
    if _is_agent_noun(token.lower_, token.lemma_):
        return True
    lemma = token.lemma_.lower()
    return lemma in nouns.seconds and token.i > 0 and f"{token.nbor(-1).lower_} {lemma}" in nouns.pairs


@lru_cache(maxsize=50_000)
def _is_known_word(word: str, lemma: str) -> bool:
    """Whether a noun or adjective can be an agent, wherever it stands."""
    nouns = _nouns()
    return word in nouns.people or lemma.lower() in nouns.seconds or _is_agent_noun(word, lemma)


@lru_cache(maxsize=50_000)
def _is_agent_noun(word: str, lemma: str) -> bool:
    nouns, lemma = _nouns(), lemma.lower()
    return (
        lemma in nouns.people
        or lemma in nouns.bodies
        or word in nouns.people
        or word in nouns.bodies  # "media"
        or lemma.rstrip("s") in nouns.bodies
    )


def _may_act(token: Token, *, has_state: bool) -> bool:
    """Subjects and objects act, and what follows "by" or "between"; bodies only as subjects or of a named state."""
    nouns = _nouns()
    head = token
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    is_vague = not nouns.vague.isdisjoint((token.lemma_.lower(), token.lower_)) and not has_state
    if is_vague and not (head.dep_ == "nsubj" and (_is_specific(token) or token.lemma_.lower() in nouns.people)):
        return False
    if not has_state and _is_pair(token):
        return False
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in nouns.measures:
        head = head.head.head
    if head.dep_ in ("nsubj", "nsubjpass", "ROOT"):
        return True
    is_body = token.lemma_.lower() not in nouns.people
    if head.dep_ in _SUBJECTS:
        return has_state or not is_body or token.lemma_.lower() in organs_of_state()
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in _PARTNERS
        and (has_state or (not is_body and head.head.lower_ != "for"))
    )


def _is_pair(token: Token) -> bool:
    """As in "the two sides", "both ministers", "the parties": such a phrase takes up two who were named before."""
    before = {child.lower_ for child in token.lefts}
    if any(child.dep_ in ("amod", "compound", "nmod") for child in token.lefts):
        return False
    if "both" in before or ("two" in before and "the" in before):
        return True
    return token.tag_ == "NNS" and "the" in before and token.lemma_.lower() in ("side", "party", "delegation")


def _is_specific(token: Token) -> bool:
    """As in "Two men", "paramilitary organization": counted, or with a modifier that tells the sector."""
    modifiers = [child for child in token.children if child.dep_ in ("amod", "compound", "nummod")]
    if any(child.dep_ == "nummod" for child in modifiers) or _is_of_people(token):
        return True
    return bool(modifiers) and describe_actor(token.doc[modifiers[0].i : token.i + 1].text).sector is not None


def _is_of_people(token: Token) -> bool:
    """As in "families of missing persons", "parents of pupils"."""
    return any(
        grand.lemma_.lower() in _nouns().people
        for child in token.rights
        if child.text == "of"
        for grand in child.children
    )


def _span(doc: Doc, head: Token, taken: dict[int, Name]) -> tuple[int, int]:
    """The head with its modifiers; with its "of" complement where the head only says how many."""
    tokens = doc.tokens
    start = head.i
    while start > head.sent.start:
        before = tokens[start - 1]
        name = taken.get(before.i)
        if before.tag_ == "POS" and _is_kind_of_owner(doc, start - 2, head):
            start -= 2
            continue
        if before.tag_ in _QUANTITIES or before.tag_ in ("POS", ",", "CC", "IN", "TO"):
            break
        if name is not None and _is_of_the_past(doc, name):
            start = name.start - 1
            break
        if name is not None and _is_own_name(name, before):
            break
        if before.dep_ not in _LEFT and name is None:
            break
        start -= 1
    while start < head.i and (tokens[start].is_punct or tokens[start].tag_ in ("RB", "RBR")):
        start += 1
    start = _hyphenated_start(doc, start, head, taken)
    end = head.i + 1
    if head.lemma_.lower() in _nouns().measures and end < len(tokens) and tokens[end].text == "of":
        end = max((child.i + 1 for child in tokens[end].children if child.dep_ == "pobj"), default=end)
        if any(_is_own_name(taken[token.i], token) for token in tokens[head.i + 1 : end] if token.i in taken):
            end = head.i + 1
    return start, end


def _compound_start(doc: Doc, start: int, head: Token, taken: Mapping[int, Name]) -> int:
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
        and head.lemma_.lower() not in _nouns().people
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


def _whole(doc: Doc, start: int, end: int, taken: Mapping[int, Name]) -> tuple[int, int]:
    """The phrase with its possessor and place names before, and its complement after."""
    tokens = doc.tokens
    floor = tokens[start].sent.start
    first = start
    while first > floor and (
        tokens[first - 1].tag_ in ("POS", "NNP", "NNPS", "JJ", "HYPH")
        or tokens[first - 1].text in _HYPHENS
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
