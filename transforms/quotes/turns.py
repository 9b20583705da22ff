"""Paragraphs that are one utterance: turns of an interview or a transcript, and headlines that name their speaker."""

import re
from collections.abc import Sequence

from transforms.places.actor_tables import find_known, known_organizations
from transforms.quotes.cues import cues
from transforms.quotes.labels import credited_headline, explains, headed_headline, is_no_label, is_title, is_topic
from transforms.quotes.persons import is_person
from transforms.quotes.speech import ParagraphQuotes, Speech

# "WALLACE: …", "Ruiz: …" at the start of a paragraph.
_TURN = re.compile(
    r"""\s*["“]?(?P<name>[A-Z][\w.’'-]*(?:[ ](?:[A-Z][\w.’'-]*|de|al|van|von|bin)){0,4})
    (?:[ ]\([^()\n]{1,40}\))?  # the party: "Ruiz (Green)"
    \s?:[ ]?(?=["“]?\w)""",
    re.VERBOSE,
)
LEAST_WORDS = 3
_LONGEST_NAME = 60  # characters
_ASKED = ("?", "?”", '?"', "?’", "?'")


def credited(current: ParagraphQuotes) -> Speech | None:
    """A headline that begins or ends with who says it: `Minister: talks will go on`, `Talks will go on in May — minister`."""
    found = headed_headline(current.paragraph.doc.tokens)
    if found is not None and not any(stretch.outer_start <= found[0].idx + 2 for stretch in current.stretches):
        colon, speaker = found
        start = current.text.index(":") + 1
        told = current.text[start:]
        offset = current.paragraph.char_start + start + len(told) - len(told.lstrip())
        end = current.paragraph.char_start + len(current.text.rstrip())
        return Speech(offset, end, current.paragraph, speaker, colon.doc[colon.i : colon.i + 1])
    found = credited_headline(current.paragraph.doc.tokens)
    if found is None or any(stretch.outer_end >= found[0].idx - 1 < stretch.end for stretch in current.stretches):
        return None
    dash, speaker = found
    offset = current.paragraph.char_start
    start, end = 0, len(current.text[: dash.idx].rstrip())
    if current.stretches and not current.text[: current.stretches[0].outer_start].strip():
        if current.stretches[0].outer_end != end:
            return None
        start, end = current.stretches[0].start, current.stretches[0].end  # "“We will go” - union leader"
    return Speech(offset + start, offset + end, current.paragraph, speaker, dash.doc[dash.i : dash.i + 1])


def partners_of(paragraphs: Sequence[ParagraphQuotes]) -> frozenset[str]:
    """The names that take turns in an interview: paragraphs in a row with a name each, where one asks another."""
    turns = [_TURN.match(part.text) if ":" in part.text[:_LONGEST_NAME] else None for part in paragraphs]
    found: set[str] = set()
    run: list[re.Match[str]] = []
    is_interview = False
    for part, turn, answer in zip(paragraphs, turns, (*turns[1:], None), strict=True):
        if turn is None:
            run, is_interview = [], False
            continue
        run.append(turn)
        asks = answer is not None and turn["name"] != answer["name"] and part.text.rstrip().endswith(_ASKED)
        is_interview = is_interview or asks
        if is_interview:
            found.update(one["name"] for one in run)
    return frozenset(found)


def turn(
    current: ParagraphQuotes, *, is_headline: bool, is_transcript: bool, partners: frozenset[str]
) -> Speech | None:
    """A paragraph that is one turn in a transcript, or a headline of that form: `Ruiz: No talks before May`."""
    doc, whole = current.paragraph.doc, current.text
    match = _TURN.match(whole)
    if not match or (match["name"] not in partners and not _may_tell(match["name"], is_headline=is_headline)):
        return None
    is_partner, is_upper = match["name"] in partners, match["name"].isupper()
    told = whole[match.end() :]
    if is_headline and not is_partner and (is_topic(match["name"], told) or explains(told)):
        return None
    name = doc.char_span(*match.span("name"), alignment_mode="expand")
    place = whole.rindex(":", 0, match.end())
    colon = doc.char_span(place, place + 1, alignment_mode="expand")
    span = _turn_span(current, match.end(), is_partner=is_partner)
    if name is None or colon is None or span is None:
        return None
    is_name = (
        is_transcript or (is_headline and (is_person(name.root) or _is_body(match["name"])))
        if is_upper
        else is_headline or all(t.pos_ == "PROPN" or t.ent_type_ == "PERSON" for t in name)
    )
    if not is_name and not is_partner:
        return None
    offset = current.paragraph.char_start
    verbatim = is_partner or (is_upper and (is_transcript or is_person(name.root)))
    return Speech(offset + span[0], offset + span[1], current.paragraph, name, colon, verbatim=verbatim)


def _is_body(label: str) -> bool:
    """Whether a label in capitals is no dateline but the name of an organization: "UN: …"."""
    return find_known(label.split(), (known_organizations(),)) is not None


def _may_tell(label: str, *, is_headline: bool) -> bool:
    if not is_no_label(label):
        return True
    return is_headline and (label.lower() in cues().headline_sources or (label.isupper() and _is_body(label)))


def _turn_span(current: ParagraphQuotes, start: int, *, is_partner: bool) -> tuple[int, int] | None:
    """The words of a turn without marks around them all; None where they are too few, or only some stand in marks."""
    text = current.text.rstrip()
    end = len(text)
    if len(text[start:].split()) < (1 if is_partner else LEAST_WORDS):
        return None
    for stretch in current.stretches:
        if stretch.outer_start != start:
            continue
        is_whole = stretch.outer_end >= end - 1  # else "Ruiz: “…” The talks went on."
        is_named = not is_partner and is_title(text[stretch.start : stretch.end])
        return (stretch.start, stretch.end) if is_whole and not is_named else None
    return start, end - (text[end - 1] == '"' and start > 0 and text.lstrip()[:1] == '"')
