"""The quotes of an article: direct, partial and reported speech, each with its speaker and its cue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas.quotes import Quote
from transforms.datelines import dateline_end
from transforms.entities.article_entities import ArticleEntities
from transforms.ids import content_id
from transforms.parsing.parse import ParsedArticle
from transforms.quotes.beside_marks import beside_marks
from transforms.quotes.clauses import FINITE, Attribution
from transforms.quotes.cues import SPOKEN, cues
from transforms.quotes.dialogue import VERBATIM, find_speeches, paragraph_quotes
from transforms.quotes.labels import topic_end
from transforms.quotes.marks import Stretch
from transforms.quotes.media_names import is_nameless, relay_name
from transforms.quotes.quoted_text import QuotedText
from transforms.quotes.relay import cited_source, find_relayed, relay_chain
from transforms.quotes.reported import find_reported
from transforms.quotes.reports import is_attributable, is_report
from transforms.quotes.speaker_names import named_speaker
from transforms.quotes.speech import ParagraphQuotes, Speech

_ARTICLE = re.compile(r"(?:an?|the) (?=[“\"«‘'])", re.IGNORECASE)
_OPENING = " \n\xa0“\"«‘'"
_LEADS = " \n\xa0:,“\"«‘'"
# The words before marks that go on with the clause: "a danger, which was bad as “…”".
_LEADS_ON = re.compile(r"^[^.?!]*\b(?:as|because|since|so|that)$")
_NOTHING = (None, None)
_CLOSING = " \n\xa0.”\"»’'"
# Reported speech of one word says too little to be a row, unless it is a name: "endorsed Ruiz".
_SAYS_SOMETHING = re.compile(r"\w[^\w’']+\w|[A-Z]\w")


def find_quotes(article: ParsedArticle, entities: ArticleEntities) -> tuple[Quote, ...]:
    """The quotes of `article` in order of their content. `speaker_id` is a `local_id` of `entities`.

    A quote that its cue or a paragraph's end interrupts (`"…," she said. "…"`) is one row, from its first word to its
    last. A row is direct when at least four fifths of it are verbatim. In an article that is no report, reported speech is
    only what a person with a name means, or what a body or a study says.
    """
    following = (*article.paragraphs[1:], None)
    paragraphs = [paragraph_quotes(*pair) for pair in zip(article.paragraphs, following, strict=False)]
    told = [_attributions(part) for part in paragraphs]
    speeches = _whole(find_speeches(paragraphs), paragraphs, told)
    marked = [stretch.shifted(part.paragraph.char_start) for part in paragraphs for stretch in part.stretches]
    found: dict[str, tuple[Quote, Speech]] = {}
    reported, told_on = _going_on(article.text, list(_reported(paragraphs, told, speeches)), speeches)
    for speech in (*speeches, *reported):
        if not (speech.speaker or speech.cue) or speech in told_on:
            continue
        inside = [one for one in marked if one.outer_start < speech.end and speech.start < one.outer_end]
        is_marked = _share(article.text, speech, inside) >= VERBATIM
        direct = speech.verbatim or (is_marked and (speech in speeches or not _is_thought(speech)))
        quote = _quote(article, speech, entities, _verbatim(article.text, speech, inside), is_direct=direct)
        found.setdefault(quote.quote_id, (quote, speech))
    if not is_report(article, (quote for quote, _ in found.values())):
        found = {
            quote_id: (quote, speech)
            for quote_id, (quote, speech) in found.items()
            if quote.is_direct or is_attributable(quote, speech, entities)
        }
    return tuple(_with_media_named(sorted(found.values(), key=lambda pair: (pair[0].char_start, pair[0].char_end))))


def _with_media_named(found: Sequence[tuple[Quote, Speech]]) -> Iterator[Quote]:
    """The quotes in order of text, with the media of their chains that only other sentences tell.

    "The agency" is the one that the chain before names, and "told Harbour Today" a medium where another quote came
    through "the website Harbour Today".
    """
    own = {name for quote, _ in found for name in quote.via if not is_nameless(name)} - cues().relays
    heard = re.compile(rf"\b(?:told|to|with)\s(?:the\s)?({'|'.join(map(re.escape, sorted(own)))})\b") if own else None
    medium = None
    for quote, speech in found:
        names = (medium if medium is not None and is_nameless(name) else name for name in quote.via)
        via = tuple(dict.fromkeys(names))
        if heard is not None and not via and speech.cue:
            hearer = heard.search(speech.cue.root.sent.text)
            via = (hearer[1],) if hearer else ()
        medium = next((name for name in via if not is_nameless(name)), medium)
        yield quote if via == quote.via else replace(quote, via=via)


def _attributions(part: ParagraphQuotes) -> list[Attribution]:
    """What the parse of a paragraph attributes, outside its marks, and what cues beside them do."""
    reported = list(find_reported(part.paragraph.doc))
    if part.stretches:
        reported = [found for found in reported if not _inside(found.cue.start_char, part.stretches)]
        reported.extend(beside_marks(QuotedText(part.paragraph.doc, part.text, part.stretches), reported))
    if "as saying" not in part.text:
        return reported
    relayed = list(find_relayed(part.paragraph.doc))
    retold = {found.cue.start for found in relayed}
    return [*relayed, *(found for found in reported if found.cue.start not in retold)]


def _whole(
    speeches: Sequence[Speech], paragraphs: Sequence[ParagraphQuotes], told: Sequence[Sequence[Attribution]]
) -> list[Speech]:
    """The utterances, each with what its cue tells before it: `Ruiz said she had one wish: “…”`."""
    by_cue = {
        (part.paragraph.char_start, found.cue.start): (part, found)
        for part, attributions in zip(paragraphs, told, strict=True)
        if part.utterances
        for found in attributions
    }
    whole: list[Speech] = []
    for speech in speeches:
        part, found = by_cue.get(_place(speech), _NOTHING)
        if part is not None and found is not None and _tells_before(part, found, speech):
            start, _ = _completed(found.start, found.end, part.stretches)
            whole.append(replace(speech, start=min(speech.start, part.paragraph.char_start + start)))
        else:
            whole.append(speech)
    return whole


def _place(speech: Speech) -> tuple[int, int]:
    """The paragraph and the place of a speech's cue; no place where it has none."""
    return speech.paragraph.char_start, speech.cue.start if speech.cue is not None else -1


