"""By which words an article's events are found: what tells whether a changed pattern can find other events in it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from operator import attrgetter

from transforms.events.argument_words import hyphenated
from transforms.events.lexicon import EVENT_CLASSES, Pattern, lexicon
from transforms.parsing.parse import ParsedArticle

_DIGEST_BYTES = 16
_VALUES = attrgetter(*(field.name for field in fields(Pattern)))


def event_words(article: ParsedArticle) -> str:
    """Every word that patterns are looked up by in the article, whether there is one or not, with spaces between."""
    found: set[str] = set()
    for paragraph in article.paragraphs:
        tokens = paragraph.doc.tokens
        found.update(token.lemma_ for token in tokens if token.pos_ in EVENT_CLASSES)
        found.update(hyphenated(tokens[hyphen.i + 1]) for hyphen in tokens[:-1] if hyphen.text == "-")
    return " ".join(sorted({word.lower() for word in found}))


def patterns_reached(words: str) -> str:
    """A hash of all patterns that these words, with spaces between, reach; other patterns change nothing for them."""
    digests = _digests()
    reached = b"".join(digests[word] for word in words.split(" ") if word in digests)
    return blake2b(reached, digest_size=_DIGEST_BYTES).hexdigest()


@cache
def _digests() -> dict[str, bytes]:
    """For each word a hash of it and of its patterns."""
    found: dict[str, list[str]] = {}
    for kind, patterns in (("plover", lexicon().plover), ("happenings", lexicon().happenings)):
        for place, by_word in (("verbs", patterns.verbs), ("nouns", patterns.nouns)):
            for word, ways in by_word.items():
                found.setdefault(word, [word]).extend(f"{kind} {place} {line}" for line in _lines(ways))
    return {
        word: blake2b("\n".join(lines).encode(), digest_size=_DIGEST_BYTES).digest() for word, lines in found.items()
    }


def _lines(ways: Iterable[Pattern]) -> Iterator[str]:
    """Each pattern as text that is the same in every process."""
    for pattern in ways:
        yield repr([sorted(value) if isinstance(value, frozenset) else value for value in _VALUES(pattern)])
