"""The sentence that stands for an event: without dateline and agency, in tidy white space, not too long."""

import re

_MOST_CHARACTERS = 300
# "TBILISI, 17 September (ANK) - ", "LONDON (Reuters) — ", "(AP) -- ": a place in capitals, a date, an agency, a dash.
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,30}(?:[,/][^()\n–—]{1,40})?\s*(?:\([^()\n]{2,40}\)\s*)?|\([^()\n]{2,40}\)\s*)"
    r"(?:--|[–—-])\s+(?=\S)"
)


def summarize(sentence: str) -> str:
    """The sentence as a summary of at most 300 characters, cut between words."""
    text = " ".join(sentence.split())
    text = _DATELINE.sub("", text, count=1)
    if len(text) <= _MOST_CHARACTERS:
        return text
    return f"{text[: _MOST_CHARACTERS - 1].rsplit(' ', 1)[0].rstrip(',;:')}…"
