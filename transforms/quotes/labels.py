"""Speakers that only a colon joins to their words: `Union leader Ana Petrova: “We will not go back.”`."""

import re
from collections.abc import Sequence
from itertools import takewhile

from transforms.entities.gazetteer import known_country
from transforms.parsing.tokens import Span, Token
from transforms.quotes.cues import cues
from transforms.quotes.marks import CLOSING
from transforms.quotes.media_names import relay_name
from transforms.quotes.persons import is_office, is_person

_LONGEST = 14  # tokens
_LONGEST_NAME = 4
_LONGEST_COUNTRY = 30  # characters
_SHORTEST = 2
_FEWEST_SAID = 4
_LONGEST_CREDIT = 7
_ENDS = frozenset((",", ".", ";", "-", "–", "—", "(", ":"))
_DASHES = frozenset(("-", "–", "—", "―", "--"))
_NAMES = frozenset(("PROPN", "NOUN"))
_DESCRIBES = frozenset(("ADJ", "NOUN", "PROPN"))
_OF_WHAT = frozenset(("of", "the"))
_ASKS = frozenset(("how", "what", "when", "where", "who", "why"))
_NOT_BEFORE = frozenset(("ADP", "PUNCT", "PRON"))
_FROM = frozenset(("by", "from", "of"))
_BODIES = frozenset(("ORG", "GPE", "NORP"))
_WORD = re.compile(r"[^\W\d_]{4,}")
_ARTICLE = re.compile(r"^(?:the|a|our|his|her) ")
# What a government says in its own voice, "China: US should stop", and no news from its country, "Kenya: two die in flood".
_OWN_SPEAKER = re.compile(r"[,–—-]\s*(?:says?|said|claims|warns)\b")
_OWN_VOICE = re.compile(r"[“\"«‘]|\b(?:we|our|us|must|should|would|will|cannot|can't|won't|ready|not)\b", re.IGNORECASE)


def labelled(tokens: Sequence[Token], said: str) -> Span | None:
    """The speaker that stands alone between the start of a sentence, or a dash, and the colon that ends `tokens`.

    `said` are the words in marks behind the colon; those of a title, `Radio Riga: “The Long Night”`, nobody speaks.
    """
    if not tokens or tokens[-1].text != ":":
        return None
    label = _without_brackets(_label(tokens))
    is_none = not 0 < len(label) <= _LONGEST or is_no_label(" ".join(token.text for token in label))
    if is_none or any(token.tag_[0] in "VM" for token in label):
        return None
    doc, start = label[0].doc, label[0].i
    name, rest = _parted(label)
    if label[0].is_sent_start and _is_name(name) and (any(map(is_office, rest)) if rest else not is_title(said)):
        return doc[start : start + len(name)]
    return doc[start : label[-1].i + 1] if _is_described_name(label) else _described(label, said)


def _described(label: Sequence[Token], said: str) -> Span | None:
    """The speaker in a label that is more than a name: "The mayor of Riga, Juris Ozols", "A message from Ana Petrova"."""
    doc, start, (name, _) = label[0].doc, label[0].i, _parted(label)
    head, people = _head(label), [place for place, token in enumerate(label) if token.ent_type_ == "PERSON"]
    if head is None or not (people or _speaks(head, said)):
        return None
    if people and label[people[0] - 1].lower_ in _FROM:
        return doc[start + people[0] : start + people[-1] + 1]
    if people and people[0] > len(name):
        return doc[start : label[-1].i + 1]
    return doc[start : start + len(name)]


def labelled_behind(tokens: Sequence[Token], said: str) -> Span | None:
    """The speaker behind the colon that `tokens` begin with, as headlines name one: `“We will not go back”: union leader`."""
    if len(tokens) < _SHORTEST or tokens[0].text != ":" or is_title(said):
        return None
    label = list(takewhile(lambda token: token.tag_[0] not in "VM" and token.text not in _ENDS, tokens[1:]))
    if _is_described_name(label):
        return label[0].doc[label[0].i : label[-1].i + 1]
    head, people = _head(label), [place for place, token in enumerate(label) if token.ent_type_ == "PERSON"]
    if head is None:
        return None
    if head.lower_ == "interview":
        return _interviewed(label, people)
    is_speaker = is_person(head) or head.ent_type_ == "NORP" or (_is_name(label) and len(label) == len(tokens) - 1)
    return head.doc[label[0].i : head.i + 1] if is_speaker else None


def _interviewed(label: Sequence[Token], people: Sequence[int]) -> Span | None:
    """Who speaks in `an interview with the archbishop`."""
    if people:
        return label[0].doc[label[people[0]].i : label[people[-1]].i + 1]
    start = next((place for place, token in enumerate(label, 1) if token.lower_ == "with"), len(label))
    head = _head(label[start:])
    return head.doc[label[start].i : head.i + 1] if head is not None and is_office(head) else None


def headed_headline(tokens: Sequence[Token]) -> tuple[Token, Span] | None:
    """The colon and the speaker before it that begin a headline: `Union leader: no talks before May`."""
    colon = next((token for token in tokens[: _LONGEST_CREDIT + 1] if token.text == ":"), None)
    label = tokens[: colon.i] if colon is not None else ()
    if colon is None or len(tokens) - colon.i <= _FEWEST_SAID or not all(token.pos_ in _DESCRIBES for token in label):
        return None
    head = _head(label)
    return (colon, head.doc[: colon.i]) if head is not None and head is label[-1] and is_person(head) else None


