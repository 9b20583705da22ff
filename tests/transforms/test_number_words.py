"""Words are found in columns as Python finds them one by one."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.dedup.rewrites import _WORD, WORD_PATTERN
from transforms.dedup.shingles import words, words_of_texts
from transforms.number_words import number_words

# Characters that Python has no name for yet may be letters to the newer tables of polars.
KNOWN = st.characters(codec="utf-8", exclude_categories=("Cn", "Cs"))
TEXTS = st.lists(st.text(KNOWN) | st.text("aÄß.,1½_ -ІΣς\u0301\u200d"), max_size=6)


@given(TEXTS)
def test_words_of_copies_are_those_of_each_text(texts):
    expected = [words(text) for text in texts]
    numbers = words_of_texts(texts)
    assert [len(one) for one in numbers] == [len(one) for one in expected]
    word_of = {}
    for one, there in zip(numbers, expected, strict=True):
        for number, word in zip(one.tolist(), there, strict=True):
            assert word_of.setdefault(number, word) == word
    assert len(set(word_of.values())) == len(word_of)


@given(TEXTS)
def test_words_of_facts_are_those_of_each_text(texts):
    found = number_words(texts, WORD_PATTERN)
    assert [[found.words[number] for number in one.tolist()] for one in found.by_text()] == [
        _WORD.findall(text) for text in texts
    ]


def test_no_texts_have_no_words():
    found = number_words([], WORD_PATTERN)
    assert (found.words, found.numbers.tolist(), found.starts.tolist(), found.by_text()) == ([], [], [0], [])
