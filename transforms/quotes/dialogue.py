"""Utterances across the paragraphs of an article: who goes on speaking, cues with a colon, names after a dash."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span
from transforms.quotes.clauses import noun_holder, speaker_span
from transforms.quotes.cues import SPOKEN, cues
from transforms.quotes.dashed import dashed
from transforms.quotes.direct import Utterance, find_utterances
from transforms.quotes.direct_cues import person_told_of
from transforms.quotes.direct_speakers import person_of_sentence
from transforms.quotes.labels import is_no_label, is_title
from transforms.quotes.marks import find_stretches, opens_with_mark
from transforms.quotes.quoted_text import QuotedText
from transforms.quotes.speech import ParagraphQuotes, Speech
from transforms.quotes.subjects import subject_of
from transforms.quotes.turns import LEAST_WORDS, credited, partners_of, turn
from transforms.quotes.unclosed import ended

# "― Ana Ruiz, Denver" after a quote.
_SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>@\w+|[A-Z][^\n,(―—–]{1,90}?)\s*(?=$|[,(\n―—–])")
# One alone is a dateline: "RIGA: The talks …".
_CAPITAL_TURN = re.compile(r"\s*[\"“]?(?P<name>[A-Z][A-Z.’' -]+)\s?: ?(?=[\"“]?\w)")
# A quote is direct when at least this share of its characters stands between quotation marks.
VERBATIM = 0.8
_LONGEST_CUE = 30  # words


def find_speeches(paragraphs: Sequence[ParagraphQuotes]) -> list[Speech]:
    """The direct speech of an article, in order."""
    speeches: list[Speech] = []
    is_transcript = sum(map(_is_capital_turn, paragraphs)) > 1
    partners = partners_of(paragraphs)
    for index, current in enumerate(paragraphs):
        previous = paragraphs[index - 1] if index else None
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        whole = turn(current, is_headline=_is_headline(current, index), is_transcript=is_transcript, partners=partners)
        whole = whole or (credited(current) if _is_headline(current, index) else None)
        whole = whole or dashed(current) or (_block(previous, current) if previous is not None else None)
        if whole is not None:
            speeches.append(whole)
            continue
        for utterance in current.utterances:
            _add(speeches, utterance, (previous, current, following))
    return speeches


def _is_capital_turn(part: ParagraphQuotes) -> bool:
    match = _CAPITAL_TURN.match(part.text)
    return match is not None and not is_no_label(match["name"])


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
    if opens and speeches and previous and _answers(previous, current, speech, speeches[-1]):
        speeches.append(_by_other(speech, speeches))
        return
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
    is_bare = opens and _is_bare(current, utterance, following)
    if speech.cue is None and speech.speaker is None and previous is not None and is_bare:
        speaker = person_of_sentence(previous.paragraph.doc.tokens)
        speech = speech if speaker is None else replace(speech, paragraph=previous.paragraph, speaker=speaker)
    if speech.cue is None and speech.speaker is None and speeches and speeches[-1].paragraph is current.paragraph:
        speech = replace(speech, speaker=speeches[-1].speaker, cue=speeches[-1].cue)
    speeches.append(speech)


def paragraph_quotes(paragraph: Paragraph, following: Paragraph | None) -> ParagraphQuotes:
    """The paragraph with its stretches and utterances; an open stretch goes on where the next one opens with marks."""
    text = paragraph.doc.text
    stretches = find_stretches(text)
    if stretches and not stretches[-1].closed and not (following and opens_with_mark(following.doc.text)):
        stretches = (*stretches[:-1], ended(paragraph.doc, text, stretches[-1]))
    utterances = find_utterances(QuotedText(paragraph.doc, text, stretches)) if stretches else []
    return ParagraphQuotes(paragraph, text, stretches, tuple(utterances))


def _speech(current: ParagraphQuotes, utterance: Utterance) -> Speech:
    offset = current.paragraph.char_start
    return Speech(offset + utterance.start, offset + utterance.end, current.paragraph, utterance.speaker, utterance.cue)


def _opens_paragraph(current: ParagraphQuotes, utterance: Utterance) -> bool:
    return not current.text[: current.stretches[utterance.first].outer_start].strip()


def _is_bare(current: ParagraphQuotes, utterance: Utterance, following: ParagraphQuotes | None) -> bool:
    """Whether an utterance, and no title, is all that its paragraph has; an open one goes on in the next."""
    stretch = current.stretches[utterance.last]
    if not stretch.closed and (following is None or not opens_with_mark(following.text)):
        return False
    return not current.text[stretch.outer_end :].strip() and not is_title(current.text[stretch.start : stretch.end])


def _goes_on(previous: ParagraphQuotes, current: ParagraphQuotes, speech: Speech, last: Speech) -> bool:
    """Whether the utterance that ended the paragraph before goes on: left open, or closed with no new cue given."""
    if not previous.utterances or last.end < previous.paragraph.char_start:
        return False
    final = previous.stretches[previous.utterances[-1].last]
    if not final.closed:
        return speech.cue is None or last.cue is None or _is_named_before(speech.speaker)
    if current.text[current.stretches[0].outer_start] != previous.text[final.outer_start]:
        return False  # a heading or a name in marks of another kind
    rest = previous.text[final.outer_end :].strip(" .\n")
    cue_alone = previous.utterances[-1].cue is not None and len(rest.split()) <= _LONGEST_CUE and ". " not in rest
    ends = not rest or cue_alone
    return speech.cue is None and last.cue is not None and ends


def _is_named_before(speaker: Span | None) -> bool:
    """Whether a pronoun or what is read out stands for who speaks: `she said`, `the statement continued`."""
    return speaker is not None and (speaker.root.pos_ == "PRON" or speaker.root.lemma_ in cues().speech_nouns)


def _answers(previous: ParagraphQuotes, current: ParagraphQuotes, speech: Speech, last: Speech) -> bool:
    """Whether a paragraph that is one utterance without a cue follows a question that has one."""
    if speech.cue is not None or last.cue is None or not previous.utterances:
        return False
    asked = previous.stretches[previous.utterances[-1].last]
    is_whole = not current.text[current.stretches[current.utterances[0].last].outer_end :].strip()
    return is_whole and asked.closed and previous.text[asked.end - 1] == "?"


def _by_other(answer: Speech, speeches: Sequence[Speech]) -> Speech:
    """An answer with the one who spoke last before the one who asks; none where nobody else has spoken."""
    asks = speeches[-1].speaker
    for other in reversed(speeches):
        if other.speaker is not None and asks is not None and other.speaker.root.lower_ != asks.root.lower_:
            return replace(answer, paragraph=other.paragraph, speaker=other.speaker)
    return answer


def _is_broken(previous: ParagraphQuotes, last: Speech, speech: Speech) -> bool:
    """Whether so much of the article stands between two utterances that together they are no direct speech."""
    final = previous.stretches[previous.utterances[-1].last]
    between = len(previous.text[final.outer_end :].strip())
    return between > (1 - VERBATIM) * (speech.end - last.start)


def _joined(last: Speech, speech: Speech) -> Speech:
    if last.cue is None and speech.speaker is not None:
        return replace(speech, start=last.start)
    return replace(last, end=speech.end)


def _block(previous: ParagraphQuotes, current: ParagraphQuotes) -> Speech | None:
    """A paragraph without marks that the one before announces: `The mayor added:`."""
    text = current.text.rstrip()
    if current.utterances or len(text.split()) < LEAST_WORDS or not previous.text.rstrip().endswith(":"):
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
    place = next(place for place in range(len(sentence) - 1, -1, -1) if not sentence[place].is_space)
    colon, noun = sentence[place], sentence[place - 1]
    person = person_told_of(sentence[: place + 1]) if is_marked else None
    if person is not None:
        cue = doc[colon.i : colon.i + 1]
        return replace(speech, paragraph=previous.paragraph, speaker=speaker_span(person), cue=cue)
    if not is_marked or noun.lemma_ not in cues().speech_nouns:
        return speech
    speaker = noun_holder(noun)  # "Here is the full quote:"
    told_of = speaker_span(speaker) if speaker is not None else person_of_sentence(doc.tokens[: sentence[0].i])
    return replace(speech, paragraph=previous.paragraph, speaker=told_of, cue=doc[noun.i : noun.i + 1])


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