def credited_headline(tokens: Sequence[Token]) -> tuple[Token, Span] | None:
    """The dash and the speaker behind it that end a headline: `Talks will go on in May — minister`."""
    dash = next((token for token in reversed(tokens[_FEWEST_SAID:]) if token.text in _DASHES), None)
    label = tokens[dash.i + 1 :] if dash is not None else ()
    if (
        dash is None
        or not 0 < len(label) <= _LONGEST_CREDIT
        or not (dash.nbor(-1).text[-1:].isalnum() or dash.nbor(-1).text in CLOSING)
    ):
        return None
    if label[0].lower_ == "interview":
        speaker = _interviewed(label, [place for place, token in enumerate(label) if token.ent_type_ == "PERSON"])
        return (dash, speaker) if speaker is not None else None
    head = _head(label) if all(token.pos_ in _DESCRIBES or token.lower_ in _OF_WHAT for token in label) else None
    if head is None or relay_name(head) is not None:
        return None  # "… - BBC News" is the site
    is_speaker = is_office(head) or head.ent_type_ == "PERSON" or (dash.text == "—" and head.ent_type_ == "ORG")
    if not is_speaker and dash.nbor(-1).text in CLOSING:
        is_speaker = _is_name(label) and not is_no_label(head.text) and not is_title(dash.doc.text[: dash.idx])
    return (dash, head.doc[label[0].i : label[-1].i + 1]) if is_speaker else None


def _label(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens between the start of the last sentence, or a dash inside it, and the colon."""
    start = len(tokens) - 1
    while start > 0 and not _is_dash(tokens[start - 1]) and not tokens[start].is_sent_start:
        start -= 1
    return tokens[start:-1]


def _is_dash(token: Token) -> bool:
    return token.text in _DASHES and token.tag_ != "HYPH"


def _without_brackets(label: Sequence[Token]) -> Sequence[Token]:
    """A label without the party, the town or the age behind a name: "Ana Petrova (Green)"."""
    if not label or not label[-1].text.startswith(")"):
        return label
    opening = next((place for place, token in enumerate(label) if token.text == "("), len(label))
    return label[:opening]


def _head(label: Sequence[Token]) -> Token | None:
    """The last of the first nouns in a row: `leader` of "the union leader of Riga"."""
    names = [place for place, token in enumerate(label) if token.pos_ in _NAMES]
    if not names or any(token.pos_ in _NOT_BEFORE or token.tag_[0] == "W" for token in label[: names[0]]):
        return None
    last = names[0]
    while last + 1 in names:
        last += 1
    return label[last]


def _parted(label: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens before and behind the first comma."""
    comma = next((place for place, token in enumerate(label) if token.text == ","), len(label))
    return label[:comma], label[comma + 1 :]


def _is_name(label: Sequence[Token]) -> bool:
    """Whether a label has the form of a name, which may be one that the parser does not know: "Lopez", "Ana Petrova"."""
    if not 0 < len(label) <= _LONGEST_NAME or all(token.is_stop for token in label):
        return False  # "Then: “…”"
    return all(token.text.isalpha() and token.text[0].isupper() for token in label)


def _is_described_name(label: Sequence[Token]) -> bool:
    """Whether a label is a noun with a name behind it: "Pub landlady Bev Stokes"."""
    names = list(takewhile(lambda token: token.text.istitle() and token.pos_ == "PROPN", reversed(label)))
    before = label[: len(label) - len(names)]
    return bool(names and before) and before[-1].pos_ == "NOUN" and all(token.pos_ in _DESCRIBES for token in before)


def _speaks(head: Token, said: str) -> bool:
    """Whether a noun is one who speaks: a person of that office, or a body or a medium before words that are no title."""
    if is_office(head):
        return True
    return (head.ent_type_ in _BODIES or relay_name(head) is not None) and not is_title(said)


def is_title(words: str) -> bool:
    """Whether words are written as a title is, all longer ones with a capital: "The Long Road"."""
    return not any(word[0].islower() for word in _WORD.findall(words))


def is_work(words: str) -> bool:
    """Whether words are the title of a work: some longer ones, all with a capital."""
    return len(_WORD.findall(words)) > 1 and is_title(words)


def explains(told: str) -> bool:
    """Whether words behind a colon are the title of an explanation, "Why the talks collapsed", which nobody says."""
    return told.split(" ", 1)[0].lower() in _ASKS and not told.rstrip().endswith("?")


def is_topic(label: str, told: str) -> bool:
    """Whether a country before a colon only tells where the news is from: "Kenya: two die in flood"."""
    country = known_country(label)
    return country is not None and (_OWN_SPEAKER.search(told) is not None or _OWN_VOICE.search(told) is None)


def topic_end(text: str) -> int:
    """Where a text begins behind the country that only tells where it is from, in characters; 0 where there is none."""
    label, colon, told = text.partition(": ")
    return len(label) + len(colon) if colon and len(label) <= _LONGEST_COUNTRY and is_topic(label, told) else 0


def is_no_label(label: str) -> bool:
    """Whether words before a colon announce what follows without being who speaks: "Correction", "The facts"."""
    words, label = cues(), label.lower()
    bare = _ARTICLE.sub("", label)
    return label in words.not_turns or any(
        bare in known for known in (words.not_turns, words.nouns, words.speech_nouns)
    )


def is_speech_label(tokens: Sequence[Token]) -> bool:
    """Whether the sentence that ends in a colon only says that speech follows: `The claim: “…”`."""
    label = " ".join(token.lower_ for token in _label(tokens))
    return tokens[-1].text == ":" and _ARTICLE.sub("", label) in cues().speech_nouns
