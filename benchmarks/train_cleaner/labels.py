"""Which blocks of a labelled page are its article, told by the article's gold text."""

import numpy as np
from numpy.typing import NDArray

from transforms.read.document import Document

_SURE_KEY = 24
_NEAR = 3
_GRAM = 5


def key(line: str) -> str:
    """Letters and digits only, lower case."""
    return "".join(filter(str.isalnum, line)).lower()


def text_labels(document: Document, gold: str) -> NDArray[np.float64]:
    """For each block the share of it that is in the gold text; short lines count only beside a longer one that is."""
    lines = [document.text[block.char_start : block.char_end] for block in document.blocks]
    known = {key(line) for line in gold.split("\n")}
    whole = key(gold)
    grams = _grams(gold.lower().split())
    labels = np.zeros(len(lines))
    for number, line in enumerate(lines):
        bare = key(line)
        if len(bare) >= _SURE_KEY:
            labels[number] = 1.0 if bare in known or bare in whole else _share(line.lower().split(), grams)
    sure = labels > 0.5  # noqa: PLR2004
    for number, line in enumerate(lines):
        bare = key(line)
        if 0 < len(bare) < _SURE_KEY and bare in known and sure[max(0, number - _NEAR) : number + _NEAR + 1].any():
            labels[number] = 1.0
    return labels


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + _GRAM]) for start in range(len(words) - _GRAM + 1)}


def _share(words: list[str], grams: set[tuple[str, ...]]) -> float:
    own = _grams(words)
    return len(own & grams) / len(own) if own else 0.0
