"""Repairs of the names that spaCy's small model finds: titles, articles and marks inside, two names glued into one."""

from collections.abc import Iterator

from transforms.entities.gazetteer import context_words, given_names, is_abbreviated_region, name_cues
from transforms.entities.name_kinds import cue_of
from transforms.entities.name_words import is_name_word, is_no_name, is_person_word
from transforms.entities.offices import is_head, is_honorific, is_modifier, is_regnal
from transforms.entities.place_signs import is_known_place
from transforms.entities.words_text import words_text
from transforms.parsing.tokens import Doc, Span, Token
from transforms.places.actor_tables import ranks
from transforms.places.countries import country_of, demonym_country

KIND_OF_LABEL = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "OTHER",
    "NORP": "GROUP",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "WORK_OF_ART": "OTHER",
    "PRODUCT": "OTHER",
}
_LEADING = frozenset(("DT", "POS", "IN", "CC", "PRP$", "RB", "RBS", "RBR", "WDT", "WP", "MD", "VBD", "VBZ", "VBP"))
_TRAILING = frozenset(
    (
        *("POS", "DT", "CC", "IN", "TO", "PRP", "PRP$", ",", ":", "``", "''", "-LRB-", "HYPH"),
        *("VBD", "VBZ", "VBP", "MD", "RB"),
    )
)
_TITLES = frozenset(("OTHER", "LAW", "EVENT"))
_QUOTES = frozenset(('"', "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"))
_DASHES = frozenset(("-", "–", "—", "--"))
_BRACKETS = frozenset(("<", ">"))  # of a share's sign: "Teck Corp <TEK>"
_MARKS = frozenset(("'s", "’s", "'", "’", '"', ".", "s", "“", "”", "‘", *_BRACKETS))


def repaired(ent: Span) -> Iterator[tuple[int, int, str]]:
    """The names inside one entity of the model, as token spans with the kind that its label says."""
    kind = KIND_OF_LABEL.get(ent.label_)
    if kind is None:
        return
    doc = ent.doc
    for part_start, part_end, part_kind in parts(doc, ent.start, ent.end, kind):
        start, end = _bare(doc, part_start, part_end, part_kind)
        if part_kind not in _TITLES:
            after = (token.i for token in doc.tokens[start:end] if _is_plain_verb(token) or token.text in _BRACKETS)
            verb = next(after, end)
            start, end = (start, end) if verb == end else trimmed(doc, start, verb)  # "Victoria reaches 40C"
        words = doc.tokens[start:end]
        if (
            start < end
            and any(token.text[:1].isupper() for token in words)
            and not (part_kind in _TITLES and any(_is_plain_verb(token) for token in words))
            and not all(is_no_name(token) for token in words)
        ):
            yield start, end, part_kind


def _is_plain_verb(token: Token) -> bool:
    """A verb in small letters: what holds one is a sentence and no title ("Lee accused Roe of being a Whig")."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.text.islower()


def _bare(doc: Doc, start: int, end: int, kind: str) -> tuple[int, int]:
    tokens = doc.tokens
    start, end = found = trimmed(doc, start, end)
    while kind == "PERSON" and end - start > 1 and (tokens[end - 1].text.isdigit() or tokens[end - 1].text in _DASHES):
        end -= 1  # an age or a score: "Ann Lee 67", "Bilbao 2-1"
    start = _after_title(doc, start, end, kind)
    if (start, end) != found:
        start, end = found = trimmed(doc, start, end)
    end = _before_title(doc, start, end, kind)
    if kind not in ("LAW", "EVENT"):
        start, end = _capitalized(doc, start, end)
    return found if (start, end) == found else trimmed(doc, start, end)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles, verbs and marks at its ends."""
    tokens = doc.tokens
    while start < end and (
        _is_mark(first := tokens[start])
        or (first.tag_ in _LEADING and not is_inner_capital(doc, start))
        or (end - start > 2 and first.text in name_cues().credits)  # noqa: PLR2004 - a name of two words may be left
    ):
        start += 1
    while end > start and (
        (last := tokens[end - 1]).is_space
        or (last.tag_ in _TRAILING and not (end - start == 1 and _is_in_capitals(last)))
        or last.text in _MARKS
        or (end - 1 > start and is_no_name(last))
    ):
        end -= 1
    if end < len(tokens) and tokens[end].text == "." and start < end and is_abbreviated_region(doc[start:end].text):
        end += 1
    return start, end


