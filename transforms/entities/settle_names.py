"""Names settled by the whole article: what is a name once is one everywhere, and what a headline capitalizes need not be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transforms.entities.extend_names import surname_start
from transforms.entities.gazetteer import context_words, given_names, name_cues
from transforms.entities.name_words import is_no_name
from transforms.entities.names import Name
from transforms.entities.offices import is_honorific
from transforms.entities.weights import CUE_WORD, GUESS, LABEL
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Doc, Span, Token

_NAME_TAGS = ("NNP", "NNPS")
_SHORTEST = 3  # letters of a name that is looked for elsewhere
_TITLE_WORD = 4  # letters of a word that every title capitalizes
_FEWEST_TITLE_WORDS = 3
_LONGEST_PERSON = 3  # words

Found = list[tuple[Paragraph, list[Name]]]


@dataclass(slots=True)
class _Article:
    """What the text outside of headlines tells: its plain words, and its names by their first word."""

    plain: set[str] = field(default_factory=set)
    names: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)

    def note(self, words: tuple[str, ...], kind: str) -> None:
        if len(words) > 1 or (len(words[0]) >= _SHORTEST and words[0].lower() not in self.plain):
            self.names.setdefault(words[0], {}).setdefault(words, kind)

    def at(self, doc: Doc, start: int) -> tuple[int, str] | None:
        """The end and the kind of the longest of the article's names that starts here."""
        texts = doc.texts
        best = None
        for words, kind in self.names.get(texts[start], {}).items():
            end = start + len(words)
            if (best is None or end > best[0]) and texts[start:end] == words:
                if any(token.is_sent_start for token in doc.tokens[start + 1 : end]):
                    continue  # a mention lies in one sentence
                best = end, kind
        return best


def settle_names(found: Found) -> Found:
    """The names without those that only a headline's capitals made, and with those that the article has elsewhere."""
    article = _Article({word for paragraph, _ in found for word in paragraph.doc.words if word.islower()})
    titles = [_titles(paragraph.doc, article.plain) for paragraph, _ in found]
    for (paragraph, names), title in zip(found, titles, strict=True):
        for name in names:
            if (name.known is not None or name.weight >= LABEL) and not title[name.start]:
                _note(article, paragraph.doc, name)
    settled = []
    for number, ((paragraph, names), title) in enumerate(zip(found, titles, strict=True)):
        opening = len(paragraph.doc.tokens) if paragraph.kind != "body" else 0 if number else _first_end(paragraph.doc)
        kept = [
            name
            for name in names
            if (
                _is_sure(paragraph.doc, name, article, in_headline=name.start < opening)
                if title[name.start]
                else not _is_plain_opening(paragraph.doc, name, article)
            )
        ]
        kept = _whole(paragraph.doc, kept, article)
        settled.append(
            (paragraph, sorted([*kept, *_repeated(paragraph.doc, kept, article)], key=lambda name: name.start))
        )
    return settled


def _is_plain_opening(doc: Doc, name: Name, article: _Article) -> bool:
    """Whether a single word that opens a sentence is one that the article has in small letters, and as no name."""
    token = doc.tokens[name.start]
    return (
        name.known is None
        and name.end - name.start == 1
        and name.weight <= LABEL
        and not (name.kind == "PERSON" and token.dep_ == "nsubj" and _speaks(token))
        and bool(token.is_sent_start)
        and token.text[1:].islower()
        and token.lower_ in article.plain
        and (token.text,) not in article.names.get(token.text, {})
    )


def _speaks(token: Token) -> bool:
    return token.head.lemma_ in context_words("speaking") or token.head.lemma_ in context_words("reporting")


def _note(article: _Article, doc: Doc, name: Name) -> None:
    words = doc.texts[name.start : name.end]
    article.note(words, name.kind)
    if name.kind == "PERSON" and len(words) > 1 and words[-1][:1].isupper() and words[-1] not in name_cues().last:
        article.note(words[-1:], "PERSON")


