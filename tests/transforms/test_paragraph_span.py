from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from transforms.paragraph_span import ParagraphSpan, as_text, from_text, pieces

SENTENCE = "The dockers of Mombasa walked out on Monday.\u201d "


def test_a_paragraph_that_a_person_wrote_is_one_span() -> None:
    assert list(pieces(7, SENTENCE * 20, "body")) == [ParagraphSpan(7, 7 + 20 * len(SENTENCE), "body")]


def test_a_block_too_long_to_parse_is_cut_after_sentences() -> None:
    text = SENTENCE * 1000
    found = list(pieces(0, text, "body"))
    assert len(found) == 3
    assert all(text[one.char_start : one.char_end].endswith(SENTENCE) for one in found)
    words = "dock " * 5000
    assert all(words[one.char_start : one.char_end].endswith("dock ") for one in pieces(0, words, "body"))


def test_what_is_no_word_is_not_parsed() -> None:
    text = "A photograph follows. " + "()" * 50_000 + " It shows the harbour."
    found = [text[one.char_start : one.char_end] for one in pieces(0, text, "body")]
    assert found == ["A photograph follows. ", " It shows the harbour."]
    assert list(pieces(0, "(" * 100_000, "body")) == []


@given(st.integers(0, 50), st.sampled_from(["x" * 40 + " ", "(a, b) " * 6, ". " * 20, SENTENCE]), st.integers(0, 2_000))
def test_the_spans_are_the_whole_block_in_order(start: int, part: str, count: int) -> None:
    text = part * count
    found = list(pieces(start, text, "body"))
    assert len(found) > 0 or not text.strip()
    assert "".join(text[one.char_start - start : one.char_end - start] for one in found) == text
    assert all(one.char_end - one.char_start <= 20_000 for one in found)
    assert all(former.char_end == later.char_start for former, later in pairwise(found))


def test_spans_are_kept_as_a_line_of_text() -> None:
    spans = (ParagraphSpan(0, 31, "headline"), ParagraphSpan(33, 120, "body"))
    assert as_text(spans) == "0:31:headline 33:120:body"
    assert from_text(as_text(spans)) == spans
    assert from_text("") == ()
