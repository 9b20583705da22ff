"""Repairs of the names that spaCy's small model finds: titles, articles and marks inside, two names glued into one."""

from collections.abc import Iterator

from transforms.entities.gazetteer import context_words, given_names, is_abbreviated_region, name_cues
from transforms.entities.group_nouns import group_nouns
from transforms.entities.name_kinds import cue_of
from transforms.entities.name_parts import is_demonym, parts
from transforms.entities.name_words import is_before_street, is_name_word, is_no_name, is_person_word
from transforms.entities.offices import is_head, is_honorific, is_modifier, is_regnal
from transforms.entities.place_signs import is_known_place
from transforms.parsing.tokens import Doc, Span, Token
from transforms.places.actors import describe_actor

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
    if start == end:
        return found  # marks alone
    while kind == "PERSON" and end - start > 1 and (tokens[end - 1].text.isdigit() or tokens[end - 1].text in _DASHES):
        end -= 1  # an age or a score: "Ann Lee 67", "Bilbao 2-1"
    if kind == "PERSON" and opens_with_noun(doc, start, end):
        start += 1
    if kind == "ORG" and _opens_with_its_people(doc, start, end):
        start += 2
    start = _after_title(doc, start, end, kind)
    if (start, end) != found:
        start, end = found = trimmed(doc, start, end)
    end = _before_title(doc, start, end, kind)
    if kind not in ("LAW", "EVENT"):
        start, end = _capitalized(doc, start, end)
    return found if (start, end) == found else trimmed(doc, start, end)


def opens_with_noun(doc: Doc, start: int, end: int) -> bool:
    """As in "Developer Ann Roe said": what opens a sentence and tells what the person behind it is."""
    if end - start <= 2:  # noqa: PLR2004 - a noun and two names
        return False
    first = doc.tokens[start]
    is_noun = first.is_sent_start and first.lower_ in group_nouns().people and first.text not in given_names()
    return is_noun and all(map(is_person_word, doc.tokens[start + 1 : end]))


def _opens_with_its_people(doc: Doc, start: int, end: int) -> bool:
    """As in "Chiefs of Disney met": what opens a sentence and tells who of the body is meant."""
    tokens = doc.tokens
    first = tokens[start]
    is_plural = first.is_sent_start and first.lower_.endswith("s") and first.lower_[:-1] in group_nouns().people
    is_of = is_plural and start + 2 < end and tokens[start + 1].text == "of"
    return is_of and describe_actor(doc[start + 2 : end].text).name is not None


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
        or (end - 1 > start and is_no_name(last) and last.text not in name_cues().last)
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


def _after_title(doc: Doc, start: int, end: int, kind: str) -> int:
    """Where the name itself starts when a form of address or an office stands inside the span."""
    tokens = doc.tokens
    name = start
    for position in range(start, end - 1):
        token = tokens[position]
        is_last_but_one = position == end - 2
        if is_before_street(token) or (kind == "PERSON" and position > start and _is_name_too(doc, position)):
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
        and (before.text in given_names() or not (is_demonym(before.text) or is_known_place(before.text)))
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