def _titles(doc: Doc, plain: set[str]) -> list[bool]:
    """For each token whether it stands in a sentence that is written like a title."""
    marks = [False] * len(doc.tokens)
    if len(doc.capitals) < _FEWEST_TITLE_WORDS:
        return marks
    for sentence in doc.sents:
        if _is_title(sentence, plain):
            marks[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    return marks


def _is_title(sentence: Span, plain: set[str]) -> bool:
    doc = sentence.doc
    most_small = (sentence.end - sentence.start) // 6
    capitals: list[Token] = []
    small = 0
    for i, text in enumerate(doc.texts[sentence.start : sentence.end], sentence.start):
        if len(text) < _TITLE_WORD or not text.isalpha():
            continue
        if text[0].isupper():
            capitals.append(doc.tokens[i])
        else:
            small += 1
            if small > most_small:
                return False
    words = len(capitals) + small
    if words < _FEWEST_TITLE_WORDS or small > words // 6:
        return False
    return any(
        token.i > sentence.start and (token.tag_ not in _NAME_TAGS or token.lower_ in plain) for token in capitals
    )


def _first_end(doc: Doc) -> int:
    return next((sentence.end for sentence in doc.sents), 0)


def _is_sure(doc: Doc, name: Name, article: _Article, *, in_headline: bool) -> bool:
    """Whether a name in a headline is one: known, named elsewhere, or made of words that are plain nowhere."""
    if name.known is not None:
        return True
    tokens = list(doc.tokens[name.start : name.end])
    is_plain = [token.lower_ in article.plain or token.tag_.startswith("V") for token in tokens]
    whole = article.at(doc, name.start)
    if whole is not None and (in_headline or whole[0] >= name.end or name.weight < CUE_WORD):
        return whole[0] == name.end
    if tokens[0].text.title() in given_names() and 1 < len(tokens) <= _LONGEST_PERSON:
        return not any(is_plain[1:])
    if not in_headline and name.weight >= CUE_WORD and len(tokens) > 2:  # noqa: PLR2004 - "Harbor Safety Council" is one, "School Bill" may not be
        return not any(token.tag_.startswith("V") or token.tag_ == "TO" for token in tokens)
    return not any(is_plain) and not any(article.at(doc, token.i) for token in tokens)


def _whole(doc: Doc, names: Sequence[Name], article: _Article) -> list[Name]:
    """The names, with a person that is cut in two here made whole: "Ivana" + "Roe" where the article has "Ivana Roe"."""
    whole: list[Name] = []
    for name in names:
        last = whole[-1] if whole else None
        if last is not None and last.end == name.start and last.end - last.start == 1 and name.end - name.start == 1:
            match = article.at(doc, last.start)
            if match is not None and match[0] == name.end and match[1] in ("PERSON", "OTHER"):
                whole[-1] = Name(last.start, name.end, match[1], LABEL)
                continue
        whole.append(name)
    return whole


def _repeated(doc: Doc, names: Sequence[Name], article: _Article) -> Iterator[Name]:
    """Where the paragraph has a name of the article that nothing else found here."""
    taken = {position for name in names for position in range(name.start, name.end)}
    for token in [doc.tokens[i] for i, word in enumerate(doc.texts) if word in article.names]:
        if token.i in taken:
            continue
        match = article.at(doc, token.i)
        if match is None:
            continue
        is_town = match[1] == "PLACE" and _modifies_noun(doc, match[0])
        if not (is_town or _may_name(token, is_person=match[1] == "PERSON")):
            continue
        if taken.isdisjoint(range(token.i, match[0])):
            start = surname_start(doc, token.i, taken.__contains__) if match[1] == "PERSON" else token.i
            taken.update(range(start, match[0]))
            yield Name(start, match[0], match[1], GUESS)


def _modifies_noun(doc: Doc, end: int) -> bool:
    """As in "Manning police", which a tagger may take for a participle where it opens a sentence."""
    return end < len(doc.tokens) and doc.tokens[end].tag_ in ("NN", "NNS") and doc.tokens[end].text.islower()


def _may_name(token: Token, *, is_person: bool) -> bool:
    if is_honorific(token) and token.i + 1 < len(token.doc.tokens) and token.nbor().text[:1].isupper():
        return False  # "Sheikh Salman"
    if not token.text[0].isupper() or is_no_name(token):
        return False
    return not token.is_sent_start or token.tag_ in _NAME_TAGS or (is_person and token.dep_ == "nsubj")
