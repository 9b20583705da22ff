"""The words of a line."""

import re
from collections.abc import Sequence
from functools import lru_cache

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=4096)
def tokens_of(line: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a line as they stand, and in lower case."""
    tokens = TOKEN.findall(line)
    return tokens, " ".join(tokens).lower().split()


def words_of(line: str) -> Sequence[str]:
    """The words of a line in lower case."""
    return tokens_of(line)[1]
