"""The text of some words, without a span of tokens made for it."""

from transforms.parsing.tokens import Doc


def words_text(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `[start, end)`, of which there is at least one."""
    first, last = doc.tokens[start], doc.tokens[end - 1]
    return doc.text[first.idx : last.idx + len(last.text)]
