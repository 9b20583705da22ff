"""Who may be meant by a pronoun or a role noun: the names of an article in order, and what takes them up on the way."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from functools import cache

from schemas.record import record
from transforms.entities.found import Found, Group
from transforms.entities.gazetteer import context_words
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token

_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
STRANGER = -1  # the index of people without a name
_KINDS = frozenset(("PERSON", "ORG", "LAW"))
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")


@record()
class Mention:
    """A name, a pronoun or a phrase: its span, its sentence, and whether it does or says what its clause tells.

    `gender` is that of a pronoun or a noun, "" where it tells none; `is_quoted` stands between quotation marks.
    """

    start: int
    end: int
    sentence: int
    gender: str = ""
    is_subject: bool = False
    speaks: bool = False
    is_quoted: bool = False


@record()
class Antecedent:
    """A mention of the entity `index`."""

    mention: Mention
    index: int


class Antecedents:
    """The people and bodies of one article, its pronouns for people, and each "it" that says something."""

    def __init__(self, paragraphs: Sequence[Paragraph], groups: Sequence[Group]) -> None:
        self.people: list[Antecedent] = []
        self.bodies: list[Antecedent] = []
        self.pronouns: list[Mention] = []
        self.its: list[Mention] = []
        self.sentence_starts = [0]
        self._doers: list[tuple[int, bool]] = []
        self._groups = groups
        at = {found.char_start: (found, index) for index, group in enumerate(groups) for found in group.mentions}
        for paragraph in paragraphs:
            quoted = [match.span() for match in _QUOTED.finditer(paragraph.doc.text)]
            for token in paragraph.doc.tokens:
                start = paragraph.char_start + token.idx
                if token.is_sent_start:
                    self.sentence_starts.append(start)
                if token.dep_ in _SUBJECTS:
                    self._doers.append((start, _speaks(token)))
                is_quoted = any(first <= token.idx < last for first, last in quoted) if quoted else False
                if start in at:
                    self._note(paragraph, token, *at[start], is_quoted=is_quoted)
                elif token.tag_ in ("PRP", "PRP$"):
                    self._note_pronoun(token, start, is_quoted=is_quoted)

    def mention_at(self, phrase: Found, gender: str = "") -> Mention:
        """A noun phrase outside of quotation marks."""
        first = bisect_left(self._doers, (phrase.char_start, False))
        doers = self._doers[first : first + 1]
        is_subject = bool(doers) and doers[0][0] < phrase.char_end
        speaks = is_subject and doers[0][1]
        sentence = bisect_right(self.sentence_starts, phrase.char_start) - 1
        return Mention(phrase.char_start, phrase.char_end, sentence, gender, is_subject, speaks)

    def take_up(self, mention: Mention, index: int) -> None:
        """Let what a pronoun or a phrase means be an antecedent of those behind it."""
        is_person = index == STRANGER or self._groups[index].kind == "PERSON"
        others = self.people if is_person else self.bodies
        insort(others, Antecedent(mention, index), key=_start)

    def _note(self, paragraph: Paragraph, token: Token, found: Found, index: int, *, is_quoted: bool) -> None:
        kind = self._groups[index].kind
        if kind not in _KINDS:
            return
        span = paragraph.doc.char_span(token.idx, token.idx + found.char_end - found.char_start)
        is_subject = span is not None and span.root.dep_ in _SUBJECTS
        speaks = span is not None and is_subject and _speaks(span.root)
        sentence = len(self.sentence_starts) - 1
        mention = Mention(found.char_start, found.char_end, sentence, "", is_subject, speaks, is_quoted)
        (self.people if kind == "PERSON" else self.bodies).append(Antecedent(mention, index))

    def _note_pronoun(self, token: Token, start: int, *, is_quoted: bool) -> None:
        gender = _GENDERS.get(token.lower_, "")
        if not gender and token.lower_ != "it":
            return
        sentence, end = len(self.sentence_starts) - 1, start + len(token)
        mention = Mention(start, end, sentence, gender, token.dep_ in _SUBJECTS, _speaks(token), is_quoted)
        if gender:
            self.pronouns.append(mention)
        elif mention.speaks and not is_quoted:
            self.its.append(mention)


def before(antecedents: Sequence[Antecedent], start: int, reach: int) -> Iterator[Antecedent]:
    """The antecedents that end before `start` and at most `reach` characters back, the nearest first."""
    last = bisect_right(antecedents, start, key=_end)
    for position in range(last - 1, -1, -1):
        if start - antecedents[position].mention.end > reach:
            return
        yield antecedents[position]


def _start(antecedent: Antecedent) -> int:
    return antecedent.mention.start


def _end(antecedent: Antecedent) -> int:
    return antecedent.mention.end


def _speaks(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.lemma_ in _speech_verbs()


@cache
def _speech_verbs() -> frozenset[str]:
    return context_words("speaking") | context_words("reporting") | context_words("uttering")
