"""Utterances across the paragraphs of an article: who goes on speaking, cues with a colon, names after a dash."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.record import record
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span
from transforms.quotes.clauses import speaker_span, subject_of
from transforms.quotes.cues import SPOKEN, cues
from transforms.quotes.direct import Utterance, find_utterances
from transforms.quotes.direct_cues import QuotedText, person_told_of
from transforms.quotes.labels import credited_headline, explains, headed_headline, is_no_label, is_title, is_topic
from transforms.quotes.marks import Stretch, find_stretches
from transforms.quotes.persons import is_person

# "― Ana Ruiz, Denver" after a quote.
_SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\n,(―—–]{1,90}?)\s*(?=$|[,(\n―—–])")
# "WALLACE: …", "Ruiz: …" at the start of a paragraph.
_TURN = re.compile(
    r"""\s*["“]?(?P<name>[A-Z][\w.’'-]*(?:[ ](?:[A-Z][\w.’'-]*|de|al|van|von|bin)){0,4})
    (?:[ ]\([^()\n]{1,40}\))?  # the party: "Ruiz (Green)"
    \s?:[ ]?(?=["“]?\w)""",
    re.VERBOSE,
)
# One alone is a dateline: "RIGA: The talks …".
_CAPITAL_TURN = re.compile(r"\s*[\"“]?[A-Z][A-Z.’' -]+\s?: ?(?=[\"“]?\w)")
_LEAST_WORDS = 3
# A quote is direct when at least this share of its characters stands between quotation marks.
VERBATIM = 0.8
_LONGEST_NAME = 60  # characters
_ASKED = ("?", "?”", '?"', "?’", "?'")
_LONGEST_CUE = 30  # words


@record()
class Speech:
    """An attributed or unattributed utterance in articles.text. `paragraph` is that of the cue and the speaker."""

    start: int
    end: int
    paragraph: Paragraph
    speaker: Span | None
    cue: Span | None
    verbatim: bool = False


@record()
class ParagraphQuotes:
    """A paragraph with its text, quoted stretches and utterances, offsets counted from the paragraph's start."""

    paragraph: Paragraph
    text: str
    stretches: tuple[Stretch, ...]
    utterances: tuple[Utterance, ...]


def find_speeches(paragraphs: Sequence[ParagraphQuotes]) -> list[Speech]:
    """The direct speech of an article, in order."""
    speeches: list[Speech] = []
    is_transcript = sum(bool(_CAPITAL_TURN.match(part.text)) for part in paragraphs) > 1
    partners = _partners(paragraphs)
    for index, current in enumerate(paragraphs):
        previous = paragraphs[index - 1] if index else None
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        whole = _turn(current, is_headline=_is_headline(current, index), is_transcript=is_transcript, partners=partners)
        whole = whole or (_credited(current) if _is_headline(current, index) else None)
        whole = whole or (_block(previous, current) if previous is not None else None)
        if whole is not None:
            speeches.append(whole)
            continue
        for utterance in current.utterances:
            _add(speeches, utterance, (previous, current, following))
    return speeches


def _is_headline(current: ParagraphQuotes, index: int) -> bool:
    return index == 0 or current.paragraph.kind == "headline"


def _add(
    speeches: list[Speech],
    utterance: Utterance,
    paragraphs: tuple[ParagraphQuotes | None, ParagraphQuotes, ParagraphQuotes | None],
) -> None:
    """Put an utterance behind the speeches so far, joined to the last of them where it goes on with it."""
    previous, current, following = paragraphs
    speech = _speech(current, utterance)
    opens = utterance is current.utterances[0] and _opens_paragraph(current, utterance)
    if opens and speeches and previous and _goes_on(previous, current, speech, speeches[-1]):
        last = speeches[-1]
        if not _is_broken(previous, last, speech):
            speeches[-1] = _joined(last, speech)
            return
        speech = replace(speech, paragraph=last.paragraph, speaker=last.speaker, cue=last.cue)
    if speech.cue is None:
        speech = _signed(current, utterance, following, speech)
    if speech.cue is None and previous is not None and opens:
        speech = _announced(previous, speech, is_marked=True)
    if speech.cue is None and speeches and speeches[-1].paragraph is current.paragraph:
        speech = replace(speech, speaker=speeches[-1].speaker, cue=speeches[-1].cue)
    speeches.append(speech)


def paragraph_quotes(paragraph: Paragraph) -> ParagraphQuotes:
    """The paragraph with its stretches and utterances."""
    text = paragraph.doc.text
    stretches = find_stretches(text)
    utterances = find_utterances(QuotedText(paragraph.doc, text, stretches)) if stretches else []
    return ParagraphQuotes(paragraph, text, stretches, tuple(utterances))


def _speech(current: ParagraphQuotes, utterance: Utterance) -> Speech:
    offset = current.paragraph.char_start
    return Speech(offset + utterance.start, offset + utterance.end, current.paragraph, utterance.speaker, utterance.cue)


def _opens_paragraph(current: ParagraphQuotes, utterance: Utterance) -> bool:
    return not current.text[: current.stretches[utterance.first].outer_start].strip()


def _goes_on(previous: ParagraphQuotes, current: ParagraphQuotes, speech: Speech, last: Speech) -> bool:
    """Whether the utterance that ended the paragraph before goes on: left open, or closed with no new cue given."""
    if not previous.utterances or last.end < previous.paragraph.char_start:
        return False
    final = previous.stretches[previous.utterances[-1].last]
    if not final.closed:
        return (
            speech.cue is None
            or last.cue is None
            or (speech.speaker is not None and speech.speaker.root.pos_ == "PRON")
        )
    if current.text[current.stretches[0].outer_start] != previous.text[final.outer_start]:
        return False  # a heading or a name in marks of another kind
    rest = previous.text[final.outer_end :].strip(" .\n")
    cue_alone = previous.utterances[-1].cue is not None and len(rest.split()) <= _LONGEST_CUE and ". " not in rest
    ends = not rest or cue_alone
    return speech.cue is None and last.cue is not None and ends


def _is_broken(previous: ParagraphQuotes, last: Speech, speech: Speech) -> bool:
    """Whether so much of the article stands between two utterances that together they are no direct speech."""
    final = previous.stretches[previous.utterances[-1].last]
    between = len(previous.text[final.outer_end :].strip())
    return between > (1 - VERBATIM) * (speech.end - last.start)


def _joined(last: Speech, speech: Speech) -> Speech:
    if last.cue is None:
        return replace(speech, start=last.start)
    return replace(last, end=speech.end)


def _block(previous: ParagraphQuotes, current: ParagraphQuotes) -> Speech | None:
    """A paragraph without marks that the one before announces: `The mayor added:`."""
    text = current.text.rstrip()
    if current.utterances or len(text.split()) < _LEAST_WORDS or not previous.text.rstrip().endswith(":"):
        return None
    offset = current.paragraph.char_start
    speech = Speech(offset, offset + len(text), current.paragraph, None, None)
    speech = _announced(previous, speech, is_marked=False)
    cue = speech.cue.root if speech.cue is not None else None
    if cue is None or "statement" not in cues().verb(cue.lemma_):
        return None
    return None if any(child.dep_ in ("ccomp", "xcomp", "dobj", "prep") for child in cue.rights) else speech


def _announced(previous: ParagraphQuotes, speech: Speech, *, is_marked: bool) -> Speech:
    """The cue and speaker of a paragraph before that ends with a colon: `Ruiz told reporters:`, `Ruiz was blunt:`."""
    doc = previous.paragraph.doc
    if not previous.text.rstrip().endswith(":"):
        return speech
    sentence = list(list(doc.sents)[-1])
    for token in reversed(sentence):
        is_noun = token.tag_[0] == "N" and token.lemma_ in cues().nouns and token.head.tag_[0] == "V"
        if is_noun or (token.tag_[0] == "V" and cues().verb(token.lemma_) & SPOKEN):
            subject = subject_of(token.head if is_noun else token)
            if subject is not None:
                return replace(
                    speech,
                    paragraph=previous.paragraph,
                    speaker=speaker_span(subject),
                    cue=doc[token.i : token.i + 1],
                )
    colon = next(token for token in reversed(sentence) if not token.is_space)
    person = person_told_of(sentence[: sentence.index(colon) + 1]) if is_marked else None
    if person is None:
        return speech
    return replace(speech, paragraph=previous.paragraph, speaker=speaker_span(person), cue=doc[colon.i : colon.i + 1])


def _signed(
    current: ParagraphQuotes, utterance: Utterance, following: ParagraphQuotes | None, speech: Speech
) -> Speech:
    """The name after a dash behind the quote, in its paragraph or alone in the next one."""
    places = [(current.paragraph, current.stretches[utterance.last].outer_end)]
    if following is not None and not current.text[places[0][1] :].strip():
        places.append((following.paragraph, 0))
    for paragraph, position in places:
        match = _SIGNATURE.match(paragraph.doc.text, position)
        if match:
            name = paragraph.doc.char_span(*match.span("name"), alignment_mode="expand")
            dash = paragraph.doc.char_span(match.start("dash"), match.end("dash"), alignment_mode="expand")
            if name is not None and dash is not None:
                return replace(speech, paragraph=paragraph, speaker=name, cue=dash)
    return speech


def _credited(current: ParagraphQuotes) -> Speech | None:
    """A headline that begins or ends with who says it: `Minister: talks will go on`, `Talks will go on in May — minister`."""
    found = headed_headline(current.paragraph.doc.tokens) if not current.stretches else None
    if found is not None:
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
    if current.stretches and not current.text[: current.stretches[0].outer_start].strip():
        return None  # words in marks, which the signature behind them tells whose they are
    offset = current.paragraph.char_start
    end = len(current.text[: dash.idx].rstrip())
    return Speech(offset, offset + end, current.paragraph, speaker, dash.doc[dash.i : dash.i + 1])


def _partners(paragraphs: Sequence[ParagraphQuotes]) -> frozenset[str]:
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


def _turn(
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
        is_transcript or (is_headline and is_person(name.root))
        if is_upper
        else is_headline or all(t.pos_ == "PROPN" or t.ent_type_ == "PERSON" for t in name)
    )
    if not is_name and not is_partner:
        return None
    offset = current.paragraph.char_start
    return Speech(offset + span[0], offset + span[1], current.paragraph, name, colon, verbatim=is_partner or is_upper)


def _may_tell(label: str, *, is_headline: bool) -> bool:
    return not is_no_label(label) or (is_headline and label.lower() in cues().headline_sources)


def _turn_span(current: ParagraphQuotes, start: int, *, is_partner: bool) -> tuple[int, int] | None:
    """The words of a turn without marks around them all; None where they are too few, or only some stand in marks."""
    text = current.text.rstrip()
    end = len(text)
    if len(text[start:].split()) < (1 if is_partner else _LEAST_WORDS):
        return None
    for stretch in current.stretches:
        if stretch.outer_start != start:
            continue
        is_whole = stretch.outer_end >= end - 1  # else "Ruiz: “…” The talks went on."
        is_named = not is_partner and is_title(text[stretch.start : stretch.end])
        return (stretch.start, stretch.end) if is_whole and not is_named else None
    return start, end - (text[end - 1] == '"' and start > 0 and text.lstrip()[:1] == '"')