def _tells_before(part: ParagraphQuotes, found: Attribution, speech: Speech) -> bool:
    """Whether a cue has told a clause before the words in marks that it tells too."""
    doc, start = part.paragraph.doc, speech.start - part.paragraph.char_start
    if found.start >= start or found.start < found.cue.end_char:
        return False
    clause = doc.char_span(found.start, min(found.end, start), alignment_mode="contract")
    is_finite = clause is not None and any(token.tag_ in FINITE for token in clause)
    between = part.text[found.end : start].strip(_LEADS)
    return is_finite and (not between or _LEADS_ON.search(between) is not None)


def _reported(
    paragraphs: Sequence[ParagraphQuotes], told: Sequence[Sequence[Attribution]], speeches: Sequence[Speech]
) -> Iterator[Speech]:
    """Reported speech, where no utterance stands already."""
    attributed = {_place(speech): speech for speech in speeches}
    for part, attributions in zip(paragraphs, told, strict=True):
        paragraph, offset = part.paragraph, part.paragraph.char_start
        kept: list[Speech] = []
        opening = max(dateline_end(part.text), topic_end(part.text)) if attributions else 0
        for found in attributions:
            own = attributed.get((offset, found.cue.start))
            if own is not None and (found.end > found.cue.start_char or own.start < offset + found.cue.start_char):
                continue  # what it tells is the utterance: "X said so; “it is late,” he said"
            start, end = _completed(found.start, found.end, part.stretches)
            start = max(start, min(opening, found.end))
            if not _says_something(found, part.text[start:end]):
                continue
            speech = Speech(offset + start, offset + end, paragraph, found.speaker, found.cue)
            if not any(speech.start < other.end and other.start < speech.end for other in speeches):
                kept.append(speech)
        yield from (speech for speech in kept if not any(_tells(other, speech) for other in kept))


def _says_something(found: Attribution, content: str) -> bool:
    """Whether content is more than a word, or one that alone somebody wants or says: `demanded justice`, `endorsed Ruiz`.

    A name that is given says nothing: `whom all called “Boots”`.
    """
    if _SAYS_SOMETHING.search(content):
        return " " in content or found.cue.root.lemma_ not in cues().naming
    if found.cue.root.lemma_ not in cues().one_word:
        return False
    told = found.cue.doc.char_span(found.start, found.end)
    return told is not None and told.root.tag_ in ("NN", "NNS") and content.isalpha()


def _tells(other: Speech, speech: Speech) -> bool:
    """Whether `speech` is what somebody else is said to say: a part of the content of `other`, and no row of its own.

    A relay only passes words on: in "TASS reported that the minister said …" the minister's are a row too.
    """
    if (other.start, other.end) == (speech.start, speech.end):
        return False
    if other.start > speech.start or speech.end > other.end:
        return False
    if other.speaker is None:
        return speech.speaker is None
    return relay_name(other.speaker.root) is None


