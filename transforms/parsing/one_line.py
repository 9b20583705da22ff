"""Text as if it stood on one line: the parser takes the end of a line inside a sentence for a word."""

_SPACES = str.maketrans("\n\t\xa0", "   ")


def on_one_line(text: str) -> str:
    """The text with a space for every line end, tab and hard space; each character keeps its place."""
    return text.translate(_SPACES)
