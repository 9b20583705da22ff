"""From offsets in `articles.text` to offsets in the file, where decoding changed the text between the two."""

from bisect import bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

Offset = Callable[[int], int]


def file_offsets(text: str, raw: str) -> tuple[Offset, bool]:
    """A function from offsets in `text` to offsets in `raw`, and whether the two say the same.

    White space may differ (line ends, trimmed lines) at no loss; where characters differ too, words are aligned.
    """
    if text == raw:
        return (lambda offset: offset), True
    visible_text, visible_raw = _visible(text), _visible(raw)
    is_same = [text[i] for i in visible_text] == [raw[i] for i in visible_raw]
    anchors = list(zip(visible_text, visible_raw, strict=True)) if is_same else _common_words(text, raw)
    return _interpolate(anchors), is_same


def _visible(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if not character.isspace()]


def _common_words(text: str, raw: str) -> list[tuple[int, int]]:
    left, right = _word_spans(text), _word_spans(raw)
    matcher = SequenceMatcher(None, [word for word, _ in left], [word for word, _ in right], autojunk=False)
    return [
        (left[block.a + k][1] + i, right[block.b + k][1] + i)
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
        for i in range(len(left[block.a + k][0]))
    ]


def _word_spans(text: str) -> list[tuple[str, int]]:
    spans, offset = [], 0
    for word in text.split():
        offset = text.index(word, offset)
        spans.append((word, offset))
        offset += len(word)
    return spans


def _interpolate(anchors: list[tuple[int, int]]) -> Offset:
    starts = [left for left, _ in anchors]

    def to_file(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return max(0, anchors[0][1] - (anchors[0][0] - offset)) if anchors else offset
        left, right = anchors[index]
        return right + min(offset - left, 1)

    return to_file