def _going_on(text: str, reported: Sequence[Speech], speeches: Sequence[Speech]) -> tuple[list[Speech], list[Speech]]:
    """Reported speech with the quote that goes on behind its sentence, and these quotes: `It “shook,” she said. “It fell.”`."""
    alone = [speech for speech in speeches if speech.cue is None]
    whole: list[Speech] = []
    told_on: list[Speech] = []
    for found in reported:
        rest = next((speech for speech in alone if speech not in told_on and _leads_to(text, found, speech)), None)
        if rest is not None:
            told_on.append(rest)
        whole.append(found if rest is None else replace(found, end=rest.end))
    return whole, told_on


def _leads_to(text: str, found: Speech, speech: Speech) -> bool:
    paragraph_end = found.paragraph.char_start + len(found.paragraph.doc.text)
    if found.cue is None or not found.end <= speech.start < paragraph_end:
        return False
    cue_start, _ = found.paragraph.span(found.cue)
    _, sentence_end = found.paragraph.span(found.cue.sent)
    is_told = found.end <= cue_start or (not text[found.end : sentence_end].strip(_CLOSING) and not _is_thought(found))
    return is_told and not text[sentence_end : speech.start].strip(_OPENING)


def _is_thought(speech: Speech) -> bool:
    """Whether the cue tells what somebody holds, not what they say, as in `she knows that “it will fall”`."""
    if speech.cue is None or speech.cue.root.tag_[0] not in "VN":
        return False
    cue, words = speech.cue.root, cues()
    if cue.tag_[0] == "N":
        return cue.lower_ not in words.speech_nouns and cue.head.lemma_ not in words.light_verbs
    classes = words.verb(cue.lemma_)
    return bool(classes) and not classes & SPOKEN


def _inside(position: int, stretches: Sequence[Stretch]) -> bool:
    return any(stretch.start <= position < stretch.end for stretch in stretches)


def _completed(start: int, end: int, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """The content with every stretch that it touches whole, and without marks that surround it all."""
    touched = [one for one in stretches if one.outer_start <= end + 1 and start < one.outer_end]
    if touched:
        start, end = min(start, touched[0].outer_start), max(end, touched[-1].outer_end)
    for stretch in stretches:
        if stretch.outer_start == start and stretch.outer_end == end:
            return stretch.start, stretch.end
    return start, end


def _verbatim(text: str, speech: Speech, inside: Sequence[Stretch]) -> tuple[str, ...]:
    """The parts of a speech between marks; all of it where it is verbatim without them."""
    if speech.verbatim:
        return (text[speech.start : speech.end],)
    parts = (text[max(one.start, speech.start) : min(one.end, speech.end)] for one in inside)
    return tuple(part for part in parts if part)


def _quote(
    article: ParsedArticle, speech: Speech, entities: ArticleEntities, verbatim: tuple[str, ...], *, is_direct: bool
) -> Quote:
    paragraph = speech.paragraph
    told = range(speech.start - paragraph.char_start, speech.end - paragraph.char_start)
    cue, stated = speech.cue or None, speech.speaker or None  # a span of no words is none
    cited = cited_source(cue, stated) if cue is not None else None
    speaker, known = cited or stated, None
    if speaker is not None:
        known = entities.covering(*paragraph.span(speaker)) or entities.covering(*paragraph.span(speaker.root))
        known = named_speaker(paragraph, speaker, entities, known)
    return Quote(
        quote_id=content_id("qu", article.article_id, speech.start, speech.end),
        article_id=article.article_id,
        char_start=speech.start,
        char_end=speech.end,
        text=article.text[speech.start : speech.end],
        is_direct=is_direct,
        verbatim=verbatim,
        speaker_id=known.local_id if known else None,
        speaker_text=speaker.text if speaker is not None else None,
        cue=cue.text.lstrip(")") if cue is not None else None,
        via=relay_chain(cue, speaker, stated if cited else None, told) if cue is not None else (),
    )


def _share(text: str, speech: Speech, inside: Sequence[Stretch]) -> float:
    """The share of a speech's characters that stand between quotation marks, with the marks; `the “…”` is all marked."""
    article = _ARTICLE.match(text, speech.start, speech.end)
    start = article.end() if article else speech.start
    quoted = sum(
        min(speech.end, stretch.outer_end) - max(start, stretch.outer_start)
        for stretch in inside
        if start < stretch.outer_end
    )
    return quoted / (speech.end - start) if speech.end > start else 0.0
