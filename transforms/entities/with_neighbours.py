"""Names with the numbers and marks beside them that are theirs: "97th Avenue", "Highway 29", "2012 Harbor Games"."""

import re
from dataclasses import replace

from transforms.entities.gazetteer import context_words, name_cues
from transforms.entities.names import Name
from transforms.parsing.tokens import Doc

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NUMBER = re.compile(r"\d{1,4}[A-Za-z]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TRADEMARKS = ("\N{TRADE MARK SIGN}", "\N{REGISTERED SIGN}")


def with_neighbours(doc: Doc, name: Name) -> Name:
    """The name with what stands right beside it and is a part of it."""
    return _with_site(doc, _with_mark(doc, _with_number(doc, _with_ordinal(doc, _with_year(doc, name)))))


def _with_ordinal(doc: Doc, name: Name) -> Name:
    tokens = doc.tokens
    is_street = name.kind in ("PLACE", "OTHER") and tokens[name.start].text in name_cues().streets
    if is_street and name.start > 0 and _ORDINAL.fullmatch(tokens[name.start - 1].text):
        return replace(name, start=name.start - 1, kind="PLACE")
    return name


def _with_year(doc: Doc, name: Name) -> Name:
    """As in "2012 Harbor Games": the year tells which of them it is."""
    tokens = doc.tokens
    is_held = name.kind == "EVENT" and name.start > tokens[name.start].sent.start
    return replace(name, start=name.start - 1) if is_held and _YEAR.fullmatch(tokens[name.start - 1].text) else name


def _with_number(doc: Doc, name: Name) -> Name:
    tokens = doc.tokens
    kind = name_cues().numbered.get(tokens[name.end - 1].text) if name.known is None else None
    if kind is not None and name.end < len(tokens) and _NUMBER.fullmatch(tokens[name.end].text):
        return replace(name, end=name.end + 1, kind=kind)
    return name


def _with_site(doc: Doc, name: Name) -> Name:
    """A name with what is called after it: "St Bride" + "'s Hospital", "King" + "'s College"."""
    tokens = doc.tokens
    if name.known is not None or name.end + 1 >= len(tokens) or tokens[name.end].tag_ != "POS":
        return name
    is_saint = name.end - name.start > 1 and tokens[name.start].text in context_words("saints")
    if not is_saint and (name.end - name.start > 1 or name.kind == "PLACE"):
        return name
    return replace(name, end=name.end + 2, kind="ORG") if tokens[name.end + 1].text in context_words("sites") else name


def _with_mark(doc: Doc, name: Name) -> Name:
    """A name with the trademark sign or the mark of its own that follows it: "Ready Or Not?" before a small letter."""
    tokens = doc.tokens
    if name.end >= len(tokens) or tokens[name.end - 1].idx + len(tokens[name.end - 1]) < tokens[name.end].idx:
        return name
    mark, after = tokens[name.end].text, tokens[name.end + 1].text if name.end + 1 < len(tokens) else ""
    is_title = name.kind == "OTHER" and name.end - name.start > 1 and mark in ("?", "!") and after.islower()
    return replace(name, end=name.end + 1) if is_title or mark in _TRADEMARKS else name