def _is_in_capitals(token: Token) -> bool:
    """As in "the agency SONNA", a verb to the tagger."""
    return token.text.isupper() and token.text.isalpha() and len(token) > 2  # noqa: PLR2004 - initialisms are longer than "AM"


def _is_mark(token: Token) -> bool:
    return not token.text.isalnum() and (token.is_punct or token.is_space or token.text in _BRACKETS)


def _capitalized(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without common nouns around the name: "eastern Lagos district"."""
    tokens = doc.tokens
    while (
        end > start + 1
        and not any(token.text == "ministry" for token in tokens[start : end - 1])
        and tokens[end - 1].tag_ in ("NN", "NNS")
        and tokens[end - 1].text.islower()
        and tokens[end - 2].text != "-"
    ):
        end -= 1
    while (
        start < end - 1
        and tokens[start].text.isalpha()
        and tokens[start].text.islower()
        and tokens[start].text not in context_words("particles")
    ):
        start += 1
    return start, end


def is_inner_capital(doc: Doc, position: int) -> bool:
    """True for "In" of a title in the middle of a sentence; False for articles and at a sentence's start."""
    token = doc.tokens[position]
    return bool(token.text[:1].isupper() and not token.is_sent_start and token.tag_ not in ("DT", "POS", "CC", "PRP$"))


def parts(doc: Doc, start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """One entity of the model cut where it glues names together.

    "… Foreign Ministry Ann Lee" is a body and a person named by two or three words; "Hull, Leeds" are two towns.
    """
    tokens = doc.tokens
    comma = next(
        (token.i for token in tokens[start:end] if not token.text.isalnum() and _parts_names(doc, token, end)), None
    )
    if comma is not None and kind in ("PLACE", "ORG", "PERSON") and not _is_suffix(doc, comma + 1, end):
        return [(start, comma, kind), *parts(doc, comma + 1, end, kind)]
    if kind == "PERSON" and end - start > 1 and _is_demonym(tokens[start].text):
        return [(start + 1, end, kind)]  # "Tanzanian Maasai", "French Henri Martin"
    if kind == "PERSON" and _opens_with_place(doc, start, end):
        return [(start, start + 1, "PLACE"), (start + 1, end, kind)]
    if kind == "PERSON" and (office := _office_of_place(doc, start, end)) is not None:
        return [(start, office, "PLACE"), (office + 1, end, kind)]
    if kind in ("ORG", "PERSON") and (of := _end_of_person(doc, start, end)) is not None:
        return [(start, of, "PERSON"), *parts(doc, of + 1, end, "ORG")]
    if kind in ("ORG", "OTHER", "PERSON") and (name := _name_behind(doc, start, end)) is not None:
        state = [(start, name, "PLACE")] if not is_head(tokens[name - 1]) else []
        return [*state, (name, end, "PERSON")]
    if kind in ("ORG", "PERSON"):
        cues = name_cues().last
        for size in (2, 3):
            split = end - size
            if (
                split - 1 > start
                and tokens[split - 1].text in cues
                and all(is_person_word(token) for token in tokens[split:end])
            ):
                return [(start, split, cues[tokens[split - 1].text]), (split, end, "PERSON")]
    return [(start, end, kind)]


def _end_of_person(doc: Doc, start: int, end: int) -> int | None:
    """Where a person ends who is told with a town or firm: "Ann Roe" of "Ann Roe of Sunhill"."""
    tokens = doc.tokens
    of = next((token.i for token in tokens[start + 2 : min(end - 1, start + 4)] if token.text == "of"), None)
    if of is None or not all(is_person_word(token) for token in tokens[start:of]):
        return None
    who = doc[start:of].root
    speaks = who.dep_ == "nsubj" and who.head.lemma_ in context_words("reporting")
    return of if speaks or is_given_name(tokens[start].text) else None


def _name_behind(doc: Doc, start: int, end: int) -> int | None:
    """Where a person's name begins behind a rank or a state: "General" + "Milan Roe", "Great Britain" + "Ann Roe"."""
    tokens = doc.tokens
    for name in range(start + 1, min(start + 4, end - 1)):
        if not all(is_person_word(token) for token in tokens[name:end]) or not is_given_name(tokens[name].text):
            continue
        before = words_text(doc, start, name)
        if before.lower() in ranks() or country_of(before) is not None:
            return name
    return None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, one that is a town's too among them."""
    return word in given_names() or word.lower() in context_words("given_places")


def _opens_with_place(doc: Doc, start: int, end: int) -> bool:
    """As in "In Kisumu Ann Roe spoke": a town after a preposition, then a given name and a surname."""
    tokens = doc.tokens
    return (
        end - start > 2  # noqa: PLR2004 - a town and two names
        and start > 0
        and tokens[start - 1].lower_ in ("in", "from", "near")
        and tokens[start + 1].text in given_names()
        and tokens[start].text not in given_names()
        and is_known_place(tokens[start].text)
    )


def _office_of_place(doc: Doc, start: int, end: int) -> int | None:
    """Where the office stands between a town and who holds it: "Lagos MP Ann Roe"."""
    office = next((token.i for token in doc.tokens[start + 1 : end - 1] if is_head(token)), None)
    return office if office is not None and is_known_place(words_text(doc, start, office)) else None


def _parts_names(doc: Doc, token: Token, end: int) -> bool:
    """Whether a mark stands between two names: a comma, a dash between spaces, a bracket or quotation mark alone."""
    tokens = doc.tokens
    if token.text in (",", ";", "|"):
        return True
    if token.text in _DASHES:
        return token.i > 0 and tokens[token.i - 1].idx + len(tokens[token.i - 1]) < token.idx
    if token.text in _QUOTES:
        return not any(other.text in _QUOTES for other in tokens[token.i + 1 : end])
    return token.text == "(" and all(other.text != ")" for other in tokens[token.i : end])


def _is_demonym(word: str) -> bool:
    return demonym_country(word) is not None and word not in given_names()


def _is_suffix(doc: Doc, start: int, end: int) -> bool:
    """As in "Inc." of a company, "Jr." of a person, "Food and Drugs" of a long office."""
    return end - start == 1 and doc.tokens[start].text.rstrip(".") in (
        "Inc",
        "Ltd",
        "LLC",
        "LLP",
        "Jr",
        "Sr",
        "PLC",
        "Corp",
        "Co",
    )


def _after_title(doc: Doc, start: int, end: int, kind: str) -> int:
    """Where the name itself starts when a form of address or an office stands inside the span."""
    tokens = doc.tokens
    name = start
    for position in range(start, end - 1):
        token = tokens[position]
        is_last_but_one = position == end - 2
        if kind == "PERSON" and position > start and _is_name_too(doc, position):
            break
        if (is_honorific(token) and not (is_regnal(token) and is_last_but_one)) or (
            is_head(token) and (kind == "PERSON" or (position > start and token.lower_ != "general"))
        ):
            name = position + 1
        elif not (is_modifier(token) or token.tag_ in ("POS", "JJ", "HYPH") or token.text[:1].isupper()):
            break
    if name == start or name >= end or not is_name_word(tokens[name]):
        return start
    if kind != "PERSON" and cue_of(doc, start, end) is not None:
        return start
    return name


def _is_name_too(doc: Doc, position: int) -> bool:
    """As in "Hassan Sheikh Omar": a form of address that is a name too, behind another name of the person."""
    before = doc.tokens[position - 1]
    return (
        doc.tokens[position].lower_ in context_words("names_too")
        and is_person_word(before)
        and (before.text in given_names() or not (_is_demonym(before.text) or is_known_place(before.text)))
    )


def _before_title(doc: Doc, start: int, end: int, kind: str) -> int:
    """Where the name ends when an office follows it inside the span: "US National Security Advisor"."""
    tokens = doc.tokens
    last = tokens[end - 1] if end > start else None
    if last is None or end - start < 2 or not is_head(last) or cue_of(doc, start, end) is not None:  # noqa: PLR2004
        return end
    if kind == "PERSON" and last.lower_ in context_words("surnames_too"):
        return end
    if kind not in ("PERSON", "ORG"):
        return end
    while end > start and (is_head(tokens[end - 1]) or is_modifier(tokens[end - 1])):
        end -= 1
    return end
