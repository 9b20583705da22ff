"""Lines in another language than an English article: the interface of a foreign site, not its text."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from transforms.clean.words import words_of
from transforms.load_yaml import load_yaml

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ENGLISH_SHARE = 0.16
_FOREIGN_SHARE = 0.4
_FOREIGN_SENTENCE_SHARE = 0.3
_SENTENCE_WORDS = 8
_NAME_WORDS = 3
_SAMPLE = 12
_SAMPLE_CHARS = 400


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of `languages.yaml`, by their names."""
    listed = load_yaml(resources.files(__package__).joinpath("languages.yaml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in listed.items()}


def speaks_english(paragraphs: Sequence[str]) -> bool:
    """Whether most of the first paragraphs are English, by the share of its commonest words."""
    english = word_lists()["english"]
    shares = []
    for paragraph in paragraphs[:_SAMPLE]:
        words = _TOKEN.findall(paragraph[:_SAMPLE_CHARS].lower())
        shares.append(sum(map(english.__contains__, words)) / max(1, len(words)))
    return bool(shares) and sorted(shares)[len(shares) // 2] >= _ENGLISH_SHARE


@lru_cache(maxsize=4096)
def is_foreign(line: str) -> bool:
    """Whether a line has no common English word and many of other languages, or many letters that English lacks.

    Short runs of capitalized words are names, whatever their letters.
    """
    lists = word_lists()
    if not lists["english"].isdisjoint(words_of(line)):
        return False
    words = _TOKEN.findall(line)
    lowered = [word.lower() for word in words]
    if not words or not lists["english"].isdisjoint(lowered):
        return False
    foreign = sum(word in lists["foreign"] for word in lowered)
    if not foreign and len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words):
        return False
    marked = sum(not word.isascii() and word not in lists["foreign"] for word in lowered)
    share = _FOREIGN_SENTENCE_SHARE if len(words) >= _SENTENCE_WORDS else _FOREIGN_SHARE
    return foreign + marked >= max(1 if marked else 2, share * len(words))
