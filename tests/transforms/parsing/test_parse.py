from collections.abc import Iterable
from itertools import combinations, product
from typing import Any

import pytest
import spacy
from spacy.language import Language

from flows.model import DEFAULT_MODEL
from transforms.parsing.parse import parse_texts
from transforms.parsing.tokens import Alignment, Doc

TEXTS = [
    "Ministers of Kenya and Uganda met in Kampala on 3 October 2026 to discuss the railway.",
    "“The line won't reach the border before next year,” Transport Minister Grace Atieno said after the talks.",
    "Fighting broke out again.",
    "Police said they'd arrested 12 people; three were later released, and the U.N. called for calm in the town.",
    "STRIKE AT PORT ENTERS SECOND WEEK",
    "The factory, which had been closed since the floods of 2024, was reopened by President Moses Banda on Monday.",
    " ",
    "Wheat exports rose 4.5 pct to 1.2 mln tonnes, the ministry's figures show, but prices kept falling.",
    "He's been told to leave. She hasn't. They are leaving better houses behind.",
] * 9


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL, disable=["lemmatizer", "attribute_ruler"])


@pytest.fixture(scope="module")
def pairs(nlp: Language, plain: Language) -> list[tuple[Any, Doc]]:
    """The texts as the plain pipeline parses them, and as ours does."""
    return list(zip(plain.pipe(TEXTS), parse_texts(nlp, TEXTS), strict=True))


def _tokens(doc: Any) -> list[tuple[object, ...]]:
    return [
        (
            *(t.text, t.lower_, t.i, t.idx, t.tag_, t.dep_, t.head.i, bool(t.is_sent_start), t.ent_type_),
            *(t.is_punct, t.is_space, t.is_title, t.is_upper, t.is_stop, len(t), t.sent.start, t.sent.end),
        )
        for t in doc
    ]


def _spans(spans: Iterable[Any]) -> list[tuple[object, ...]]:
    return [
        (s.start, s.end, s.label_, s.text, s.start_char, s.end_char, s.root.i, len(s), [t.i for t in s]) for s in spans
    ]


def test_the_fast_pipeline_finds_what_the_plain_one_finds(pairs: list[tuple[Any, Doc]]) -> None:
    for expected, found in pairs:
        assert _tokens(found) == _tokens(expected)
        assert _spans(found.ents) == _spans(expected.ents)
        assert _spans(found.sents) == _spans(expected.sents)


def test_trees_are_walked_as_spacy_walks_them(pairs: list[tuple[Any, Doc]]) -> None:
    for expected, found in pairs:
        for theirs, ours in zip(expected, found, strict=True):
            for name in ("children", "lefts", "rights", "subtree", "ancestors"):
                assert [token.i for token in getattr(ours, name)] == [token.i for token in getattr(theirs, name)], name
            assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)


def test_spans_are_cut_as_spacy_cuts_them(pairs: list[tuple[Any, Doc]]) -> None:
    for expected, found in pairs[:9]:
        size = len(expected)
        for start, end in product(range(size), range(-1, size + 3)):
            theirs, ours = expected[start:end], found[start:end]
            assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
            if len(theirs):
                assert ours.root.i == theirs.root.i
                assert [t.i for t in ours[1:-1]] == [t.i for t in theirs[1:-1]]


def _bounds(span: Any) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_characters_are_aligned_as_spacy_aligns_them(pairs: list[tuple[Any, Doc]], mode: Alignment) -> None:
    expected, found = pairs[1]
    for start, end in combinations(range(len(expected.text) + 1), 2):
        theirs, ours = (doc.char_span(start, end, alignment_mode=mode) for doc in (expected, found))
        assert [_bounds(ours)] == [_bounds(theirs)], (start, end)


def test_a_text_parses_the_same_alone_and_among_others(nlp: Language) -> None:
    together = parse_texts(nlp, TEXTS[:9])
    alone = [parse_texts(nlp, [text])[0] for text in TEXTS[:9]]
    assert list(map(_tokens, together)) == list(map(_tokens, alone))
    assert [[(t.lemma_, t.pos_) for t in doc] for doc in together] == [
        [(t.lemma_, t.pos_) for t in doc] for doc in alone
    ]


def test_nothing_to_parse(nlp: Language) -> None:
    assert parse_texts(nlp, []) == []
    assert [len(doc) for doc in parse_texts(nlp, ["", ""])] == [0, 0]


def test_lemmas_and_word_classes(nlp: Language) -> None:
    talks = "The talks were held as Kenyan ministers had been arguing about better wages."
    doc, other = parse_texts(nlp, [talks, "They must lay down their arms."])
    assert next(token.lemma_ for token in other if token.text == "lay") == "lay"
    assert {
        token.text: (token.lemma_, token.pos_) for token in doc if token.text in {"talks", "were", "ministers", "had"}
    } == {
        "talks": ("talk", "NOUN"),
        "were": ("be", "AUX"),
        "ministers": ("minister", "NOUN"),
        "had": ("have", "AUX"),
    }
    assert [token.lemma_ for token in doc if token.text in {"held", "arguing", "better"}] == ["hold", "argue", "good"]


def test_outside_the_text_nothing_stands(nlp: Language) -> None:
    (doc,) = parse_texts(nlp, ["Talks failed."])
    before, after = doc[0].nbor(-1), doc[-1].nbor()
    assert (before.text, before.tag_, before.nbor(-1).text, after.text, after.head) == ("", "", "", "", after)
    assert doc[-1].nbor(-1) is doc[1]


def test_the_full_stop_of_a_rank_ends_no_sentence(nlp: Language) -> None:
    (doc,) = parse_texts(nlp, ["The bridge was shut, police Sgt. Maria Lopez said."])
    assert "Sgt." in [token.text for token in doc.tokens]
    assert len(list(doc.sents)) == 1


def test_marks_are_parted_from_the_words_they_are_glued_to(nlp: Language) -> None:
    (doc,) = parse_texts(nlp, ["“It is late,”he said.“It is time.”"])
    assert [token.text for token in doc.tokens][4:10] == [",", "”", "he", "said", ".", "“"]
