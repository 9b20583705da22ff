from collections.abc import Iterator
from dataclasses import replace

import pytest
from spacy.language import Language

from transforms.events import event_words as module
from transforms.events.event_words import event_words, patterns_reached
from transforms.events.find_events import find_events
from transforms.events.lexicon import Lexicon, Pattern, Patterns, lexicon
from transforms.findings import find_in
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts

TEXTS = (
    "Kenya and Uganda held a second round of talks in Kampala after a cease-fire was signed on 3 October 2026.",
    "Dock workers went on strike; police fired tear-gas and arrested the Union's leader during the walk-out.",
    "The minister was due to call off the visit, but a series of raids by Gunmen killed five people in floods.",
)


class Asked(dict[str, tuple[Pattern, ...]]):
    """Patterns by word, which remember by which words they were looked up."""

    def __init__(self, patterns: dict[str, tuple[Pattern, ...]], words: set[str]) -> None:
        super().__init__(patterns)
        self.words = words

    def __contains__(self, word: object) -> bool:
        self.words.add(str(word))
        return super().__contains__(word)

    def __getitem__(self, word: str) -> tuple[Pattern, ...]:
        self.words.add(word)
        return super().__getitem__(word)

    def get(self, word: str, otherwise: object = None) -> object:  # type: ignore[override]
        self.words.add(word)
        return super().get(word, otherwise)  # type: ignore[call-overload]


def recording(known: Lexicon, words: set[str]) -> Lexicon:
    plover, happenings = (
        Patterns(Asked(one.verbs, words), Asked(one.nouns, words)) for one in (known.plover, known.happenings)
    )
    return replace(known, plover=plover, happenings=happenings)


@pytest.fixture
def parsed(nlp: Language) -> ParsedArticle:
    paragraphs, start = [], 0
    for text, doc in zip(TEXTS, parse_texts(nlp, list(TEXTS)), strict=True):
        paragraphs.append(Paragraph(start, "body", doc))
        start += len(text) + 2
    return ParsedArticle(
        article_id="ar_0000000000000000",
        text="\n\n".join(TEXTS),
        source=None,
        published_edtf=None,
        published_earliest=None,
        published_latest=None,
        paragraphs=tuple(paragraphs),
    )


def test_patterns_are_looked_up_by_the_words_of_the_article_alone(
    parsed: ParsedArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    recorded = recording(lexicon(), asked)
    for name in ("circumstances", "event_dates", "find_events", "triggers"):
        monkeypatch.setattr(f"transforms.events.{name}.lexicon", lambda: recorded)
    findings = find_in(parsed)
    assert len(find_events(parsed, findings.entities, findings.quotes)) > 5
    assert {"talk", "cease-fire", "walk-out", "arrest", "kill"} <= asked
    assert asked <= set(event_words(parsed).split(" "))


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A lexicon in which "arrest" has one pattern less, and "fizzle" its first."""
    known = lexicon()
    (first, *others) = known.plover.verbs["arrest"]
    verbs = known.plover.verbs | {"arrest": tuple(others), "fizzle": (first,)}
    monkeypatch.setattr(module, "lexicon", lambda: replace(known, plover=Patterns(verbs, known.plover.nouns)))
    module._digests.cache_clear()
    yield
    module._digests.cache_clear()


def test_a_changed_pattern_is_seen_where_its_word_is_and_nowhere_else(request: pytest.FixtureRequest) -> None:
    lines = ("arrest police", "fizzle talk", "meet talk", "no such words", "")
    before = [patterns_reached(line) for line in lines]
    request.getfixturevalue("changed")
    after = [patterns_reached(line) for line in lines]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, True, True, True]
